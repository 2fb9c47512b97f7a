"""A transport plan says where the goods change over: leg by leg, in a table, in blocks, or along arrows."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from docvalidate.engines.page import Word
from docvalidate.model.document import Doubt, Kind, Leg, Place
from docvalidate.model.values import Box, Source
from docvalidate.reference.ports import identify, relation

from .fields import Sheet
from .modes import first_mode, mode_of
from .parties import cleaned
from .routing_heads import Column
from .routing_lines import Stretch, routes_of, stretches_of
from .routing_table import Row, cell_text, place_of, routing_tables

_VOYAGE = re.compile(r"(?:voy(?:age)?\b\.?|reise|viaje|viagem|v\.|航次)(?: ?n[or]\.?)?\s*:?\s*(\S+)$", re.IGNORECASE)
_NUMBER = re.compile(r"(?=\S*\d)[\w/-]{2,10}$")


BELOW = 30.0
"""Points under a table in which a line is still taken for one of its own."""


class Plan(NamedTuple):
    """The legs in the order of travel, and what keeps them from being the whole plan for certain.

    `table` is the page that has them in a table, and how far this reaches down: from its head to its last row. Boxes
    for the ports that stand side by side make no table.
    """

    legs: tuple[Leg, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    table: tuple[int, float, float] | None = None

    def left_of(self, sheet: Sheet) -> Sheet:
        """What is left of the page without the table: its heads are no boxes."""
        if self.table is None or self.table[0] != sheet.page.number:
            return sheet
        _, top, bottom = self.table
        return sheet._replace(fields=tuple(it for it in sheet.fields if not top - 1 <= it.box[1] <= bottom + 1))

    def holds(self, page: int, height: float) -> bool:
        """A line at that height of that page is one of the table's, or right under it: a leg struck out ends it."""
        return self.table is not None and self.table[0] == page and self.table[1] < height < self.table[2] + BELOW


def plan_of(sheets: Sequence[Sheet], document: str, kind: Kind) -> Plan:
    """The plan of the first page that has one; a second one that differs leaves it open.

    On a bill, boxes for the ports that stand side by side look like the head of a table; there a plan has two legs or
    says From and To. A row that was not understood, or a leg that does not begin where the one before it ended, leaves
    the plan in doubt: it might prove a direct service where there is none.
    """
    plans = [plan for sheet in sheets for plan in _in_tables(sheet, document, kind)]
    if plans:
        first, *others = plans
        rivals = [plan for plan in others if _route(plan) != _route(first)]
        rivals += [plan for plan in _in_words(sheets, document) if not set(_codes(plan)[1:-1]) <= set(_codes(first))]
        return first._replace(doubts=(*first.doubts, *(_rivals(first, plan) for plan in rivals)))
    for sheet in sheets:
        legs = tuple(_along(stretch, sheet, document) for stretch in stretches_of(sheet))
        if legs:
            return Plan(legs, _doubts(legs, whole=True))
    told = list(_in_words(sheets, document))
    if not told:
        return Plan()
    rivals = [plan for plan in told[1:] if _codes(plan) != _codes(told[0])]
    return told[0]._replace(doubts=tuple(_rivals(told[0], plan) for plan in rivals))


def _in_words(sheets: Sequence[Sheet], document: str) -> Iterator[Plan]:
    """The routes that are written in one line, with signs between the places."""
    for sheet in sheets:
        for route in routes_of(sheet):
            yield Plan(tuple(_along(stretch, sheet, document) for stretch in route))


def _codes(plan: Plan) -> list[str]:
    """The ports of a plan, in the order of travel."""
    places = [place for leg in plan.legs for place in (leg.load, leg.discharge) if place is not None]
    codes = [code for place in places for code in identify(place.text).codes[:1]]
    return [code for place, code in enumerate(codes) if place == 0 or codes[place - 1] != code]


def _in_tables(sheet: Sheet, document: str, kind: Kind) -> Iterator[Plan]:
    for table in routing_tables(sheet):
        if len(table.rows) > 1 or table.plain or kind == "booking_confirmation":
            legs = tuple(leg for row in table.rows for leg in _of_row(row, sheet, document))
            boxes = len(table.rows) == 1 and not table.plain
            place = None if boxes else (sheet.page.number, table.top, table.bottom)
            yield Plan(legs, _doubts(legs, whole=table.whole), place)


def _route(plan: Plan) -> list[str | None]:
    return [place.locode or place.text for leg in plan.legs for place in (leg.load, leg.discharge) if place is not None]


