"""TDT says by which means the goods go; a plan begins where the goods change over."""

from collections.abc import Iterable
from typing import NamedTuple

from docvalidate.compare.routing import plan_ports
from docvalidate.model.document import Doubt, Leg, Mode, Place
from docvalidate.structured.segments import Segment

from ._edi_places import is_another, question
from ._edifact_places import CAPTIONS, FIELDS, THROUGH, is_of_the_way, read_place

_MODES: dict[str, Mode] = {"1": "vessel", "2": "rail", "3": "truck", "8": "barge"}
STAGES = ("10", "20", "21", "22", "23", "24", "25", "30")
MAIN = ("20", "21", "22", "23", "24", "25")


class Stage(NamedTuple):
    """A TDT with the segments behind it."""

    qualifier: str
    segments: tuple[Segment, ...]

    @property
    def vessel(self) -> str | None:
        """The vessel's name; where only a number stands in its place, that is no name."""
        tdt = self.segments[0]
        name = tdt.at(8, 3)
        return name or (tdt.at(8) if any(map(str.isalpha, tdt.at(8))) and not tdt.at(8, 1) else "") or None

    @property
    def voyage(self) -> str | None:
        """The voyage, as the carrier numbers it."""
        return self.segments[0].at(2) or None

    @property
    def mode(self) -> Mode:
        """The mode of transport (UNECE recommendation 19); a means that is a ship is one without it, too."""
        tdt = self.segments[0]
        if tdt.at(3) in _MODES:
            return _MODES[tdt.at(3)]
        return "vessel" if tdt.at(4) in ("11", "13") or (self.vessel and self.qualifier in MAIN) else "unknown"


