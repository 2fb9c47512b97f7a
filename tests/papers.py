"""Small PDF files for tests, drawn with reportlab in memory."""

import io
from collections.abc import Callable

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

HEIGHT = 842.0
Draw = Callable[[Canvas], None]


def a_pdf(
    *pages: Draw, size: tuple[float, float] = (595.0, HEIGHT), encrypt: StandardEncryption | None = None
) -> bytes:
    """A file with one page for each function that draws on its canvas."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1, encrypt=encrypt)
    for draw in pages:
        canvas.setFont("Helvetica", 9)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def write(canvas: Canvas, text: str, x: float, top: float, *, size: float = 9, font: str = "Helvetica") -> None:
    """Lines of text; `top` counts from the top of an A4 page."""
    canvas.setFont(font, size)
    for row, line in enumerate(text.splitlines()):
        canvas.drawString(x, HEIGHT - top - size - row * 1.2 * size, line)


def frame(canvas: Canvas, x0: float, top: float, x1: float, bottom: float) -> None:
    """A closed box."""
    canvas.rect(x0, HEIGHT - bottom, x1 - x0, bottom - top)


def a_bill(
    *,
    title: str = "SEA WAYBILL - DRAFT",
    number: str = "SWTEST001",
    consignee: str = "ACME IMPORTS LLC\n12 PIER ROAD\nBOSTON, MA 02110, USA",
    notify: str = "HARBOUR BROKERS INC\n7 QUAY STREET\nBOSTON, MA 02110, USA\nTEL +1 617 555 0100",
    loading: str = "NINGBO, CHINA",
    discharge: str = "BALTIMORE, MD",
    delivery: str = "COLUMBUS, OH",
    transshipment: str | None = None,
    description: str = "24 PALLETS CERAMIC TABLEWARE",
) -> Draw:
    """The face of a bill in closed boxes, with captions on top."""

    def draw(canvas: Canvas) -> None:
        write(canvas, title, 300, 30, size=13, font="Helvetica-Bold")
        boxes = [
            ("Shipper", "NINGBO EXAMPLE WARES CO., LTD.\n8 HARBOUR ROAD, NINGBO, CHINA", 40, 60, 300, 120),
            ("B/L No.", number, 300, 60, 430, 120),
            ("Booking No.", "BKG5550001", 430, 60, 560, 120),
            ("Consignee", consignee, 40, 120, 300, 190),
            ("For delivery of goods please apply to", "OCEAN AGENTS B.V.\nROTTERDAM", 300, 120, 560, 190),
            ("Notify Party (complete name and address)", notify, 40, 190, 300, 270),
            ("Vessel", "MAREN EXAMPLE", 40, 270, 170, 300),
            ("Voyage No.", "071E", 170, 270, 300, 300),
            ("Port of Loading", loading, 300, 270, 560, 300),
            ("Port of Discharge", discharge, 40, 300, 300, 330),
            ("Place of Delivery", delivery, 300, 300, 560, 330),
            ("Description of goods", description, 40, 360, 560, 560),
        ]
        if transshipment is not None:
            boxes.append(("Port of Transhipment", transshipment, 40, 330, 300, 360))
        for caption, value, x0, top, x1, bottom in boxes:
            frame(canvas, x0, top, x1, bottom)
            write(canvas, caption, x0 + 3, top + 2, size=6)
            write(canvas, value, x0 + 3, top + 11)

    return draw
