"""A PDF in closed boxes, as a carrier prints it."""

import tempfile
from pathlib import Path

from bill import Bill
from drawing import Sheet
from layouts import closed_boxes
from reportlab.lib.pagesizes import A4

from . import shipment as of

NAME = "draft.pdf"


def write() -> bytes:
    """The file."""
    bill = Bill(
        carrier="BLUE HERON LINE",
        number=of.NUMBER,
        booking=of.BOOKING,
        order=of.ORDER,
        shipper="\n".join(of.SHIPPER.lines),
        consignee="\n".join(of.CONSIGNEE.lines),
        notify="\n".join(of.NOTIFY.lines),
        loading=of.LOADING.printed,
        discharge=of.DISCHARGE.printed,
        delivery=of.DELIVERY.printed,
        vessel=of.VESSEL,
        voyage=of.VOYAGE,
        marks=of.ORDER,
        goods="\n".join(of.GOODS[:2]),
        containers=(),
        packages="1180 CARTONS",
        weight="11,328.00",
        measure="67.260",
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / NAME
        sheet = Sheet(file, A4)
        closed_boxes.draw(sheet, bill)
        sheet.save()
        return file.read_bytes()
