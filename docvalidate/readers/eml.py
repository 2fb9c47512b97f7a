"""E-mail (RFC 5322 with MIME): the draft is in its text or enclosed, and the message is part of every source.

The newest text that holds a draft counts; what is quoted below it is older. Every enclosure is read by the shelf, and
exactly one draft must come out.
"""

from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model.document import TransportDocument
from docvalidate.structured.letters import Letter
from docvalidate.structured.mail import looks_like_mail
from docvalidate.structured.mime import opened

EXTRA = None
RECOGNISES = "the headers of an e-mail at its start"
SECOND_READING = True


def claims(data: bytes) -> bool:
    """The file begins with the headers of a message."""
    return looks_like_mail(data)


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
