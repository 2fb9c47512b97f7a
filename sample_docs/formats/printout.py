"""A print-out of a forwarder's program: fixed columns, rows of signs for rules."""

from . import shipment as of

NAME = "draft.txt"
RULE = "=" * 78


def write() -> bytes:
    """The file, in UTF-8."""
    return text().encode()


def text() -> str:
    """The lines of the print-out."""
    parties = (("SHIPPER", of.SHIPPER), ("CONSIGNEE", of.CONSIGNEE), ("NOTIFY PARTY", of.NOTIFY))
    places = (
        ("VESSEL / VOYAGE", f"{of.VESSEL} / {of.VOYAGE}"),
        ("PORT OF LOADING", of.LOADING.printed),
        ("PORT OF DISCHARGE", of.DISCHARGE.printed),
        ("PLACE OF DELIVERY", of.DELIVERY.printed),
    )
    lines = [
        RULE,
        "  SEA WAYBILL  -  DRAFT",
        RULE,
        f"  WAYBILL NO. : {of.NUMBER}          BOOKING NO. : {of.BOOKING}",
        f"  REFERENCES  : {of.REFERENCE}",
        "-" * 78,
    ]
    for caption, party in parties:
        lines += [f"  {caption}:", *(f"    {line}" for line in party.lines), ""]
    lines += ["-" * 78, *(f"  {caption:<20}: {value}" for caption, value in places), "-" * 78]
    lines += ["  DESCRIPTION OF GOODS", *(f"    {line}" for line in of.GOODS), RULE]
    return "\n".join(lines) + "\n"
