"""The face speaks, riders continue it, and what stays open is said."""

import pytest

from docvalidate.engines.page import Hidden, Page
from docvalidate.errors import UnreadableDocument
from docvalidate.layout.document import document_of
from docvalidate.model import Doubt, Source
from tests.sheets import ACME, BROKER, a_document, a_face, a_page, a_rider, block, put

SCAN = Page(2, 595.0, 842.0, scanned=True)
TERMS = Page(2, 595.0, 842.0, kind="terms")


def refusal(*pages):
    with pytest.raises(UnreadableDocument) as told:
        document_of(pages, "draft.pdf")
    return told.value.reason, str(told.value)


# --- pages


def test_tells_what_each_page_is():
    document = a_document(a_face(), TERMS, a_rider(put("SEAL 5550001", 42, 100), number=3), Page(4, 595.0, 842.0))
    assert document.pages == ("face", "terms", "rider", "other")


def test_terms_before_the_face_do_not_hide_it():
    document = a_document(TERMS._replace(number=1), a_face(number=2))
    assert (document.pages, document.consignee.text, document.consignee.source.page) == (("terms", "face"), ACME, 2)


def test_a_form_with_few_boxes_is_the_face_where_no_page_has_more():
    page = a_page(put("BOOKING CONFIRMATION", 200, 30, size=14), put("Booking No.: BKG5550001", 42, 100))
    document = a_document(page)
    assert (document.kind, document.booking_number, document.pages) == (
        "booking_confirmation",
        "BKG5550001",
        ("rider",),
    )


# --- papers that cannot be read


def test_says_that_the_pages_are_pictures():
    assert refusal(SCAN) == ("scan", "the pages are pictures without text (a scan): ask for the original file")


def test_says_that_no_page_has_any_text():
    assert refusal(Page(1, 595.0, 842.0)) == ("empty", "no page has any text: ask for the file again")
    assert refusal() == ("empty", "no page has any text: ask for the file again")


def test_says_what_a_paper_of_another_trade_is_headed():
    page = a_page(put("PACKING LIST", 200, 30, size=14), put("24 PALLETS", 42, 100))
    assert refusal(page) == (
        "not-a-transport-document", 'not a bill of lading, waybill or booking: it is headed "PACKING LIST"',
    )  # fmt: skip


def test_an_invoice_with_boxes_for_parties_and_ports_is_an_invoice():
    reason, said = refusal(a_face(title="COMMERCIAL INVOICE"))
    assert (reason, '"COMMERCIAL INVOICE"' in said) == ("not-a-transport-document", True)


def test_says_that_a_letter_has_no_boxes():
    page = a_page(put("Dear Sirs, please find below our best offer", 42, 100))
    assert refusal(page) == (
        "not-a-transport-document",
        "not a bill of lading, waybill or booking: it has no boxes for consignee, notify party and ports",
    )


def test_pages_that_are_pictures_beside_pages_of_text_were_not_read():
    doubt = Doubt(kind="pages_not_read", sources=(Source(document="draft.pdf", page=2),))
    assert a_document(a_face(), SCAN).doubts == (doubt,)
    assert a_document(a_face(), TERMS).doubts == ()


# --- the kind


@pytest.mark.parametrize(
    ("caption", "kind", "number"),
    [
        ("Sea Waybill No.", "sea_waybill", "SW5550001"),
        ("SWB No.", "sea_waybill", "SW5550001"),
        ("运单号", "sea_waybill", "SW5550001"),
        ("B/L No.", "bill_of_lading", "SW5550001"),
    ],
)
def test_tells_the_kind_by_the_number_where_no_title_does(caption, kind, number):
    document = a_document(a_face(title="DRAFT", others={caption: number}))
    assert (document.kind, document.number) == (kind, number)


def test_leaves_the_kind_open_where_nothing_tells():
    document = a_document(a_face(title=""))
    assert (document.kind, document.draft, document.marks, document.bill) == ("unknown", None, (), None)


def test_tells_the_marks_and_whose_bill_it_is():
    document = a_document(a_face(title="HOUSE BILL OF LADING - DRAFT COPY"))
    assert (document.kind, document.draft, document.bill) == ("bill_of_lading", True, "house")
    assert document.marks == ("HOUSE BILL OF LADING - DRAFT COPY",)


# --- numbers, vessel and the rest


def test_reads_the_numbers_in_their_boxes():
    others = {"B/L No.": "HL5550001", "Booking No.": "BKG5550001", "Export References": "PO-44718\nINV-555"}
    document = a_document(a_face(others=others))
    assert (document.number, document.booking_number, document.references) == (
        "HL5550001",
        "BKG5550001",
        ("PO-44718", "INV-555"),
    )


@pytest.mark.parametrize(
    ("others", "number", "booking"),
    [
        ({"Document No.": "5550001"}, "5550001", None),
        ({"Document No.": "5550001", "B/L No.": "HL5550002"}, "HL5550002", "5550001"),
        ({"Document No.": "5550001", "Booking No.": "BKG5550003"}, "5550001", "BKG5550003"),
        ({"Document No.": "5550001", "B/L No.": "HL5550002", "Booking No.": "BKG5550003"}, "HL5550002", "BKG5550003"),
        ({"B/L No.": "XXXXXXXX"}, None, None),
        ({}, None, None),
    ],
)
def test_a_document_number_is_the_bills_or_beside_it_the_bookings(others, number, booking):
    document = a_document(a_face(others=others))
    assert (document.number, document.booking_number) == (number, booking)


