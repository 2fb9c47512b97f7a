"""Each caption gets its own value, however the form is built."""

from tests.sheets import a_page, block, put, values

ACME = "ACME IMPORTS LLC\n12 PIER ROAD\nBOSTON, MA 02110, USA"
BROKER = "HARBOUR BROKERS INC\n7 QUAY STREET"


def test_takes_the_text_of_a_closed_box():
    page = a_page(
        put("Consignee", 42, 102, size=6), block(ACME, 42, 112),
        put("Notify Party", 42, 182, size=6), block(BROKER, 42, 192),
        boxes=((40, 100, 300, 180), (40, 180, 300, 260)),
    )  # fmt: skip
    assert values(page) == {"consignee": ACME, "notify_party": BROKER}


def test_leaves_an_empty_box_empty_and_does_not_take_its_neighbours_text():
    page = a_page(
        put("Consignee", 42, 102, size=6), block(ACME, 42, 112),
        put("Notify Party", 42, 182, size=6),
        put("Delivery agent", 302, 182, size=6), block(BROKER, 302, 192),
        put("Port of loading", 42, 262, size=6), put("NINGBO", 42, 270),
        boxes=((40, 100, 300, 180), (40, 180, 300, 260), (300, 180, 560, 260), (40, 260, 300, 290)),
    )  # fmt: skip
    assert values(page) == {
        "consignee": ACME, "notify_party": "", "delivery_agent": BROKER, "port_of_loading": "NINGBO",
    }  # fmt: skip


def test_takes_the_cell_below_a_shaded_header():
    page = a_page(
        put("Consignee", 42, 101), block(ACME, 42, 118),
        put("Notify Party", 302, 101), block(BROKER, 302, 118),
        shaded=((40, 100, 300, 113), (300, 100, 560, 113)),
        boxes=((40, 113, 300, 180), (300, 113, 560, 180)),
    )  # fmt: skip
    assert values(page) == {"consignee": ACME, "notify_party": BROKER}


def test_is_not_misled_by_the_stripes_of_listing_paper():
    page = a_page(
        put("CONSIGNEE:", 42, 101), block(ACME, 52, 117),
        put("NOTIFY PARTY:", 42, 165), block(BROKER, 52, 181),
        shaded=((30, 97, 560, 113), (30, 129, 560, 145), (30, 161, 560, 177)),
    )  # fmt: skip
    assert values(page) == {"consignee": ACME, "notify_party": BROKER}


def test_takes_the_text_right_of_captions_without_any_ruling():
    page = a_page(
        put("Consignee:", 42, 100), block(ACME, 180, 100),
        put("Notify:", 42, 150), block(BROKER, 180, 150),
        put("Port of discharge:", 42, 190), put("BALTIMORE, MD", 180, 190),
    )  # fmt: skip
    assert values(page) == {"consignee": ACME, "notify_party": BROKER, "port_of_discharge": "BALTIMORE, MD"}


def test_takes_the_text_on_the_same_run_after_a_colon():
    page = a_page(put("Port of Loading: NINGBO, CHINA", 42, 100), put("Port of Discharge: BALTIMORE", 42, 115))
    assert values(page) == {"port_of_loading": "NINGBO, CHINA", "port_of_discharge": "BALTIMORE"}


def test_takes_the_label_and_value_cells_of_a_grid():
    page = a_page(
        put("Consignee", 42, 120), block(ACME, 152, 104),
        put("Notify Party", 42, 180), block(BROKER, 152, 174),
        put("Port of Loading", 42, 213), put("NINGBO", 152, 213),
        boxes=((40, 100, 150, 150), (150, 100, 560, 150), (40, 150, 150, 210), (150, 150, 560, 210),
               (40, 210, 150, 230), (150, 210, 560, 230)),
    )  # fmt: skip
    assert values(page) == {"consignee": ACME, "notify_party": BROKER, "port_of_loading": "NINGBO"}


