"""A DCSA transport document is read as the bill that is printed from it."""

import pytest

from docvalidate.compare.ports import check_transshipment
from docvalidate.model import PortRule, Source, UnreadableDocument
from docvalidate.model.document import Leg, Place
from docvalidate.readers import reader_for

from .dcsa_builders import BROKER, BROKER_TEXT, IMPORTER, IMPORTER_TEXT, a_bill, a_booking, a_place, as_bytes, read


def texts(document, kind=None):
    return [(doubt.kind, doubt.field, doubt.texts) for doubt in document.doubts if kind in (None, doubt.kind)]


def a_party(**more):
    return {"partyName": "ACME", **more}


def the_consignee(**more):
    party = read(a_bill(parties={"consignee": a_party(**more)})).consignee
    return party.text if party else None


def test_reads_a_draft_sea_waybill_as_it_is_printed():
    document = read(a_bill())
    assert (document.kind, document.draft, document.number, document.booking_number) == (
        "sea_waybill", True, "SWHAR0001", "BKG1",
    )  # fmt: skip
    assert document.consignee.text == IMPORTER_TEXT
    assert [party.text for party in document.notify_parties] == [BROKER_TEXT]
    assert (document.port_of_loading.locode, document.port_of_discharge.text) == ("CNNGB", "BALTIMORE, MD")
    assert (document.vessel, document.voyage, document.legs, document.doubts) == ("MAREN HOLM", "437E", (), ())


def test_says_where_each_value_stands():
    document = read(a_bill())
    assert document.notify_parties[0].source == Source(
        document="draft.json", path="$.documentParties.notifyParties[0]", caption="notifyParties"
    )
    assert document.port_of_discharge.source.path == "$.transports.portOfDischarge"


@pytest.mark.parametrize(
    ("status", "draft"),
    [("DRAFT", True), ("ISSUED", False), ("PENDING_SURRENDER_FOR_AMENDMENT", False), ("VOIDED", False),
     ("APPROVED", None), ("SOMETHING_NEW", None), (None, None)],
)  # fmt: skip
def test_is_a_draft_only_where_the_status_says_so(status, draft):
    assert read(a_bill(transportDocumentStatus=status)).draft is draft


def test_prints_the_displayed_address_instead_of_the_address():
    address = {"street": "ELSEWHERE", "city": "OSLO", "countryCode": "NO"}
    assert the_consignee(displayedAddress=["LINE 1", "LINE 2"], address=address) == "ACME\nLINE 1\nLINE 2"


def test_prints_address_lines_word_for_word():
    assert the_consignee(addressLines=["C/O BETA LLC", "PIER 4"]) == "ACME\nC/O BETA LLC\nPIER 4"


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ({"street": "HAVNEGADE", "streetNumber": "41", "postCode": "8000", "city": "AARHUS", "countryCode": "DK"},
         "HAVNEGADE 41\n8000 AARHUS, DENMARK"),
        ({"street": "BROENING HIGHWAY", "streetNumber": "2401", "floor": "2", "city": "BALTIMORE", "stateRegion": "MD",
          "countryCode": "US"}, "2401 BROENING HIGHWAY, FLOOR 2\nBALTIMORE, MD, USA"),
        ({"street": "2401 BROENING HIGHWAY", "streetNumber": "2401", "floor": "N/A", "postCode": "00000",
          "city": "BALTIMORE", "countryCode": "US"}, "2401 BROENING HIGHWAY\nBALTIMORE, USA"),
        ({"POBox": "1137", "city": "DUBAI", "countryCode": "AE"}, "P.O. BOX 1137\nDUBAI, UNITED ARAB EMIRATES"),
        ({"city": "NOWHERE", "countryCode": "ZZ"}, "NOWHERE"),
        ({"street": "KAJGATAN", "streetNumber": 5, "postCode": 41756, "city": "MALMÖ", "country": "Sweden"},
         "KAJGATAN 5\n41756 MALMÖ, Sweden"),
    ],
)  # fmt: skip
def test_writes_an_address_in_the_order_of_its_country(address, printed):
    assert the_consignee(address=address) == f"ACME\n{printed}"


def test_does_not_name_the_party_as_its_own_contact():
    contacts = [{"name": "Acme", "phone": "+1 410 555 0100", "email": "IN@ACME.EXAMPLE"}, {"name": "N/A"}]
    assert the_consignee(partyContactDetails=contacts) == "ACME\nTEL +1 410 555 0100\nEMAIL IN@ACME.EXAMPLE"


