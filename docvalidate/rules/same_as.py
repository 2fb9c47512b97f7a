"""A reference such as SAME AS CONSIGNEE must lead to a name, for somebody has to be told that the ship is in.

PASS  SAME AS CONSIGNEE, where the consignee box names a company
FAIL  SAME AS CONSIGNEE, where the consignee is TO ORDER or the box is empty
"""

from docvalidate.compare.notify import unresolved
from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV122", "same-as-unresolved", "error"),)


def judge(case: Case) -> Observations:
    """Name each reference that leads nowhere."""
    if case.document is None:
        return
    for party in unresolved(case.document):
        field = "consignee" if party is case.document.consignee else "notify_party"
        yield Observation("same-as-unresolved", field=field, found=party.text, source=party.source)
