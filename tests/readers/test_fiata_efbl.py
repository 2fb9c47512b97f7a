"""A FIATA eFBL is read by the names of its keys, which the words of its schema exchange."""

import json

import pytest

from docvalidate.compare.ports import check_transshipment
from docvalidate.model import PortRule, UnreadableDocument

from .dcsa_builders import read

PARTY = {
    "name": {"value": "ACME LLC"},
    "postalAddress": {
        "streetName": "100 LIGHT STREET", "cityName": "BALTIMORE", "countrySubDivisionName": "MD", "postcode": "21202",
        "countryCode": "US",
    },
    "definedContactDetails": {
        "personName": {"value": "J. DOE"}, "telephone": {"value": "+1 410 555 0134"}, "emailAddress": {"value": "N/A"},
    },
    "taxRegistration": [{"value": "52-5550134", "identificationScheme": "EIN"}],
}  # fmt: skip
PRINTED = "ACME LLC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA\nATTN: J. DOE\nTEL +1 410 555 0134\nEIN 52-5550134"


def a_location(name, code=None, country=None):
    return {"id": code, "name": {"value": name}, "countryCode": country}


def an_efbl(*, header=None, **consignment):
    whole = {
        "consignee": PARTY,
        "notifiedParty": [{"name": {"value": "FIRST"}}, {"name": {"value": "SECOND"}}],
        "loadingBaseportLocation": a_location("NINGBO", "CNNGB", "CN"),
        "unloadingBaseportLocation": a_location("BALTIMORE, MD, USA", "USBAL", "US"),
        "carrierAcceptanceLocation": a_location("YIWU", None, "CN"),
        "mainCarriageTransportMovement": [a_ship("MAREN")],
    }
    return {
        "exchanged_document": {"id": "FBL-1", **(header or {})},
        "supply_chain_consignment": {key: it for key, it in {**whole, **consignment}.items() if it is not None},
    }


def a_ship(name, code="1501"):
    return {"typeCode": {"value": code}, "name": {"value": name}, "voyageNumber": {"value": "4E"}}


def test_reads_parties_and_places():
    document = read(an_efbl())
    assert (document.kind, document.bill, document.number, document.draft) == ("bill_of_lading", "house", "FBL-1", None)
    assert (document.consignee.text, [party.text for party in document.notify_parties]) == (
        PRINTED,
        ["FIRST", "SECOND"],
    )
    assert (document.port_of_loading.text, document.port_of_loading.locode) == ("NINGBO, CHINA", "CNNGB")
    assert (document.port_of_discharge.text, document.port_of_discharge.locode) == ("BALTIMORE, MD, USA", "USBAL")
    assert (document.vessel, document.voyage, document.legs, document.doubts) == ("MAREN", "4E", (), ())
    assert document.consignee.source.path == "$.supply_chain_consignment.consignee"


def test_the_carrier_accepts_at_the_place_of_receipt_and_a_person_is_told():
    document = read(an_efbl(consigneeReceiptLocation=a_location("COLUMBUS, OH", "USCMH", "US")))
    assert (document.place_of_receipt.text, document.place_of_delivery.locode) == ("YIWU, CHINA", "USCMH")
    assert [(doubt.kind, doubt.field, doubt.texts) for doubt in document.doubts] == [
        ("convention", "place_of_delivery", (
            "place of delivery (consigneeReceiptLocation): COLUMBUS, OH, USA",
            "place of receipt (carrierAcceptanceLocation): YIWU, CHINA",
        ))
    ]  # fmt: skip


def test_keeps_the_lines_of_a_street_and_names_a_number_once():
    contact = {"telephone": {"value": "+1 410 555 0134"}, "mobileTelephone": {"value": "+1 410 555 0134"}}
    party = {
        "name": {"value": "ACME"},
        "postalAddress": {"streetName": "PIER 4\nSUITE 2"},
        "definedContactDetails": contact,
    }
    assert read(an_efbl(consignee=party)).consignee.text == "ACME\nPIER 4\nSUITE 2\nTEL +1 410 555 0134"


def test_says_nothing_of_the_convention_where_it_makes_no_difference():
    assert read(an_efbl(consigneeReceiptLocation=a_location("YIWU", None, "CN"))).doubts == ()


def test_two_ships_change_over_where_nobody_says():
    document = read(an_efbl(mainCarriageTransportMovement=[a_ship("MAREN"), a_ship("ALBATROS")]))
    assert [leg.vessel for leg in document.legs] == ["MAREN", "ALBATROS"]
    assert check_transshipment(document, (), PortRule(allowed=("SGSIN",))).status == "not_shown"


def test_a_ship_and_a_truck_are_no_two_ships():
    assert read(an_efbl(mainCarriageTransportMovement=[a_ship("MAREN"), a_ship("TRUCK 1", "31")])).legs == ()


def test_doubts_a_country_whose_name_and_code_differ():
    party = {"name": {"value": "ACME"}, "postalAddress": {"countryCode": "KR", "countryName": "Japan"}}
    document = read(an_efbl(consignee=party))
    assert document.consignee.text == "ACME\nJapan"
    assert [(doubt.kind, doubt.field, doubt.texts) for doubt in document.doubts] == [
        ("ambiguous", "consignee", ("Japan", "KR"))
    ]


@pytest.mark.parametrize(("status", "draft"), [("Draft", True), ("ISSUED", False), ("x9", None), (None, None)])
def test_is_a_draft_only_where_the_status_says_so(status, draft):
    assert read(an_efbl(header={"documentStatus": {"value": status}})).draft is draft


def test_finds_the_transshipment_in_the_description():
    goods = {"cargoNatureIdentification": {"identificationText": [{"value": "620 CARTONS\nT/S AT SINGAPORE"}]}}
    assert [port.locode for port in read(an_efbl(includedConsignmentItem=[goods])).transshipment_ports] == ["SGSIN"]


def test_refuses_a_key_that_stands_twice():
    data = json.dumps(an_efbl()).encode().replace(b'"notifiedParty"', b'"consignee": {}, "notifiedParty"')
    with pytest.raises(UnreadableDocument) as told:
        read(data)
    assert told.value.reason == "damaged"


def test_refuses_what_no_paper_is_as_large_as():
    with pytest.raises(UnreadableDocument) as told:
        read(an_efbl(notifiedParty=[PARTY] * 50))
    assert told.value.reason == "too-large"
