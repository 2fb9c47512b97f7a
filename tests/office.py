"""Small office files, web pages and print-outs for tests, made in memory."""

import io
import zipfile
from collections.abc import Callable

import docx
import openpyxl
from docx.document import Document
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from docvalidate.limits import ReadSettings

HERE = ReadSettings(isolate=False)
SHIPPER = "NINGBO EXAMPLE WARES CO., LTD.\n8 HARBOUR ROAD\nNINGBO, CHINA"
CONSIGNEE = "ACME IMPORTS LLC\n12 PIER ROAD\nBOSTON, MA 02110, USA"
NOTIFY = "HARBOUR BROKERS INC\n7 QUAY STREET\nBOSTON, MA 02110, USA\nTEL +1 617 555 0100"
BOXES = {
    "Shipper": SHIPPER,
    "Consignee": CONSIGNEE,
    "Notify Party": NOTIFY,
    "Port of Loading": "NINGBO, CHINA",
    "Port of Discharge": "NEW YORK, NY",
    "Place of Delivery": "BOSTON, MA",
    "B/L No.": "NGB0012345",
}
LEGS = (
    ("From", "To", "Mode", "Vessel", "ETD"),
    ("NINGBO", "SINGAPORE", "Vessel", "EVER ONE", "1 Sep"),
    ("SINGAPORE", "NEW YORK", "Vessel", "EVER TWO", "11 Sep"),
)


def a_sheet(sheet: Worksheet, boxes: dict[str, str] = BOXES, *, title: str = "BILL OF LADING DRAFT") -> dict[str, int]:
    """Captions in column A, values line by line in column B; says in which row each begins."""
    sheet["A1"] = title
    rows: dict[str, int] = {}
    row = 3
    for caption, value in boxes.items():
        rows[caption] = row
        sheet.cell(row, 1, caption).font = Font(bold=True)
        for place, line in enumerate(value.split("\n")):
            sheet.cell(row + place, 2, line)
        row += value.count("\n") + 2
    return rows


def a_workbook(
    edit: Callable[[Worksheet, dict[str, int]], None] | None = None,
    boxes: dict[str, str] = BOXES,
    **more: dict[str, str],
) -> bytes:
    """A workbook with a bill on its first sheet; `more` are further sheets by their name."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "BL"
    rows = a_sheet(sheet, boxes)
    for name, others in more.items():
        a_sheet(book.create_sheet(name), others)
    if edit is not None:
        edit(sheet, rows)
    return saved(book)


def a_word_file(edit: Callable[[Document], None] | None = None, boxes: dict[str, str] = BOXES) -> bytes:
    """A Word file with a bill in a table of one column, each caption above its value."""
    paper = docx.Document()
    paper.add_paragraph("SEA WAYBILL DRAFT")
    table = paper.add_table(0, 1)
    table.style = "Table Grid"
    for caption, value in boxes.items():
        cell = table.add_row().cells[0]
        cell.paragraphs[0].add_run(caption).bold = True
        for line in value.split("\n"):
            cell.add_paragraph(line)
    if edit is not None:
        edit(paper)
    return saved(paper)


def a_web_page(head: str = "", boxes: dict[str, str] = BOXES) -> bytes:
    """A web page with a bill in a table, captions on the left."""
    rows = "".join(f"<tr><th>{key}</th><td>{value.replace(chr(10), '<br>')}</td></tr>" for key, value in boxes.items())
    return f"<!DOCTYPE html><html><head>{head}</head><body><h1>Sea Waybill Draft</h1><table>{rows}</table>".encode()


def a_print_out(boxes: dict[str, str] = BOXES) -> str:
    """Text with each caption on a line of its own."""
    return "SEA WAYBILL DRAFT\n\n" + "\n\n".join(f"{caption}:\n{value}" for caption, value in boxes.items())


def a_zip(**parts: str | bytes) -> bytes:
    """A zip; two underscores in a name stand for a stroke, a single one before the ending for a full stop."""
    return zipped({name.replace("__", "/").replace("_xml", ".xml"): data for name, data in parts.items()})


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """An office file with one of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {it: archive.read(it) for it in archive.namelist()}
    return zipped({**parts, name: part})


def saved(thing: openpyxl.Workbook | Document) -> bytes:
    """The bytes of a workbook or Word file."""
    file = io.BytesIO()
    thing.save(file)
    return file.getvalue()
