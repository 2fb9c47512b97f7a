"""What a JSON file says beside its fields is never passed over, and what it says for every shipment is."""

import pytest

from docvalidate.compare.ports import check_transshipment
from docvalidate.model import PortRule, UnreadableDocument

from .dcsa_builders import BROKER, IMPORTER, a_bill, a_booking, a_leg, a_place, read
from .test_fiata_efbl import a_location, an_efbl

STRANGER = {"partyName": "BETA TRADING LLC", "address": {"street": "PIER", "streetNumber": "4", "city": "NEWARK"}}
SMALL_PRINT = """1. "Merchant" includes the Shipper, the Consignee and any person acting on behalf of any of them.
2. The Carrier may transfer the Goods, tranship them at New York or any other port, and proceed via any route.
3. Mention of parties to be notified is for information; failure to notify shall not involve the Carrier in liability.
4. Disputes are referred to the courts of New York. Notify Party: see clause 3.
5. The Consignee and the Notify Party are bound by the carrier's terms. Port of discharge as named."""


def open_fields(document):
    """The fields that are left open, each once."""
    return {doubt.field for doubt in document.doubts if doubt.kind in ("ambiguous", "unreadable")}


def goods(*lines):
    return a_bill(consignmentItems=[{"descriptionOfGoods": ["620 CARTONS", *lines]}])


@pytest.mark.parametrize(
    "line",
    [
        "NOTIFY: BETA BROKERS INC",
        "NOTIFY PARTY 2: BETA BROKERS INC",
        "NOTIFY - BETA BROKERS INC",
        "N/P: BETA BROKERS INC",
        "PLEASE NOTIFY BETA BROKERS INC UPON ARRIVAL",
        "NOTIFY: CHESAPEAKE CUSTOMS BROKERS INC AND BETA BROKERS INC",
    ],
)
def test_a_party_to_notify_in_the_description_leaves_the_box_open(line):
    assert open_fields(read(goods(line))) == {"notify_party"}


@pytest.mark.parametrize(
    "lines",
    [
        ["ON BEHALF OF BETA TRADING LLC"],
        ["C/O BETA TRADING LLC"],
        ["O/B/O BETA TRADING LLC"],
        ["A/C BETA TRADING LLC"],
        ["CONSIGNEE: BETA TRADING LLC"],
        ["CONSIGNEE", "BETA TRADING LLC"],
        ["GOODS CONSIGNED TO BETA TRADING LLC"],
        ["2ND CONSIGNEE BETA TRADING LLC"],
        ["CONSIGNATARIO: BETA TRADING SA"],
    ],
)
def test_a_party_behind_the_consignee_in_the_description_leaves_the_box_open(lines):
    assert open_fields(read(goods(*lines))) == {"consignee"}


@pytest.mark.parametrize(
    "line",
    [
        "CONSIGNEE: HARBORLINE IMPORTS LLC",
        "NOTIFY PARTY: CHESAPEAKE CUSTOMS BROKERS INC",
        "NOTIFY EMAIL: IMPORTS@HARBORLINE.EXAMPLE",
        "CONSIGNEE TAX ID: 52-5550134",
        "C/O NO. 12345",
        "FORM A C/O ATTACHED",
        "C/NO. 1-620",
        "620 A/C UNITS",
        "FREIGHT FOR ACCOUNT OF BETA TRADING LLC",
        "ON ACCOUNT OF SHIPPER",
        "DELIVERY TO: COLUMBUS RAMP",
        "IN TRANSIT TO COLUMBUS, OH",
        "THRU-HOLE PARTS",
        "AUTO PARTS FOR ACCOUNT NO 2231",
    ],
)
def test_leaves_alone_what_names_nobody_new(line):
    document = read(goods(line))
    assert (open_fields(document), document.transshipment_ports) == (set(), ())