@pytest.mark.parametrize(
    ("others", "vessel", "voyage"),
    [
        ({"Vessel": "MAREN EXAMPLE", "Voyage No.": "071E"}, "MAREN EXAMPLE", "071E"),
        ({"Ocean Vessel/Voy. No.": "MAREN EXAMPLE 071E"}, "MAREN EXAMPLE", "071E"),
        ({"Ocean Vessel/Voy. No.": "MAREN EXAMPLE / 071E"}, "MAREN EXAMPLE", "071E"),
        ({"Ocean Vessel/Voy. No.": "MAREN EXAMPLE/071E"}, "MAREN EXAMPLE", "071E"),
        ({"Ocean Vessel/Voy. No.": "MAREN EXAMPLE"}, "MAREN EXAMPLE", None),
        ({"Ocean Vessel/Voy. No.": "MAREN"}, "MAREN", None),
        ({"Vessel and Voyage No.": "MAREN EXAMPLE", "Voyage No.": "071E"}, "MAREN EXAMPLE", "071E"),
        ({"Vessel": "TO BE NAMED"}, "TO BE NAMED", None),
        ({}, None, None),
    ],
)
def test_parts_the_vessel_from_its_voyage(others, vessel, voyage):
    document = a_document(a_face(others=others))
    assert (document.vessel, document.voyage) == (vessel, voyage)


def test_hands_on_what_the_merchant_arranges_onward():
    document = a_document(a_face(others={"Onward inland routing": "BY RAIL TO DAYTON, OH"}))
    assert document.onward_routing == "BY RAIL TO DAYTON, OH"
    assert a_document(a_face()).onward_routing is None


def test_hands_on_the_forwarder_and_the_agent():
    others = {
        "Forwarding agent - references": "EXAMPLE FORWARDERS LTD",
        "For delivery of goods please apply to": "AGENTS B.V.",
    }
    document = a_document(a_face(others=others))
    assert (document.forwarding_agent.text, document.delivery_agent.text) == ("EXAMPLE FORWARDERS LTD", "AGENTS B.V.")
    assert [party.text for party in document.notify_parties] == [BROKER]


def test_cites_the_instruction_that_the_bill_names():
    cited = a_document(a_face(description="24 PALLETS\nAS PER ROUTING GUIDE VERSION 2014-03")).cites_instruction
    assert (cited.text, cited.version, cited.source.page) == ("AS PER ROUTING GUIDE VERSION 2014-03", "2014-03", 1)


# --- hidden words


def hidden(*words, page=None, **others):
    page = page or a_face()
    document = a_document(page._replace(hidden=tuple(words), **others))
    return [(doubt.field, doubt.texts, doubt.sources[0].caption) for doubt in document.doubts]


def a_secret(text, x, top, reason="white"):
    return Hidden((x, top, x + 5.0 * len(text), top + 10.0), text, reason)


@pytest.mark.parametrize(
    ("top", "field"),
    [
        (90, "shipper"), (200, "consignee"), (320, "notify_party"), (355, "port_of_loading"),
        (385, "port_of_discharge"), (415, "place_of_delivery"), (600, None), (700, None),
    ],
)  # fmt: skip
def test_says_in_which_box_hidden_words_lie(top, field):
    assert hidden(a_secret("SECRET", 180, top)) == [(field, ("SECRET",), "white")]


def test_hidden_words_in_the_box_for_a_second_notify_party_are_the_notify_partys():
    page = a_face(others={"Also Notify Party": "SECOND BROKERS LTD\n9 DOCK LANE"})
    assert hidden(a_secret("SECRET", 400, 120), page=page) == [("notify_party", ("SECRET",), "white")]


def test_joins_hidden_words_line_by_line():
    words = [a_secret("LTD", 230, 200), a_secret("9", 180, 212)]
    words += [a_secret("OTHER", 180, 200), a_secret("LANE", 200, 213)]
    document = a_document(a_face()._replace(hidden=tuple(words)))
    (doubt,) = document.doubts
    assert doubt.texts == ("OTHER LTD\n9 LANE",)
    assert doubt.sources == (Source(document="draft.pdf", page=1, box=(180.0, 200.0, 245.0, 223.0), caption="white"),)


def test_keeps_hidden_words_of_two_boxes_apart():
    assert [field for field, *_ in hidden(a_secret("ONE", 180, 200), a_secret("TWO", 180, 320))] == [
        "consignee",
        "notify_party",
    ]


def test_words_under_the_picture_of_a_page_are_the_text_of_a_scan():
    assert hidden(a_secret("SEEN", 180, 200), scanned=True) == []


def test_hidden_words_on_a_page_of_terms_are_nobodys_business():
    assert a_document(a_face(), TERMS._replace(hidden=(a_secret("X", 40, 40),))).doubts == ()


def test_an_open_column_is_no_box_to_hide_in():
    page = a_page(
        put("SEA WAYBILL", 200, 30, size=14), put("Consignee", 42, 100), block(ACME, 42, 112),
        put("Notify Party", 42, 160), block(BROKER, 42, 172), put("Port of Loading", 42, 240), put("NINGBO", 42, 252),
    )  # fmt: skip
    assert hidden(a_secret("TEMPLATE", 42, 780), page=page) == [(None, ("TEMPLATE",), "white")]


def test_two_vessels_prove_that_the_goods_change_over_and_not_where():
    document = a_document(a_face(others={"1st Vessel": "HERON PACIFIC", "2nd Vessel": "HERON ATLANTIC"}))
    first, second = document.legs
    assert (first.load.locode, first.discharge, second.load, second.discharge.locode) == ("CNNGB", None, None, "USBAL")
    assert a_document(a_face(others={"Vessel": "HERON PACIFIC"})).legs == ()
