"""DOCX: paragraphs, tables and text boxes are set as a page, so that the rules which read a printed form read it too.

Tracked changes are read as accepted, and each is a doubt until somebody accepts it. Comments, hidden and white letters
are reported with the field that they concern.
"""

from docvalidate.engines.isolation import pages_from
from docvalidate.layout.document import document_of
from docvalidate.layout.paths import with_paths
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.structured.containers import kind_of_zip

EXTRA = None
RECOGNISES = "a zip that holds word/document.xml"
SECOND_READING = False


def claims(data: bytes) -> bool:
    """The zip holds the parts of a Word document (ECMA-376-1, 11.3.10)."""
    return kind_of_zip(data) == "docx"


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Read a Word file."""
    pages = pages_from(data, "wordprocessor", settings)
    return with_paths(document_of(pages, name), pages)
