"""The printed page scanned at 200 dots an inch: a picture, and no text."""

import io

import pypdfium2

from . import pdf

NAME = "scan.png"


def write() -> bytes:
    """The file."""
    page = pypdfium2.PdfDocument(pdf.write())[0]
    image = page.render(scale=200 / 72).to_pil().convert("L")
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True, dpi=(200, 200))
    return file.getvalue()
