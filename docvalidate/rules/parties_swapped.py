"""Consignee and notify party stand in each other's boxes: one slip of the pen explains both mismatches.

PASS  each party stands in its own box
FAIL  the consignee box holds the customs broker, and the notify box the buyer
"""

from docvalidate.compare.notify import swapped
from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV121", "parties-swapped", "error"),)


def judge(case: Case) -> Observations:
    """Tell the exchange beside the mismatches, which stay."""
    if case.document is None or case.lane is None or case.document.consignee is None:
        return
    check = case.check("consignee")
    if check is None or check.status != "mismatch":
        return
    if swapped(case.document, case.lane.consignee, case.lane.notify_parties) is not None:
        yield Observation(
            "parties-swapped",
            field="consignee",
            expected=case.lane.consignee,
            found=case.document.consignee.text,
            source=case.document.consignee.source,
        )
