"""The second reading: pdfplumber (pdfminer), another parser altogether, asked where the first would accuse."""

import io
import logging
from collections.abc import Iterator
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psparser import PSException
from pdfplumber.utils.exceptions import PdfminerException

from docvalidate.errors import UnreadableDocument

from .drawn import Drawing
from .page import Box, Page
from .terms import is_terms
from .turned import Upright, quarter_circles
from .typed import Typed, lay_out
from .visible import sort_out
from .words import Glyph, reading_turn, turned_upright

logging.getLogger("pdfminer").setLevel(logging.ERROR)
MOST_CHARACTERS = 60_000


def read_pages(data: bytes, max_pages: int) -> Iterator[Page]:
    """Yield each page; coordinates are points from the top left corner as displayed. Raises UnreadableDocument."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > max_pages:
                raise UnreadableDocument(f"{len(document.pages)} pages, and the limit is {max_pages}", "too-large")
            for page in document.pages:
                yield _transcribe(page)
                page.close()
    except (PdfminerException, PDFSyntaxError, PSException, PDFPasswordIncorrect) as error:
        kind = type(error).__name__
        raise UnreadableDocument(f"the second reader cannot open the file ({kind})", "damaged") from error


def _transcribe(page: Any) -> Page:
    width, height = float(page.width), float(page.height)
    characters = page.chars
    if len(characters) > MOST_CHARACTERS:
        raise UnreadableDocument(f"{len(characters):,} characters on one page", "too-large")
    if is_terms(_lines(characters)) and not any(_typed(note) for note in page.annots):
        return Page(page.page_number, width, height, kind="terms")
    drawing = Drawing()
    for line in page.lines:
        if _grey(line.get("stroking_color")) < 248:
            drawing.add_line(line["x0"], line["top"], line["x1"], line["bottom"])
    for box in (*page.rects, *page.curves):
        _draw(box, drawing)
    dark = [_place(box) for box in page.rects if box.get("fill") and _grey(box.get("non_stroking_color")) < 200]
    glyphs = [_glyph(character, dark) for character in characters]
    upright = Upright(reading_turn(glyphs), width, height)
    glyphs = _in_order(turned_upright(glyphs, upright))
    for note in page.annots:
        glyphs += _typed(note)
    read = sort_out(glyphs, [], None, *upright.size())
    areas = [(image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) for image in page.images]
    scanned = max(areas, default=0.0) > 0.6 * width * height
    drawing = upright.drawing(drawing)
    return Page(
        page.page_number, *upright.size(), None, read.words, *drawing.rulings(), tuple(drawing.fills),
        read.marks, read.sideways, read.hidden, scanned,
    )  # fmt: skip


def _draw(box: Any, drawing: Drawing) -> None:
    place = _place(box)
    if any(step[0] == "c" for step in box.get("path") or ()) or len(box.get("pts") or ()) > 6:
        # Rounded shapes, such as the rings of a stamp, part nothing.
        return
    if box.get("stroke") and _grey(box.get("stroking_color")) < 248:
        drawing.add_frame(place)
    if box.get("fill"):
        grey = _grey(box.get("non_stroking_color"))
        if grey < 252:
            drawing.add_fill(place, shaded=True)


def _place(it: Any) -> Box:
    return it["x0"], it["top"], it["x1"], it["bottom"]


def _grey(colour: Any) -> int:
    """The grey of a colour in DeviceGray, RGB or CMYK (0 to 1), 0 black to 255 white; black where it is not said."""
    given = colour if isinstance(colour, (tuple, list)) else (colour,)
    parts = [part for part in given if isinstance(part, (int, float))]
    if len(parts) == 1:
        return round(255 * parts[0])
    if len(parts) == 3:
        return round(255 * (0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2]))
    if len(parts) == 4:
        return round(255 * (1 - min(1.0, parts[3] + (parts[0] + parts[1] + parts[2]) / 3)))
    return 0


def _in_order(glyphs: list[Glyph]) -> list[Glyph]:
    """Characters line by line and from the left: the order of painting is nobody's reading order."""
    upright = sorted((g for g in glyphs if g.turn == 0), key=lambda glyph: (round(glyph.bottom / 2), glyph.x0))
    lines: list[list[Glyph]] = []
    for glyph in upright:
        if lines and abs(lines[-1][-1].bottom - glyph.bottom) < 0.4 * (glyph.bottom - glyph.top):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    ordered = [glyph for line in lines for glyph in sorted(line, key=lambda glyph: glyph.x0)]
    return _once(ordered) + [glyph for glyph in glyphs if glyph.turn != 0]


def _once(ordered: list[Glyph]) -> list[Glyph]:
    """Letters printed twice, a hair apart, to look bold are one letter."""
    kept: list[Glyph] = []
    for glyph in ordered:
        near = (k for k in kept[-2:] if k.text == glyph.text and abs(k.x0 - glyph.x0) < 0.25 * (glyph.x1 - glyph.x0))
        if not any(abs(twin.bottom - glyph.bottom) < 1.0 for twin in near):
            kept.append(glyph)
    return kept


def _lines(characters: list[Any]) -> str:
    text: list[str] = []
    before: Any = None
    for character in characters:
        if before is not None and abs(character["top"] - before["top"]) > 2:
            text.append("\n")
        elif before is not None and character["x0"] - before["x1"] > 0.15 * character["height"]:
            text.append(" ")
        text.append(character["text"])
        before = character
    return "".join(text)


def _glyph(character: Any, dark: list[Box]) -> Glyph:
    # pdfminer's matrix is that of the displayed page already.
    turn = quarter_circles(*character["matrix"][:2])
    place = _place(character)
    white = _grey(character.get("non_stroking_color")) > 246
    # This engine does not paint the page: white letters show where a dark bar lies around them.
    x0, top, x1, bottom = place
    on_dark = white and any(b[0] <= x0 and b[1] <= bottom and x1 <= b[2] and top <= b[3] for b in dark)
    hidden = "white" if white and not on_dark else None
    text = character["text"] if character["text"].strip() else " "
    return Glyph(text, *place, _number_of(character["fontname"]), turn, hidden)


def _number_of(name: str) -> int:
    """A number for a font's name that is the same on every run."""
    return sum(place * ord(letter) for place, letter in enumerate(name, start=1))


def _typed(note: Any) -> list[Glyph]:
    data = note.get("data") or {}
    kind = getattr(data.get("Subtype"), "name", None)
    value = data.get("V") if kind == "Widget" else data.get("Contents") if kind == "FreeText" else None
    if value is None and kind == "Widget" and isinstance(data.get("Parent"), dict):
        value = data["Parent"].get("V")
    if isinstance(value, bytes):
        value = value.decode("utf-16" if value[:2] in (b"\xfe\xff", b"\xff\xfe") else "latin-1", "replace")
    if not isinstance(value, str) or not value.strip():
        return []
    shown = not (data.get("F") or 0) & Typed.NOT_SHOWN
    return lay_out(value, _place(note), None if shown else "invisible")