def test_gives_a_row_of_values_to_the_captions_above_and_leaves_the_last_one_empty():
    page = a_page(
        put("Port of Loading", 42, 100), put("Port of Discharge", 202, 100), put("Place of Delivery", 382, 100),
        put("BUSAN", 42, 113), put("LONG BEACH", 202, 113),
    )  # fmt: skip
    assert values(page) == {"port_of_loading": "BUSAN", "port_of_discharge": "LONG BEACH", "place_of_delivery": ""}


def test_reads_captions_that_stand_below_their_values():
    page = a_page(
        block(ACME, 42, 100), put("Consignee", 42, 134, size=6),
        block(BROKER, 42, 160), put("Notify Party", 42, 182, size=6),
        put("NINGBO", 42, 210), put("Port of loading", 42, 221, size=6),
        put("BALTIMORE", 202, 210), put("Port of discharge", 202, 221, size=6),
    )  # fmt: skip
    assert values(page) == {
        "consignee": ACME, "notify_party": BROKER, "port_of_loading": "NINGBO", "port_of_discharge": "BALTIMORE",
    }  # fmt: skip


def test_keeps_two_columns_apart_without_a_ruling_between_them():
    page = a_page(
        put("Consignee", 42, 100, size=7), block(ACME, 42, 110),
        put("Delivery agent", 302, 100, size=7), block(BROKER, 302, 110),
        put("Notify Party", 42, 160, size=7), block(BROKER, 42, 170),
    )  # fmt: skip
    assert values(page) == {"consignee": ACME, "delivery_agent": BROKER, "notify_party": BROKER}


def test_strips_small_print_in_brackets_and_after_the_caption():
    page = a_page(
        put("Notify Party (Complete name and address) It is agreed that no responsibility shall", 42, 102, size=5),
        put("attach to the Carrier or its Agents for failure to notify (see clause 20)", 42, 108, size=5),
        block(BROKER, 42, 118),
        put("Consignee", 42, 182, size=5), block(ACME, 42, 190),
        boxes=((40, 100, 300, 180), (40, 180, 300, 260)),
    )  # fmt: skip
    assert values(page) == {"notify_party": BROKER, "consignee": ACME}


def test_reads_nothing_from_sentences_that_mention_the_consignee():
    page = a_page(
        put("Consignee", 42, 100), put("ACME LLC", 42, 112),
        put("The goods are delivered to the consignee or to the order of the shipper, and the", 42, 400, size=6),
        put("consignee shall produce this bill to the carrier at the port of discharge or at the", 42, 407, size=6),
        put("place of delivery", 42, 414, size=6),
    )  # fmt: skip
    assert values(page) == {"consignee": "ACME LLC"}


def test_ends_a_party_at_a_wide_gap():
    page = a_page(put("Consignee", 42, 100), put("ACME LLC", 42, 112), put("CARRIER LINES", 42, 180))
    assert values(page) == {"consignee": "ACME LLC"}


def test_joins_a_caption_that_is_broken_over_two_lines():
    page = a_page(put("PORT OF", 42, 100), put("DISCHARGE", 42, 110), put("BALTIMORE", 150, 105))
    assert values(page) == {"port_of_discharge": "BALTIMORE"}


def test_reads_chinese_captions_beside_english_ones():
    page = a_page(
        put("收货人 Consignee", 42, 100), block(ACME, 42, 112),
        put("通知⼈:", 42, 170), put("HARBOUR BROKERS INC", 42, 182),
    )  # fmt: skip
    assert values(page) == {"consignee": ACME, "notify_party": "HARBOUR BROKERS INC"}


def test_takes_a_second_notify_party_out_of_the_description():
    page = a_page(
        put("Description of goods", 42, 102, size=6), put("24 PALLETS TABLEWARE", 42, 112),
        put("ALSO NOTIFY:", 42, 136), block(BROKER, 42, 148),
        boxes=((40, 100, 400, 300),),
    )  # fmt: skip
    assert values(page)["also_notify"] == BROKER
    assert values(page)["description"] == "24 PALLETS TABLEWARE"
