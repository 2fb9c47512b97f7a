"""A JSON file from outside is parsed once, with limits, whichever readers look at it."""

import json
from functools import lru_cache
from typing import Any

from docvalidate.errors import UnreadableDocument

MOST_BYTES = 20_000_000


def looks_like_json(data: bytes) -> bool:
    """The file begins as a JSON object or array does (RFC 8259); UTF-8, with or without a byte order mark."""
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start[:1] in (b"{", b"[") and not start.startswith(b"{\\rtf")


@lru_cache(maxsize=2)
def load(data: bytes) -> Any:
    """The value of the file. Raises UnreadableDocument where it is not JSON, too large, or nested too deep."""
    if len(data) > MOST_BYTES:
        raise UnreadableDocument(f"{len(data):,} bytes of JSON: no document is so large", "too-large")
    try:
        return json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except RecursionError as error:
        raise UnreadableDocument("JSON nested deeper than any document: ask for the file again", "too-deep") from error
    except UnicodeDecodeError as error:
        raise UnreadableDocument("the JSON is not in UTF-8: ask for the file again", "unknown-charset") from error
    except ValueError as error:
        raise UnreadableDocument(f"not valid JSON: {error}: ask for the file again", "damaged") from error


def load_object(data: bytes) -> dict[str, Any]:
    """The object that the file holds, for a look before reading; empty where it holds none or is not valid."""
    try:
        value = load(data) if looks_like_json(data) else None
    except UnreadableDocument:
        return {}
    return value if isinstance(value, dict) else {}
