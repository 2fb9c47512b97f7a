"""What a message says of the way beside its fields and its plan is a question, where it names what they do not."""

from collections.abc import Iterator

from docvalidate.compare.routing import gaps
from docvalidate.model.document import Doubt, Place
from docvalidate.model.values import Source

from ._edi_places import further_ports, is_another, question, routes_in
from ._edi_vessels import vessels_in
from ._edifact_places import FIELDS, THROUGH
from ._edifact_routes import MAIN, Routes, alike, at

_FILLED = tuple(qualifier for qualifiers in FIELDS.values() for qualifier in qualifiers)

_BY_ROLE = tuple(it for field in ("port_of_loading", "port_of_discharge", "place_of_delivery") for it in FIELDS[field])
_BEHIND = tuple(it for it in _FILLED if it not in _BY_ROLE)


def told_beside(routes: Routes) -> tuple[Doubt, ...]:
    """What stays open, with the places that a person must judge."""
    return (
        *routes.doubts,
        *_options(routes),
        *_routing(routes),
        *_by_the_way(routes),
        *_plan(routes),
        *_vessels(routes),
        *_unplaced(routes),
        *routes_in(_all(routes, *_BY_ROLE), _all(routes, *_BEHIND)),
    )


def _all(routes: Routes, *qualifiers: str) -> list[Place]:
    return [place for part in (routes.head, *routes.under) for place in at(part, *qualifiers)]


def _options(routes: Routes) -> Iterator[Doubt]:
    for qualifier in ("68", "97"):
        if places := routes.of(qualifier):
            yield question("port_of_discharge", places)


def _routing(routes: Routes) -> Iterator[Doubt]:
    """A route without a role, of which the fields have every port that is on file."""
    places, ends = routes.of("92"), _ends(routes)
    if places and not routes.of(*THROUGH) and not any(is_another(it, ends) for it in places):
        yield question("transshipment_port", places).model_copy(update={"kind": "convention"})


def _by_the_way(routes: Routes) -> Iterator[Doubt]:
    """A port that is none of the fields' nor of the plan's: the goods may change over there."""
    found = [*(place for _, place in routes.by_the_way), *at(routes.head, "5", "68", "97"), *routes.of("92")]
    for stage, places in zip(routes.stages, routes.under, strict=True):
        if stage.qualifier in MAIN:
            found += at(places, "5", "8", "68", "97")
        elif stage.qualifier == "10" and not _is_planned(routes):
            # What brings the goods to the vessel ends where that leaves, whatever brings them.
            found += at(places, "11", "12", "8", "7")
    yield from further_ports(found, _ends(routes))


def _ends(routes: Routes) -> list[Place]:
    """The places that are read: those of the fields, of the plan, and where goods are stated to change over."""
    parts = [
        places
        for stage, places in zip(routes.stages, routes.under, strict=True)
        if stage.qualifier != "10" or _is_planned(routes)
    ]
    main = tuple(it for it in _FILLED if it != "8")
    return [*at(routes.head, *_FILLED), *(it for part in parts for it in at(part, *main)), *routes.of(*THROUGH)]


def _is_planned(routes: Routes) -> bool:
    """The legs are a plan that has the main carriage, too, so that the one before it is read there."""
    return bool(routes.legs()) and routes.main() is not None


def _plan(routes: Routes) -> Iterator[Doubt]:
    """Legs that do not meet, or more of them than the stated ports part; without a stated port the rules ask."""
    through, legs = routes.of(*THROUGH), routes.legs()
    if not through:
        return
    for places in gaps(legs):
        if any(is_another(it, through) for it in places):
            yield question("transshipment_port", places)
    at_sea = [leg for leg in legs if leg.mode in ("vessel", "unknown")]
    blank = [leg for leg in at_sea[:-1] if leg.discharge is None]
    if blank and len(at_sea) - 1 > len(through):
        texts = tuple(leg.vessel or "a vessel without a name" for leg in at_sea)
        sources = tuple(it.source for it in through if it.source is not None)
        yield Doubt(kind="ambiguous", field="transshipment_port", texts=texts, sources=sources)


def _vessels(routes: Routes) -> Iterator[Doubt]:
    """Two vessels in one field, and no port for them to meet."""
    names = [vessels_in(stage.vessel) for stage in routes.stages]
    if any(len(it) > 1 for it in names) and sum(map(len, names)) - 1 > len(routes.of(*THROUGH)):
        stage = next(stage for stage, it in zip(routes.stages, names, strict=True) if len(it) > 1)
        source = Source(document=routes.document, path=stage.segments[0].path, caption="Vessel")
        texts = tuple(name for it in names for name in it)
        yield Doubt(kind="ambiguous", field="transshipment_port", texts=texts, sources=(source,))


def _unplaced(routes: Routes) -> Iterator[Doubt]:
    """A stage whose qualifier gives it no place in the plan, where it names what the plan does not have."""
    places = [place for part in (routes.head, *routes.under) for _, place in part]
    vessels = {(stage.vessel or "").casefold() for stage in routes.stages}
    for stage, own in routes.beside:
        new = [place for _, place in own if not any(alike(place, it) for it in places)]
        vessel = stage.vessel if (stage.vessel or "").casefold() not in vessels else None
        if new or vessel:
            said = ", ".join(filter(None, (vessel, *(place.text for place in new))))
            source = Source(document=routes.document, path=stage.segments[0].path, caption="Transport stage")
            text = f"TDT+{stage.qualifier}: {said}"
            yield Doubt(kind="ambiguous", field="transshipment_port", texts=(text,), sources=(source,))