@pytest.mark.parametrize(
    "change",
    [
        {"remarks": "T/S AT NEW YORK"},
        {"references": [{"type": "FF", "value": "T/S NEW YORK"}]},
        {"customsReferences": [{"type": "ACID", "values": ["VIA NEW YORK"]}]},
        {"charges": [{"chargeName": "OCEAN FREIGHT VIA NEW YORK"}]},
        {"feedbacks": [{"message": "Cargo will be transshipped in New York"}]},
        {"remarks": "Relay port is New York"},
        {"remarks": "Routed thru New York"},
        {"remarks": "Vessel calls New York for transshipment"},
        {"milestones": [{"event": "TRANSSHIPMENT", "location": {"UNLocationCode": "USNYC"}}]},
        {"remarks": "V\u200bIA NEW YORK"},
        {"viaPort": "NEW YORK"},
        {"transshipmentLocation": {"UNLocationCode": "USNYC"}},
        {"customFields": [{"name": "Transshipment port", "value": "NEW YORK"}]},
        {"termsAndConditions": f"{SMALL_PRINT}\nT/S AT NEW YORK"},
        {"consignmentItems": [{"cargoItems": [{"outerPackaging": {"description": "CARTONS VIA NEW YORK"}}]}]},
        {"consignmentItems": [{"descriptionOfGoods": ["ONE LOT OF CARTONS"] * 200 + ["VIA NEW YORK"]}]},
    ],
)
def test_finds_a_port_of_transshipment_wherever_it_stands(change):
    assert [port.locode for port in read(a_bill(**change)).transshipment_ports] == ["USNYC"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"feedbacks": [{"message": "Please amend notify party to BETA BROKERS INC"}]}, "notify_party"),
        ({"amendments": [{"field": "consignee", "newValue": "BETA TRADING LLC"}]}, "consignee"),
        ({"customFields": [{"key": "Second notify party", "value": "BETA BROKERS INC"}]}, "notify_party"),
        ({"termsAndConditions": f"{SMALL_PRINT}\nNOTIFY PARTY 2: BETA BROKERS INC"}, "notify_party"),
        ({"notifyParty": STRANGER}, "notify_party"),
        ({"consignee": STRANGER}, "consignee"),
        ({"additionalParties": [{"type": "NOTIFY", "partyName": "BETA BROKERS INC"}]}, "notify_party"),
        ({"comments": ["POD changed to New York"]}, "transshipment_port"),
        ({"routeDescription": "CNNGB>USNYC>USBAL"}, "transshipment_port"),
        ({"relatedParties": [{"role": "N2", **STRANGER}]}, "notify_party"),
        ({"intermediatePort": {"UNLocationCode": "USNYC"}}, "transshipment_port"),
        ({"portsOfCall": [a_place("CNNGB"), a_place("USNYC"), a_place("USBAL")]}, "transshipment_port"),
        ({"route": ["NINGBO", "NEW YORK", "BALTIMORE"]}, "transshipment_port"),
        ({"secondVesselName": "FEEDER ONE"}, "transshipment_port"),
        ({"shipmentLocations": [{"locationTypeCode": "TSP", "location": a_place("USNYC")}]}, "transshipment_port"),
    ],
)
def test_a_key_that_nobody_has_leaves_its_field_open(change, field):
    assert open_fields(read(a_bill(**change))) == {field}


@pytest.mark.parametrize(
    "change",
    [
        {"termsAndConditions": SMALL_PRINT},
        {"termsAndConditions": SMALL_PRINT.splitlines()},
        {
            "carrierClauses": [
                "Consignee must return the empty container clean.",
                "Signed on behalf of NORTHSTAR LINE A/S",
            ]
        },
        {"carrierClauses": ["Notify Party's telephone number as provided by shipper."]},
        {"customsImportDeclarationProcedure": "The consignee is responsible for import clearance."},
        {"feedbacks": [{"message": "Please advise if you wish to change consignee / notify."}]},
        {"references": [{"type": "FF", "value": "VIA-2231"}, {"type": "CR", "value": "HB-0134"}]},
        {"placeOfIssue": a_place("CNSHA", "SHANGHAI"), "invoicePayableAt": a_place("USNYC")},
        {"houseBillOfLadings": [{"documentParties": {"consignee": STRANGER, "notifyParty": STRANGER}}]},
        {"isTransshipmentAllowed": False, "transshipmentPort": "N/A"},
        {"events": [{"eventType": "LOAD", "place": "NINGBO"}, {"eventType": "DISCHARGE", "place": "BALTIMORE"}]},
        {"link": "https://northstar.example/via/new-york"},
    ],
)
def test_leaves_alone_what_is_printed_for_every_shipment(change):
    document = read(a_bill(**change))
    assert (open_fields(document), document.transshipment_ports, document.cites_instruction) == (set(), (), None)