def _rivals(first: Plan, other: Plan) -> Doubt:
    """Two plans in one paper that differ: an old one and a new one, and nobody can say which is which."""
    ends = [
        place for plan in (first, other) for place in (plan.legs[0].load, plan.legs[-1].discharge) if place is not None
    ]
    sources = tuple(place.source for place in ends if place.source is not None)
    texts = tuple(" - ".join(it or "" for it in _route(plan)) for plan in (first, other))
    return Doubt(kind="ambiguous", field="transshipment_port", texts=texts, sources=sources)


def _doubts(legs: tuple[Leg, ...], *, whole: bool) -> tuple[Doubt, ...]:
    gaps = [(leg.discharge, after.load) for leg, after in pairwise(legs) if not _meet(leg.discharge, after.load)]
    if whole and not gaps:
        return ()
    ends = [place for gap in gaps for place in gap if place is not None] or [
        place for place in (legs[-1].load, legs[-1].discharge) if place is not None
    ]
    sources = tuple(place.source for place in ends if place.source is not None)
    return (Doubt(kind="ambiguous", field="transshipment_port", texts=tuple(p.text for p in ends), sources=sources),)


def _meet(one: Place | None, other: Place | None) -> bool:
    """The next leg may begin where this one ends: inland places and terminals of one area are near enough."""
    if one is None or other is None:
        return False
    first, second = identify(one.text).codes, identify(other.text).codes
    if one.text.casefold() == other.text.casefold() or not first or not second:
        return True
    return any(relation(a, b) != "different" for a in first for b in second)


def _of_row(row: Row, sheet: Sheet, document: str) -> list[Leg]:
    """The legs of a row: two where a column of its own says where the goods change over."""
    via = row.get("via")
    if via is None or not place_of(via).known:
        return [_leg(row, sheet, document)]
    return [_leg({**row, "discharge": via}, sheet, document), _leg({**row, "load": via}, sheet, document)]


def _leg(row: Row, sheet: Sheet, document: str) -> Leg:
    vessel, voyage = _vessel(row)
    how = row.get("vessel", [])
    told = (first_mode(cell_text(row.get("mode", []))), mode_of(cell_text(how)), mode_of(cell_text(how[:1])))
    mode = next((it for it in told if it), None) or mode_of(cell_text(row.get("other", [])))
    mode = mode or ("vessel" if vessel or voyage else "unknown")
    at_sea = mode in ("vessel", "barge", "unknown")

    def place(column: Column) -> Place:
        named = place_of(row[column])
        box = _around([word for line in named.lines for word in line])
        source = Source(document=document, page=sheet.page.number, box=box)
        return Place(text=named.text, locode=named.locode, source=source, basis="transport_plan")

    def date(column: Column) -> str | None:
        return " ".join(cleaned([cell_text([line]) for line in row.get(column, [])])) or None

    return Leg(
        load=place("load"),
        discharge=place("discharge"),
        mode=mode,
        vessel=vessel if at_sea else None,
        voyage=voyage if at_sea else None,
        departure=date("departure"),
        arrival=date("arrival"),
    )


def _vessel(row: Row) -> tuple[str | None, str | None]:
    """Vessel and voyage, each from its column, or both from one: PACIFIC HERON / 016E."""
    lines = cleaned([cell_text([line]) for line in row.get("vessel", [])])
    voyage = " ".join(cleaned([cell_text([line]) for line in row.get("voyage", [])])) or None
    name = " ".join(line for line in lines if not line.upper().startswith("IMO") and not mode_of(line))
    if not name:
        return None, voyage
    if voyage is None:
        found = _VOYAGE.search(name)
        before, _, last = name.rpartition(" ")
        if found is not None:
            name, voyage = name[: found.start()], found[1]
        elif before and _NUMBER.fullmatch(last.strip("/")):
            name, voyage = before, last.strip("/")
    return name.strip(" /,-") or None, voyage


def _along(stretch: Stretch, sheet: Sheet, document: str) -> Leg:
    def place(text: str, box: Box) -> Place:
        source = Source(document=document, page=sheet.page.number, box=box)
        return Place(text=text, locode=identify(text).locode, source=source, basis="transport_plan")

    mode = first_mode(stretch.by) or "unknown"
    return Leg(load=place(*stretch.load), discharge=place(*stretch.discharge), mode=mode)


def _around(words: Sequence[Word]) -> Box:
    return (
        min(word.x0 for word in words),
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
    )
