"""XML of a schema that is not read here is named, so that nobody takes it for a paper that was looked at."""

from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model.document import TransportDocument
from docvalidate.structured.xml_file import load, looks_like_xml, root_of

from . import ubl

EXTRA = None
RECOGNISES = "any other XML, to say which it is"
SECOND_READING = False
_UBL = "urn:oasis:names:specification:ubl:"
_KNOWN = (
    ("cargowise", "CargoWise XML ({name}): not supported without a licensed schema", "unknown-schema"),
    (_UBL, "a UBL {name}, and no bill of lading, waybill or forwarding instructions", "not-a-transport-document"),
    ("w3.org/2000/svg", "a drawing (SVG), and no bill of lading", "not-a-transport-document"),
    ("w3.org/2001/XMLSchema", "an XML schema, and no bill of lading", "not-a-transport-document"),
)  # fmt: skip


def claims(data: bytes) -> bool:
    """XML that no other reader takes: neither a page for a browser nor a UBL paper; whatever has a DOCTYPE, too."""
    if not looks_like_xml(data):
        return False
    root = root_of(data)
    return root is None or not (root.is_html or ubl.claims(data))


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Never read; says what the file is. Raises UnreadableDocument."""
    load(data)
    root = root_of(data)
    namespace, element = (root.namespace or "", root.name) if root else ("", "?")
    if element in ("UniversalShipment", "UniversalInterchange", "UniversalEvent"):
        namespace = f"cargowise {namespace}"
    for part, message, reason in _KNOWN:
        if part in namespace.lower() or part in namespace:
            raise UnreadableDocument(message.format(name=element), reason)
    of = f" of {namespace}" if namespace else ""
    raise UnreadableDocument(f"XML with the root {element}{of}: not a schema that can be read", "unknown-schema")
