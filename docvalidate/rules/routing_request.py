"""What was passed on to the carrier must be what the customer instructed: a booking may ask for or rule out ports.

A booking that asks for a port which the instruction forbids, or rules one out which it requires, will bring the wrong
routing, whatever the plan shows today (DCSA's RTP and PTP, EDIFACT's LOC+75 and LOC+74).

PASS: the instruction requires Baltimore, and the booking asks for Baltimore.
FAIL: the instruction forbids New York, and the booking asks for New York.
"""

from docvalidate.compare.ports import faults, is_port, mention_of, wanted
from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV205", "routing-request-differs", "warning"),)


def judge(case: Case) -> Observations:
    """Tell each port that was asked for, or ruled out, against the instruction."""
    rule = case.lane.transshipment if case.lane is not None else None
    if case.document is None or rule is None:
        return
    for paper in (case.document, *case.supporting):
        against = [place for place in paper.requested_transshipment if any(it.place for it in faults((place,), rule))]
        against += [
            place
            for place in paper.prohibited_transshipment
            if any(is_port(mention_of(place), port) for port in rule.required)
        ]
        for place in against:
            yield Observation(
                "routing-request-differs",
                field="transshipment_port",
                expected=wanted(rule),
                found=place.text,
                source=place.source,
                details={"document": paper.file or paper.kind},
            )
