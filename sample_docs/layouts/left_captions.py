"""Captions to the left of their values, which stand on dotted lines, as on an old typed form."""

from bill import Bill
from drawing import Sheet, Type

CAPTION = Type("Times-Roman", 9)
VALUE = Type("Helvetica", 9)


def draw(sheet: Sheet, bill: Bill) -> None:
    """Draw the face."""
    left, value_left, right = 44.0, 160.0, sheet.width - 44
    sheet.centred(sheet.width / 2, 30, bill.carrier, Type("Times-Bold", 14))
    sheet.centred(sheet.width / 2, 48, f"{bill.status}  {bill.title}  ({bill.subtitle})", Type("Times-Roman", 10))
    top = 76.0
    for caption, value, lines in (
        ("Waybill No.:", bill.number, 1),
        ("Booking / Order:", f"{bill.booking}  /  {bill.order}", 1),
        ("Shipper:", bill.shipper, 4),
        ("Consignee:", bill.consignee, 4),
        ("Notify:", bill.notify, 5),
        ("Vessel, Voyage:", f"{bill.vessel}, {bill.voyage}", 1),
        ("Place of Receipt:", bill.receipt, 1),
        ("Port of Loading:", bill.loading, 1),
        ("Transhipment Port:", bill.transshipment, 1),
        ("Port of Discharge:", bill.discharge, 1),
        ("Place of Delivery:", bill.delivery, 1),
        ("Freight:", bill.freight, 1),
        ("Marks and Numbers:", bill.marks, 4),
        ("Packages:", f"{bill.packages}    {bill.weight} KG    {bill.measure} CBM", 1),
        ("Description of Goods:", bill.description, 18),
        ("Place, Date of Issue:", bill.issued, 1),
    ):
        sheet.text(left, top, caption, CAPTION)
        printed = value.splitlines()
        for line in range(lines):
            if line < len(printed):
                sheet.text(value_left, top, printed[line], VALUE)
            sheet.rule(value_left - 2, top + 10.5, right, top + 10.5, 0.5, dots=True)
            top += 13
        top += 4
