"""JSON of no known schema: claimed so that it is refused with the reason, and not as a file of no format at all."""

from functools import lru_cache

from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.structured.json_file import load, looks_like_json

EXTRA = None
RECOGNISES = "JSON that no other reader knows (it is refused, with the reason)"
SECOND_READING = False
READS_JSON = True


@lru_cache(maxsize=4)
def claims(data: bytes) -> bool:
    """The file begins as JSON does, and no reader that says READS_JSON knows it."""
    from docvalidate.readers import shelf

    others = [it for name, it in shelf().items() if getattr(it, "READS_JSON", False) and not __name__.endswith(name)]
    return looks_like_json(data) and not any(reader.claims(data) for reader in others)


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Say what is wrong with the file. Raises UnreadableDocument, always."""
    try:
        value = load(data)
    except UnreadableDocument as error:
        if error.reason == "damaged" and _is_cut(data, error.__cause__):
            raise UnreadableDocument("the JSON is cut off before its end: ask for it again", "truncated") from error
        raise
    if isinstance(value, dict) and ("$schema" in value or "openapi" in value):
        what = "a schema or the description of an interface, and no document: ask for the document itself"
    elif isinstance(value, dict) and _ANSWERS & value.keys():
        what = "an interface's answer, with an error or a status, and no document: ask for the document itself"
    elif value in ([], {}):
        what = "JSON with nothing in it: ask for the file again"
    else:
        keys = ", ".join(str(key)[:30] for key in list(value)[:5]) if isinstance(value, dict) else "a list"
        what = f"JSON of no known schema ({keys}): ask for a DCSA or FIATA file, or for the PDF"
    raise UnreadableDocument(what, "unknown-schema")


_ANSWERS = frozenset({"statusCode", "errors", "error", "httpMethod", "errorDateTime"})


def _is_cut(data: bytes, cause: BaseException | None) -> bool:
    """The parser came to the end of the file and wanted more."""
    at = getattr(cause, "pos", None)
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    return at is not None and (at >= len(text.rstrip()) or "Unterminated" in str(cause))
