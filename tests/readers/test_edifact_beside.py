"""What EDIFACT messages say beside the fields of a bill: a port, a party or a remark more is a question."""

import pytest

from .messages import (
    CONSIGNEE,
    DELIVERY,
    LOADING,
    NOTIFY_1,
    SHIPPER,
    bill,
    codes,
    interchange,
    read_edifact,
    told,
)

BUSAN, NEW_YORK = "KRPUS:139:6:BUSAN", "USNYC:139:6:NEW YORK"
MAIN = "TDT+20+117W+1++LINE:172:182+++9700002::11:ATLANTIC HERON"
OTHER = "SEVERN WAREHOUSE LLC+12 DOCK STREET+ANNAPOLIS+MD+21401+US"
TO_BALTIMORE = "LOC+11+USBAL:139:6:BALTIMORE"


def direct(*segments: str) -> str:
    """A bill from Ningbo to Baltimore by way of Busan, and what is added to it."""
    ports = LOADING, TO_BALTIMORE, "LOC+13+" + BUSAN, DELIVERY
    return interchange("BGM+705+LINE5550134+9", *ports, SHIPPER, CONSIGNEE, NOTIFY_1, *segments)


def fields_in_doubt(text: str) -> list[str | None]:
    """The fields of which something stays open; a convention leaves nothing open."""
    return [field for kind, field, _ in told(read_edifact(text)) if kind != "convention"]


def test_a_bill_that_says_nothing_more_leaves_nothing_open() -> None:
    assert read_edifact(direct()).doubts == ()


# Places


@pytest.mark.parametrize(
    "qualifier", ["24", "35", "60", "61", "62", "64", "83", "92", "94", "125", "153", "ZZZ", "399", ""]
)
def test_a_port_that_no_field_has_is_a_question_whatever_it_is_called(qualifier: str) -> None:
    assert fields_in_doubt(direct(f"LOC+{qualifier}+{NEW_YORK}")) == ["transshipment_port"]


@pytest.mark.parametrize(
    "loc",
    [
        "91+" + NEW_YORK,
        "73+" + NEW_YORK,
        "57+" + NEW_YORK,
        "99+" + NEW_YORK,
        "18+" + NEW_YORK,
        "27+HK:162:5:HONG KONG",
        "35+SG:162:5:SINGAPORE",
        "147+0120482::5",
        "92+" + BUSAN,
        "153+" + BUSAN,
        "60+USBAL",
        "83+USBAL:139:6:BALTIMORE MD",
        "ZZZ+USCMH:139:6:COLUMBUS",
        "153+:::GATE 12",
    ],
)
def test_an_office_a_country_an_inland_place_and_a_port_of_the_fields_are_none(loc: str) -> None:
    assert fields_in_doubt(direct(f"LOC+{loc}")) == []


def test_a_code_of_another_list_on_the_way_is_not_legible() -> None:
    assert told(read_edifact(direct("LOC+60+1001:ZZZ:112"))) == [
        ("unreadable", "transshipment_port", ("1001 (ZZZ:112)",))
    ]


@pytest.mark.parametrize(
    "place",
    [
        f"{BUSAN}+{NEW_YORK}",
        f"{BUSAN}++{NEW_YORK}",
        f"{BUSAN}+USNYC",
        f"{BUSAN}+:::NEW YORK CONTAINER TERMINAL",
        "KRPUS:139:6:BUSAN AND NEW YORK",
    ],
)
def test_a_terminal_or_second_name_in_another_port_is_a_question(place: str) -> None:
    document = read_edifact(bill(f"LOC+13+{place}"))
    assert [(kind, field) for kind, field, _ in told(document)] == [("ambiguous", "transshipment_port")]


