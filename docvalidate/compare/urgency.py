"""How late it is: dates in, a stage out; what is not known counts as passed, and is said.

The caller's dates go before those of the papers; where papers disagree, the earliest counts. Times without an offset
are local time at the load port, and the hours that are left are those of its offices.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from docvalidate.model.document import Leg, Moment, TransportDocument
from docvalidate.model.report import Check
from docvalidate.model.urgency import (
    ROUTING,
    Actor,
    Asked,
    Assumption,
    Correctable,
    Cost,
    Deadline,
    DeadlineKind,
    Label,
    Possible,
    Stage,
    Urgency,
)
from docvalidate.model.values import Source
from docvalidate.reference.calendar import knows_holidays, working_hours
from docvalidate.reference.time_zones import time_zone
from docvalidate.text.moments import moment, when

MANIFEST = timedelta(hours=48)
"""Before sailing: a manifest is due 24 hours before loading (19 CFR 4.7 and its likes), and loading takes a day."""


_Said = tuple[str, Moment, str | None]
"""What happens, when, and at which port (UN/LOCODE) where it is not the port of loading."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What a stage means for those who have to act."""

    label: Label
    parties: Possible
    routing: Possible
    who: tuple[Actor, ...]
    cost: Cost


_STAGES: dict[Stage, _Row] = {
    "S0": _Row("plan", "yes", "yes", ("us", "customer"), "none"),
    "S1": _Row("act_today", "yes", "yes", ("forwarder", "carrier", "customer"), "usually_none"),
    "S2": _Row("urgent", "with_fee", "carrier_discretion", ("forwarder", "carrier", "customer"), "amendment"),
    "S3": _Row("critical", "with_fee", "carrier_discretion", ("forwarder", "carrier", "customer"), "manifest"),
    "S4": _Row("critical", "with_fee", "carrier_discretion", ("forwarder", "carrier", "customer"), "after_sailing"),
    "S5": _Row("critical", "with_fee", "carrier_discretion", ("shipper", "carrier", "customer"), "originals"),
    "S6": _Row("at_sea", "with_fee", "carrier_discretion", ("customer", "forwarder", "carrier"), "diversion"),
    "S7": _Row("damage_control", "carrier_discretion", "no", ("consignee", "carrier", "customer"), "on_carriage"),
    "S8": _Row("record", "no", "no", ("us",), "evidence"),
}


@dataclass(frozen=True, slots=True)
class _Point:
    """A moment that is known, and from where; of a day alone it is the beginning."""

    kind: DeadlineKind
    at: datetime
    whole_day: bool
    zone: str | None
    source: Source | None = None


@dataclass(slots=True)
class _Times:
    """What is known of a shipment's time, in the time zone of its load port."""

    now: datetime
    zone: tzinfo
    zone_name: str | None
    points: dict[str, _Point] = field(default_factory=dict)
    assumed: dict[Assumption, None] = field(default_factory=dict)

    def passed(self, kind: str) -> bool:
        """It is known and has come; the moment itself counts as passed."""
        point = self.points.get(kind)
        return point is not None and point.at <= self.now

    def coming(self, *kinds: str) -> _Point | None:
        """The next one of these that is still to come."""
        known = (self.points[kind] for kind in kinds if kind in self.points)
        return min((point for point in known if point.at > self.now), key=lambda point: point.at, default=None)


def urgency_of(
    document: TransportDocument | None,
    papers: Sequence[TransportDocument],
    checks: Iterable[Check],
    *,
    as_of: date,
    asked: Asked,
) -> Urgency | None:
    """The stage of the shipment at a moment; null where nobody asked and no paper tells a date.

    Without a moment, it is the beginning of the as-of day at the load port, so that a check can be replayed.
    """
    read = [paper for paper in (document, *papers) if paper is not None]
    told = list(_told(read))
    if asked.nothing and not told:
        return None
    locode = _load_port(read)
    zone = time_zone(locode)
    times = _Times(_moment(asked.now or as_of, zone or UTC)[0], zone or UTC, zone.key if zone is not None else None)
    if asked.now is None or not isinstance(asked.now, datetime):
        times.assumed["now"] = None
    if zone is None:
        times.assumed["time_zone"] = None
    _take(times, told, asked)
    wrong = any(check.field in ROUTING and check.status == "mismatch" for check in checks)
    stage = _stage(times, document, read, wrong)
    return _urgency(times, stage, locode)


