"""The stage follows from the dates, and what is not known counts as the worse one and is said."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docvalidate.compare.urgency import urgency_of
from docvalidate.model import Check, CutOff, Leg, Moment, Place, TransportDocument
from docvalidate.model.urgency import Asked, Urgency

AS_OF = date(2016, 9, 5)
NINGBO = Place(text="NINGBO", locode="CNNGB")
DRAFT = TransportDocument(kind="sea_waybill", draft=True, port_of_loading=NINGBO)
CUTOFF, ETD = datetime(2016, 9, 6, 12), date(2016, 9, 10)
WRONG_ROUTE = Check(field="transshipment_port", status="mismatch")


def at(now: str, *checks: Check, document: TransportDocument | None = DRAFT, papers: Any = (), **asked: Any) -> Urgency:
    moment = datetime.fromisoformat(now)
    found = urgency_of(document, papers, checks, as_of=AS_OF, asked=Asked(now=moment, **asked))
    assert found is not None
    return found


def told(*cut_offs: tuple[str, str], **values: Any) -> TransportDocument:
    """A booking that tells these cut-offs."""
    listed = tuple(CutOff(kind=kind, text=at, at=at) for kind, at in cut_offs)  # type: ignore[arg-type]
    return TransportDocument(kind="booking_confirmation", cut_offs=listed, **values)


@pytest.mark.parametrize(
    ("now", "stage", "label", "parties", "routing"),
    [
        ("2016-09-05T15:00", "S1", "act_today", "yes", "yes"),
        ("2016-09-06T12:00", "S2", "urgent", "with_fee", "carrier_discretion"),
        ("2016-09-08T09:00", "S3", "critical", "with_fee", "carrier_discretion"),
        ("2016-09-10T00:00", "S4", "critical", "with_fee", "carrier_discretion"),
    ],
)
def test_the_stages_between_booking_and_sailing(now: str, stage: str, label: str, parties: str, routing: str) -> None:
    found = at(now, cutoff=CUTOFF, etd=ETD)
    assert (found.stage, found.label) == (stage, label)
    assert (found.correctable.parties, found.correctable.routing) == (parties, routing)


def test_before_the_booking_everything_can_be_planned() -> None:
    order = TransportDocument(kind="shipping_instruction", port_of_loading=NINGBO)
    found = at("2016-08-20T10:00", document=order, etd=ETD)
    assert (found.stage, found.label, found.cost) == ("S0", "plan", "none")
    assert at("2016-08-20T10:00", document=order, papers=[told(("documentation", "2016-09-06"))], etd=ETD).stage == "S1"


def test_a_sailed_ship_on_a_wrong_route_is_at_sea() -> None:
    assert at("2016-09-12T10:00", WRONG_ROUTE, etd=ETD).stage == "S6"
    assert at("2016-09-12T10:00", Check(field="consignee", status="mismatch"), etd=ETD).stage == "S4"
    waived = Check(field="transshipment_port", status="waived")
    assert at("2016-09-12T10:00", waived, etd=ETD).stage == "S4"


def test_an_issued_bill_is_a_stage_of_its_own_and_an_unmarked_one_counts_as_issued() -> None:
    issued, unmarked = (DRAFT.model_copy(update={"draft": it}) for it in (False, None))
    assert at("2016-09-12T10:00", document=issued, atd=ETD).stage == "S5"
    found = at("2016-09-12T10:00", document=unmarked, atd=ETD)
    assert (found.stage, "issued" in found.assumed) == ("S5", True)


def test_arrival_and_delivery_are_those_of_the_plan() -> None:
    york = Place(text="NEW YORK", locode="USNYC")
    sea = Leg(load=NINGBO, discharge=york, mode="vessel", departure="8 SEP 2016", arrival="12 OCT 2016")
    rail = Leg(load=york, discharge=Place(text="COLUMBUS, OH"), mode="rail", arrival="18 OCT 2016")
    plan = TransportDocument(kind="booking_confirmation", legs=(sea, rail))
    assert at("2016-09-09T10:00", papers=[plan]).stage == "S4"
    arrived = at("2016-10-13T10:00", papers=[plan])
    assert (arrived.stage, arrived.correctable.routing) == ("S7", "no")
    delivered = at("2016-10-19T10:00", papers=[plan])
    assert (delivered.stage, delivered.correctable.parties) == ("S8", "no")
    assert {"sailed_as_planned", "delivered_as_planned"} <= set(delivered.assumed)
    on_the_way = at("2016-09-09T10:00", papers=[plan]).deadline
    assert on_the_way is not None and on_the_way.time_zone == "America/New_York"


class TestWhatIsNotKnown:
    def test_nothing_asked_and_nothing_told_is_no_urgency(self) -> None:
        assert urgency_of(DRAFT, (), (), as_of=AS_OF, asked=Asked()) is None

    def test_without_a_cut_off_it_counts_as_passed(self) -> None:
        found = at("2016-09-01T10:00", etd=ETD)
        assert (found.stage, found.assumed[0]) == ("S2", "documentation")

    def test_without_a_sailing_after_the_cut_off_the_ship_counts_as_sailed(self) -> None:
        found = at("2016-09-07T10:00", cutoff=CUTOFF)
        assert (found.stage, found.sailed) == ("S4", None)
        assert "sailing" in found.assumed

    def test_a_gate_that_is_still_open_proves_that_the_ship_is_there(self) -> None:
        open_gate = told(("documentation", "2016-09-06T12:00"), ("cy", "2016-09-08T18:00"))
        found = at("2016-09-07T10:00", papers=[open_gate])
        assert (found.stage, "sailing" in found.assumed) == ("S3", False)

    def test_with_nothing_but_the_hour_all_is_taken_the_worse_way(self) -> None:
        found = at("2016-09-07T10:00")
        assert (found.stage, found.deadline) == ("S4", None)
        assert {"documentation", "sailing", "arrival"} <= set(found.assumed)

    def test_a_date_that_can_be_read_in_two_ways_is_no_date(self) -> None:
        unclear = CutOff(kind="documentation", text="07/09/2016")
        paper = TransportDocument(
            kind="booking_confirmation", cut_offs=(unclear,), etd=Moment(text="x", at="2016-09-10")
        )
        found = at("2016-09-05T10:00", papers=[paper])
        assert (found.stage, {"ambiguous", "documentation"} <= set(found.assumed)) == ("S2", True)

    def test_the_hour_of_a_bare_day_is_its_first(self) -> None:
        found = at("2016-09-06T00:00", cutoff=date(2016, 9, 6), etd=ETD)
        assert (found.stage, "time_of_day" in found.assumed) == ("S2", True)

    def test_now_is_the_beginning_of_the_as_of_day_at_the_load_port(self) -> None:
        found = urgency_of(DRAFT, (), (), as_of=AS_OF, asked=Asked(cutoff=CUTOFF))
        assert found is not None and "now" in found.assumed
        assert found.now.isoformat() == "2016-09-05T00:00:00+08:00"

    def test_without_a_port_the_clock_is_said_to_be_another(self) -> None:
        found = at("2016-09-05T10:00", document=TransportDocument(draft=True), cutoff=CUTOFF)
        assert {"time_zone", "holidays"} <= set(found.assumed)
        assert "time_zone" not in at("2016-09-05T10:00", cutoff=CUTOFF).assumed


class TestTheDeadline:
    def test_is_the_next_one_with_the_zone_of_the_load_port(self) -> None:
        found = at("2016-09-05T15:00", cutoff=CUTOFF, etd=ETD)
        assert found.deadline is not None and found.deadline.kind == "documentation"
        assert found.deadline.at.isoformat() == "2016-09-06T12:00:00+08:00"
        assert (found.deadline.time_zone, found.working_hours_left, found.hours_left) == ("Asia/Shanghai", 5.0, 21.0)

    def test_an_offset_is_put_into_local_time(self) -> None:
        paper = told(("documentation", "2016-09-06T04:00+00:00"))
        found = at("2016-09-05T15:00", papers=[paper])
        assert found.deadline is not None and found.deadline.at.isoformat() == "2016-09-06T12:00:00+08:00"
        assert at("2016-09-05T07:00+00:00", cutoff=CUTOFF).hours_left == 21.0

    def test_after_the_cut_off_it_is_the_next_gate_and_the_missed_one_is_named(self) -> None:
        paper = told(("documentation", "2016-09-06T12:00"), ("customs", "2016-09-08T12:00"))
        found = at("2016-09-07T10:00", papers=[paper], etd=ETD)
        assert found.deadline is not None and found.deadline.kind == "customs"
        assert found.missed is not None and found.missed.kind == "documentation"

    def test_the_caller_goes_before_the_papers_and_the_earliest_paper_before_the_others(self) -> None:
        papers = [told(("documentation", "2016-09-07T12:00")), told(("documentation", "2016-09-06T18:00"))]
        found = at("2016-09-05T10:00", papers=papers)
        assert found.deadline is not None and found.deadline.at.day == 6
        assert "earliest" in found.assumed
        asked = at("2016-09-05T10:00", papers=papers, cutoff=datetime(2016, 9, 9, 9))
        assert asked.deadline is not None and (asked.deadline.at.day, asked.deadline.source) == (9, None)
        assert "earliest" not in asked.assumed

    def test_the_weekend_and_the_holidays_of_the_load_port_are_not_counted(self) -> None:
        pytest.importorskip("holidays")
        # From the eve of the National Day week to the first office hour after it; 8 and 9 October are worked for it.
        found = at("2016-09-30T16:00", cutoff=datetime(2016, 10, 8, 10))
        assert found.working_hours_left == 2.0


def test_a_route_closes_first_and_what_cannot_be_corrected_comes_last() -> None:
    before = at("2016-09-05T10:00", cutoff=CUTOFF)
    assert before.turn("transshipment_port") < before.turn("consignee") == before.turn(None)
    sea = Leg(load=NINGBO, mode="vessel", departure="1 AUG 2016", arrival="1 SEP 2016", discharge=NINGBO)
    arrived = at("2016-09-05T10:00", papers=[TransportDocument(legs=(sea,))])
    assert arrived.turn("transshipment_port") > arrived.turn("consignee")


def test_the_urgency_is_the_same_after_it_was_written_and_read() -> None:
    found = at("2016-09-05T15:00", cutoff=CUTOFF, etd=ETD)
    assert Urgency.model_validate_json(found.model_dump_json()) == found


HOURS = st.one_of(st.none(), st.integers(0, 400))


@settings(max_examples=60, deadline=None)
@given(HOURS, HOURS, HOURS, HOURS, HOURS, st.booleans())
def test_as_time_goes_by_the_stage_never_gets_better(
    cutoff: int | None, customs: int | None, gate: int | None, etd: int | None, atd: int | None, wrong: bool
) -> None:
    start = datetime(2016, 9, 1)

    def moment(hours: int | None) -> datetime | None:
        return None if hours is None else start + timedelta(hours=hours)

    known = [(kind, moment(hours)) for kind, hours in (("customs", customs), ("cy", gate)) if hours is not None]
    paper = told(*((kind, at.isoformat()) for kind, at in known if at is not None))
    stages = []
    for hours in range(0, 420, 20):
        asked = Asked(now=moment(hours), cutoff=moment(cutoff), etd=moment(etd), atd=moment(atd))
        found = urgency_of(DRAFT, [paper], [WRONG_ROUTE] if wrong else [], as_of=AS_OF, asked=asked)
        assert found is not None
        stages.append(found.stage)
    assert stages == sorted(stages)


def test_the_night_in_which_the_clock_is_put_back_has_an_hour_more() -> None:
    york = TransportDocument(draft=True, port_of_loading=Place(text="NEW YORK", locode="USNYC"))
    found = at("2016-11-05T12:00", document=york, cutoff=datetime(2016, 11, 6, 12))
    assert found.hours_left == 25.0
