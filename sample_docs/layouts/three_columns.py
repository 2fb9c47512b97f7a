"""A landscape page with the three parties side by side and all ports in one row."""

from bill import Bill
from drawing import Sheet, Type

CAPTION = Type("Helvetica-Bold", 7)
VALUE = Type("Helvetica", 9)


def draw(sheet: Sheet, bill: Bill) -> None:
    """Draw the face."""
    left = 36.0
    whole = sheet.width - 72
    third, sixth = whole / 3, whole / 6
    sheet.text(left, 24, bill.carrier, Type("Helvetica-Bold", 13))
    sheet.text(left + third, 24, f"{bill.title} {bill.subtitle}".strip(), Type("Helvetica-Bold", 13))
    sheet.text(left, 42, f"{bill.status}   for your approval", Type("Helvetica", 8))
    top = 56.0
    for index, (caption, value) in enumerate(
        (("SHIPPER", bill.shipper), ("CONSIGNEE", bill.consignee), ("NOTIFY PARTY", bill.notify))
    ):
        sheet.cell(left + index * third, top, third, 80, caption, value, CAPTION, VALUE)
    top += 80
    for index, (caption, value) in enumerate(
        (("DOCUMENT NO.", bill.number), ("BOOKING NO.", bill.booking), ("ORDER NO.", bill.order))
    ):
        sheet.cell(left + index * third, top, third, 28, caption, value, CAPTION, VALUE)
    top += 28
    for index, (caption, value) in enumerate(
        (
            ("VESSEL / VOYAGE", f"{bill.vessel} {bill.voyage}"),
            ("PLACE OF RECEIPT", bill.receipt),
            ("PORT OF LOADING", bill.loading),
            ("TRANSSHIPMENT PORT", bill.transshipment),
            ("PORT OF DISCHARGE", bill.discharge),
            ("PLACE OF DELIVERY", bill.delivery),
        )
    ):
        sheet.cell(left + index * sixth, top, sixth, 30, caption, value, CAPTION, VALUE._replace(size=8))
    top += 30
    x = left
    for caption, width, value in (
        ("MARKS & NUMBERS", 140.0, bill.marks),
        ("PACKAGES", 90.0, bill.packages),
        ("DESCRIPTION OF GOODS", whole - 410, bill.description),
        ("GROSS WEIGHT KG", 95.0, bill.weight),
        ("MEASUREMENT CBM", 85.0, bill.measure),
    ):
        sheet.cell(x, top, width, 250, caption, value, CAPTION, VALUE)
        x += width
    top += 250
    sheet.cell(left, top, third, 40, "FREIGHT", bill.freight, CAPTION, VALUE)
    sheet.cell(left + third, top, third, 40, "DELIVERY AGENT", bill.agent, CAPTION, VALUE._replace(size=7))
    sheet.cell(left + 2 * third, top, third, 40, "PLACE AND DATE OF ISSUE", bill.issued, CAPTION, VALUE)
