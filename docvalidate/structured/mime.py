"""A message in MIME is taken apart without trusting a header: what cannot be read of it is left out and named."""

import binascii
import re
from collections.abc import Iterator
from email import message_from_bytes, message_from_string, policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message as Mime
from email.utils import parsedate_to_datetime

from docvalidate.errors import UnreadableDocument
from docvalidate.model.values import Message

from .charset import decoded
from .letters import SEALED, SMALLEST_PAGE, Letter, Piece, html_bodies, one_line, plain_bodies, why_closed
from .mail import without_envelope
from .quotes import unflowed

MOST_PARTS = 200
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted", "application/pgp-encrypted")
_SIGNATURES = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
_NO_PAPERS = ("message/delivery-status", "message/disposition-notification", "text/rfc822-headers", "text/calendar",
              "text/vcard", "text/x-vcard", "message/external-body", "message/partial")  # fmt: skip


def opened(data: bytes) -> Letter:
    """The message with its texts and enclosures. Raises UnreadableDocument where it is none, or holds too much."""
    try:
        # The modern policy parses a header when it is looked at, and stumbles over many that mail programs write.
        mail = message_from_bytes(without_envelope(data), policy=policy.compat32)
    except RecursionError as error:
        deep = "parts within parts, deeper than any mail has: ask for the draft alone"
        raise UnreadableDocument(deep, "too-deep") from error
    closed: list[str] = []
    parts = list(_leaves(mail, closed))
    if len(parts) > MOST_PARTS:
        raise UnreadableDocument(f"{len(parts)} parts: no mail with a draft has so many", "too-large")
    plain = [part for part in parts if _is_body(part, "text/plain")]
    html = [part for part in parts if _is_body(part, "text/html")]
    pages = [_text(part, closed) for part in html]
    texts = [_text(part, closed) for part in plain]
    pieces = [*plain_bodies("\n".join(texts)), *html_bodies("\n".join(pages))]
    for number, part in enumerate(it for it in parts if it not in plain and it not in html):
        name = one_line(_name(part), f"attachment {number + 1}")
        if _is_decoration(part, pages):
            continue
        content = _content(part)
        if why := why_closed(content, name):
            closed.append(f"{name}: {why}")
        elif content.strip():
            pieces.append(Piece(name, content))
    return Letter(message_of(mail), tuple(pieces), tuple(closed))


def message_of(mail: Mime) -> Message:
    """Who sent the message when; the date in ISO with the offset that the sender gave."""
    try:
        date = parsedate_to_datetime(_header(mail, "date")).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        date = None
    return Message(
        sender=_header(mail, "from") or _header(mail, "sender") or None,
        date=date,
        id=_header(mail, "message-id") or None,
        subject=_header(mail, "subject") or None,
    )


def message_of_headers(text: str) -> Message:
    """The same of headers that are kept apart from their message, as text."""
    return message_of(message_from_string(text, policy=policy.compat32))


def _leaves(part: Mime, closed: list[str]) -> Iterator[Mime]:
    kind = part.get_content_type()
    if kind in _SEALED:
        closed.append(f"{one_line(_name(part), 'the message')}: {SEALED}")
    elif kind in _SIGNATURES or kind in _NO_PAPERS:
        return
    elif kind == "message/rfc822" or not part.is_multipart():
        yield part
    else:
        for child in part.get_payload():
            if isinstance(child, Mime):
                yield from _leaves(child, closed)


def _is_body(part: Mime, kind: str) -> bool:
    disposition = str(part.get("content-disposition", "")).strip().lower()
    return part.get_content_type() == kind and not disposition.startswith("attachment") and not _name(part)


def _is_decoration(part: Mime, pages: list[str]) -> bool:
    """A picture that the text itself shows, such as the logo of a signature, or one too small to hold a page."""
    identifier = str(part.get("content-id", "")).strip(" <>")
    shown = bool(identifier) and any(f"cid:{identifier}" in page for page in pages)
    return part.get_content_maintype() == "image" and (shown or len(_content(part)) < SMALLEST_PAGE)


def _content(part: Mime) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0) if part.is_multipart() else None
        if isinstance(inner, Mime):
            return _whole(inner)
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _whole(inner: Mime) -> bytes:
    """The enclosed message as a file; one that was enclosed in base64 against the rules is decoded."""
    text = inner.get_payload()
    if not inner.keys() and isinstance(text, str):
        try:
            return binascii.a2b_base64(text.encode("ascii", "replace"))
        except binascii.Error:
            return text.encode("utf-8", "replace")
    try:
        return inner.as_bytes(policy=policy.compat32)
    except (ValueError, LookupError, TypeError, AttributeError, MessageError, RecursionError):
        return b""


def _text(part: Mime, closed: list[str]) -> str:
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    try:
        text = decoded(data, _charset(part)) if data else ""
    except UnreadableDocument as error:
        closed.append(f"body: {error}")
        return ""
    if part.get_content_type() == "text/plain" and _parameter(part, "format") == "flowed":
        return unflowed(text, delete_space=_parameter(part, "delsp") == "yes")
    return text.replace("\r\n", "\n")


def _charset(part: Mime) -> str | None:
    charset = _parameter(part, "charset")
    # An empty or a made-up name counts as none; us-ascii is what programs write that do not know.
    return charset if charset and charset not in ("us-ascii", "unknown-8bit", "default", "x-unknown") else None


def _parameter(part: Mime, name: str) -> str:
    value = part.get_param(name)
    return re.sub(r"\s", "", value).lower() if isinstance(value, str) else ""


def _name(part: Mime) -> str:
    try:
        return _readable(part.get_filename() or "")
    except (ValueError, LookupError, TypeError):
        return ""


def _header(mail: Mime, name: str) -> str:
    """A header as a person reads it; raw letters outside ASCII, which no standard allows, are in UTF-8 mostly."""
    for key, value in mail.raw_items():
        if key.lower() == name:
            raw = str(value).encode("utf-8", "surrogateescape")
            return " ".join(_readable(raw.decode("utf-8", "replace")).split())
    return ""


def _readable(value: str) -> str:
    try:
        words = decode_header(value)
        # Between encoded words stands text that is no text of the standard's where it is not ASCII.
        return "".join(it if isinstance(it, str) else it.decode(its or "raw-unicode-escape") for it, its in words)
    except (HeaderParseError, LookupError, ValueError, binascii.Error):
        return value
