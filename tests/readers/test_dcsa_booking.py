"""A DCSA booking tells the route: what was asked for, and the carrier's plan where the booking holds."""

import pytest

from docvalidate.compare.ports import check_transshipment
from docvalidate.model import PortRule, UnreadableDocument

from .dcsa_builders import a_bill, a_booking, a_leg, a_place, read

FEEDER = a_leg("PRC", 1, "CNNGB", "SGSIN")
MOTHER = a_leg("MNC", 2, "SGSIN", "USBAL", vesselName="ALBATROS", carrierExportVoyageNumber="2W")


def ports(document):
    return [(leg.load and leg.load.locode, leg.discharge and leg.discharge.locode, leg.mode) for leg in document.legs]


def test_reads_a_confirmation():
    document = read(a_booking(FEEDER, MOTHER, references=[{"type": "CR", "value": "KN-1"}]))
    assert (document.kind, document.draft, document.booking_number, document.number) == (
        "booking_confirmation", None, "BKG1", None,
    )  # fmt: skip
    assert (document.references, document.marks, document.vessel) == (("KN-1",), ("CONFIRMED",), "ALBATROS")
    assert (document.port_of_loading.locode, document.port_of_discharge.locode) == ("CNNGB", "USBAL")
    assert ports(document) == [("CNNGB", "SGSIN", "vessel"), ("SGSIN", "USBAL", "vessel")]


def test_puts_the_legs_in_the_order_of_stage_and_number():
    onward = a_leg("ONC", 1, "USBAL", "USCMH", "RAIL")
    second = a_leg("MNC", 2, "SGSIN", "USBAL")
    assert ports(read(a_booking(onward, second, a_leg("MNC", 1, "CNNGB", "SGSIN")))) == [
        ("CNNGB", "SGSIN", "vessel"), ("SGSIN", "USBAL", "vessel"), ("USBAL", "USCMH", "rail"),
    ]  # fmt: skip


def test_legs_without_stage_and_number_stay_in_their_order():
    legs = [
        a_leg("", 0, "CNNGB", "SGSIN", transportPlanStage=None, transportPlanStageSequenceNumber=None),
        a_leg("MNC", 0, "SGSIN", "USBAL"),
    ]
    assert [load for load, _, _ in ports(read(a_booking(*legs)))] == ["CNNGB", "SGSIN"]


@pytest.mark.parametrize(
    ("told", "mode"),
    [("VESSEL", "vessel"), ("RAIL", "rail"), ("TRUCK", "truck"), ("BARGE", "barge"), ("RAIL_TRUCK", "rail"),
     ("BARGE_RAIL", "barge"), ("MULTIMODAL", "unknown"), ("AIRSHIP", "unknown"), (None, "unknown"), (7, "unknown")],
)  # fmt: skip
def test_knows_the_modes_of_the_standard(told, mode):
    assert [leg.mode for leg in read(a_booking(a_leg("ONC", 1, "CNNGB", "USBAL", told))).legs] == [mode]


def test_a_leg_with_a_vessel_and_no_mode_is_by_sea():
    assert [leg.mode for leg in read(a_booking(a_leg("MNC", 1, "CNNGB", "USBAL", None, vesselName="MAREN"))).legs] == [
        "vessel"
    ]


def test_the_first_of_january_1970_is_no_date():
    dates = {"plannedDepartureDate": "1970-01-01", "plannedArrivalDate": "2024-10-24"}
    (leg,) = read(a_booking(a_leg("MNC", 1, "CNNGB", "USBAL", **dates))).legs
    assert (leg.departure, leg.arrival) == (None, "2024-10-24")


def test_a_gap_in_the_plan_is_a_leg_of_its_own():
    document = read(a_booking(FEEDER, a_leg("MNC", 2, "LKCMB", "USBAL")))
    assert ports(document)[1] == ("SGSIN", "LKCMB", "unknown")
    assert [(doubt.kind, doubt.field, doubt.texts) for doubt in document.doubts] == [
        ("ambiguous", "transshipment_port", ("SGSIN", "LKCMB"))
    ]
    draft = read(a_bill())
    assert check_transshipment(draft, (document,), PortRule(forbidden=("LKCMB",))).status == "mismatch"


def test_hands_on_the_transshipment_that_was_asked_for_and_prohibited():
    document = read(a_booking(places={"POL": "CNNGB", "POD": "USBAL", "RTP": "SGSIN", "PTP": "USNYC"}))
    assert [port.locode for port in document.requested_transshipment] == ["SGSIN"]
    assert [port.locode for port in document.prohibited_transshipment] == ["USNYC"]
    assert document.transshipment_ports == ()


def test_reads_receipt_delivery_and_onward_routing():
    document = read(a_booking(places={"PRE": "CNNGB", "PDE": "USCMH", "OIR": "USCHI"}))
    assert (document.place_of_receipt.locode, document.place_of_delivery.locode) == ("CNNGB", "USCMH")
    assert (document.onward_routing, document.port_of_discharge) == ("USCHI", None)


@pytest.mark.parametrize("status", ["RECEIVED", "PENDING_UPDATE", "UPDATE_RECEIVED", "SOMETHING_NEW"])
def test_a_booking_that_nobody_confirmed_is_a_draft_without_a_plan(status):
    document = read(a_booking(FEEDER, MOTHER, bookingStatus=status))
    assert (document.draft, document.legs, document.marks) == (True, (), (status,))


