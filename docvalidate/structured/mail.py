"""An e-mail is known by the lines that only a mail program writes; FROM and TO stand on many a bill as well."""

import re

MOST_HEADERS = 200_000
"""Bytes of headers that are looked at; signatures and the way through the gateways can fill pages."""
_LINE = re.compile(rb"([!-9;-~]{1,80}):(.*)")
_ENVELOPE = re.compile(rb">?From \S+ .*\d{4}")
"""The line that a mailbox file (RFC 4155) puts in front of a message."""
_OF_MACHINES = frozenset(
    b"""
    message-id mime-version received return-path content-transfer-encoding delivered-to dkim-signature
    authentication-results thread-index references in-reply-to content-class list-unsubscribe x-mailer
    """.split()
)
_USUAL = frozenset(b"from to cc bcc subject date sender reply-to content-type".split()) | _OF_MACHINES
_CONTENT_TYPE = re.compile(rb"\s*(?:text|multipart|application|message)/[\w.+-]+", re.IGNORECASE)
_DATE = re.compile(
    rb"\s*(?:[A-Z][a-z]{2},\s*)?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)?(?: [+-]\d{4}| [A-Z]{1,4})"
)


def looks_like_mail(data: bytes) -> bool:
    """The file begins with the headers of a message (RFC 5322): two that are usual, one of them of a machine's making.

    A date in the form of the standard beside a sender's address counts as such; a bill's own DATE, FROM and TO do not.

    >>> looks_like_mail(b"From: docs@line.example\\nMessage-ID: <1@line.example>\\n\\nDear all")
    True
    >>> looks_like_mail(b"FROM: NINGBO\\nTO: BALTIMORE\\nDATE: 12 SEP 2024\\n\\nCONSIGNEE: ACME LLC")
    False
    """
    seen = _headers(data)
    usual = seen.keys() & _USUAL
    made = usual & _OF_MACHINES or _CONTENT_TYPE.match(seen.get(b"content-type", b""))
    dated = b"@" in seen.get(b"from", b"") and _DATE.match(seen.get(b"date", b""))
    return len(usual) >= 2 and bool(made or dated)


def without_envelope(data: bytes) -> bytes:
    """The message itself, without a byte order mark, empty lines or a mailbox's line before its headers."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    first, _, rest = data.partition(b"\n")
    return rest if _ENVELOPE.match(first[:1000]) else data


def _headers(data: bytes) -> dict[bytes, bytes]:
    """The first block of the file as headers, lower case, the first of each name; until a line that is none."""
    seen: dict[bytes, bytes] = {}
    for line in without_envelope(data[:MOST_HEADERS]).splitlines():
        if line[:1] in (b" ", b"\t") and seen:
            continue
        found = _LINE.match(line)
        if found is None:
            break
        seen.setdefault(found[1].lower(), found[2])
    return seen
