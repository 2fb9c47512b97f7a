"""Where every cell of a table has a border, the lines of one party still are one box: no rule between them counts."""

import re
from collections.abc import Iterator

from docvalidate.reference.captions import beginning

from .blocks import Block, Cell, Line, Table

PARTIES = frozenset(
    {"shipper", "consignee", "notify_party", "also_notify", "delivery_agent", "forwarding_agent", "agent"}
)
_NUMBERED = re.compile(r"^\W*\d{1,2}[a-z]?[.):]?\s+")
_ENDS_AS_CAPTION = (":", "：")


def joined_rows(table: Table) -> Table:
    """The table without the rules between the lines of a party that go on in the cells below each other.

    A line goes on where nothing names it: no caption in the cell, none to the left, and the shade is the same.
    """
    shown = {(cell.row, cell.column): cell for cell in table.cells if _text(cell)}
    dropped = {place for head in shown.values() if _role(head) in PARTIES for place in _joints(head, shown, table)}
    if not dropped:
        return table
    return table._replace(cells=tuple(cell._replace(sides=_kept(cell, dropped)) for cell in table.cells))


def _joints(head: Cell, shown: dict[tuple[int, int], Cell], table: Table) -> Iterator[tuple[int, int]]:
    """The places (row below, column) where the lines under one caption touch each other."""
    label = head.column + head.columns
    beside = next((shown[head.row, at] for at in range(label, table.columns) if (head.row, at) in shown), None)
    if beside is not None and not _names(beside):
        line, first = beside, head.column
        last = head.row + head.rows if head.rows > 1 else table.rows
    else:
        row = _below(head, table)
        under = shown.get((row, head.column))
        if under is None or _names(under):
            return
        line, first, last = under, under.column, table.rows
    while (row := _below(line, table)) < last:
        lower = shown.get((row, line.column))
        if lower is None or _names(lower) or lower.shaded != line.shaded or not _is_free(row, first, line, shown):
            return
        columns = range(first, max(line.column + line.columns, lower.column + lower.columns))
        yield from ((at, column) for at in range(line.row + line.rows, row + 1) for column in columns)
        line = lower


def _is_free(row: int, first: int, line: Cell, shown: dict[tuple[int, int], Cell]) -> bool:
    """Nothing between the label and the line; where there is no label beside it, nothing to its left that names it."""
    if first < line.column:
        return not any((row, column) in shown for column in range(first, line.column))
    left = next((shown[row, at] for at in range(line.column - 1, -1, -1) if (row, at) in shown), None)
    return left is None or not _names(left)


def _below(cell: Cell, table: Table) -> int:
    """The next row that is seen."""
    row = cell.row + cell.rows
    while row in table.collapsed_rows:
        row += 1
    return row


def _kept(cell: Cell, dropped: set[tuple[int, int]]) -> str:
    def is_joint(row: int) -> bool:
        return all((row, column) in dropped for column in range(cell.column, cell.column + cell.columns))

    gone = ("t" if is_joint(cell.row) else "") + ("b" if is_joint(cell.row + cell.rows) else "")
    return "".join(side for side in cell.sides if side not in gone)


def _names(cell: Cell) -> bool:
    """The cell begins with a caption, or looks like one that is not known."""
    return _role(cell) is not None or _text(cell).rstrip().endswith(_ENDS_AS_CAPTION)


def _role(cell: Cell) -> str | None:
    text = _text(cell).strip()
    for told in (text, _NUMBERED.sub("", text)):
        for phrase, _ in beginning(told):
            return phrase.role
    return None


def _text(cell: Cell) -> str:
    """The words that are seen, from the first line that has any."""
    return next((text for block in cell.blocks if (text := _shown(block)).strip()), "")


def _shown(block: Block) -> str:
    if isinstance(block, Line):
        return "".join(piece.text for piece in block.pieces if piece.hidden is None)
    return next((text for cell in block.cells if (text := _text(cell))), "")
