"""UBL: a Waybill is of any mode of transport, so it passes for a sea paper only where its stages say so.

OASIS UBL 2.0 to 2.5: Waybill, BillOfLading and ForwardingInstructions (a shipping instruction). Of several names that
the standard has for a place, the stage's own ports speak first. An air, rail or road waybill is read like any other,
with a doubt for each field that a check asks for. What no field shows, remarks and parties and ports beside the checked
ones, is read as well, so that nothing in the file is silent.
"""

from collections.abc import Iterator, Sequence

from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model.document import Doubt, Kind, Party, Place, TransportDocument
from docvalidate.structured.ubl_elements import UBL, Element, is_true, local, part, parts, source_of, text, texts
from docvalidate.structured.ubl_parties import party_of
from docvalidate.structured.ubl_places import Places
from docvalidate.structured.ubl_remarks import doubts_in_remarks, ends_there
from docvalidate.structured.ubl_second_parties import contradictions, others_of
from docvalidate.structured.ubl_stages import Stage, legs_of, ports_through, stages_of
from docvalidate.structured.ubl_texts import Said, names_of_others, said_besides
from docvalidate.structured.ubl_words import bill_of, marks_of, mode_in_words
from docvalidate.structured.xml_file import load, root_of

from ._free_text import FreeText, read_text

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
    consignee, notify = parties.consignee(to_order), parties.notify_parties(shipment)
    parties.others(root, consignee, notify)
    places.elsewhere()
    shown = (places.receipt(), places.loading(), places.discharge(), places.delivery())
    texts_left = said_besides(root, [it.text for it in (consignee, *notify) if it is not None], name)
    said = read_text(((it.source, (it.text,), True) for it in texts_left), notify)
    said.through = [it for it in said.through if not ends_there(it, texts_left, shown[2])]
    citations = tuple({it.version: it for it in reversed(said.citations)}.values())[::-1]
    through = said.added_to(ports_through(stages))
    known = [it for it in (*shown, *(port for stage in stages for port in stage.ports), *through) if it is not None]
    return TransportDocument(
        kind="unknown" if foreign and local(root) != "ForwardingInstructions" else KINDS[local(root)],
        draft=draft,
        bill=bill_of(root),
        number=text(root, "ID"),
        booking_number=references[0] if references else None,
        references=tuple(dict.fromkeys((*references[1:], *_references(root)))),
        shipper=parties.first("ConsignorParty"),
        consignee=consignee,
        notify_parties=notify,
        forwarding_agent=parties.first("FreightForwarderParty"),
        place_of_receipt=shown[0],
        port_of_loading=shown[1],
        port_of_discharge=shown[2],
        place_of_delivery=shown[3],
        transshipment_ports=through,
        direct=said.direct,
        legs=legs_of(stages),
        vessel=main.vessel if main else None,
        voyage=main.voyage if main else None,
        cites_instruction=citations[0] if citations else None,
        cites_also=citations[1:],
        marks=marks,
        doubts=(
            *(_doubt(field, foreign, name) for field in CHECKED if foreign),
            *(_doubt(field, cancelled, name) for field in CHECKED if cancelled),
            *parties.doubts,
            *places.doubts,
            *(_doubt(field, several, name) for field in CHECKED if several),
            *_in_words(root, texts_left, said, consignee, notify, known),
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

    def others(self, root: Element, consignee: Party | None, notify: Sequence[Party]) -> None:
        """Whoever else in the file is to be notified or receives the goods."""
        deliveries = [it for holder in self.holders for it in parts(holder, "Delivery")]
        read = [
            it
            for role in ("ConsigneeParty", "NotifyParty")
            for holder in (*self.holders, *deliveries)
            for it in parts(holder, role)
        ]
        for field, party in others_of(root, read, consignee, notify, self.document):
            self._differ(field, [(party.text, party)])

    def _names(self, field: str, role: str) -> None:
        for element in (it for holder in self.holders for it in parts(holder, role)):
            party = party_of(element, self.document)
            if party is not None:
                for texts_told in contradictions(element, party):
                    self._differ(field, [(it, party) for it in texts_told])

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


def _in_words(
    root: Element,
    texts_left: Sequence[Said],
    said: FreeText,
    consignee: Party | None,
    notify: Sequence[Party],
    known: Sequence[Place],
) -> Iterator[Doubt]:
    """What the texts beside the fields leave open, each question once."""
    parties = {
        field: [it.name for it in of if it is not None and it.name]
        for field, of in (("consignee", [consignee]), ("notify_party", notify))
    }
    left = doubts_in_remarks(texts_left, parties, names_of_others(root), known)
    told: list[tuple[str | None, str]] = []
    for doubt in (*left, *said.doubts):
        whole = " ".join(doubt.texts)
        if not any(field == doubt.field and text in whole for field, text in told):
            told.append((doubt.field, whole))
            yield doubt


def _doubt(field: str, said: tuple[str, Element], document: str) -> Doubt:
    return Doubt(kind="ambiguous", field=field, texts=(said[0],), sources=(source_of(said[1], document),))


def _references(root: Element) -> Iterator[str]:
    for it in parts(root, "DocumentReference"):
        if number := text(it, "ID"):
            yield " ".join(filter(None, (text(it, "DocumentType"), number)))


__all__ = ["Place", "claims", "read"]
