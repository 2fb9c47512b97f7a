"""A worksheet comes out as a person sees it: numbers as they are shown, and what nobody sees set apart."""

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, PatternFill, Side

from docvalidate.engines.number_formats import shown
from docvalidate.engines.spreadsheet import read_pages
from tests.office import a_workbook, saved, with_part

THIN = Side(style="thin")


def pages(edit, **more):
    return list(read_pages(a_workbook(edit, **more), 20))


def a_page(edit):
    return pages(edit)[0]


def a_cell(value, **looks):
    """The page of a sheet with that value alone in B2."""
    book = openpyxl.Workbook()
    cell = book.active["B2"]
    cell.value = value
    for name, look in looks.items():
        setattr(cell, name, look)
    return next(read_pages(saved(book), 5))


def words(page):
    return " ".join(word.text for word in page.words)


@pytest.mark.parametrize(
    ("value", "pattern", "seen"),
    [
        (2110, "00000", "02110"),
        (21224.0, "General", "21224"),
        (212241234, "00000-0000", "21224-1234"),
        (6175550100, "(000) 000-0000", "(617) 555-0100"),
        (1250.5, '#,##0.00" KGS"', "1,250.50 KGS"),
        (-3, "0;(0)", "(3)"),
        (0.125, "0.0%", "12.5%"),
        (45547, "dd/mm/yyyy", "12/09/2024"),
        (45547, "[$-409]d-mmm-yy;@", "12-Sep-24"),
        (45547.75, "yyyy-mm-dd hh:mm", "2024-09-12 18:00"),
        (12, '"PO "0', "PO 12"),
        (1.5, "# ?/?", None),
        (1.5, "0.00E+00", None),
        (5, "[>3]0;0", None),
    ],
)
def test_a_number_is_shown_in_its_format(value, pattern, seen):
    assert shown(value, pattern) == seen


def test_a_zip_code_kept_as_a_number_keeps_its_zero():
    assert words(a_cell(2110, number_format="00000")) == "02110"


def test_a_number_in_a_format_that_is_not_understood_is_not_guessed():
    page = a_cell(1.5, number_format="# ?/?")
    assert (words(page), [(it.what, it.text) for it in page.overlays]) == ("[no value]", [("no value", "1.5")])


def test_a_formula_that_nobody_worked_out_is_said():
    page = a_cell("=Data!B3")
    assert (words(page), [(it.what, it.text) for it in page.overlays]) == ("[no value]", [("no value", "=Data!B3")])


@pytest.mark.parametrize(
    ("looks", "reason"),
    [
        ({"font": Font(color="FFFFFF")}, "white"),
        ({"font": Font(color="FFFEFDFE")}, "white"),
        ({"font": Font(color="1F3864"), "fill": PatternFill("solid", fgColor="1F3864")}, "white"),
        ({"font": Font(size=1)}, "too small"),
        ({"number_format": ";;;"}, "invisible"),
    ],
)
def test_letters_that_nobody_sees_are_hidden(looks, reason):
    page = a_cell("SECRET", **looks)
    assert (words(page), [(it.text, it.reason) for it in page.hidden]) == ("", [("SECRET", reason)])


def test_white_letters_on_a_dark_cell_are_seen():
    page = a_cell("CONSIGNEE", font=Font(color="FFFFFF"), fill=PatternFill("solid", fgColor="1F3864"))
    assert (words(page), page.hidden) == ("CONSIGNEE", ())


def test_a_white_part_of_a_cell_is_hidden_alone():
    page = a_cell(CellRichText("ACME ", TextBlock(InlineFont(color="FFFFFF"), "EVIL"), " LLC"))
    assert (words(page), [it.text for it in page.hidden]) == ("ACME LLC", ["EVIL"])


def test_a_hidden_row_and_a_hidden_column_take_no_room():
    def hide(sheet, rows):
        sheet.row_dimensions[rows["Consignee"] + 1].hidden = True
        sheet["K3"] = "OTHER CORP"
        sheet.column_dimensions["K"].hidden = True

    page = a_page(hide)
    assert {(it.text, it.reason) for it in page.hidden} == {
        ("12", "hidden row"), ("PIER", "hidden row"), ("ROAD", "hidden row"),
        ("OTHER", "hidden column"), ("CORP", "hidden column"),
    }  # fmt: skip


