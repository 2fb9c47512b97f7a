"""Characters with their places, their turn and what may hide them, in PDFium's own reading order."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium

from docvalidate.errors import UnreadableDocument

from .page import Box
from .pdfium_objects import Ink, Objects
from .turned import Turned
from .words import Glyph

PLAIN = Ink(None, None, 0.0, 0.0, None, -1, 0)
ABOVE, BELOW = 0.8, 0.22
"""How far a line of type reaches above and below its baseline, as a share of its size: the same for every font."""
MOST_CHARACTERS = 60_000
NOWHERE = Glyph(" ", 0, 0, 0, 0, 0, 0)


def _by_address(function: Any, answer: Any, *arguments: Any) -> Any:
    """The same function of PDFium, with bare addresses for pointers: asked for every character, they cost a third."""
    return ctypes.CFUNCTYPE(answer, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_object_of = _by_address(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_loose_box = _by_address(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


def page_text(text: object) -> str:
    """All characters of the page in one call, to see what kind of page it is."""
    count = pdfium.FPDFText_CountChars(text)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(text, 0, count, buffer)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def read_glyphs(text: Any, turned: Turned, objects: Objects) -> list[Glyph]:
    """Every character, blanks included; a surrogate pair is one."""
    glyphs: list[Glyph] = []
    rect = pdfium.FS_RECTF()
    page, place = ctypes.cast(text, ctypes.c_void_p).value, ctypes.addressof(rect)
    sheet_left, _, _, sheet_top = turned.crop
    pointer, ink, usual, top, bottom = None, PLAIN, False, 0.0, 0.0
    for index, code in _characters(_codes(text)):
        blank = code <= 32 or code in (0xA0, 0xFFFE)
        owner = _object_of(page, index)
        if blank and not owner:
            # PDFium adds blanks and line ends of its own; they have no place.
            glyphs.append(NOWHERE)
            continue
        if owner != pointer:
            pointer, ink = owner, objects.inks.get(owner, PLAIN)
            usual = ink.turn == ink.drawn == 0
            base = sheet_top - ink.base
            top, bottom = base - ABOVE * ink.size, base + BELOW * ink.size
        _loose_box(page, index, place)
        x0, x1 = rect.left, rect.right
        if usual and x0 < x1:
            # The usual case, upright text on an upright sheet, without detours: it decides how long a page takes.
            box = x0 - sheet_left, top, x1 - sheet_left, bottom
        else:
            box = turned.box(*_box(text, index, rect, ink))
        glyphs.append(Glyph(" " if blank else chr(code), *box, ink.font, ink.turn, ink.hidden, ink.order))
    return glyphs


def _characters(codes: list[int]) -> Iterator[tuple[int, int]]:
    """The code points with their places among the UTF-16 units; a pair stands at its second half."""
    high = 0
    for index, code in enumerate(codes):
        if 0xD800 <= code < 0xDC00:
            high = code
        elif high:
            yield index, 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if 0xDC00 <= code < 0xE000 else 0xFFFD
            high = 0
        else:
            yield index, code


def _codes(text: object) -> list[int]:
    """The UTF-16 unit of each character, in one call where the page's text and its characters are in step."""
    count = pdfium.FPDFText_CountChars(text)
    if count > MOST_CHARACTERS:
        raise UnreadableDocument(f"{count:,} characters on one page: no bill has so many", "too-large")
    if count <= 0:
        return []
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text, 0, count, buffer)
    codes: list[int] = buffer[:count]
    probes = range(0, count, max(1, count // 40))
    if written == count + 1 and all(codes[at] == pdfium.FPDFText_GetUnicode(text, at) for at in probes):
        return codes
    return [pdfium.FPDFText_GetUnicode(text, at) for at in range(count)]


def _box(text: object, index: int, rect: Any, ink: Ink) -> Box:
    """The box of a character on the unturned sheet: along its line as far as it advances, across it as the line is."""
    box = rect.left, rect.bottom, rect.right, rect.top
    if not (0.5 < rect.top - rect.bottom < 400 and rect.left < rect.right):
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        box = left.value, bottom.value, right.value, top.value
    x, y = ctypes.c_double(), ctypes.c_double()
    if ink.drawn is None or ink.size <= 0 or not pdfium.FPDFText_GetCharOrigin(text, index, x, y):
        return box
    return _on_line(box, x.value, y.value, ink.size, ink.drawn)


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
