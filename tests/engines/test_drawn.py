"""Strokes, thin bars, frames and rows of dots are lines; pictures and white paint are none."""

from io import BytesIO

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from docvalidate.engines import pdfium, plumber
from docvalidate.engines.drawn import MOST, Drawing
from docvalidate.engines.turned import Turned, Upright
from tests.papers import HEIGHT, a_pdf, write

both = pytest.mark.parametrize("engine", [pdfium, plumber], ids=["pdfium", "plumber"])


def lines(drawing):
    across, down = drawing.rulings()
    return [tuple(line) for line in across], [tuple(line) for line in down]


def a_drawing(*strokes):
    drawing = Drawing()
    for stroke in strokes:
        drawing.add_line(*stroke)
    return drawing


def test_takes_strokes_across_and_down_and_no_others():
    drawing = a_drawing((40, 100, 300, 100), (300, 180, 300, 100), (40, 100, 300, 180))
    assert lines(drawing) == ([(100, 40, 300)], [(300, 100, 180)])


def test_joins_pieces_of_one_line_and_keeps_apart_what_stands_apart():
    drawing = a_drawing((40, 100, 100, 100), (102, 100.2, 200, 100.2), (260, 100, 300, 100), (60, 100, 90, 100))
    assert lines(drawing)[0] == [(100, 40, 200), (100, 260, 300)]


def test_a_row_of_dots_is_a_line_and_a_few_dots_are_none():
    drawing = a_drawing(*((40 + 4 * dot, 100, 41 + 4 * dot, 100) for dot in range(20)), (300, 300, 301, 300))
    drawing.add_fill((400, 400, 401, 401), shaded=True)
    assert lines(drawing) == ([(100, 40, 117)], [])


def test_a_frame_has_four_sides_and_a_thin_one_is_a_line():
    drawing = Drawing()
    drawing.add_frame((40, 100, 300, 180))
    drawing.add_frame((40, 200, 300, 201))
    assert lines(drawing) == ([(100, 40, 300), (180, 40, 300), (200.5, 40, 300)], [(40, 100, 180), (300, 100, 180)])


def test_a_bar_is_a_line_and_a_box_is_a_shade_unless_it_is_white():
    drawing = Drawing()
    drawing.add_fill((40, 100, 300, 101), shaded=True)
    drawing.add_fill((40, 100, 41, 180), shaded=True)
    drawing.add_fill((40, 200, 300, 215), shaded=True)
    drawing.add_fill((40, 220, 300, 235), shaded=False)
    assert lines(drawing) == ([(100.5, 40, 300)], [(40.5, 100, 180)])
    assert drawing.fills == [(40, 200, 300, 215)]


def test_a_picture_made_of_strokes_is_no_form():
    drawing = a_drawing(*((40, row, 300, row) for row in range(MOST + 1)))
    assert lines(drawing) == ([], [])


def test_too_many_dots_are_a_picture_beside_which_lines_stand():
    drawing = a_drawing((40, 100, 300, 100), *((40, row, 41, row) for row in range(MOST + 1)))
    assert lines(drawing) == ([(100, 40, 300)], [])


# --- as pages are turned


@pytest.mark.parametrize(
    ("quarter", "place"),
    [(0, (10, 170, 40, 190)), (1, (10, 10, 30, 40)), (2, (60, 10, 90, 30)), (3, (170, 60, 190, 90))],
)
def test_a_place_on_the_sheet_is_told_as_the_page_is_displayed(quarter, place):
    # A sheet of 100 by 200 whose lower left corner is at (5, 5).
    assert Turned((5, 5, 105, 205), quarter).box(15, 15, 45, 35) == place


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_turning_a_page_back_gives_the_place_as_displayed(turn):
    upright = Upright(turn, 595, 842)
    box = (40.0, 100.0, 300.0, 180.0)
    assert upright.back().box(upright.box(box)) == box
    assert upright.size() == ((842, 595) if turn % 2 else (595, 842))


def test_lines_are_turned_with_their_page():
    drawing = a_drawing((40, 100, 300, 100))
    drawing.fills.append((40, 200, 300, 215))
    turned = Upright(2, 595, 842).drawing(drawing)
    assert lines(turned) == ([(742, 295, 555)], [])
    assert turned.fills == [(295, 627, 555, 642)]


# --- as pages are drawn


def page(engine, *draws, **others):
    def draw(canvas: Canvas) -> None:
        write(canvas, "SEEN", 40, 20)
        for each in draws:
            each(canvas)

    return next(iter(engine.read_pages(a_pdf(draw, **others), 5)))


def rulings(page):
    across = [(round(line.y), round(line.x0), round(line.x1)) for line in page.horizontals]
    return across, [(round(line.x), round(line.top), round(line.bottom)) for line in page.verticals]


def a_path(canvas, *points, close=False, stroke=1, fill=0):
    path = canvas.beginPath()
    path.moveTo(points[0][0], HEIGHT - points[0][1])
    for x, top in points[1:]:
        path.lineTo(x, HEIGHT - top)
    if close:
        path.close()
    canvas.drawPath(path, stroke=stroke, fill=fill)


@both
def test_sees_a_line_that_is_drawn_as_a_line(engine):
    seen = page(engine, lambda c: c.line(40, HEIGHT - 100, 300, HEIGHT - 100), lambda c: c.line(300, 600, 300, 700))
    assert rulings(seen) == ([(100, 40, 300)], [(300, 142, 242)])