def _told(papers: Sequence[TransportDocument]) -> Iterator[_Said]:
    """Every date that the papers tell, by what happens then."""
    for paper in papers:
        for cut_off in paper.cut_offs:
            yield cut_off.kind, cut_off, None
        if paper.etd is not None:
            yield "etd", paper.etd, None
        sea = next((leg for leg in paper.legs if leg.mode == "vessel"), None)
        last = paper.legs[-1] if paper.legs else None
        if sea is not None:
            yield from _of_leg(sea, "etd", "arrival")
        if last is not None and last is not sea and last.mode in ("rail", "truck"):
            yield from _of_leg(last, None, "delivery")


def _of_leg(leg: Leg, leaves: str | None, arrives: str) -> Iterator[_Said]:
    for kind, text, place in ((leaves, leg.departure, leg.load), (arrives, leg.arrival, leg.discharge)):
        if kind is not None and text:
            source = place.source if place is not None else None
            there = place.locode if place is not None and kind != "etd" else None
            yield kind, Moment(text=text, at=moment(text), source=source), there


def _take(times: _Times, told: Iterable[_Said], asked: Asked) -> None:
    given = {"documentation": asked.cutoff, "etd": asked.etd, "atd": asked.atd}
    for kind, value in given.items():
        if value is not None:
            at, whole_day = _moment(value, times.zone)
            times.points[kind] = _Point(_kind(kind), at, whole_day, times.zone_name)
    open_: set[str] = set()
    for kind, said, there in told:
        if given.get(kind) is not None:
            continue
        if said.at is None:
            open_.add(kind)
            continue
        zone = time_zone(there)
        at, whole_day = _moment(when(said.at), zone or times.zone)
        known = times.points.get(kind)
        if known is not None and known.at.date() != at.date():
            times.assumed["earliest"] = None
        # A day alone says less than a moment of that day.
        finer = known is not None and known.at.date() == at.date() and known.whole_day and not whole_day
        coarser = known is not None and known.at.date() == at.date() and whole_day and not known.whole_day
        if known is None or finer or (at < known.at and not coarser):
            name = zone.key if zone is not None else times.zone_name
            times.points[kind] = _Point(_kind(kind), at, whole_day, name, said.source)
    if open_ - set(times.points):
        times.assumed["ambiguous"] = None


def _kind(name: str) -> DeadlineKind:
    kinds: dict[str, DeadlineKind] = {
        "documentation": "documentation", "vgm": "vgm", "cy": "cy", "customs": "customs", "arrival": "arrival",
        "delivery": "arrival",
    }  # fmt: skip
    return kinds.get(name, "etd")


def _stage(
    times: _Times, document: TransportDocument | None, papers: Sequence[TransportDocument], wrong_route: bool
) -> Stage:
    if times.passed("atd"):
        return _after_sailing(times, document, wrong_route)
    if times.passed("etd") and "atd" not in times.points:
        times.assumed["sailed_as_planned"] = None
        return _after_sailing(times, document, wrong_route)
    if not _booked(document, papers) and times.coming("documentation", "etd") is not None:
        return "S0"
    if times.coming("documentation") is not None:
        return "S1"
    if "documentation" not in times.points:
        times.assumed["documentation"] = None
    if times.coming("customs", "cy", "vgm", "etd", "atd") is None:
        times.assumed["sailing"] = None
        return _after_sailing(times, document, wrong_route)
    if "customs" in times.points:
        return "S3" if times.passed("customs") else "S2"
    times.assumed["manifest"] = None
    sails = times.points.get("etd")
    return "S2" if sails is not None and times.now < sails.at - MANIFEST else "S3"


