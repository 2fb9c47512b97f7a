"""A confirmation counts only if it was given after the version was received, by someone who may speak for the customer.

Whose word counts is said by the customer's policy (`contacts`, `domains`); without one, everybody's does. A void
confirmation is only told where it would have mattered: for this order, or standing.

    PASS  received 2016-08-20, confirmed 2016-08-22 by imports@harborline.example
    FAIL  received 2016-08-20, confirmed 2016-08-01: it must have meant something else
    FAIL  confirmed by forwarder@elsewhere.example, and the policy names harborline.example
"""

from docvalidate.model.case import Case, Kind, Observation, Observations
from docvalidate.model.validity import same_label, void_because

FINDINGS = (Kind("DV315", "confirmation-void", "warning"),)


def judge(case: Case) -> Observations:
    """Name the confirmations that were left out of account; other content is `instruction-changed`."""
    choice = case.choice
    for version in (choice.instruction, *choice.newer):
        if version is None:
            continue
        for said in version.confirmations:
            reason = void_because(said, version, choice.policy)
            speaks = said.order is None or (choice.order is not None and same_label(said.order, choice.order))
            if speaks and reason is not None and reason != "other_content":
                details = {"by": said.by, "date": said.date.isoformat(), "reason": reason}
                yield Observation("confirmation-void", version=version.version, details=details)
