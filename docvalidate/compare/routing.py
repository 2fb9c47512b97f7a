"""Where the goods change over: what the papers state, then what their plans show, then what the route implies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from docvalidate.model import Leg, Place, Source, TransportDocument
from docvalidate.reference.ports import identify, relation, says_nothing
from docvalidate.reference.spelling import words_of

DIRECT = "direct service"
_VIA = re.compile(r"\b(?:via|w/t(?: at)?|t/s(?: at)?|with trans?s?hipment at)(?=\s)", re.IGNORECASE)
_AT_SEA = frozenset({"vessel", "unknown"})
"""A leg whose mode the plan leaves open may be by sea, so it counts as one."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two papers, or two parts of one, that cannot both hold."""

    field: str
    expected: str
    found: str
    source: Source | None
    """Where the draft says it."""
    other: Source | None = None
    """Where the other paper says what is expected there."""


def plan_ports(legs: tuple[Leg, ...]) -> tuple[Place, ...]:
    """The ports where a sea leg ends and another leg of whatever mode begins, in the order of travel.

    Truck or rail before the first vessel is carriage to the port of loading. A port that the plan leaves blank is
    handed on without a text: the goods change over there, and nobody can say where.
    """
    ends = [(leg, after) for leg, after in pairwise(legs) if leg.mode in _AT_SEA]
    ports = [leg.discharge or after.load or Place(text="") for leg, after in ends]
    return tuple(port.model_copy(update={"basis": "transport_plan"}) for port in ports)


def is_direct(legs: tuple[Leg, ...]) -> bool:
    """The plan has one sea leg, so that no other vessel takes the goods over."""
    return sum(leg.mode in _AT_SEA for leg in legs) == 1


def stated_ports(document: TransportDocument) -> tuple[Place, ...]:
    """The transshipment ports in the words of the paper; a filler such as N/A states none.

    A structured file may give a route where a place belongs: BALTIMORE, MD VIA NEW YORK.
    """
    ends = (document.port_of_loading, document.port_of_discharge, document.place_of_delivery)
    routes = [(place, _VIA.split(place.text)[1:]) for place in ends if place is not None]
    through = [place.model_copy(update={"text": it.strip(" ,"), "locode": None}) for place, its in routes for it in its]
    stated = (*document.transshipment_ports, *through)
    return tuple(p for p in stated if p.basis == "stated" and not says_nothing(p.text))


def transshipment_ports(document: TransportDocument, supporting: tuple[TransportDocument, ...]) -> tuple[Place, ...]:
    """The ports where the goods change over, from the first paper that tells, else inferred from the draft's route."""
    told = [ports for paper in (document, *supporting) if (ports := stated_ports(paper) or plan_ports(paper.legs))]
    # A bill with two vessels proves that the goods change over; where, another paper may tell.
    named = (ports for ports in told if all(port.text for port in ports))
    return next(named, None) or next(iter(told), None) or _inferred(document)


def with_inferred_port(document: TransportDocument) -> TransportDocument:
    """The paper with the ports that its plan or its route implies, each with its basis, where it states none."""
    if stated_ports(document):
        return document
    ports = tuple(port for port in transshipment_ports(document, ()) if port.text)
    return document.model_copy(update={"transshipment_ports": ports})


def same_place(one: Place, other: Place) -> bool | None:
    """Two mentions are one place; null where neither yes nor no is certain.

    Two terminals of one port area are two places. A text that no table knows is another place than a known one, unless
    it has the name of that one in it.
    """
    if words_of(one.text) == words_of(other.text):
        return True
    if says_nothing(one.text) or says_nothing(other.text):
        return None
    first, second = identify(one.text, one.locode), identify(other.text, other.locode)
    if first.codes and second.codes:
        answers = {relation(a, b) == "same" for a in first.codes for b in second.codes}
        return answers.pop() if len(answers) == 1 else None
    return None if set(words_of(one.text)) & set(words_of(other.text)) else False


def disputes(document: TransportDocument, supporting: tuple[TransportDocument, ...]) -> Iterator[Dispute]:
    """Where the papers of the shipment certainly say different things of its ports."""
    for field in ("port_of_loading", "port_of_discharge", "place_of_delivery"):
        place: Place | None = getattr(document, field)
        others: list[Place | None] = [getattr(paper, field) for paper in supporting]
        for other in others:
            if place is not None and other is not None and not _may_be_one(place, other):
                yield Dispute(field, other.text, place.text, place.source, other.source)
    for paper in (document, *supporting):
        yield from _other_ends(document, paper.legs)
    told = [told for paper in (document, *supporting) for told in _told(paper)]
    for other_told in told[1:]:
        if not (told[0].fits(other_told) and other_told.fits(told[0])):
            yield Dispute("transshipment_port", str(other_told), str(told[0]), told[0].source, other_told.source)


def gaps(legs: tuple[Leg, ...]) -> tuple[tuple[Place, Place], ...]:
    """Where one leg certainly ends elsewhere than the next begins: the plan lacks what lies between."""
    ends = ((leg.discharge, after.load) for leg, after in pairwise(legs))
    return tuple((end, start) for end, start in ends if end and start and not _may_be_one(end, start))


def _other_ends(document: TransportDocument, legs: tuple[Leg, ...]) -> Iterator[Dispute]:
    """The draft's ports that the plan never touches: it begins or ends somewhere else."""
    at_sea = [leg for leg in legs if leg.mode in _AT_SEA]
    if not at_sea:
        return
    touched = [place for leg in legs for place in (leg.load, leg.discharge) if place is not None]
    ends = (("port_of_loading", at_sea[0].load), ("port_of_discharge", at_sea[-1].discharge))
    for field, end in ends:
        place: Place | None = getattr(document, field)
        if place is not None and end is not None and not any(_may_be_one(place, other) for other in touched):
            yield Dispute(field, end.text, place.text, place.source, end.source)


@dataclass(frozen=True, slots=True)
class _Told:
    """The ports between two vessels that a paper tells, and those besides that its words leave room for."""

    ports: tuple[Place, ...]
    room: tuple[Place, ...] = ()
    start: Place | None = None

    @property
    def source(self) -> Source | None:
        """Where the first of the ports is told, or where a plan without any begins."""
        first = self.ports[0] if self.ports else self.start
        return first.source if first else None

    def fits(self, other: "_Told") -> bool:
        return all(any(_may_be_one(port, one) for one in (*other.ports, *other.room)) for port in self.ports)

    def __str__(self) -> str:
        return "; ".join(port.text for port in self.ports) or DIRECT


def _told(paper: TransportDocument) -> Iterator[_Told]:
    if ports := stated_ports(paper):
        yield _Told(ports)
    last = max((number for number, leg in enumerate(paper.legs) if leg.mode in _AT_SEA), default=None)
    if last is not None:
        # Where the last vessel ends is the port of discharge, which some papers state as the transshipment port too.
        end = paper.legs[last].discharge
        ports = plan_ports(paper.legs[: last + 1])
        if all(port.text for port in ports):
            yield _Told(ports, (end,) if end else (), paper.legs[0].load)


def _may_be_one(one: Place, other: Place) -> bool:
    first, second = identify(one.text, one.locode).codes, identify(other.text, other.locode).codes
    return not first or not second or any(relation(a, b) != "different" for a in first for b in second)


def _inferred(document: TransportDocument) -> tuple[Place, ...]:
    discharge, delivery = document.port_of_discharge, document.place_of_delivery
    if discharge is None or delivery is None or same_place(discharge, delivery) is not False:
        return ()
    return (discharge.model_copy(update={"basis": "discharge_before_delivery"}),)
