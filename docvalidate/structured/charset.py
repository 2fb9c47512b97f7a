"""Text from outside hardly ever says in which charset it is: its own word counts, then UTF-8, then its bytes."""

from docvalidate.errors import UnreadableDocument

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
GUESSED = ("gb18030", "big5", "shift_jis", "euc_kr", "cp1252", "cp1250", "cp1254", "latin_1")
"""The charsets that shipping papers come in, where they are not in UTF-8."""


def decoded(data: bytes, declared: str | None = None) -> str:
    """The text of the bytes. Raises UnreadableDocument where they are no text in any charset that papers come in.

    >>> decoded("收货人".encode()), decoded("收貨人".encode("big5"), "big5")
    ('收货人', '收貨人')
    """
    for mark, charset in MARKS:
        if data.startswith(mark):
            return _strict(data, charset)
    for charset in filter(None, (declared, "utf-8")):
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(GUESSED)).best()
    if best is None or b"\0" in data:
        raise UnreadableDocument("the file is no text in any known charset: ask for it again", "unknown-charset")
    return str(best)


def _strict(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(f"the file says that it is {charset} and is not", "unknown-charset") from error
