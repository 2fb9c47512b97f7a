"""A value of the draft that differs from the instruction must not be that of a superseded version.

Such a draft was made from an old paper: everything else in it may come from there, too. The newest of the superseded
versions that asks for the value is named; the mismatch itself is a finding of its own.

    PASS  version 2016-08 asks for SUITE 210, the draft shows SUITE 210
    FAIL  version 2016-08 asks for SUITE 210, the draft shows SUITE 120 as version 2014-03 asked
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV301", "outdated-value", "error"),)

_FOLLOWED = frozenset({"match", "format_difference", "partial"})


def judge(case: Case) -> Observations:
    """Name the superseded version that each deviating value is from."""
    for check in case.checks:
        if check.status != "mismatch":
            continue
        for past in case.past:
            then = past.check(check.field)
            if then is not None and then.status in _FOLLOWED:
                yield Observation(
                    "outdated-value",
                    field=check.field,
                    expected=check.expected,
                    found=check.found,
                    version=past.instruction.version,
                    source=check.source,
                    details={"current": _current(case)},
                )
                break


def _current(case: Case) -> str:
    return case.choice.instruction.version if case.choice.instruction is not None else ""
