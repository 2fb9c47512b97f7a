"""A Word file whose first page has three dates and a revision number, and a clause that takes effect another day."""

import io

from docx import Document
from formats.zipped import with_fixed_dates

NAME = "three-dates/guide.docx"


def write() -> bytes:
    """The file; its times are fixed, so that it comes out the same."""
    document = Document()
    document.add_heading("Foreign Supplier Standard Operating Procedure", 0)
    document.add_paragraph("ISSUE DATE: 1/15/2011    NUMBER: GRNPRO2011    Last Revised: 06/05/2017")
    document.add_paragraph("Page 1 Issue Date 6/21/2017    Revision #12")
    document.add_paragraph("Effective July 1, 2017")
    document.add_paragraph(
        "These instructions are effective May 2017 and replace all previous instructions written or implied."
    )
    document.add_heading("Ship to", 1)
    _block(document, "GRANARY SQUARE DC 4", "19 MILL POND ROAD", "MEMPHIS, TN 38118, USA")
    document.add_heading("Ship to / Consign to", 1)
    _block(document, "GRANARY SQUARE CEREALS COMPANY", "ONE GRANARY SQUARE", "BATTLE CREEK, MI 49016-3599, USA")
    document.add_heading("Notify", 1)
    document.add_paragraph("The notify party must appear exactly as shown below:")
    _block(
        document,
        "TOLLGATE BROKERAGE LLC",
        "3100 AIRWAYS BOULEVARD, SUITE 40",
        "MEMPHIS, TN 38116, USA",
        "PHONE 901-555-0170",
    )
    document.add_heading("Ocean Routings", 1)
    table = document.add_table(rows=4, cols=2)
    table.style = "Table Grid"
    rows = (
        ("Port of discharge", "New Orleans, LA"), ("Transshipment", "Freeport, Bahamas only; Kingston not permitted"),
        ("Place of delivery", "Memphis, TN"), ("Carrier", "as contracted by us"),
    )  # fmt: skip
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("No shipment may leave without routing instructions on file (effective 01/01/2014).")
    file = io.BytesIO()
    document.save(file)
    return with_fixed_dates(file.getvalue())


def _block(document: object, *lines: str) -> None:
    for line in lines:
        document.add_paragraph(line)  # type: ignore[attr-defined]
