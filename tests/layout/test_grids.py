"""What grids of cells and print-outs ask of the layout reader beyond printed forms."""

from tests.sheets import a_document, a_face, a_page, block, put, values


def test_a_line_at_which_the_sides_of_boxes_end_is_no_line_to_write_on():
    rows = (("Port of Loading", "NINGBO"), ("Port of Discharge", "OSLO"))
    words = [
        put(text, 42 + 130 * column, 102 + 15 * row)
        for column, pair in enumerate(rows)
        for row, text in enumerate(pair)
    ]
    words += [put("Unheard Of", 42, 132), put("GOODS", 42, 147)]
    boxes = tuple(
        (40 + 130.0 * column, 100 + 15.0 * row, 170 + 130.0 * column, 115 + 15.0 * row)
        for column in (0, 1)
        for row in (0, 1)
    )
    page = a_page(*words, boxes=boxes, rules=tuple((100 + 15.0 * row, 40.0, 300.0) for row in range(5)))
    assert values(page)["port_of_loading"] == "NINGBO"


def test_a_label_that_no_dictionary_knows_ends_the_value_above_it():
    page = a_page(
        put("Port of Loading", 40, 100), put("NINGBO", 200, 100),
        put("Place of Delivery", 40, 112), put("BOSTON, MA", 200, 112),
        put("Frobnication", 40, 124), put("OF THE THIRD KIND", 200, 124),
    )  # fmt: skip
    assert values(page)["place_of_delivery"] == "BOSTON, MA"


def test_the_lines_below_a_value_are_its_own_where_no_label_stands_beside_them():
    page = a_page(put("Consignee", 40, 100), block("ACME LLC\n12 PIER ROAD\nBOSTON", 200, 100))
    assert values(page)["consignee"] == "ACME LLC\n12 PIER ROAD\nBOSTON"


def test_a_colon_that_a_print_out_repeats_on_every_line_is_no_part_of_the_value():
    page = a_page(put("Consignee", 40, 100), block(": ACME LLC\n: 12 PIER ROAD", 200, 100))
    assert values(page)["consignee"] == "ACME LLC\n12 PIER ROAD"


def test_a_second_party_in_the_box_for_one_more_is_asked_about():
    both = "FIRST BROKERS INC\n1 QUAY STREET\nTEL +1 617 555 0101\nSECOND BROKERS INC\n2 QUAY STREET"
    document = a_document(a_face(others={"Also Notify Party": both}))
    assert [(it.kind, it.field) for it in document.doubts] == [("ambiguous", "notify_party")]
