"""A route that no field is read from is a route all the same: its ports and ships are handed on, or stay open."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from docvalidate.errors import UnreadableDocument
from docvalidate.model.document import Doubt, Place
from docvalidate.reference.ports import identify, relation
from docvalidate.reference.ports import says_nothing as names_no_place
from docvalidate.reference.ports.curated import ports

from .json_texts import Said, under, words_in
from .json_values import Reading
from .unread import MOST_ROLES, NO_VALUE, YES_OR_NO, doubt_at, is_of_a_house_bill, key_above

_THROUGH = re.compile(
    r"\b(?:via|trans?s?hip\w*|relay|transit port|port of transit|tsp|t/s|t s|connecting port|port of call)\b|中转|转运"
)
_ON_THE_WAY = re.compile(
    r"\b(?:ports?|transit|routes?|routing|legs?|movements?|intermediate|calls?|hub|feeder|stops?|stopover|plans?|itinerary)\b"
)
_NOT_ON_THE_WAY = re.compile(r"\b(?:issue|payable|payment|invoice|charges?|freight|entry|filing|depot|empty)\b")
_VESSEL = re.compile(r"\b(?:vessel|ship(?! to))\b(?!.*\b(?:imo|operator|flag|code|number|call)\b)")
MOST_LOOKED_UP = 1_000
_AN_EVENT = re.compile(r"(?:t\s?/\s?s|trans?-?s?hip\w*|relay|transit)(?: (?:port|at|event))?:?", re.IGNORECASE)
_NAMES_A_PLACE = re.compile(r"(?:location|place|port|facility)", re.IGNORECASE)
_LISTED = re.compile(r"\.(?:shipmentLocations|transportPlans?|transportLegs|legs)\b")
_ARROWS = re.compile(r"\s+[-–/]\s+|\s*(?:[-=]*>|→|»|,|;)\s*")


def ports_under_keys(reading: Reading, texts: Iterable[Said]) -> Iterator[Place | Doubt]:
    """The ports that stand under a key or a label for ports of transshipment; words that name no port are a doubt."""
    texts = list(texts)
    # An event or a label of its own says that the goods change over at the place beside it.
    events = (it.path for it in texts if len(it.lines[0]) < 40 and _AN_EVENT.fullmatch(it.lines[0]))
    holders = [path.rpartition(".")[0] for path in islice(events, MOST_ROLES)]
    looked_up = 0
    unknown: dict[str, list[Said]] = {}
    told: set[str] = set()
    for said in texts:
        above = key_above(said.path, _THROUGH) or (said.path if _THROUGH.search(said.label) else "")
        holder = next((it for it in holders if under(said.path, it)), "")
        above = above or (holder if _NAMES_A_PLACE.search(said.label) or _NAMES_A_PLACE.search(said.path) else "")
        if not above or reading.is_checked(said.path) or _LISTED.search(said.path) or is_of_a_house_bill(said.path):
            continue
        for line in said.lines:
            looked_up += 1
            _bounded(looked_up, said.path)
            code = identify(line).locode
            if identify(line).codes:
                told.add(above)
                yield Place(text=line, locode=code, source=reading.source(said.path))
            elif not (NO_VALUE.search(said.label) or names_no_place(line) or YES_OR_NO.fullmatch(line)):
                unknown.setdefault(above, []).append(said)
    for above, parts in unknown.items():
        if above not in told:
            text = " ".join(dict.fromkeys(line for said in parts for line in said.lines))[:600]
            yield doubt_at(reading, "transshipment_port", text, parts[0].path)


def others_on_the_way(reading: Reading, texts: Iterable[Said], places: Iterable[Place | None]) -> Iterator[Doubt]:
    """A port, or a ship, in a route that no field is read from, and that the document's own do not show."""
    known = [*(place for place in places if place is not None), *(place for _, place in reading.places.values())]
    ours = [code for place in known for code in identify(place.text, place.locode).codes]
    doubted = {source.path for doubt in reading.doubts for source in doubt.sources}
    seen: set[str] = set()
    looked_up: set[str] = set()
    for said in texts:
        if reading.is_checked(said.path) or is_of_a_house_bill(said.path) or len(said.lines) > 60:
            continue
        above = key_above(said.path, _ON_THE_WAY)
        away = any(_NOT_ON_THE_WAY.search(words_in(key)) for key in said.path.split("."))
        if above and not (away or above in seen or said.path in doubted):
            stops = [stop for line in said.lines for stop in dict.fromkeys((line, *_ARROWS.split(line[:300])))]
            looked_up.update(stop for stop in stops if _may_be_a_place(stop))
            _bounded(len(looked_up), said.path)
            told = next((stop for stop in stops if ours and _is_elsewhere(stop, ours)), None)
            if told is not None:
                seen.add(above)
                yield doubt_at(reading, "transshipment_port", told, said.path)
        if not reading.knows_ships:
            continue
        ship = said.lines[0]
        keys = words_in(" ".join(said.path.split(".")[-2:]))
        if _VESSEL.search(keys) and re.search(r"\b(?:name|vessel|ship)$", said.label) and not reading.knows_ship(ship):
            yield doubt_at(reading, "transshipment_port", f"a further ship: {ship}", said.path)


def _may_be_a_place(line: str) -> bool:
    return 4 < len(line) < 60 or (len(line) == 4 and line.isalpha())


def _bounded(count: int, path: str) -> None:
    """Which ports a text means is looked up word by word."""
    if count > MOST_LOOKED_UP:
        raise UnreadableDocument(f"{path} and before: more places than any document names", "too-large")


def _is_elsewhere(line: str, ours: list[str]) -> bool:
    """The line is the name or the code of a port, and of none of these."""
    if not _may_be_a_place(line):
        return False
    codes = [code for code in identify(line).codes if code in ports()]
    return bool(codes) and all(relation(a, b) == "different" for a in codes for b in ours)
