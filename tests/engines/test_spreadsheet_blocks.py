"""The rules between the lines of one party are no edges of a box, in a sheet whose every cell has a border."""

import pytest

from docvalidate.engines.blocks import Cell, Table, text_line
from docvalidate.engines.spreadsheet_blocks import joined_rows


def table(*rows, shaded=(), rowspans=None):
    """A table with a border around every cell."""
    cells = [
        Cell(row, column, (text_line(text),) if text else (), (rowspans or {}).get(text, 1), 1, "ltrb", text in shaded)
        for row, line in enumerate(rows) for column, text in enumerate(line) if text is not None
    ]  # fmt: skip
    return Table(tuple(cells), len(rows), max(map(len, rows)))


def sides(it, column=1):
    return [cell.sides for cell in joined_rows(it).cells if cell.column == column]


BESIDE = ("Consignee", "ACME LLC"), ("", "12 PIER ROAD"), ("", "BOSTON"), ("Port of Loading", "NINGBO")


def test_lines_beside_their_caption_are_one_box():
    assert sides(table(*BESIDE)) == ["ltr", "lr", "lrb", "ltrb"]


def test_the_caption_is_as_high_as_the_lines_beside_it():
    assert sides(table(*BESIDE), 0) == ["ltr", "lr", "lrb", "ltrb"]


def test_lines_beside_a_caption_over_several_rows_end_with_it():
    it = table(("Consignee", "ACME LLC"), (None, "BOSTON"), ("", "OTHER"), rowspans={"Consignee": 2})
    assert sides(it) == ["ltr", "lrb", "ltrb"]


def test_lines_under_their_caption_are_one_box_and_the_caption_is_not_in_it():
    it = table(("Consignee",), ("ACME LLC",), ("BOSTON",), ("Notify Party",), ("X CORP",))
    assert sides(it, 0) == ["ltrb", "ltr", "lrb", "ltrb", "ltrb"]


def test_two_parties_stand_side_by_side():
    it = table(("Shipper", "Consignee"), ("Y LTD", "ACME LLC"), ("NINGBO", "BOSTON"))
    assert [sides(it, column) for column in (0, 1)] == [["ltrb", "ltr", "lrb"]] * 2


@pytest.mark.parametrize("label", ["Telex", "Country:"])
def test_a_line_with_a_label_beside_it_stands_alone(label):
    assert sides(table(("Consignee", "ACME LLC"), (label, "USA"))) == ["ltrb", "ltrb"]


@pytest.mark.parametrize("lower", ["Voyage", "2. Notify Party", "Any words that end as a caption:", ""])
def test_a_caption_or_nothing_ends_the_lines(lower):
    assert sides(table(("Consignee", "ACME LLC"), ("", lower))) == ["ltrb", "ltrb"]


def test_another_shade_ends_the_lines():
    assert sides(table(("Consignee", "ACME LLC"), ("", "SUBTOTAL"), shaded=("SUBTOTAL",))) == ["ltrb", "ltrb"]


def test_only_the_lines_of_parties_are_joined():
    assert sides(table(("Port of Discharge", "BALTIMORE"), ("", "NEW YORK"))) == ["ltrb", "ltrb"]


def test_a_row_that_nobody_sees_does_not_end_the_lines():
    it = table(("Consignee", "ACME LLC"), ("", ""), ("", "BOSTON"))._replace(collapsed_rows=frozenset({1}))
    assert sides(it) == ["ltr", "lr", "lrb"]