def test_does_not_repeat_a_number_that_the_displayed_address_has():
    shown = ["PIER 4", "PHONE: +1 (410) 555-0100"]
    assert the_consignee(displayedAddress=shown, partyContactDetails=[{"phone": "+1 410 555 0100"}]) == (
        "ACME\nPIER 4\nPHONE: +1 (410) 555-0100"
    )


def test_prints_tax_numbers_and_registers_but_no_account_on_a_platform():
    text = the_consignee(
        taxLegalReferences=[
            {"type": "EORI", "countryCode": "NL", "value": "NL123456789"}, {"type": "XYZ", "value": "12345678"},
        ],
        identifyingCodes=[
            {"codeListProvider": "GLEIF", "codeListName": "LEI", "partyCode": "529900T8BM49AURSDO55"},
            {"codeListProvider": "CARX", "partyCode": "CARX123"},
        ],
    )  # fmt: skip
    assert text == "ACME\nEORI NL123456789\nTAX ID 12345678\nLEI 529900T8BM49AURSDO55"


def test_a_consignee_that_is_to_be_notified_comes_first_and_the_others_move_down():
    document = read(a_bill(parties={"consignee": {**IMPORTER, "isNotifyParty": True}, "notifyParties": [BROKER]}))
    assert [(party.text, party.same_as) for party in document.notify_parties] == [
        ("SAME AS CONSIGNEE", "consignee"), (BROKER_TEXT, None),
    ]  # fmt: skip


def test_an_endorsee_that_is_to_be_notified_is_named():
    endorsee = a_party(isNotifyParty=True)
    document = read(a_bill(isToOrder=True, parties={"consignee": None, "endorsee": endorsee, "notifyParties": None}))
    assert document.consignee.text == "TO THE ORDER OF ACME"
    assert [(party.text, party.same_as) for party in document.notify_parties] == [("ACME", None)]


def test_an_order_bill_without_endorsee_is_to_order():
    consignee = read(a_bill(isToOrder=True, parties={"consignee": None})).consignee
    assert (consignee.text, consignee.to_order, consignee.source.path) == ("TO ORDER", True, "$.isToOrder")


def test_shows_no_consignee_where_there_is_none():
    assert read(a_bill(parties={"consignee": None})).consignee is None


@pytest.mark.parametrize(
    ("to_order", "parties", "said"),
    [
        (True, {}, (IMPORTER_TEXT, "TO ORDER")),
        (True, {"endorsee": a_party()}, (IMPORTER_TEXT, "TO THE ORDER OF ACME")),
        (False, {"consignee": None, "endorsee": a_party()}, ("TO THE ORDER OF ACME", "isToOrder: false")),
    ],
)
def test_doubts_a_consignee_that_the_order_clause_contradicts(to_order, parties, said):
    assert texts(read(a_bill(isToOrder=to_order, parties=parties))) == [("ambiguous", "consignee", said)]


def test_tells_who_may_act_for_the_consignee_and_leaves_the_box_alone():
    document = read(a_bill(parties={"onBehalfOfConsignee": {"partyName": "BETA BROKERS INC"}}))
    assert document.consignee.text == IMPORTER_TEXT
    assert texts(document) == [
        ("convention", "consignee", ("may act on behalf of the consignee, no part of its box: BETA BROKERS INC",))
    ]


def test_shows_the_displayed_name_with_the_code_beside_it():
    document = read(a_bill(displayedNameForPortOfDischarge=["BALTIMORE,", "MARYLAND"]))
    assert (document.port_of_discharge.text, document.port_of_discharge.locode) == ("BALTIMORE, MARYLAND", "USBAL")


def test_shows_a_displayed_name_and_a_code_that_contradict_each_other():
    document = read(
        a_bill(displayedNameForPortOfDischarge=["BALTIMORE, MD"], transports={"portOfDischarge": a_place("USNYC")})
    )
    assert (document.port_of_discharge.text, document.port_of_discharge.locode) == ("BALTIMORE, MD (USNYC)", None)


def test_doubts_a_displayed_name_of_another_port_than_the_place_is_named():
    document = read(a_bill(displayedNameForPortOfDischarge=["NEW YORK, NY"]))
    assert texts(document) == [("ambiguous", "port_of_discharge", ("NEW YORK, NY", "BALTIMORE, MD"))]
    assert [source.path for source in document.doubts[0].sources] == [
        "$.displayedNameForPortOfDischarge", "$.transports.portOfDischarge.locationName",
    ]  # fmt: skip


def test_doubts_a_displayed_name_that_no_port_has():
    document = read(a_bill(displayedNameForPortOfDischarge=["PIER 4"]))
    assert (document.port_of_discharge.text, texts(document)) == (
        "PIER 4",
        [("ambiguous", "port_of_discharge", ("PIER 4", "BALTIMORE, MD"))],
    )


