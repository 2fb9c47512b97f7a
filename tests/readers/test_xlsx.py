"""Workbooks: the same rules as for a printed form, cells as places, and no choice between two drafts."""

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, PatternFill, Side

from docvalidate.errors import UnreadableDocument
from docvalidate.readers import reader_for, xlsx
from tests.office import BOXES, CONSIGNEE, HERE, LEGS, NOTIFY, a_workbook, a_zip, with_part, zipped

THIN = Side(style="thin")


def a_document(edit=None, **more):
    return xlsx.read(a_workbook(edit, **more), "draft.xlsx", HERE)


def refusal(data):
    with pytest.raises(UnreadableDocument) as told:
        reader_for(data, "draft").read(data, "draft", HERE)
    assert len(str(told.value).splitlines()) == 1
    return told.value.reason


def test_reads_parties_and_ports_with_their_cells():
    document = a_document()
    assert (document.consignee.text, document.consignee.source.path) == (CONSIGNEE, "Sheet 'BL', cell B7 to B9")
    assert [(it.text, it.source.path) for it in document.notify_parties] == [(NOTIFY, "Sheet 'BL', cell B11 to B14")]
    places = document.port_of_loading, document.port_of_discharge, document.place_of_delivery
    assert [(it.text, it.locode) for it in places] == [
        ("NINGBO, CHINA", "CNNGB"), ("NEW YORK, NY", "USNYC"), ("BOSTON, MA", "USBOS"),
    ]  # fmt: skip
    assert (document.number, document.draft, document.kind, document.doubts) == (
        "NGB0012345",
        True,
        "bill_of_lading",
        (),
    )
    assert (document.consignee.source.page, document.consignee.source.box) == (None, None)


@pytest.mark.parametrize("look", ["shaded", "bordered", "merged"])
def test_reads_captions_on_the_left_however_they_are_set(look):
    def dress(sheet, rows):
        for caption, row in rows.items():
            last = row + BOXES[caption].count("\n")
            if look == "shaded":
                sheet.cell(row, 1).fill = PatternFill("solid", fgColor="DDEBF7")
            elif look == "bordered":
                for column in (1, 2):
                    for line in range(row, last + 1):
                        edges = {"top": THIN if line == row else None, "bottom": THIN if line == last else None}
                        sheet.cell(line, column).border = Border(left=THIN, right=THIN, **edges)
            else:
                sheet.cell(row, 2).value = BOXES[caption]
                sheet.merge_cells(start_row=row, end_row=last, start_column=2, end_column=4)

    document = a_document(dress)
    assert (document.consignee.text, [it.text for it in document.notify_parties]) == (CONSIGNEE, [NOTIFY])
    assert (document.port_of_discharge.text, document.place_of_delivery.text) == ("NEW YORK, NY", "BOSTON, MA")


def test_a_label_that_no_dictionary_knows_ends_the_value_above_it():
    document = xlsx.read(a_workbook(boxes={**BOXES, "Frobnication": "X"}), "draft.xlsx", HERE)

    def close_up(sheet, rows):
        sheet.insert_rows(rows["Place of Delivery"] + 1)
        sheet.cell(rows["Place of Delivery"] + 1, 1, "Frobnication")
        sheet.cell(rows["Place of Delivery"] + 1, 2, "OF THE THIRD KIND")

    assert document.place_of_delivery.text == a_document(close_up).place_of_delivery.text == "BOSTON, MA"


def test_a_hidden_line_of_the_consignee_is_a_doubt_about_the_consignee():
    document = a_document(lambda sheet, rows: setattr(sheet.row_dimensions[rows["Consignee"] + 1], "hidden", True))
    assert document.consignee.text == "ACME IMPORTS LLC\nBOSTON, MA 02110, USA"
    assert [(it.kind, it.field, it.texts) for it in document.doubts] == [("hidden", "consignee", ("12 PIER ROAD",))]


def test_a_formula_without_a_value_is_a_doubt_about_its_field():
    document = a_document(lambda sheet, rows: setattr(sheet.cell(rows["Consignee"], 2), "value", "=Data!B3"))
    assert document.consignee.text.startswith("[no value]\n12 PIER ROAD")
    assert [(it.kind, it.field, it.texts) for it in document.doubts] == [("unreadable", "consignee", ("=Data!B3",))]


