"""Forms that nobody has seen: figures in circles, captions in two lines, letters set apart, blocks side by side."""

import pytest

from docvalidate.layout.captions import read_caption
from docvalidate.layout.fields import read_sheet
from docvalidate.layout.runs import Run
from tests.sheets import ACME, BROKER, a_document, a_face, a_page, a_rider, block, put, values

SECOND = "SECOND BROKERS LTD\n9 DOCK LANE\nNORFOLK, VA 23510, USA"


def role(text):
    caption = read_caption(Run(40.0, 100.0, 300.0, 108.0, text, 8.0, 0))
    return None if caption is None or caption.inline is not None else caption.role


def doubts(*pages):
    return [(doubt.kind, doubt.field) for doubt in a_document(*pages).doubts]


def notify_texts(*pages):
    return [party.text for party in a_document(*pages).notify_parties]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("③ Consignee", "consignee"),
        ("⑨ Port of Discharge", "port_of_discharge"),
        ("❹ Notify Party", "notify_party"),
        ("㈡ 收货人", "consignee"),
        ("（3）Notify Party", "notify_party"),
        ("3、通知人 Notify Party", "notify_party"),
        ("(B) Consignee", "consignee"),
        ("B. Consignee", "consignee"),
        ("N. polizza di carico", "number"),
    ],
)
def test_reads_the_number_of_a_box_however_it_is_written(text, expected):
    assert role(text) == expected


@pytest.mark.parametrize("text", ["A. CONSIGNEE SERVICES LTD", "E. SHIPPER 12 PIER ROAD"])
def test_an_initial_before_a_word_that_looks_like_a_caption_makes_none(text):
    assert role(text) is None


def test_the_second_name_of_a_box_says_what_the_first_leaves_open():
    assert role("BESTIMMUNGSORT / PLACE OF DELIVERY") == "place_of_delivery"
    assert role("Final destination (for the merchant's reference)") == "final_destination"


def test_the_figure_of_a_box_in_another_font_does_not_hide_the_caption_beside():
    page = a_page(
        [*put("⑤", 42, 100, size=6, font=9), *put("Place of Receipt", 48, 100, size=6)],
        [*put("⑥", 222, 100, size=6, font=9), *put("Port of Loading", 228, 100, size=6)],
        put("Zebra field", 402, 100, size=6),
        put("SUZHOU", 48, 110), put("NINGBO", 228, 110), put("ZZZ", 402, 110),
        put("Port of Discharge", 50, 130, size=6), put("BALTIMORE", 50, 140),
    )  # fmt: skip
    assert values(page) == {
        "place_of_receipt": "SUZHOU", "port_of_loading": "NINGBO", "other": "ZZZ", "port_of_discharge": "BALTIMORE",
    }  # fmt: skip


MAERSK = 'Consignee (Negotiable only if consigned "to order", "to order of" a named person or "to order'
ONWARD = "Onward inland routing (Not part of carriage as defined in clause 1. For account and risk of merchant)"


def test_two_captions_with_long_small_print_side_by_side_are_no_prose():
    page = a_page(
        put(MAERSK, 42, 102, size=5), put(ONWARD, 282, 102, size=5),
        put('of bearer". As principal, where "care of", "c/o", or other variants used.)', 42, 108, size=5),
        block(ACME, 42, 118), put("Port of Loading", 42, 182, size=5), put("NINGBO", 42, 190),
        boxes=((40, 100, 280, 180), (280, 100, 560, 180), (40, 180, 280, 200)),
    )  # fmt: skip
    assert values(page)["consignee"] == ACME


def test_a_justified_sentence_is_prose_still():
    page = a_face(
        put("the goods are to be delivered to the", 42, 700, size=6), put("consignee or to the", 165, 700, size=6),
        put("notify party at the port of discharge", 232, 700, size=6),
    )  # fmt: skip
    assert len(read_sheet(page).values("consignee")) == 1


def test_small_print_that_breaks_before_the_name_of_a_box_names_none():
    page = a_page(
        put("NOTIFY PARTIES : (No responsibility shall attach to the carrier for failure to", 42, 102, size=5),
        put("notify - see clause 20)", 42, 108, size=5), block(BROKER, 42, 118), boxes=((40, 100, 300, 180),),
    )  # fmt: skip
    assert [(field.role, field.text) for field in read_sheet(page).fields] == [("notify_party", BROKER)]


