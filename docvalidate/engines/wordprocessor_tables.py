"""The tables of a Word file: spans as the grid has them, borders from the cell, the table or its style."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from .blocks import Block, Cell, Line, Piece, Table
from .packages import attribute, child, is_on, local, whole
from .spreadsheet_blocks import joined_rows
from .wordprocessor_styles import UNKNOWN, StyleSheet, shade_of
from .wordprocessor_text import CHANGE, chosen

MOST_COLUMNS = 200
SIDES = {"t": ("top",), "l": ("left", "start"), "b": ("bottom",), "r": ("right", "end")}
Inside = Callable[[Sequence[Any], str, str], list[Block]]
"""Reads what is inside a cell: its elements, what it is called, and the colour behind it."""


class _Placed(NamedTuple):
    row: int
    column: int
    columns: int
    element: Any
    rows: int = 1


def table_of(element: Any, path: str, styles: StyleSheet, inside: Inside) -> Table:
    """Read one table; `path` is what it is called."""
    kept = _kept_rows(element)
    unseen = frozenset(place for place, (row, _) in enumerate(kept) if is_on(child(row, "trPr", "hidden")))
    placed, pending = _placed(kept)
    rows = 1 + max((it.row + it.rows - 1 for it in placed), default=0)
    columns = max((it.column + it.columns for it in placed), default=1)
    named = styles.chain(attribute(child(element, "tblPr", "tblStyle"), "val"))
    frames = [child(element, "tblPr", "tblBorders"), *(child(it, "tblPr", "tblBorders") for it in named)]
    # A style's shades hold for some of the rows: which one is behind a cell is not followed.
    colored = UNKNOWN if any(shade_of(it) for style in named for it in style.iter() if local(it) == "shd") else ""
    cells: list[Cell] = []
    for number, it in _numbered(placed):
        properties = child(it.element, "tcPr")
        shade = shade_of(child(properties, "shd"))
        blocks = inside(list(it.element), f"{path}, row {it.row + 1}, cell {number}", shade or colored)
        while len(blocks) > 1 and _is_blank(blocks[-1]):
            blocks.pop()
        changes = pending.pop(it.row, None) or (pending.pop(it.row - 1, None) if it.column == 0 else None)
        if unseen.issuperset(range(it.row, it.row + it.rows)):
            blocks = [_unseen(block) for block in blocks]
        if changes:
            blocks = [Line((Piece("", size=0.1, notes=changes),), f"{path}, row {it.row + 1}"), *blocks]
        sides = _sides(it, child(properties, "tcBorders"), [f for f in frames if f is not None], rows, columns)
        cells.append(Cell(it.row, it.column, tuple(blocks), it.rows, it.columns, sides, bool(shade)))
    return joined_rows(Table(tuple(cells), rows, columns, unseen))


def _kept_rows(element: Any) -> list[tuple[Any, str | None]]:
    """The rows with what was deleted before each: a row whose deletion is pending is gone once it is accepted."""
    found: list[tuple[Any, str | None]] = []
    gone: list[str] = []
    for row in elements(element, "tr"):
        if child(row, "trPr", "del") is not None:
            words = (
                it.text or "" if local(it) != "p" else " " for it in row.iter() if local(it) in ("t", "delText", "p")
            )
            gone.append(" ".join("".join(words).split()))
            continue
        found.append((row, "; ".join(gone) or None))
        gone = []
    return found


def _placed(rows: list[tuple[Any, str | None]]) -> tuple[list[_Placed], dict[int, tuple[tuple[str, str], ...]]]:
    placed: list[_Placed] = []
    pending: dict[int, tuple[tuple[str, str], ...]] = {}
    open_: dict[int, int] = {}
    for number, (row, gone) in enumerate(rows):
        if gone:
            pending[number] = ((CHANGE, f"deleted: {gone}"),)
        column = min(MOST_COLUMNS, max(0, whole(child(row, "trPr", "gridBefore"), "val")))
        for cell in elements(row, "tc"):
            properties = child(cell, "tcPr")
            span = min(MOST_COLUMNS, max(1, whole(child(properties, "gridSpan"), "val", 1)))
            merge = child(properties, "vMerge")
            if merge is not None and attribute(merge, "val") != "restart" and column in open_:
                above = placed[open_[column]]
                placed[open_[column]] = above._replace(rows=number - above.row + 1)
            else:
                open_.pop(column, None)
                if merge is not None:
                    open_[column] = len(placed)
                placed.append(_Placed(number, column, span, cell))
            column += span
    return placed, pending


def _numbered(placed: list[_Placed]) -> list[tuple[int, _Placed]]:
    seen: dict[int, int] = {}
    found: list[tuple[int, _Placed]] = []
    for it in placed:
        seen[it.row] = seen.get(it.row, 0) + 1
        found.append((seen[it.row], it))
    return found


def elements(parent: Any, name: str) -> list[Any]:
    """The rows of a table or the cells of a row, also those inside content controls and alternatives."""
    found: list[Any] = []
    for it in parent:
        kind = local(it)
        if kind == name:
            found.append(it)
        elif kind in ("sdt", "sdtContent", "customXml", "ins"):
            found += elements(it, name)
        elif kind == "AlternateContent":
            found += [part for part in chosen(it) if local(part) == name]
    return found


def _sides(it: _Placed, own: Any, frames: list[Any], rows: int, columns: int) -> str:
    """The sides of a cell with a border: its own word counts, then the table's, then that of the table's style."""
    outer = {
        "t": it.row == 0,
        "b": it.row + it.rows >= rows,
        "l": it.column == 0,
        "r": it.column + it.columns >= columns,
    }
    found = ""
    for side, names in SIDES.items():
        whole = names if outer[side] else ("insideH",) if side in "tb" else ("insideV",)
        told = _border(own, names)
        for frame in frames:
            told = _border(frame, whole) if told is None else told
        found += side if told else ""
    return found


def _border(frame: Any, names: tuple[str, ...]) -> bool | None:
    line = next((found for name in names if (found := child(frame, name)) is not None), None)
    return None if line is None else (attribute(line, "val") or "none") not in ("none", "nil")


def _unseen(block: Block) -> Block:
    """The same words, which nobody sees."""
    if isinstance(block, Line):
        pieces = tuple(piece._replace(hidden=piece.hidden or "hidden row") for piece in block.pieces)
        return block._replace(pieces=pieces)
    cells = tuple(
        cell._replace(blocks=tuple(_unseen(inner) for inner in cell.blocks), sides="", shaded=False)
        for cell in block.cells
    )
    return block._replace(cells=cells)


def _is_blank(block: Block) -> bool:
    return isinstance(block, Line) and not any(piece.text.strip() or piece.notes for piece in block.pieces)
