"""A workbook of Excel 97 to 2003 (MS-XLS): its values alone, through calamine; how they look it does not tell."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from docvalidate.errors import UnreadableDocument

from .blocks import Piece
from .number_formats import general
from .page import Page
from .spreadsheet import settled
from .spreadsheet_cells import Cell, Sheet
from .spreadsheet_grid import blocks_of
from .spreadsheet_styles import Style
from .typeset import page_of

MOST_CELLS = 200_000
STORED = "number without its format"


def read_pages(data: bytes, max_pages: int) -> Iterator[Page]:
    """Yield each sheet as a page. Raises UnreadableDocument where the file is damaged, locked or too large."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            shown = {it.name: it.visible == SheetVisibleEnum.Visible for it in book.sheets_metadata}
            if len(shown) > max_pages:
                raise UnreadableDocument(
                    f"{len(shown)} sheets, and the limit is {max_pages}: raise --max-pages", "too-large"
                )
            for number, name in enumerate(book.sheet_names, start=1):
                sheet = _sheet(name, book.get_sheet_by_name(name))
                page = page_of(blocks_of(sheet), number, f"Sheet '{name}'")
                yield settled(page, sheet, hidden=not shown.get(name, True))
    except PasswordError as error:
        raise UnreadableDocument("the file is locked with a password: ask for a copy without one", "locked") from error
    except (CalamineError, OSError, ValueError) as error:
        if "password" in str(error).lower() or "encrypt" in str(error).lower():
            raise UnreadableDocument(
                "the file is locked with a password: ask for a copy without one", "locked"
            ) from error
        raise UnreadableDocument(
            "the workbook is damaged and cannot be opened: ask for it as .xlsx", "damaged"
        ) from error


def _sheet(name: str, read: Any) -> Sheet:
    sheet = Sheet(name)
    top, left = read.start or (0, 0)
    for row, values in enumerate(read.iter_rows(), start=top + 1):
        for column, value in enumerate(values, start=left + 1):
            if value not in ("", None) and len(sheet.cells) < MOST_CELLS:
                sheet.cells.append(_cell(row, column, value))
    for (first, left_), (last, right) in read.merged_cell_ranges or ():
        sheet.merged.append((first + 1, left_ + 1, last + 1, right + 1))
    return sheet


def _cell(row: int, column: int, value: Any) -> Cell:
    text = _shown(value)
    lines = tuple((Piece(line, 11.0),) if line else () for line in text.replace("\r\n", "\n").split("\n"))
    # A ZIP code kept as a number may be shown with a zero before it: only its format says, and that is not told.
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    notes = ((STORED, text),) if number else ()
    return Cell(row, column, lines, Style(), notes, is_text=isinstance(value, str))


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return general(float(value))
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, (date, time, timedelta)):
        return str(value)
    return str(value)