def test_a_word_for_notifying_is_a_caption_beside_one_other():
    page = a_page(
        put("Notify", 42, 100, size=6, font=1), put("Ulteriore notify", 302, 100, size=6, font=1),
        block(BROKER, 42, 110), block(SECOND, 302, 110),
        put("Porto di sbarco", 42, 180, size=6, font=1), put("GENOVA", 42, 190),
    )  # fmt: skip
    found = values(page)
    assert (found["notify_party"], found["also_notify"]) == (BROKER, SECOND)


def test_a_caption_goes_on_in_the_next_line():
    page = a_page(
        put("ALSO NOTIFY (Name and address)/DOMESTIC ROUTING/PIER TERMINAL/ONWARD", 42, 102, size=5, font=1),
        put("ROUTING FROM POINT OF DESTINATION", 42, 108, size=5, font=1), block(SECOND, 42, 118),
        put("BESTIMMUNGSORT / PLACE OF", 42, 182, size=5, font=1), put("DELIVERY", 42, 188, size=5, font=1),
        put("COLUMBUS, OH 43228", 42, 200),
        boxes=((40, 100, 230, 180), (40, 180, 230, 240)),
    )  # fmt: skip
    assert values(page) == {"also_notify": SECOND, "place_of_delivery": "COLUMBUS, OH 43228"}


def test_labels_of_two_boxes_under_each_other_are_two():
    page = a_page(
        put("Booking No.", 42, 100, size=6, font=1), put("BKG555", 160, 100, size=6),
        put("Place of Receipt", 42, 107, size=6, font=1), put("NINGBO", 160, 107, size=6),
        put("Port of Discharge", 42, 114, size=6, font=1), put("HAMBURG 2", 160, 114, size=6),
    )  # fmt: skip
    assert values(page) == {"booking_number": "BKG555", "place_of_receipt": "NINGBO", "port_of_discharge": "HAMBURG 2"}


def test_a_first_line_set_like_the_captions_stays_where_such_letters_are_typed():
    page = a_page(
        put("Consignee", 42, 100), block("C/O ANNA BELL\n12 PIER ROAD\nBOSTON", 42, 110),
        put("Port of Loading", 42, 160), put("NINGBO", 42, 170),
        boxes=((40, 98, 300, 158), (40, 158, 300, 190)),
    )  # fmt: skip
    assert values(page)["consignee"] == "C/O ANNA BELL\n12 PIER ROAD\nBOSTON"


def test_a_label_without_a_colon_that_no_dictionary_knows_ends_the_value_above():
    rows = (("Notify 1", BROKER), ("Zebra-Nr.", "ZZZ 12"), ("Ladehafen", "NINGBO"), ("Schiff", "ONE 1"))
    words, top = [], 100.0
    for label, text in rows:
        words += [put(label, 42, top, size=7, font=1), block(text, 160, top)]
        top += 14.0 + 12.0 * text.count("\n")
    found = values(a_page(*words))
    assert (found["notify_party"], found["other"]) == (BROKER, "ZZZ 12")


def test_letters_set_apart_are_a_caption_of_two_words():
    page = a_page(
        [word for place, it in enumerate("NOTIFY") for word in put(it, 42 + place * 5, 100, size=6)],
        [word for place, it in enumerate("PARTY") for word in put(it, 76 + place * 5, 100, size=6)],
        block(BROKER, 42, 110), boxes=((40, 98, 300, 180),),
    )  # fmt: skip
    assert values(page) == {"notify_party": BROKER}


def test_single_letters_of_a_name_are_left_as_they_are():
    page = a_face(consignee="A B C IMPORTS LLC\n12 PIER ROAD")
    assert values(page)["consignee"] == "A B C IMPORTS LLC\n12 PIER ROAD"


def beside(right, *, size=10.0):
    """Consignee and notify party without rulings, and a block right of the consignee that no caption names."""
    return a_page(
        put("SEA WAYBILL - DRAFT", 42, 20, size=14), put("Consignee", 42, 80, size=6), block(ACME, 42, 90),
        block(right, 330, 90, size=size), put("Notify Party", 42, 160, size=6), block(BROKER, 42, 170),
        put("Port of Loading", 42, 240, size=6), put("NINGBO", 42, 250),
        put("Port of Discharge", 242, 240, size=6), put("BALTIMORE", 242, 250),
    )  # fmt: skip


