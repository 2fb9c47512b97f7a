"""Some lane of the instruction certainly applies to the shipment; without one, nothing can be checked.

`destination` is held against the place of delivery, or the port of discharge where no delivery is shown; `origin`
against the port of loading, or the place of receipt. A place that several codes fit settles nothing.

    PASS  a lane for USCMH, and the draft's place of delivery is COLUMBUS, OH
    FAIL  lanes for USCHI and USDEN, and the draft's place of delivery is COLUMBUS, OH
"""

from docvalidate.compare.lanes import choose_lane
from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (Kind("DV312", "no-lane-applies", "unverified"),)


def judge(case: Case) -> Observations:
    """Say why no lane applies. A draft that cannot be read is spoken of elsewhere."""
    choice, document = case.choice, case.document
    if choice.instruction is None or document is None or case.lane is not None:
        return
    reasons = choose_lane(choice.instruction, document, choice.order).reasons
    place = document.place_of_delivery or document.port_of_discharge
    yield Observation(
        "no-lane-applies",
        found=place.text if place is not None else None,
        version=choice.instruction.version,
        source=place.source if place is not None else None,
        details={"reason": "; ".join(reasons)},
    )
