"""Files without pages are set on one: lines, tables and their cells become words and rulings with their places.

Only the order of things counts here: what stands left, right, above and below of what, and what a border parts. Columns
are as wide as their words, so that nothing runs into its neighbour, whatever widths the file asks for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from .blocks import SIZE, Block, Cell, Line, Table
from .drawn import Drawing
from .lines import LEADING, line_height, line_size, line_width, stretches, wrapped
from .page import Box, Hidden, Overlay, Page, Word

MARGIN = 20.0
PAD = 2.0
GAP = 2.2
"""Times the size of its letters that a column is wider than its words: nobody takes two columns for one line."""


def page_of(blocks: Sequence[Block], number: int = 1, path: str = "") -> Page:
    """Set the blocks under each other on one page as large as they need; `path` is what the page itself is called."""
    setter = _Setter()
    y = MARGIN
    for block in blocks:
        y += setter.put(block, MARGIN, y)
        if isinstance(block, Table):
            y += SIZE * LEADING / 2
    width = max([word.x1 for word in setter.words] + [setter.right], default=0.0) + MARGIN
    height = y + MARGIN
    across, down = setter.drawing.rulings()
    whole = ((0.0, 0.0, width, height), path)
    return Page(
        number, width, height, None,
        words=tuple(setter.words), horizontals=across, verticals=down, fills=tuple(setter.drawing.fills),
        hidden=tuple(setter.hidden), overlays=tuple(setter.overlays), places=(*setter.places, whole),
    )  # fmt: skip


@dataclass
class _Setter:
    words: list[Word] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    overlays: list[Overlay] = field(default_factory=list)
    places: list[tuple[Box, str]] = field(default_factory=list)
    drawing: Drawing = field(default_factory=Drawing)
    right: float = 0.0

    def put(self, block: Block, x: float, y: float) -> float:
        """Set a block with its left upper corner there; how high it is."""
        if isinstance(block, Table):
            return self._table(block, x, y)
        for line in wrapped(block):
            self._line(line, x, y)
            y += line_height(line)
        return sum(line_height(line) for line in wrapped(block))

    def _line(self, line: Line, x: float, y: float) -> None:
        start = len(self.words), len(self.hidden), len(self.overlays)
        tall = max((piece.size for piece in line.pieces if piece.hidden is None), default=SIZE)
        struck: list[tuple[float, float, float]] = []
        for text, x0, x1, piece in stretches(line, x):
            if piece.hidden is not None:
                box = (x0, y, x0 + 0.1, y + 0.5)
                self.hidden += [Hidden(box, word, piece.hidden) for word in text.split()]
            elif text:
                top = y + tall - piece.size
                self.words.append(Word(_r(x0), _r(top), _r(x1), _r(y + tall), text, piece.size, piece.font))
                if piece.struck:
                    struck.append((x0, top + piece.size / 2, x1))
            self.overlays += [Overlay((x0, y, max(x1, x0 + 1.0), y + tall), what, said) for what, said in piece.notes]
        if struck:
            # One line through all of it: a line through each word would look like the rules of a form.
            self.drawing.add_line(struck[0][0], struck[0][1], struck[-1][2], struck[0][1])
        boxes = [word[:4] for word in self.words[start[0] :]]
        boxes += [it.box for it in self.hidden[start[1] :]] + [it.box for it in self.overlays[start[2] :]]
        if boxes and line.path:
            self.places.append((around(boxes), line.path))

    def _table(self, table: Table, x: float, y: float) -> float:
        across, down = _measures(table)
        lefts, tops = _sums(across, x), _sums(down, y)
        self.right = max(self.right, lefts[-1])
        level = {
            row: max((_first_size(cell) for cell in cells), default=SIZE)
            for row, cells in groupby(sorted(table.cells, key=lambda cell: cell.row), key=lambda cell: cell.row)
        }
        plain = {
            (row, cell.column) for cell in table.cells if _visible(cell) and not cell.shaded for row in _rows_of(cell)
        }
        for cell in table.cells:
            box = lefts[cell.column], tops[cell.row], lefts[cell.column + cell.columns], tops[cell.row + cell.rows]
            if box[2] > box[0] and box[3] > box[1]:
                self._frame(cell._replace(shaded=cell.shaded and not _labels(cell, plain)), box)
            at = box[1] + (PAD / 2 if box[3] > box[1] else 0.0)
            # Words of two sizes in one row stand on one line.
            at += (level[cell.row] - _first_size(cell)) / 2 if _visible(cell) else 0.0
            for block in cell.blocks:
                at += self.put(block, box[0] + PAD, at)
        return tops[-1] - y

    def _frame(self, cell: Cell, box: Box) -> None:
        x0, top, x1, bottom = box
        for side, line in (
            ("l", (x0, top, x0, bottom)), ("t", (x0, top, x1, top)),
            ("r", (x1, top, x1, bottom)), ("b", (x0, bottom, x1, bottom)),
        ):  # fmt: skip
            if side in cell.sides:
                self.drawing.add_line(*line)
        if cell.shaded:
            self.drawing.add_fill(box, shaded=True)


def _extent(cell: Cell) -> tuple[float, float]:
    """How wide and high the words of a cell are, with room around them; the gap on the right parts two columns."""
    width = height = 0.0
    for block in cell.blocks:
        if isinstance(block, Table):
            across, down = _measures(block)
            width, height = max(width, sum(across)), height + sum(down)
        else:
            width = max(width, line_width(block))
            height += sum(map(line_height, wrapped(block)))
    gap = max((line_size(block) for block in cell.blocks if isinstance(block, Line)), default=0.0)
    return (width + 2 * PAD + GAP * gap if width else 0.0), (height + PAD if height else 0.0)


def _first_size(cell: Cell) -> float:
    lines = (line_size(block) for block in cell.blocks if isinstance(block, Line))
    return next((size for size in lines if size), SIZE)


def _rows_of(cell: Cell) -> range:
    return range(cell.row, cell.row + cell.rows)


def _labels(cell: Cell, plain: set[tuple[int, int]]) -> bool:
    """The cell has its value beside it, which may go on in the rows below: its shade is no header's."""
    return any((row, cell.column + cell.columns) in plain for row in _rows_of(cell))


