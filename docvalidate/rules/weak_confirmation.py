"""A confirmation says yes to this version by name; a message that only takes note may have meant something else.

How plainly a message speaks was judged when it was put on record, and the grade stays with it.

    PASS  "For PO-44718 the version in force is 2016-08."
    PASS  "Yes, confirmed.", in answer to a question that names the order
    FAIL  "Noted, thanks."
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV324", "confirmation-weak", "warning"),)


def judge(case: Case) -> Observations:
    """Look at the one confirmation in use."""
    choice = case.choice
    said = choice.confirmation
    if choice.instruction is None or said is None or said.recorded is None or said.recorded.grade != "noted":
        return
    details = {"by": said.by, "date": said.date.isoformat(), "quote": said.recorded.quote or "–"}
    yield Observation("confirmation-weak", version=choice.instruction.version, details=details)
