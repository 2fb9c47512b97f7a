"""A workbook as forwarders send it: captions over merged cells, a border around each."""

import io
from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from . import shipment as of
from .zipped import with_fixed_dates

NAME = "draft.xlsx"
THIN = Side(style="thin")
WRITTEN = datetime(2016, 9, 5, 10, 30)


def write() -> bytes:
    """The file; its times are fixed, so that it comes out the same."""
    book = Workbook()
    sheet = book.active
    sheet.title = "DRAFT"
    sheet["A1"] = "SEA WAYBILL - DRAFT"
    sheet["A1"].font = Font(bold=True, size=14)
    boxes = (
        ("A3:D3", "A4:D8", "Shipper", of.SHIPPER.lines),
        ("E3:H3", "E4:H4", "Waybill No.", [of.NUMBER]),
        ("E5:H5", "E6:H6", "Booking No.", [of.BOOKING]),
        ("E7:H7", "E8:H8", "References", [of.REFERENCE]),
        ("A9:D9", "A10:D14", "Consignee", of.CONSIGNEE.lines),
        ("A15:D15", "A16:D20", "Notify Party", of.NOTIFY.lines),
        ("A21:B21", "A22:B22", "Vessel", [of.VESSEL]),
        ("C21:D21", "C22:D22", "Voyage No.", [of.VOYAGE]),
        ("E21:H21", "E22:H22", "Port of Loading", [of.LOADING.printed]),
        ("A23:D23", "A24:D24", "Port of Discharge", [of.DISCHARGE.printed]),
        ("E23:H23", "E24:H24", "Place of Delivery", [of.DELIVERY.printed]),
        ("A25:H25", "A26:H29", "Description of Goods", of.GOODS),
    )
    for head, body, caption, lines in boxes:
        for cells, value, font in ((head, caption, Font(size=8)), (body, "\n".join(lines), Font(size=10))):
            first = sheet[cells.partition(":")[0]]
            first.value, first.font, first.alignment = value, font, Alignment(wrap_text=True, vertical="top")
            sheet.merge_cells(cells)
            for row in sheet[cells]:
                for cell in row:
                    cell.border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
    book.properties.created = book.properties.modified = WRITTEN
    file = io.BytesIO()
    book.save(file)
    return with_fixed_dates(file.getvalue())