@both
def test_sees_lines_that_are_drawn_as_thin_bars(engine):
    def bars(canvas):
        canvas.rect(40, HEIGHT - 101, 260, 1, stroke=0, fill=1)
        canvas.rect(299, HEIGHT - 180, 1, 80, stroke=0, fill=1)

    across, down = rulings(page(engine, bars))
    assert [line[1:] for line in across] == [(40, 300)]
    assert [line[1:] for line in down] == [(100, 180)]


@both
def test_does_not_see_white_lines(engine):
    def white(canvas):
        canvas.setStrokeGray(1)
        canvas.setFillGray(1)
        canvas.line(40, HEIGHT - 100, 300, HEIGHT - 100)
        canvas.rect(40, HEIGHT - 201, 260, 1, stroke=0, fill=1)
        canvas.rect(40, HEIGHT - 300, 260, 40, stroke=1, fill=1)

    seen = page(engine, white)
    assert (rulings(seen), seen.fills) == (([], []), ())


@pytest.mark.parametrize(
    "paint",
    [
        lambda c: c.setFillGray(0.8),
        lambda c: c.setFillColorRGB(0.8, 0.85, 0.9),
        lambda c: c.setFillColorCMYK(0.1, 0, 0, 0.1),
    ],
    ids=["grey", "RGB", "CMYK"],
)
@both
def test_sees_a_shade_of_whatever_colour(engine, paint):
    def shade(canvas):
        paint(canvas)
        canvas.rect(40, HEIGHT - 115, 260, 15, stroke=0, fill=1)

    seen = page(engine, shade)
    assert [tuple(map(round, box)) for box in seen.fills] == [(40, 100, 300, 115)]
    assert rulings(seen) == ([], [])


@both
def test_sees_a_shaded_box_with_its_frame(engine):
    def shade(canvas):
        canvas.setFillGray(0.8)
        canvas.rect(40, HEIGHT - 115, 260, 15, stroke=1, fill=1)

    seen = page(engine, shade)
    assert list(seen.fills) == [pytest.approx((40, 100, 300, 115), abs=1.5)]
    assert rulings(seen)[0] == [(100, 40, 300), (115, 40, 300)]


def test_sees_each_side_of_a_path_and_the_way_back_of_a_closed_one():
    corners = ((40, 100), (300, 100), (300, 180), (40, 180))
    whole = ([(100, 40, 300), (180, 40, 300)], [(40, 100, 180), (300, 100, 180)])
    assert rulings(page(pdfium, lambda c: a_path(c, *corners, close=True))) == whole
    open_side = ([(100, 40, 300), (180, 40, 300)], [(300, 100, 180)])
    assert rulings(page(pdfium, lambda c: a_path(c, *corners))) == open_side


def test_sees_the_bars_of_a_path_that_holds_several():
    def bars(canvas):
        path = canvas.beginPath()
        for top in (100, 140, 180):
            path.rect(40, HEIGHT - top - 1, 260, 1)
        canvas.drawPath(path, stroke=0, fill=1)

    across, _ = rulings(page(pdfium, bars))
    assert [(x0, x1) for _, x0, x1 in across] == [(40, 300)] * 3


@both
def test_sees_lines_inside_a_form_where_it_is_put_down(engine):
    def form(canvas):
        canvas.beginForm("box")
        canvas.line(0, 0, 260, 0)
        canvas.drawString(2, 4, "INSIDE")
        canvas.endForm()
        canvas.saveState()
        canvas.translate(40, HEIGHT - 100)
        canvas.doForm("box")
        canvas.restoreState()

    seen = page(engine, form)
    assert rulings(seen)[0] == [(100, 40, 300)]
    inside = next(word for word in seen.words if word.text == "INSIDE")
    assert (inside.x0, inside.bottom) == pytest.approx((42, 98), abs=1.5)


@both
def test_sees_that_a_page_is_the_picture_of_a_page(engine):
    def picture(canvas, width, height):
        canvas.drawImage(ImageReader(BytesIO(b"P5\n2 2\n255\n\0\0\0\0")), 0, 0, width, height)

    assert page(engine, lambda c: picture(c, 595, 842)).scanned
    assert not page(engine, lambda c: picture(c, 100, 100)).scanned


@pytest.mark.parametrize("turn", [90, 180, 270])
@both
def test_reads_words_and_lines_of_a_page_with_a_rotate_entry_as_displayed(engine, turn):
    def draw(canvas):
        # Drawn so that it stands upright, 595 wide and 842 high, once the viewer has turned the sheet.
        canvas.setPageRotation(turn)
        canvas.translate(*{90: (HEIGHT, 0), 180: (595, HEIGHT), 270: (0, 595)}[turn])
        canvas.rotate(turn)
        canvas.line(40, HEIGHT - 100, 300, HEIGHT - 100)
        canvas.drawString(42, HEIGHT - 95, "CONSIGNEE ACME")

    seen = next(iter(engine.read_pages(a_pdf(draw), 5)))
    assert (seen.width, seen.height) == (595, HEIGHT)
    assert rulings(seen)[0] == [(100, 40, 300)]
    assert [word.text for word in seen.words] == ["CONSIGNEE", "ACME"]
    assert (round(seen.words[0].x0), round(seen.words[0].bottom)) == (42, 97)
