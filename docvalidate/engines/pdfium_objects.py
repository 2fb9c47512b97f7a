"""The objects of a page in the order they are painted: what is drawn, and what covers what was drawn before."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from docvalidate.errors import UnreadableDocument

from .drawn import Drawing
from .page import Box
from .turned import Turned, quarter_circles

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
DEEPEST = 8
MOST_OBJECTS = 60_000
SEGMENT_LINE, SEGMENT_MOVE = 0, 2


INVISIBLE = {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
FAINT = 235
"""Ink lighter than this (0 black, 255 white) shows only on something dark."""


class Ink(NamedTuple):
    """How a piece of text is painted; `size` and `base`, the height of its baseline on the sheet, are in points.

    `drawn` is the turn on the unturned sheet, `turn` that on the displayed page; `hidden` says what hides it, if its
    ink alone does.
    """

    turn: int | None
    drawn: int | None
    size: float
    base: float
    hidden: str | None
    order: int
    font: int


@dataclass
class Objects:
    """What is known of a page's objects: the ink of each text object by address, covers and pictures.

    `lent` are the fonts that the file names and does not bring along: whoever shows the page lends one of its own.
    """

    inks: dict[int, Ink] = field(default_factory=dict)
    covers: list[tuple[int, Box]] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    opaque: list[tuple[int, Box]] = field(default_factory=list)
    lent: set[int] = field(default_factory=set)

    def picture_share(self, width: float, height: float) -> float:
        """The share of the page that its largest picture takes."""
        areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in self.pictures]
        return max(areas, default=0.0) / max(width * height, 1.0)


def address(pointer: Any) -> int:
    """Where an object lies in memory: the same object, the same number."""
    return ctypes.addressof(pointer.contents)


def read_objects(page: object, turned: Turned, drawing: Drawing) -> Objects:
    """Go through all objects, those inside forms too, in the order of painting."""
    found = Objects()
    fonts: dict[int, int] = {}
    for order, (obj, kind, matrix) in enumerate(_walk(page)):
        if order > MOST_OBJECTS:
            raise UnreadableDocument("more drawing on one page than any bill has", "too-large")
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            found.inks[address(obj)] = _ink(obj, matrix, turned, order, _font(obj, fonts, found.lent))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _draw(obj, matrix, turned, drawing, found, order)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(obj, matrix, turned)
            found.pictures.append(box)
            if not pdfium.FPDFPageObj_HasTransparency(obj):
                found.opaque.append((order, box))
    return found


def _walk(page: object) -> Iterator[tuple[Any, int, Matrix]]:
    def inside(get: Any, holder: object, count: int, outer: Matrix, depth: int) -> Iterator[tuple[Any, int, Matrix]]:
        for index in range(count):
            obj = get(holder, index)
            kind = pdfium.FPDFPageObj_GetType(obj)
            if kind != pdfium.FPDF_PAGEOBJ_FORM:
                yield obj, kind, outer
            elif depth < DEEPEST:
                inner = _times(_matrix(obj), outer)
                yield from inside(
                    pdfium.FPDFFormObj_GetObject, obj, pdfium.FPDFFormObj_CountObjects(obj), inner, depth + 1
                )

    yield from inside(pdfium.FPDFPage_GetObject, page, pdfium.FPDFPage_CountObjects(page), IDENTITY, 0)


def _matrix(obj: object) -> Matrix:
    it = pdfium.FS_MATRIX()
    return (it.a, it.b, it.c, it.d, it.e, it.f) if pdfium.FPDFPageObj_GetMatrix(obj, it) else IDENTITY


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    if outer is IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _bounds(obj: object, outer: Matrix, turned: Turned) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(obj, left, bottom, right, top)
    a, b, c, d, e, f = outer
    corners = [
        (a * x + c * y + e, b * x + d * y + f) for x in (left.value, right.value) for y in (bottom.value, top.value)
    ]
    across, up = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return turned.box(min(across), min(up), max(across), max(up))


def _colour(obj: object, get: Any) -> tuple[int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not get(obj, red, green, blue, alpha):
        return 0, 255
    return (red.value * 299 + green.value * 587 + blue.value * 114) // 1000, alpha.value


def _font(obj: object, fonts: dict[int, int], lent: set[int]) -> int:
    """The number of a text's font on this page."""
    font = pdfium.FPDFTextObj_GetFont(obj)
    key = address(font) if font else 0
    if key not in fonts:
        fonts[key] = len(fonts)
        if font and not pdfium.FPDFFont_GetIsEmbedded(font):
            lent.add(fonts[key])
    return fonts[key]


