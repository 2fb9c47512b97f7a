"""A page of HTML, as a forwarder's portal mails it."""

from html import escape

from . import shipment as of

NAME = "draft.html"


def write() -> bytes:
    """The file, in UTF-8."""
    rows = (
        (("Shipper", of.SHIPPER.lines), ("Sea waybill no.", [of.NUMBER])),
        (("Consignee", of.CONSIGNEE.lines), ("Booking no.", [of.BOOKING])),
        (("Notify party", of.NOTIFY.lines), ("References", [of.REFERENCE])),
        (("Vessel", [of.VESSEL]), ("Voyage no.", [of.VOYAGE])),
        (("Port of loading", [of.LOADING.printed]), ("Port of discharge", [of.DISCHARGE.printed])),
        (("Place of delivery", [of.DELIVERY.printed]), ("Description of goods", of.GOODS)),
    )
    table = "\n".join(f"<tr>{''.join(_cell(*cell) for cell in row)}</tr>" for row in rows)
    page = (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Sea waybill draft</title>'
        "<style>td { border: 1px solid #888; vertical-align: top; width: 50% } b { font-size: 80% }</style></head>\n"
        f"<body><h1>SEA WAYBILL - DRAFT</h1>\n<table>\n{table}\n</table></body></html>\n"
    )
    return page.encode()


def _cell(caption: str, lines: list[str] | tuple[str, ...]) -> str:
    return f"<td><b>{escape(caption)}</b><br>{'<br>'.join(map(escape, lines))}</td>"
