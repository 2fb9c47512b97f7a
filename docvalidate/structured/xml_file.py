"""An XML file from outside brings nothing along: no DOCTYPE, no entity, no network, no huge tree."""

import re
from functools import lru_cache
from typing import Any

from docvalidate.errors import UnreadableDocument

MOST_BYTES = 20_000_000
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")


def looks_like_xml(data: bytes) -> bool:
    """The file begins as an XML document does."""
    return data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"


def root_name(data: bytes) -> str | None:
    """The local name of the first element, without parsing the file."""
    found = _ROOT.search(data[:100_000]) if looks_like_xml(data) else None
    return found[1].decode("ascii", "replace") if found else None


@lru_cache(maxsize=2)
def load(data: bytes) -> Any:
    """The root element (lxml). Raises UnreadableDocument where it is not well formed or brings a DOCTYPE along."""
    from lxml import etree

    if len(data) > MOST_BYTES:
        raise UnreadableDocument(f"{len(data):,} bytes of XML: no document is so large", "too-large")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or "<!DOCTYPE".encode("utf-16-le") in data:
        # Entities can blow up memory and fetch files; no document of the trade needs them.
        raise UnreadableDocument("XML with a DOCTYPE: it is not read, ask for the file without one", "unsafe-xml")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(f"not well-formed XML: {error}: ask for the file again", "damaged") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument("XML with a DOCTYPE: it is not read, ask for the file without one", "unsafe-xml")
    return root
