"""PDF: pages read by the daily engine, and by a second, independent one when the first would accuse.

The daily engine is PDFium; pdfplumber (pdfminer) is the second reading. Both give the same kind of pages to the same
layout reader. The file is parsed in a child process, so that one that hangs or eats memory is stopped. Where pages are
pictures, or pictures lie in boxes that are checked, OCR reads them.
"""

from docvalidate.engines.isolation import pages_from
from docvalidate.engines.page import Page
from docvalidate.layout.document import document_of
from docvalidate.layout.pictured import in_the_way, ocr_is_here, ocr_is_installed, taken_together
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument, UnreadableDocument
from docvalidate.structured.mail import looks_like_mail

EXTRA = None
RECOGNISES = "the first 1,024 bytes hold %PDF-"
SECOND_READING = True
OTHERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""What archives and OLE files begin with: they may hold a PDF, and are none."""


def claims(data: bytes) -> bool:
    """The file calls itself a PDF (ISO 32000-1, 7.5.2; readers accept the header within the first 1,024 bytes)."""
    return b"%PDF-" in data[:1024] and not data.startswith(OTHERS) and not looks_like_mail(data)


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Read a draft or a supporting paper; `second` reads it with the other engine."""
    if not _is_whole(data):
        raise UnreadableDocument("the file is cut off before its end: ask for it again", "truncated")
    pages = pages_from(data, "plumber" if second else "pdfium", settings)
    return document_of(pages if second else _looked_at(pages, data, settings), name)


def _looked_at(pages: tuple[Page, ...], data: bytes, settings: ReadSettings) -> tuple[Page, ...]:
    """The pages with their pictures read, where these may say something of what is checked."""
    if not any(map(in_the_way, pages)):
        return pages
    if not any(page.words for page in pages):
        ocr_is_here("the pages are pictures without text")
    if not ocr_is_installed():
        return pages
    return tuple(map(taken_together, pages, pages_from(data, "scan", settings)))


def _is_whole(data: bytes) -> bool:
    """A file that ends in the middle of an object was cut, even where a parser can mend it."""
    end = max(data.rfind(b"%%EOF"), data.rfind(b"startxref"))
    return end > data.rfind(b"endobj") - 1 if end >= 0 else False
