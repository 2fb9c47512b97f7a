"""The usual ocean form: closed boxes, small captions on top, parties left and references right."""

from bill import Bill
from drawing import GREY, VALUE, Sheet, Type

TERMS = (
    "RECEIVED in apparent good order and condition except as otherwise noted the total number of containers or\n"
    "packages enumerated below for transportation from the place of receipt or the port of loading to the port of\n"
    "discharge or the place of delivery, subject to the terms hereof. Delivery will be made to the person named\n"
    "above on production of proof of identity."
)


def draw(sheet: Sheet, bill: Bill) -> None:
    """Draw the face."""
    left, middle, right = 36.0, sheet.width / 2, sheet.width - 36
    half = middle - left
    sheet.text(left, 28, bill.carrier, Type("Helvetica-Bold", 13))
    sheet.text(middle + 60, 26, bill.title, Type("Helvetica-Bold", 15))
    sheet.text(middle + 60, 43, f"{bill.subtitle}   {bill.status}".strip(), Type("Helvetica", 8))
    top = 58.0
    for caption, value, height in (
        ("Shipper (complete name and address)", bill.shipper, 68.0),
        ("Consignee (complete name and address)", bill.consignee, 68.0),
        ("Notify Party (complete name and address)", bill.notify, 72.0),
    ):
        sheet.cell(left, top, half, height, caption, value)
        top += height
    right_top = 58.0
    quarter = half / 2
    sheet.cell(middle, right_top, quarter, 28, "Waybill No." if "WAYBILL" in bill.title else "B/L No.", bill.number)
    sheet.cell(middle + quarter, right_top, quarter, 28, "Booking No.", bill.booking)
    sheet.cell(middle, right_top + 28, half, 40, "Export References", f"ORDER {bill.order}")
    if bill.also_notify:
        sheet.cell(middle, right_top + 68, half, 68, "Also Notify Party (complete name and address)", bill.also_notify)
    else:
        sheet.cell(middle, right_top + 68, half, 68, "Forwarding Agent - References FMC No.", "")
    sheet.cell(middle, right_top + 136, half, 72, "For delivery of goods please apply to", bill.agent)
    rows = (
        (("Pre-Carriage by", ""), ("Place of Receipt", bill.receipt)),
        (("Ocean Vessel / Voyage No.", f"{bill.vessel} / {bill.voyage}"), ("Port of Loading", bill.loading)),
        (("Port of Discharge", bill.discharge), ("Place of Delivery", bill.delivery)),
    )
    for (first, second), last in zip(
        rows,
        (
            ("Freight payable at", "DESTINATION"),
            ("Port of Transhipment", bill.transshipment),
            ("Final Destination (for the Merchant's reference only)", bill.final_destination),
        ),
        strict=True,
    ):
        sheet.cell(left, top, quarter + 20, 28, *first)
        sheet.cell(left + quarter + 20, top, quarter + 20, 28, *second)
        sheet.cell(left + half + 40, top, half - 40, 28, *last)
        top += 28
    columns = (
        ("Marks & Nos.", 100.0, bill.marks),
        ("No. of Packages", 70.0, bill.packages),
        ("Description of Goods (said to contain)", half * 2 - 300, bill.description),
        ("Gross Weight (kg)", 70.0, bill.weight),
        ("Measurement (cbm)", 60.0, bill.measure),
    )
    x = left
    for caption, width, value in columns:
        sheet.box(x, top, width, 290)
        sheet.text(x + 3, top + 3, caption, Type("Helvetica", 6, GREY))
        sheet.rule(x, top + 14, x + width, top + 14, 0.4)
        sheet.block(x + 5, top + 20, value)
        x += width
    top += 290
    sheet.cell(left, top, half, 34, "Freight & Charges", bill.freight)
    sheet.cell(middle, top, half, 34, "Total number of containers / packages (in words)", bill.packages + " ONLY")
    sheet.block(left + 4, top + 42, TERMS, Type("Helvetica", 5.2))
    sheet.cell(middle, top + 34, half, 76, "Place and date of issue", bill.issued)
    sheet.box(left, top + 34, half, 76)
    sheet.text(middle + 5, top + 96, f"AS CARRIER {bill.carrier}", Type("Helvetica", 6))
    sheet.rule(middle + 5, top + 92, right - 8, top + 92, 0.4)
    sheet.text(right - 60, top + 112, "Page 1 of 1", Type(VALUE.font, 6, GREY))
