"""How late it is comes from the caller or from the papers, and the same papers give the same bytes."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import docvalidate
from docvalidate import DocvalidateError, Registry, Report

CASE = Path(__file__).parents[1] / "sample_docs" / "founding-case"


def checked(draft: Any = CASE / "draft.pdf", **others: Any) -> Report:
    known = {"customer": "HARBORLINE", "order": "PO-44718", "as_of": date(2016, 9, 5)}
    return docvalidate.check(draft, Registry(CASE / "instructions"), **{**known, **others})


def test_with_no_date_from_anybody_there_is_no_urgency() -> None:
    report = checked()
    assert report.urgency is None
    assert "working hours" not in str(report) and not any(it.code.startswith("DV5") for it in report.findings)


def test_moments_may_be_texts() -> None:
    told = checked(cutoff="2016-09-06T12:00", etd="2016-09-08", now="2016-09-05T15:00")
    assert (
        told.urgency
        == checked(cutoff=datetime(2016, 9, 6, 12), etd=date(2016, 9, 8), now=datetime(2016, 9, 5, 15)).urgency
    )
    assert told.urgency is not None and told.urgency.stage == "S1"


def test_a_text_that_is_no_moment_is_told_in_one_line() -> None:
    with pytest.raises(DocvalidateError, match="'06/09/2016' is not a moment such as 2016-09-05"):
        checked(cutoff="06/09/2016")


def test_the_booking_is_enough() -> None:
    urgency = checked(supporting=[CASE / "booking.pdf"]).urgency
    assert urgency is not None and urgency.deadline is not None and urgency.deadline.source is not None
    assert (urgency.stage, urgency.deadline.source.document) == ("S1", "booking.pdf")


def test_at_sea_the_founding_case_is_no_longer_correctable_at_will() -> None:
    report = checked(supporting=[CASE / "booking.pdf"], now="2016-09-10T09:00")
    assert report.urgency is not None and report.urgency.stage == "S6"
    assert report.urgency.correctable.routing == "carrier_discretion"
    port = next(it for it in report.findings if it.field == "transshipment_port")
    assert "a revised shipping instruction is not such a request" in port.advice
    assert [it.severity for it in report.findings if it.name == "already-sailed"] == ["warning"]


def test_a_check_is_repeated_to_the_byte() -> None:
    first, second = (checked(supporting=[CASE / "booking.pdf"]).model_dump_json() for _ in range(2))
    assert first == second
    assert Report.model_validate_json(first).model_dump_json() == first


def test_a_draft_that_cannot_be_read_is_late_too() -> None:
    report = checked(b"%PDF-1.4 nothing", cutoff="2016-09-06T12:00")
    assert (report.verdict, report.document) == ("unverified", None)
    assert report.urgency is not None and "time_zone" in report.urgency.assumed


def test_a_corrected_draft_is_cleared_late_or_not() -> None:
    papers = {"draft": CASE / "corrected-draft.pdf", "supporting": [CASE / "corrected-booking.pdf"]}
    for now in ("2016-09-05T15:00", "2016-09-20"):
        report = checked(**papers, now=now)
        assert (report.verdict, [it.code for it in report.findings if it.severity != "note"]) == ("cleared", [])