def _after_sailing(times: _Times, document: TransportDocument | None, wrong_route: bool) -> Stage:
    if times.passed("delivery"):
        times.assumed["delivered_as_planned"] = None
        return "S8"
    if times.passed("arrival"):
        times.assumed["arrived_as_planned"] = None
        return "S7"
    if "arrival" not in times.points:
        times.assumed["arrival"] = None
    if wrong_route:
        return "S6"
    if document is not None and document.draft is True:
        return "S4"
    if document is None or document.draft is None:
        times.assumed["issued"] = None
    return "S5"


def _booked(document: TransportDocument | None, papers: Sequence[TransportDocument]) -> bool:
    """A bill is made out for a booking; of an instruction alone a number or another paper has to tell it."""
    if document is None or document.kind != "shipping_instruction":
        return True
    return any(paper.booking_number or paper.kind == "booking_confirmation" for paper in papers)


def _urgency(times: _Times, stage: Stage, locode: str | None) -> Urgency:
    row = _STAGES[stage]
    point = _deadline(times, stage)
    missed = times.points.get("documentation") if stage not in ("S0", "S1") else None
    sailed = next((times.points[kind] for kind in ("atd", "etd") if times.passed(kind)), None)
    hours = office = None
    if any(shown is not None and shown.whole_day for shown in (point, missed)):
        times.assumed["time_of_day"] = None
    if point is not None:
        country = None if locode is None else locode[:2]
        if not knows_holidays(country):
            times.assumed["holidays"] = None
        # Two moments of one zone are subtracted as its clock shows them, also over the night in which it is put on.
        hours = round((point.at.timestamp() - times.now.timestamp()) / 3600, 2)
        office = working_hours(times.now, point.at.astimezone(times.zone), country)
    return Urgency(
        stage=stage,
        label=row.label,
        now=_plain(times.now),
        deadline=_shown(point),
        working_hours_left=office,
        hours_left=hours,
        missed=_shown(missed),
        sailed=_shown(sailed),
        correctable=Correctable(parties=row.parties, routing=row.routing),
        who_acts=row.who,
        cost=row.cost,
        assumed=tuple(times.assumed),
    )


def _deadline(times: _Times, stage: Stage) -> _Point | None:
    """The next moment after which something can no longer be done. The weight and the container are others' work."""
    if stage in ("S0", "S1"):
        return times.coming("documentation") or times.coming("etd", "atd")
    if stage == "S2":
        return times.coming("customs", "cy", "etd", "atd")
    if stage == "S3":
        return times.coming("cy", "etd", "atd")
    return times.coming("arrival") if stage in ("S4", "S5", "S6") else None


def _shown(point: _Point | None) -> Deadline | None:
    if point is None:
        return None
    return Deadline(
        kind=point.kind, at=_plain(point.at), whole_day=point.whole_day, time_zone=point.zone, source=point.source
    )


def _plain(at: datetime) -> datetime:
    """The moment with its offset and without the rules of its zone: the same after it was written and read again."""
    return datetime.fromisoformat(at.isoformat())


def _moment(value: date | datetime, zone: tzinfo) -> tuple[datetime, bool]:
    if not isinstance(value, datetime):
        return datetime.combine(value, time(), zone), True
    return (value.replace(tzinfo=zone) if value.tzinfo is None else value.astimezone(zone)), False


def _load_port(papers: Sequence[TransportDocument]) -> str | None:
    """The UN/LOCODE of the port of loading, else of the place where the first vessel is loaded."""
    named = [paper.port_of_loading for paper in papers]
    named += [leg.load for paper in papers for leg in paper.legs if leg.mode == "vessel"][:1]
    return next((place.locode for place in named if place is not None and place.locode is not None), None)
