"""A form that is filled on the screen: the captions are printed, the values are in its fields (AcroForm)."""

from bill import Bill
from drawing import BLACK, WHITE, Sheet, Type

CAPTION = Type("Helvetica", 7)


def draw(sheet: Sheet, bill: Bill) -> None:
    """Draw the form and fill it."""
    left = 40.0
    whole = sheet.width - 80
    half, third = whole / 2, whole / 3
    form = sheet.canvas.acroForm

    def field(x: float, top: float, width: float, height: float, caption: str, value: str) -> None:
        sheet.box(left + x, top, width, height, 0.6)
        sheet.text(left + x + 3, top + 2.5, caption, CAPTION)
        form.textfield(
            value=value, name=caption, fieldFlags="multiline" if height > 40 else "", fontName="Helvetica", fontSize=9,
            x=left + x + 3, y=sheet.height - top - height + 2, width=width - 6, height=height - 13, maxlen=2000,
            borderWidth=0, fillColor=WHITE, textColor=BLACK, borderColor=None, forceBorder=False,
        )  # fmt: skip

    sheet.text(left, 26, bill.carrier, Type("Helvetica-Bold", 12))
    sheet.text(left + half, 26, bill.title, Type("Helvetica-Bold", 14))
    sheet.text(left + half, 44, f"{bill.subtitle}   {bill.status}", Type("Helvetica", 8))
    field(0, 60, half, 68, "Shipper", bill.shipper)
    field(half, 60, half, 34, "Waybill No.", bill.number)
    field(half, 94, half, 34, "Booking No.", bill.booking)
    field(0, 128, half, 72, "Consignee", bill.consignee)
    field(half, 128, half, 72, "References", f"ORDER {bill.order}")
    field(0, 200, half, 80, "Notify Party", bill.notify)
    field(half, 200, half, 80, "Delivery Agent", bill.agent)
    field(0, 280, third, 32, "Vessel / Voyage", f"{bill.vessel} / {bill.voyage}")
    field(third, 280, third, 32, "Place of Receipt", bill.receipt)
    field(2 * third, 280, third, 32, "Port of Loading", bill.loading)
    field(0, 312, third, 32, "Transshipment Port", bill.transshipment)
    field(third, 312, third, 32, "Port of Discharge", bill.discharge)
    field(2 * third, 312, third, 32, "Place of Delivery", bill.delivery)
    field(0, 344, 110, 240, "Marks", bill.marks)
    field(110, 344, 90, 240, "Packages", bill.packages)
    field(200, 344, whole - 350, 240, "Description of Goods", bill.description)
    field(whole - 150, 344, 80, 240, "Gross Weight kg", bill.weight)
    field(whole - 70, 344, 70, 240, "Measurement cbm", bill.measure)
    field(0, 584, half, 34, "Freight", bill.freight)
    field(half, 584, half, 34, "Place and Date of Issue", bill.issued)
