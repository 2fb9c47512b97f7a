"""XLSX: a worksheet is set as a page, so that the rules which read a printed form read it too.

Every sheet counts: a second one with another draft on it makes the file unreadable, because nobody knows which counts.
Merged cells are one, numbers are read as they are shown; hidden rows, columns, sheets and white letters are said.
"""

from docvalidate.engines.isolation import pages_from
from docvalidate.layout.document import document_of
from docvalidate.layout.paths import with_paths
from docvalidate.layout.two_papers import refuse_two
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.structured.containers import kind_of_zip

EXTRA = None
RECOGNISES = "a zip that holds xl/workbook.xml"
SECOND_READING = False


def claims(data: bytes) -> bool:
    """The zip holds the parts of a workbook (ECMA-376-1, 12.3.22), with macros or without; macros are not looked at."""
    return kind_of_zip(data) == "xlsx"


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Read the sheets of a workbook."""
    pages = pages_from(data, "spreadsheet", settings)
    refuse_two(pages, name)
    return with_paths(document_of(pages, name), pages)
