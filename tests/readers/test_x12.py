"""ANSI X12: what a person reads in a 310, 304 or 301, and what a person must be asked."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docvalidate.compare.routing import plan_ports
from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.readers import x12

from .messages import codes, read_x12, told, transaction

SHIPPER = ("N1*SH*NINGBO LANTERN WORKS CO LTD", "N3*88 ZHONGSHAN ROAD", "N4*NINGBO**315000*CN")
CONSIGNEE = ("N1*CN*HARBORLINE IMPORTS LLC", "N3*2401 BROENING HIGHWAY*SUITE 210", "N4*BALTIMORE*MD*21224*US")
NOTIFY_1 = ("N1*N1*CHESAPEAKE CUSTOMS BROKERS INC", "N3*100 LIGHT STREET", "N4*BALTIMORE*MD*21202*US")
NOTIFY_2 = ("N1*N2*PATAPSCO TRUCKING INC", "N3*7 KEY HIGHWAY", "N4*BALTIMORE*MD*21230*US")
LOADING, DISCHARGE = "R4*L*UN*CNNGB*NINGBO*CN", "R4*D*UN*USNYC*NEW YORK*US***NY"
HEAD = ("B3**INV5550134**PP**20261126*0", "B2A*00", "N9*BM*LINE5550134", "V1*9700002*ATLANTIC HERON*PA*117W*LINE***L")


def a_bill(*segments: str, version: str = "004010") -> TransportDocument:
    return read_x12(transaction(*HEAD, *SHIPPER, *CONSIGNEE, LOADING, DISCHARGE, *segments, version=version))


def why(text: str) -> tuple[str, str]:
    with pytest.raises(UnreadableDocument) as caught:
        read_x12(text)
    return caught.value.reason, str(caught.value)


def test_a_bill_is_read() -> None:
    document = a_bill("N9*BN*HLX5550177", "N9*PO*PO-44718", "R4*E*UN*USBAL*BALTIMORE*US***MD", *NOTIFY_2, *NOTIFY_1,
                      "G61*IC*DANA REED*TE*410 555 0134")  # fmt: skip
    assert (document.kind, document.number, document.booking_number) == (
        "bill_of_lading", "LINE5550134", "HLX5550177",
    )  # fmt: skip
    assert document.references == ("INV5550134", "PO-44718")
    assert document.consignee is not None
    assert (
        document.consignee.text == "HARBORLINE IMPORTS LLC\n2401 BROENING HIGHWAY\nSUITE 210\nBALTIMORE, MD 21224, USA"
    )
    assert [party.text for party in document.notify_parties] == [
        "CHESAPEAKE CUSTOMS BROKERS INC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA\nATTN DANA REED\nTEL 410 555 0134",
        "PATAPSCO TRUCKING INC\n7 KEY HIGHWAY\nBALTIMORE, MD 21230, USA",
    ]
    places = document.port_of_loading, document.port_of_discharge, document.place_of_delivery
    assert [(place.text, place.locode) for place in places if place] == [
        ("NINGBO", "CNNGB"), ("NEW YORK", "USNYC"), ("BALTIMORE", "USBAL"),
    ]  # fmt: skip
    assert (document.vessel, document.voyage, document.legs) == ("ATLANTIC HERON", "117W", ())
    assert document.doubts == ()


def test_a_source_says_which_segment_and_what_its_code_means() -> None:
    source = a_bill().port_of_discharge
    assert source is not None and source.source is not None
    assert (source.source.document, source.source.path, source.source.caption) == (
        "bill.x12", "R4*D (segment 15)", "Port of discharge (operational)",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "head", "expected", "booking"),
    [
        ("304", "B2**LINE**SI5550177**PP", "shipping_instruction", None),
        ("301", "B1*LINE*HLX5550177*20261126*A", "booking_confirmation", "HLX5550177"),
        ("310", "B3**INV5550134**PP**20261126*0", "bill_of_lading", None),
    ],
)
def test_the_kind_is_that_of_the_set(kind: str, head: str, expected: str, booking: str | None) -> None:
    document = read_x12(transaction(head, *CONSIGNEE, kind=kind))
    assert (document.kind, document.booking_number) == (expected, booking)


def test_a_waybill_number_makes_a_waybill() -> None:
    assert a_bill("N9*WY*SWB5550134").kind == "sea_waybill"


@pytest.mark.parametrize("kind", ["309", "810", "315", "300"])
def test_a_set_of_another_kind_is_refused(kind: str) -> None:
    reason, text = why(transaction("B3**X", kind=kind))
    assert (reason, kind in text) == ("not-a-transport-document", True)


def test_two_bills_in_one_file_are_named_and_not_read() -> None:
    one = "ST*310*0001~B3**INV1~N9*BM*X1~SE*4*0001~"
    text = f"GS*IO*LINE*AGENT*20261126*1040*77*X*004010~{one}{one.replace('X1', 'X2').replace('0001', '0002')}GE*2*77~"
    assert why(text) == ("two-drafts", "2 papers in one file (310 X1, 310 X2): give each its own")


@pytest.mark.parametrize(("kind", "head"), [("310", "B2A*01"), ("310", "B2A*03"), ("301", "B1*LINE*H1*20261126*D"),
                                            ("301", "B1*LINE*H1*20261126*E")])  # fmt: skip
def test_what_withdraws_a_paper_is_no_paper(kind: str, head: str) -> None:
    assert why(transaction(head, *CONSIGNEE, kind=kind))[0] == "nothing-to-read"


def test_a_booking_under_conditions_is_told() -> None:
    document = read_x12(transaction("B1*LINE*H1*20261126*B", *CONSIGNEE, kind="301"))
    assert told(document) == [("convention", None, ("B104 B: the booking is accepted under conditions",))]


def test_a_wrong_count_keeps_the_verdict_open() -> None:
    text = transaction(*HEAD, *CONSIGNEE).replace("SE*9*", "SE*12*")
    assert told(read_x12(text)) == [("pages_not_read", None, ("SE counts 12 segments, there are 9",))]


def test_transshipment_and_relay_ports_are_stated() -> None:
    document = a_bill("R4*T*UN*KRPUS*BUSAN*KR", "R4*Y*UN*PABLB*BALBOA*PA")
    assert codes(document.transshipment_ports) == ["KRPUS", "PABLB"]
    assert document.doubts == ()


@pytest.mark.parametrize("version", ["002001", "002040"])
def test_an_old_t_is_where_goods_go_on_to_and_states_no_port(version: str) -> None:
    document = a_bill("R4*T*UN*USBAL*BALTIMORE*US", version=version)
    assert document.transshipment_ports == ()
    assert told(document) == [
        ("convention", "transshipment_port",
         ("BALTIMORE", f"version {version}: R4*T is for transshipment TO this port")),
    ]  # fmt: skip


def test_the_first_version_after_states_the_port() -> None:
    document = a_bill("R4*T*UN*KRPUS*BUSAN*KR", version="003010")
    assert (codes(document.transshipment_ports), document.doubts) == (["KRPUS"], ())


def test_the_ports_of_the_bill_count_and_those_of_the_voyage_are_told() -> None:
    document = a_bill("R4*K*UN*USBAL*BALTIMORE*US", "R4*J*UN*CNNGB*NINGBO*CN")
    assert document.port_of_discharge is not None and document.port_of_discharge.locode == "USBAL"
    texts = (
        "Bill of lading port of discharge (contractual): BALTIMORE",
        "Port of discharge (operational): NEW YORK",
    )
    assert told(document) == [("ambiguous", "port_of_discharge", texts)]


@pytest.mark.parametrize(
    ("port", "text", "locode"),
    [
        ("UN*USBAL*BALTIMORE*US", "BALTIMORE", "USBAL"),
        ("UN*USBAL", "USBAL", "USBAL"),
        ("D*1303*BALTIMORE*US***MD", "BALTIMORE, MD, US", "USBAL"),
        ("K*35180*ITAPOA*BR***SC", "ITAPOA, SC, BR", "BRIOA"),
        ("CI*BALTIMORE MD", "BALTIMORE MD", "USBAL"),
        ("UN*BALTIMORE MD*USBAL", "BALTIMORE MD", "USBAL"),
    ],
)
def test_only_a_code_of_un_is_a_locode(port: str, text: str, locode: str) -> None:
    found = a_bill(f"R4*T*{port}").transshipment_ports[0]
    assert (found.text, found.locode) == (text, locode)


def test_a_code_of_a_schedule_alone_is_not_legible() -> None:
    document = a_bill("R4*T*D*1303")
    assert document.transshipment_ports[0].locode is None
    assert told(document) == [("unreadable", "transshipment_port", ("1303 (list D)",))]


def test_a_number_behind_a_party_is_one_of_the_shipment_unless_it_is_a_tax_number() -> None:
    document = a_bill(*NOTIFY_1, "REF*TJ*52-5550134", "N9*BN*HLX5550177")
    assert document.booking_number == "HLX5550177"
    assert document.notify_parties[0].tax_ids == ("TAX ID 52-5550134",)


def test_two_vessels_prove_that_goods_change_over_and_a_stated_port_where() -> None:
    second = "V1*9700003*HUDSON TERN*PA*9W*LINE***L"
    assert [port.text for port in plan_ports(a_bill(second).legs)] == [""]
    assert codes(plan_ports(a_bill(second, "R4*T*UN*KRPUS*BUSAN*KR").legs)) == ["KRPUS"]


def test_one_vessel_named_twice_is_one() -> None:
    assert a_bill("V1*3FXY9*ATLANTIC HERON*PA*117W*LINE***C").legs == ()


def test_in_care_of_goes_with_the_party_that_it_follows() -> None:
    document = a_bill(*NOTIFY_1, "N1*C1*SEVERN WAREHOUSE LLC", "N3*12 DOCK STREET", "N4*ANNAPOLIS*MD*21401*US")
    assert [party.text for party in document.notify_parties] == [
        "CHESAPEAKE CUSTOMS BROKERS INC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA\n"
        "C/O SEVERN WAREHOUSE LLC\n12 DOCK STREET\nANNAPOLIS, MD 21401, USA"
    ]
    texts = ("N1*C1: C/O SEVERN WAREHOUSE LLC", "read with Notify party no. 1, which it follows")
    assert told(document) == [("convention", "notify_party", texts)]


@pytest.mark.parametrize(
    ("version", "name", "told_as"),
    [
        ("003020", ("CHESAPEAKE CUSTOMS BROKERS AND FORW", "ARDERS INC"), (("FORWARDERS", "FORW ARDERS"),)),
        ("004010", ("CHESAPEAKE CUSTOMS BROKERS AND", "FORWARDERS INC"), ()),
    ],
)
def test_an_additional_name_goes_on_where_the_first_is_full(
    version: str, name: tuple[str, str], told_as: tuple[tuple[str, str], ...]
) -> None:
    document = a_bill(f"N1*N1*{name[0]}", f"N2*{name[1]}", version=version)
    assert document.notify_parties[0].name == "CHESAPEAKE CUSTOMS BROKERS AND FORWARDERS INC"
    assert told(document) == [("convention", "notify_party", pair) for pair in told_as]


def test_an_ultimate_consignee_is_not_taken_for_the_consignee() -> None:
    document = read_x12(transaction(*HEAD, "N1*UC*HARBORLINE IMPORTS LLC"))
    text = "no N1*CN; N1*UC (ultimate consignee): HARBORLINE IMPORTS LLC"
    assert (document.consignee, told(document)) == (None, [("convention", "consignee", (text,))])


def test_remarks_and_descriptions_are_read() -> None:
    document = a_bill(
        "K1*DRAFT FOR APPROVAL", "L5*1*LANTERNS T/S AT BUSAN, KOREA", "K1*PER SHIPPING PROCEDURE VERSION 2014-03"
    )
    assert (document.draft, codes(document.transshipment_ports)) == (True, ["KRPUS"])
    assert document.cites_instruction is not None and document.cites_instruction.version == "2014-03"


@pytest.mark.parametrize("data", [b"ISABELLA", b"STATEMENT", b"GSM", b"UNB+", b"", b"ISA is a word", b"ST. JOHN"])
def test_claims_nothing_else(data: bytes) -> None:
    assert not x12.claims(data)


@pytest.mark.parametrize("data", [b"ISA*00*  ", b"GS*IO*LINE", b"ST*310*0001~", b"\xef\xbb\xbfISA|00|", b"\nISA^00^"])
def test_claims_a_damaged_file_too(data: bytes) -> None:
    assert x12.claims(data)


WHOLE = transaction(
    *HEAD, "V1*9700003*HUDSON TERN*PA*9W*LINE***L", *SHIPPER, *CONSIGNEE, *NOTIFY_1, *NOTIFY_2, "N1*C2*SEVERN LLC",
    LOADING, DISCHARGE, "R4*T*UN*KRPUS*BUSAN*KR", "R4*K*D*1303*BALTIMORE*US", "L5*1*LANTERNS VIA BUSAN",
).encode()  # fmt: skip


def test_no_segment_can_be_lost_without_a_word() -> None:
    segments = WHOLE.decode().split("~\n")
    for lost in range(3, len(segments) - 4):
        document = read_x12("~\n".join(segments[:lost] + segments[lost + 1 :]))
        assert "pages_not_read" in {doubt.kind for doubt in document.doubts}, segments[lost]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.sampled_from(b"~*>\n\xe9A0 ")), max_size=6),
    st.integers(0, len(WHOLE)),
    st.integers(0, 40),
)
def test_a_damaged_set_is_read_or_refused_and_nothing_else(
    changes: list[tuple[int, int]], start: int, length: int
) -> None:
    data = bytearray(WHOLE)
    for place, byte in changes:
        data[place] = byte
    del data[start : start + length]
    try:
        x12.read(bytes(data), "bill.x12", ReadSettings())
    except UnreadableDocument as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize("tag", ["K1", "L5*2", "NTE*GEN"])
def test_a_route_that_runs_over_two_segments_states_its_port(tag: str) -> None:
    document = a_bill(f"{tag}*TRANSSHIPMENT AT", f"{tag}*BUSAN")
    assert codes(document.transshipment_ports) == ["KRPUS"]


@pytest.mark.parametrize(
    "segment", ["NTE*GEN", "MSG", "N9*ZZ*RMK", "K2", "MAN*GM", "M0", "PID*F***", "H1*X**", "V9*ZZZ*", "C8C"]
)
def test_every_segment_with_text_is_read(segment: str) -> None:
    assert codes(a_bill(f"{segment}*T/S AT BUSAN").transshipment_ports) == ["KRPUS"]


@pytest.mark.parametrize("code", ["13", "AN", "N3", "N4", "NI", "NT"])
def test_a_party_that_may_be_notified_is_a_question(code: str) -> None:
    document = a_bill(*NOTIFY_1, f"N1*{code}*PATAPSCO TRUCKING INC")
    assert told(document) == [("ambiguous", "notify_party", (f"N1*{code}: PATAPSCO TRUCKING INC",))]


def test_two_towns_of_one_party_are_a_question() -> None:
    document = a_bill(*NOTIFY_1, "N4*NEW YORK*NY*10001*US")
    texts = ("BALTIMORE, MD, 21202, US", "NEW YORK, NY, 10001, US")
    assert told(document) == [("ambiguous", "notify_party", texts)]


def test_a_date_within_a_party_leaves_its_address_whole() -> None:
    first, *rest = NOTIFY_1
    assert a_bill(first, "DTM*011*20261126", *rest).notify_parties[0].text == (
        "CHESAPEAKE CUSTOMS BROKERS INC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA"
    )


def test_two_vessels_that_only_codes_name_are_two_legs() -> None:
    legs = a_bill("V1*9700014***1N*LINE***L").legs
    assert [leg.vessel for leg in legs] == ["ATLANTIC HERON", "9700014"]


def test_a_vessel_that_a_call_sign_names_again_is_one() -> None:
    assert a_bill("V1*3ABC7*ATLANTIC HERON*PA*117W*LINE***C").legs == ()


@pytest.mark.parametrize("port", ["USBAL*BALTIMORE*IE", "USBAL*BALTIMORE*US***NY"])
def test_a_country_or_state_that_denies_the_code_is_a_question(port: str) -> None:
    document = a_bill(f"R4*E*UN*{port}")
    assert [(kind, field) for kind, field, _ in told(document)] == [("ambiguous", "place_of_delivery")]


def test_hong_kong_in_china_is_no_question() -> None:
    assert a_bill("R4*E*UN*HKHKG*HONG KONG*CN").doubts == ()
