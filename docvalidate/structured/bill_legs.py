"""A bill is no plan: two vessels on it prove that the goods change over, but not where: the place stays blank."""

from docvalidate.model.document import Leg, Mode, Place
from docvalidate.reference.ports import identify, relation

Voyage = tuple[str | None, str | None]
"""A vessel and its voyage."""
MODES: dict[str, Mode] = {
    "VESSEL": "vessel", "RAIL": "rail", "TRUCK": "truck", "BARGE": "barge",
    "RAIL_TRUCK": "rail", "BARGE_TRUCK": "barge", "BARGE_RAIL": "barge",
}  # fmt: skip
"""A combination has no sea-going vessel in it; MULTIMODAL may have one, and stays unknown."""


def chain(stops: list[Place | None], voyages: list[Voyage]) -> tuple[Leg, ...]:
    """Legs by vessel from stop to stop; where more vessels than stretches are told, somewhere between is left blank."""
    while len(stops) - 1 < len(voyages):
        stops = [*stops[:-1], None, stops[-1]]
    while len(voyages) < len(stops) - 1:
        voyages = [*voyages, (None, None)]
    return tuple(
        Leg(load=stops[index], discharge=stops[index + 1], mode="vessel", vessel=vessel, voyage=voyage)
        for index, (vessel, voyage) in enumerate(voyages)
    )


def bill_legs(
    places: dict[str, Place | None], voyages: list[Voyage], before: str = "", after: str = ""
) -> tuple[Leg, ...]:
    """The legs of a bill that shows more than one movement by sea; none of another, for a bill is no plan.

    Carriage by vessel before the port of loading or after the port of discharge changes over at that port.
    """
    by_sea = [before == "VESSEL", True, after == "VESSEL"]
    if len(voyages) < 2 and sum(by_sea) < 2:
        return ()
    receipt, delivery = places.get("place_of_receipt"), places.get("place_of_delivery")
    loading, discharge = places.get("port_of_loading"), places.get("port_of_discharge")
    legs = chain([loading, discharge], voyages or [(None, None)])
    if by_sea[0]:
        legs = (Leg(load=receipt, discharge=loading, mode="vessel"), *legs)
    goes_on = delivery is not None and discharge is not None and apart(discharge, delivery)
    if by_sea[2] or goes_on:
        legs = (*legs, Leg(load=discharge, discharge=delivery, mode=MODES.get(after, "unknown")))
    return legs


def apart(one: Place, other: Place) -> bool:
    """The two are certainly different places."""
    a, b = identify(one.text, one.locode).codes, identify(other.text, other.locode).codes
    if a and b:
        return all(relation(x, y) != "same" for x in a for y in b)
    return one.text.casefold() != other.text.casefold() and not (a or b)
