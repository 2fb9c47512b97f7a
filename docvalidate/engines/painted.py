"""A page of a PDF as it is painted, in grey, one byte a pixel, annotations too."""

import ctypes

import pypdfium2_raw as pdfium


def painted(page: object, across: int, down: int) -> tuple[bytes, int]:
    """The pixels of the page at that size, and how many bytes a row of them takes (0 black to 255 white)."""
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        return ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * down), stride
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