@pytest.mark.parametrize(
    "place",
    [
        "KRPUS:139:6:BUSAN+PNIT:TER:ZZZ:PNIT TERMINAL",
        "USBAL:139:6:BALTIMORE+:::SEAGIRT MARINE TERMINAL+MD:163:5",
        "USBAL:139:6:BALTIMORE+MD:163:5:MARYLAND+US:162:5:UNITED STATES",
        "USBAL:139:6:BALTIMORE+USNYC:TER:ZZZ",
    ],
)
def test_a_terminal_of_the_port_itself_is_none(place: str) -> None:
    assert read_edifact(bill(f"LOC+13+{place}")).doubts == ()


def test_a_discharge_that_says_where_it_goes_on_to_is_a_question() -> None:
    text = direct().replace("BALTIMORE'LOC+13", "NEW YORK FOR TRANSHIPMENT TO BALTIMORE'LOC+13")
    assert "transshipment_port" in fields_in_doubt(text)


def test_a_receipt_that_names_a_route_is_a_question() -> None:
    assert fields_in_doubt(direct("LOC+88+:::NINGBO VIA SHANGHAI")) == ["transshipment_port"]


# Plans


@pytest.mark.parametrize("mode", ["1", "3", "8", ""])
def test_what_brings_the_goods_to_another_port_than_that_of_loading_is_a_question(mode: str) -> None:
    carriage = f"TDT+10+1+{mode}", "LOC+9+CNNGB:139:6:NINGBO", "LOC+11+CNSHA:139:6:SHANGHAI"
    assert fields_in_doubt(direct(*carriage)) == ["transshipment_port"]
    assert fields_in_doubt(direct(*carriage, "TDT+30++3")) == ["transshipment_port"]
    assert fields_in_doubt(direct(*carriage, MAIN)) == ["transshipment_port"]


def test_a_truck_to_the_port_of_loading_is_none() -> None:
    truck = "TDT+10++3", "LOC+88+CNHGH:139:6:HANGZHOU", "LOC+8+CNNGB:139:6:NINGBO"
    assert fields_in_doubt(direct(*truck, MAIN, LOADING, TO_BALTIMORE)) == []


def test_a_vessel_that_leaves_another_port_than_that_of_the_bill_is_a_question() -> None:
    barge = "TDT+10++8", LOADING, "LOC+11+CNSHA:139:6:SHANGHAI"
    found = fields_in_doubt(direct(*barge, MAIN, "LOC+9+CNSHA:139:6:SHANGHAI", TO_BALTIMORE))
    assert set(found) == {"port_of_loading", "transshipment_port"}


def test_legs_that_do_not_meet_are_a_question_beside_a_stated_port_too() -> None:
    first = "TDT+20+1+1+++++:::EASTERN LARK", LOADING, "LOC+11+" + BUSAN
    second = "TDT+20+2+1+++++:::HUDSON TERN", "LOC+9+" + NEW_YORK, TO_BALTIMORE
    assert (
        "ambiguous",
        "transshipment_port",
        ("Place/port of discharge: BUSAN", "Place/port of loading: NEW YORK"),
    ) in (told(read_edifact(direct(*first, *second))))


def test_more_vessels_than_the_stated_ports_part_are_a_question() -> None:
    vessels = [f"TDT+20+1+1+++++:::{name}" for name in ("EASTERN LARK", "HUDSON TERN", "ATLANTIC HERON")]
    assert fields_in_doubt(direct(*vessels[:2])) == []
    assert fields_in_doubt(direct(*vessels)) == ["transshipment_port"]


@pytest.mark.parametrize("joint", [" & ", "/", " + ", " THEN ", ", ", " / 2ND VSL "])
def test_two_vessels_in_one_field_are_a_question_where_no_port_parts_them(joint: str) -> None:
    vessels = f"TDT+20+117W+1+++++:::EASTERN LARK{joint.replace('+', '?+')}ATLANTIC HERON"
    assert fields_in_doubt(bill(vessels)) == ["transshipment_port"]
    assert fields_in_doubt(direct(vessels)) == []


