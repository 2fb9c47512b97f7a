"""UBL: a Waybill is of any mode of transport, so it passes for a sea paper only where its stages say so.

OASIS UBL 2.0 to 2.5: Waybill, BillOfLading and ForwardingInstructions (a shipping instruction). Of several names that
the standard has for a place, the stage's own ports speak first. An air, rail or road waybill is read like any other,
with a doubt for each field that a check asks for.
"""

from collections.abc import Iterator

from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model.document import Doubt, Kind, Party, Place, TransportDocument
from docvalidate.structured.ubl_elements import UBL, Element, is_true, local, part, parts, source_of, text, texts
from docvalidate.structured.ubl_parties import other_address, other_name, party_of
from docvalidate.structured.ubl_places import Places
from docvalidate.structured.ubl_stages import Stage, legs_of, ports_through, stages_of
from docvalidate.structured.ubl_words import bill_of, doubts_in_words, marks_of, mode_in_words
from docvalidate.structured.xml_file import load, root_of

EXTRA = None
RECOGNISES = "XML whose root is a UBL 2 Waybill, BillOfLading or ForwardingInstructions"
SECOND_READING = False
KINDS: dict[str, Kind] = {
    "Waybill": "sea_waybill", "BillOfLading": "bill_of_lading", "ForwardingInstructions": "shipping_instruction",
}  # fmt: skip
CHECKED = ("consignee", "notify_party", "transshipment_port")


