"""A port is told in many places of a UBL file; one that no stage has may be where the goods change over."""

import re
from collections.abc import Iterator, Sequence

from docvalidate.model.document import Place
from docvalidate.reference.countries import country_code
from docvalidate.reference.ports import identify

from .ubl_elements import CAC, Element, local, part, parts, texts
from .ubl_stages import location, stages_beside

_NO_CALL = re.compile(r"(?:Registry|RemainingWasteDelivery|WHOAffectedArea|FirstArrival|LastExit)PortLocation")
"""Where a ship is registered or leaves its waste, and the ports at a border, which have a reading of their own."""
_AT_THE_DOOR = re.compile(
    r"\w*(?:Pickup|Delivery|Dropoff|Takeover|Receipt|Acceptance|Availability|Detention|Storage|Warehousing)"
    r"TransportEvent"
)
"""Events of the hand-over by land, before or after the ship."""
_HANDED_OVER = re.compile(r"\w*(?:Delivery|Dropoff)TransportEvent")


def ports_beside(shipment: Element, document: str, *, border: Sequence[str]) -> Iterator[Place]:
    """The ports of every stage, event and call in the file; those at a border that `border` names."""
    for stage in stages_beside(shipment, document):
        yield from stage.ports
    for holder in (shipment, *parts(shipment, "Consignment")):
        for name in border:
            if (port := location(part(holder, name), document)) is not None:
                yield port
    for element in shipment.getroottree().getroot().iter(f"{{{CAC}}}*"):
        name = local(element)
        called = name.endswith("PortLocation") and not _NO_CALL.fullmatch(name)
        event = local(element.getparent()) if element.getparent() is not None else ""
        passed = name == "Location" and event.endswith("TransportEvent") and not _AT_THE_DOOR.fullmatch(event)
        if name == "SubsidiaryLocation" and (place := location(element, document)) is not None:
            # Within a port it is a terminal, of which no list tells; another port it is where a list knows it as one.
            if identify(place.text, place.locode).codes:
                yield place
        elif (called or passed) and (place := location(element, document)) is not None:
            yield place


def deliveries_beside(shipment: Element, document: str) -> Iterator[Place]:
    """Where else the goods are handed over: in the plan of a delivery, or as the alternative to it."""
    for element in shipment.iter(f"{{{CAC}}}AlternativeDeliveryLocation", f"{{{CAC}}}Location"):
        event = local(element.getparent())
        if local(element) == "Location" and not _HANDED_OVER.fullmatch(event):
            continue
        if (place := location(element, document)) is not None:
            yield place


def vessels_in(shipment: Element) -> Iterator[tuple[Element, str]]:
    """The ships anywhere in the shipment, by name."""
    for ship in shipment.iter(f"{{{CAC}}}MaritimeTransport"):
        for name in texts(ship, "VesselName"):
            yield ship, name


def country_of(place: Place) -> str | None:
    """The country that the place lies in, by its code or by the last words of its name."""
    if place.locode:
        return place.locode[:2]
    countries = {code[:2] for code in identify(place.text).codes}
    return countries.pop() if len(countries) == 1 else country_code(place.text.rpartition(",")[2].strip())
