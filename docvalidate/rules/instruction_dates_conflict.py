"""It is plain from which day the version in use holds: the dates printed on it agree, or a person has settled them.

PASS  the file gives effective_from, whatever is printed
FAIL  the cover says "effective May 2011", the foot of each page "effective May 28, 2012", and the file gives no day
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV323", "instruction-dates-conflict", "warning"),)


def judge(case: Case) -> Observations:
    """Show the dates as printed."""
    version = case.choice.instruction
    if version is None or version.effective_from is not None:
        return
    printed = {" ".join(mark.text.casefold().split()): mark.text for mark in version.marks if mark.kind == "effective"}
    if len(printed) > 1:
        yield Observation("instruction-dates-conflict", found=" | ".join(printed.values()), version=version.version)
