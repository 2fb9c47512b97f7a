"""Two papers of one shipment that say different things of its ports cannot both be right.

Asked only where both are certain: a stated transshipment port against the plan's ports between two vessels, and the
draft's ports against those of the supporting papers.

PASS: the draft says VIA SINGAPORE, and the booking's plan changes vessel at Singapore.
FAIL: the draft says VIA SINGAPORE, and the booking's plan changes vessel at Colombo.
"""

from docvalidate.compare.routing import disputes
from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV231", "documents-disagree", "error"),)


def judge(case: Case) -> Observations:
    """Tell each field on which the papers disagree."""
    if case.document is None:
        return
    for dispute in disputes(case.document, case.supporting):
        yield Observation(
            "documents-disagree",
            field=dispute.field,
            expected=dispute.expected,
            found=dispute.found,
            source=dispute.source,
        )
