"""Tracked changes that nobody accepted or rejected may still change the paper; the accepted text is what was checked.

In a field that the lane speaks of the question stays open; elsewhere it is a warning.

PASS: a Word file without tracked changes.
FAIL: a Word file in which the suite of the notify party is struck out by a reviewer, and another one put in.
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV433", "changes-pending", "warning"),)


def judge(case: Case) -> Observations:
    """Tell what the changes would change, and in which field."""
    if case.document is None:
        return
    asked = {check.field for check in case.checks if check.status != "not_required"}
    for doubt in case.document.doubts:
        if doubt.kind == "changes_pending":
            yield Observation(
                "changes-pending",
                field=doubt.field,
                found=" | ".join(doubt.texts),
                source=doubt.sources[0] if doubt.sources else None,
                severity="unverified" if doubt.field in asked else "warning",
            )
