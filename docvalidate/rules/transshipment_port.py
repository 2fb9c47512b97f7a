"""The goods change over where the customer says, and a port that nobody has seen is not taken for the right one.

To the trade a transshipment port is where the goods go on by another ship, by rail or by truck. A port that is both
forbidden and not allowed is one finding, the forbidden one. Where the port was inferred, `basis` says so.

PASS: Baltimore is allowed; discharge at Baltimore, delivery at Columbus.
FAIL: Baltimore is allowed; discharge at New York, delivery at Columbus.
"""

from docvalidate.compare.ports import faults
from docvalidate.compare.routing import transshipment_ports
from docvalidate.model import Check, Place
from docvalidate.model.case import Case, Kind, Observation, Observations
from docvalidate.model.report import Severity

FINDINGS = (
    Kind("DV201", "transshipment-port-mismatch", "error"),
    Kind("DV202", "transshipment-port-forbidden", "error"),
    Kind("DV203", "transshipment-port-not-shown", "unverified"),
    Kind("DV204", "transshipment-port-format-difference", "note"),
)
FIELD = "transshipment_port"


def judge(case: Case) -> Observations:
    """Tell what is wrong with the port; whether its name can be understood at all is for another rule."""
    check = case.check(FIELD)
    if check is None or case.document is None or case.lane is None or case.lane.transshipment is None:
        return
    version = case.choice.instruction.version if case.choice.instruction is not None else None
    if check.status == "not_shown":
        yield _seen("transshipment-port-not-shown", check, version)
    elif check.status == "format_difference":
        # Under a letter of credit the port has to be written as the credit writes it.
        severity: Severity | None = "error" if case.lane.match == "strict" else None
        yield _seen("transshipment-port-format-difference", check, version, severity=severity)
    elif check.status == "mismatch":
        wrong = faults(transshipment_ports(case.document, case.supporting), case.lane.transshipment)
        forbidden = tuple(fault.place for fault in wrong if fault.kind == "forbidden" and fault.place is not None)
        astray = tuple(fault.place for fault in wrong if fault.kind == "not_allowed" and fault.place is not None)
        if forbidden:
            yield _seen("transshipment-port-forbidden", check, version, forbidden)
        # A required port that is missing adds nothing to the forbidden one that stands in its place.
        if astray or not forbidden:
            yield _seen("transshipment-port-mismatch", check, version, astray)


def _seen(
    name: str, check: Check, version: str | None, places: tuple[Place, ...] = (), severity: Severity | None = None
) -> Observation:
    return Observation(
        name,
        field=FIELD,
        expected=check.expected,
        found="; ".join(place.text for place in places) or check.found,
        version=version,
        source=places[0].source if places else check.source,
        severity=severity,
        details={"basis": check.basis} if check.basis is not None else {},
    )
