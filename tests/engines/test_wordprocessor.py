"""A Word file comes out as it is once its changes are accepted, each part once, and what nobody sees set apart."""

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import Inches, RGBColor

from docvalidate.engines.wordprocessor import read_pages
from docvalidate.errors import UnreadableDocument
from tests.office import a_word_file, saved

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOX = (
    f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    "<w:txbxContent><w:p><w:r><w:t>Consignee</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>Consignee</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def read(build):
    """The pages of a file that was empty before."""
    paper = docx.Document()
    build(paper)
    return list(read_pages(saved(paper), 20))


def words(page):
    return " ".join(word.text for word in page.words)


def add(paper, xml):
    paper.add_paragraph("ACME ")._p.append(parse_xml(xml))


def marks(page):
    return [(it.what, it.text) for it in page.overlays]


def test_an_insertion_is_read_and_marked():
    [page] = read(lambda it: add(it, f'<w:ins {W} w:id="1" w:author="a"><w:r><w:t>EAST LLC</w:t></w:r></w:ins>'))
    assert (words(page), marks(page)) == ("ACME EAST LLC", [("tracked change", "inserted: EAST LLC")])


def test_a_deletion_is_left_out_and_marked():
    [page] = read(
        lambda it: add(it, f'<w:del {W} w:id="1" w:author="a"><w:r><w:delText>EAST</w:delText></w:r></w:del>')
    )
    assert (words(page), marks(page)) == ("ACME", [("tracked change", "deleted: EAST")])


def test_a_row_whose_deletion_is_pending_is_left_out_and_marked():
    def build(paper):
        table = paper.add_table(2, 1)
        table.cell(0, 0).text, table.cell(1, 0).text = "OLD CORP", "PORT OF LOADING"
        table.rows[0]._tr.insert(0, parse_xml(f'<w:trPr {W}><w:del w:id="4" w:author="a"/></w:trPr>'))

    [page] = read(build)
    assert (words(page), marks(page)) == ("PORT OF LOADING", [("tracked change", "deleted: OLD CORP")])


def test_a_text_box_that_is_there_for_two_programs_is_read_once():
    [page] = read(lambda it: it.add_paragraph()._p.append(parse_xml(BOX)))
    assert words(page) == "Consignee"


@pytest.mark.parametrize(("look", "reason"), [("hidden", "hidden text"), ("white", "white")])
def test_letters_that_nobody_sees_are_hidden(look, reason):
    def build(paper):
        run = paper.add_paragraph("ACME ").add_run("SECRET")
        if look == "hidden":
            run.font.hidden = True
        else:
            run.font.color.rgb = RGBColor(255, 255, 255)

    [page] = read(build)
    assert (words(page), [(it.text, it.reason) for it in page.hidden]) == ("ACME", [("SECRET", reason)])


def test_white_letters_in_a_shaded_cell_are_seen():
    def build(paper):
        cell = paper.add_table(1, 1).cell(0, 0)
        cell.paragraphs[0].add_run("CONSIGNEE").font.color.rgb = RGBColor(255, 255, 255)
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {W} w:val="clear" w:fill="1F3864"/>'))

    assert words(read(build)[0]) == "CONSIGNEE"


def test_a_merged_cell_is_read_once():
    def build(paper):
        table = paper.add_table(2, 2)
        table.cell(0, 0).merge(table.cell(1, 1)).text = "ACME LLC"

    assert words(read(build)[0]) == "ACME LLC"


def test_tabs_stand_at_their_stops():
    def build(paper):
        for text in ("SHIPPER\tB/L NO.", "A VERY LONG NAME LTD.\tNGB001"):
            paper.add_paragraph(text).paragraph_format.tab_stops.add_tab_stop(Inches(3.5))

    [page] = read(build)
    places = {word.text: word.x0 for word in page.words}
    assert places["B/L"] == places["NGB001"]


def test_capitals_that_only_the_style_makes_are_read_as_seen():
    def build(paper):
        paper.add_paragraph().add_run("Acme Llc").font.all_caps = True

    assert words(read(build)[0]) == "ACME LLC"


def test_a_page_break_begins_a_page_and_headings_stand_on_the_first():
    def build(paper):
        paper.sections[0].header.paragraphs[0].text = "DRAFT"
        paper.add_paragraph("FACE")
        paper.add_page_break()
        paper.add_paragraph("RIDER")

    assert [words(page) for page in read(build)] == ["DRAFT FACE", "RIDER"]


def test_a_comment_is_a_mark_on_its_words():
    def build(paper):
        paper.add_comment(paper.add_paragraph("ACME LLC").runs, text="Should be BETA", author="M")

    assert marks(read(build)[0]) == [("comment", "Should be BETA")]


def test_paths_count_paragraphs_tables_rows_and_cells():
    paths = [path for _, path in next(read_pages(a_word_file(), 5)).places]
    assert paths[:3] == ["paragraph 1", "table 1, row 1, cell 1", "table 1, row 1, cell 1"]


def test_tables_without_end_are_refused():
    cell = "<w:tbl><w:tr><w:tc>" * 30 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 30

    def build(paper):
        paper.element.body.insert(0, parse_xml(cell.replace("<w:tbl>", f"<w:tbl {W}>", 1)))

    with pytest.raises(UnreadableDocument) as told:
        read(build)
    assert told.value.reason == "too-deep"


def test_a_hidden_row_of_a_table_is_hidden():
    def build(paper):
        table = paper.add_table(2, 1)
        table.cell(0, 0).text, table.cell(1, 0).text = "ACME LLC", "NEW YORK"
        table.rows[1]._tr.insert(0, parse_xml(f"<w:trPr {W}><w:hidden/></w:trPr>"))

    [page] = read(build)
    assert (words(page), [(it.text, it.reason) for it in page.hidden]) == (
        "ACME LLC", [("NEW", "hidden row"), ("YORK", "hidden row")],
    )  # fmt: skip
