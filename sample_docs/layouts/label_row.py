"""Rows of captions over rows of values: only the column tells which value belongs to which caption."""

from bill import Bill
from drawing import Sheet, Type

CAPTION = Type("Helvetica", 7)
VALUE = Type("Helvetica-Bold", 9)


def draw(sheet: Sheet, bill: Bill) -> None:
    """Draw the face."""
    left, right = 40.0, sheet.width - 40
    sheet.text(left, 28, bill.carrier, Type("Helvetica-Bold", 12))
    sheet.text(left + 290, 28, f"{bill.title}  {bill.status}", Type("Helvetica-Bold", 12))
    sheet.text(left + 290, 43, bill.subtitle, Type("Helvetica", 8))
    top = 60.0

    def row(height: float, *entries: tuple[float, str, str]) -> None:
        nonlocal top
        sheet.rule(left, top, right, top, 0.6)
        for offset, caption, value in entries:
            sheet.text(left + offset, top + 3, caption, CAPTION)
            sheet.block(left + offset, top + 15, value, VALUE)
        top += height

    row(66, (0, "Shipper", bill.shipper), (270, "B/L No.", bill.number), (400, "Booking No.", bill.booking))
    row(66, (0, 'Consignee (negotiable only if consigned "to order", "to order of" a named person)', bill.consignee),
        (400, "Export references", f"ORDER {bill.order}"))  # fmt: skip
    row(76, (0, "Notify Party (see clause 22)", bill.notify))
    row(32, (0, "Vessel (see clause 1 + 19)", bill.vessel), (180, "Voyage No.", bill.voyage),
        (270, "Port of Transhipment", bill.transshipment))  # fmt: skip
    row(34, (0, "Port of Loading", bill.loading), (180, "Port of Discharge", bill.discharge),
        (330, "Place of Delivery. Applicable only if multimodal", bill.delivery))  # fmt: skip
    row(14, (0, "PARTICULARS FURNISHED BY SHIPPER - CARRIER NOT RESPONSIBLE (see clause 14)", ""))
    row(280, (0, "Kind of Packages; Description of goods; Marks and Numbers; Container No./Seal No.",
              f"{bill.description}\n\n{bill.marks}"),
        (385, "Weight", f"{bill.weight} KGS"), (455, "Measurement", f"{bill.measure} CBM"))  # fmt: skip
    row(40, (0, "Freight & Charges", bill.freight), (270, "Place of Issue; Date of Issue", bill.issued))
    sheet.rule(left, top, right, top, 0.6)