def _visible(cell: Cell) -> bool:
    return any(isinstance(block, Table) or line_size(block) for block in cell.blocks)


def _measures(table: Table) -> tuple[list[float], list[float]]:
    """The width of each column and the height of each row."""
    across = [0.0 if column in table.collapsed_columns else 6.0 for column in range(table.columns)]
    used = {row for cell in table.cells if _visible(cell) for row in range(cell.row, cell.row + cell.rows)}
    blank = LEADING * SIZE + PAD
    down = [0.0 if row in used or row in table.collapsed_rows else blank for row in range(table.rows)]
    extents = [(cell, *_extent(cell)) for cell in table.cells]
    for cell, width, _ in sorted(extents, key=lambda it: max(it[0].columns, it[0].reach)):
        columns = max(cell.columns, cell.reach)
        _spread(across, range(cell.column, min(cell.column + columns, table.columns)), width, table.collapsed_columns)
    for cell, _, height in sorted(extents, key=lambda it: it[0].rows):
        _spread(down, range(cell.row, min(cell.row + cell.rows, table.rows)), height, table.collapsed_rows)
    return across, down


def _spread(sizes: list[float], over: range, needed: float, collapsed: frozenset[int]) -> None:
    """Make these columns (or rows) together as large as needed, each by the same."""
    open_ = [place for place in over if place not in collapsed]
    missing = needed - sum(sizes[place] for place in open_)
    if missing > 0:
        for place in open_:
            sizes[place] += missing / len(open_)


def _sums(sizes: list[float], start: float) -> list[float]:
    places = [start]
    for size in sizes:
        places.append(places[-1] + size)
    return places


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box around all of them."""
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _r(value: float) -> float:
    return round(value, 2)
