"""Both engines see the same page: upright, whole, and only what a person sees."""

from types import ModuleType

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from docvalidate.engines import pdfium, plumber
from docvalidate.engines.page import Page
from docvalidate.errors import UnreadableDocument
from tests.papers import HEIGHT, a_bill, a_pdf, frame, write

both = pytest.mark.parametrize("engine", [pdfium, plumber], ids=["pdfium", "plumber"])


def pages(engine: ModuleType, data: bytes) -> list[Page]:
    return list(engine.read_pages(data, 20))


def text(page: Page) -> str:
    return " ".join(word.text for word in sorted(page.words, key=lambda word: (round(word.bottom), word.x0)))


@both
def test_gives_words_with_their_places_in_points_from_the_top_left_corner(engine):
    page = pages(engine, a_pdf(lambda c: write(c, "PORT OF LOADING", 100, 200)))[0]
    assert text(page) == "PORT OF LOADING"
    first = page.words[0]
    assert first.x0 == pytest.approx(100, abs=1)
    assert 198 < first.top < first.bottom < 213


@both
def test_reads_a_page_with_a_rotate_entry_as_it_is_displayed(engine):
    def draw(canvas: Canvas) -> None:
        # Drawn so that it stands upright once the viewer has turned the sheet (842 wide) by 90 degrees.
        canvas.setPageRotation(90)
        canvas.rotate(90)
        canvas.drawString(100, -50, "CONSIGNEE ACME")

    page = pages(engine, a_pdf(draw))[0]
    assert (page.width, page.height) == (595.0, HEIGHT)
    assert text(page) == "CONSIGNEE ACME"
    assert page.words[0].bottom - page.words[0].top < 15


@both
def test_turns_a_page_that_was_drawn_sideways(engine):
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(100, -50, "CONSIGNEE ACME")

    page = pages(engine, a_pdf(draw))[0]
    assert (page.width, page.height) == (HEIGHT, 595.0)
    assert text(page) == "CONSIGNEE ACME"
    assert page.words[0].bottom - page.words[0].top < 15


@both
def test_keeps_a_watermark_out_of_the_words_it_crosses(engine):
    def draw(canvas: Canvas) -> None:
        write(canvas, "PORT OF DISCHARGE BALTIMORE", 200, 400)
        canvas.setFillGray(0.8)
        canvas.setFont("Helvetica-Bold", 80)
        canvas.translate(180, 350)
        canvas.rotate(45)
        canvas.drawString(0, 0, "DRAFT")

    page = pages(engine, a_pdf(draw))[0]
    assert text(page) == "PORT OF DISCHARGE BALTIMORE"
    assert "".join(page.marks) == "DRAFT"


@both
def test_finds_the_four_sides_of_boxes_and_dotted_rules(engine):
    def draw(canvas: Canvas) -> None:
        frame(canvas, 40, 100, 300, 180)
        for dot in range(100):
            canvas.rect(40 + 3 * dot, HEIGHT - 300, 1, 1, stroke=0, fill=1)

    page = pages(engine, a_pdf(draw))[0]
    assert {(round(line.y), round(line.x0), round(line.x1)) for line in page.horizontals} >= {
        (100, 40, 300),
        (180, 40, 300),
    }
    assert {(round(line.x), round(line.top), round(line.bottom)) for line in page.verticals} == {
        (40, 100, 180),
        (300, 100, 180),
    }
    assert any(abs(line.y - 299.5) < 1 and line.x1 - line.x0 > 290 for line in page.horizontals)


@both
def test_hides_white_letters_on_white_paper_but_not_on_a_dark_bar(engine):
    def draw(canvas: Canvas) -> None:
        write(canvas, "SEEN", 40, 100)
        canvas.setFillGray(1)
        write(canvas, "SECRET", 40, 130)
        canvas.setFillGray(0.2)
        canvas.rect(40, HEIGHT - 180, 200, 20, stroke=0, fill=1)
        canvas.setFillGray(1)
        write(canvas, "HEADING", 44, 164)

    page = pages(engine, a_pdf(draw))[0]
    assert text(page) == "SEEN HEADING"
    assert [(it.text, it.reason) for it in page.hidden] == [("SECRET", "white")]


@pytest.mark.parametrize(
    ("reason", "draw"),
    [
        ("invisible", lambda c: _mode(c, 3)),
        ("covered", lambda c: _under_a_bar(c)),
        ("off the page", lambda c: write(c, "SECRET", -200, 130)),
        ("too small", lambda c: write(c, "SECRET", 40, 130, size=0.8)),
        ("covered", lambda c: _clipped(c)),
    ],
    ids=["render mode 3", "under a white bar", "off the page", "zero size", "clipped away"],
)  # fmt: skip
def test_says_what_hides_a_word(reason, draw):
    def page(canvas: Canvas) -> None:
        write(canvas, "SEEN", 40, 100)
        draw(canvas)

    read = pages(pdfium, a_pdf(page))[0]
    assert text(read) == "SEEN"
    assert {it.reason for it in read.hidden} <= {reason}
    assert "".join(it.text for it in read.hidden) in ("SECRET", "")


