"""The places of a UBL shipment: its stages say where the ports are, its delivery says where it ends."""

from collections.abc import Sequence

from docvalidate.compare.routing import same_place
from docvalidate.model.document import Doubt, DoubtKind, Place
from docvalidate.reference.countries import country_code
from docvalidate.reference.ports import identify
from docvalidate.reference.spelling import words_of

from .ubl_elements import CAC, Element, part, parts, source_of, text
from .ubl_ports_beside import country_of, deliveries_beside, ports_beside, vessels_in
from .ubl_stages import SEVERAL_SHIPS, Stage, address_as_place, in_another_order, location, ships_of, unjoined

MOST_DOUBTS = 20
"""Where so much is open, one port more opens nothing."""


class Places:
    """The ports and places of one shipment, with what stays open about them."""

    def __init__(self, shipment: Element, stages: Sequence[Stage], document: str) -> None:
        self.shipment, self.stages, self.document = shipment, stages, document
        self.doubts: list[Doubt] = []
        main = [stage for stage in stages if stage.carriage == "main"] or list(stages)
        self._sea = [stage for stage in main if stage.means == "vessel"] or main
        self.main = next((stage for stage in self._sea if stage.vessel), self._sea[0] if self._sea else None)
        self._beside()
        for told in (unjoined(stages), in_another_order(stages), *map(ships_of, stages)):
            if told is not None:
                self._doubt("ambiguous", "transshipment_port", (told,), next(iter(self._ends()), None))

    def _beside(self) -> None:
        """Stages of consignments, ports and ships anywhere in the file that the stages of the shipment do not have."""
        known = [port for stage in self.stages for port in stage.ports]
        for port in known:
            if " / " in port.text:
                # A name and a description that mean two ports; the code beside them settles nothing.
                self._doubt("ambiguous", "transshipment_port", (port.text,), port)
        border = (
            ("FirstArrivalPortLocation", any(stage.discharge is not None for stage in self.stages)),
            ("LastExitPortLocation", any(stage.load is not None for stage in self.stages)),
        )
        for port in ports_beside(self.shipment, self.document, border=tuple(name for name, asked in border if asked)):
            if not any(same_place(port, end) or _within(port, end) for end in known):
                ends = tuple(dict.fromkeys(end.text for end in known))
                self._doubt("ambiguous", "transshipment_port", (port.text, *ends[:3]), port)
                known.append(port)
            if len(self.doubts) > MOST_DOUBTS:
                break
        ships = {words_of(name) for stage in self.stages for name in stage.vessels}
        for element, name in vessels_in(self.shipment):
            if ships and not any(words_of(it) in ships for it in SEVERAL_SHIPS.split(name)):
                source = source_of(element, self.document)
                self.doubts.append(
                    Doubt(kind="ambiguous", field="transshipment_port", texts=(name,), sources=(source,))
                )

    def elsewhere(self) -> None:
        """Countries of transit and of destination, and deliveries, that the places of the shipment know nothing of."""
        ends = [self.receipt(), *(port for stage in self.stages for port in stage.ports), self._hand_over()]
        last = self._hand_over()
        for field, name, known in (
            ("transshipment_port", "TransitCountry", ends),
            ("place_of_delivery", "FinalDestinationCountry", [last]),
        ):
            told = {country for end in known if end is not None and (country := country_of(end))}
            for element in self.shipment.iter(f"{{{CAC}}}{name}"):
                country = text(element, "IdentificationCode") or text(element, "Name")
                if country and told and (country_code(country) or country) not in told:
                    place = Place(text=country, source=source_of(element, self.document))
                    self._doubt("ambiguous", field, (country,), place)
        for place in deliveries_beside(self.shipment, self.document):
            if last is not None and same_place(place, last) is False:
                self._doubt("ambiguous", "place_of_delivery", (last.text, place.text), place)

    def _hand_over(self) -> Place | None:
        return next(iter(self._delivered()), None) or self.discharge()

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
        deliveries, found = parts(self.shipment, "Delivery"), self._delivered()
        others = [place for place in found[1:] if same_place(found[0], place) is False]
        if others:
            self._doubt("ambiguous", "place_of_delivery", (found[0].text, others[0].text), found[0])
            if len(deliveries) > 1:
                # Goods of one paper that end in two places may take two ways there.
                self._doubt("ambiguous", "transshipment_port", (found[0].text, others[0].text), found[0])
        return found[0] if found else None

    def _delivered(self) -> list[Place]:
        deliveries = parts(self.shipment, "Delivery")
        ends = [stage.discharge for stage in self.stages if stage.carriage == "on" and stage.discharge is not None]
        return [
            place
            for place in (
                *(location(part(it, "DeliveryLocation"), self.document) for it in deliveries),
                *(address_as_place(part(it, "DeliveryAddress"), self.document) for it in deliveries),
                *ends[-1:],
            )
            if place is not None
        ]

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
        doubt = Doubt(kind=kind, field=field, texts=texts, sources=sources)
        if doubt not in self.doubts:
            self.doubts.append(doubt)


def _within(port: Place, end: Place) -> bool:
    """A terminal that no list knows, with the name of its port: BUSAN NEW PORT."""
    name = set(words_of(end.text.partition(",")[0]))
    return not identify(port.text, port.locode).codes and bool(name) and name <= set(words_of(port.text))
