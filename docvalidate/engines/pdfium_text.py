"""Characters with their places, their turn and what may hide them, in PDFium's own reading order."""

import ctypes

import pypdfium2_raw as pdfium

from docvalidate.errors import UnreadableDocument

from .page import Box
from .pdfium_objects import Ink, Objects, address
from .turned import Turned
from .words import Glyph

INVISIBLE = {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
PLAIN = Ink(0, 0, 9.0, 0, 255, 0, -1, 0)
ABOVE, BELOW = 0.8, 0.22
"""How far a line of type reaches above and below its baseline, as a share of its size: the same for every font."""
FAINT = 235
"""Ink lighter than this (0 black, 255 white) shows only on something dark."""
MOST_CHARACTERS = 60_000


def page_text(text: object) -> str:
    """All characters of the page in one call, to see what kind of page it is."""
    count = pdfium.FPDFText_CountChars(text)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(text, 0, count, buffer)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def read_glyphs(text: object, turned: Turned, objects: Objects) -> list[Glyph]:
    """Every character, blanks included; a surrogate pair is one."""
    glyphs: list[Glyph] = []
    rect = pdfium.FS_RECTF()
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    unicode_of, object_of, loose, origin = (
        pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetTextObject, pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetCharOrigin,
    )  # fmt: skip
    inks = objects.inks
    high = 0
    count = pdfium.FPDFText_CountChars(text)
    if count > MOST_CHARACTERS:
        raise UnreadableDocument(f"{count:,} characters on one page: no bill has so many", "too-large")
    for index in range(count):
        code = unicode_of(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if 0xDC00 <= code < 0xE000 else 0xFFFD
            high = 0
        blank = code <= 32 or code in (0xA0, 0xFFFE)
        pointer = object_of(text, index)
        if blank and not pointer:
            # PDFium adds blanks and line ends of its own; they have no place.
            glyphs.append(Glyph(" ", 0, 0, 0, 0, 0, 0))
            continue
        ink = inks.get(address(pointer), PLAIN) if pointer else PLAIN
        loose(text, index, rect)
        box = rect.left, rect.bottom, rect.right, rect.top
        if not (0.5 < rect.top - rect.bottom < 400 and rect.left < rect.right):
            pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
            box = left.value, bottom.value, right.value, top.value
        if ink.drawn is not None and ink.size > 0 and origin(text, index, x, y):
            box = _on_line(box, x.value, y.value, ink.size, ink.drawn)
        hidden = "invisible" if ink.mode in INVISIBLE or ink.alpha < 10 else "white" if ink.grey > FAINT else None
        glyphs.append(Glyph(" " if blank else chr(code), *turned.box(*box), ink.font, ink.turn, hidden, ink.order))
    return glyphs


def _on_line(box: Box, x: float, y: float, size: float, drawn: int) -> Box:
    """The box of a character across its line, whatever its shape: some fonts report the ink of each letter only."""
    above, below = ABOVE * size, BELOW * size
    if drawn == 0:
        return box[0], y - below, box[2], y + above
    if drawn == 2:
        return box[0], y - above, box[2], y + below
    if drawn == 1:
        return x - below, box[1], x + above, box[3]
    return x - above, box[1], x + below, box[3]
