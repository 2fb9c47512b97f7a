"""The places, legs and free texts of EDIFACT messages."""

import pytest

from docvalidate.compare.routing import plan_ports
from docvalidate.model import Place, Source

from .messages import (
    CONSIGNEE,
    FEEDER,
    LOADING,
    MOTHER,
    NOTIFY_1,
    NOTIFY_2,
    TRAIN,
    bill,
    codes,
    interchange,
    read_edifact,
    told,
)


def test_transshipment_is_stated_by_13_and_169_and_103() -> None:
    ports = ("LOC+13+KRPUS:139:6:BUSAN", "LOC+169+PABLB:139:6:BALBOA", "LOC+103+JMKIN:139:6:KINGSTON")
    document = read_edifact(bill(*ports))
    assert codes(document.transshipment_ports) == ["KRPUS", "PABLB", "JMKIN"]
    assert {port.basis for port in document.transshipment_ports} == {"stated"}


def test_forbidden_and_requested_ports_are_no_ports_of_call() -> None:
    document = read_edifact(bill("LOC+74+USNYC:139:6:NEW YORK", "LOC+75+USBAL:139:6:BALTIMORE"))
    assert codes(document.prohibited_transshipment) == ["USNYC"]
    assert codes(document.requested_transshipment) == ["USBAL"]
    assert document.transshipment_ports == ()


def test_code_and_name_in_each_others_stead_are_found_out() -> None:
    document = read_edifact(bill("LOC+13+BALTIMORE MD:139:6:USBAL"))
    port = document.transshipment_ports[0]
    assert (port.text, port.locode) == ("BALTIMORE MD", "USBAL")
    assert told(document) == [
        ("convention", "transshipment_port", ("code BALTIMORE MD, name USBAL", "read as code USBAL, name BALTIMORE MD"))
    ]


def test_a_code_that_contradicts_its_name_shows_both() -> None:
    assert read_edifact(bill("LOC+13+USNYC:139:6:BALTIMORE MD")).transshipment_ports[0] == Place(
        text="BALTIMORE MD (USNYC)",
        source=Source(document="bill.edi", path="LOC+13 (segment 8)", caption="Place of transhipment"),
    )


@pytest.mark.parametrize(
    ("place", "text", "locode"),
    [
        ("USBAL:139:6", "USBAL", "USBAL"),
        ("USBAL", "USBAL", "USBAL"),
        ("USBAL:BALTIMORE", "BALTIMORE", "USBAL"),
        ("USBAL:139:6+BALTIMORE", "BALTIMORE", "USBAL"),
        (":::PORTLAND+OR:163:6+US:162:5", "PORTLAND, OR, US", "USPDX"),
        ("USPDX:139:6:PORTLAND+OR:163:6", "PORTLAND", "USPDX"),
        ("::: BALTIMORE, MD", "BALTIMORE, MD", "USBAL"),
        ("BALTIMORE, MD", "BALTIMORE, MD", "USBAL"),
        ("1303:ZZZ:112:BALTIMORE, MD", "BALTIMORE, MD", "USBAL"),
        ("USNYC:ZZZ:87:BALTIMORE, MD", "BALTIMORE, MD", "USBAL"),
    ],
)
def test_a_place_is_what_its_code_list_makes_of_it(place: str, text: str, locode: str) -> None:
    port = read_edifact(bill(f"LOC+13+{place}")).transshipment_ports[0]
    assert (port.text, port.locode) == (text, locode)


def test_a_code_of_another_list_alone_is_not_legible() -> None:
    document = read_edifact(bill("LOC+13+1303:ZZZ:112"))
    assert (document.transshipment_ports[0].text, document.transshipment_ports[0].locode) == ("1303 (ZZZ:112)", None)
    assert told(document) == [("unreadable", "transshipment_port", ("1303 (ZZZ:112)",))]


def test_a_final_port_of_discharge_that_differs_is_a_question() -> None:
    document = read_edifact(bill("LOC+170+USBAL:139:6:BALTIMORE"))
    texts = ("Place/port of discharge: NEW YORK", "Final port of discharge: BALTIMORE")
    assert told(document) == [("ambiguous", "port_of_discharge", texts), ("ambiguous", "transshipment_port", texts)]


