"""What is said of deadlines, and that they make nothing more or less severe."""

from datetime import date, datetime
from typing import Any

import pytest

from docvalidate.compare.urgency import urgency_of
from docvalidate.model import Check, Lane, Place, PortRule, TransportDocument
from docvalidate.model.case import Case
from docvalidate.model.urgency import Asked
from docvalidate.rules import deadline, judge
from tests.versions_builders import a_case, a_check, a_version, a_word, against, chosen

DRAFT = TransportDocument(kind="sea_waybill", draft=True, port_of_loading=Place(text="NINGBO", locode="CNNGB"))
WRONG = (
    a_check("consignee", "mismatch", expected="A", found="B"),
    a_check("transshipment_port", "mismatch", expected="USBAL", found="NEW YORK"),
)
CUTOFF, ETD = datetime(2016, 9, 6, 12), date(2016, 9, 10)


def late(now: str | None, *checks: Check, cutoff: Any = CUTOFF, etd: Any = ETD, **others: Any) -> Case:
    """A case at that moment, the version confirmed."""
    choice = others.pop("choice", None) or chosen(a_version("2016-08", "2016-08-20", a_word()), as_of="2016-09-05")
    lane = Lane(transshipment=PortRule(allowed=("USBAL",)))
    case = a_case(choice, *checks, document=DRAFT, lane=lane, **others)
    if now is None:
        return case
    asked = Asked(now=datetime.fromisoformat(now), cutoff=cutoff, etd=etd)
    urgency = urgency_of(DRAFT, (), checks, as_of=date(2016, 9, 5), asked=asked)
    return Case(**{**{name: getattr(case, name) for name in Case.__slots__}, "urgency": urgency})


def names(case: Case) -> list[str]:
    return [seen.name for seen in deadline.judge(case)]


def test_a_deadline_within_two_working_days_is_near() -> None:
    assert names(late("2016-09-05T15:00", *WRONG)) == ["deadline-near"]
    assert names(late("2016-08-29T15:00", *WRONG)) == []


def test_a_cut_off_that_has_passed_is_said_with_the_next_deadline() -> None:
    assert names(late("2016-09-07T10:00", *WRONG, etd=date(2016, 9, 20))) == ["deadline-passed"]
    assert names(late("2016-09-09T10:00", *WRONG)) == ["deadline-passed", "deadline-near"]


def test_of_a_ship_that_has_sailed_only_that_is_said() -> None:
    assert names(late("2016-09-12T10:00", *WRONG)) == ["already-sailed"]


def test_a_ship_of_which_no_sailing_is_known_has_not_sailed_for_certain() -> None:
    assert names(late("2016-09-07T10:00", *WRONG, etd=None)) == ["deadline-passed"]


@pytest.mark.parametrize("now", ["2016-09-05T15:00", "2016-09-07T10:00", "2016-09-12T10:00"])
def test_a_draft_that_agrees_is_in_nobodys_way(now: str) -> None:
    agreeing = [a_check("consignee"), a_check("notify_party", "format_difference"), a_check("x", "not_required")]
    assert names(late(now, *agreeing)) == []


def test_a_version_that_nobody_confirmed_is_something_open() -> None:
    choice = chosen(a_version("2016-08", "2016-08-20"), as_of="2016-09-05")
    assert names(late("2016-09-05T15:00", a_check("consignee"), choice=choice)) == ["deadline-near"]


def test_without_dates_nothing_is_said() -> None:
    assert names(late(None, *WRONG)) == []


@pytest.mark.parametrize("now", ["2016-09-05T15:00", "2016-09-07T10:00", "2016-09-09T10:00", "2016-09-12T10:00"])
def test_severity_never_changes_with_urgency(now: str) -> None:
    def severities(case: Case) -> dict[tuple[str, str | None], str]:
        told = judge(case)
        return {(it.name, it.field): it.severity for it in told if not it.code.startswith("DV5")}

    assert severities(late(now, *WRONG)) == severities(late(None, *WRONG)) != {}


def test_order_and_advice_do() -> None:
    calm, pressing = judge(late(None, *WRONG)), judge(late("2016-09-05T15:00", *WRONG))
    assert [it.field for it in calm if it.severity == "error"] == ["consignee", "transshipment_port"]
    assert [it.field for it in pressing if it.severity == "error"] == ["transshipment_port", "consignee"]
    plain = {it.field: it.advice for it in calm}
    for finding in pressing:
        if finding.severity == "error":
            assert finding.advice.startswith(f"{plain[finding.field]} ")
            assert finding.advice != plain[finding.field]


def test_the_second_sentence_is_said_once_for_each_field() -> None:
    past = (against(a_version("2014-03", "2014-03-10"), consignee="match"),)
    findings = judge(late("2016-09-05T15:00", *WRONG, past=past))
    of_consignee = [it for it in findings if it.field == "consignee"]
    assert [it.name for it in of_consignee] == ["consignee-mismatch", "outdated-value"]
    assert ["usually free" in it.advice for it in of_consignee] == [True, False]
