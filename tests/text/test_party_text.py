"""A party's text is taken apart as printed."""

import pytest

from docvalidate.model import Party, Source
from docvalidate.text.party import as_party, is_to_order, parse_party, refers_above, same_as, says_nothing

BROKER = (
    "LAKE CUSTOMS SERVICES INC, 525 WEST\nMONROE STREET, SUITE 900, CHICAGO, IL 60661, USA\n"
    "TEL +1 312 555 0145 EMAIL ENTRIES@LAKE.EXAMPLE"
)


def test_a_party_keeps_its_text_and_shows_its_parts():
    source = Source(document="draft.pdf", page=1)
    assert as_party(BROKER, source) == Party(
        text=BROKER,
        name="LAKE CUSTOMS SERVICES INC",
        address=("525 WEST", "MONROE STREET, SUITE 900, CHICAGO, IL 60661, USA"),
        country="US",
        postal_code="60661",
        phones=("+13125550145",),
        emails=("ENTRIES@LAKE.EXAMPLE",),
        source=source,
    )


def test_the_address_begins_after_the_name_and_leaves_out_contacts_and_tax_numbers():
    party = as_party("HALL HANDEL AB\nKAJEN 7\n417 56 GÖTEBORG, SWEDEN\nORG.NO 556555-0123")
    assert (party.name, party.address) == ("HALL HANDEL AB", ("KAJEN 7", "417 56 GÖTEBORG, SWEDEN"))
    assert (party.postal_code, party.country, party.tax_ids) == ("417 56", "SE", ("ORG.NO 556555-0123",))


def test_a_name_over_two_lines_is_one_name():
    party = as_party("DESPACHOS DO PORTO ASSESSORIA\nADUANEIRA LTDA.\nRUA SUL, 65\nSANTOS - SP, CEP 11010-151, BRAZIL")
    assert party.name == "DESPACHOS DO PORTO ASSESSORIA ADUANEIRA LTDA"
    assert (party.address, party.postal_code) == (("RUA SUL, 65", "SANTOS - SP, CEP 11010-151, BRAZIL"), "11010-151")


def test_a_name_alone_has_no_address():
    assert as_party("HALL LLC").address == ()


def test_agents_units_and_contacts_have_parts_of_their_own():
    parts = parse_party(
        "HALL INC O/B/O DOE LLC\nC/O ROE WAREHOUSING LLC\n4100 N. CENTRAL ROAD, BLDG. 3, FLOOR 2\nPO BOX 55\n"
        "DALLAS, TX 75204, USA\nATTN: J. DOE\nFAX +1 214 555 0124\nWWW.HALL.EXAMPLE\nEIN 12-3456789"
    )
    assert (parts.care_of, parts.on_behalf_of) == ("C/O ROE WAREHOUSING LLC", "DOE LLC")
    assert (parts.building, parts.floor, parts.po_box) == ("BLDG. 3", "FLOOR 2", "PO BOX 55")
    assert (parts.street_number, parts.street) == ("4100", "N. CENTRAL ROAD")
    assert (parts.city, parts.state, parts.postal_code, parts.country_code) == ("DALLAS", "TX", "75204", "US")
    assert (parts.attention, parts.faxes, parts.websites, parts.tax_ids) == (
        "ATTN: J. DOE",
        ("FAX +1 214 555 0124",),
        ("WWW.HALL.EXAMPLE",),
        ("EIN 12-3456789",),
    )


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("SAME AS CONSIGNEE", "consignee"),
        ("Same as consignee.", "consignee"),
        ("同收货人", "consignee"),
        ("IDEM CONSIGNATARIO", "consignee"),
        ("AS ABOVE", "consignee"),
        ("DITTO", "consignee"),
        ("SAME AS CONSIGNEE ABOVE", "consignee"),
        ("SAME AS CONSIGNEE AS STATED ABOVE", "consignee"),
        ("SAME AS ABOVE CONSIGNEE", "consignee"),
        ("AS PER CONSIGNEE", "consignee"),
        ("SAME AS PER CONSIGNEE", "consignee"),
        ("SAME AS CNEE", "consignee"),
        ("SAME AS ABOVE NOTIFY PARTY", "notify_party"),
        ("AS PER CONSIGNEE LOGISTICS LLC", None),
        ("CONSIGNEE ABOVE", None),
        ("SAME AS NOTIFY PARTY", "notify_party"),
        ("SAME AS SHIPPER", "shipper"),
        ("ABOVE ALL LOGISTICS LLC", None),
        ("SAME DAY COURIERS INC", None),
    ],
)
def test_a_reference_names_the_box_it_stands_for(text, role):
    assert same_as(text) == role


def test_above_is_told_from_a_named_box():
    assert refers_above("SAME AS ABOVE") and refers_above("IDEM")
    assert not refers_above("SAME AS CONSIGNEE ABOVE") and not refers_above("HALL LLC")


@pytest.mark.parametrize(
    "text", ["TO ORDER", "To the order of Banco Sur", "UNTO ORDER OF SHIPPER", "凭指示", "A LA ORDEN"]
)
def test_an_order_party_is_seen(text):
    assert is_to_order(text)


@pytest.mark.parametrize("text", ["ORDER SUPPLIES LTD", "TORONTO ORDER DESK INC"])
def test_a_company_with_order_in_its_name_is_no_order(text):
    assert not is_to_order(text)


@pytest.mark.parametrize("text", ["", "XXXXXXXX", "*****", "N/A", "NIL", "---"])
def test_filler_names_nobody(text):
    assert says_nothing(text)
