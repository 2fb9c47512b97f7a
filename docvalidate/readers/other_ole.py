"""An OLE file that is neither a workbook nor a message is claimed to say what to do: it is locked, or too old."""

from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.structured.containers import kind_of_ole

EXTRA = None
RECOGNISES = "any other OLE file (a locked office file, DOC, PPT), to say what to ask for"
SECOND_READING = False


def claims(data: bytes) -> bool:
    """The file is an OLE file, and neither a workbook nor an Outlook message."""
    return kind_of_ole(data) in ("locked", "doc", "other", "cut")


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Say what the file is. Raises UnreadableDocument, always."""
    kind = kind_of_ole(data)
    if kind == "locked":
        raise UnreadableDocument("the file is locked with a password: ask for a copy without one", "locked")
    if kind == "cut":
        raise UnreadableDocument("the file is cut off or damaged: ask for it again", "truncated")
    what = "a Word file of 97 to 2003 (DOC)" if kind == "doc" else "an old office file of no kind that is read"
    raise UnreadableDocument(f"{what}: ask for a PDF or DOCX", "unknown-format")
