"""A manual printed from Word: numbered sections, parties under their headings, a list of revisions over two pages."""

from reportlab.lib.pagesizes import letter

from .pages import Paper

NAME = "revision-history/guide.pdf"
HEADS = ("Revision", "Date", "Section", "Description of change")
HISTORY = (
    ("12", "06/05/2017", "2.2", "Notify party moved to Philadelphia"),
    ("11", "11/18/2016", "3", "Kaohsiung no longer accepted"),
    ("10", "03/22/2016", "5", "Chargebacks raised"), ("9", "10/30/2015", "2.3", "Second notify party added"),
    ("8", "05/14/2015", "3", "Norfolk replaces New York"), ("7", "12/19/2014", "4", "Courier address"),
    ("6", "08/27/2014", "1", "Scope"), ("5", "02/13/2014", "2.1", "New consignee"),
    ("4", "09/16/2013", "3", "All water service"), ("3", "04/25/2013", "5", "Chargebacks"),
    ("2", "01/31/2012", "2", "Layout"), ("1", "01/15/2011", "all", "First issue"),
)  # fmt: skip


def write() -> bytes:
    """The file."""
    paper = Paper(letter, "Tidewater Hearth & Home - Import Vendor Manual", "Revision 12 - uncontrolled when printed")
    paper.title("Import Vendor Shipping Manual")
    paper.lines("Revision 12, effective July 1, 2017. Supersedes revision 11.")
    paper.heading("1. Scope")
    paper.lines(
        "This manual applies to all full container loads that are shipped to us by sea. Air freight and parcels\n"
        "are described in the Small Shipments Manual, which you can ask your buyer for."
    )
    paper.heading("2. Parties on the bill of lading")
    paper.heading("2.1 Consignee and Importer of Record")
    paper.lines("TIDEWATER HEARTH & HOME LLC\n4100 CRANEY ISLAND ROAD, BUILDING C\nPORTSMOUTH, VA 23703, USA", 14)
    paper.heading("2.2 Notify Party on Bill of Lading")
    paper.lines(
        "QUAKER BRIDGE CUSTOMS BROKERS INC\n219 SOUTH COLUMBUS BOULEVARD, SUITE 400\nPHILADELPHIA, PA 19106, USA\n"
        "TEL +1 215 555 0118\nE-MAIL ENTRIES@QUAKERBRIDGE.EXAMPLE",
        14,
    )
    paper.heading("2.3 2nd Notify / Also notify")
    paper.lines("HAMPTON ROADS DRAYAGE LLC\n77 TERMINAL BOULEVARD\nNORFOLK, VA 23505, USA", 14)
    paper.heading("3. Routing")
    paper.lines(
        "All shipments must be routed via Norfolk, VA. Transshipment via Kaohsiung or Hong Kong is not permitted.\n"
        "Direct sailings are preferred where they save more than five days."
    )
    paper.heading("4. Documents")
    paper.lines("Bill To:", after=2)
    paper.lines("TIDEWATER SHARED SERVICES INC\nPO BOX 6120\nRICHMOND, VA 23230, USA", 14)
    paper.next_page()
    paper.heading("5. Chargebacks")
    paper.lines(
        "Any deviation from this manual that we have not accepted in writing is charged back at cost plus 250 USD.\n"
        "The vendor must send the draft bill of lading for approval within two days of sailing."
    )
    paper.heading("6. Revision history")
    paper.top = 500
    paper.grid((60, 70, 60, 260), (HEADS, *HISTORY[:8]))
    paper.next_page()
    paper.grid((60, 70, 60, 260), (HEADS, *HISTORY[8:]))
    return paper.bytes()
