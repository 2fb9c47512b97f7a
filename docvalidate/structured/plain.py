"""A file is text when it holds letters in a charset of any width, and no control characters but those of a printer."""

_OTHERS = (
    b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"\xd0\xcf\x11\xe0", b"%!PS", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff",
    b"GIF8", b"II*\0", b"MM\0*", b"RIFF", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\xfd7zXZ", b"\x7fELF",
    b"\x78\x9f\x3e\x22",
)  # fmt: skip
"""How files of other kinds begin; the last is the attachment of Outlook (winmail.dat)."""
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\b\x1b\x1a\x0e\x0f\x12"))
_LOOK = 4_000


def looks_like_text(data: bytes) -> bool:
    """The file holds letters, and begins as no office file, picture or archive does.

    >>> looks_like_text(b"SEA WAYBILL DRAFT\\nCONSIGNEE: ACME LLC"), looks_like_text(b"PK\\x03\\x04 and so on")
    (True, False)
    """
    if data.startswith(_OTHERS) or b"%PDF-" in data[:1024]:
        return False
    head = _without_marks(data[:_LOOK])
    return head is not None and bool(head.strip())


def _without_marks(head: bytes) -> bytes | None:
    """The beginning of the file, in one byte a letter; null where it is not text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace").encode("utf-8", "replace")
    if b"\0" in head:
        even, odd = head[::2].count(0), head[1::2].count(0)
        if min(even, odd) > 0.05 * max(even, odd) or max(even, odd) < 0.05 * len(head):
            return None
        charset = "utf-16-le" if odd > even else "utf-16-be"
        head = head[: len(head) // 2 * 2].decode(charset, "replace").encode("utf-8", "replace")
    return None if any(byte in _CONTROL for byte in head) else head.removeprefix(b"\xef\xbb\xbf")
