"""A DCSA arrival notice tells the last vessel, and where the mother vessel was left before it."""

import pytest

from docvalidate.compare.ports import check_transshipment
from docvalidate.model import PortRule, UnreadableDocument

from .dcsa_builders import BROKER, BROKER_TEXT, IMPORTER, IMPORTER_TEXT, a_leg, a_place, read


def a_notice(*, transport=None, **top):
    notice = {
        "carrierContactInformation": [{"name": "IMPORTS", "phone": "+1 410 555 0199"}],
        "transportDocumentReference": "BL1",
        "documentParties": [
            {"partyFunction": "CN", **IMPORTER},
            {"partyFunction": "N1", **BROKER},
            {"partyFunction": "CG", "partyName": "BLUEWATER AGENCIES INC"},
        ],
        "transport": {"portOfLoading": a_place("CNNGB"), "portOfDischarge": a_place("USBAL"), **(transport or {})},
    }
    return {key: it for key, it in {**notice, **top}.items() if it is not None}


def ports(document):
    return [(leg.load and leg.load.locode, leg.discharge and leg.discharge.locode) for leg in document.legs]


def test_reads_the_parties_by_their_function():
    document = read({"arrivalNotices": [a_notice()]})
    assert (document.kind, document.number) == ("arrival_notice", "BL1")
    assert (document.consignee.text, document.delivery_agent.text) == (IMPORTER_TEXT, "BLUEWATER AGENCIES INC")
    assert [party.text for party in document.notify_parties] == [BROKER_TEXT]


def test_reads_the_parties_of_the_beta_by_their_role():
    parties = {"consignee": IMPORTER, "secondNotifyParty": {"partyName": "SECOND"}, "firstNotifyParty": BROKER}
    document = read(a_notice(documentParties=parties))
    assert (document.consignee.text, [party.name for party in document.notify_parties]) == (
        IMPORTER_TEXT, ["CHESAPEAKE CUSTOMS BROKERS INC", "SECOND"],
    )  # fmt: skip


def test_finds_the_address_in_a_location():
    party = {"partyFunction": "CN", "partyName": "ACME", "location": {"address": {"city": "OSLO", "countryCode": "NO"}}}
    assert read(a_notice(documentParties=[party])).consignee.text == "ACME\nOSLO, NORWAY"


def test_one_vessel_proves_no_direct_service():
    document = read(
        a_notice(transport={"legs": [{"vesselVoyage": {"vesselName": "YM M", "carrierImportVoyageNumber": "97E"}}]})
    )
    assert (document.vessel, document.voyage, document.legs) == ("YM M", "97E", ())
    assert check_transshipment(document, (), PortRule(allowed=())).status == "not_shown"


def test_reads_a_plan_with_places():
    legs = [
        a_leg("MNC", 2, "SGSIN", "USBAL", vesselVoyage={"vesselName": "ALBATROS"}),
        a_leg("MNC", 1, "CNNGB", "SGSIN"),
    ]
    document = read(a_notice(transport={"legs": legs}))
    assert (ports(document), document.vessel) == ([("CNNGB", "SGSIN"), ("SGSIN", "USBAL")], "ALBATROS")


def test_the_goods_change_over_where_the_mother_vessel_is_left():
    document = read(
        a_notice(
            transport={"loadLocation": a_place("SGSIN"), "dischargeLocation": a_place("USNYC")},
            vesselVoyageAtDestinationCountry={"name": "ALBATROS", "carrierImportVoyageNumber": "2W"},
            vesselVoyageAtPOD={"name": "MAREN", "carrierImportVoyageNumber": "4E"},
        )
    )
    assert ports(document) == [("CNNGB", "SGSIN"), ("SGSIN", "USNYC"), ("USNYC", "USBAL")]
    assert document.vessel == "MAREN"
    assert check_transshipment(document, (), PortRule(forbidden=("USNYC",))).status == "mismatch"


def test_two_vessels_without_places_change_over_where_nobody_says():
    document = read(
        a_notice(vesselVoyageAtDestinationCountry={"name": "ALBATROS"}, vesselVoyageAtPOD={"name": "MAREN"})
    )
    assert ports(document) == [("CNNGB", None), (None, "USBAL")]


def test_refuses_several_notices_in_one_file():
    with pytest.raises(UnreadableDocument) as told:
        read({"arrivalNotices": [a_notice(), a_notice()]})
    assert told.value.reason == "two-drafts"
