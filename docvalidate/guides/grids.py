"""A table is told by what the file says of its cells, by rulings, or by the heads of columns that stand in line."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from docvalidate.engines.page import Box, Horizontal, Page, Vertical
from docvalidate.layout.cells import Rulings
from docvalidate.layout.runs import same_line

from .lines import Cell, Grid, TextLine

NEAR = 2.5
"""Points by which two edges may miss each other."""
_IN_TABLE = re.compile(r"(?P<table>.*table \d+), row (?P<row>\d+), cell \d+")
_IN_SHEET = re.compile(r"Sheet '.*', cell (?P<column>[A-Z]+)(?P<row>\d+)")
UNCLEAR_ROWS = "nothing shows where one row of the table ends and the next begins"


def grids_of(page: Page, lines: Sequence[TextLine], heads: Callable[[str], bool]) -> list[Grid]:
    """The tables of a page. `heads` tells whether a text is the head of a column; what is in no table is left."""
    by_path = _by_path(page, lines)
    taken = {line for grid in by_path for line in grid.lines}
    left = [line for line in lines if line not in taken and line.cell is None]
    ruled = _by_rulings(page, left) if not page.places or any(_own_place(line) for line in left) else []
    taken |= {line for grid in ruled for line in grid.lines}
    left = [line for line in left if line not in taken]
    return [*by_path, *ruled, *_by_heads(page, left, heads)]


def _own_place(line: TextLine) -> bool:
    return bool(line.path and line.path.startswith("line "))


def _by_path(page: Page, lines: Sequence[TextLine]) -> list[Grid]:
    tables: dict[str, dict[int, list[TextLine]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        if line.cell is None:
            continue
        in_table, in_sheet = _IN_TABLE.match(line.cell), _IN_SHEET.match(line.cell)
        if in_table:
            tables[in_table["table"]][int(in_table["row"])].append(line)
        elif in_sheet:
            tables["sheet"][int(in_sheet["row"])].append(line)
    grids: list[Grid] = []
    for rows in tables.values():
        for stretch in _stretches(rows):
            grids += _grid_of_rows(page, stretch)
    return grids


def _stretches(rows: dict[int, list[TextLine]]) -> list[list[list[TextLine]]]:
    """Rows that follow each other without a row free between them."""
    found: list[list[list[TextLine]]] = []
    last = None
    for number in sorted(rows):
        if last is None or number != last + 1:
            found.append([])
        found[-1].append(rows[number])
        last = number
    return found


def _grid_of_rows(page: Page, rows: list[list[TextLine]]) -> list[Grid]:
    """One table; rows of a worksheet with a single cell before the first with several are titles and text."""
    in_sheet = bool(_IN_SHEET.match(rows[0][0].cell or ""))
    grids: list[Grid] = []
    pending: list[list[TextLine]] = []

    def close() -> None:
        if any(len({line.cell for line in row}) > 1 for row in pending):
            grids.append(_made(page, pending))

    for row in rows:
        alone = len({line.cell for line in row}) == 1
        # A text over the whole width parts two tables; a cell that stands alone in a table belongs to it.
        first_column = min(line.run.x0 for line in row) <= min(line.run.x0 for it in rows for line in it) + NEAR
        if in_sheet and alone and first_column and not (pending and _follows_in(row, pending)):
            close()
            pending = []
            continue
        pending.append(row)
    close()
    return grids


def _follows_in(row: list[TextLine], pending: list[list[TextLine]]) -> bool:
    """A row with its key alone: short, as the keys above it are."""
    return len(row[0].text) < 40 and len(pending) > 1


def _made(page: Page, rows: list[list[TextLine]]) -> Grid:
    cells = [_cells(row) for row in rows]
    lefts: list[float] = []
    for left in sorted(min(line.run.x0 for line in cell.lines) for row in cells for cell in row):
        if not lefts or left - lefts[-1] > NEAR:
            lefts.append(left)
    made: list[list[Cell | None]] = []
    for row in cells:
        placed: list[Cell | None] = [None] * len(lefts)
        for cell in row:
            at = min(range(len(lefts)), key=lambda i: abs(lefts[i] - min(line.run.x0 for line in cell.lines)))
            placed[at] = cell
        made.append(placed)
    grid = Grid(made, page, tuple(lefts))
    _join(grid)
    return grid


def _cells(row: list[TextLine]) -> list[Cell]:
    found: dict[str | None, Cell] = {}
    for line in row:
        found.setdefault(line.cell, Cell()).lines.append(line)
    return list(found.values())


def _join(grid: Grid) -> None:
    """A free cell belongs to the one above where rulings part the rows elsewhere, and none does here."""
    for number, row in enumerate(grid.rows[1:], start=1):
        tops = [line.run.top for cell in row if cell is not None for line in cell.lines]
        above = [line.run.bottom for cell in grid.rows[number - 1] if cell is not None for line in cell.lines]
        if not tops or not above:
            continue
        level = [
            it for it in grid.page.horizontals
            if min(above) - NEAR < it.y <= min(tops) + NEAR and it.x1 - it.x0 > 8
        ]  # fmt: skip
        for at, cell in enumerate(row):
            x = grid.lefts[at] + 1
            if cell is None and level and not any(it.x0 <= x <= it.x1 for it in level):
                grid.rows[number][at] = grid.rows[number - 1][at]
                grid.joined.add((number, at))


def _by_rulings(page: Page, lines: Sequence[TextLine]) -> list[Grid]:
    across = tuple(it for it in page.horizontals if it.x1 - it.x0 > 8 and not _underlines(it, lines))
    down = tuple(it for it in page.verticals if it.bottom - it.top > 5)
    edges = {(round(x0), round(top), round(x1), round(bottom)) for x0, top, x1, bottom in page.fills}
    across += tuple(Horizontal(y, x0, x1) for x0, top, x1, bottom in edges for y in (top, bottom))
    down += tuple(Vertical(x, top, bottom) for x0, top, x1, bottom in edges for x in (x0, x1))
    rulings = Rulings(across, down, page.width, page.height)
    inside: dict[Box, Cell] = {}
    for line in lines:
        box = rulings.cell(line.run)
        whole = page.width * page.height
        if rulings.is_closed(box) and (box[2] - box[0]) * (box[3] - box[1]) < 0.45 * whole:
            rounded = tuple(round(it) for it in box)
            inside.setdefault((rounded[0], rounded[1], rounded[2], rounded[3]), Cell()).lines.append(line)
    grids = []
    for boxes in _touching(list(inside)):
        grid = _from_boxes(page, {box: inside[box] for box in boxes})
        if len(grid.lefts) > 1:
            grids.append(grid)
    return grids


def _underlines(rule: Horizontal, lines: Sequence[TextLine]) -> bool:
    return any(
        abs(it.run.x0 - rule.x0) < 3 and abs(it.run.x1 - rule.x1) < 3 and it.run.top < rule.y < it.run.bottom + 3
        for it in lines
    )


def _touching(boxes: list[Box]) -> list[list[Box]]:
    groups: list[list[Box]] = []
    for box in sorted(boxes, key=lambda it: (it[1], it[0])):
        near = [group for group in groups if any(_touch(box, other) for other in group)]
        merged = [box, *(it for group in near for it in group)]
        groups = [group for group in groups if group not in near] + [merged]
    return groups


def _touch(one: Box, other: Box) -> bool:
    beside = one[1] < other[3] - NEAR and other[1] < one[3] - NEAR
    under = one[0] < other[2] - NEAR and other[0] < one[2] - NEAR
    return (beside and min(abs(one[0] - other[2]), abs(one[2] - other[0])) <= NEAR) or (
        under and min(abs(one[1] - other[3]), abs(one[3] - other[1])) <= NEAR
    )


def _from_boxes(page: Page, cells: dict[Box, Cell]) -> Grid:
    tops = _edges([box[1] for box in cells])
    lefts = _edges([box[0] for box in cells])
    rows: list[list[Cell | None]] = [[None] * len(lefts) for _ in tops]
    joined: set[tuple[int, int]] = set()
    for box, cell in cells.items():
        first = True
        for row, top in enumerate(tops):
            if box[1] - NEAR <= top < box[3] - NEAR:
                at = min(range(len(lefts)), key=lambda i: abs(lefts[i] - box[0]))
                rows[row][at] = cell
                if not first:
                    joined.add((row, at))
                first = False
    return Grid(rows, page, tuple(lefts), joined=joined)


def _edges(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def _by_heads(page: Page, lines: Sequence[TextLine], heads: Callable[[str], bool]) -> list[Grid]:
    """Tables without rulings down: a line of heads, and lines whose words stand under them."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda it: (it.run.middle, it.run.x0)):
        if rows and same_line(rows[-1][0].run, line.run):
            rows[-1].append(line)
        else:
            rows.append([line])
    grids: list[Grid] = []
    at = 0
    while at < len(rows):
        named = [line for line in rows[at] if heads(line.text)]
        if len(named) >= 2 and len(rows[at]) >= 3 and len(named) >= len(rows[at]) / 2:
            grid, size = _under(page, rows[at], rows[at + 1 :])
            if size:
                grids.append(grid)
                at += size
        at += 1
    return grids