@pytest.mark.parametrize(
    "change",
    [
        {"references": [{"type": "SI", "value": "ROUTING GUIDE VERSION 2014-03"}]},
        {"routingInstructionVersion": "2014-03"},
        {"routingGuide": "2014-03"},
        {"routingGuide": {"version": "2014-03"}},
        {"sop": "2014-03"},
        {"termsAndConditions": f"{SMALL_PRINT}\nIssued as per routing guide version 2014-03."},
    ],
)
def test_finds_the_version_wherever_it_is_named(change):
    assert read(a_bill(**change)).cites_instruction.version == "2014-03"


def test_the_number_of_shipping_instructions_is_no_version():
    assert read(a_bill(shippingInstructionsReference="SI8268198")).cites_instruction is None


@pytest.mark.parametrize(
    "more",
    [
        {"careOf": "BETA TRADING LLC"},
        {"suite": "9"},
        {"POBox": "77"},
        {"onBehalfOf": STRANGER},
        {"company": {"partyName": "BETA TRADING LLC"}},
        {"name": "BETA TRADING LLC"},
        {"addressLines": ["PIER 4", "NEWARK NJ 07114"]},
        {"address": {"street": "BROENING HIGHWAY", "streetNumber": "2401", "city": "NEWARK"}},
        {"address": {"street": "CHARLES STREET", "streetNumber": "2401", "city": "BALTIMORE"}},
        {"address": {"street": "BROENING HIGHWAY SUITE 900", "streetNumber": "2401", "city": "BALTIMORE"}},
        {"address": {"street": "BROENING HIGHWAY", "city": "BALTIMORE", "stateRegion": "OH"}},
    ],
)
def test_a_consignee_with_another_party_or_address_inside_is_open(more):
    assert open_fields(read(a_bill(parties={"consignee": {**IMPORTER, **more}}))) == {"consignee"}


@pytest.mark.parametrize(
    "more",
    [
        {"address": {"street": "Broening Hwy", "streetNumber": "2401", "city": "Baltimore", "postCode": "21224-1234"}},
        {"identifyingCodes": [{"codeListProvider": "WAVE", "partyCode": "HARBOR", "codeListName": "DID"}]},
        {"typeOfPerson": "LEGAL_PERSON", "reference": "HB-22", "purchaseOrderReferences": ["PO-44718"]},
        {"name": "Harborline Imports LLC"},
    ],
)
def test_a_consignee_that_says_the_same_twice_is_not(more):
    assert open_fields(read(a_bill(parties={"consignee": {**IMPORTER, **more}}))) == set()


@pytest.mark.parametrize("key", ["alsoNotify", "additionalNotifyParties", "secondNotify"])
def test_a_notify_party_under_a_key_of_its_own_is_open(key):
    assert open_fields(read(a_bill(parties={key: [STRANGER]}))) == {"notify_party"}


def test_another_party_that_is_marked_for_notice_is_open():
    agent = {"partyName": "BETA BROKERS INC", "isNotifyParty": True}
    assert open_fields(read(a_bill(parties={"carriersAgentAtDestination": agent}))) == {"notify_party"}


def test_an_ultimate_consignee_among_the_others_is_open():
    others = [{"party": STRANGER, "partyFunction": "UC"}]
    assert open_fields(read(a_bill(parties={"other": others}))) == {"consignee"}


@pytest.mark.parametrize(
    ("inner", "field"),
    [
        ({"documentParties": {"consignee": STRANGER}}, "consignee"),
        ({"documentParties": {"notifyParties": [STRANGER]}}, "notify_party"),
        ({"transports": {"portOfLoading": a_place("CNSHA", "SHANGHAI")}}, "port_of_loading"),
    ],
)
def test_an_inner_paper_that_says_otherwise_is_a_doubt(inner, field):
    assert field in open_fields(read(a_bill(shippingInstruction=inner)))


def test_an_inner_paper_that_says_the_same_is_none():
    inner = {"documentParties": {"consignee": IMPORTER, "notifyParties": [BROKER]}}
    assert read(a_bill(shippingInstruction=inner)).doubts == ()


@pytest.mark.parametrize(
    "more",
    [
        {"facilityCode": "CNSHAYS", "facilityCodeListProvider": "BIC"},
        {"facility": {"facilityCode": "CNSHAYSH", "facilityCodeListProvider": "BIC"}},
        {"portName": "SHANGHAI"},
        {"actualLocation": {"UNLocationCode": "CNSHA"}},
    ],
)
def test_a_place_with_another_port_inside_is_open(more):
    place = {"locationName": "NINGBO, CHINA", "UNLocationCode": "CNNGB", **more}
    assert "port_of_loading" in open_fields(read(a_bill(transports={"portOfLoading": place})))


