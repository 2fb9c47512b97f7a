"""Two papers of one shipment that say different things of it cannot both be right.

Asked only where both are certain: a stated transshipment port against the plan's ports between two vessels, the draft's
ports against those of the supporting papers, and its parties against those of the shipping instruction, the arrival
notice or another bill of the same level.

PASS: the draft says VIA SINGAPORE, and the booking's plan changes vessel at Singapore.
FAIL: the draft says VIA SINGAPORE, and the booking's plan changes vessel at Colombo.
"""

from docvalidate.compare.party_disputes import party_disputes
from docvalidate.compare.routing import disputes
from docvalidate.model import Source
from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV231", "documents-disagree", "error"),)


def judge(case: Case) -> Observations:
    """Tell each field on which the papers disagree, with both sides and where each stands."""
    if case.document is None:
        return
    papers = case.document, case.supporting
    for dispute in (*party_disputes(*papers), *disputes(*papers)):
        yield Observation(
            "documents-disagree",
            field=dispute.field,
            expected=dispute.expected,
            found=dispute.found,
            source=dispute.source,
            details={"here": _named(dispute.source), "there": _named(dispute.other)},
        )


def _named(source: Source | None) -> str:
    return source.document if source is not None else "?"
