"""TXT: a print-out is set as a page, each character in its column, so that the rules for printed forms read it too.

Columns stand where they were printed; tabs stop at every eighth column, Chinese characters take two, frames drawn with
the keyboard are frames, and a form feed begins a page. A file of separated values is read as a table.
"""

from docvalidate.engines.plain_text import pages_of
from docvalidate.layout.document import document_of
from docvalidate.layout.paths import with_paths
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument, UnreadableDocument
from docvalidate.structured.charset import decoded
from docvalidate.structured.plain import looks_like_text

EXTRA = None
RECOGNISES = "text that is no JSON, XML, HTML, EDI or e-mail"
SECOND_READING = False
MOST_BYTES = 5_000_000


def claims(data: bytes) -> bool:
    """The file is text, and no other reader knows it as a format of its own: JSON, XML, EDI, an e-mail, a web page."""
    from docvalidate.readers import shelf

    return looks_like_text(data) and not any(
        reader.claims(data) for name, reader in shelf().items() if not __name__.endswith(f".{name}")
    )


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Read a print-out."""
    if len(data) > min(MOST_BYTES, settings.max_bytes):
        raise UnreadableDocument(f"{len(data):,} bytes of text: no paper is so long", "too-large")
    pages = tuple(pages_of(decoded(data)))
    if len(pages) > settings.max_pages:
        raise UnreadableDocument(
            f"{len(pages)} pages, and the limit is {settings.max_pages}: raise --max-pages", "too-large"
        )
    return with_paths(document_of(pages, name), pages)
