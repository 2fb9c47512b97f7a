"""What a workbook shows may not be what it says: a value that its formula does not give, letters that a rule hides."""

from collections.abc import Sequence

from .spreadsheet_cells import NO_VALUE, Cell, Sheet
from .spreadsheet_conditions import MAY_HIDE
from .spreadsheet_formulas import STALE, At, Look, NotJudgedError, Value, is_stale, result_of

MOST_JUDGED = 20_000


def mark_doubts(sheets: Sequence[Sheet]) -> None:
    """Mark the cells of all sheets whose value is stale, and those whose letters a condition hides or may hide."""
    books = {sheet.name.casefold(): _by_place(sheet) for sheet in sheets}
    for sheet in sheets:
        look = _look(books, sheet.name.casefold())
        for place, formula, stored, kind in sheet.formulas[:MOST_JUDGED]:
            try:
                value = result_of(formula, look)
            except NotJudgedError:
                continue
            if stored and is_stale(stored, kind, value):
                cell = sheet.cells[place]
                sheet.cells[place] = cell._replace(notes=(*cell.notes, (STALE, f"={formula} is shown as {stored}")))
        if sheet.conditions:
            sheet.cells[:] = [_under_conditions(sheet, cell, look) for cell in sheet.cells]


def _under_conditions(sheet: Sheet, cell: Cell, look: Look) -> Cell:
    for condition in sheet.conditions if cell.lines else ():
        reason = condition.hides(cell.style) if condition.covers(cell.row, cell.column) else None
        if reason is None:
            continue
        holds = condition.holds(cell.row, cell.column, cell.text, look)
        if holds:
            lines = tuple(tuple(it._replace(hidden=it.hidden or reason) for it in line) for line in cell.lines)
            return cell._replace(lines=lines)
        if holds is None:
            return cell._replace(notes=(*cell.notes, (MAY_HIDE, "")))
    return cell


def _by_place(sheet: Sheet) -> dict[tuple[int, int], Cell]:
    return {(cell.row, cell.column): cell for cell in sheet.cells}


def _look(books: dict[str, dict[tuple[int, int], Cell]], own: str) -> Look:
    def look(at: At) -> Value:
        cells = books.get(own if at.sheet is None else at.sheet.casefold())
        if cells is None:
            raise NotJudgedError
        cell = cells.get((at.row, at.column))
        if cell is None or not cell.lines:
            return None
        if not cell.is_text or cell.text == NO_VALUE:
            raise NotJudgedError
        return cell.text

    return look