def test_leaves_a_displayed_name_alone_that_has_the_place_in_it():
    inland = a_place(None, "ZZYZX YARD")
    document = read(
        a_bill(displayedNameForPlaceOfDelivery=["Zzyzx Yard, gate 2"], transports={"placeOfDelivery": inland})
    )
    assert document.doubts == ()


def test_leaves_a_terminal_in_a_suburb_of_the_port_alone():
    terminal = a_place("USNYC", "NEW YORK, NY", address={"city": "ELIZABETH", "stateRegion": "NJ", "countryCode": "US"})
    document = read(a_bill(transports={"placeOfDelivery": terminal}))
    assert (document.place_of_delivery.text, document.doubts) == ("NEW YORK, NY", ())


def test_doubts_an_address_in_another_great_port():
    elsewhere = a_place(
        "USNYC", "NEW YORK, NY", address={"city": "BALTIMORE", "stateRegion": "MD", "countryCode": "US"}
    )
    document = read(a_bill(transports={"placeOfDelivery": elsewhere}))
    assert texts(document) == [("ambiguous", "place_of_delivery", ("NEW YORK, NY", "BALTIMORE, MD, USA"))]


def test_names_a_place_by_its_city_where_it_has_no_other_name():
    document = read(
        a_bill(transports={"placeOfDelivery": {"city": {"city": "COLUMBUS", "stateRegion": "OH", "countryCode": "US"}}})
    )
    assert (document.place_of_delivery.text, document.place_of_delivery.locode) == ("COLUMBUS, OH, USA", "USCMH")


def test_a_facility_without_a_place_is_shown_and_left_open():
    facility = {"facility": {"facilityCode": "ADT", "facilityCodeListProvider": "BIC"}}
    document = read(a_bill(transports={"placeOfDelivery": facility}))
    assert document.place_of_delivery.text == "ADT (BIC)"
    assert texts(document) == [("ambiguous", "place_of_delivery", ("ADT (BIC)",))]


def a_voyage(vessel, number, role=None):
    return {"vesselName": vessel, "carrierExportVoyageNumber": number, "role": role}


def two_vessels(**more):
    voyages = [a_voyage("ALBATROS", "2W", "MOTHER"), a_voyage("MAREN HOLM", "437E", "FIRST_SEA_GOING")]
    return read(a_bill(transports={"vesselVoyages": voyages, **more}))


def test_two_vessels_change_over_where_nobody_says():
    document = two_vessels()
    loading, discharge = (
        Place(text=text, locode=code, source=Source(document="draft.json", path=f"$.transports.{key}", caption=key))
        for text, code, key in (
            ("NINGBO, CHINA", "CNNGB", "portOfLoading"), ("BALTIMORE, MD", "USBAL", "portOfDischarge"),
        )
    )  # fmt: skip
    assert document.legs == (
        Leg(load=loading, mode="vessel", vessel="MAREN HOLM", voyage="437E"),
        Leg(discharge=discharge, mode="vessel", vessel="ALBATROS", voyage="2W"),
    )
    assert (document.vessel, document.voyage) == ("MAREN HOLM", "437E")


@pytest.mark.parametrize("rule", [PortRule(allowed=("SGSIN",)), PortRule(allowed=()), PortRule(forbidden=("USNYC",))])
def test_two_vessels_are_never_cleared_by_silence(rule):
    assert check_transshipment(two_vessels(), (), rule).status == "not_shown"


def test_two_vessels_and_a_delivery_elsewhere_keep_the_port_of_discharge_in_sight():
    document = two_vessels(placeOfDelivery=a_place("USCMH"))
    assert check_transshipment(document, (), PortRule(forbidden=("USBAL",))).status == "mismatch"
    assert check_transshipment(document, (), PortRule(allowed=("USBAL",))).status == "not_shown"


def test_one_ship_under_two_voyage_numbers_does_not_change_over():
    voyages = [{"vesselName": "MAREN HOLM", "carrierExportVoyageNumber": number} for number in ("437E", "438W")]
    assert read(a_bill(transports={"vesselVoyages": voyages})).legs == ()


def test_on_carriage_by_vessel_changes_over_at_the_port_of_discharge():
    document = read(a_bill(transports={"onCarriageBy": "VESSEL", "placeOfDelivery": a_place("USPHL")}))
    check = check_transshipment(document, (), PortRule(allowed=("USBAL",)))
    assert (check.status, check.basis) == ("match", "transport_plan")


