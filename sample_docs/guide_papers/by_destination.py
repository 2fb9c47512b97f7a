"""A worksheet printed to PDF: a table keyed by destination, with ports and parties in its cells, and notes under it."""

from reportlab.lib.pagesizes import A4, landscape

from .pages import Paper

NAME = "by-destination/guide.pdf"
EAST = "OSPREY LANDING OUTFITTERS LLC\n1450 HAINES STREET\nJACKSONVILLE, FL 32206, USA"
WEST = "OSPREY LANDING WEST LLC\n3320 ALASKAN WAY, PIER 90\nSEATTLE, WA 98121, USA"
BROKER = "FIRST COAST ENTRY SERVICES INC\n8 WATER STREET, FLOOR 2\nJACKSONVILLE, FL 32202, USA\nTEL +1 904 555 0127"
BROKER_WEST = "RAINIER CUSTOMHOUSE BROKERS INC\n61 COLUMBIA STREET\nSEATTLE, WA 98104, USA\nTEL +1 206 555 0176"
ROWS = (
    ("Destination DC", "Port of Loading", "Discharge Port", "T/S", "Carrier", "Consignee", "Notify Party"),
    ("Atlanta, GA", "Any", "Savannah, GA", "Direct only", "Blue Heron", EAST, BROKER),
    (
        "Columbus, OH",
        "Ningbo or\nShanghai",
        "Baltimore, MD\nonly",
        "Busan (not\nSingapore)",
        "Blue Heron",
        EAST,
        BROKER,
    ),
    ("Spokane, WA", "Yantian", "Seattle, WA /\nTacoma, WA", "any", "Any", WEST, BROKER_WEST),
    ("Portland", "Any", "Portland", "Vancouver\npreferred", "Any", WEST, "Same as consignee"),
    ("Reno, NV", "Any", "Oakland, CA", "No\ntransshipment\nvia Manzanillo,\nMexico", "Any", WEST, "to be advised"),
)


def write() -> bytes:
    """The file."""
    paper = Paper(landscape(A4), font="Helvetica")
    paper.left = 36
    paper.title("Ocean Routing Matrix", 14)
    paper.lines("Osprey Landing Outfitters   Version 2020-04   Last updated 30 April 2020")
    paper.grid((72, 74, 78, 76, 60, 192, 192), ROWS, 8)
    paper.lines(
        "For destinations that are not listed ask traffic@ospreylanding.example for a routing before you book.", after=4
    )
    paper.lines("Arrivals at Oakland on Fridays should be avoided.")
    return paper.bytes()
