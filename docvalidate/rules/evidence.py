"""The word on which the check rests can be shown: it names its evidence, and the evidence is on file.

PASS  the confirmation names mail-2016-08-22.eml, which lies beside the instruction file
FAIL  the confirmation names no evidence (`confirmation-without-evidence`)
FAIL  the confirmation, or a waiver that was used, names a file that is not there (`evidence-missing`)
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV313", "confirmation-without-evidence", "warning"), Kind("DV314", "evidence-missing", "warning"))


def judge(case: Case) -> Observations:
    """Look at the one confirmation in use and at the waivers used; those of other orders are not in question."""
    choice = case.choice
    said = choice.confirmation
    if choice.instruction is not None and said is not None and said.evidence is None:
        details = {"by": said.by, "date": said.date.isoformat()}
        yield Observation("confirmation-without-evidence", version=choice.instruction.version, details=details)
    missing = {evidence for version in choice.versions for evidence in version.missing_evidence}
    used = [check.waiver for check in case.checks if check.waiver is not None]
    for word in (said, *used):
        if word is not None and word.evidence in missing:
            details = {"by": word.by, "date": word.date.isoformat(), "file": word.evidence}
            yield Observation("evidence-missing", details=details)
