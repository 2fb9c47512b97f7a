"""A table out of an office suite: captions in shaded header cells, each value in the cell below its caption."""

from bill import Bill
from drawing import NAVY, PALE, Sheet, Type

CAPTION = Type("Helvetica-Bold", 7.5, NAVY)
VALUE = Type("Helvetica", 9)


def pair(sheet: Sheet, x: float, top: float, width: float, height: float, caption: str, value: str) -> None:
    """A shaded cell that names and a white cell that says."""
    sheet.box(x, top, width, 14, 0.5, PALE)
    sheet.text(x + 4, top + 3.5, caption, CAPTION)
    sheet.box(x, top + 14, width, height - 14, 0.5)
    sheet.block(x + 4, top + 18, value, VALUE)


def draw(sheet: Sheet, bill: Bill) -> None:
    """Draw the face."""
    left = 40.0
    whole = sheet.width - 80
    half, third = whole / 2, whole / 3
    sheet.text(left, 30, f"{bill.title} / {bill.subtitle}", Type("Helvetica-Bold", 14, NAVY))
    sheet.text(left, 48, f"{bill.carrier}   -   {bill.status}", Type("Helvetica", 9))
    top = 66.0
    pair(sheet, left, top, half, 68, "Shipper", bill.shipper)
    pair(sheet, left + half, top, half / 2, 34, "B/L-No.", bill.number)
    pair(sheet, left + half * 1.5, top, half / 2, 34, "Carrier's Reference", bill.booking)
    pair(sheet, left + half, top + 34, half, 34, "Shipper's Reference", f"ORDER {bill.order}")
    top += 68
    pair(sheet, left, top, half, 72, "Consignee", bill.consignee)
    pair(sheet, left + half, top, half, 72, "Notify Address", bill.notify)
    top += 72
    if bill.also_notify:
        pair(sheet, left, top, half, 72, "Second Notify Address", bill.also_notify)
        pair(sheet, left + half, top, half, 72, "Delivery Agent", bill.agent)
        top += 72
    for entries in (
        (("Vessel / Voyage", f"{bill.vessel} / {bill.voyage}"), ("Port of Loading", bill.loading),
         ("Place of Receipt", bill.receipt)),
        (("Transshipment Port", bill.transshipment), ("Port of Discharge", bill.discharge),
         ("Place of Delivery", bill.delivery)),
    ):  # fmt: skip
        for index, (caption, value) in enumerate(entries):
            pair(sheet, left + index * third, top, third, 32, caption, value)
        top += 32
    x = left
    for caption, width, value in (
        ("Marks", 100.0, bill.marks),
        ("Packages", 75.0, bill.packages),
        ("Description of Goods", whole - 310, bill.description),
        ("Weight kg", 75.0, bill.weight),
        ("cbm", 60.0, bill.measure),
    ):
        pair(sheet, x, top, width, 260, caption, value)
        x += width
    top += 260
    pair(sheet, left, top, half, 34, "Freight", bill.freight)
    pair(sheet, left + half, top, half, 34, "Place and Date of Issue", bill.issued)