def _under(page: Page, head: list[TextLine], below: list[list[TextLine]]) -> tuple[Grid, int]:
    lefts = sorted(line.run.x0 for line in head)
    taken: list[list[TextLine]] = []
    bottom = max(line.run.bottom for line in head)
    for row in below:
        if min(line.run.top for line in row) - bottom > 4.0 * head[0].run.size:
            break
        places = [_column(line, lefts) for line in row]
        crosses = any(
            line.run.x1 > lefts[place + 1] - 1
            for line, place in zip(row, places, strict=True)
            if place is not None and place + 1 < len(lefts)
        )
        if None in places or crosses or len(set(places)) < len(places):
            break
        taken.append(row)
        bottom = max(line.run.bottom for line in row)
    grouped, doubt = _rows_told_apart(page, taken, lefts)
    made: list[list[Cell | None]] = []
    for group in [[head], *grouped]:
        placed: list[Cell | None] = [None] * len(lefts)
        for row in group:
            for line in row:
                place = _column(line, lefts)
                if place is None:
                    continue
                cell = placed[place] or Cell()
                cell.lines.append(line)
                placed[place] = cell
        made.append(placed)
    return Grid(made, page, tuple(lefts), doubt), len(taken)


def _column(line: TextLine, lefts: Sequence[float]) -> int | None:
    near = [place for place, left in enumerate(lefts) if left - 6 <= line.run.x0]
    return near[-1] if near else None


