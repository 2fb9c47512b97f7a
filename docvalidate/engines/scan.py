"""The engine for pages that are pictures: those of a PDF are drawn first, and a picture file is a page or several."""

from collections.abc import Iterator

from . import drawing_board, pdfium, photographs
from .page import Page
from .sheet import read_pictures_on, read_sheet


def read_pages(data: bytes, max_pages: int) -> Iterator[Page]:
    """Yield each page of a file with its pictures read. Raises UnreadableDocument."""
    if b"%PDF-" not in data[:1024]:
        for number, picture in enumerate(photographs.pictures(data, max_pages), start=1):
            yield read_sheet(picture, Page(number, 0.0, 0.0, scanned=True), photograph=True)
        return
    for page in pdfium.read_pages(data, max_pages):
        if page.scanned:
            yield read_sheet(drawing_board.drawn(data, page.number), page)
        elif page.pictures:
            yield read_pictures_on(drawing_board.drawn(data, page.number), page)
        else:
            yield page
