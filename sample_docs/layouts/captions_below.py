"""Captions under their values, in brackets, as on forms set by some Nordic and Dutch printers."""

from bill import Bill
from drawing import GREY, Sheet, Type

CAPTION = Type("Helvetica-Oblique", 6, GREY)
VALUE = Type("Helvetica", 9)


def below(sheet: Sheet, x: float, top: float, width: float, height: float, caption: str, value: str) -> None:
    """A closed box with the value on top and its caption along the lower edge."""
    sheet.box(x, top, width, height, 0.6)
    sheet.block(x + 5, top + 4, value, VALUE)
    sheet.text(x + 4, top + height - 8.5, f"({caption})", CAPTION)


def draw(sheet: Sheet, bill: Bill) -> None:
    """Draw the face."""
    left = 38.0
    whole = sheet.width - 76
    half = whole / 2
    sheet.text(left, 28, bill.title, Type("Helvetica-Bold", 16))
    sheet.text(left, 47, bill.subtitle, Type("Helvetica", 8))
    sheet.text(left + half, 30, bill.carrier, Type("Helvetica-Bold", 10))
    sheet.text(left + half, 44, bill.status, Type("Helvetica-Bold", 9))
    top = 60.0
    below(sheet, left, top, half, 70, "Shipper", bill.shipper)
    below(sheet, left + half, top, half, 35, "Waybill number", bill.number)
    below(sheet, left + half, top + 35, half, 35, "Booking number and order", f"{bill.booking}   {bill.order}")
    top += 70
    below(sheet, left, top, half, 70, "Consignee", bill.consignee)
    below(sheet, left + half, top, half, 70, "Delivery agent", bill.agent)
    top += 70
    below(sheet, left, top, half, 74, "Notify party", bill.notify)
    below(sheet, left + half, top, half, 37, "Vessel and voyage", f"{bill.vessel}   {bill.voyage}")
    below(sheet, left + half, top + 37, half, 37, "Port of loading", bill.loading)
    top += 74
    third = whole / 3
    below(sheet, left, top, third, 30, "Transshipment port", bill.transshipment)
    below(sheet, left + third, top, third, 30, "Port of discharge", bill.discharge)
    below(sheet, left + 2 * third, top, third, 30, "Place of delivery", bill.delivery)
    top += 30
    x = left
    for caption, width, value in (
        ("Marks and numbers", 105.0, bill.marks),
        ("Number and kind of packages", 90.0, bill.packages),
        ("Description of goods", whole - 330, bill.description),
        ("Gross weight, kg", 70.0, bill.weight),
        ("Measurement, m3", 65.0, bill.measure),
    ):
        below(sheet, x, top, width, 270, caption, value)
        x += width
    top += 270
    below(sheet, left, top, half, 36, "Freight", bill.freight)
    below(sheet, left + half, top, half, 36, "Place and date of issue", bill.issued)
