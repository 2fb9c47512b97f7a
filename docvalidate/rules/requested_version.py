"""The version that the caller asks for is the latest confirmed one.

The draft is held against the version asked for all the same, so that an old check can be repeated.

    PASS  --version 2016-08, and 2016-08 is the latest confirmed
    FAIL  --version 2014-03, and 2016-08 is the latest confirmed
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV304", "outdated-version-requested", "error"),)


def judge(case: Case) -> Observations:
    """Compare what was asked for with what holds; where nothing holds, no-confirmed-version says so."""
    choice = case.choice
    if choice.asked is not None and choice.latest is not None and choice.latest != choice.instruction:
        yield Observation(
            "outdated-version-requested",
            expected=choice.latest.version,
            found=choice.asked,
            version=choice.latest.version,
        )
