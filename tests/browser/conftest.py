"""A real Chromium, started once; a machine without one skips these tests, except in CI, where that is a failure."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PROGRAM = "/usr/bin/chromium"
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESK, TELEPHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
Opened = Callable[..., Any]


def go_without(why: str) -> None:
    """A failure in CI, elsewhere a skip that says why."""
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


# Not for the whole session: while Playwright is at work, nothing else can run an event loop in this thread.
@pytest.fixture(scope="package")
def chromium() -> Iterator[Any]:
    """The browser of the machine, driven by Playwright, with a profile of its own that goes away."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        go_without("Playwright is not installed (pip install 'docvalidate[test]')")
    if not Path(PROGRAM).is_file():
        go_without(f"{PROGRAM} is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        try:
            # Playwright gives each browser that it starts a new, empty folder for its profile.
            browser = playwright.chromium.launch(executable_path=PROGRAM, headless=True, args=list(OPTIONS))
        except Error as error:
            go_without(f"{PROGRAM} does not start: {error}")
        yield browser
        browser.close()


class Watch:
    """What a page did that a report must never do."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        self.complaints: list[str] = []


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Iterator[Opened]:
    """Opens the text of a page from a file, as out of a mail, and watches what it does."""
    contexts: list[Any] = []

    def open_page(text: str, **how: Any) -> Any:
        file = tmp_path / f"report-{len(contexts)}.html"
        file.write_text(text, "utf-8", newline="\n")
        context = chromium.new_context(**{"viewport": DESK, **how})
        contexts.append(context)
        page, watch = context.new_page(), Watch()

        def dismissed(dialog: Any) -> None:
            watch.dialogs.append(dialog.message)
            dialog.dismiss()

        page.on("request", lambda request: watch.requests.append(request.url))
        page.on("dialog", dismissed)
        page.on("console", lambda message: watch.complaints.append(message.text))
        page.on("pageerror", lambda error: watch.complaints.append(str(error)))
        page.goto(file.as_uri())
        page.watch = watch
        return page

    yield open_page
    for context in contexts:
        context.close()
