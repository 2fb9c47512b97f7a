"""The customer confirmed the version for this very order; a standing word, or that for another order, does not do.

A customer's policy (`confirm_each_order: false`) makes it a note. Without an order it is not asked.

    PASS  order PO-44718, and version 2016-08 is confirmed for PO-44718
    FAIL  order PO-44718, and version 2016-08 has a standing confirmation only
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV306", "not-confirmed-for-order", "error"),)


def judge(case: Case) -> Observations:
    """Ask whether the word on which the check rests names the order."""
    choice = case.choice
    if choice.order is None or choice.instruction is None:
        return
    if choice.confirmation is None or choice.confirmation.order is None:
        yield Observation(
            "not-confirmed-for-order",
            version=choice.instruction.version,
            severity=None if choice.policy.confirm_each_order else "note",
            details={"order": choice.order, "customer": choice.customer},
        )
