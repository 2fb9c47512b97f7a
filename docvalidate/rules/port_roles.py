"""Loading, discharge and delivery are where the lane says, each held against its own rule.

PASS: the lane asks for discharge at USBAL; the draft says BALTIMORE, MD.
FAIL: the lane asks for discharge at USBAL; the draft says NORFOLK, VA, or shows no port of discharge.
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (
    Kind("DV221", "port-of-discharge-mismatch", "error"),
    Kind("DV222", "port-of-loading-mismatch", "error"),
    Kind("DV223", "place-of-delivery-mismatch", "error"),
    Kind("DV224", "port-not-shown", "unverified"),
)
NAMES = {
    "port_of_loading": "port-of-loading-mismatch",
    "port_of_discharge": "port-of-discharge-mismatch",
    "place_of_delivery": "place-of-delivery-mismatch",
}


def judge(case: Case) -> Observations:
    """Tell each role that differs, and each that the draft does not show."""
    # A letter of credit makes another name of the same port an error as well.
    wrong = {"mismatch", "format_difference"} if case.lane is not None and case.lane.match == "strict" else {"mismatch"}
    for check in case.checks:
        if check.field in NAMES and (check.status in wrong or check.status == "not_shown"):
            yield Observation(
                "port-not-shown" if check.status == "not_shown" else NAMES[check.field],
                field=check.field,
                expected=check.expected,
                found=check.found,
                version=case.choice.instruction.version if case.choice.instruction is not None else None,
                source=check.source,
            )
