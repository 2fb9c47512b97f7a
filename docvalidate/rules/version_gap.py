"""Every version that was replaced is on file, so that an outdated value can be told from a mistake.

PASS  2016-08 supersedes 2014-03, which is on file; 2014-03 supersedes nothing
FAIL  2016-08 supersedes 2015-01, which is not on file
"""

from docvalidate.model.case import Case, Kind, Observation, Observations
from docvalidate.model.validity import same_label

FINDINGS = (Kind("DV316", "version-gap", "warning"),)


def judge(case: Case) -> Observations:
    """Look for the predecessor of the version in use, of those before it and of those that wait."""
    choice = case.choice
    for version in (choice.instruction, *choice.superseded, *choice.newer):
        if version is None or version.supersedes is None:
            continue
        if not any(same_label(version.supersedes, other.version) for other in choice.versions):
            yield Observation("version-gap", version=version.version, details={"missing": version.supersedes})
