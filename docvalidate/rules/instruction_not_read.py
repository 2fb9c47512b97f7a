"""Somebody has held the version in use against the customer's own document: what a machine imported is not yet read.

PASS  the line `status: imported` was removed once every value had been read
FAIL  the file still says `status: imported`
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV320", "instruction-not-read", "unverified"),)


def judge(case: Case) -> Observations:
    """Look at the version in use."""
    version = case.choice.instruction
    if version is not None and version.status == "imported":
        yield Observation("instruction-not-read", version=version.version, details={"file": version.file or ""})
