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
