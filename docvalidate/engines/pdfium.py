"""The daily engine: PDFium, through its raw bindings, because they load in a third of the time."""

from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium

from docvalidate.errors import UnreadableDocument

from .drawn import Drawing
from .inset import dark_pieces
from .page import Overlay, Page
from .painted import painted
from .pdfium_fields import belied_fields, field_glyphs, has_fields, overlays
from .pdfium_objects import read_objects
from .pdfium_text import page_text, read_glyphs
from .terms import is_terms
from .turned import Turned, Upright
from .visible import Picture, sort_out
from .words import reading_turn, turned_upright

NEEDS_PASSWORD = 4
LARGEST_PICTURE = 6_000_000
"""Pixels at most, when a page is drawn to see what shows on it."""


def read_pages(data: bytes, max_pages: int) -> Iterator[Page]:
    """Yield each page of the file; coordinates are points from the top left corner as displayed.

    Raises UnreadableDocument where the file is damaged, locked or has more pages than `max_pages`.
    """
    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=None, m_pIsolate=None))
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if pdfium.FPDF_GetLastError() == NEEDS_PASSWORD:
            raise UnreadableDocument("the file is locked with a password: ask for a copy without one", "locked")
        raise UnreadableDocument("the file is damaged and cannot be opened: ask for it again", "damaged")
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count > max_pages:
            raise UnreadableDocument(f"{count} pages, and the limit is {max_pages}: raise --max-pages", "too-large")
        forms = _form_environment(document)
        for index in range(count):
            yield _read_page(document, forms, index)
        if forms:
            pdfium.FPDFDOC_ExitFormFillEnvironment(forms)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _form_environment(document: object) -> Any:
    if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_NONE:
        return None
    config = pdfium.FPDF_FORMFILLINFO(version=2)
    environment = pdfium.FPDFDOC_InitFormFillEnvironment(document, config)
    # The library keeps a pointer to the configuration for as long as the environment lives.
    environment.config = config
    return environment


def _read_page(document: object, forms: object | None, index: int) -> Page:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise UnreadableDocument(f"page {index + 1} is damaged and cannot be opened: ask for the file again", "damaged")
    text = pdfium.FPDFText_LoadPage(page)
    try:
        read = _transcribe(page, text, forms, index + 1)
        turned = _turned(page, read.width, read.height) if has_fields(page) else None
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    if turned is not None:
        read = read._replace(overlays=(*read.overlays, *belied_fields(document, index, forms, turned)))
    return read


def _transcribe(page: object, text: object, forms: object | None, number: int) -> Page:
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if is_terms(page_text(text)) and not has_fields(page):
        return Page(number, width, height, kind="terms")
    turned = _turned(page, width, height)
    drawing = Drawing()
    objects = read_objects(page, turned, drawing)
    glyphs = read_glyphs(text, turned, objects)
    upright = Upright(reading_turn(glyphs), width, height)
    glyphs = turned_upright(glyphs + field_glyphs(page, forms, turned), upright)
    covers = [(order, upright.box(box)) for order, box in objects.covers]
    lids = [(order, upright.box(box)) for order, box in objects.opaque]
    picture = _picture(page, width, height, upright.back())
    read = sort_out(glyphs, covers, picture, *upright.size(), lids, objects.lent)
    marks = [*overlays(page, forms, turned), *(Overlay(box, "crossed out") for box in drawing.slopes)]
    drawing = upright.drawing(drawing)
    scanned = objects.picture_share(width, height) > 0.6
    insets = dark_pieces(picture, map(upright.box, objects.pictures), read.words) if read.words else ()
    return Page(
        number, *upright.size(), None, read.words, *drawing.rulings(), tuple(drawing.fills),
        read.marks, read.sideways, read.hidden, scanned,
        tuple(Overlay(upright.box(it.box), it.what, it.text) for it in marks),
        pictures=insets,
    )  # fmt: skip


def _turned(page: object, width: float, height: float) -> Turned:
    box = pdfium.FS_RECTF()
    known = pdfium.FPDF_GetPageBoundingBox(page, box)
    crop = (box.left, box.bottom, box.right, box.top) if known else (0.0, 0.0, width, height)
    return Turned(crop, pdfium.FPDFPage_GetRotation(page))


def _picture(page: object, width: float, height: float, turn: Upright) -> Picture:
    scale = min(1.0, (LARGEST_PICTURE / max(width * height, 1.0)) ** 0.5)
    across, down = max(1, int(width * scale)), max(1, int(height * scale))
    pixels, stride = painted(page, across, down)
    return Picture(pixels, stride, across, down, scale, turn)
