"""XLS: the values of a workbook of Excel 97 to 2003, set as a page like those of a newer one.

How a cell looks is not told: numbers are read as they are stored, without leading zeros, and nobody can say which cells
are hidden. A draft in this format is better asked for as .xlsx or PDF.
"""

from docvalidate.engines.isolation import pages_from
from docvalidate.layout.document import document_of
from docvalidate.layout.paths import with_paths
from docvalidate.layout.two_papers import refuse_two
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.structured.containers import kind_of_ole

EXTRA = "office"
RECOGNISES = "an OLE file that holds a workbook"
SECOND_READING = False


def claims(data: bytes) -> bool:
    """The directory of the OLE file lists a workbook (MS-XLS, 2.1.7.1; `Book` before Excel 97)."""
    return kind_of_ole(data) == "xls"


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Read the sheets of a workbook."""
    pages = pages_from(data, "old_spreadsheet", settings)
    refuse_two(pages, name)
    return with_paths(document_of(pages, name), pages)
