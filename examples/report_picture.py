"""The README's picture: the HTML report of the founding case, as Chromium shows it at 1280 x 800.

    python examples/report_picture.py [PICTURE]

Needs `pip install playwright pillow` and a Chromium; DOCVALIDATE_CHROMIUM names another than /usr/bin/chromium.
"""

import os
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

import docvalidate
from docvalidate.reporters import as_html

CASE = Path(__file__).parent.parent / "sample_docs" / "founding-case"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def main(picture: Path) -> None:
    """Check the draft, draw the page, and keep what one screen of it shows."""
    report = docvalidate.check(
        CASE / "draft.pdf",
        CASE / "instructions",
        customer="HARBORLINE",
        order="PO-44718",
        as_of=date(2016, 9, 5),
        supporting=[CASE / "booking.pdf"],
    )
    page = as_html.render(report, language="en", color=True, width=80)
    with sync_playwright() as play:
        executable = os.environ.get("DOCVALIDATE_CHROMIUM", "/usr/bin/chromium")
        browser = play.chromium.launch(executable_path=executable, args=ARGUMENTS)
        tab = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
        tab.set_content(page)
        shot = Image.open(BytesIO(tab.screenshot()))
        browser.close()
    shot.convert("RGB").quantize(64).save(picture, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("report.png"))