@pytest.mark.parametrize(
    "name", ["M/V ATLANTIC HERON", "ATLANTIC HERON / 117W", "ATLANTIC HERON OR SUBSTITUTE", "P & O HERON"]
)
def test_a_prefix_or_a_voyage_is_no_second_vessel(name: str) -> None:
    assert read_edifact(bill(f"TDT+20+117W+1+++++:::{name}")).doubts == ()


# Parties


def test_another_ultimate_consignee_is_a_question() -> None:
    assert fields_in_doubt(direct(f"NAD+UC+++{OTHER}")) == ["consignee"]


@pytest.mark.parametrize("qualifier", ["DP", "IM", "ST"])
def test_whoever_the_goods_are_delivered_to_or_imported_by_may_be_another(qualifier: str) -> None:
    assert fields_in_doubt(direct(f"NAD+{qualifier}+++{OTHER}")) == []


@pytest.mark.parametrize("qualifier", ["N4", "NP", "ZZZ", ""])
def test_another_party_that_may_be_notified_is_a_question(qualifier: str) -> None:
    assert fields_in_doubt(direct(f"NAD+{qualifier}+++{OTHER}")) == ["notify_party"]


@pytest.mark.parametrize(
    "nad",
    [
        "UC+++Harborline Imports, L.L.C.",
        "DP+++HARBORLINE IMPORTS LLC",
        "CA+++" + OTHER,
        "FW+++" + OTHER,
        "BY+++" + OTHER,
        "AG+++ATLANTIC LINE AGENCY SRL+VIA GARIBALDI 12+GENOVA++16100+IT",
    ],
)
def test_the_consignee_again_and_parties_of_the_trade_are_none(nad: str) -> None:
    assert fields_in_doubt(direct(f"NAD+{nad}")) == []


# Texts


@pytest.mark.parametrize(
    "segment",
    [
        "RFF+AAA:T/S AT NEW YORK",
        "DOC+705:::T/S NEW YORK",
        "GID+1+80:PK:::LANTERNS VIA NEW YORK",
        "FTX+AAI++T/S AT NEW YORK",
        "PCI+28+LANTERNS+T/S AT NEW YORK",
        "IMD+F++:::T/S AT NEW YORK",
        "HAN+:::TRANSSHIP AT NEW YORK",
        "TDT+20+117W+1+++++:::ATLANTIC HERON VIA NEW YORK",
        "LOC+92+:::VIA NEW YORK",
        "SEL+T/S AT NEW YORK",
    ],
)
def test_a_route_is_read_wherever_it_stands(segment: str) -> None:
    assert "USNYC" in codes(read_edifact(direct(segment)).transshipment_ports)


def test_a_version_in_a_reference_is_cited() -> None:
    citation = read_edifact(bill("RFF+AAA:VENDOR SHIPPING PROCEDURE VERSION 2014-03")).cites_instruction
    assert citation is not None and citation.version == "2014-03"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("NOTIFY?: SEVERN WAREHOUSE LLC", "notify_party"),
        ("NOTIFY PARTY 2?: SEVERN WAREHOUSE LLC", "notify_party"),
        ("NOTIFY?:'FTX+AAI+++SEVERN WAREHOUSE LLC", "notify_party"),
        ("CONSIGNEE?: SEVERN WAREHOUSE LLC", "consignee"),
        ("CONSIGNEE C/O SEVERN WAREHOUSE LLC", "consignee"),
        ("PLEASE AMEND THE NOTIFY PARTY TO SEVERN WAREHOUSE LLC", "notify_party"),
        ("CONSIGNEE?: SEVERN WAREHOUSE LLC, ALL CHARGES COLLECT", "consignee"),
        ("PLEASE CHANGE CONSIGNEE FROM HARBORLINE IMPORTS LLC TO SEVERN WAREHOUSE LLC", "consignee"),
        ("NOTIFY?: CHESAPEAKE CUSTOMS BROKERS INC AND SEVERN WAREHOUSE LLC", "notify_party"),
        ("CARGO WILL BE RELAYED AT NEW YORK", "transshipment_port"),
        ("PORT OF DISCHARGE?: NEW YORK", "transshipment_port"),
        ("TRANSIT TIME 30 DAYS, PORT OF DISCHARGE NEW YORK", "transshipment_port"),
        ("ON CARRIAGE FROM NEW YORK BY BARGE", "transshipment_port"),
    ],
)
def test_a_remark_that_says_what_no_field_says_is_a_question(text: str, field: str) -> None:
    assert field in fields_in_doubt(direct("GID+1+80:PK", f"FTX+AAI+++{text}"))


