"""Only one version is confirmed at a time: of two, neither replacing the other, nobody here may choose.

Two versions of one customer conflict when both are in force with a standing confirmation, or both for the order; and
when an older one was named for the order after the newer one.

    PASS  2016-08 supersedes 2014-03, and both are confirmed
    FAIL  2016-08-A and 2016-08-B both supersede 2014-03, and both are confirmed
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV309", "conflicting-confirmations", "error"),)


def judge(case: Case) -> Observations:
    """Name all the versions that claim to hold."""
    choice = case.choice
    if choice.instruction is None or not choice.rivals:
        return
    names = (choice.instruction.version, *(rival.version for rival in choice.rivals))
    said = {"customer": choice.customer, "versions": "; ".join(names)}
    yield Observation("conflicting-confirmations", version=choice.instruction.version, details=said)
