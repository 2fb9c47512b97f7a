"""What is typed into form fields and text notes is part of the page, although PDFium's page text leaves it out."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium

from .page import Box, Overlay
from .turned import Turned
from .typed import Typed, lay_out
from .words import Glyph

MARKS = {
    pdfium.FPDF_ANNOT_STRIKEOUT: "struck through",
    pdfium.FPDF_ANNOT_CARET: "insertion mark",
    pdfium.FPDF_ANNOT_INK: "drawn by hand",
    pdfium.FPDF_ANNOT_STAMP: "stamp",
    pdfium.FPDF_ANNOT_TEXT: "note",
    pdfium.FPDF_ANNOT_LINE: "line",
    pdfium.FPDF_ANNOT_SQUARE: "box",
    pdfium.FPDF_ANNOT_POLYGON: "shape",
}
"""The annotations that say something about what lies under them; links and highlights do not."""


def has_fields(page: object) -> bool:
    """Somebody can type into the page, so that its printed text is not all it says."""
    typed = pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT
    return any(pdfium.FPDFAnnot_GetSubtype(note) in typed for note in _notes(page))


def field_glyphs(page: object, forms: object | None, turned: Turned) -> list[Glyph]:
    """The values of form fields and free-text notes as characters laid out in lines inside their boxes."""
    glyphs: list[Glyph] = []
    for note in _notes(page):
        value = _value(note, forms)
        if value.strip():
            hidden = "invisible" if pdfium.FPDFAnnot_GetFlags(note) & Typed.NOT_SHOWN else None
            glyphs += lay_out(value, _box(_rect(note), turned), hidden)
    return glyphs


def overlays(page: object, forms: object | None, turned: Turned) -> list[Overlay]:
    """The marks that a reviewer left on the page: struck through, drawn by hand, a stamp, a note."""
    found: list[Overlay] = []
    for note in _notes(page):
        kind = MARKS.get(pdfium.FPDFAnnot_GetSubtype(note))
        if kind is not None and not pdfium.FPDFAnnot_GetFlags(note) & Typed.NOT_SHOWN:
            text = _string(lambda buffer, size, it=note: pdfium.FPDFAnnot_GetStringValue(it, b"Contents", buffer, size))
            found.append(Overlay(_box(_rect(note), turned), kind, text))
    return found


def belied_fields(document: object, index: int, forms: object | None, turned: Turned) -> list[Overlay]:
    """The fields and notes that show other text than they hold: a viewer paints the appearance, not the value.

    Flattening puts the appearances into the page's content; this page is read for nothing else afterwards.
    """
    page = pdfium.FPDF_LoadPage(document, index)
    held = [(rect, value) for rect, value in _painted(page, forms) if value]
    if not held or pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        pdfium.FPDF_ClosePage(page)
        return []
    pdfium.FPDF_ClosePage(page)
    page = pdfium.FPDF_LoadPage(document, index)
    text = pdfium.FPDFText_LoadPage(page)
    found: list[Overlay] = []
    for rect, value in held:
        sides = rect.left - 1, rect.top + 1, rect.right + 1, rect.bottom - 1
        size = pdfium.FPDFText_GetBoundedText(text, *sides, None, 0)
        buffer = (ctypes.c_ushort * (size + 1))()
        pdfium.FPDFText_GetBoundedText(text, *sides, buffer, size)
        shown = bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
        if _letters(value) not in _letters(shown):
            told = "a field that shows other text than it holds"
            found.append(Overlay(_box(rect, turned), told, " ".join(shown.split())))
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return found


def _painted(page: object, forms: object | None) -> list[tuple[Any, str]]:
    """The fields and notes with an appearance that has text, each with the value that it holds."""
    found: list[tuple[Any, str]] = []
    for note in _notes(page):
        objects = (pdfium.FPDFAnnot_GetObject(note, at) for at in range(pdfium.FPDFAnnot_GetObjectCount(note)))
        if any(pdfium.FPDFPageObj_GetType(it) == pdfium.FPDF_PAGEOBJ_TEXT for it in objects):
            found.append((_rect(note), _value(note, forms)))
    return found


def _notes(page: object) -> Iterator[object]:
    """Each annotation of the page, open while it is looked at."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if note:
            try:
                yield note
            finally:
                pdfium.FPDFPage_CloseAnnot(note)


def _rect(note: object) -> Any:
    """Where an annotation stands, as PDFium gives it: points from the sheet's lower left corner."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(note, rect)
    return rect


def _box(rect: Any, turned: Turned) -> Box:
    return turned.box(rect.left, rect.bottom, rect.right, rect.top)


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _value(note: object, forms: object | None) -> str:
    kind = pdfium.FPDFAnnot_GetSubtype(note)
    if kind == pdfium.FPDF_ANNOT_WIDGET and forms is not None:
        field_kind = pdfium.FPDFAnnot_GetFormFieldType(forms, note)
        if field_kind in (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX):
            return _string(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(forms, note, buffer, size))
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        return _string(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(note, b"Contents", buffer, size))
    return ""


def _string(get: Any) -> str:
    size = get(None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    get(buffer, size)
    return bytes(buffer)[:size].decode("utf-16-le", "replace").rstrip("\0")
