"""A print-out keeps its columns: tabs, wide characters, frames drawn with the keyboard, and pages."""

import pytest

from docvalidate.engines.plain_text import ACROSS, DOWN, MARGIN, pages_of


def a_page(text):
    [page] = pages_of(text)
    return page


def places(page):
    """Each word with its line and column, both from 0."""
    return [(it.text, int((it.top - MARGIN) // DOWN), round((it.x0 - MARGIN) / ACROSS)) for it in page.words]


def test_a_tab_stops_at_every_eighth_column():
    assert places(a_page("TO\tACME\n\tBOSTON")) == [("TO", 0, 0), ("ACME", 0, 8), ("BOSTON", 1, 8)]


def test_chinese_characters_take_two_columns():
    assert places(a_page("收货人 ACME")) == [("收货人", 0, 0), ("ACME", 0, 7)]


def test_a_form_feed_begins_a_page_and_lines_count_on():
    read = list(pages_of("FACE\n\fRIDER"))
    assert [(page.number, [path for _, path in page.places[:-1]]) for page in read] == [
        (1, ["line 1, column 1"]), (2, ["line 2, column 1"]),
    ]  # fmt: skip


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\r\r\n"])
def test_lines_end_in_any_way(ends):
    assert places(a_page(f"A{ends}B")) == [("A", 0, 0), ("B", 1, 0)]


@pytest.mark.parametrize("frame", ["┌───┬───┐\n│ A │ B │\n└───┴───┘", "+---+---+\n| A | B |\n+---+---+"])
def test_a_frame_becomes_rulings(frame):
    page = a_page(frame)
    assert [it[:1] for it in places(page)] == [("A",), ("B",)]
    assert (len(page.horizontals), len(page.verticals)) == (2, 3)


def test_a_frame_printed_two_columns_wide_meets_all_the_same():
    page = a_page("┌──┬──┐\n│甲甲│乙乙│\n└──┴──┘")
    assert len(page.verticals) == 3


def test_a_stroke_in_a_word_is_no_frame():
    page = a_page("PO 12|34\nINV 9")
    assert ([it[0] for it in places(page)], page.verticals) == (["PO", "12|34", "INV", "9"], ())


def test_what_only_a_printer_reads_is_left_out():
    assert [it[0] for it in places(a_page("\x1b[1mACME\x1b[0m LTD\x1a"))] == ["ACME", "LTD"]


def test_separated_values_are_a_table():
    page = a_page('Field,Value,Remark\nConsignee,"ACME LLC\n12 PIER ROAD",\nPort of Loading,"NINGBO, CHINA",\n')
    assert [path for _, path in page.places if "field 2" in path] == [
        "line 1, field 2", "line 3, field 2", "line 3, field 2", "line 4, field 2",
    ]  # fmt: skip


def test_the_commas_of_an_address_make_no_table():
    page = a_page("ACME LLC, BOSTON, USA\n12 PIER ROAD, SUITE 4, BOSTON\nMA, 02110, USA\n")
    assert "field" not in page.places[0][1]
