"""No version that came after the one in use waits for the customer's word.

A warning before the newer version's first day, an error from that day on, and at once where it names no such day. The
finding says what would change, so that one question to the customer settles it.

    PASS  version 2016-08 is confirmed, and nothing came after it
    FAIL  version 2014-03 is confirmed, version 2016-08 came later and nobody confirmed it
"""

from docvalidate.model import Instruction
from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV305", "newer-version-unconfirmed", "error"),)

_FAILS = frozenset({"mismatch", "not_shown"})
_NOTHING = "no_checked_field"


def judge(case: Case) -> Observations:
    """Name every newer version that is open, with its dates and what it would change."""
    for newer in case.choice.newer:
        begins = newer.effective_from
        details = {"received": newer.received.isoformat(), "current": _current(case)}
        if begins is not None:
            details["effective_from"] = begins.isoformat()
        yield Observation(
            "newer-version-unconfirmed",
            version=newer.version,
            severity="warning" if begins is not None and case.choice.as_of < begins else None,
            details={**details, **_changes(case, newer)},
        )


def _current(case: Case) -> str:
    return case.choice.instruction.version if case.choice.instruction is not None else ""


def _changes(case: Case, newer: Instruction) -> dict[str, str]:
    comparison = next((comparison for comparison in case.coming if comparison.instruction == newer), None)
    if comparison is None:
        return {}
    now = {check.field: check.expected for check in case.checks}
    changed = [check.field for check in comparison.checks if check.expected != now.get(check.field)]
    failing = [check.field for check in comparison.checks if check.status in _FAILS]
    return {"changes": "; ".join(changed) or _NOTHING, "would_fail": "; ".join(failing) or _NOTHING}
