"""Word files: tables, boxes and paragraphs by the rules for printed forms; what is pending stays a doubt."""

import docx as library
import pytest
from docx.oxml import parse_xml

from docvalidate.errors import UnreadableDocument
from docvalidate.readers import docx, reader_for
from tests.office import BOXES, CONSIGNEE, HERE, LEGS, NOTIFY, a_word_file, saved, with_part

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def a_document(edit=None):
    return docx.read(a_word_file(edit), "draft.docx", HERE)


def in_cell(paper, row):
    return paper.tables[0].cell(row, 0)


def read(build):
    paper = library.Document()
    paper.add_paragraph("SEA WAYBILL DRAFT")
    build(paper)
    return docx.read(saved(paper), "draft.docx", HERE)


def parties_of(document):
    return document.consignee.text, [it.text for it in document.notify_parties], document.port_of_discharge.text


def test_reads_parties_and_ports_with_their_places():
    document = a_document()
    assert parties_of(document) == (CONSIGNEE, [NOTIFY], "NEW YORK, NY")
    assert (document.consignee.source.path, document.kind, document.doubts) == (
        "table 1, row 2, cell 1", "sea_waybill", (),
    )  # fmt: skip


def test_reads_paragraphs_with_tabs():
    def build(paper):
        for caption, value in BOXES.items():
            for place, line in enumerate(value.split("\n")):
                paper.add_paragraph(
                    f"{caption + ':' if place == 0 else ''}\t{line}"
                ).paragraph_format.tab_stops.add_tab_stop(library.shared.Inches(2))
            paper.add_paragraph("")

    assert parties_of(read(build)) == (CONSIGNEE, [NOTIFY], "NEW YORK, NY")


def test_reads_nested_tables():
    def build(paper):
        outer = paper.add_table(1, 1)
        inner = outer.cell(0, 0).add_table(len(BOXES), 2)
        for row, (caption, value) in enumerate(BOXES.items()):
            inner.cell(row, 0).text, inner.cell(row, 1).text = caption, value

    assert parties_of(read(build)) == (CONSIGNEE, [NOTIFY], "NEW YORK, NY")


def test_a_pending_change_is_a_doubt_about_its_field():
    def change(paper):
        line = in_cell(paper, 1).paragraphs[2]._p
        line.append(parse_xml(f'<w:ins {W} w:id="1" w:author="a"><w:r><w:t>, FLOOR 2</w:t></w:r></w:ins>'))

    document = a_document(change)
    assert document.consignee.address[0] == "12 PIER ROAD, FLOOR 2"
    assert [(it.kind, it.field, it.texts) for it in document.doubts] == [
        ("changes_pending", "consignee", ("inserted: , FLOOR 2",))
    ]


def test_a_party_whose_deletion_is_pending_is_a_doubt_about_the_party():
    def delete(paper):
        row = paper.tables[0].rows[2]._tr
        row.insert(0, parse_xml(f'<w:trPr {W}><w:del w:id="4" w:author="a"/></w:trPr>'))

    document = a_document(delete)
    assert document.notify_parties == ()
    assert ("changes_pending", "notify_party") in {(it.kind, it.field) for it in document.doubts}


def test_a_pending_change_elsewhere_is_a_doubt_about_the_whole():
    def change(paper):
        paragraph = paper.add_paragraph("")._p
        paragraph.append(parse_xml(f'<w:ins {W} w:id="1" w:author="a"><w:r><w:t>GOODS</w:t></w:r></w:ins>'))

    assert [(it.kind, it.field) for it in a_document(change).doubts] == [("changes_pending", None)]


def test_a_comment_on_the_consignee_is_a_doubt():
    def comment(paper):
        paper.add_comment(in_cell(paper, 1).paragraphs[1].runs, text="Name must be BETA CORP", author="M")

    assert [(it.kind, it.field, it.texts) for it in a_document(comment).doubts] == [
        ("ambiguous", "consignee", ("Name must be BETA CORP",))
    ]


def test_hidden_words_are_a_doubt_about_the_field_where_they_lie():
    document = a_document(lambda it: setattr(in_cell(it, 2).paragraphs[2].add_run(" SECRET LTD").font, "hidden", True))
    assert [(it.kind, it.field, it.texts) for it in document.doubts] == [("hidden", "notify_party", ("SECRET LTD",))]


