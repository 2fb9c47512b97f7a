"""The notify parties are those of the lane and no others; each that deviates is told for itself.

PASS  the draft names the lane's notify parties, in its order
FAIL  another street number (`notify-party-mismatch`); a third party that nobody asked for (`notify-party-unexpected`);
      an empty box (`notify-party-not-shown`); the second party first (`notify-party-order`)
"""

from collections.abc import Iterator

from docvalidate.compare.notify import Pair, in_other_order, paired
from docvalidate.model import Check, TransportDocument
from docvalidate.model.case import Case, Kind, Observation, Observations

from ._parties import told, told_as

FINDINGS = (
    Kind("DV101", "notify-party-mismatch", "error"),
    Kind("DV102", "notify-party-format-difference", "note"),
    Kind("DV103", "notify-party-contact-missing", "warning"),
    Kind("DV104", "notify-party-not-shown", "error"),
    Kind("DV105", "notify-party-unexpected", "error"),
    Kind("DV106", "notify-party-order", "warning"),
)
_NAMES = {
    "mismatch": "notify-party-mismatch",
    "format_difference": "notify-party-format-difference",
    "partial": "notify-party-contact-missing",
}
_JUDGED = frozenset({"match", *_NAMES})


def judge(case: Case) -> Observations:
    """Say how each notify party deviates, who is missing and who is one too many."""
    check = case.check("notify_party")
    if check is None:
        return
    if check.status == "not_shown":
        yield Observation("notify-party-not-shown", field="notify_party", expected=check.expected)
    elif check.status in _JUDGED and case.document is not None and case.lane is not None:
        yield from _pairs(case, case.document, check, case.lane.notify_parties or ())


def _pairs(case: Case, document: TransportDocument, check: Check, expected: tuple[str, ...]) -> Iterator[Observation]:
    strict = case.lane is not None and case.lane.match == "strict"
    pairs = paired(document, expected, strict=strict)
    for pair in pairs:
        if pair.comparison.status != "match":
            yield from _observed(case, pair)
    if in_other_order(pairs):
        yield Observation(
            "notify-party-order", field="notify_party", expected=check.expected, found=check.found, source=check.source
        )


def _observed(case: Case, pair: Pair) -> Iterator[Observation]:
    for status, severity in told_as(pair.comparison.status, pair.comparison.differences, case.lane):
        yield Observation(
            _NAMES[status] if pair.expected is not None else "notify-party-unexpected",
            field="notify_party",
            expected=pair.expected,
            found=pair.found.text if pair.found is not None else None,
            source=pair.found.source if pair.found is not None else None,
            severity=severity,
            details=told(status, pair.comparison.differences),
        )
