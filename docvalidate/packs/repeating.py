"""The check is done again from the packed files alone: what comes out must be the report that was packed."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from docvalidate import __version__
from docvalidate.limits import ReadSettings
from docvalidate.model import DocvalidateError, Report
from docvalidate.model.request import Request
from docvalidate.pipeline import check, held_from
from docvalidate.registry import Registry
from docvalidate.reporters import as_text
from docvalidate.wording import house, move_into

from .leaflet import leaflet

HOUSE = "house"
COLUMNS = 100
MOST_PAGES, MOST_BYTES, MOST_SECONDS, MOST_MEMORY = 5_000, 1 << 30, 600.0, 8 << 30
"""A pack comes from outside, and asks for no more than this."""


class _Packed(BytesIO):
    """A packed paper under the name that it was handed in with."""

    def __init__(self, content: bytes, name: str) -> None:
        super().__init__(content)
        self.name = name


class Again(NamedTuple):
    """The report of the check done again, and what is drawn from the packed report in the words of its house."""

    report: Report
    text: bytes
    leaflet: bytes


def repeated(report: Report, files: Mapping[str, bytes], places: Sequence[str], registry: str) -> Again:
    """The same check on the packed files. Raises DocvalidateError where it cannot be done again."""
    request = report.request
    if request is None:
        raise DocvalidateError("the report is of an older version and does not tell how it was asked for")
    papers = (request.draft, *request.supporting)
    if len(papers) != len(places) or not all(place in files for place in places):
        raise DocvalidateError("the papers of the report are not in the pack")
    draft, *supporting = (
        _Packed(files[place], paper.file or "document") for paper, place in zip(papers, places, strict=True)
    )
    with _unpacked(files, (registry, HOUSE)) as home, _at_home_in(home / HOUSE):
        again = check(
            draft,
            Registry(home / registry),
            customer=report.customer,
            order=report.order,
            as_of=report.as_of,
            version=request.version,
            supporting=supporting,
            settings=_limits(request),
            language=request.language,
            cutoff=request.cutoff,
            etd=request.etd,
            atd=request.atd,
            now=request.now,
        )
        again = held_from(again, request.fail_on)
        drawn = text_of(report), leaflet(report, __version__)
    # Limits beyond ours were cut down for the reading; the report tells what was asked for.
    asked = request.model_copy(update={"program": again.request.program if again.request is not None else ""})
    return Again(again.model_copy(update={"request": asked}), *drawn)


def text_of(report: Report) -> bytes:
    """The report as people read it."""
    language = "en" if report.request is None else report.request.language
    return as_text.render(report, language=language, color=False, width=COLUMNS).encode()


def forms(report: Report) -> tuple[bytes, bytes]:
    """The report as `check --format json` writes it, and as a registry keeps it."""
    return f"{report.model_dump_json(indent=2)}\n".encode(), f"{report.model_dump_json(by_alias=True)}\n".encode()


def _limits(request: Request) -> ReadSettings:
    return ReadSettings(
        second_reading=request.second_reading,
        max_pages=min(request.max_pages, MOST_PAGES),
        max_bytes=min(request.max_bytes, MOST_BYTES),
        timeout=min(request.timeout, MOST_SECONDS),
        max_memory=min(request.max_memory, MOST_MEMORY),
    )


@contextmanager
def _unpacked(files: Mapping[str, bytes], folders: Sequence[str]) -> Iterator[Path]:
    """A folder that holds these folders of the pack, for as long as it is needed."""
    with TemporaryDirectory(prefix="docvalidate-") as scratch:
        home = Path(scratch)
        for name, content in files.items():
            if name.split("/")[0] in folders:
                path = home.joinpath(*name.split("/"))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        yield home


@contextmanager
def _at_home_in(folder: Path) -> Iterator[None]:
    """The words of the house that the report was written in, or ours where it was written in none."""
    before = house.folder()
    move_into(str(folder) if folder.is_dir() else None)
    try:
        yield
    finally:
        move_into(None if before is None else str(before))