def test_a_table_of_legs_is_read():
    def build(paper):
        paper.paragraphs[0].text = "BOOKING CONFIRMATION"
        table = paper.add_table(0, 5)
        for row in LEGS:
            for cell, value in zip(table.add_row().cells, row, strict=True):
                cell.text = value

    legs = read(build).legs
    assert [(leg.load.locode, leg.discharge.locode) for leg in legs] == [("CNNGB", "SGSIN"), ("SGSIN", "USNYC")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (a_word_file()[:8_000], "truncated"),
        (with_part(a_word_file(), "word/document.xml", b"<!DOCTYPE a []><a/>"), "unsafe-xml"),
        (with_part(a_word_file(), "word/document.xml", b"<w:document"), "damaged"),
        (saved(library.Document()), "empty"),
    ],
    ids=["cut", "doctype", "bad part", "empty"],
)
def test_what_is_wrong_with_a_file_is_one_clear_line(data, reason):
    reader = reader_for(data, "draft.docx")
    with pytest.raises(UnreadableDocument) as told:
        reader.read(data, "draft.docx", HERE)
    assert (reader.__name__, told.value.reason, len(str(told.value).splitlines())) == (docx.__name__, reason, 1)


def _with_digit(*properties, cell=""):
    """A bill whose house number has a last digit of that look, in a cell of that look."""

    def edit(paper):
        box = in_cell(paper, 1)
        line = next(it for it in box.paragraphs if it.text.startswith("12 PIER"))
        line.clear()
        line.add_run("1")
        run = line.add_run("2")
        line.add_run(" PIER ROAD")
        for it in properties:
            run._r.get_or_add_rPr().append(parse_xml(f"<w:{it} {W}/>"))
        if cell:
            box._tc.get_or_add_tcPr().append(parse_xml(f"<w:{cell} {W}/>"))

    document = a_document(edit)
    return document.consignee.address[0], [(it.field, it.texts, it.sources[0].caption) for it in document.doubts]


@pytest.mark.parametrize(
    ("properties", "cell", "reason"),
    [
        (['position w:val="-2000"'], "", "off the page"), (["vanish"], "", "hidden text"),
        (['w w:val="1"'], "", "too small"), (['spacing w:val="-4000"'], "", "too small"),
        (['color w:val="D9D9D9"', 'shd w:val="clear" w:fill="D9D9D9"'], "", "the colour of the paper"),
        (['color w:val="FFFF00"', 'highlight w:val="yellow"'], "", "the colour of the paper"),
        (['color w:val="D8D8D8"'], 'shd w:val="clear" w:fill="D9D9D9"', "the colour of the paper"),
        (['color w:val="F2F2F2"'], "", "white"),
    ],
)  # fmt: skip
def test_a_digit_that_nobody_sees_is_hidden(properties, cell, reason):
    assert _with_digit(*properties, cell=cell) == ("1 PIER ROAD", [("consignee", ("2",), reason)])


@pytest.mark.parametrize(
    ("properties", "cell"),
    [
        (['position w:val="6"'], ""), (['w w:val="80"', 'spacing w:val="-10"'], ""), (['color w:val="808080"'], ""),
        (['color w:val="FFFFFF"'], 'shd w:val="clear" w:fill="003366"'),
        (['color w:val="333333"'], 'shd w:val="clear" w:fill="D9D9D9"'),
        (['highlight w:val="yellow"'], ""), (['color w:val="FFFFFF"', 'shd w:val="clear" w:themeFill="accent1"'], ""),
    ],
)  # fmt: skip
def test_a_digit_that_is_set_otherwise_is_read(properties, cell):
    assert _with_digit(*properties, cell=cell) == ("12 PIER ROAD", [])


def test_letters_that_are_set_from_right_to_left_are_read_as_they_are_seen():
    def edit(paper):
        line = next(it for it in in_cell(paper, 1).paragraphs if it.text.startswith("12 PIER"))
        line.clear()
        line._p.append(parse_xml(f'<w:bdo {W} w:val="rtl"><w:r><w:t>12</w:t></w:r></w:bdo>'))
        line.add_run(" PIER ROAD")

    assert a_document(edit).consignee.address[0] == "21 PIER ROAD"


def test_the_number_of_the_booking_may_stand_in_the_box_of_the_bills():
    boxes = {**BOXES, "B/L No.": "NGB0012345\n\nBooking number: BKG5550001"}
    document = docx.read(a_word_file(None, boxes), "draft.docx", HERE)
    assert (document.number, document.booking_number) == ("NGB0012345", "BKG5550001")


@pytest.mark.parametrize("column", [0, 3])
def test_a_leg_that_is_struck_out_leaves_the_plan_open(column):
    def build(paper):
        rows = (*LEGS[:2], ("SINGAPORE", "NEW YORK", "Vessel", "EVER TWO", "11 Sep"))
        table = paper.add_table(len(rows), len(rows[0]))
        for row, values in enumerate(rows):
            for place, value in enumerate(values):
                run = table.cell(row, place).paragraphs[0].add_run(value)
                run.font.strike = row == 2 and place == column

    paper = library.Document()
    paper.add_paragraph("BOOKING CONFIRMATION")
    build(paper)
    document = docx.read(saved(paper), "booking.docx", HERE)
    assert [(it.kind, it.field) for it in document.doubts] == [("ambiguous", "transshipment_port")]
