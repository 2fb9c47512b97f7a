"""A carrier's booking confirmation: what was booked, and the routing table with one line a leg."""

from bill import Booking
from drawing import NAVY, PALE, Sheet, Type

CAPTION = Type("Helvetica-Bold", 8, NAVY)
VALUE = Type("Helvetica", 9)
SMALL = Type("Helvetica", 8)
COLUMNS = (("From", 0.0), ("To", 118.0), ("By", 236.0), ("Vessel / Voyage", 280.0), ("ETD", 400.0), ("ETA", 460.0))


def draw(sheet: Sheet, booking: Booking) -> None:
    """Draw the page."""
    left, right = 40.0, sheet.width - 40
    sheet.text(left, 30, booking.carrier, Type("Helvetica-Bold", 13, NAVY))
    sheet.text(left, 50, "BOOKING CONFIRMATION", Type("Helvetica-Bold", 16))
    top = 84.0
    for caption, value in (
        ("Booking No.:", booking.number),
        ("Date:", booking.date),
        ("Booked by:", booking.customer),
        ("Your reference:", f"ORDER {booking.order}"),
        ("Place of Receipt:", booking.receipt),
        ("Place of Delivery:", booking.delivery),
        ("Equipment:", booking.equipment),
    ):
        sheet.text(left, top, caption, CAPTION)
        sheet.text(left + 110, top, value, VALUE)
        top += 15
    top += 14
    sheet.text(left, top, "ROUTING", CAPTION)
    top += 14
    sheet.box(left, top, right - left, 16, 0.5, PALE)
    for caption, offset in COLUMNS:
        sheet.text(left + offset + 4, top + 4, caption, CAPTION)
    top += 16
    for leg in booking.legs:
        sheet.box(left, top, right - left, 18, 0.5)
        cells = (leg.start, leg.end, leg.mode, leg.vessel, leg.departure, leg.arrival)
        for (_, offset), words in zip(COLUMNS, cells, strict=True):
            sheet.text(left + offset + 4, top + 5, words, SMALL)
        top += 18
    top += 20
    for remark in booking.remarks:
        sheet.text(left, top, remark, VALUE)
        top += 13
