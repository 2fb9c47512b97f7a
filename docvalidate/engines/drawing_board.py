"""A page of a PDF is drawn as it is displayed, large enough for the small print and no larger."""

import numpy as np
import pypdfium2_raw as pdfium

from docvalidate.errors import UnreadableDocument

from .ocr import Picture
from .painted import painted

DPI = 300
LARGEST = 12_000_000
"""Pixels at most; a larger sheet is drawn smaller."""


def drawn(data: bytes, number: int) -> Picture:
    """The page of that number (from 1), in grey. The library has been initialised by whoever read the file."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        raise UnreadableDocument(f"page {number} is damaged and cannot be opened: ask for the file again", "damaged")
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    scale = min(DPI / 72, (LARGEST / max(width * height, 1.0)) ** 0.5)
    across, down = max(1, round(width * scale)), max(1, round(height * scale))
    try:
        pixels, stride = painted(page, across, down)
    finally:
        pdfium.FPDF_ClosePage(page)
        pdfium.FPDF_CloseDocument(document)
    return np.frombuffer(pixels, np.uint8).reshape(down, stride)[:, :across].copy()
