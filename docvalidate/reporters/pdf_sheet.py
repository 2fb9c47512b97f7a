"""A sheet of a PDF is drawn from its bottom left corner and may be turned and cut; a box is told as it is displayed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import pi
from typing import Any, NamedTuple

from docvalidate.errors import DocvalidateError
from docvalidate.model import Box


class Sheet(NamedTuple):
    """The part of the sheet that shows (`crop`: left, bottom, right, top) and its turn in quarter circles clockwise.

    `reading` is the turn of the text on the page as displayed: a page of sideways text is read with the head tilted.
    """

    crop: Box
    quarter: int
    reading: int = 0

    def size(self) -> tuple[float, float]:
        """Width and height as displayed."""
        left, bottom, right, top = self.crop
        return (top - bottom, right - left) if self.quarter % 2 else (right - left, top - bottom)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the displayed page, counted from its top left corner, lies on the sheet."""
        left, bottom, right, top = self.crop
        if self.quarter == 1:
            return left + y, bottom + x
        if self.quarter == 2:
            return right - x, bottom + y
        if self.quarter == 3:
            return right - y, top - x
        return left + x, top - y

    def corners(self, box: Box) -> tuple[tuple[float, float], ...]:
        """Top left, top right, bottom left and bottom right of a displayed box, on the sheet."""
        x0, top, x1, bottom = box
        return tuple(self.point(x, y) for y in (top, bottom) for x in (x0, x1))

    def rect(self, box: Box) -> Box:
        """The displayed box on the sheet: left, bottom, right, top."""
        across, down = zip(*self.corners(box), strict=True)
        return min(across), min(down), max(across), max(down)

    def displayed(self, box: Box) -> Box:
        """A box of the page as it is read, on the page as displayed."""
        width, height = self.size()
        x0, top, x1, bottom = box
        if self.reading == 1:
            return width - bottom, x0, width - top, x1
        if self.reading == 2:
            return width - x1, height - bottom, width - x0, height - top
        if self.reading == 3:
            return top, height - x1, bottom, height - x0
        return box


def sheets(data: bytes) -> tuple[Sheet, ...]:
    """Every sheet of the file, as a viewer sees it. Raises DocvalidateError where it cannot be opened."""
    with _opened(data) as document:
        return tuple(_sheet(document, index) for index in range(_count(document)))


def annotations(data: bytes, pages: Sequence[int]) -> tuple[int, ...]:
    """How many annotations a viewer finds on these pages. Raises DocvalidateError where it cannot open the file."""
    import pypdfium2_raw as pdfium

    counts = []
    with _opened(data) as document:
        for index in pages:
            page = pdfium.FPDF_LoadPage(document, index)
            counts.append(pdfium.FPDFPage_GetAnnotCount(page) if page else 0)
            pdfium.FPDF_ClosePage(page)
    return tuple(counts)


def put_in_order(data: bytes) -> bytes:
    """The same pages in a file that says in order where everything is, and is not enciphered any more."""
    import ctypes
    import re
    from hashlib import sha256

    import pypdfium2_raw as pdfium

    out = bytearray()

    def write(_: object, block: Any, size: int) -> int:
        out.extend(ctypes.string_at(block, size))
        return 1

    write_block = pdfium.FPDF_FILEWRITE._fields_[1][1]
    with _opened(data) as document:
        writer = pdfium.FPDF_FILEWRITE(version=1, WriteBlock=write_block(write))
        pdfium.FPDF_SaveAsCopy(document, writer, pdfium.FPDF_REMOVE_SECURITY)
    # PDFium draws lots for the identifier; the same draft must give the same file.
    own = sha256(data).hexdigest()[:32].upper().encode()
    head, mark, tail = bytes(out).rpartition(b"trailer")
    return head + mark + re.sub(rb"<[0-9A-Fa-f]{32}>", b"<" + own + b">", tail)


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    import pypdfium2_raw as pdfium

    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=None, m_pIsolate=None))
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise DocvalidateError("the draft cannot be opened to be marked; use --format html")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _count(document: Any) -> int:
    import pypdfium2_raw as pdfium

    return int(pdfium.FPDF_GetPageCount(document))


def _sheet(document: Any, index: int) -> Sheet:
    import pypdfium2_raw as pdfium

    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise DocvalidateError(f"page {index + 1} of the draft cannot be opened to be marked; use --format html")
    text = pdfium.FPDFText_LoadPage(page)
    try:
        box, quarter = pdfium.FS_RECTF(), int(pdfium.FPDFPage_GetRotation(page))
        known = pdfium.FPDF_GetPageBoundingBox(page, box)
        size = (pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
        crop = (box.left, box.bottom, box.right, box.top) if known else (0.0, 0.0, *size)
        # An angle is that on the sheet as it lies before it is turned.
        turns = Counter(
            (quarter + round(float(pdfium.FPDFText_GetCharAngle(text, at)) / (pi / 2))) % 4
            for at in range(max(pdfium.FPDFText_CountChars(text), 0))
            if pdfium.FPDFText_GetUnicode(text, at) > 32
        )
        return Sheet(crop, quarter, turns.most_common(1)[0][0] if turns else 0)
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