def claims(data: bytes) -> bool:
    """The root is one of the three documents in its own namespace; a file with a DOCTYPE is left to be refused."""
    root = root_of(data)
    return root is not None and root.name in KINDS and root.namespace == f"{UBL}{root.name}-2"


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Read a waybill, a bill of lading or forwarding instructions."""
    root = load(data)
    shipment = part(root, "Shipment")
    if shipment is None:
        message = f"a UBL {local(root)} without a cac:Shipment says nothing of parties and ports: ask for it again"
        raise UnreadableDocument(message, "nothing-to-read")
    stages = stages_of(shipment, name)
    consignments = parts(shipment, "Consignment")
    parties = _Parties([*consignments, shipment, root], name)
    to_order = local(root) != "Waybill" and is_true(root, "ToOrderIndicator")
    places = Places(shipment, stages, name)
    main = places.main
    foreign = _foreign(root, stages)
    shipments = parts(root, "Shipment")
    several = (
        (f"{len(shipments)} shipments on one paper, and only the first is read", shipments[1])
        if len(shipments) > 1
        else None
    )
    marks, draft, cancelled = marks_of(root)
    references = texts(root, "CarrierAssignedID", "ShippingOrderID") + tuple(
        reference for it in consignments for reference in texts(it, "CarrierAssignedID")
    )
    return TransportDocument(
        kind="unknown" if foreign and local(root) != "ForwardingInstructions" else KINDS[local(root)],
        draft=draft,
        bill=bill_of(root),
        number=text(root, "ID"),
        booking_number=references[0] if references else None,
        references=tuple(dict.fromkeys((*references[1:], *_references(root)))),
        shipper=parties.first("ConsignorParty"),
        consignee=parties.consignee(to_order),
        notify_parties=parties.notify_parties(shipment),
        forwarding_agent=parties.first("FreightForwarderParty"),
        place_of_receipt=places.receipt(),
        port_of_loading=places.loading(),
        port_of_discharge=places.discharge(),
        place_of_delivery=places.delivery(),
        transshipment_ports=ports_through(stages),
        legs=legs_of(stages),
        vessel=main.vessel if main else None,
        voyage=main.voyage if main else None,
        marks=marks,
        doubts=(
            *(_doubt(field, foreign, name) for field in CHECKED if foreign),
            *(_doubt(field, cancelled, name) for field in CHECKED if cancelled),
            *parties.doubts,
            *places.doubts,
            *(_doubt(field, several, name) for field in CHECKED if several),
            *doubts_in_words(root, shipment, [port.text for port in ports_through(stages)], name),
        ),
        file=name,
    )


class _Parties:
    """The parties of one document; holders that stand nearer to the goods are asked first."""

    def __init__(self, holders: list[Element], document: str) -> None:
        self.holders, self.document = holders, document
        self.doubts: list[Doubt] = []

    def all(self, role: str, *, to_order: bool = False) -> list[Party]:
        """Every party of that role, each once."""
        found: dict[str, Party] = {}
        for element in (it for holder in self.holders for it in parts(holder, role)):
            party = party_of(element, self.document, to_order=to_order)
            if party is not None:
                found.setdefault(party.text, party)
        return list(found.values())

    def first(self, role: str) -> Party | None:
        """The party of that role that nobody checks; the document's own speaks before the consignment's."""
        own = party_of(part(self.holders[-1], role), self.document)
        return own or next(iter(self.all(role)), None)

    def consignee(self, to_order: bool) -> Party | None:
        """The consignee; consignments of one document to several are an open question."""
        found = self.all("ConsigneeParty", to_order=to_order)
        if len(found) > 1:
            self._differ("consignee", [(party.text, party) for party in found])
        self._names("consignee", "ConsigneeParty")
        if not found and to_order:
            source = source_of(self.holders[-1], self.document)
            return Party(text="TO ORDER", to_order=True, source=source)
        return found[0] if found else None

    def notify_parties(self, shipment: Element) -> tuple[Party, ...]:
        """Those to notify of the arrival, and those to notify of the delivery."""
        self._names("notify_party", "NotifyParty")
        found = {party.text: party for party in self.all("NotifyParty")}
        for element in (it for delivery in parts(shipment, "Delivery") for it in parts(delivery, "NotifyParty")):
            party = party_of(element, self.document)
            if party is not None:
                found.setdefault(party.text, party)
        return tuple(found.values())

    def _names(self, field: str, role: str) -> None:
        for element in (it for holder in self.holders for it in parts(holder, role)):
            party, registered = party_of(element, self.document), other_name(element)
            if party is not None and (lines := other_address(element)) is not None:
                self._differ(field, [(line, party) for line in lines])
            if party is not None and registered:
                self._differ(field, [(party.name or party.text, party), (registered, party)])

    def _differ(self, field: str, said: list[tuple[str, Party]]) -> None:
        sources = tuple(party.source for _, party in said if party.source is not None)
        self.doubts.append(Doubt(kind="ambiguous", field=field, texts=tuple(it for it, _ in said), sources=sources))


def _foreign(root: Element, stages: tuple[Stage, ...]) -> tuple[str, Element] | None:
    """What makes the paper no sea paper, in words, and where it says so; null where it is one."""
    said = mode_in_words(root)
    main = [stage for stage in stages if stage.carriage == "main"] or list(stages)
    for stage in main:
        if stage.disagrees:
            return stage.disagrees, stage.element
    means = {stage.means for stage in main} - {"unknown"}
    other = sorted(means - {"vessel"}, key=["air", "rail", "truck", "barge"].index)
    names = {"air": "by air", "rail": "by rail", "truck": "by road", "barge": "on inland waters"}
    if other and ("vessel" not in means or "air" in means):
        where = next(stage.element for stage in main if stage.means == other[0])
        return f"a {local(root)} for carriage {names[other[0]]}, no sea paper", where
    if said is not None and said[0] != "vessel":
        return f"{said[1]}, no sea paper", root
    if local(root) == "Waybill" and not means and said is None and not any(stage.vessel for stage in main):
        return "a Waybill that names no mode of transport and no vessel", root
    return None


def _doubt(field: str, said: tuple[str, Element], document: str) -> Doubt:
    return Doubt(kind="ambiguous", field=field, texts=(said[0],), sources=(source_of(said[1], document),))


def _references(root: Element) -> Iterator[str]:
    for it in parts(root, "DocumentReference"):
        if number := text(it, "ID"):
            yield " ".join(filter(None, (text(it, "DocumentType"), number)))


__all__ = ["Place", "claims", "read"]
