"""What the rules say of papers put aside, of decisions that a format left open, and of changes that are pending."""

from typing import Any

import pytest

from docvalidate.model import Doubt, Source, TransportDocument
from docvalidate.model.case import Case, Observation
from docvalidate.model.report import Severity
from docvalidate.rules import another_shipment, changes_pending, read_by_convention
from tests.versions_builders import a_case, a_check, a_version, chosen


def a_draft_with(*doubts: Doubt, **values: Any) -> TransportDocument:
    return TransportDocument(booking_number="BKG5550001", doubts=doubts, **values)


def told_by(rule: Any, case: Case) -> list[Observation]:
    return list(rule.judge(case))


def test_a_paper_of_another_shipment_is_named_with_its_number() -> None:
    paper = TransportDocument(kind="booking_confirmation", booking_number="BKG5550777", file="booking.pdf")
    case = a_case(chosen(a_version()), document=a_draft_with(), refused=(paper,))
    assert told_by(another_shipment, case) == [
        Observation(
            "supporting-document-refused",
            expected="BKG5550001",
            found="BKG5550777",
            details={"document": "booking.pdf"},
        )
    ]


@pytest.mark.parametrize("rule", [another_shipment, read_by_convention, changes_pending])
def test_says_nothing_of_a_plain_draft_or_of_none(rule: Any) -> None:
    assert told_by(rule, a_case(chosen(a_version()), document=a_draft_with())) == []
    assert told_by(rule, a_case(chosen(a_version()), document=None)) == []


SEGMENT = Source(document="draft.edi", path="NAD+NI (segment 9)")


@pytest.mark.parametrize("source", [SEGMENT, None])
def test_a_decision_that_the_format_left_open_is_told(source: Source | None) -> None:
    doubt = Doubt(
        kind="convention", field="notify_party", texts=("NI alone", "first"), sources=(source,) if source else ()
    )
    assert told_by(read_by_convention, a_case(chosen(a_version()), document=a_draft_with(doubt))) == [
        Observation("read-by-convention", field="notify_party", found="NI alone | first", source=source)
    ]


@pytest.mark.parametrize(
    ("field", "status", "severity"),
    [
        ("consignee", "match", "unverified"),
        ("consignee", "not_required", "warning"),
        ("shipper", "match", "warning"),
        (None, "match", "warning"),
    ],
)
def test_pending_changes_hold_up_the_fields_that_are_asked_for(
    field: str | None, status: str, severity: Severity
) -> None:
    doubt = Doubt(kind="changes_pending", field=field, texts=("deleted: SUITE 210", "inserted: SUITE 120"))
    case = a_case(chosen(a_version()), a_check("consignee", status), document=a_draft_with(doubt))
    assert told_by(changes_pending, case) == [
        Observation(
            "changes-pending",
            field=field,
            found="deleted: SUITE 210 | inserted: SUITE 120",
            severity=severity,
        )
    ]