def test_what_merging_covers_is_hidden():
    def merge(sheet, rows):
        # The library empties covered cells, so the region is named without it.
        sheet["F20"], sheet["G20"] = "SEEN", "COVERED"
        sheet.merged_cells.add("F20:G20")

    assert [(it.text, it.reason) for it in a_page(merge).hidden] == [("COVERED", "covered")]


def test_a_hidden_sheet_with_the_boxes_of_a_bill_is_told_in_full_and_a_list_by_its_name():
    def hide(sheet, rows):
        for other in sheet.parent.worksheets[1:]:
            other.sheet_state = "hidden"

    read = pages(hide, OLD={"Consignee": "OLD CORP", "Notify Party": "X LTD"}, Lists={"Ports": "NEW YORK"})
    assert [" ".join(it.text for it in page.hidden) for page in read[1:]] == [
        "BILL OF LADING DRAFT Consignee OLD CORP Notify Party X LTD", "sheet 'Lists'",
    ]  # fmt: skip
    assert [page.words for page in read[1:]] == [(), ()]


def test_borders_become_rulings_and_merged_cells_one_box():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "Consignee"
    sheet.merge_cells("A2:C4")
    sheet["A2"] = "ACME"
    for column in "ABC":
        sheet[f"{column}1"].border = Border(top=THIN)
    page = next(read_pages(saved(book), 5))
    assert len(page.horizontals) == 3
    assert len(page.verticals) == 2


def test_only_a_note_that_asks_for_a_change_is_a_mark():
    def note(sheet, rows):
        sheet.cell(rows["Consignee"], 2).comment = Comment("Please change to BETA CORP", "M")
        sheet.cell(rows["Notify Party"], 2).comment = Comment("Enter the full address here", "M")

    assert [(it.what, it.text) for it in a_page(note).overlays] == [("comment", "Please change to BETA CORP")]


def test_each_place_says_its_cell_and_the_last_one_the_sheet():
    page = a_cell("ACME")
    assert [path for _, path in page.places] == ["Sheet 'Sheet', cell B2", "Sheet 'Sheet'"]


def test_how_japanese_is_pronounced_is_no_part_of_the_text():
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        '<c r="A1" t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c></row></sheetData>'
        "</worksheet>"
    ).encode()
    page = next(read_pages(with_part(saved(openpyxl.Workbook()), "xl/worksheets/sheet1.xml", sheet), 5))
    assert words(page) == "東京"


def a_hidden_sheet(*values):
    """What is told of a hidden sheet with those values in one column."""
    book = openpyxl.Workbook()
    other = book.create_sheet("R")
    other.sheet_state = "hidden"
    for row, value in enumerate(values, start=1):
        other.cell(row, 1, value)
    return " ".join(it.text for it in list(read_pages(saved(book), 5))[1].hidden)


@pytest.mark.parametrize("values", [("Transshipment Port", "NEW YORK, NY"), ("ACME LLC",), ("T/S", "VIA", "BUSAN")])
def test_a_hidden_sheet_of_few_words_that_name_a_box_or_one_thing_is_told_in_full(values):
    assert a_hidden_sheet(*values) == " ".join(values)


@pytest.mark.parametrize("values", [("Ports", "NEW YORK", "SAVANNAH"), ("Port of Loading", *["NINGBO"] * 60)])
def test_a_hidden_list_is_told_by_its_name(values):
    assert a_hidden_sheet(*values) == "sheet 'R'"


def test_a_note_that_names_a_port_of_transshipment_is_a_mark():
    def note(sheet, rows):
        sheet.cell(rows["Port of Discharge"], 2).comment = Comment("T/S BALTIMORE", "M")
        sheet.cell(rows["Port of Loading"], 2).comment = Comment("T/S port, if any, goes below", "M")

    assert [(it.what, it.text) for it in a_page(note).overlays] == [("comment", "T/S BALTIMORE")]


@pytest.mark.parametrize(("pattern", "marked"), [('@" VIA BUSAN"', True), ('0;0;0;"BUSAN"', True), ("@", False)])
def test_a_text_that_its_format_shows_as_another_is_marked(pattern, marked):
    page = a_cell("NORFOLK", number_format=pattern)
    assert (words(page), [it.what for it in page.overlays]) == ("NORFOLK", ["no value"] * marked)
