"""Where a standard contradicts itself or its use, the value is read as the trade does, and a person is told so.

NI is the first notify party in EDIFACT from D.09A on and a further one before; FIATA's schema calls that receipt
which its mapping calls delivery; a code may stand where the name belongs.

PASS: an IFTMCS of D.99B with N1 and N2.
FAIL: an eFBL whose two places of acceptance and receipt differ: the schema's words would exchange them.
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV434", "read-by-convention", "warning"),)


def judge(case: Case) -> Observations:
    """Tell each decision, once, with the place where it was made."""
    if case.document is None:
        return
    for doubt in case.document.doubts:
        if doubt.kind == "convention":
            source = doubt.sources[0] if doubt.sources else None
            yield Observation("read-by-convention", field=doubt.field, found=" | ".join(doubt.texts), source=source)