def _rows_told_apart(
    page: Page, rows: list[list[TextLine]], lefts: Sequence[float]
) -> tuple[list[list[list[TextLine]]], str | None]:
    """The printed lines by rows of the table: by the rulings between them, by space, or each line where it is full."""
    if not rows:
        return [], None
    tops = [min(line.run.top for line in row) for row in rows]
    bottoms = [max(line.run.bottom for line in row) for row in rows]
    width = lefts[-1] - lefts[0]
    rules = [it.y for it in page.horizontals if it.x1 - it.x0 > 0.8 * width]
    ruled = [any(bottoms[i - 1] - 2 <= y <= tops[i] + 2 for y in rules) for i in range(1, len(rows))]
    gaps = [tops[i] - bottoms[i - 1] for i in range(1, len(rows))]
    full = [len(row) == len(lefts) for row in rows]
    if any(ruled):
        breaks = ruled
    elif gaps and max(gaps) > min(gaps) + 0.35 * rows[0][0].run.size:
        middle = (max(gaps) + min(gaps)) / 2
        breaks = [gap > middle for gap in gaps]
    elif all(full):
        breaks = [True] * len(gaps)
    else:
        return [[row] for row in rows], UNCLEAR_ROWS
    groups = [[rows[0]]]
    for row, parted in zip(rows[1:], breaks, strict=True):
        if parted:
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups, None
