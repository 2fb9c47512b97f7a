"""A preprinted form with numbered captions, filled in a typewriter face that does not keep to the boxes."""

from bill import Bill
from drawing import NAVY, Sheet, Type

CAPTION = Type("Helvetica", 6.5, NAVY)
TYPED = Type("Courier", 9.2)
UNUSED = "XXXXXXXXXXXXXXXXXXXX"


def draw(sheet: Sheet, bill: Bill) -> None:
    """Draw the face."""
    left = 34.0
    whole = sheet.width - 68
    half = whole / 2

    def entry(x: float, top: float, width: float, height: float, caption: str, value: str) -> None:
        sheet.box(left + x, top, width, height, 0.5)
        sheet.text(left + x + 3, top + 2, caption, CAPTION)
        # The sheet went in a little too far to the right and too low.
        sheet.block(left + x + 11, top + 12.5, value, TYPED)

    sheet.text(left, 26, bill.carrier, Type("Helvetica-Bold", 13, NAVY))
    sheet.text(left + half, 26, bill.title, Type("Helvetica-Bold", 13, NAVY))
    sheet.text(left + half + 10, 42, f"{bill.subtitle}  ** {bill.status} **", TYPED)
    top = 56.0
    entry(0, top, half, 64, "(2) Shipper/Exporter (complete name and address)", bill.shipper)
    entry(half, top, half, 32, "(5) Document No.", bill.number)
    entry(half, top + 32, half, 32, "(6) Export References", f"{bill.order}  BKG {bill.booking}")
    top += 64
    entry(0, top, half, 66, "(3) Consignee (complete name and address)", bill.consignee)
    entry(half, top, half, 66, "(7) Forwarding Agent-References", UNUSED)
    top += 66
    entry(0, top, half, 76, "(4) Notify Party (complete name and address)", bill.notify)
    entry(half, top, half, 76, "(9) Also Notify Party (complete name and address)", bill.also_notify or UNUSED)
    top += 76
    entry(0, top, half / 2, 28, "(12) Pre-carriage by", UNUSED[:12])
    entry(half / 2, top, half / 2, 28, "(13) Place of Receipt/Date", bill.receipt)
    entry(half, top, half, 28, "(10) Onward Inland Routing/Export Instructions", UNUSED[:12])
    top += 28
    entry(0, top, half / 2, 28, "(14) Ocean Vessel/Voy. No.", f"{bill.vessel} {bill.voyage}")
    entry(half / 2, top, half / 2, 28, "(15) Port of Loading", bill.loading)
    entry(half, top, half, 28, "(18) Transshipment Port", bill.transshipment)
    top += 28
    entry(0, top, half / 2, 28, "(16) Port of Discharge", bill.discharge)
    entry(half / 2, top, half / 2, 28, "(17) Place of Delivery", bill.delivery)
    entry(half, top, half, 28, "Number of Original B/Ls", "NONE")
    top += 28
    sheet.box(left, top, whole, 300, 0.5)
    for caption, offset, value in (
        ("(19) Container No./Marks", 0.0, bill.marks),
        ("(20) Packages", 135.0, bill.packages),
        ("(21) Description of Goods", 215.0, bill.description),
        ("(22) Weight kg", 415.0, bill.weight),
        ("Measurement", 480.0, bill.measure),
    ):
        sheet.text(left + offset + 3, top + 2, caption, CAPTION)
        sheet.block(left + offset + 6, top + 16, value, TYPED._replace(size=8.4))
    top += 300
    entry(0, top, half, 34, "(24) Freight & Charges", bill.freight)
    entry(half, top, half, 34, "(27) Place and Date of Issue", bill.issued)


def rider(sheet: Sheet, bill: Bill, entries: str) -> None:
    """Draw the attached list on a page of its own."""
    sheet.next_page()
    sheet.text(34, 30, "RIDER PAGE", Type("Helvetica-Bold", 13, NAVY))
    sheet.text(34, 48, f"ATTACHED TO AND FORMING PART OF WAYBILL NO. {bill.number}", TYPED)
    sheet.text(sheet.width - 120, 48, "PAGE 2 OF 2", TYPED)
    sheet.rule(34, 62, sheet.width - 34, 62)
    sheet.block(45, 78, entries, TYPED)