@pytest.mark.parametrize("status", ["REJECTED", "DECLINED", "CANCELLED"])
def test_a_booking_that_was_given_up_proves_no_route(status):
    document = read(a_booking(a_leg("MNC", 1, "CNNGB", "USBAL"), bookingStatus=status))
    assert (document.draft, document.legs) == (None, ())
    assert check_transshipment(read(a_bill()), (document,), PortRule(allowed=())).status == "not_shown"


def test_a_cancelled_confirmation_proves_no_route():
    document = read(a_booking(FEEDER, MOTHER, bookingCancellationStatus="CANCELLATION_CONFIRMED"))
    assert (document.legs, document.marks) == ((), ("CONFIRMED", "CANCELLED"))


def test_a_booking_of_version_1_is_confirmed_by_its_number_and_plan():
    assert len(read(a_booking(FEEDER, MOTHER, bookingStatus=None)).legs) == 2
    assert (
        read(
            a_booking(
                FEEDER, MOTHER, bookingStatus=None, carrierBookingReference=None, carrierBookingRequestReference="R1"
            )
        ).legs
        == ()
    )


def test_a_plan_of_one_sea_leg_proves_a_direct_service():
    direct = read(a_booking(a_leg("MNC", 1, "CNNGB", "USBAL")))
    assert check_transshipment(read(a_bill()), (direct,), PortRule(allowed=())).status == "match"


def test_a_leg_with_an_unreadable_end_is_not_passed_over():
    broken = {**a_leg("MNC", 1, "CNNGB", "SGSIN"), "dischargeLocation": ["SGSIN"]}
    document = read(a_booking(broken, {**a_leg("MNC", 2, "SGSIN", "USBAL"), "loadLocation": None}))
    assert check_transshipment(document, (), PortRule(allowed=("SGSIN",))).status == "not_shown"
    assert [(doubt.kind, doubt.field) for doubt in document.doubts] == [("unreadable", "transshipment_port")]


def test_two_ports_of_loading_are_a_doubt():
    locations = [{"location": a_place(code), "locationTypeCode": "POL"} for code in ("CNNGB", "CNSHA")]
    document = read(a_booking(a_leg("MNC", 1, "CNNGB", "USBAL"), shipmentLocations=locations))
    assert [(doubt.kind, doubt.field, doubt.texts) for doubt in document.doubts] == [
        ("ambiguous", "port_of_loading", ("CNNGB", "CNSHA"))
    ]


def test_refuses_several_bookings_in_one_file():
    with pytest.raises(UnreadableDocument) as told:
        read([a_booking(FEEDER), a_booking(MOTHER)])
    assert told.value.reason == "two-drafts"


def test_refuses_a_plan_with_a_leg_that_cannot_be_read():
    with pytest.raises(UnreadableDocument, match="no leg") as told:
        read(a_booking(FEEDER, transportPlan=[FEEDER, "SGSIN USBAL"]))
    assert told.value.reason == "damaged"


def test_refuses_a_plan_without_end():
    with pytest.raises(UnreadableDocument) as told:
        read(a_booking(*[FEEDER] * 100))
    assert told.value.reason == "too-large"


def test_the_plan_of_a_booking_under_change_is_shown_and_left_open():
    document = read(a_booking(FEEDER, MOTHER, bookingStatus="PENDING_UPDATE_CONFIRMATION"))
    assert (len(document.legs), [doubt.field for doubt in document.doubts]) == (2, ["transshipment_port"])


def test_reads_the_cut_offs_with_their_offsets():
    times = [
        {"cutOffDateTimeCode": "DCO", "cutOffDateTime": "2024-09-16T12:00:00+08:00"},
        {"cutOffDateTimeCode": "VCO", "cutOffDateTime": "2024-09-17T12:00:00Z"},
        {"cutOffDateTimeCode": "FCO", "cutOffDateTime": "2024-09-18T12:00:00Z"},
        {"cutOffDateTimeCode": "EFC", "cutOffDateTime": "2024-09-10T12:00:00Z"},
        {"cutOffDateTimeCode": "LCO", "cutOffDateTime": "1970-01-01T00:00:00Z"},
    ]
    document = read(a_booking(MOTHER, shipmentCutOffTimes=times))
    assert [(it.kind, it.at) for it in document.cut_offs] == [
        ("documentation", "2024-09-16T12:00+08:00"),
        ("vgm", "2024-09-17T12:00+00:00"),
        ("cy", "2024-09-18T12:00+00:00"),
    ]
    assert document.cut_offs[0].source.path == "$.shipmentCutOffTimes[0].cutOffDateTime"
    assert document.cut_offs[0].text == "2024-09-16T12:00:00+08:00"


def test_a_cut_off_without_a_date_and_that_of_a_booking_given_up_are_none():
    none = [{"cutOffDateTimeCode": "DCO", "cutOffDateTime": "1970-01-01T00:00:00Z"}, {"cutOffDateTimeCode": "DCO"}]
    some = [{"cutOffDateTimeCode": "DCO", "cutOffDateTime": "2024-09-16T12:00:00Z"}]
    assert read(a_booking(MOTHER, shipmentCutOffTimes=none)).cut_offs == ()
    assert read(a_booking(MOTHER, bookingStatus="CANCELLED", shipmentCutOffTimes=some)).cut_offs == ()


def test_the_sailing_asked_for_counts_only_without_a_plan():
    asked = read(a_booking(transportPlan=[], expectedDepartureDate="2024-09-20"))
    assert asked.etd.at == "2024-09-20"
    assert read(a_booking(MOTHER, expectedDepartureDate="2024-09-20")).etd is None
