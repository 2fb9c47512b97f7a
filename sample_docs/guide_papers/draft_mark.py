"""A workbook marked DRAFT: labels with an address over several rows, a hidden row, and a sheet of routings."""

import io
from datetime import datetime

from formats.zipped import with_fixed_dates
from openpyxl import Workbook
from openpyxl.styles import Font

NAME = "draft-mark/guide.xlsx"
WRITTEN = datetime(2017, 8, 21, 16, 2)
PARTIES = (
    ("Consignee", ("LANTERN BAY STORES INC", "500 SUPERIOR AVENUE", "CLEVELAND, OH 44114", "USA")),
    (
        "Notify 1",
        ("LAKE ERIE ENTRY SERVICES LLC", "12 DOCK STREET", "CLEVELAND, OH 44113", "USA", "TEL +1 216 555 0144"),
    ),
    ("Notify 2", ("as per purchase order",)),
)
ROUTINGS = (
    ("Destination", "Origin", "Port of discharge", "Transshipment port", "Transit days", "Remarks"),
    ("Cleveland, OH", "Any", "Norfolk, VA", "Not allowed", 38, ""),
    ("Chicago, IL", "Ningbo", "Long Beach, CA", "Kaohsiung or Busan", 29, "rail to Chicago"),
    ("Atlanta, GA", "Any", "Savannah, GA", "Cartagena", 33, ""),
    ("All other DCs", "Any", "New York, NY", "Direct", 31, "ask first"),
)


def write() -> bytes:
    """The file; its times are fixed, so that it comes out the same."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Parties"
    sheet["A1"], sheet["A2"] = "Transportation and Routing Guide", "DRAFT 8/21/2017 4:02:19 PM"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A3"], sheet["B3"] = "Version", "FY18-A"
    row = 5
    for label, lines in PARTIES:
        sheet.cell(row, 1, label)
        for line in lines:
            sheet.cell(row, 2, line)
            row += 1
        row += 1
    sheet.cell(row, 1, "Bill to")
    sheet.cell(row, 2, "Lantern Bay Finance, PO Box 9, Akron, OH 44308, USA")
    routings = book.create_sheet("Routing")
    for number, cells in enumerate(ROUTINGS, start=1):
        for column, value in enumerate(cells, start=1):
            routings.cell(number, column, value or None)
    routings.cell(6, 1, "Denver, CO")
    routings.cell(6, 3, "Los Angeles, CA")
    routings.row_dimensions[6].hidden = True
    book.properties.created = book.properties.modified = WRITTEN
    file = io.BytesIO()
    book.save(file)
    return with_fixed_dates(file.getvalue())
