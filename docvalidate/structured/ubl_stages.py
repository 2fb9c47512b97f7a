"""A UBL shipment is carried in stages; a stage may pass through a port of its own, and then is two legs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from docvalidate.compare.routing import same_place
from docvalidate.model.document import Leg, Mode, Place
from docvalidate.reference.ports import identify
from docvalidate.reference.spelling import words_of

from .places import place
from .ubl_elements import Element, is_true, part, parts, source_of, text, texts, values
from .ubl_parties import AddressLines

Carriage = Literal["pre", "main", "on"]
Means = Literal["vessel", "barge", "rail", "truck", "air", "unknown"]
MODES: dict[str, Means] = {
    "1": "vessel", "2": "rail", "3": "truck", "4": "air", "8": "barge",
    "MARITIME": "vessel", "SEA": "vessel", "OCEAN": "vessel", "RAIL": "rail", "ROAD": "truck", "AIR": "air",
}  # fmt: skip
"""UN/ECE Recommendation 19, whatever list the file names: the official example names another one."""
_MEANS: tuple[tuple[str, Means], ...] = (
    ("MaritimeTransport", "vessel"), ("RailTransport", "rail"), ("RoadTransport", "truck"), ("AirTransport", "air"),
)  # fmt: skip
SEVERAL_SHIPS = re.compile(r"\s+[/+&]\s+|\s+then\s+|\s*;\s*", re.IGNORECASE)
_ORDER: tuple[Carriage, ...] = ("pre", "main", "on")


@dataclass(frozen=True)
class Stage:
    """One stage of carriage as the file states it; `disagrees` is what contradicts the mode, in words."""

    element: Element
    carriage: Carriage
    means: Means
    load: Place | None
    discharge: Place | None
    through: tuple[Place, ...]
    vessel: str | None
    voyage: str | None
    departure: str | None
    arrival: str | None
    disagrees: str | None = None
    vessels: tuple[str, ...] = ()
    voyages: tuple[str, ...] = ()

    @property
    def ports(self) -> tuple[Place, ...]:
        """Every port of the stage, in the order of travel."""
        return tuple(port for port in (self.load, *self.through, self.discharge) if port is not None)

    @property
    def at_sea(self) -> bool:
        """The stage is by sea, or may be."""
        return self.means in ("vessel", "unknown")


def stages_of(shipment: Element, document: str) -> tuple[Stage, ...]:
    """The stages in the order of travel: by their numbers where each has one of its own, else as they stand."""
    found: list[tuple[Element, Carriage | None]] = [(it, None) for it in parts(shipment, "ShipmentStage")]
    if not found:
        found = [(it, carriage) for whole in parts(shipment, "Consignment")[:1] for it, carriage in _named(whole)]
    numbers = [text(element, "ID") or "" for element, _ in found]
    if len(set(numbers)) == len(numbers) and all(number.isdecimal() for number in numbers):
        found = [it for _, it in sorted(zip(map(int, numbers), found, strict=True), key=lambda pair: pair[0])]
    stages = [_stage(element, carriage, document) for element, carriage in found]
    return tuple(sorted(stages, key=lambda stage: _ORDER.index(stage.carriage)))


def stages_beside(shipment: Element, document: str) -> tuple[Stage, ...]:
    """The stages that the plan of the shipment leaves out: of its consignments, where it or another one has some."""
    consignments = parts(shipment, "Consignment")
    left = consignments if parts(shipment, "ShipmentStage") else consignments[1:]
    return tuple(_stage(it, carriage, document) for whole in left for it, carriage in _named(whole))


def _named(consignment: Element) -> list[tuple[Element, Carriage | None]]:
    named: tuple[tuple[str, Carriage], ...] = (
        ("PreCarriageShipmentStage", "pre"), ("MainCarriageShipmentStage", "main"), ("OnCarriageShipmentStage", "on"),
    )  # fmt: skip
    return [(it, carriage) for name, carriage in named for it in parts(consignment, name)]


def legs_of(stages: Sequence[Stage]) -> tuple[Leg, ...]:
    """The stages as a transport plan. A bill with one stage shows its two ports and plans nothing.

    The vessel of a stage that passes through a port is one of two, and the file does not say which. A model without
    flights has no leg for one: as a leg of no known mode it would count as a voyage.
    """
    at_sea = sum(stage.at_sea for stage in stages)
    placed = sum(stage.load is not None or stage.discharge is not None for stage in stages)
    if at_sea < 2 and placed < 2 and not any(stage.through for stage in stages):
        return ()
    return tuple(leg for stage in stages if stage.means != "air" for leg in _legs(stage))


def ports_through(stages: Sequence[Stage]) -> tuple[Place, ...]:
    """The ports that the stages pass through in their own words, in the order of travel, each once."""
    found: list[Place] = []
    for port in (port for stage in stages for port in stage.through):
        if not any(same_place(port, known) for known in found):
            found.append(port)
    return tuple(found)


def unjoined(stages: Sequence[Stage]) -> str | None:
    """Two stages of which the second does not begin where the first one ends, in words; null where all join."""
    for one, after in pairwise(stages):
        if one.discharge and after.load and same_place(one.discharge, after.load) is False:
            return f"{one.discharge.text} / {after.load.text}"
    return None


def in_another_order(stages: Sequence[Stage]) -> str | None:
    """Two stages of which the second leaves before the first one, in words; null where the days follow the numbers."""
    for one, after in pairwise([stage for stage in stages if stage.departure]):
        if one.departure and after.departure and after.departure[:10] < one.departure[:10]:
            return f"{one.departure} / {after.departure}"
    return None


def ships_of(stage: Stage) -> str | None:
    """More ships or voyages than the stage has stretches, in words: they change over where it does not say."""
    most = max(stage.vessels, stage.voyages, key=len)
    return " / ".join(most) if len(most) > len(stage.through) + 1 else None


def location(element: Element | None, document: str) -> Place | None:
    """A location (cac:LocationType) by its UN/LOCODE and its name; what its scheme is called is not trusted.

    Without a name it is named by its address. A state and a country that the location gives beside its name belong to
    the name; a description that means another place than the name is shown beside it.
    """
    if element is None:
        return None
    identifier = text(element, "ID")
    given = (identifier or "").replace(" ", "").upper()
    code = given if len(given) == 5 and given.isascii() and given[:2].isalpha() and given.isalnum() else None
    name, described = text(element, "Name"), " ".join(texts(element, "Description"))
    said = name or described
    if name and described and identify(described).codes and _elsewhere(name, described):
        said = f"{name} / {described}"
    address = AddressLines(part(element, "Address"))
    state = text(element, "CountrySubentityCode", "CountrySubentity") or address.state
    if not said:
        said = address.as_place()
    elif code is None:
        extra = [it for it in (state, address.country) if it and not set(words_of(it)) <= set(words_of(said))]
        said = ", ".join((said, *extra))
    return place(source_of(element, document), name=said or (None if code else identifier), code=code)


def address_as_place(element: Element | None, document: str) -> Place | None:
    """The place that an address lies in."""
    return None if element is None else place(source_of(element, document), name=AddressLines(element).as_place())


def _elsewhere(one: str, other: str) -> bool:
    return same_place(Place(text=one), Place(text=other)) is False


def _stage(element: Element, carriage: Carriage | None, document: str) -> Stage:
    if carriage is None:
        pre, on = is_true(element, "PreCarriageIndicator"), is_true(element, "OnCarriageIndicator")
        carriage = "pre" if pre and not on else "on" if on and not pre else "main"
    means = part(element, "TransportMeans")
    code = text(element, "TransportModeCode") or ""
    coded: Means = MODES.get(code.upper(), "unknown")
    shown: Means = next((mode for name, mode in _MEANS if part(means, name) is not None), "unknown")
    disagrees = None
    if "unknown" not in (coded, shown) and coded != shown and (coded, shown) != ("barge", "vessel"):
        disagrees = f"TransportModeCode {code} and {next(name for name, mode in _MEANS if mode == shown)}"
    ships = [it for means in parts(element, "TransportMeans") for it in parts(means, "MaritimeTransport")]
    vessels = [name for it in ships for name in texts(it, "VesselName") or texts(it, "VesselID")]
    vessels = [name for told in vessels for name in SEVERAL_SHIPS.split(told)]
    voyages = [it for means in parts(element, "TransportMeans") for it in texts(means, "JourneyID")]
    through = (location(it, document) for it in parts(element, "TransshipPortLocation"))
    return Stage(
        element=element,
        carriage=carriage,
        means="unknown" if disagrees else coded if coded != "unknown" else shown,
        load=location(part(element, "LoadingPortLocation"), document),
        discharge=location(part(element, "UnloadingPortLocation"), document),
        through=tuple(port for port in through if port is not None),
        vessel=next(iter(vessels), None),
        voyage=next(iter(voyages), None),
        departure=_day(element, "Departure", "StartDate"),
        arrival=_day(element, "Arrival", "EndDate"),
        disagrees=disagrees,
        vessels=tuple(dict.fromkeys(vessels)),
        voyages=tuple(dict.fromkeys(voyages)),
    )


def _day(element: Element, event: str, edge: str) -> str | None:
    for kind in ("Actual", "Estimated", "Planned"):
        if said := text(part(element, f"{kind}{event}TransportEvent"), "OccurrenceDate"):
            return said
    return text(part(element, "TransitPeriod"), edge) or text(part(element, "EstimatedTransitPeriod"), edge)


def _legs(stage: Stage) -> list[Leg]:
    mode: Mode = "unknown" if stage.means == "air" else stage.means
    load, discharge = _planned(stage.load), _planned(stage.discharge)
    ends = [end for end in (load, discharge) if end is not None]
    through = [_planned(port) for port in stage.through if not any(same_place(port, end) for end in ends)]
    if not through:
        return [Leg(load=load, discharge=discharge, mode=mode, vessel=stage.vessel, voyage=stage.voyage,
                    departure=stage.departure, arrival=stage.arrival)]  # fmt: skip
    last = len(through)
    return [
        Leg(
            load=one, discharge=after, mode=mode,
            departure=stage.departure if number == 0 else None, arrival=stage.arrival if number == last else None,
        )
        for number, (one, after) in enumerate(pairwise([load, *through, discharge]))
    ]  # fmt: skip


def _planned(port: Place | None) -> Place | None:
    return None if port is None else port.model_copy(update={"basis": "transport_plan"})


def first_said(element: Element, *names: str) -> tuple[Element, str] | None:
    """The first basic child of those names that says something, with its words."""
    return next(values(element, *names), None)
