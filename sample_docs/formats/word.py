"""A Word file as forwarders send it: a table with a caption on the first line of each cell."""

import io

from docx import Document
from docx.shared import Pt

from . import shipment as of
from .zipped import with_fixed_dates

NAME = "draft.docx"


def write() -> bytes:
    """The file; its times are fixed, so that it comes out the same."""
    document = Document()
    document.add_heading("SEA WAYBILL - DRAFT", level=1)
    rows = (
        (("Shipper", of.SHIPPER.lines), ("Waybill No.", [of.NUMBER])),
        (("Consignee", of.CONSIGNEE.lines), ("Booking No.", [of.BOOKING])),
        (("Notify Party", of.NOTIFY.lines), ("References", [of.REFERENCE])),
        (("Vessel", [of.VESSEL]), ("Voyage No.", [of.VOYAGE])),
        (("Port of Loading", [of.LOADING.printed]), ("Port of Discharge", [of.DISCHARGE.printed])),
        (("Place of Delivery", [of.DELIVERY.printed]), ("Description of Goods", list(of.GOODS))),
    )
    table = document.add_table(rows=len(rows), cols=2)
    table.style = "Table Grid"
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, (caption, lines) in zip(row.cells, cells, strict=True):
            head = cell.paragraphs[0].add_run(caption)
            head.bold, head.font.size = True, Pt(8)
            for line in lines:
                cell.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return with_fixed_dates(file.getvalue())
