"""A corrected draft differs from the one checked before only in what was asked for; anything else is told.

A change is asked for where the earlier check accused that field, or the place on the paper from which an accused port
was inferred. What is only written differently, or may be a misreading, is not told, and neither is a number given for
the first time; what the draft cites and whether it is issued are judged by rules of their own. Two bills with two
numbers are no predecessor and successor, and neither are a booking confirmation and a bill.

    PASS  the notify party was accused and is another one; or the vessel is HERON PACIFIC in both
    FAIL  only the notify party was accused, and the vessel is another one as well
"""

from docvalidate.compare.drafts import another_bill, between
from docvalidate.model import Check, TransportDocument
from docvalidate.model.case import Case, EarlierCheck, Kind, Observation, Observations
from docvalidate.model.change import Change
from docvalidate.reference.spelling import words_of

FINDINGS = (Kind("DV440", "changed-between-drafts", "warning"),)

NOTHING = "—"
_ACCUSED = frozenset({"mismatch", "not_shown", "unreadable", "partial", "format_difference"})
_BILLS = frozenset({"sea_waybill", "bill_of_lading", "unknown"})
_JUDGED_ELSEWHERE = frozenset({"cites_instruction", "cites_also", "draft"})
_GIVEN_LATE = frozenset({"number", "booking_number", "kind", "bill"})


def judge(case: Case) -> Observations:
    """Tell each change of substance that the earlier check did not ask for."""
    earlier, document = case.earlier, case.document
    if earlier is None or document is None or not _follows(document, earlier.document):
        return
    for change in between(earlier.document, document):
        if change.of_substance and not _is_expected(change) and not _was_asked_for(change, earlier):
            yield Observation(
                "changed-between-drafts",
                field=change.field,
                expected=change.old or NOTHING,
                found=change.new or NOTHING,
                source=change.source,
                details={"as_of": earlier.as_of.isoformat()},
            )


def _follows(document: TransportDocument, earlier: TransportDocument) -> bool:
    """A waybill may become a bill of lading, and nobody may have said which of the two it is."""
    kinds = {document.kind, earlier.kind}
    return (len(kinds) == 1 or kinds <= _BILLS) and not another_bill(earlier, document)


def _is_expected(change: Change) -> bool:
    return change.field in _JUDGED_ELSEWHERE or (change.field in _GIVEN_LATE and change.how == "added")


def _was_asked_for(change: Change, earlier: EarlierCheck) -> bool:
    return any(_accuses(check, change, earlier) for check in earlier.checks if check.status in _ACCUSED)


def _accuses(check: Check, change: Change, earlier: EarlierCheck) -> bool:
    if check.field == change.field or (check.field == "transshipment_port" and change.field == "legs"):
        return True
    if check.field == "transshipment_port" and check.found and words_of(check.found) == words_of(change.old or ""):
        # The accused port, shown by the booking, stands on the bill as the port of discharge.
        return True
    # A port that was inferred stands on the paper as something else: the port of discharge, a place with VIA in it.
    place = getattr(getattr(earlier.document, change.field, None), "source", None)
    pinned = check.source is not None and (check.source.box is not None or check.source.path is not None)
    return pinned and check.source == place
