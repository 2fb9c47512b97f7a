"""The paper must be the one that the lane speaks of: a draft, and of the bill, house or master, that it binds.

On a master bill the consignee and notify party are usually the forwarder's agents; held against a lane that binds the
house bill, every line would differ and nothing would be learned. An issued bill can be checked, but not corrected free.

PASS: a house waybill marked DRAFT, under a lane that binds the house bill.
FAIL: COPY NON NEGOTIABLE (it is issued); a master bill under that lane.
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV431", "wrong-bill", "error"), Kind("DV432", "not-a-draft", "warning"))


def judge(case: Case) -> Observations:
    """Say where the paper is another bill than the lane binds, and where it is no draft any more."""
    document = case.document
    if document is None:
        return
    if case.lane is not None and case.lane.binds != "any" and document.bill not in (None, case.lane.binds):
        yield Observation("wrong-bill", expected=case.lane.binds, found=document.bill)
    if document.draft is False:
        yield Observation("not-a-draft", found="; ".join(document.marks), details={"mark": "; ".join(document.marks)})