def test_a_note_that_asks_for_a_change_is_a_doubt():
    def note(sheet, rows):
        sheet.cell(rows["Notify Party"], 2).comment = Comment("Name should be BETA CORP", "M")

    assert [(it.kind, it.field, it.texts) for it in a_document(note).doubts] == [
        ("ambiguous", "notify_party", ("Name should be BETA CORP",))
    ]


def test_a_struck_line_is_a_doubt():
    document = a_document(lambda sheet, rows: setattr(sheet.cell(rows["Consignee"], 2), "font", Font(strike=True)))
    assert [(it.kind, it.field, it.texts) for it in document.doubts] == [
        ("ambiguous", "consignee", ("ACME IMPORTS LLC",))
    ]


@pytest.mark.parametrize(
    ("change", "what"),
    [({"B/L No.": "NGB0099999"}, "number"), ({"Consignee": "BETA CORP\n9 PIER ROAD\nBOSTON"}, "consignee")],
)
def test_two_drafts_in_one_file_are_nobodys_to_choose(change, what):
    with pytest.raises(UnreadableDocument) as told:
        a_document(V2={**BOXES, **change})
    assert (told.value.reason, str(told.value)) == (
        "two-drafts",
        f"two drafts in one file: Sheet 'BL' and Sheet 'V2' differ in the {what}: send the current one alone",
    )


def test_the_same_draft_twice_is_one_and_a_list_beside_it_is_none():
    document = a_document(Copy=BOXES, Packing={"Carton": "PLATES", "Total": "12"})
    assert (document.consignee.text, len(document.notify_parties), document.doubts) == (CONSIGNEE, 1, ())


def test_a_table_of_legs_is_read():
    def book(sheet, rows):
        sheet.delete_rows(1, sheet.max_row)
        sheet["A1"] = "BOOKING CONFIRMATION"
        for place, row in enumerate(LEGS, start=4):
            for column, value in enumerate(row, start=1):
                sheet.cell(place, column, value)

    document = a_document(book)
    assert document.kind == "booking_confirmation"
    assert [(leg.load.locode, leg.discharge.locode, leg.load.source.path) for leg in document.legs] == [
        ("CNNGB", "SGSIN", "Sheet 'BL', cell A5"), ("SGSIN", "USNYC", "Sheet 'BL', cell A6"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (a_workbook()[:3000], "truncated"),
        (with_part(a_workbook(), "xl/workbook.xml", b"<!DOCTYPE a [<!ENTITY x 'y'>]><workbook/>"), "unsafe-xml"),
        (with_part(a_workbook(), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData>"), "damaged"),
        (zipped({"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": b"0" * 60_000_000}), "too-large"),
        (zipped({f"xl/x{number}.xml": "" for number in range(3_000)}), "too-large"),
        (zipped({"xl/workbook.xml": "<workbook/>", "word/document.xml": "<document/>"}), "two-formats"),
        (a_zip(ppt__presentation_xml="<x/>"), "unknown-format"),
        (a_zip(content_xml="<x/>"), "unknown-format"),
        (a_zip(draft_pdf="x"), "unknown-format"),
    ],
    ids=["cut", "doctype", "bad part", "bomb", "many parts", "two formats", "slides", "opendocument", "archive"],
)
def test_what_is_wrong_with_a_file_is_one_clear_line(data, reason):
    assert refusal(data) == reason


def test_claims_workbooks_alone():
    assert xlsx.claims(a_workbook())
    assert not any(map(xlsx.claims, (b"", b"PK\x03\x04", b"%PDF-1.4", a_zip(word__document_xml="<x/>"))))


def test_reads_a_party_line_by_line_where_every_cell_has_a_border():
    def dress(sheet, rows):
        for line in range(1, sheet.max_row + 1):
            for column in (1, 2):
                sheet.cell(line, column).border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)

    document = a_document(dress)
    assert (document.consignee.text, [it.text for it in document.notify_parties]) == (CONSIGNEE, [NOTIFY])


def test_a_digit_that_is_struck_out_is_a_doubt_about_its_field():
    def strike(sheet, rows):
        cell = sheet.cell(rows["Consignee"] + 1, 2)
        cell.value = CellRichText("1", TextBlock(InlineFont(strike=True), "2"), " PIER ROAD")

    doubts = a_document(strike).doubts
    assert [(it.kind, it.field, it.texts) for it in doubts] == [("ambiguous", "consignee", ("12 PIER ROAD",))]
