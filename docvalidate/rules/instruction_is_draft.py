"""The version in use is no draft: the customer may still change what it says.

PASS  the customer's document is marked Version 2016-08
FAIL  the customer's document is marked DRAFT 8/21/2017 4:02:19 PM
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV322", "instruction-is-draft", "error"),)


def judge(case: Case) -> Observations:
    """Show the mark that calls it a draft."""
    version = case.choice.instruction
    if version is None:
        return
    drafts = [mark for mark in version.marks if mark.kind == "draft"]
    if drafts:
        place = drafts[0].source or ""
        yield Observation(
            "instruction-is-draft", found=drafts[0].text, version=version.version, details={"place": place}
        )
