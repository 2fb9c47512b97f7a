"""Open hairlines: a line over each entry and one down the middle, nothing closed; Times throughout."""

from bill import Bill
from drawing import GREY, Sheet, Type

CAPTION = Type("Times-Italic", 7.5, GREY)
VALUE = Type("Times-Roman", 9.5)


def draw(sheet: Sheet, bill: Bill) -> None:
    """Draw the face."""
    left, middle, right = 42.0, sheet.width / 2 + 6, sheet.width - 42
    sheet.centred(sheet.width / 2, 26, bill.carrier, Type("Times-Bold", 16))
    sheet.centred(sheet.width / 2, 45, f"{bill.title}  -  {bill.subtitle}", Type("Times-Roman", 10))
    sheet.text(right - 60, 30, bill.status, Type("Times-Bold", 12))
    top = 66.0
    rows: tuple[tuple[float, tuple[str, str], tuple[str, str]], ...] = (
        (64, ("Shipper/Exporter", bill.shipper), ("Document Number", bill.number)),
        (64, ("Consignee", bill.consignee), ("Shipper's Reference", f"{bill.order}\nBOOKING {bill.booking}")),
        (74, ("Party to be notified", bill.notify), ("Carrier's agent at destination", bill.agent)),
        (32, ("Place of receipt", bill.receipt), ("Port of loading", bill.loading)),
        (32, ("Ocean vessel and voyage", f"{bill.vessel}  {bill.voyage}"), ("Port of discharge", bill.discharge)),
        (32, ("Port of transshipment", bill.transshipment), ("Place of delivery", bill.delivery)),
    )
    begin = top
    for height, (caption, value), (second_caption, second_value) in rows:
        sheet.rule(left, top, right, top, 0.2, color=GREY)
        below = sheet.block(left, top + 3, caption, CAPTION)
        sheet.block(left + 10, below + 1, value, VALUE)
        below = sheet.block(middle + 6, top + 3, second_caption, CAPTION)
        sheet.block(middle + 16, below + 1, second_value, VALUE)
        top += height
    sheet.rule(left, top, right, top, 0.2, color=GREY)
    sheet.rule(middle, begin, middle, top, 0.2, color=GREY)
    columns = (
        ("Marks and numbers", 0.0, bill.marks),
        ("Packages", 110.0, bill.packages),
        ("Description of goods", 185.0, bill.description),
        ("Weight kg", 400.0, bill.weight),
        ("Volume cbm", 458.0, bill.measure),
    )
    for caption, offset, value in columns:
        sheet.text(left + offset, top + 4, caption, CAPTION)
        sheet.block(left + offset, top + 20, value, VALUE)
    sheet.rule(left, top + 16, right, top + 16, 0.2, color=GREY)
    top = sheet.height - 110
    sheet.rule(left, top, right, top, 0.2, color=GREY)
    sheet.text(left, top + 4, "Freight and charges", CAPTION)
    sheet.text(left + 10, top + 15, bill.freight, VALUE)
    sheet.text(middle + 6, top + 4, "Place and date of issue", CAPTION)
    sheet.block(middle + 16, top + 15, bill.issued, VALUE)
    sheet.text(middle + 6, top + 58, f"Signed for the carrier {bill.carrier}", CAPTION)
