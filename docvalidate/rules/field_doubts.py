"""A field that reads in two ways, or not at all, is settled by a person and never by a guess.

Two boxes of one name that disagree, two readings of one box that disagree, or a box that refers to a rider which is not
in the file: the lane's fields only, for what nobody instructed needs no answer.

PASS: the notify party stands in its box and again, alike, on the second sheet.
FAIL: the notify box says "see attached rider", and no page is one.
"""

from docvalidate.compare.lane_checks import routing_doubts
from docvalidate.model import Doubt
from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (
    Kind("DV411", "field-ambiguous", "unverified"),
    Kind("DV412", "field-unreadable", "unverified"),
    Kind("DV413", "rider-missing", "unverified"),
)
_NAMES = {"ambiguous": "field-ambiguous", "unreadable": "field-unreadable", "rider_missing": "rider-missing"}
PARTIES = ("consignee", "notify_party")
_BEHIND = {"transshipment_port": ("port_of_discharge", "place_of_delivery")}


def judge(case: Case) -> Observations:
    """Turn each doubt about a field that the lane speaks of into a question."""
    if case.document is None:
        return
    asked = {check.field for check in case.checks if check.status != "not_required"}
    asked |= {field for check in tuple(asked) for field in _BEHIND.get(check, ()) if not _stated(case)}
    doubted = {doubt.field for doubt in case.document.doubts}
    others = routing_doubts(case.document, case.supporting) if "transshipment_port" in asked else ()
    for doubt in (*case.document.doubts, *others):
        if doubt.kind in _NAMES and doubt.field in asked:
            yield _question(doubt)
    for check in case.checks:
        if check.field in PARTIES and check.status == "unreadable" and check.field not in doubted:
            # It differs from what is asked for, and only as a misread picture would.
            yield Observation(
                "field-unreadable", field=check.field, expected=check.expected, found=check.found, source=check.source
            )


def _stated(case: Case) -> bool:
    """The document states its transshipment port, so that nothing hangs on where it is discharged."""
    ports = case.document.transshipment_ports if case.document is not None else ()
    return any(port.basis == "stated" for port in ports)


def _question(doubt: Doubt) -> Observation:
    return Observation(
        _NAMES[doubt.kind],
        field=doubt.field,
        found=" | ".join(doubt.texts) or None,
        source=doubt.sources[0] if doubt.sources else None,
    )
