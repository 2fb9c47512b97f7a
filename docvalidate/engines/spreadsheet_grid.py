"""A worksheet is set as a table: merged cells are one, hidden ones take no room, words run over empty neighbours."""

from .blocks import Block, Line, Table, text_line
from .blocks import Cell as Box
from .spreadsheet_blocks import joined_rows
from .spreadsheet_cells import Cell, Sheet
from .spreadsheet_notes import letters_of

BLANKS = 3
"""So many empty rows in a row part as well as a thousand."""
MOST_COLUMNS = 500
MOST_REACH = 30


def blocks_of(sheet: Sheet) -> list[Block]:
    """The sheet's headings, its cells, and the boxes that lie on it."""
    whole = f"Sheet '{sheet.name}'"
    blocks: list[Block] = [text_line(text, f"{whole}, page heading") for text in sheet.headings]
    table = _table(sheet, whole)
    if table is not None:
        blocks.append(table)
    for place, lines in sheet.boxes:
        inside = tuple(text_line(line, f"{whole}, {place}") for line in lines)
        blocks.append(Table((Box(0, 0, inside, sides="ltrb"),), 1, 1))
    return blocks


def _table(sheet: Sheet, whole: str) -> Table | None:
    regions = _regions(sheet)
    covers = {
        (row, column): region
        for region in regions
        for row in range(region[0], region[2] + 1)
        for column in range(region[1], region[3] + 1)
    }
    used = [cell for cell in sheet.cells if cell.lines or cell.style.sides or cell.notes]
    if not any(cell.lines for cell in used):
        return None
    rows = _places({cell.row for cell in used} | {r for it in regions for r in range(it[0], it[2] + 1)}, BLANKS)
    columns = _places({cell.column for cell in used} | {c for it in regions for c in range(it[1], it[3] + 1)}, 0)
    filled = {(cell.row, cell.column) for cell in used if cell.lines} | covers.keys()
    starts = {(top, left): bottom for top, left, bottom, _ in regions}
    boxes: list[Box] = []
    for cell in used:
        if columns[cell.column] >= MOST_COLUMNS:
            continue
        region = covers.get((cell.row, cell.column), (cell.row, cell.column, cell.row, cell.column))
        sides = _outer_sides(cell, region)
        if sides:
            boxes.append(Box(rows[cell.row], columns[cell.column], (), sides=sides))
        if cell.lines:
            boxes.append(_box(sheet, cell, region, rows, columns, filled, starts, whole))
    table = Table(
        tuple(boxes), max(rows.values()) + 1, max(columns.values()) + 1,
        frozenset(place for row, place in rows.items() if sheet.hides_row(row)),
        frozenset(place for column, place in columns.items() if sheet.hides_column(column)),
    )  # fmt: skip
    return joined_rows(table)


def _regions(sheet: Sheet) -> list[tuple[int, int, int, int]]:
    """The merged regions, cut down to where anything stands: some sheets merge whole columns."""
    last_row = max((cell.row for cell in sheet.cells if cell.lines or cell.style.sides), default=1)
    last_column = max((cell.column for cell in sheet.cells if cell.lines or cell.style.sides), default=1)
    cut = [
        (top, left, min(bottom, last_row + 1), min(right, last_column + 1)) for top, left, bottom, right in sheet.merged
    ]
    return [it for it in cut if it[2] >= it[0] and it[3] >= it[1]]


def _places(used: set[int], blanks: int) -> dict[int, int]:
    """The used rows or columns by their place in the table, with a few empty ones between them where there are any."""
    places: dict[int, int] = {}
    before = place = 0
    for number in sorted(used):
        place += 1 + min(number - before - 1, blanks) if before else 0
        places[number] = place
        before = number
    return places


def _outer_sides(cell: Cell, region: tuple[int, int, int, int]) -> str:
    """The borders of a cell that are not inside a merged region."""
    outer = {
        "t": cell.row == region[0],
        "l": cell.column == region[1],
        "b": cell.row == region[2],
        "r": cell.column == region[3],
    }
    return "".join(side for side in cell.style.sides if outer[side])


def _box(
    sheet: Sheet,
    cell: Cell,
    region: tuple[int, int, int, int],
    rows: dict[int, int],
    columns: dict[int, int],
    filled: set[tuple[int, int]],
    starts: dict[tuple[int, int], int],
    whole: str,
) -> Box:
    reason = _hides(sheet, cell, region)
    path = f"{whole}, cell {letters_of(cell.column)}{cell.row}"
    lines: list[Line] = []
    for place, pieces in enumerate(cell.lines):
        said = cell.notes if place == 0 else ()
        pieces = tuple(piece._replace(hidden=reason or piece.hidden) for piece in pieces)
        if said and pieces:
            pieces = (pieces[0]._replace(notes=said), *pieces[1:])
        lines.append(Line(pieces, path))
    if all(piece.hidden for line in lines for piece in line.pieces):
        lines = [line for line in lines if line.pieces]
    top, left, bottom, right = region
    anchor = (cell.row, cell.column) == (top, left)
    span = (rows[bottom] - rows[top] + 1, columns[right] - columns[left] + 1) if anchor else (1, 1)
    reach = span[1]
    if cell.is_text and not cell.style.wraps and region == (cell.row, cell.column, cell.row, cell.column):
        beside = [number for number in columns if number > cell.column][:MOST_REACH]
        reach += next((place for place, it in enumerate(beside) if (cell.row, it) in filled), len(beside))
    # What is merged was meant to be one box, with or without a border; and what stands left of one names it.
    sides = "ltrb" if anchor and span != (1, 1) else ""
    named = starts.get((cell.row, cell.column + 1)) if span == (1, 1) else None
    if named is not None and not any((row, cell.column) in filled for row in range(cell.row + 1, named + 1)):
        span, sides = (rows[named] - rows[cell.row] + 1, 1), "ltrb"
    return Box(rows[cell.row], columns[cell.column], tuple(lines), *span, sides, cell.style.shaded and anchor, reach)


def _hides(sheet: Sheet, cell: Cell, region: tuple[int, int, int, int]) -> str | None:
    top, left, bottom, right = region
    if (cell.row, cell.column) != (top, left):
        return "covered"
    if all(sheet.hides_row(row) for row in range(top, bottom + 1)):
        return "hidden row"
    if all(sheet.hides_column(column) for column in range(left, right + 1)):
        return "hidden column"
    return None
