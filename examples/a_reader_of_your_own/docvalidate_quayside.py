"""The drafts of an invented port community system: one field a line, its name, a bar, and its value.

    QUAYSIDE|1
    TYPE|SWB DRAFT
    CONSIGNEE|ACME IMPORTS LLC;12 PIER ROAD;BOSTON, MA 02110, USA

Installed, `docvalidate formats` lists it, and `docvalidate check` reads such files like any other.
"""

from docvalidate.limits import ReadSettings
from docvalidate.model import Source, TransportDocument, UnreadableDocument
from docvalidate.structured.parties import block
from docvalidate.structured.places import place

RECOGNISES = "the first line is QUAYSIDE|1"
EXTRA = None
SECOND_READING = False


def claims(data: bytes) -> bool:
    """The file says so in its first line."""
    return data.startswith(b"QUAYSIDE|1\n")


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Hand on what each line says. Raises UnreadableDocument where a line is none."""
    fields: dict[str, tuple[str, Source]] = {}
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
        key, bar, value = line.partition("|")
        if not bar:
            raise UnreadableDocument(f"line {number} has no bar: ask for the file again", "damaged")
        fields[key] = value, Source(document=name, path=f"line {number}", caption=key)

    def text(key: str) -> str | None:
        return fields[key][0] if key in fields else None

    def parties(key: str) -> list[object]:
        if key not in fields:
            return []
        value, source = fields[key]
        return [block(source, value.split(";"))]

    def at(key: str) -> object:
        return place(fields[key][1], name=fields[key][0]) if key in fields else None

    return TransportDocument.model_validate(
        {
            "kind": "sea_waybill" if "SWB" in (text("TYPE") or "") else "bill_of_lading",
            "draft": "DRAFT" in (text("TYPE") or ""),
            "number": text("NUMBER"),
            "booking_number": text("BOOKING"),
            "consignee": next(iter(parties("CONSIGNEE")), None),
            "notify_parties": parties("NOTIFY"),
            "port_of_loading": at("POL"),
            "port_of_discharge": at("POD"),
            "place_of_delivery": at("DELIVERY"),
            "transshipment_ports": [port] if (port := at("VIA")) else [],
        }
    )
