"""The version that the draft is held against is in force on the day of the check; its first and last day belong to it.

PASS  effective_from 2016-09-01, checked on 2016-09-01
FAIL  effective_until 2016-08-31, checked on 2016-09-01
"""

from docvalidate.model.case import Case, Kind, Observation, Observations
from docvalidate.model.validity import in_force

FINDINGS = (Kind("DV308", "version-not-in-force", "error"),)


def judge(case: Case) -> Observations:
    """Compare the version's own dates with the day."""
    instruction, as_of = case.choice.instruction, case.choice.as_of
    if instruction is not None and not in_force(instruction, as_of):
        dates = {"effective_from": instruction.effective_from, "effective_until": instruction.effective_until}
        yield Observation(
            "version-not-in-force",
            version=instruction.version,
            details={"as_of": as_of.isoformat()} | {name: day.isoformat() for name, day in dates.items() if day},
        )
