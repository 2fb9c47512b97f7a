"""What is typed into form fields and text notes is part of the page, although PDFium's page text leaves it out."""

import ctypes
from typing import Any

import pypdfium2_raw as pdfium

from .page import Overlay
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
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        pdfium.FPDFPage_CloseAnnot(note)
        if kind in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT):
            return True
    return False


def field_glyphs(page: object, forms: object | None, turned: Turned) -> list[Glyph]:
    """The values of form fields and free-text notes as characters laid out in lines inside their boxes."""
    glyphs: list[Glyph] = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        try:
            value = _value(note, forms)
            if value.strip():
                hidden = "invisible" if pdfium.FPDFAnnot_GetFlags(note) & Typed.NOT_SHOWN else None
                rect = pdfium.FS_RECTF()
                pdfium.FPDFAnnot_GetRect(note, rect)
                glyphs += lay_out(value, turned.box(rect.left, rect.bottom, rect.right, rect.top), hidden)
        finally:
            pdfium.FPDFPage_CloseAnnot(note)
    return glyphs


def overlays(page: object, forms: object | None, turned: Turned) -> list[Overlay]:
    """The marks that a reviewer left on the page: struck through, drawn by hand, a stamp, a note."""
    found: list[Overlay] = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        kind = MARKS.get(pdfium.FPDFAnnot_GetSubtype(note))
        if kind is not None and not pdfium.FPDFAnnot_GetFlags(note) & Typed.NOT_SHOWN:
            rect = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(note, rect)
            text = _string(lambda buffer, size, it=note: pdfium.FPDFAnnot_GetStringValue(it, b"Contents", buffer, size))
            found.append(Overlay(turned.box(rect.left, rect.bottom, rect.right, rect.top), kind, text))
        pdfium.FPDFPage_CloseAnnot(note)
    return found


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
