"""ANSI X12: what a person reads in a 310, 304 or 301, and what a person must be asked."""

import pytest

from docvalidate.compare.routing import plan_ports
from docvalidate.errors import UnreadableDocument
from docvalidate.model import TransportDocument
from docvalidate.readers import x12

from .messages import X12_CONSIGNEE as CONSIGNEE
from .messages import X12_DISCHARGE as DISCHARGE
from .messages import X12_HEAD as HEAD
from .messages import X12_LOADING as LOADING
from .messages import X12_NOTIFY_1 as NOTIFY_1
from .messages import X12_NOTIFY_2 as NOTIFY_2
from .messages import X12_SHIPPER as SHIPPER
from .messages import codes, read_x12, told, transaction


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
        ("ambiguous", "transshipment_port",
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
    assert told(document) == [
        ("ambiguous", "port_of_discharge", texts),
        ("ambiguous", "transshipment_port", texts),
    ]


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


# What a set says beside the fields of a bill

OTHER = ("SEVERN WAREHOUSE LLC", "N3*12 DOCK STREET", "N4*ANNAPOLIS*MD*21401*US")
BUSAN = "R4*T*UN*KRPUS*BUSAN*KR"


def doubted(*segments: str, version: str = "004010") -> list[str | None]:
    return [field for kind, field, _ in told(a_bill(*segments, version=version)) if kind != "convention"]


@pytest.mark.parametrize("code", ["I", "P", "5", "G", "H", "O", "X", "ZZ", ""])
def test_a_port_that_no_field_has_is_a_question_whatever_it_is_called(code: str) -> None:
    assert doubted(BUSAN, f"R4*{code}*UN*USBAL*BALTIMORE*US***MD") == ["transshipment_port"]


@pytest.mark.parametrize(
    "port",
    [
        "I*UN*KRPUS*BUSAN*KR",
        "5*UN*CNNGB",
        "W*UN*USBAL*BALTIMORE*US",
        "V*UN*USBAL",
        "S*UN*USBAL",
        "I*CI*COLUMBUS OH",
        "5*ZZ*CHASSIS POOL 12",
    ],
)
def test_an_office_an_inland_place_and_a_port_of_the_fields_are_none(port: str) -> None:
    assert doubted(BUSAN, f"R4*{port}") == []


def test_an_interim_point_of_a_schedule_alone_is_not_legible() -> None:
    assert told(a_bill(BUSAN, "R4*I*D*1303")) == [("unreadable", "transshipment_port", ("1303 (list D)",))]


@pytest.mark.parametrize("terminal", ["BALTIMORE SEAGIRT TERMINAL", "*BALTIMORE"])
def test_a_terminal_in_another_port_is_a_question(terminal: str) -> None:
    assert doubted(f"{BUSAN}*{terminal}") == ["transshipment_port"]
    assert doubted(f"{BUSAN}*PNIT TERMINAL*12") == []


@pytest.mark.parametrize("segment", ["R2A*1*S*V*LINE*UN*USBAL", "R2*LINE*1*BALTIMORE", "R3*LINE*B*BALTIMORE"])
def test_a_route_by_its_carriers_is_read(segment: str) -> None:
    assert doubted(BUSAN, segment) == ["transshipment_port"]
    assert doubted(BUSAN, segment.replace("USBAL", "USNYC").replace("BALTIMORE", "NEW YORK")) == []


def test_a_voyage_from_another_port_than_that_of_the_bill_is_a_question() -> None:
    assert doubted("R4*J*UN*CNSHA*SHANGHAI*CN") == ["port_of_loading", "transshipment_port"]


def test_an_old_t_that_is_the_place_of_delivery_leaves_nothing_open() -> None:
    delivery = "R4*E*UN*USBAL*BALTIMORE*US***MD"
    assert doubted("R4*T*UN*USBAL*BALTIMORE*US", delivery, version="002040") == []
    both = "R4*T*UN*KRPUS*BUSAN*KR", "R4*T*UN*USBAL*BALTIMORE*US"
    assert doubted(both[0], delivery, version="002040") == ["transshipment_port"]
    assert doubted(*both, delivery, version="002040") == ["transshipment_port"]


def test_a_discharge_that_says_where_it_goes_on_to_is_a_question() -> None:
    text = transaction(*HEAD, *CONSIGNEE, LOADING, "R4*D*UN*USNYC*NEW YORK FOR TRANSHIPMENT TO BALTIMORE*US")
    assert "transshipment_port" in {it.field for it in read_x12(text).doubts}


def test_more_vessels_than_the_stated_ports_part_are_a_question() -> None:
    second, third = "V1*9700003*HUDSON TERN*PA*9W*LINE***L", "V1*9700004*EASTERN LARK*PA*9W*LINE***L"
    assert doubted(second, BUSAN) == []
    assert doubted(second, third, BUSAN) == ["transshipment_port"]


@pytest.mark.parametrize("joint", [" & ", "/", " + ", " THEN "])
def test_two_vessels_in_one_field_are_a_question(joint: str) -> None:
    text = transaction(*HEAD[:3], f"V1**EASTERN LARK{joint}HUDSON TERN*PA*117W", *CONSIGNEE, LOADING, DISCHARGE)
    assert [it.field for it in read_x12(text).doubts] == ["transshipment_port"]


@pytest.mark.parametrize("code", ["UC", "IC"])
def test_another_consignee_by_name_is_a_question(code: str) -> None:
    name, *address = OTHER
    assert doubted(f"N1*{code}*{name}", *address) == ["consignee"]
    assert doubted(f"N1*{code}*HARBORLINE IMPORTS, LLC") == []


@pytest.mark.parametrize("code", ["IM", "ST", "DP"])
def test_whoever_the_goods_are_delivered_to_or_imported_by_may_be_another(code: str) -> None:
    name, *address = OTHER
    assert doubted(f"N1*{code}*{name}", *address) == []


@pytest.mark.parametrize("code", ["NX", "ZZ", ""])
def test_a_code_of_no_list_may_be_that_of_a_notify_party(code: str) -> None:
    assert doubted(f"N1*{code}*{OTHER[0]}") == ["notify_party"]


def test_each_party_in_whose_care_another_is_goes_with_it() -> None:
    document = a_bill("N1*N1*CHESAPEAKE CUSTOMS BROKERS INC", "N1*C1*FIRST LLC", "N1*C2*SECOND LLC")
    assert document.notify_parties[0].text == "CHESAPEAKE CUSTOMS BROKERS INC\nC/O FIRST LLC\nC/O SECOND LLC"


def test_in_care_of_behind_a_party_that_nobody_checks_may_be_that_of_the_consignee() -> None:
    assert doubted("N1*FW*HARBOR FREIGHT", f"N1*C1*{OTHER[0]}") == ["consignee"]


@pytest.mark.parametrize(
    "segment", ["N9*ZZ*T/S AT BUSAN", "L0*1***100*G***2*PCS*T/S AT BUSAN", "XYZ*T/S AT BUSAN", "SR*T/S AT BUSAN"]
)
def test_a_route_is_read_where_codes_belong_too(segment: str) -> None:
    assert codes(a_bill(segment).transshipment_ports) == ["KRPUS"]


@pytest.mark.parametrize(
    ("segment", "field"),
    [
        ("K1*NOTIFY: SEVERN WAREHOUSE LLC", "notify_party"),
        ("L5*1*CONSIGNEE C/O SEVERN WAREHOUSE LLC", "consignee"),
        ("NTE*OTH*CARGO RELAYED AT BUSAN", "transshipment_port"),
        ("H3*PORT OF DISCHARGE BALTIMORE", "transshipment_port"),
        ("K1*PLEASE AMEND CONSIGNEE TO SEVERN WAREHOUSE LLC", "consignee"),
    ],
)
def test_a_remark_that_says_what_no_field_says_is_a_question(segment: str, field: str) -> None:
    assert field in doubted(segment)


@pytest.mark.parametrize(
    "segment",
    [
        "K1*FREIGHT PREPAID",
        "K1*SHIPPERS LOAD STOW AND COUNT",
        "L5*1*LANTERNS FOR BALTIMORE SHOWROOM*940540*T",
        "H3*KEEP DRY",
        "N9*SI*SO-VIA-1",
        "V9*EDD**BALTIMORE*20261126",
        "K1*ORIGINAL BILLS TO BE ISSUED AT BALTIMORE",
        "K1*CONSIGNEE TO BE NOTIFIED",
        "NTE*GEN*NO SED REQUIRED AES EXEMPT",
    ],
)
def test_what_bills_print_below_every_shipment_is_none(segment: str) -> None:
    document = a_bill(segment)
    assert (document.doubts, document.transshipment_ports) == ((), ())


def test_an_address_that_a_remark_parts_from_its_party_is_a_question() -> None:
    assert doubted(*NOTIFY_1, "K1*KEEP DRY", "N4*NEW YORK*NY*10004*US") == ["notify_party"]
    assert doubted("N1*FW*HARBOR FREIGHT", "K1*KEEP DRY", "N4*NEW YORK*NY*10004*US") == []