def test_hides_what_is_covered_where_other_words_now_stand():
    def draw(canvas: Canvas) -> None:
        write(canvas, "SECRET LTD", 40, 130)
        canvas.setFillGray(1)
        canvas.rect(30, HEIGHT - 150, 200, 30, stroke=0, fill=1)
        canvas.setFillGray(0)
        write(canvas, "ACME LTD", 40, 130)

    page = pages(pdfium, a_pdf(draw))[0]
    assert text(page) == "ACME LTD"
    assert [it.text for it in page.hidden] == ["SECRET", "LTD"]


def _under_a_bar(canvas: Canvas) -> None:
    write(canvas, "SECRET", 40, 130)
    canvas.setFillGray(1)
    canvas.rect(30, HEIGHT - 150, 200, 30, stroke=0, fill=1)


def _mode(canvas: Canvas, mode: int) -> None:
    line = canvas.beginText(40, HEIGHT - 140)
    line.setFont("Helvetica", 9)
    line.setTextRenderMode(mode)
    line.textOut("SECRET")
    canvas.drawText(line)


def _clipped(canvas: Canvas) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(400, 400, 20, 20)
    canvas.clipPath(path, stroke=0, fill=0)
    write(canvas, "SECRET", 40, 130)
    canvas.restoreState()


@both
def test_reads_the_values_of_form_fields(engine):
    def draw(canvas: Canvas) -> None:
        write(canvas, "Consignee", 40, 95)
        canvas.acroForm.textfield(
            name="cnee",
            value="ACME LLC\n12 PIER ROAD",
            x=40,
            y=HEIGHT - 160,
            width=200,
            height=50,
            fieldFlags="multiline",
        )

    assert text(pages(engine, a_pdf(draw))[0]) == "Consignee ACME LLC 12 PIER ROAD"


@both
def test_opens_a_file_that_is_encrypted_with_an_empty_password(engine):
    data = a_pdf(a_bill(), encrypt=StandardEncryption("", ownerPassword="owner", canPrint=1))
    assert "ACME" in text(pages(engine, data)[0])


@both
def test_says_that_a_file_is_locked_or_damaged(engine):
    locked = a_pdf(a_bill(), encrypt=StandardEncryption("secret", ownerPassword="owner"))
    for data in (locked, b"%PDF-1.4\nnothing of the kind"):
        with pytest.raises(UnreadableDocument):
            pages(engine, data)


@both
def test_stops_at_more_pages_than_allowed(engine):
    with pytest.raises(UnreadableDocument, match="limit is 1"):
        list(engine.read_pages(a_pdf(a_bill(), a_bill()), 1))


@both
def test_classifies_a_page_of_terms_without_reading_it(engine):
    clause = "The Carrier shall not be liable to the Merchant for any loss arising from the Goods or of the consignee"
    page = a_pdf(lambda c: write(c, "\n".join([clause] * 60), 20, 20, size=6))
    assert [(it.kind, it.words) for it in pages(engine, page)] == [("terms", ())]


def _form(value: str) -> bytes:
    return a_pdf(lambda c: c.acroForm.textfield(name="cnee", value=value, x=40, y=HEIGHT - 160, width=200, height=20))


def test_believes_a_form_field_that_shows_what_it_holds():
    assert pages(pdfium, _form("ACME LLC"))[0].overlays == ()


def test_says_where_a_form_field_shows_other_text_than_it_holds():
    data = _form("ACME LLC")
    belied = data.replace(b"(ACME LLC)", b"(ACNE LLC)")
    assert belied != data
    (overlay,) = pages(pdfium, belied)[0].overlays
    assert (overlay.what, overlay.text) == ("a field that shows other text than it holds", "ACME LLC")


def test_reads_a_word_that_is_printed_twice_once():
    def draw(canvas: Canvas) -> None:
        write(canvas, "ACME LLC", 40, 100)
        write(canvas, "ACME LLC", 40.3, 100)

    assert text(pages(pdfium, a_pdf(draw))[0]) == "ACME LLC"


def test_reads_no_mirrored_letters():
    def draw(canvas: Canvas) -> None:
        write(canvas, "SEEN", 40, 100)
        canvas.translate(300, 0)
        canvas.scale(-1, 1)
        write(canvas, "MIRROR", 40, 200)

    assert text(pages(pdfium, a_pdf(draw))[0]) == "SEEN"


def chinese(canvas: Canvas, text: str) -> None:
    """Chinese in a font that the file names and does not bring along, as Acrobat's Asian font packs had it."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas.setFont("STSong-Light", 10)
    canvas.drawString(100, HEIGHT - 200, text)


@both
def test_reads_chinese_in_a_font_that_neither_the_file_nor_the_machine_may_have(engine):
    page = pages(engine, a_pdf(lambda c: chinese(c, "收货人")))[0]
    assert (text(page), page.hidden) == ("收货人", ())


def test_reads_no_chinese_that_is_painted_over_whether_or_not_the_machine_can_draw_it():
    def draw(canvas: Canvas) -> None:
        chinese(canvas, "收货人")
        canvas.setFillGray(1)
        canvas.rect(90, HEIGHT - 210, 100, 30, stroke=0, fill=1)

    page = pages(pdfium, a_pdf(draw))[0]
    assert (text(page), [it.reason for it in page.hidden]) == ("", ["covered"])
