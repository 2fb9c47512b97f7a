"""A draft is held against a whole lane at once, everything the lane speaks of, not only what somebody mentioned."""

from docvalidate.model import Check, Lane, PortRule, TransportDocument

from .notify import check_consignee, check_notify
from .ports import check_port, check_transshipment

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
        check_consignee(document, lane.consignee, strict),
        check_notify(document, lane.notify_parties, strict),
        _unless_doubted(check_transshipment(document, supporting, lane.transshipment), document),
        *(
            _unless_doubted(check_port(field, getattr(document, field), rule), document)
            for field, rule in roles
            if rule is not None
        ),
    )


def _unless_doubted(check: Check, document: TransportDocument) -> Check:
    """A port that reads in two ways accuses nobody and clears nothing; an inferred one hangs on two other places."""
    fields = {check.field}
    if check.basis == "discharge_before_delivery":
        fields |= {"port_of_discharge", "place_of_delivery"}
    doubted = any(d.field in fields and d.kind in ("ambiguous", "unreadable") for d in document.doubts)
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
