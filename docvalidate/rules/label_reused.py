"""One label names one content: a confirmation of "2016-08" must not be able to mean two files.

PASS  2016-08 and 2016-08-B
FAIL  two files of different content, both 2016-08
"""

from itertools import combinations

from docvalidate.model.case import Case, Kind, Observation, Observations
from docvalidate.model.validity import same_label

FINDINGS = (Kind("DV317", "label-reused", "error"),)


def judge(case: Case) -> Observations:
    """Name both files of every label that is used again."""
    for older, newer in combinations(case.choice.versions, 2):
        if same_label(older.version, newer.version):
            files = "; ".join(one.file or one.received.isoformat() for one in (older, newer))
            yield Observation("label-reused", version=newer.version, details={"files": files})
