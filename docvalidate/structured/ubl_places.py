"""The places of a UBL shipment: its stages say where the ports are, its delivery says where it ends."""

from collections.abc import Sequence

from docvalidate.compare.routing import same_place
from docvalidate.model.document import Doubt, DoubtKind, Place

from .ubl_elements import Element, part, parts
from .ubl_stages import Stage, address_as_place, location, stages_beside, unjoined


class Places:
    """The ports and places of one shipment, with what stays open about them."""

    def __init__(self, shipment: Element, stages: Sequence[Stage], document: str) -> None:
        self.shipment, self.stages, self.document = shipment, stages, document
        self.doubts: list[Doubt] = []
        main = [stage for stage in stages if stage.carriage == "main"] or list(stages)
        self._sea = [stage for stage in main if stage.means == "vessel"] or main
        self.main = next((stage for stage in self._sea if stage.vessel), self._sea[0] if self._sea else None)
        self._beside()
        if (gap := unjoined(stages)) is not None:
            self._doubt("ambiguous", "transshipment_port", (gap,), next(iter(self._ends()), None))

    def _beside(self) -> None:
        """Stages of consignments, and ports at a border, that the stages of the shipment know nothing of."""
        ends = [*self._ends(), *(stage.through for stage in self.stages if stage.through is not None)]
        found = [
            port for stage in stages_beside(self.shipment, self.document)
            for port in (stage.load, stage.through, stage.discharge) if port is not None
        ]  # fmt: skip
        if any(stage.discharge is not None for stage in self.stages):
            holders = (self.shipment, *parts(self.shipment, "Consignment"))
            border = [location(part(it, "FirstArrivalPortLocation"), self.document) for it in holders]
            found += [port for port in border if port is not None]
        for stage in self.stages:
            for port in (stage.load, stage.through, stage.discharge):
                if port is not None and " / " in port.text:
                    # A name and a description that mean two ports; the code beside them settles nothing.
                    self._doubt("ambiguous", "transshipment_port", (port.text,), port)
        for port in found:
            if not any(same_place(port, end) for end in ends):
                known = tuple(dict.fromkeys(end.text for end in ends))
                self._doubt("ambiguous", "transshipment_port", (port.text, *known[:3]), port)

    def receipt(self) -> Place | None:
        """Where carriage begins: before the main stage, else where the carrier takes the goods over."""
        for stage in self.stages:
            if stage.carriage == "pre" and stage.load is not None:
                return stage.load
        for stage in self.stages:
            for event in ("ReceiptTransportEvent", "TakeoverTransportEvent", "AcceptanceTransportEvent"):
                if found := location(part(stage.element, event, "Location"), self.document):
                    return found
        despatch = part(self.shipment, "Delivery", "Despatch")
        return location(part(despatch, "DespatchLocation"), self.document) or address_as_place(
            part(despatch, "DespatchAddress"), self.document
        )

    def loading(self) -> Place | None:
        """Where the first main stage by sea begins."""
        found = next((stage.load for stage in self._sea if stage.load is not None), None)
        return found or self._by_border("LastExitPortLocation", "port_of_loading")

    def discharge(self) -> Place | None:
        """Where the last main stage by sea ends."""
        found = next((stage.discharge for stage in reversed(self._sea) if stage.discharge is not None), None)
        return found or self._by_border("FirstArrivalPortLocation", "port_of_discharge")

    def delivery(self) -> Place | None:
        """Where the goods are handed over; a location, an address and a last stage that disagree leave it open."""
        deliveries = parts(self.shipment, "Delivery")
        ends = [stage.discharge for stage in self.stages if stage.carriage == "on" and stage.discharge is not None]
        found = [
            place
            for place in (
                *(location(part(it, "DeliveryLocation"), self.document) for it in deliveries),
                *(address_as_place(part(it, "DeliveryAddress"), self.document) for it in deliveries),
                *ends[-1:],
            )
            if place is not None
        ]
        others = [place for place in found[1:] if same_place(found[0], place) is False]
        if others:
            self._doubt("ambiguous", "place_of_delivery", (found[0].text, others[0].text), found[0])
            if len(deliveries) > 1:
                # Goods of one paper that end in two places may take two ways there.
                self._doubt("ambiguous", "transshipment_port", (found[0].text, others[0].text), found[0])
        return found[0] if found else None

    def _by_border(self, name: str, field: str) -> Place | None:
        """The port where the goods leave or enter the country, which is that of a ship's where no stage says more."""
        for holder in (self.shipment, *parts(self.shipment, "Consignment")):
            if found := location(part(holder, name), self.document):
                self._doubt("convention", field, (f"{name}: {found.text}",), found)
                return found
        return None

    def _ends(self) -> list[Place]:
        return [place for stage in self.stages for place in (stage.discharge, stage.load) if place is not None]

    def _doubt(self, kind: DoubtKind, field: str, texts: tuple[str, ...], place: Place | None) -> None:
        sources = (place.source,) if place is not None and place.source is not None else ()
        self.doubts.append(Doubt(kind=kind, field=field, texts=texts, sources=sources))
