"""A later draft against the one that was checked before: what nobody asked for, and only that."""

from typing import Any

import pytest

from docvalidate.model import Check, Citation, Doubt, Leg, Party, Place, Source, TransportDocument
from docvalidate.model.case import Case, EarlierCheck, Observation
from docvalidate.rules import changed_between_drafts, kinds
from tests.versions_builders import a_case, a_check, a_version, chosen, day

CHOICE = chosen(a_version())
BUYER = "ACME IMPORTS LLC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA"
BANK = "ROE BANK N.A.\n9 OAK AVENUE\nCHICAGO, IL 60606, USA"
NEW_YORK = Place(text="NEW YORK, NY", source=Source(document="draft.pdf", page=1, box=(40, 300, 200, 320)))
BALTIMORE = Place(text="BALTIMORE, MD")


def a_draft(**fields: Any) -> TransportDocument:
    return TransportDocument(**{"number": "BHL608", "consignee": Party(text=BUYER), "vessel": "HERON", **fields})


def after(old: TransportDocument | None, new: TransportDocument | None, *checks: Check) -> Case:
    earlier = None if old is None else EarlierCheck(old, checks, day("2016-09-05"))
    return a_case(CHOICE, document=new, earlier=earlier)


def fields(case: Case) -> list[str | None]:
    return [seen.field for seen in changed_between_drafts.judge(case)]


def test_tells_a_change_that_nobody_asked_for() -> None:
    place = Source(document="draft-2.pdf", page=1)
    case = after(a_draft(), a_draft(consignee=Party(text=BANK, source=place)), a_check("notify_party", "mismatch"))
    assert list(changed_between_drafts.judge(case)) == [
        Observation(
            "changed-between-drafts",
            field="consignee",
            expected=BUYER,
            found=BANK,
            source=place,
            details={"as_of": "2016-09-05"},
        )
    ]


def test_is_a_warning() -> None:
    kind = kinds()["changed-between-drafts"]
    assert (kind.code, kind.severity) == ("DV440", "warning")


@pytest.mark.parametrize(("old", "new", "texts"), [("HERON", None, ("HERON", "—")), (None, "HERON", ("—", "HERON"))])
def test_tells_what_went_and_what_came(old: str | None, new: str | None, texts: tuple[str, str]) -> None:
    seen = list(changed_between_drafts.judge(after(a_draft(vessel=old), a_draft(vessel=new))))
    assert [(it.expected, it.found) for it in seen] == [texts]


@pytest.mark.parametrize("status", ["mismatch", "not_shown", "unreadable", "partial", "format_difference"])
def test_says_nothing_of_a_field_that_was_accused(status: str) -> None:
    assert fields(after(a_draft(), a_draft(consignee=Party(text=BANK)), a_check("consignee", status))) == []


@pytest.mark.parametrize("status", ["match", "not_required", "waived"])
def test_a_field_that_was_right_was_not_to_be_touched(status: str) -> None:
    assert fields(after(a_draft(), a_draft(consignee=Party(text=BANK)), a_check("consignee", status))) == ["consignee"]


def test_says_nothing_of_the_place_that_an_accused_port_was_inferred_from() -> None:
    accused = a_check("transshipment_port", "mismatch", source=NEW_YORK.source, basis="discharge_before_delivery")
    old, new = a_draft(port_of_discharge=NEW_YORK), a_draft(port_of_discharge=BALTIMORE)
    assert fields(after(old, new, accused)) == []
    assert fields(after(old, new, a_check("transshipment_port", "mismatch"))) == ["port_of_discharge"]


def test_says_nothing_of_the_place_that_shows_the_accused_port_of_a_booking() -> None:
    accused = a_check("transshipment_port", "mismatch", found="New York NY", basis="transport_plan")
    old, new = a_draft(port_of_discharge=NEW_YORK), a_draft(port_of_discharge=BALTIMORE)
    assert fields(after(old, new, accused)) == []
    assert fields(after(new, old, accused)) == ["port_of_discharge"]


def test_a_place_without_a_spot_on_the_paper_does_not_excuse_its_neighbours() -> None:
    somewhere = Source(document="draft.txt")
    accused = a_check("transshipment_port", "mismatch", source=somewhere)
    old = a_draft(place_of_delivery=Place(text="COLUMBUS, OH", source=somewhere))
    assert fields(after(old, a_draft(place_of_delivery=BALTIMORE), accused)) == ["place_of_delivery"]


def test_a_value_of_a_structured_file_is_found_by_its_path() -> None:
    spot = Source(document="draft.json", path="portOfDischarge")
    accused = a_check("transshipment_port", "mismatch", source=spot)
    old = a_draft(port_of_discharge=Place(text="NEW YORK, NY", source=spot))
    assert fields(after(old, a_draft(port_of_discharge=BALTIMORE), accused)) == []


def test_another_route_was_asked_for_where_the_transshipment_port_was_accused() -> None:
    old, new = (a_draft(legs=(Leg(discharge=port),)) for port in (NEW_YORK, BALTIMORE))
    assert fields(after(old, new, a_check("transshipment_port", "not_shown"))) == []
    assert fields(after(old, new, a_check("consignee", "mismatch"))) == ["legs"]


@pytest.mark.parametrize(
    "new",
    [
        a_draft(),
        a_draft(vessel="Heron"),
        a_draft(consignee=Party(text=BUYER.replace("STREET", "ST."))),
        a_draft(doubts=(Doubt(kind="unreadable", field="vessel"),), vessel="HERUN"),
    ],
    ids=["the same", "another case", "another spelling", "not certain"],
)
def test_says_nothing_where_nothing_of_substance_changed(new: TransportDocument) -> None:
    assert fields(after(a_draft(), new)) == []


def test_says_nothing_of_what_other_rules_judge() -> None:
    new = a_draft(draft=False, marks=("ORIGINAL",), cites_instruction=Citation(text="VER. 2016-08"))
    assert fields(after(a_draft(draft=True, marks=("DRAFT",)), new)) == []


def test_a_number_may_be_given_late_and_may_not_change() -> None:
    assert fields(after(a_draft(number=None), a_draft(booking_number="B1", kind="sea_waybill", bill="house"))) == []
    assert fields(after(a_draft(booking_number="B1"), a_draft(booking_number="B2"))) == ["booking_number"]


def test_says_nothing_of_another_bill() -> None:
    assert fields(after(a_draft(), a_draft(number="BHL609", consignee=Party(text=BANK)))) == []


def test_a_waybill_that_became_a_bill_of_lading_is_told() -> None:
    assert fields(after(a_draft(kind="sea_waybill"), a_draft(kind="bill_of_lading"))) == ["kind"]


@pytest.mark.parametrize("kind", ["booking_confirmation", "shipping_instruction", "arrival_notice"])
def test_says_nothing_of_a_paper_that_is_no_earlier_draft(kind: str) -> None:
    booking = a_draft(kind=kind, number=None, consignee=None)
    assert fields(after(booking, a_draft(kind="sea_waybill"))) == []
    assert fields(after(booking, a_draft(kind=kind, number=None, consignee=None, vessel="OTHER"))) == ["vessel"]


@pytest.mark.parametrize(("old", "new"), [(None, a_draft()), (a_draft(), None)])
def test_says_nothing_where_there_are_not_two_drafts(
    old: TransportDocument | None, new: TransportDocument | None
) -> None:
    assert fields(after(old, new)) == []
