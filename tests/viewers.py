"""What a person sees of a PDF: its pages as PDFium (Chrome) and poppler (Linux desktops) show them."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

SCALE = 2
"""Pixels to a point."""
Viewer = Callable[[bytes, int], Image.Image]
Pixels = tuple[int, int, int, int]


def by_pdfium(data: bytes, page: int) -> Image.Image:
    """The page as PDFium shows it, counted from 0."""
    with pypdfium2.PdfDocument(data) as document:
        document.init_forms()
        return document[page].render(scale=SCALE).to_pil().convert("RGB")


def by_poppler(data: bytes, page: int) -> Image.Image:
    """The same by poppler."""
    return _poppler(data, page)[0]


def complaints(data: bytes) -> str:
    """What poppler has to complain about while it shows the first page."""
    return _poppler(data, 0)[1]


def _poppler(data: bytes, page: int) -> tuple[Image.Image, str]:
    """The picture and the complaints. Where poppler is not installed: a failure in CI, elsewhere a skip."""
    if shutil.which("pdftoppm") is None:
        why = "poppler is not installed (apt-get install poppler-utils)"
        pytest.fail(why) if os.environ.get("CI") else pytest.skip(why)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "it.pdf").write_bytes(data)
        which = ["-f", str(page + 1), "-l", str(page + 1), "-cropbox", "-r", str(72 * SCALE), "-png"]
        done = subprocess.run(
            ["pdftoppm", *which, "it.pdf", "seen"], cwd=folder, capture_output=True, text=True, check=True
        )
        (picture,) = Path(folder).glob("seen*.png")
        return Image.open(picture).convert("RGB").copy(), done.stderr


VIEWERS = {"pdfium": by_pdfium, "poppler": by_poppler}


def words(data: bytes, page: int) -> str:
    """The text of a page, marks not among it."""
    with pypdfium2.PdfDocument(data) as document:
        return str(document[page].get_textpage().get_text_range())


def whereabouts(data: bytes, page: int, text: str) -> Pixels:
    """Where the words are seen on the picture of a page, found without any code of ours: left, top, right, bottom."""
    with pypdfium2.PdfDocument(data) as document:
        sheet = document[page]
        width, height = (round(side * SCALE) for side in sheet.get_size())
        found = sheet.get_textpage()
        start = found.get_text_range().find(text)
        assert start >= 0, text
        points = []
        for index in range(start, start + len(text)):
            left, bottom, right, top = found.get_charbox(index)
            for x, y in ((left, bottom), (right, top)):
                across, down = pdfium.c_int(), pdfium.c_int()
                pdfium.FPDF_PageToDevice(sheet, 0, 0, width, height, 0, x, y, across, down)
                points.append((across.value, down.value))
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)
