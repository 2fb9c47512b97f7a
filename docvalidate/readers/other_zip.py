"""A zip that is neither a workbook nor a Word file is claimed to say what to do with it; it is not unpacked."""

from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.structured.containers import kind_of_zip, names_in_zip

EXTRA = None
RECOGNISES = "any other zip (PPTX, ODS, XLSB, an archive), to say what to ask for"
SECOND_READING = False
_KINDS = (
    ("ppt/", "a presentation (PPTX)"),
    ("xl/workbook.bin", "a binary workbook (XLSB)"),
    ("content.xml", "an OpenDocument file (ODS, ODT)"),
    ("index/document.iwa", "a file of Pages or Numbers"),
)


def claims(data: bytes) -> bool:
    """The file is a zip, and no workbook or Word document, or both at once."""
    return kind_of_zip(data) in ("other", "both")


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Say what the file is. Raises UnreadableDocument, always."""
    if kind_of_zip(data) == "both":
        raise UnreadableDocument("a workbook and a Word file at once: ask for it again", "two-formats")
    names = names_in_zip(data)
    what = next((what for begin, what in _KINDS if any(it.startswith(begin) for it in names)), "an archive (zip)")
    do = "unpack it and check the draft in it" if what.startswith("an archive") else "ask for a PDF, XLSX or DOCX"
    raise UnreadableDocument(f"{what}: {do}", "unknown-format")
