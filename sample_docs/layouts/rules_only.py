"""Horizontal rules only, as American forwarders set it: bold captions, no line between the columns."""

from bill import Bill
from drawing import Sheet, Type

CAPTION = Type("Helvetica-Bold", 7)
VALUE = Type("Helvetica", 9)


def draw(sheet: Sheet, bill: Bill) -> None:
    """Draw the face."""
    left, right = 40.0, sheet.width - 40
    column = left + 300
    sheet.text(left, 30, bill.title, Type("Helvetica-Bold", 18))
    sheet.text(left, 51, f"{bill.subtitle}   ***{bill.status}***", Type("Helvetica", 8))
    sheet.text(column, 34, bill.carrier, Type("Helvetica-Bold", 10))
    sheet.rule(left, 64, right, 64, 1.6)
    top = 68.0
    bands: tuple[tuple[float, tuple[tuple[float, str, str], ...]], ...] = (
        (62, ((left, "SHIPPER / EXPORTER", bill.shipper), (column, "B/L OR WAYBILL NUMBER", bill.number))),
        (64, ((left, "CONSIGNED TO", bill.consignee), (column, "EXPORT REFERENCES",
                                                       f"ORDER {bill.order}\nBOOKING NO. {bill.booking}"))),
        (74, ((left, "NOTIFY PARTY / INTERMEDIATE CONSIGNEE", bill.notify),
              (column, "DELIVERY AGENT", bill.agent))),
        (28, ((left, "PRE-CARRIAGE BY", "TRUCK"), (left + 180, "PLACE OF RECEIPT", bill.receipt),
              (left + 370, "PORT OF LOADING", bill.loading))),
        (28, ((left, "EXPORTING CARRIER", f"{bill.vessel} V.{bill.voyage}"),
              (left + 180, "T/S PORT", bill.transshipment), (left + 370, "PORT OF UNLOADING", bill.discharge))),
        (28, ((left, "TYPE OF MOVE", "FCL / FCL"), (left + 180, "PLACE OF DELIVERY", bill.delivery),
              (left + 370, "FREIGHT", bill.freight))),
    )  # fmt: skip
    for height, entries in bands:
        for x, caption, value in entries:
            sheet.text(x, top + 2, caption, CAPTION)
            sheet.block(x, top + 12, value, VALUE)
        top += height
        sheet.rule(left, top, right, top, 0.8)
    columns = (
        ("MARKS AND NUMBERS", 0.0, bill.marks),
        ("QTY", 125.0, bill.packages),
        ("DESCRIPTION OF COMMODITIES", 200.0, bill.description),
        ("GROSS KG", 420.0, bill.weight),
        ("CBM", 490.0, bill.measure),
    )
    for caption, offset, value in columns:
        sheet.text(left + offset, top + 3, caption, CAPTION)
        sheet.block(left + offset, top + 20, value, VALUE)
    sheet.rule(left, top + 14, right, top + 14, 0.4)
    sheet.rule(left, sheet.height - 90, right, sheet.height - 90, 1.6)
    sheet.text(left, sheet.height - 84, "BY", CAPTION)
    sheet.text(column, sheet.height - 84, "DATED AT", CAPTION)
    sheet.block(column, sheet.height - 74, bill.issued, VALUE)
