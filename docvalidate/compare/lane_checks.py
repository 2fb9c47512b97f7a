"""A draft is held against a whole lane at once, everything the lane speaks of, not only what somebody mentioned."""

from docvalidate.model import Check, Doubt, Lane, PortRule, TransportDocument

from .notify import check_consignee, check_notify
from .ports import check_port, check_transshipment
from .routing import gaps, stated_ports
from .uncertain import unless_misread

OPEN = ("ambiguous", "unreadable")
"""The kinds of doubt that leave a field open."""
PARTIES_AND_PORT = ("consignee", "notify_party", "transshipment_port")
"""The fields that every report lists, whether the lane speaks of them or not."""


def checks_for(document: TransportDocument, supporting: tuple[TransportDocument, ...], lane: Lane) -> tuple[Check, ...]:
    """One check for each field: the three that are always there, then the ports of which the lane speaks."""
    strict = lane.match == "strict"
    roles: tuple[tuple[str, PortRule | None], ...] = (
        ("port_of_loading", lane.loading),
        ("port_of_discharge", lane.discharge),
        ("place_of_delivery", lane.delivery),
    )
    return (
        unless_misread(check_consignee(document, lane.consignee, strict), document),
        unless_misread(check_notify(document, lane.notify_parties, strict), document),
        _unless_doubted(
            check_transshipment(document, supporting, lane.transshipment),
            document,
            routing_doubts(document, supporting),
        ),
        *(
            _unless_doubted(check_port(field, getattr(document, field), rule), document)
            for field, rule in roles
            if rule is not None
        ),
    )


def routing_doubts(document: TransportDocument, supporting: tuple[TransportDocument, ...]) -> tuple[Doubt, ...]:
    """What is open about the routing, where the draft does not state its transshipment port and the plans are asked.

    A plan with a row that was not understood, or whose legs do not meet, might prove a direct service where there is
    none; so might one whose port of discharge reads in two ways.
    """
    if stated_ports(document):
        return ()
    told = [
        doubt.model_copy(update={"field": "transshipment_port"})
        for paper in supporting
        for doubt in paper.doubts
        if doubt.field in ("transshipment_port", "port_of_discharge") and doubt.kind in OPEN
    ]
    for paper in (document, *supporting):
        for gap in gaps(paper.legs):
            texts, sources = tuple(p.text for p in gap), tuple(p.source for p in gap if p.source is not None)
            doubt = Doubt(kind="ambiguous", field="transshipment_port", texts=texts, sources=sources)
            if not any(other.texts == texts for other in (*told, *document.doubts)):
                told.append(doubt)
    return tuple(told)


def _unless_doubted(check: Check, document: TransportDocument, others: tuple[Doubt, ...] = ()) -> Check:
    """A port that reads in two ways accuses nobody and clears nothing; an inferred one hangs on two other places."""
    fields = {check.field}
    if check.basis == "discharge_before_delivery":
        fields |= {"port_of_discharge", "place_of_delivery"}
    doubted = others or any(d.field in fields and d.kind in OPEN for d in document.doubts)
    if not doubted or check.status in ("not_required", "not_shown"):
        return check
    return check.model_copy(update={"status": "unreadable", "differences": ()})


def unchecked(lane: Lane | None, status: str) -> tuple[Check, ...]:
    """The same fields with one status for all, where there is no document or no lane to hold it against."""
    fields = list(PARTIES_AND_PORT)
    if lane is not None:
        fields += [
            field
            for field, rule in (
                ("port_of_loading", lane.loading),
                ("port_of_discharge", lane.discharge),
                ("place_of_delivery", lane.delivery),
            )
            if rule is not None
        ]
    return tuple(Check.model_validate({"field": field, "status": status}) for field in fields)