def test_a_company_beside_a_party_is_no_part_of_it_and_is_asked_about():
    document = a_document(beside("EXAMPLE LINES AG\n7 FREE PORT\nBASEL"))
    assert document.consignee.text == ACME
    assert [(it.kind, it.field) for it in document.doubts] == [("ambiguous", "consignee")]


def test_a_letterhead_beside_a_party_is_nobodys_question():
    document = a_document(beside("EXAMPLE LINES AG\nBASEL", size=13.0))
    assert (document.consignee.text, document.doubts) == (ACME, ())


def test_a_column_of_contacts_beside_an_address_stays_with_it():
    document = a_document(beside("TEL 617 555 0100\nFAX 617 555 0101"))
    assert document.consignee.text.splitlines()[0] == "ACME IMPORTS LLC TEL 617 555 0100"


def test_the_rider_to_which_a_number_refers_names_one_more_party():
    face = a_face(notify=f"{BROKER}\n2) SEE RIDER PAGE")
    assert notify_texts(face, a_rider(Notify_Party=SECOND)) == [BROKER, SECOND]
    assert doubts(face) == [("rider_missing", "notify_party")]


def test_goods_after_a_free_line_on_a_rider_are_no_part_of_a_party():
    rider = a_rider(Notify_Party=f"{SECOND}\n \nCONTAINER ABCU1234560 24 PALLETS")
    assert notify_texts(a_face(notify=f"{BROKER}\n2) SEE RIDER PAGE"), rider) == [BROKER, SECOND]


def test_a_company_after_a_free_line_on_a_rider_is_not_lost():
    rider = a_rider(Notify_Party=f"{SECOND}\n \nCARGO WATCH LTD\n4 DOCK LANE")
    assert "CARGO WATCH LTD" in "".join(notify_texts(a_face(notify=f"{BROKER}\n2) SEE RIDER PAGE"), rider))


@pytest.mark.parametrize("words", ["AS PER PAGE 1", "SAME AS PAGE 1", "SEE FIRST PAGE", "AS ON SHEET NO. 1"])
def test_a_continuation_sheet_that_refers_back_names_nobody(words):
    document = a_document(a_face(), a_face(consignee=words, notify=words, number=2))
    assert (document.consignee.text, [it.text for it in document.notify_parties]) == (ACME, [BROKER])
    assert document.doubts == ()


def test_a_first_page_that_refers_to_itself_is_not_silent():
    assert a_document(a_face(consignee="AS PER PAGE 1")).consignee.text == "AS PER PAGE 1"


def test_a_continuation_sheet_with_another_party_is_asked_about():
    assert doubts(a_face(), a_face(consignee=SECOND, number=2)) == [("ambiguous", "consignee")]


def test_the_dots_that_lead_from_a_value_are_no_part_of_it():
    page = a_face(consignee="ACME IMPORTS LLC..........\n12 PIER ROAD ..........", discharge="BALTIMORE, MD......")
    document = a_document(page)
    assert document.consignee.text == "ACME IMPORTS LLC\n12 PIER ROAD"
    assert document.port_of_discharge.text == "BALTIMORE, MD"


def test_a_route_in_the_box_for_one_more_party_is_no_party_and_no_question():
    document = a_document(
        a_face(others={"Also Notify Party-routing & Instructions": "GOODS TO BE TRANSHIPPED AT BUSAN"})
    )
    assert [it.text for it in document.notify_parties] == [BROKER]
    assert [it.locode for it in document.transshipment_ports] == ["KRPUS"]
    assert document.doubts == ()


@pytest.mark.parametrize("line", ["TO BE TRANSHIPPED AT\nCARTAGENA, COLOMBIA", "SHIPPED VIA PORT\nKLANG, MALAYSIA"])
def test_a_route_that_breaks_before_the_port_is_told_still(line):
    ports = a_document(a_face(description=f"24 PALLETS\n{line}")).transshipment_ports
    assert [port.locode for port in ports] in (["COCTG"], ["MYPKG"])


def test_a_word_for_a_route_at_the_end_of_a_line_makes_no_port_of_what_follows():
    assert a_document(a_face(description="INVOICE SENT VIA\n24 PALLETS")).transshipment_ports == ()


