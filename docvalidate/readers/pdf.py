"""PDF: pages read by the daily engine, and by a second, independent one when the first would accuse.

The daily engine is PDFium; pdfplumber (pdfminer) is the second reading. Both give the same kind of pages to the same
layout reader. The file is parsed in a child process, so that one that hangs or eats memory is stopped.
"""

from docvalidate.engines.isolation import pages_from
from docvalidate.layout.document import document_of
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument, UnreadableDocument

EXTRA = None
RECOGNISES = "the first 1,024 bytes hold %PDF-"
SECOND_READING = True


def claims(data: bytes) -> bool:
    """The file calls itself a PDF (ISO 32000-1, 7.5.2; readers accept the header within the first 1,024 bytes)."""
    return b"%PDF-" in data[:1024]


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Read a draft or a supporting paper; `second` reads it with the other engine."""
    if not _is_whole(data):
        raise UnreadableDocument("the file is cut off before its end: ask for it again", "truncated")
    pages = pages_from(data, "plumber" if second else "pdfium", settings)
    return document_of(pages, name)


def _is_whole(data: bytes) -> bool:
    """A file that ends in the middle of an object was cut, even where a parser can mend it."""
    end = max(data.rfind(b"%%EOF"), data.rfind(b"startxref"))
    return end > data.rfind(b"endobj") - 1 if end >= 0 else False
