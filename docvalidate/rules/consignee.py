"""The consignee is the one that the lane names, to the last figure; how it is written is only noted.

PASS  ACME IMPORTS LLC, 100 LIGHT STREET where the lane says the same
FAIL  ACME IMPORTS INC (`consignee-mismatch`); 100 LIGHT ST (`consignee-format-difference`, an error under a letter of
      credit); the telephone left out (`consignee-contact-missing`); an empty box (`consignee-not-shown`)
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

from ._parties import told, told_as

FINDINGS = (
    Kind("DV111", "consignee-mismatch", "error"),
    Kind("DV112", "consignee-format-difference", "note"),
    Kind("DV113", "consignee-contact-missing", "warning"),
    Kind("DV114", "consignee-not-shown", "error"),
)
_NAMES = {
    "mismatch": "consignee-mismatch",
    "format_difference": "consignee-format-difference",
    "partial": "consignee-contact-missing",
    "not_shown": "consignee-not-shown",
}


def judge(case: Case) -> Observations:
    """Say how the consignee deviates."""
    check = case.check("consignee")
    if check is None or check.status not in _NAMES:
        return
    for status, severity in told_as(check.status, check.differences, case.lane):
        yield Observation(
            _NAMES[status],
            field="consignee",
            expected=check.expected,
            found=check.found,
            source=check.source,
            severity=severity,
            details=told(status, check.differences),
        )
