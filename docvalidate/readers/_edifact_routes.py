"""LOC says what a place is for, TDT by which means the goods go there; a plan begins where the goods change over."""

from typing import NamedTuple

from docvalidate.model.document import Doubt, Leg, Mode, Place
from docvalidate.model.values import Source
from docvalidate.reference.ports.table import place_coded
from docvalidate.structured.segments import Segment

from ._edi_places import coded_place

CAPTIONS = {
    "5": "Place of departure", "7": "Place of delivery", "8": "Place of destination", "9": "Place/port of loading",
    "10": "Place of acceptance", "11": "Place/port of discharge", "12": "Port of discharge",
    "13": "Place of transhipment", "20": "Place of ultimate destination of goods",
    "65": "Final port or place of discharge", "68": "Optional port of discharge", "74": "Transhipment not authorised",
    "75": "Only place where transhipment is authorised", "76": "Original port of loading",
    "84": "Transport contract place of acceptance", "88": "Place of receipt", "92": "Routing",
    "97": "Optional place or port of discharge", "103": "Place of transfer to another carrier",
    "169": "Place of transfer to another means of the same carrier", "170": "Final port of discharge",
}  # fmt: skip
FIELDS = {
    "place_of_receipt": ("88", "10", "84"),
    "port_of_loading": ("9", "76"),
    "port_of_discharge": ("11", "12", "170", "65"),
    "place_of_delivery": ("7",),
    "final_destination": ("20", "8"),
}
"""What fills a field, the usual qualifier first."""
THROUGH = ("13", "169", "103")
_FIELD_OF = {
    **{qualifier: field for field, qualifiers in FIELDS.items() for qualifier in qualifiers},
    **dict.fromkeys((*THROUGH, "74", "75", "92"), "transshipment_port"),
    **dict.fromkeys(("68", "97"), "port_of_discharge"),
}
_MODES: dict[str, Mode] = {"1": "vessel", "2": "rail", "3": "truck", "8": "barge"}
_STAGES = ("10", "20", "21", "22", "23", "24", "25", "30")
_MAIN = ("20", "21", "22", "23", "24", "25")


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
        return "vessel" if tdt.at(4) in ("11", "13") or (self.vessel and self.qualifier in _MAIN) else "unknown"


