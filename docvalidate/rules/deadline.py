"""What is still open can be settled before the deadline; near it, or after it, that is said beside the findings.

How late it is changes no severity and no verdict: these are warnings. They are said only where something is open: a
field that differs or could not be checked, a version that nobody confirmed. A draft that agrees is approved, and late
costs it nothing.

PASS: a draft that agrees in everything, on the day after the cut-off; a wrong notify party a week before it.
FAIL: a wrong notify party less than two working days (16 hours) before the cut-off, or after it.
"""

from docvalidate.model.case import Case, Kind, Observation, Observations
from docvalidate.model.urgency import Deadline

FINDINGS = (
    Kind("DV501", "deadline-near", "warning"),
    Kind("DV502", "deadline-passed", "warning"),
    Kind("DV503", "already-sailed", "warning"),
)
NEAR = 16.0
"""Working hours: two days, in which a forwarder answers and a carrier makes a new draft."""
SETTLED = frozenset({"match", "format_difference", "not_required", "waived"})


def judge(case: Case) -> Observations:
    """Say which deadline is near or missed; once the ship has sailed, only that."""
    urgency = case.urgency
    if urgency is None or urgency.stage == "S8" or not _open(case):
        return
    if urgency.sailed is not None:
        day = urgency.sailed.at.date().isoformat()
        yield Observation("already-sailed", source=urgency.sailed.source, details={"date": day})
        return
    if urgency.missed is not None:
        yield Observation("deadline-passed", source=urgency.missed.source, details={"at": _clock(urgency.missed)})
    deadline, hours = urgency.deadline, urgency.working_hours_left
    if deadline is not None and hours is not None and hours < NEAR:
        details = {"kind": deadline.kind, "at": _clock(deadline), "hours": f"{hours:g}"}
        yield Observation("deadline-near", source=deadline.source, details=details)


def _clock(deadline: Deadline) -> str:
    day = deadline.at.date().isoformat()
    return day if deadline.whole_day else deadline.at.isoformat(" ", "minutes")


def _open(case: Case) -> bool:
    """Something has to be corrected or asked before the draft may be approved."""
    choice = case.choice
    unsaid = (
        choice.order is not None
        and choice.policy.confirm_each_order
        and (choice.confirmation is None or choice.confirmation.order is None)
    )
    return (
        case.document is None
        or any(check.status not in SETTLED for check in case.checks)
        or choice.confirmation is None
        or bool(choice.newer)
        or unsaid
    )