def test_an_optional_port_of_discharge_is_a_question() -> None:
    document = read_edifact(bill("LOC+97+USBAL:139:6:BALTIMORE"))
    texts = ("Optional place or port of discharge: BALTIMORE",)
    assert told(document) == [("ambiguous", "port_of_discharge", texts), ("ambiguous", "transshipment_port", texts)]


# Legs


def test_one_main_carriage_proves_no_direct_service() -> None:
    assert read_edifact(bill(*MOTHER)).legs == ()


def test_two_vessels_change_over_where_one_ends_and_the_next_begins() -> None:
    document = read_edifact(interchange("BGM+770+X1+9", *MOTHER, *FEEDER, CONSIGNEE, kind="IFTMBC"))
    assert codes(plan_ports(document.legs)) == ["KRPUS"]
    assert [(leg.mode, leg.vessel, leg.voyage, leg.departure, leg.arrival) for leg in document.legs] == [
        ("vessel", "EASTERN LARK", "041E", None, None),
        ("vessel", "ATLANTIC HERON", "117W", "2026-12-01", "2026-12-24"),
    ]
    assert (document.vessel, document.port_of_loading and document.port_of_loading.locode) == (
        "ATLANTIC HERON",
        "KRPUS",
    )


def test_rail_behind_the_vessel_begins_at_the_port_of_discharge() -> None:
    document = read_edifact(bill(*MOTHER, *TRAIN).replace(LOADING, "LOC+9+KRPUS:139:6:BUSAN"))
    assert [leg.mode for leg in document.legs] == ["vessel", "rail"]
    assert codes(plan_ports(document.legs)) == ["USNYC"]
    assert document.doubts == ()


def test_the_main_carriage_as_a_whole_is_no_leg_beside_its_parts() -> None:
    second = "TDT+22+9+1+++++::::HUDSON TERN", "LOC+9+KRPUS:139:6:BUSAN", "LOC+11+USNYC:139:6:NEW YORK"
    first = "TDT+21+8+1+++++:::EASTERN LARK", "LOC+9+CNNGB:139:6:NINGBO", "LOC+11+KRPUS:139:6:BUSAN"
    document = read_edifact(bill("TDT+20+7+1+++++:::EASTERN LARK", *second, *first))
    assert [(leg.load and leg.load.locode, leg.discharge and leg.discharge.locode) for leg in document.legs] == [
        ("CNNGB", "KRPUS"),
        ("KRPUS", "USNYC"),
    ]


def test_ends_of_the_main_carriage_are_told_for_the_whole_but_no_port_between() -> None:
    document = read_edifact(bill("TDT+20+8+1+++++:::EASTERN LARK", "TDT+20+9+1+++++:::HUDSON TERN"))
    assert [(leg.load and leg.load.locode, leg.discharge and leg.discharge.locode) for leg in document.legs] == [
        ("CNNGB", None),
        (None, "USNYC"),
    ]
    assert [port.text for port in plan_ports(document.legs)] == [""]


def test_ports_under_the_transport_alone_are_those_of_the_bill() -> None:
    document = read_edifact(interchange("BGM+705+X1+9", *MOTHER, CONSIGNEE))
    assert (document.port_of_loading and document.port_of_loading.locode) == "KRPUS"
    assert (document.port_of_discharge and document.port_of_discharge.locode) == "USNYC"


def test_a_port_of_loading_that_the_transport_denies_is_a_question() -> None:
    document = read_edifact(bill(*MOTHER))
    texts = ("Place/port of loading: NINGBO", "Place/port of loading: BUSAN")
    assert told(document) == [("ambiguous", "port_of_loading", texts), ("ambiguous", "transshipment_port", texts)]


# Free text


def test_a_route_in_the_description_states_its_port() -> None:
    document = read_edifact(bill("FTX+AAA+++1200 CTNS LANTERNS:T/S AT BUSAN, KOREA BY EASTERN LARK"))
    assert [(port.text, port.locode, port.source) for port in document.transshipment_ports] == [
        ("BUSAN, KOREA", "KRPUS", Source(document="bill.edi", path="FTX+AAA (segment 8)", caption="Free text")),
    ]