@pytest.mark.parametrize(
    "text",
    [
        "NOTIFY?: CHESAPEAKE CUSTOMS BROKERS INC, BALTIMORE",
        "CONSIGNEE?: HARBORLINE IMPORTS LLC",
        "NOTIFY PARTY TO BE INFORMED",
        "THE CONSIGNEE IS RESPONSIBLE FOR DEMURRAGE",
        "IN CASE OF CHANGE OF CONSIGNEE A FEE IS DUE",
        "FREIGHT PAYABLE AT NEW YORK",
        "C/O NO. 5550134 ATTACHED",
        "FOR DELIVERY APPLY TO ATLANTIC LINE AGENCY, 1 BROADWAY, NEW YORK, NY",
        "L/C ISSUED BY BANK OF NEW YORK",
        "NO CLAIM FOR CHANGE OF VESSEL OR TRANSSHIPMENT",
        "PORT OF DISCHARGE?: BALTIMORE, MD",
        "IN TRANSIT TO COLUMBUS, OH",
        "SHIPPERS LOAD, STOW AND COUNT",
        "CONSIGNEE TO PAY DESTINATION CHARGES",
    ],
)
def test_what_bills_print_below_every_shipment_is_none(text: str) -> None:
    assert fields_in_doubt(direct("GID+1+80:PK", f"FTX+AAI+++{text}")) == []


def test_codes_and_numbers_are_no_text() -> None:
    details = (
        "CNT+7:1200",
        "RFF+SI:VIA1234",
        "GID+1+80:PK::6:CARTONS",
        "MEA+AAE+G+KGM:1000",
        "PIA+1+940540:HS",
        "EQD+CN+ABCU1234567+22G1:102:5",
        "SEL+CN12345+CA",
        "TSR+27+2",
        "DOC+705+1",
        "CUX+2:USD",
        "CPI+4++P",
    )
    document = read_edifact(direct(*details))
    assert (document.doubts, codes(document.transshipment_ports), document.direct) == ((), ["KRPUS"], False)


def test_the_end_of_a_long_text_is_read_too() -> None:
    text = ":".join(["LANTERNS OF PAPER AND OF SILK " * 17] * 5)[:2500] + " NOTIFY?: SEVERN WAREHOUSE LLC"
    assert fields_in_doubt(direct("GID+1+80:PK", f"FTX+AAA+++{text}")) == ["notify_party"]


def test_a_port_of_call_that_is_the_discharge_of_the_bill_is_none() -> None:
    assert fields_in_doubt(bill("LOC+153+" + NEW_YORK, DELIVERY)) == []


def test_a_remark_that_runs_over_two_segments_is_a_question() -> None:
    first, second = "FTX+AAI+++CARGO WILL BE RELAYED AT NEW", "FTX+AAI+++YORK"
    assert fields_in_doubt(direct("GID+1+80:PK", first, second)) == ["transshipment_port"]


def test_remarks_below_each_other_are_not_one() -> None:
    remarks = (
        "NO CLAIM FOR DELAY IN CASE OF TRANSSHIPMENT",
        "CHANGE OF DESTINATION ON REQUEST",
        "CONSIGNEE?: HARBORLINE IMPORTS LLC",
    )
    assert fields_in_doubt(direct("GID+1+80:PK", *(f"FTX+AAI+++{it}" for it in remarks))) == []
