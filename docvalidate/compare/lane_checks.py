"""A draft is held against a whole lane at once, everything the lane speaks of, not only what somebody mentioned."""

from docvalidate.model import Check, Lane, PortRule, TransportDocument

from .notify import check_consignee, check_notify
from .ports import check_port, check_transshipment

PARTIES_AND_PORT = ("consignee", "notify_party", "transshipment_port")
"""The fields that every report lists, whether the lane speaks of them or not."""


def checks_for(
    document: TransportDocument, supporting: tuple[TransportDocument, ...], lane: Lane
) -> tuple[Check, ...]:
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
        check_transshipment(document, supporting, lane.transshipment),
        *(check_port(field, getattr(document, field), rule) for field, rule in roles if rule is not None),
    )


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
