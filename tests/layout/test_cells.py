"""A cell is what the rulings enclose: underlines, writing lines and stripes enclose nothing."""

from docvalidate.layout.cells import header_cells, rulings_of, runs_in, struck_out
from docvalidate.layout.runs import runs_of
from tests.sheets import a_page, block, put, values


def cells(page, *captions):
    """The cell of each text, as left, top, right and bottom."""
    runs = runs_of(page)
    heads = {run for run in runs if run.text in captions}
    rulings = rulings_of(page, runs, heads, header_cells(page, runs, heads))
    return {run.text: rulings.cell(run) for run in runs}


def test_a_cell_ends_at_the_nearest_ruling_on_each_side():
    page = a_page(put("ONE", 42, 110), put("TWO", 302, 110), boxes=((40, 100, 300, 180), (300, 100, 560, 180)))
    assert cells(page) == {"ONE": (40, 100, 300, 180), "TWO": (300, 100, 560, 180)}


def test_a_cell_without_a_ruling_reaches_to_the_edge_of_the_page():
    page = a_page(put("ONE", 42, 110), put("TWO", 42, 210), rules=((200, 30, 560),))
    assert cells(page) == {"ONE": (0, 0, 595, 200), "TWO": (0, 200, 595, 842)}


def test_is_closed_where_a_ruling_runs_on_every_side():
    page = a_page(put("ONE", 42, 110), put("TWO", 42, 210), boxes=((40, 100, 300, 180),))
    rulings = rulings_of(page, runs_of(page), (), ())
    one, two = (rulings.cell(run) for run in runs_of(page))
    assert (rulings.is_closed(one), rulings.is_closed(two)) == (True, False)


def test_a_ruling_elsewhere_on_the_page_parts_nothing():
    page = a_page(put("ONE", 42, 110), rules=((120, 300, 560),))
    assert cells(page)["ONE"] == (0, 0, 595, 842)


def test_an_underlined_word_is_not_cut_from_the_lines_below():
    page = a_page(put("ACME", 42, 110), put("LLC", 42, 124), rules=((121, 42, 62),))
    assert cells(page)["LLC"] == (0, 0, 595, 842)


def test_the_lines_of_a_writing_pad_do_not_part_an_address():
    page = a_page(
        put("Consignee", 42, 95, size=6), block("ACME LLC\n12 PIER ROAD\nBOSTON", 42, 110),
        rules=((121, 40, 300), (133, 40, 300), (145, 40, 300)),
    )  # fmt: skip
    assert values(page) == {"consignee": "ACME LLC\n12 PIER ROAD\nBOSTON"}


def test_lines_with_captions_between_them_part_their_boxes():
    page = a_page(
        put("Port of Loading: NINGBO", 42, 104), put("Port of Discharge: BALTIMORE", 42, 120),
        put("Place of Delivery: COLUMBUS", 42, 136), rules=((117, 40, 300), (133, 40, 300), (149, 40, 300)),
    )  # fmt: skip
    assert cells(page, *(run.text for run in runs_of(page)))["Port of Discharge: BALTIMORE"][1::2] == (117, 133)


def test_a_page_without_words_has_rulings_and_no_pad():
    page = a_page(rules=((100, 40, 300), (112, 40, 300)))
    assert [line.y for line in rulings_of(page, [], (), ()).across] == [100, 112]


def test_a_row_of_dashes_is_a_ruling():
    page = a_page(put("ONE", 42, 100), put("-" * 40, 42, 120), put("TWO", 42, 140))
    assert {text: cell[1::2] for text, cell in cells(page).items()} == {"ONE": (0, 125), "TWO": (125, 842)}


def test_shaded_header_cells_have_edges_of_their_own():
    page = a_page(
        put("Consignee", 42, 101), put("Notify Party", 302, 101), put("ACME LLC", 42, 118),
        shaded=((40, 100, 300, 113), (300, 100, 560, 113)),
    )  # fmt: skip
    assert cells(page, "Consignee", "Notify Party") == {
        "Consignee": (40, 100, 300, 113), "Notify Party": (300, 100, 560, 113), "ACME LLC": (0, 113, 595, 842),
    }  # fmt: skip


def test_a_tall_shaded_box_is_no_header():
    page = a_page(put("Consignee", 42, 101), block("ACME LLC\nBOSTON", 42, 118), shaded=((40, 100, 300, 160),))
    runs = runs_of(page)
    assert header_cells(page, runs, {runs[0]}) == []


def test_stripes_of_listing_paper_are_no_headers_where_most_hold_no_caption():
    stripes = ((30, 97, 560, 113), (30, 129, 560, 145), (30, 161, 560, 177))
    page = a_page(put("Consignee", 42, 101), put("LLC", 42, 133), put("BOSTON", 42, 165), shaded=stripes)
    runs = runs_of(page)
    assert header_cells(page, runs, {runs[0]}) == []
    assert header_cells(page, runs, set(runs)) == list(stripes)


def test_a_run_lies_in_the_box_in_which_it_begins():
    page = a_page(put("ACROSS THE BORDER", 42, 110))
    runs = runs_of(page)
    assert runs_in((40, 100, 60, 130), runs) == runs
    assert runs_in((60, 100, 300, 130), runs) == []


def struck(page):
    return [run.text for run in struck_out(page, runs_of(page))]


def test_on_a_page_set_from_a_file_a_line_through_one_letter_strikes_the_words_out():
    page = a_page(put("12 PIER ROAD", 42, 110), put("BOSTON", 42, 130), rules=((115, 48, 54),))
    whole = page._replace(places=(((0.0, 0.0, 595.0, 842.0), "Sheet 'BL'"),))
    assert (struck(page), struck(whole)) == ([], ["12 PIER ROAD"])


def test_on_a_page_set_from_a_file_a_line_through_words_is_no_ruling():
    page = a_page(put("12 PIER ROAD", 42, 110), put("BOSTON", 42, 130), rules=((115, 42, 75),))
    whole = page._replace(places=(((0.0, 0.0, 595.0, 842.0), "Sheet 'BL'"),))
    assert cells(whole)["BOSTON"] == (0, 0, 595, 842)
