"""UN/EDIFACT D.99B: the booking confirmation as IFTMBC, with a TDT group for each leg."""

from . import shipment as of
from .edifact import MODES, interchange, party, place

NAME = "iftmbc.edi"


def write() -> bytes:
    """The file, in UNOC (ISO 8859-1)."""
    legs = (
        ("20", of.VOYAGE, "vessel", of.LOADING, of.DISCHARGE, of.SAILING, of.ARRIVAL),
        ("30", "", "rail", of.DISCHARGE, of.DELIVERY, of.ON_RAIL, of.OFF_RAIL),
    )
    body = [f"BGM+770+{of.BOOKING}+9", f"RFF+BN:{of.BOOKING}", f"RFF+ON:{of.ORDER}"]
    for stage, voyage, mode, load, discharge, departure, arrival in legs:
        vessel = f"++BHLU:172:20+++XHP7:146::{of.VESSEL}" if mode == "vessel" else ""
        body += [
            f"TDT+{stage}+{voyage}+{MODES[mode]}{vessel}",
            f"LOC+9+{place(load)}",
            f"DTM+133:{departure.replace('-', '')}:102",
            f"LOC+11+{place(discharge)}",
            f"DTM+132:{arrival.replace('-', '')}:102",
        ]
    return interchange("IFTMBC", [*body, f"LOC+7+{place(of.DELIVERY)}", *party("CZ", of.SHIPPER)])