@pytest.mark.parametrize("code", ["CNNGBBLCT", "BLCT3"])
def test_a_facility_of_the_port_is_not(code):
    place = {"locationName": "NINGBO, CHINA", "UNLocationCode": "CNNGB", "facilityCode": code}
    assert open_fields(read(a_bill(transports={"portOfLoading": place}))) == set()


@pytest.mark.parametrize(
    "legs",
    [
        [a_leg("PRC", 1, "CNNGB", "CNSHA", "BARGE"), a_leg("MNC", 1, "CNSHA", "USBAL")],
        [a_leg("PRC", 1, "CNNGB", "CNSHA", "TRUCK"), a_leg("MNC", 1, "CNSHA", "USBAL")],
        [a_leg("MNC", 1, "CNNGB", "USBAL", status="CANCELLED")],
        [a_leg("MNC", 1, "CNNGB", "USBAL", isCancelled=True)],
        [a_leg("MNC", 1, "CNNGB", "USBAL", loadLocation={})],
    ],
)
def test_a_plan_that_does_not_hold_proves_no_direct_service(legs):
    assert open_fields(read(a_bill(transportPlan=legs))) == {"transshipment_port"}
    assert "transshipment_port" in open_fields(read(a_booking(*legs)))


def test_a_truck_to_the_port_of_loading_and_from_that_of_discharge_leaves_the_plan_alone():
    legs = [
        a_leg("PRC", 1, "CNYIW", "CNNGB", "TRUCK"),
        a_leg("MNC", 1, "CNNGB", "USBAL", status="CONFIRMED"),
        a_leg("ONC", 1, "USBAL", "USCMH", "TRUCK"),
    ]
    assert open_fields(read(a_bill(transportPlan=legs))) == set()


def test_a_terminal_in_the_area_of_the_port_of_loading_leaves_the_plan_alone():
    places = {"POL": "CNSHA", "POD": "USBAL"}
    legs = [
        a_leg("MNC", 1, "CNYSA", "USBAL", vesselName="SKIPJACK"),
    ]
    assert open_fields(read(a_booking(*legs, places=places))) == set()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"handling": {"instructions": {"value": "ALSO NOTIFY BETA BROKERS INC"}}}, "notify_party"),
        ({"secondNotifiedParty": {"name": {"value": "BETA BROKERS INC"}}}, "notify_party"),
        ({"ultimateConsignee": {"name": {"value": "BETA TRADING LLC"}}}, "consignee"),
        ({"transitLocation": a_location("NEW YORK", "USNYC", "US")}, "transshipment_port"),
    ],
)
def test_an_efbl_is_read_beside_its_keys_as_well(change, field):
    assert open_fields(read(an_efbl(**change))) == {field}


@pytest.mark.parametrize("key", ["careOf", "additionalStreetName", "buildingNumber", "postOfficeBox"])
def test_a_part_of_an_efbl_address_that_is_not_printed_is_open(key):
    consignee = {"name": {"value": "ACME LLC"}, "postalAddress": {"cityName": "BALTIMORE", key: "9900 BETA"}}
    assert open_fields(read(an_efbl(consignee=consignee))) == {"consignee"}


@pytest.mark.parametrize(
    "change",
    [
        {"handling": [{"description": {"value": "T/S AT NEW YORK"}}]},
        {"transshipmentLocation": a_location("NEW YORK", "USNYC", "US")},
        {"includedConsignmentItem": [{"transportPackage": [{"typeText": "CARTONS VIA NEW YORK"}]}]},
    ],
)
def test_an_efbl_names_a_port_of_transshipment_wherever_it_stands(change):
    assert check_transshipment(read(an_efbl(**change)), (), PortRule(forbidden=("USNYC",))).status == "mismatch"


def test_the_small_print_of_an_efbl_names_nobody():
    document = read(an_efbl(header={"contractualClause": [{"text": {"value": SMALL_PRINT}}]}))
    assert (open_fields(document), document.transshipment_ports) == (set(), ())


def test_refuses_more_texts_than_any_document_has():
    with pytest.raises(UnreadableDocument):
        read(a_bill(notes=[{"viaPort": f"PORT {number}"} for number in range(60_000)]))
