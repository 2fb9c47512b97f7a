"""What somebody typed into a field or a note is read as a viewer shows it, and what is set sideways is kept apart."""

import pytest
from reportlab.lib.colors import PCMYKColor

from docvalidate.engines import pdfium, plumber
from tests.papers import HEIGHT, a_pdf, write

both = pytest.mark.parametrize("engine", [pdfium, plumber], ids=["pdfium", "plumber"])
CLAUSE = "The Carrier shall not be liable to the Merchant for any loss arising from the Goods, whether or not the"


def page(engine, draw):
    return next(iter(engine.read_pages(a_pdf(draw), 5)))


def text(page):
    return " ".join(word.text for word in sorted(page.words, key=lambda word: (round(word.bottom), word.x0)))


def a_field(canvas, value, *, top=120, flags=0, **others):
    others = {"fieldFlags": "", "annotationFlags": "print", **others}
    canvas.acroForm.textfield(value=value, x=40, y=HEIGHT - top - 20, width=200, height=20, **others)


def a_note(canvas, contents, **others):
    canvas.freeTextAnnotation(contents, "/Helv 9 Tf 0 g", Rect=(40, HEIGHT - 200, 240, HEIGHT - 180), **others)


@both
def test_reads_fields_and_notes_where_they_stand(engine):
    def draw(canvas):
        write(canvas, "Consignee", 40, 100)
        a_field(canvas, "ACME LLC", name="cnee")
        a_note(canvas, "SECOND LTD")

    seen = page(engine, draw)
    assert text(seen) == "Consignee ACME LLC SECOND LTD"
    acme, second = (next(word for word in seen.words if word.text == text) for text in ("ACME", "SECOND"))
    assert (acme.x0, second.x0) == (42, 42)
    assert 120 < acme.top < acme.bottom < 140 < 180 < second.top < second.bottom < 200


@both
def test_reads_the_choice_of_a_list_but_no_tick(engine):
    def draw(canvas):
        write(canvas, "Terms", 40, 100)
        canvas.acroForm.choice(
            name="terms", value="PREPAID", options=["PREPAID", "COLLECT"], x=40, y=600, width=100, height=20
        )
        canvas.acroForm.checkbox(name="tick", checked=True, x=40, y=500)

    assert "PREPAID" in text(page(engine, draw)).split()
    assert "Yes" not in text(page(engine, draw))


@both
def test_an_empty_field_holds_no_words(engine):
    def draw(canvas):
        write(canvas, "Consignee", 40, 100)
        a_field(canvas, "", name="cnee")
        a_field(canvas, "   ", name="notify", top=160)

    assert text(page(engine, draw)) == "Consignee"


@both
def test_what_a_hidden_field_holds_is_hidden(engine):
    def draw(canvas):
        write(canvas, "Consignee", 40, 100)
        a_field(canvas, "SECRET LTD", name="cnee", annotationFlags="hidden")

    seen = page(engine, draw)
    assert text(seen) == "Consignee"
    assert [(it.text, it.reason) for it in seen.hidden] == [("SECRET", "invisible"), ("LTD", "invisible")]


@both
def test_a_page_of_small_print_with_fields_is_a_form(engine):
    def terms(canvas):
        write(canvas, "\n".join([CLAUSE] * 60), 20, 20, size=6)

    def form(canvas):
        terms(canvas)
        a_field(canvas, "ACME LLC", name="cnee", top=700)

    assert page(engine, terms).kind == "terms"
    seen = page(engine, form)
    assert seen.kind is None
    assert {"ACME", "LLC"} <= {word.text for word in seen.words}


@both
def test_letters_beyond_the_first_plane_and_wide_blanks_do_not_harm(engine):
    seen = page(engine, lambda c: write(c, "PORT\u00a0OF LOADING", 40, 100))
    assert text(seen) == "PORT OF LOADING"


@both
def test_outlined_letters_are_seen_and_white_cmyk_ones_are_not(engine):
    def draw(canvas):
        canvas.saveState()
        line = canvas.beginText(40, HEIGHT - 140)
        line.setFont("Helvetica", 9)
        line.setTextRenderMode(1)
        line.textOut("OUTLINED")
        canvas.drawText(line)
        canvas.restoreState()
        canvas.setFillColor(PCMYKColor(0, 0, 0, 0))
        write(canvas, "SECRET", 40, 200)

    seen = page(engine, draw)
    assert "OUTLINED" in text(seen)
    assert "SECRET" not in text(seen)


def test_a_page_far_larger_than_paper_is_read_all_the_same():
    data = a_pdf(lambda c: (c.setFont("Helvetica", 60), c.drawString(400, 8000, "BIG SHEET")), size=(9000, 9000))
    assert text(next(iter(pdfium.read_pages(data, 5)))) == "BIG SHEET"


def test_a_stamp_set_letter_by_letter_is_one_mark():
    def draw(canvas):
        write(canvas, "BILL OF LADING CONSIGNEE", 40, 100)
        for place, letter in enumerate("DRAFT"):
            canvas.saveState()
            canvas.translate(200 + 20 * place, 400 + 6 * place)
            canvas.rotate(20 + place)
            canvas.setFont("Helvetica-Bold", 30)
            canvas.drawString(0, 0, letter)
            canvas.restoreState()

    assert "".join(page(pdfium, draw).marks) == "DRAFT"


def test_two_marks_that_stand_apart_are_two():
    def draw(canvas):
        write(canvas, "BILL OF LADING CONSIGNEE", 40, 100)
        for x, y, word in ((100, 300, "DRAFT"), (300, 700, "COPY")):
            canvas.saveState()
            canvas.translate(x, y)
            canvas.rotate(45)
            canvas.drawString(0, 0, word)
            canvas.restoreState()

    assert page(pdfium, draw).marks == ("DRAFT", "COPY")


@pytest.mark.parametrize("turn", [90, 270])
@both
def test_words_set_sideways_beside_a_box_are_kept_line_by_line(engine, turn):
    def draw(canvas):
        write(canvas, "ACME IMPORTS LLC\n12 PIER ROAD BOSTON", 80, 120)
        canvas.translate(60, HEIGHT - (190 if turn == 90 else 110))
        canvas.rotate(turn)
        canvas.drawString(0, 0, "NOTIFY PARTY")

    seen = page(engine, draw)
    assert text(seen) == "ACME IMPORTS LLC 12 PIER ROAD BOSTON"
    (caption,) = seen.sideways
    assert caption.text == "NOTIFY PARTY"
    assert 45 < caption.x0 < caption.x1 < 75 and 105 < caption.top < caption.bottom < 195
