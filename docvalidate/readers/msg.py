"""Outlook messages (.msg): read as an e-mail is, with the draft in the text or enclosed."""

from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model.document import TransportDocument
from docvalidate.structured.containers import kind_of_ole
from docvalidate.structured.letters import Letter
from docvalidate.structured.outlook import opened

EXTRA = "office"
RECOGNISES = "an OLE file that holds an Outlook message"
SECOND_READING = True


def claims(data: bytes) -> bool:
    """The directory of the OLE file lists the properties of a message."""
    return kind_of_ole(data) == "mail"


def letter_of(data: bytes) -> Letter:
    """The message taken apart. Raises UnreadableDocument."""
    return opened(data)


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Read the draft that the message brings; `second` reads it with the other engine, where its format has one."""
    return papers(data, name, settings, second=second)[0]


def papers(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> tuple[TransportDocument, ...]:
    """The draft, and behind it the papers of other kinds that came along, such as a booking confirmation."""
    # The shelf asks every module in its folder; the search asks the shelf.
    from ._letters import papers_in

    if len(data) > settings.max_bytes:
        size = f"{len(data):,} bytes, and the limit is {settings.max_bytes:,}"
        raise UnreadableDocument(f"{size}: raise --max-bytes", "too-large")
    return papers_in(letter_of(data), name, settings, second=second)
