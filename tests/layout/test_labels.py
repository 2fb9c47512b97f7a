"""What names a box is found among what fills it: unknown captions, broken ones, small print, prose and typed words."""

import pytest

from docvalidate.engines.page import Word
from docvalidate.layout.fields import read_sheet
from tests.sheets import ACME, BROKER, a_face, a_page, block, put, values


def test_an_unknown_caption_among_known_ones_ends_their_values():
    page = a_page(
        put("Port of Loading", 42, 100, size=6), put("Zebra field", 182, 100, size=6),
        put("Place of Delivery", 322, 100, size=6),
        put("NINGBO", 42, 110), put("ZZZ", 182, 110), put("COLUMBUS", 322, 110),
        put("Port of Discharge", 42, 130, size=6), put("BALTIMORE", 42, 140),
    )  # fmt: skip
    assert values(page) == {
        "port_of_loading": "NINGBO", "other": "ZZZ", "place_of_delivery": "COLUMBUS",
        "port_of_discharge": "BALTIMORE",
    }  # fmt: skip


def test_an_unknown_caption_with_a_colon_ends_the_value_above_it():
    page = a_page(
        put("Consignee:", 42, 100), put("ACME LLC", 160, 100),
        put("Notify Party:", 42, 130), put("BROKERS INC", 160, 130),
        put("Port of Loading:", 42, 160), put("NINGBO", 160, 160), put("Zebra field:", 42, 175), put("ZZZ", 160, 175),
    )  # fmt: skip
    found = values(page)
    assert (found["port_of_loading"], found["other"]) == ("NINGBO", "ZZZ")


@pytest.mark.parametrize(
    "contact", ["TEL: +1 617 555 0100", "VAT NO: 5550001", "ATTN: J DOE", "E-MAIL: ops@broker.example"]
)
def test_a_contact_line_with_a_colon_stays_with_its_party(contact):
    page = a_page(
        put("Consignee:", 42, 100), block("ACME LLC\n12 PIER ROAD", 42, 112), put("Notify Party:", 42, 150),
        block(f"BROKERS INC\n7 QUAY STREET\n{contact}", 42, 162),
        put("Port of Loading:", 42, 210), put("NINGBO", 160, 210),
    )  # fmt: skip
    assert values(page)["notify_party"] == f"BROKERS INC\n7 QUAY STREET\n{contact}"


def test_small_print_in_brackets_over_several_lines_is_no_value():
    page = a_page(
        put("Notify Party (It is agreed that no responsibility shall be", 42, 102, size=5),
        put("attached to the Carrier or its Agents for failure to notify)", 42, 108, size=5), block(BROKER, 42, 118),
        put("Consignee", 42, 182, size=5), put("(Complete name and address)", 42, 188, size=5), block(ACME, 42, 198),
        boxes=((40, 100, 300, 180), (40, 180, 300, 260)),
    )  # fmt: skip
    assert values(page) == {"notify_party": BROKER, "consignee": ACME}


def test_words_typed_into_a_box_that_look_like_captions_stay_in_it():
    page = a_face(description="24 PALLETS TABLEWARE\nVESSEL\nFREIGHT")
    assert values(page)["description"] == "24 PALLETS TABLEWARE\nVESSEL\nFREIGHT"


def test_a_company_whose_name_begins_like_a_caption_is_a_value():
    page = a_face(consignee="VESSEL SUPPLY LTD\n12 PIER ROAD", notify="CARGO SERVICES INC\n7 QUAY STREET")
    found = values(page)
    assert (found["consignee"], found["notify_party"]) == (
        "VESSEL SUPPLY LTD\n12 PIER ROAD",
        "CARGO SERVICES INC\n7 QUAY STREET",
    )


def test_the_contract_under_the_form_is_no_value():
    clause = (
        "RECEIVED by the Carrier from the Shipper in apparent good order and condition, unless otherwise\n"
        "indicated herein, the goods or the container(s) said to contain the goods herein mentioned, to be\n"
        "carried to the place of delivery and there to be handed to the consignee or his agents"
    )
    page = a_page(put("Consignee", 42, 100), put("ACME LLC", 42, 112), block(clause, 42, 127, size=6))
    sheet = read_sheet(page)
    assert values(page) == {"consignee": "ACME LLC"}
    assert len(sheet.prose) == 3


def test_a_line_of_dashes_set_apart_is_a_ruling():
    page = a_page(
        put("Consignee", 42, 100), put("ACME LLC", 42, 112), put("- " * 30, 42, 126), put("CARRIER LINES", 42, 140),
        put("Notify Party", 302, 100), put("BROKERS INC", 302, 112),
    )  # fmt: skip
    assert values(page) == {"consignee": "ACME LLC", "notify_party": "BROKERS INC"}


def test_a_row_of_captions_in_capitals_and_their_values_below():
    page = a_page(
        put("VESSEL", 42, 100), put("VOYAGE NO.", 202, 100), put("PORT OF LOADING", 322, 100),
        put("MAREN EXAMPLE", 42, 113), put("071E", 202, 113), put("NINGBO, CHINA", 322, 113),
    )  # fmt: skip
    assert values(page) == {"vessel": "MAREN EXAMPLE", "voyage": "071E", "port_of_loading": "NINGBO, CHINA"}


def test_a_value_keeps_the_place_of_a_free_line():
    page = a_page(
        put("Notify Party", 42, 100), block("ONE LTD\n1 ROAD", 42, 112), put("TWO LTD", 42, 148),
        put("Consignee", 302, 100),
    )  # fmt: skip
    (field,) = read_sheet(page).values("notify_party")
    assert (field.lines, field.breaks) == (("ONE LTD", "1 ROAD", "TWO LTD"), (2,))


def test_an_address_on_the_run_of_its_caption_goes_on_below():
    page = a_page(
        put("Consignee: ACME LLC", 42, 100), put("12 PIER ROAD", 102, 112), put("Notify Party: BROKERS INC", 42, 140),
        put("7 QUAY STREET", 117, 152),
    )  # fmt: skip
    assert values(page) == {"consignee": "ACME LLC\n12 PIER ROAD", "notify_party": "BROKERS INC\n7 QUAY STREET"}


def test_a_number_ends_at_the_first_wide_gap():
    number = (put("B/L No.", 42, 100), put("SW5550001", 42, 112), put("1 OF 3", 160, 112))
    page = a_page(*number, put("Consignee", 302, 100))
    (field,) = read_sheet(page).values("number")
    assert field.first == "SW5550001"


def test_an_empty_page_has_no_fields():
    assert values(a_page()) == {}


def test_a_caption_set_sideways_names_the_box_beside_it():
    page = a_page(
        block(ACME, 72, 112), block(BROKER, 72, 192),
        boxes=((40, 100, 60, 180), (60, 100, 300, 180), (40, 180, 60, 260), (60, 180, 300, 260)),
    )  # fmt: skip
    sideways = (Word(45, 115, 55, 165, "Consignee", 10), Word(45, 190, 55, 250, "Notify Party", 10))
    assert values(page._replace(sideways=sideways)) == {"consignee": ACME, "notify_party": BROKER}
