"""Some version is both in force and confirmed on the day of the check.

Where none is, the draft is still held against the newest version on file, so that the differences are known when the
customer answers.

    PASS  version 2016-08 is in force and has a standing confirmation
    FAIL  versions 2014-03 and 2016-08 are on file, and nobody ever confirmed either
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV307", "no-confirmed-version", "error"),)


def judge(case: Case) -> Observations:
    """Say so where nothing is confirmed, or nothing is on file yet."""
    choice = case.choice
    if choice.latest is None:
        yield Observation(
            "no-confirmed-version",
            version=choice.instruction.version if choice.instruction is not None else None,
            details={"customer": choice.customer, "as_of": choice.as_of.isoformat()},
        )