class Routes:
    """The places and legs of one message, with what stays open about them."""

    def __init__(self, head: list[Segment], stages: list[Stage], document: str) -> None:
        self.document, self.doubts = document, list[Doubt]()
        if {stage.qualifier for stage in stages} & {"21", "22", "23"}:
            # The main carriage as a whole stands beside its parts: its ends are those of the route.
            head = [*head, *(segment for stage in stages if stage.qualifier == "20" for segment in stage.segments)]
            stages = [stage for stage in stages if stage.qualifier != "20"]
        known = [stage for stage in stages if stage.qualifier in _STAGES]
        others = [stage for stage in stages if stage.qualifier not in _STAGES]
        # One leg told twice is one leg.
        once: dict[object, Stage] = {}
        for stage in known:
            once.setdefault(tuple(segment.elements for segment in stage.segments), stage)
        self.stages = sorted(once.values(), key=lambda it: _STAGES.index(it.qualifier))
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
        main = [row for row, stage in enumerate(self.stages) if stage.qualifier in _MAIN]
        return tuple(self._leg(row, row in main[:1], row in main[-1:]) for row in range(len(self.stages)))

    def main(self) -> Stage | None:
        """The carriage that a bill names its vessel by: the first of the main ones."""
        return next((stage for stage in self.stages if stage.qualifier in _MAIN), None)

    def told(self) -> tuple[Doubt, ...]:
        """What stays open, with the places that a person must judge: options, and a route without a role."""
        for qualifier in ("68", "97"):
            self._beside("port_of_discharge", "ambiguous", self.of(qualifier))
        if not self.of(*THROUGH):
            self._beside("transshipment_port", "convention", self.of("92"))
        self._unplaced()
        return tuple(self.doubts)

    def _unplaced(self) -> None:
        """A stage whose qualifier gives it no place in the plan, where it names what the plan does not have."""
        places = [place for part in (self.head, *self.under) for _, place in part]
        vessels = {(stage.vessel or "").casefold() for stage in self.stages}
        for stage, own in self.beside:
            new = [place for _, place in own if not any(_alike(place, it) for it in places)]
            vessel = stage.vessel if (stage.vessel or "").casefold() not in vessels else None
            if new or vessel:
                said = ", ".join(filter(None, (vessel, *(place.text for place in new))))
                source = Source(document=self.document, path=stage.segments[0].path, caption="Transport stage")
                text = f"TDT+{stage.qualifier}: {said}"
                self.doubts.append(
                    Doubt(kind="ambiguous", field="transshipment_port", texts=(text,), sources=(source,))
                )

    def _beside(self, field: str, kind: str, places: tuple[Place, ...]) -> None:
        if places:
            sources = tuple(place.source for place in places if place.source is not None)
            texts = tuple(f"{sources[0].caption}: {place.text}" for place in places)
            made = Doubt.model_validate({"kind": kind, "field": field, "texts": texts, "sources": sources})
            self.doubts.append(made)

    def _one(self, field: str, qualifiers: tuple[str, ...]) -> Place | None:
        stated = [place for one in qualifiers for qualifier, place in self.head if qualifier == one]
        by_legs = self._by_legs(field)
        first = stated[0] if stated else by_legs
        others = [it for it in (*stated, *((by_legs,) if by_legs else ())) if first and not _alike(first, it)]
        if first and others and field in ("port_of_loading", "port_of_discharge", "place_of_delivery"):
            places = (first, *others)
            texts = tuple(f"{it.source.caption}: {it.text}" if it.source else it.text for it in places)
            sources = tuple(it.source for it in places if it.source is not None)
            self.doubts.append(Doubt(kind="ambiguous", field=field, texts=texts, sources=sources))
        return first

    def _by_legs(self, field: str) -> Place | None:
        """Where the first main carriage begins and the last one ends; its receipt and delivery, too."""
        main = [places for stage, places in zip(self.stages, self.under, strict=True) if stage.qualifier in _MAIN]
        if field == "port_of_loading":
            return next((place for places in main[:1] for place in _at(places, "9")), None)
        if field == "port_of_discharge":
            last = next((place for places in main[-1:] for place in _at(places, "11", "12", "170")), None)
            ends = [place for places in self.under for place in _at(places, "11", "12")]
            stated = [place for qualifier, place in self.head if qualifier in ("11", "12")]
            # A feeder that goes on behind the main carriage ends where the bill has its port of discharge.
            return next((it for it in ends if stated and _alike(it, stated[0])), last)
        qualifiers = FIELDS[field]
        return next((place for places in self.under for place in _at(places, *qualifiers)), None)

    def _leg(self, row: int, first: bool, last: bool) -> Leg:
        stage, places = self.stages[row], self.under[row]
        load = next(iter(_at(places, "9", "5", "88")), None)
        discharge = next(iter(_at(places, "11", "12", "8", "7")), None)
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

    def _places(self, segments: list[Segment] | tuple[Segment, ...]) -> list[tuple[str, Place]]:
        found = []
        for segment in segments:
            if segment.tag == "LOC" and segment.at(1) in CAPTIONS:
                place = self._place(segment)
                if place is not None:
                    found.append((segment.at(1), place))
        return found

    def _place(self, loc: Segment) -> Place | None:
        source = Source(document=self.document, path=loc.path, caption=CAPTIONS[loc.at(1)])
        code, listed, agency, name = loc.at(2), loc.at(2, 1), loc.at(2, 2), loc.at(2, 3)
        if not name and not agency and len(listed) > 3:
            # The list of a code has three characters; a word in its place is the name, moved forward.
            listed, name = "", listed
        if not name and len(loc.all(3)) == 1 and not _names_locode(loc.at(3), is_locode=True):
            # C519 has a related place, with its list; a word alone in it is the name, moved behind.
            name = loc.at(3)
        # 3055: 6 is UN/ECE; most leave it out where they mean it.
        is_locode = agency in ("6", "") and listed in ("139", "")
        is_locode = is_locode or agency == "6"
        if not _names_locode(code, is_locode=is_locode):
            # Without a UN/LOCODE the state and country beside a name tell which of its namesakes is meant.
            name = ", ".join(filter(None, (name, *(_region(loc, element) for element in (3, 4) if name))))
        field = _FIELD_OF.get(loc.at(1), "")
        of_list = ":".join(filter(None, (listed, agency))) or "of another list"
        place, doubts = coded_place(source, field, code=code, name=name, is_locode=is_locode, of_list=of_list)
        self.doubts += doubts
        return place


def _names_locode(code: str, *, is_locode: bool) -> bool:
    return is_locode and len(code) == 5 and place_coded(code.upper()) is not None


def _region(loc: Segment, element: int) -> str:
    """The state or country that a related place is, by its code list (1131: 162, 163)."""
    return loc.at(element, 3) or loc.at(element) if loc.at(element, 1) in ("162", "163") else ""


def _at(places: list[tuple[str, Place]], *qualifiers: str) -> list[Place]:
    return [place for one in qualifiers for qualifier, place in places if qualifier == one]


def _alike(one: Place, other: Place) -> bool:
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
