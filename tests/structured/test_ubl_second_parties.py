"""A party within a checked one, or beside it in another role, is told; the same party once more is not."""

import pytest

from docvalidate.errors import UnreadableDocument
from tests.ubl_builders import ADDRESS, a_party, a_ubl, read_ubl

ROGUE = "ROGUE FORWARDING INC"
ELSEWHERE = "<cac:{0}><cbc:StreetName>DOCK ROAD</cbc:StreetName><cbc:CityName>NEWARK</cbc:CityName></cac:{0}>"
LEGAL = "<cac:PartyLegalEntity>{}</cac:PartyLegalEntity>"
LIGHT_ST = ADDRESS.replace("LIGHT STREET", "Light St.").replace("PostalAddress", "Address")


def asked(consignment: str = "", *, inside: str = "", role: str = "ConsigneeParty", after: str = "") -> set[str | None]:
    parties = "".join(
        a_party(it, name, ADDRESS + (inside if it == role else ""))
        for it, name in (("ConsigneeParty", "ACME LLC"), ("NotifyParty", "FIRST BROKER INC"))
    )
    return {doubt.field for doubt in read_ubl(a_ubl(consignment=parties + consignment, after=after)).doubts}


@pytest.mark.parametrize(("role", "field"), [("ConsigneeParty", "consignee"), ("NotifyParty", "notify_party")])
@pytest.mark.parametrize(
    "inside",
    [
        a_party("AgentParty", ROGUE),
        a_party("Party", ROGUE),
        f"<cac:ServiceProviderParty>{a_party('Party', ROGUE)}</cac:ServiceProviderParty>",
        f"<cac:PowerOfAttorney>{a_party('AgentParty', ROGUE)}</cac:PowerOfAttorney>",
        LEGAL.format(a_party("HeadOfficeParty", ROGUE)),
        LEGAL.format(f"<cbc:RegistrationName>{ROGUE}</cbc:RegistrationName>"),
        f"<cac:PartyTaxScheme><cbc:RegistrationName>{ROGUE}</cbc:RegistrationName></cac:PartyTaxScheme>",
        ELSEWHERE.format("PostalAddress"),
        LEGAL.format(ELSEWHERE.format("RegistrationAddress")),
        f"<cac:PhysicalLocation>{ELSEWHERE.format('Address')}</cac:PhysicalLocation>",
        "<cac:PhysicalLocation><cbc:Description>ROGUE WAREHOUSE</cbc:Description></cac:PhysicalLocation>",
        f"<cbc:MarkCare>{ROGUE}</cbc:MarkCare>",
        f'<x:Alt xmlns:x="urn:x"><x:Name>{ROGUE}</x:Name></x:Alt>',
        "<cac:Person><cbc:OrganizationDepartment>ROGUE INC</cbc:OrganizationDepartment></cac:Person>",
    ],
)
def test_a_second_party_within_a_checked_one_leaves_it_open(inside: str, role: str, field: str) -> None:
    assert asked(inside=inside, role=role) == {field}


@pytest.mark.parametrize(
    "inside",
    [
        LEGAL.format("<cbc:RegistrationName>Acme, L.L.C.</cbc:RegistrationName>"),
        f"<cac:PhysicalLocation>{LIGHT_ST}</cac:PhysicalLocation>",
        "<cac:PhysicalLocation><cac:Address><cbc:CityName>Baltimore</cbc:CityName></cac:Address></cac:PhysicalLocation>",
        "<cac:Language><cbc:Name>English</cbc:Name></cac:Language>",
        "<cac:Contact><cbc:ID>Import desk</cbc:ID></cac:Contact>",
        a_party("AgentParty", "ACME LLC", ""),
    ],
)
def test_the_same_party_once_more_is_no_second_one(inside: str) -> None:
    assert asked(inside=inside) == set()


@pytest.mark.parametrize(
    ("role", "field"),
    [
        ("BillOfLadingHolderParty", "consignee"),
        ("UltimateConsigneeParty", "consignee"),
        ("SecondNotifyParty", "notify_party"),
    ],
)
def test_a_party_that_is_consignee_or_notified_in_another_role_is_told(role: str, field: str) -> None:
    assert asked(a_party(role, ROGUE, ELSEWHERE.format("PostalAddress"))) == {field}


@pytest.mark.parametrize(("role", "field"), [("ConsigneeParty", "consignee"), ("NotifyParty", "notify_party")])
@pytest.mark.parametrize("holder", ["ChildConsignment", "TransportHandlingUnit", "Despatch"])
def test_a_checked_role_deep_in_the_file_is_told(holder: str, role: str, field: str) -> None:
    assert asked(f"<cac:{holder}>{a_party(role, ROGUE)}</cac:{holder}>") == {field}


def test_a_digit_that_differs_in_the_second_notify_party_is_told() -> None:
    other = a_party("NotifyParty", "FIRST BROKER INC", ADDRESS.replace("100", "101"))
    assert asked(f"<cac:Despatch>{other}</cac:Despatch>") == {"notify_party"}


@pytest.mark.parametrize(
    "party",
    [
        a_party("DeliveryParty", ROGUE, ""),
        a_party("FinalDeliveryParty", "THE TERMINUS", ELSEWHERE.format("PostalAddress")),
        a_party("NotifyParty", "FIRST BROKER INC", ""),
        a_party("ImporterParty", ROGUE),
    ],
)
def test_whoever_the_goods_are_delivered_to_or_imported_by_may_be_another(party: str) -> None:
    assert asked(after=f"<cac:GoodsItem><cac:Delivery>{party}</cac:Delivery></cac:GoodsItem>") == set()


def test_more_parties_than_any_document_has_are_not_read() -> None:
    with pytest.raises(UnreadableDocument, match="no document has so many"):
        asked("".join(a_party("SecondNotifyParty", f"BROKER {number}", "") for number in range(600)))