def overflowing(step):
    """A consignee whose fourth line stands so far below the third, at the edge of its box or below it."""
    return a_page(
        put("SEA WAYBILL - DRAFT", 42, 20, size=14), put("Shipper", 42, 42, size=5), block("MAKER CO\nNINGBO", 42, 50),
        put("Consignee", 42, 82, size=5), block(ACME, 42, 90), put("ON BEHALF OF ANNA BELL", 42, 114 + step),
        put("Notify Party", 42, 130, size=5), block(BROKER, 42, 138),
        put("Port of Discharge", 42, 202, size=5), put("BALTIMORE", 42, 210),
        boxes=((40, 40, 300, 80), (40, 80, 300, 128), (40, 128, 300, 200), (40, 200, 300, 240)),
    )  # fmt: skip


def test_a_line_that_runs_over_the_rule_below_its_box_is_not_lost():
    document = a_document(overflowing(12.0))
    assert document.consignee.text == f"{ACME}\nON BEHALF OF ANNA BELL"
    assert [party.text for party in document.notify_parties] == [BROKER]


def test_the_first_line_of_the_next_box_stays_there():
    page = a_page(
        put("SEA WAYBILL - DRAFT", 42, 20, size=14),
        put("Consignee", 42, 82, size=5), block(ACME, 42, 90), put("Notify Party", 42, 127, size=5),
        block(BROKER, 42, 128.5), put("Port of Discharge", 42, 202, size=5), put("BALTIMORE", 42, 210),
        boxes=((40, 80, 300, 126), (40, 126, 300, 200), (40, 200, 300, 240)),
    )  # fmt: skip
    found = values(page)
    assert (found["consignee"], found["notify_party"]) == (ACME, BROKER)


def a_worksheet(*rows):
    """A worksheet printed with its grid: one line a cell, labels left of the values, in two pairs of columns."""
    xs, words, boxes = (40.0, 130.0, 330.0, 430.0, 560.0), [], []
    for number, row in enumerate(rows):
        top = 60.0 + 12.0 * number
        words += [put(text, xs[column] + 2, top + 2, size=8) for column, text in enumerate(row) if text]
        boxes += [(xs[column], top, xs[column + 1], top + 12.0) for column in range(4)]
    return a_page(*words, boxes=tuple(boxes))


def test_an_address_with_a_cell_for_each_line_is_one_party():
    page = a_worksheet(
        ("Shipper:", "MAKER CO", "SWB No.", "SWB5550001"), ("", "NINGBO, CHINA"),
        ("Consignee:", "ACME IMPORTS LLC", "Booking No.", "BKG5550001"), ("", "12 PIER ROAD"), ("", "BOSTON, MA 02110"),
        ("Notify Party:", "HARBOUR BROKERS INC", "Vessel", "ONE"), ("", "7 QUAY STREET", "Voyage", "12"),
        ("Also Notify:", "SECOND BROKERS LTD"), ("", "9 DOCK LANE"),
        ("Port of Loading:", "NINGBO", "Port of Discharge:", "BALTIMORE, MD"), ("Goods:", "24 PALLETS"),
    )  # fmt: skip
    found = values(page)
    assert found["consignee"] == "ACME IMPORTS LLC\n12 PIER ROAD\nBOSTON, MA 02110"
    assert found["notify_party"] == "HARBOUR BROKERS INC\n7 QUAY STREET"
    assert found["also_notify"] == "SECOND BROKERS LTD\n9 DOCK LANE"
    assert found["port_of_discharge"] == "BALTIMORE, MD"


def test_the_heading_of_the_next_section_is_no_line_of_a_party():
    page = a_page(
        put("Consignee", 42, 80, size=6), block(ACME, 42, 90), put("Also notify", 42, 140, size=6),
        block(SECOND, 42, 150), put("Route", 42, 192, size=12, font=1),
        put("Port of Loading", 42, 214, size=6), put("NINGBO", 42, 222), rules=((206, 40, 560),),
    )  # fmt: skip
    assert values(page)["also_notify"] == SECOND


def test_a_company_in_large_letters_over_a_rule_is_no_heading():
    page = a_page(
        put("Consignee", 42, 80, size=6), block(ACME, 42, 90), put("Also notify", 42, 140, size=6),
        block(SECOND, 42, 150), put("ANCHOR LTD", 42, 192, size=12, font=1),
        put("Port of Loading", 42, 214, size=6), put("NINGBO", 42, 222), rules=((206, 40, 560),),
    )  # fmt: skip
    assert values(page)["also_notify"] == f"{SECOND}\nANCHOR LTD"
