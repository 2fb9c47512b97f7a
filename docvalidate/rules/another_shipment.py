"""A supporting paper of another shipment proves nothing about this one, and is not listened to.

Its booking or bill number is another one, or it names other orders. The clerk believes that it was looked at, so the
verdict stays open until the right paper is there.

PASS: draft and booking confirmation both show booking BKG5550001.
FAIL: the draft shows booking BKG5550001, and the booking confirmation is that of BKG5550777.
"""

from docvalidate.compare.shipment import another_shipment
from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV404", "supporting-document-refused", "unverified"),)


def judge(case: Case) -> Observations:
    """Name each paper that was put aside, with the number that gives it away."""
    if case.document is None:
        return
    for paper in case.refused:
        numbers = another_shipment(case.document, paper, case.choice.order)
        ours, theirs = numbers or ("", "")
        yield Observation(
            "supporting-document-refused", expected=ours, found=theirs, details={"document": paper.file or paper.kind}
        )