def test_pre_carriage_by_vessel_changes_over_at_the_port_of_loading():
    document = read(a_bill(transports={"preCarriageBy": "VESSEL", "placeOfReceipt": a_place("CNWUH")}))
    assert check_transshipment(document, (), PortRule(allowed=("USBAL",))).status == "mismatch"


@pytest.mark.parametrize("mode", ["RAIL", "TRUCK", None])
def test_one_vessel_proves_no_direct_service(mode):
    document = read(a_bill(transports={"onCarriageBy": mode}))
    assert document.legs == ()
    assert check_transshipment(document, (), PortRule(allowed=())).status == "not_shown"


def described(*lines):
    return read(a_bill(consignmentItems=[{"carrierBookingReference": "B1", "descriptionOfGoods": list(lines)}]))


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (["620 CARTONS", "T/S AT SINGAPORE"], ["SGSIN"]),
        (["VIA SINGAPORE AND COLOMBO"], ["SGSIN", "LKCMB"]),
        (["TRANSSHIPMENT PORT:", "NEW YORK, NY"], ["USNYC"]),
        (["SHIPPED VIA PANAMA CANAL", "VIA COURIER"], []),
        (["TRANSISTORS, RELAY TYPE 5"], []),
    ],
)
def test_finds_the_transshipment_in_the_description(lines, codes):
    document = described(*lines)
    assert [port.locode for port in document.transshipment_ports] == codes
    assert all(port.source.path == "$.consignmentItems[0].descriptionOfGoods" for port in document.transshipment_ports)


def test_does_not_read_routes_into_the_terms_and_conditions():
    assert read(a_bill(termsAndConditions="Carriage via Singapore at the carrier's option.")).transshipment_ports == ()


def test_finds_the_version_that_the_description_names():
    assert described("AS PER YOUR ROUTING GUIDE VERSION 2014-03").cites_instruction.version == "2014-03"


def test_leaves_a_further_notify_party_in_the_description_open():
    document = described("620 CARTONS", "ALSO NOTIFY: BETA BROKERS INC", "PIER 4, BALTIMORE")
    assert texts(document) == [("ambiguous", "notify_party", ("ALSO NOTIFY: BETA BROKERS INC\nPIER 4, BALTIMORE",))]


def test_calls_the_number_of_an_order_one():
    item = {"carrierBookingReference": "B1", "references": [{"type": "SPO", "values": ["771", "772"]}]}
    consignee = {**IMPORTER, "purchaseOrderReferences": ["PO-44718"], "reference": "HL-7"}
    document = read(
        a_bill(parties={"consignee": consignee}, consignmentItems=[item], references=[{"type": "CR", "value": "C9"}])
    )
    assert document.references == ("PO-44718", "HL-7", "C9", "PO 771", "PO 772")


VERSION_2 = {
    "transportDocumentReference": "BL2",
    "shipmentLocations": [
        {"location": a_place("CNNGB"), "shipmentLocationTypeCode": "POL"},
        {"location": a_place("USBAL"), "locationTypeCode": "POD", "displayedName": ["BALTIMORE"]},
    ],
    "shippingInstruction": {
        "documentStatus": "DRFT",
        "transportDocumentTypeCode": "BOL",
        "documentParties": [
            {"party": a_party(address={"city": "OSLO", "country": "Norway"}), "partyFunction": "NI"},
            {"party": {"partyName": "FIRST"}, "partyFunction": "N1", "displayedAddress": ["PIER 1"]},
            {"party": {"partyName": "BUYER", "taxReference1": "CVR-25645774"}, "partyFunction": "CN"},
        ],
    },
}


def test_reads_version_2_by_the_functions_of_its_parties():
    document = read(VERSION_2)
    assert (document.kind, document.draft) == ("bill_of_lading", True)
    assert document.consignee.text == "BUYER\nTAX ID CVR-25645774"
    assert document.consignee.source.caption == "partyFunction CN"
    assert [party.text for party in document.notify_parties] == ["FIRST\nPIER 1", "ACME\nOSLO, Norway"]
    assert (document.port_of_loading.locode, document.port_of_discharge.text) == ("CNNGB", "BALTIMORE")


@pytest.mark.parametrize(
    "envelope",
    [
        lambda bill: {"transportDocument": bill, "envelopeTransferChain": []},
        lambda bill: {"document": bill, "issueTo": {"partyName": "ACME"}},
        lambda bill: {"specversion": "1.0", "data": {"transportDocumentStatus": "DRAFT", "transportDocument": bill}},
        lambda bill: [bill],
    ],
)
def test_reads_the_paper_inside_an_envelope(envelope):
    assert read(envelope(a_bill())).consignee.text == IMPORTER_TEXT


