"""No rulings at all: two columns of captions in capitals with their values below, on a bare page."""

from bill import Bill
from drawing import Sheet, Type

CAPTION = Type("Helvetica-Bold", 7.5)
VALUE = Type("Helvetica", 9.5)


def draw(sheet: Sheet, bill: Bill) -> None:
    """Draw the face."""
    left, column = 50.0, 330.0
    sheet.text(left, 36, bill.carrier, Type("Helvetica-Bold", 12))
    sheet.text(column, 36, bill.title, Type("Helvetica-Bold", 12))
    sheet.text(column, 52, f"{bill.subtitle} - {bill.status}", Type("Helvetica", 8))
    for top, caption, value in (
        (80.0, "SHIPPER", bill.shipper),
        (158.0, "CONSIGNEE", bill.consignee),
        (236.0, "NOTIFY PARTY", bill.notify),
        (324.0, "VESSEL AND VOYAGE NO", f"{bill.vessel}  {bill.voyage}"),
        (356.0, "PORT OF DISCHARGE", bill.discharge),
    ):
        sheet.text(left, top, caption, CAPTION)
        sheet.block(left, top + 11, value, VALUE)
    for top, caption, value in (
        (80.0, "WAYBILL NO.", bill.number),
        (112.0, "BOOKING REF.", bill.booking),
        (158.0, "ORDER REFERENCE", bill.order),
        (236.0, "PORT OF DISCHARGE AGENT", bill.agent),
        (324.0, "PORT OF LOADING", bill.loading),
        (356.0, "PLACE OF DELIVERY", bill.delivery),
    ):
        sheet.text(column, top, caption, CAPTION)
        sheet.block(column, top + 11, value, VALUE)
    if bill.transshipment:
        sheet.text(left, 388, "FOR CARRIAGE WITH TRANSHIPMENT AT", CAPTION)
        sheet.text(left, 399, bill.transshipment, VALUE)
    sheet.text(left, 428, "PARTICULARS FURNISHED BY THE SHIPPER", CAPTION)
    sheet.block(left, 446, bill.marks, VALUE)
    sheet.block(left + 120, 446, bill.packages, VALUE)
    sheet.block(left + 200, 446, bill.description, VALUE)
    sheet.block(left + 420, 446, f"{bill.weight} KG\n{bill.measure} CBM", VALUE)
    sheet.text(left, 700, bill.freight, VALUE)
    sheet.text(column, 700, "PLACE AND DATE OF ISSUE", CAPTION)
    sheet.block(column, 711, bill.issued, VALUE)