class Routes:
    """The places and legs of one message, with what stays open about them."""

    def __init__(self, head: list[Segment], stages: list[Stage], document: str) -> None:
        self.document, self.doubts = document, list[Doubt]()
        if {stage.qualifier for stage in stages} & {"21", "22", "23"}:
            # The main carriage as a whole stands beside its parts: its ends are those of the route.
            head = [*head, *(segment for stage in stages if stage.qualifier == "20" for segment in stage.segments)]
            stages = [stage for stage in stages if stage.qualifier != "20"]
        known = [stage for stage in stages if stage.qualifier in STAGES]
        others = [stage for stage in stages if stage.qualifier not in STAGES]
        # One leg told twice is one leg.
        once: dict[object, Stage] = {}
        for stage in known:
            once.setdefault(tuple(segment.elements for segment in stage.segments), stage)
        everywhere = [*head, *(segment for stage in stages for segment in stage.segments)]
        self.by_the_way = self._read(it for it in everywhere if it.tag == "LOC" and is_of_the_way(it))
        self.stages = sorted(once.values(), key=lambda it: STAGES.index(it.qualifier))
        self.head = self._places(head)
        self.under = [self._places(stage.segments) for stage in self.stages]
        self.beside = [(stage, self._places(stage.segments)) for stage in others]

    def fields(self) -> dict[str, Place | None]:
        """The place of each field; the legs tell it where no segment outside of them does."""
        return {field: self._one(field, qualifiers) for field, qualifiers in FIELDS.items()}

    def of(self, *qualifiers: str) -> tuple[Place, ...]:
        """Every place of these functions, wherever it stands."""
        found: dict[str, Place] = {}
        for places in (self.head, *self.under, *(places for _, places in self.beside)):
            for qualifier, place in places:
                if qualifier in qualifiers:
                    found.setdefault(place.locode or place.text, place)
        return tuple(found.values())

    def legs(self) -> tuple[Leg, ...]:
        """The legs, where they are a plan: one main carriage may stand for any number of vessels and proves nothing."""
        at_sea = [stage for stage in self.stages if stage.mode in ("vessel", "unknown")]
        onward = self.stages and self.stages[-1].qualifier == "30"
        if len(at_sea) < 2 and not (at_sea and onward):
            return ()
        main = [row for row, stage in enumerate(self.stages) if stage.qualifier in MAIN]
        return tuple(self._leg(row, row in main[:1], row in main[-1:]) for row in range(len(self.stages)))

    def main(self) -> Stage | None:
        """The carriage that a bill names its vessel by: the first of the main ones."""
        return next((stage for stage in self.stages if stage.qualifier in MAIN), None)

    def _one(self, field: str, qualifiers: tuple[str, ...]) -> Place | None:
        stated = [place for one in qualifiers for qualifier, place in self.head if qualifier == one]
        by_legs = self._by_legs(field)
        first = stated[0] if stated else by_legs
        others = [it for it in (*stated, *((by_legs,) if by_legs else ())) if first and not alike(first, it)]
        if first and others and field in ("port_of_loading", "port_of_discharge", "place_of_delivery"):
            self.doubts.append(question(field, (first, *others)))
            known = (first, *self.of(*THROUGH), *plan_ports(self.legs()))
            new = [it for it in others if is_another(it, known)]
            if new and field != "place_of_delivery":
                # Where the bill and the voyage have two ports, the goods change over at one of them.
                self.doubts.append(question("transshipment_port", (first, *new)))
        return first

    def _by_legs(self, field: str) -> Place | None:
        """Where the first main carriage begins and the last one ends; its receipt and delivery, too."""
        main = [places for stage, places in zip(self.stages, self.under, strict=True) if stage.qualifier in MAIN]
        if field == "port_of_loading":
            return next((place for places in main[:1] for place in at(places, "9")), None)
        if field == "port_of_discharge":
            last = next((place for places in main[-1:] for place in at(places, "11", "12", "170")), None)
            ends = [place for places in self.under for place in at(places, "11", "12")]
            stated = [place for qualifier, place in self.head if qualifier in ("11", "12")]
            # A feeder that goes on behind the main carriage ends where the bill has its port of discharge.
            return next((it for it in ends if stated and alike(it, stated[0])), last)
        qualifiers = FIELDS[field]
        return next((place for places in self.under for place in at(places, *qualifiers)), None)

    def _leg(self, row: int, first: bool, last: bool) -> Leg:
        stage, places = self.stages[row], self.under[row]
        load = next(iter(at(places, "9", "5", "88")), None)
        discharge = next(iter(at(places, "11", "12", "8", "7")), None)
        # The ends of the main carriage may be told once, for the whole; where it changes over in between, never.
        if load is None and first:
            load = next((place for qualifier, place in self.head if qualifier == "9"), None)
        if discharge is None and last:
            discharge = next((place for qualifier, place in self.head if qualifier in ("11", "12")), None)
        return Leg(
            load=load and load.model_copy(update={"basis": "transport_plan"}),
            discharge=discharge and discharge.model_copy(update={"basis": "transport_plan"}),
            mode=stage.mode,
            vessel=stage.vessel,
            voyage=stage.voyage,
            departure=_date(stage, "136", "133", "189"),
            arrival=_date(stage, "178", "132", "232"),
        )

    def _places(self, segments: Iterable[Segment]) -> list[tuple[str, Place]]:
        return self._read(it for it in segments if it.tag == "LOC" and it.at(1) in CAPTIONS)

    def _read(self, locs: Iterable[Segment]) -> list[tuple[str, Place]]:
        found = []
        for loc in locs:
            place, doubts = read_place(loc, self.document)
            self.doubts += doubts
            if place is not None:
                found.append((loc.at(1), place))
        return found


def at(places: list[tuple[str, Place]], *qualifiers: str) -> list[Place]:
    """The places of these functions, in their order."""
    return [place for one in qualifiers for qualifier, place in places if qualifier == one]


def alike(one: Place, other: Place) -> bool:
    """Two places with one code or one text; where one has no code, their names tell."""
    if one.locode and other.locode:
        return one.locode == other.locode
    return one.text.casefold() == other.text.casefold()


def _date(stage: Stage, *qualifiers: str) -> str | None:
    """The date of a DTM as ISO 8601 writes it; an actual one counts more than one that was planned."""
    for qualifier in qualifiers:
        for dtm in stage.segments:
            digits = dtm.at(1, 1)
            if dtm.tag == "DTM" and dtm.at(1) == qualifier and digits:
                if dtm.at(1, 2) in ("102", "203", "204") and digits[:8].isdecimal():
                    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
                return digits
    return None