def test_refuses_to_choose_between_a_paper_and_its_amendment():
    with pytest.raises(UnreadableDocument) as told:
        read({"data": {"transportDocument": a_bill(), "amendedTransportDocument": a_bill(isToOrder=True)}})
    assert told.value.reason == "two-drafts"


@pytest.mark.parametrize(
    ("parties", "field", "said"),
    [
        ({"consignee": "HARBORLINE"}, "consignee", "HARBORLINE"),
        ({"consignee": [IMPORTER, 7]}, "consignee", "7"),
        ({"notifyParties": [BROKER, "BETA BROKERS INC"]}, "notify_party", "BETA BROKERS INC"),
        ({"notifyParties": [{"partyName": {"value": "BETA"}}]}, "notify_party", "{…}"),
        ({"consignee": {**IMPORTER, "isNotifyParty": "perhaps"}}, "notify_party", "isNotifyParty"),
    ],
)
def test_doubts_what_is_of_another_kind_than_the_standard_has(parties, field, said):
    assert ("unreadable", field, (said,)) in texts(read(a_bill(parties=parties)))


@pytest.mark.parametrize("odd", ["AC\u202eME", "AC\x00ME", "AC\ud800ME", "AC\ufffdME"])
def test_doubts_a_name_with_signs_that_nobody_sees(odd):
    document = read(a_bill(parties={"consignee": {"partyName": odd}}))
    assert document.consignee.text == "AC\ufffdME"
    assert texts(document) == [("unreadable", "consignee", ("AC\ufffdME",))]


def test_two_consignees_of_a_list_are_a_doubt():
    inside = VERSION_2["shippingInstruction"]
    second = {"party": {"partyName": "OTHER"}, "partyFunction": "CN"}
    document = read(
        {**VERSION_2, "shippingInstruction": {**inside, "documentParties": [*inside["documentParties"], second]}}
    )
    assert texts(document) == [("ambiguous", "consignee", ("BUYER\nTAX ID CVR-25645774", "OTHER"))]


def test_a_party_without_a_function_may_be_to_notify():
    inside = VERSION_2["shippingInstruction"]
    document = read({**VERSION_2, "shippingInstruction": {**inside, "documentParties": [{"party": a_party()}]}})
    assert [(doubt.kind, doubt.field) for doubt in document.doubts] == [("unreadable", "notify_party")]


def test_refuses_a_key_that_stands_twice():
    data = as_bytes(a_bill()).replace(b'"isToOrder": false', b'"isToOrder": false, "isToOrder": true')
    with pytest.raises(UnreadableDocument, match='"isToOrder" stands twice') as told:
        read(data)
    assert told.value.reason == "damaged"


@pytest.mark.parametrize(
    "change",
    [
        {"parties": {"consignee": {"partyName": "A" * 3_000}}},
        {"parties": {"notifyParties": [BROKER] * 100}},
        {"displayedNameForPortOfDischarge": ["NEW YORK"] * 500},
        {"consignmentItems": [{"descriptionOfGoods": ["A" * 900] * 300}]},
        {"consignmentItems": [{"descriptionOfGoods": ["VIA SINGAPORE"] * 100}]},
        {"transports": {"vesselVoyages": [{"vesselName": str(number)} for number in range(100)]}},
    ],
)
def test_refuses_what_no_paper_is_as_large_as(change):
    with pytest.raises(UnreadableDocument) as told:
        read(a_bill(**change))
    assert told.value.reason == "too-large"


def test_a_booking_that_names_its_bill_is_no_bill():
    data = as_bytes(a_booking(transportDocumentReference="BL1", transportDocumentTypeCode="SWB"))
    assert reader_for(data, "x").RECOGNISES.endswith("(DCSA Booking)")


def test_doubts_displayed_lines_whose_numbers_the_address_has_not():
    address = {"street": "9 Other Road", "postCode": "21201", "city": "Baltimore", "countryCode": "US"}
    party = a_party(displayedAddress=["1 First Road", "Baltimore, MD 21224"], address=address)
    assert [field for _, field, _ in texts(read(a_bill(parties={"consignee": party})))] == ["consignee"]


def test_reads_the_plan_that_a_bill_brings_along():
    plan = [{"loadLocation": a_place("CNNGB"), "dischargeLocation": a_place("USNYC"), "modeOfTransport": "VESSEL"}]
    document = read(a_bill(transportPlan=plan))
    assert [leg.discharge and leg.discharge.locode for leg in document.legs] == ["USNYC"]