def test_a_clause_that_names_no_port_states_none() -> None:
    document = read_edifact(bill("FTX+BLC+++CARRIER MAY TRANSHIP VIA ANY PORT AT ITS OPTION"))
    assert (document.transshipment_ports, document.direct) == ((), False)


def test_a_further_notify_party_in_the_description_is_a_question() -> None:
    text = "LANTERNS ALSO NOTIFY: SEVERN WAREHOUSE LLC, ANNAPOLIS"
    sent = text.replace(":", "?:")
    assert told(read_edifact(bill(NOTIFY_1, f"FTX+AAA+++{sent}"))) == [("ambiguous", "notify_party", (text,))]


def test_a_further_notify_party_that_has_its_own_segment_is_none() -> None:
    text = "FTX+AAA+++ALSO NOTIFY: PATAPSCO TRUCKING INC, BALTIMORE"
    assert read_edifact(bill(NOTIFY_1, NOTIFY_2, text)).doubts == ()


def test_a_notify_party_that_only_the_text_refers_to_is_a_question() -> None:
    document = read_edifact(bill("FTX+AAI+++NOTIFY PARTY SAME AS CONSIGNEE"))
    assert told(document) == [("ambiguous", "notify_party", ("NOTIFY PARTY SAME AS CONSIGNEE",))]


def test_an_instruction_that_the_text_cites_is_named() -> None:
    citation = read_edifact(bill("FTX+AAI+++AS PER VENDOR SHIPPING PROCEDURE VERSION 2014-03")).cites_instruction
    assert (citation and citation.version, citation and citation.source and citation.source.path) == (
        "2014-03",
        "FTX+AAI (segment 8)",
    )


def test_a_route_that_runs_over_two_segments_states_its_port() -> None:
    document = read_edifact(bill("FTX+AAI+++TRANSSHIPMENT AT", "FTX+AAI+++NEW YORK, NY"))
    assert codes(document.transshipment_ports) == ["USNYC"]


def test_segments_of_another_kind_are_another_text() -> None:
    document = read_edifact(bill("FTX+AAI+++TRANSSHIPMENT AT", "FTX+AAA+++NEW YORK STYLE LANTERNS"))
    assert document.transshipment_ports == ()


def test_a_further_notify_party_over_two_segments_is_a_question() -> None:
    document = read_edifact(bill(NOTIFY_1, "FTX+AAI+++ALSO", "FTX+AAI+++NOTIFY SEVERN WAREHOUSE LLC"))
    assert [(kind, field) for kind, field, _ in told(document)] == [("ambiguous", "notify_party")]


@pytest.mark.parametrize("segment", ["PCI++HARBORLINE:T/S NEW YORK", "TSR+27+?:::: TRANSSHIPMENT AT NEW YORK"])
def test_marks_and_services_are_read_as_text(segment: str) -> None:
    assert codes(read_edifact(bill(segment)).transshipment_ports) == ["USNYC"]


@pytest.mark.parametrize("qualifier", ["11", "15", "ZZZ", ""])
def test_a_stage_without_a_place_in_the_plan_leaves_the_route_open(qualifier: str) -> None:
    document = read_edifact(bill(f"TDT+{qualifier}+1N+1", "LOC+9+JMKIN:139:6:KINGSTON"))
    assert told(document) == [("ambiguous", "transshipment_port", (f"TDT+{qualifier}: KINGSTON",))]


def test_a_stage_that_names_what_the_plan_has_leaves_nothing_open() -> None:
    assert read_edifact(bill("TDT+12+1N+1", "LOC+9+CNNGB:139:6:NINGBO")).doubts == ()


def test_transshipment_counts_under_a_stage_of_any_kind() -> None:
    document = read_edifact(bill("TDT+11+1N+1", "LOC+13+USNYC:139:6:NEW YORK"))
    assert codes(document.transshipment_ports) == ["USNYC"]
