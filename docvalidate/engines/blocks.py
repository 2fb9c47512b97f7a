"""What a file without pages is made of: lines of styled pieces, and tables whose cells hold lines and tables again."""

from typing import NamedTuple

SIZE = 10.0
"""The size of letters where the file gives none."""


class Piece(NamedTuple):
    """Letters of one style; `hidden` says why nobody sees them. `notes` are marks on them: what they are, and text."""

    text: str
    size: float = SIZE
    font: int = 0
    hidden: str | None = None
    struck: bool = False
    notes: tuple[tuple[str, str], ...] = ()


class Line(NamedTuple):
    """Pieces one after the other; a tab in them goes to the next of `stops` (points), else to the next half inch."""

    pieces: tuple[Piece, ...]
    path: str = ""
    indent: float = 0.0
    stops: tuple[float, ...] = ()


class Cell(NamedTuple):
    """A cell of a table, and over how many rows and columns it goes; `sides` are the borders drawn: any of "ltrb".

    `reach` is over how many columns its words may run, as in a worksheet, where the cells beside are empty.
    """

    row: int
    column: int
    blocks: "tuple[Line | Table, ...]"
    rows: int = 1
    columns: int = 1
    sides: str = ""
    shaded: bool = False
    reach: int = 1


class Table(NamedTuple):
    """Cells in rows and columns; `collapsed` rows and columns take no room, for nobody sees them."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    collapsed_rows: frozenset[int] = frozenset()
    collapsed_columns: frozenset[int] = frozenset()


Block = Line | Table


def text_line(text: str, path: str = "", *, size: float = SIZE, font: int = 0) -> Line:
    """A line of one style."""
    return Line((Piece(text, size, font),), path)
