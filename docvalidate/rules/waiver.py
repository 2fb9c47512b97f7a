"""A deviation that the customer accepted is told, with whose word it was; a word that does not count is told, too.

PASS  no field deviates
FAIL  the order may pass through USNYC by a waiver of 2016-05-02 (`waiver-used`, a note)
FAIL  a waiver by someone whom the customer's policy does not name (`waiver-void`, a warning)
"""

from docvalidate.model.case import Case, Kind, Observation, Observations
from docvalidate.model.validity import same_label, trusts

FINDINGS = (Kind("DV318", "waiver-used", "note"), Kind("DV319", "waiver-void", "warning"))


def judge(case: Case) -> Observations:
    """Name the waivers used, and those of this order that nobody entitled gave."""
    for check in case.checks:
        if check.status == "waived" and check.waiver is not None:
            yield Observation(
                "waiver-used",
                field=check.field,
                expected=check.expected,
                found=check.found,
                source=check.source,
                details={
                    "by": check.waiver.by,
                    "date": check.waiver.date.isoformat(),
                    "order": check.waiver.order,
                    "accepted": check.waiver.accepted,
                },
            )
    choice = case.choice
    for version in choice.versions:
        for waiver in version.waivers:
            named = choice.order is not None and same_label(waiver.order, choice.order)
            if named and not trusts(choice.policy, waiver.by):
                details = {"by": waiver.by, "date": waiver.date.isoformat(), "order": waiver.order}
                yield Observation("waiver-void", field=waiver.field, details=details)