def _ink(obj: object, outer: Matrix, turned: Turned, order: int, font: int) -> Ink:
    a, b, c, d, _, base = _times(_matrix(obj), outer)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(obj)
    stroked = mode in (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP)
    grey, alpha = _colour(obj, pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor)
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(obj, size)
    # Mirrored letters are nobody's text: they are taken like words set at an angle.
    drawn = quarter_circles(a, b) if a * d - b * c > 0 else None
    turn = None if drawn is None else (drawn + turned.quarter) % 4
    hidden = "invisible" if mode in INVISIBLE or alpha < 10 else "white" if grey > FAINT else None
    return Ink(turn, drawn, size.value * (c * c + d * d) ** 0.5, base, hidden, order, font)


def _draw(obj: object, outer: Matrix, turned: Turned, drawing: Drawing, found: Objects, order: int) -> None:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(obj, mode, stroke)
    box = _bounds(obj, outer, turned)
    if mode.value:
        grey, alpha = _colour(obj, pdfium.FPDFPageObj_GetFillColor)
        if alpha > 230 and min(box[2] - box[0], box[3] - box[1]) > 3.0 and _is_box(obj):
            found.covers.append((order, box))
        if alpha > 8 and not stroke.value:
            if grey < 252 or min(box[2] - box[0], box[3] - box[1]) > 3.0:
                for part in _boxes(obj, outer, turned, box):
                    drawing.add_fill(part, shaded=grey < 252)
            return
        if alpha > 8 and grey < 252 and _is_box(obj):
            drawing.fills.append(box)
    if stroke.value and _colour(obj, pdfium.FPDFPageObj_GetStrokeColor)[0] < 248:
        for x0, y0, x1, y1 in _strokes(obj, outer, turned):
            drawing.add_line(x0, y0, x1, y1)


def _is_box(obj: object) -> bool:
    return int(pdfium.FPDFPath_CountSegments(obj)) <= 6


def _boxes(obj: object, outer: Matrix, turned: Turned, whole: Box) -> list[Box]:
    """The rectangles of a filled path: one path may hold many bars."""
    if _is_box(obj):
        return [whole]
    boxes: list[Box] = []
    corners: list[tuple[float, float]] = []
    for kind, x, y in _segments(obj, outer, turned):
        if kind == SEGMENT_MOVE and corners:
            boxes.append(_around(corners))
            corners = []
        corners.append((x, y))
    return [*boxes, _around(corners)]


def _around(corners: list[tuple[float, float]]) -> Box:
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(down), max(across), max(down)


def _strokes(obj: object, outer: Matrix, turned: Turned) -> Iterator[Box]:
    start = last = (0.0, 0.0)
    for kind, x, y in _segments(obj, outer, turned):
        if kind == SEGMENT_MOVE:
            start = (x, y)
        elif kind == SEGMENT_LINE:
            yield last[0], last[1], x, y
        last = (x, y)
    if last != start:
        # A closed path has no segment of its own for the way back.
        count = pdfium.FPDFPath_CountSegments(obj)
        if pdfium.FPDFPathSegment_GetClose(pdfium.FPDFPath_GetPathSegment(obj, count - 1)):
            yield last[0], last[1], start[0], start[1]


def _segments(obj: object, outer: Matrix, turned: Turned) -> Iterator[tuple[int, float, float]]:
    a, b, c, d, e, f = _times(_matrix(obj), outer)
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(obj), 4000)):
        segment = pdfium.FPDFPath_GetPathSegment(obj, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        place = turned.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        yield pdfium.FPDFPathSegment_GetType(segment), *place
