"""An Outlook message is an OLE file, a stream for each property (MS-OXMSG); a message within it is a folder."""

import re
import struct
from collections.abc import Iterator
from typing import Any

from docvalidate.errors import UnreadableDocument
from docvalidate.model.values import Message

from .charset import decoded
from .extras import needed
from .letters import PICTURES, SMALLEST_PAGE, Letter, Piece, html_bodies, one_line, plain_bodies, why_closed
from .mime import message_of_headers

_BROKEN = (
    OSError, ArithmeticError, LookupError, ValueError, struct.error, AssertionError, TypeError, AttributeError,
    RecursionError, MemoryError,
)  # fmt: skip
"""What the library and the one beneath it raise over a file that is not whole."""
_AT_THE_TOP, _WITHIN = 32, 24
"""Bytes before the first property, by where the message lies (MS-OXMSG, 2.4.1)."""
_DEEPEST = 4
_SUBJECT, _SENT, _SENDER, _ADDRESS, _SMTP, _ID, _HEADERS = 0x0037, 0x0039, 0x0C1A, 0x0C1F, 0x5D01, 0x1035, 0x007D
_BODY, _HTML, _RTF, _DATA, _METHOD, _LONG_NAME, _NAME, _CONTENT_ID = (
    0x1000, 0x1013, 0x1009, 0x3701, 0x3705, 0x3707, 0x3704, 0x3712,
)  # fmt: skip
_EMBEDDED = "__substg1.0_3701000D"


def opened(data: bytes) -> Letter:
    """The message with its texts and enclosures. Raises UnreadableDocument where the file is not whole."""
    import io

    needed("oxmsg", "office")
    ole = needed("olefile", "office")
    from oxmsg.domain.model import UnrecognizedCodePageError, UnsupportedEncodingError
    from oxmsg.storage import Storage

    try:
        with ole.OleFileIO(io.BytesIO(data)) as file:
            return _letter(Storage.from_ole(file), _AT_THE_TOP, 1)
    except (*_BROKEN, UnrecognizedCodePageError, UnsupportedEncodingError) as error:
        message = "the Outlook message is damaged: save it anew, or as .eml"
        raise UnreadableDocument(message, "damaged") from error


def _letter(storage: Any, offset: int, depth: int) -> Letter:
    folder = _Folder(storage, offset)
    closed: list[str] = []
    plain, html = folder.text(_BODY), folder.text(_HTML)
    if not plain.strip() and not html.strip() and folder.stream(_RTF):
        closed.append("body: in rich text only: save the message as .eml or .html")
    pieces = [*plain_bodies(plain.replace("\r\n", "\n")), *html_bodies(html)]
    for number, it in enumerate(storage.iter_attachment_storages()):
        pieces += _enclosed(it, f"attachment {number + 1}", html, closed, depth)
    return Letter(_message(folder), tuple(pieces), tuple(closed))


def _enclosed(storage: Any, otherwise: str, html: str, closed: list[str], depth: int) -> Iterator[Piece]:
    folder = _Folder(storage, 8)
    name = one_line(folder.text(_LONG_NAME) or folder.text(_NAME), otherwise)
    embedded = next((it for it in storage.storages if it.name == _EMBEDDED), None)
    if embedded is not None:
        inner = _Folder(embedded, _WITHIN)
        if depth >= _DEEPEST or inner.properties is None:
            closed.append(f"{name}: an object or a message within {depth} others: save it as a file of its own")
        else:
            yield Piece(one_line(folder.text(0x3001), name), b"", inside=_letter(embedded, _WITHIN, depth + 1))
        return
    data, identifier = folder.stream(_DATA), folder.text(_CONTENT_ID).strip(" <>")
    if (identifier and f"cid:{identifier}" in html) or (data.startswith(PICTURES) and len(data) < SMALLEST_PAGE):
        return
    if data.startswith(b"Content-Type: multipart/signed"):
        # A signed message is kept whole, as it was sent, in one enclosure (MS-OXOSMIME, 2.1.3.1).
        data = b"MIME-Version: 1.0\r\n" + data
    if why := why_closed(data, name):
        closed.append(f"{name}: {why}")
    elif data.strip():
        yield Piece(name, data)
    elif folder.properties is not None and folder.number(_METHOD) not in (0, 1, None):
        closed.append(f"{name}: a link to a file that is not in the message: ask for the file")


def _message(folder: "_Folder") -> Message:
    headers = folder.text(_HEADERS)
    found = message_of_headers(headers) if headers.strip() else Message()
    name, address = folder.text(_SENDER), folder.text(_SMTP) or folder.text(_ADDRESS)
    written = f"{name} <{address}>" if name and "@" in address and name != address else name or address
    return Message(
        sender=found.sender or written or None,
        date=found.date or folder.moment(_SENT),
        id=found.id or folder.text(_ID) or None,
        subject=found.subject or folder.text(_SUBJECT) or None,
    )


class _Folder:
    """A folder of the file, by the numbers of its properties."""

    def __init__(self, storage: Any, offset: int) -> None:
        from oxmsg.properties import Properties

        self.streams: dict[str, bytes] = {it.name: it.bytes_ for it in storage.streams}
        whole = "__properties_version1.0" in self.streams
        self.properties = Properties(storage, properties_header_offset=offset) if whole else None

    def stream(self, number: int, kind: int = 0x0102) -> bytes:
        """The bytes of the property; none where it is absent."""
        return self.streams.get(f"__substg1.0_{number:04X}{kind:04X}", b"")

    def text(self, number: int) -> str:
        """The text of the property: in UTF-16, else in the code page that the message names."""
        if wide := self.stream(number, 0x001F):
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self.stream(number, 0x001E) or (self.stream(number) if number == _HTML else b"")
        narrow = narrow.rstrip(b"\0")
        return decoded(narrow, self.properties.body_encoding if self.properties else None) if narrow else ""

    def number(self, number: int) -> int | None:
        """A whole number."""
        found: int | None = self.properties.int_prop_value(number) if self.properties else None
        return found

    def moment(self, number: int) -> str | None:
        """A moment in UTC, in ISO."""
        found = self.properties.date_prop_value(number) if self.properties else None
        return re.sub(r"\.\d+", "", found.isoformat()) if found is not None else None
