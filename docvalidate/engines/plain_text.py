"""A text file is a print-out: all characters have one width, frames are drawn with them, a form feed ends a page."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from .blocks import SIZE, Cell, Table, text_line
from .drawn import Drawing
from .page import Box, Page, Word
from .terms import is_terms
from .typeset import MARGIN, page_of

ACROSS, DOWN = 6.0, 12.0
"""Points from one character to the next, and from one line to the next: ten and six to the inch."""
TAB = 8
_ESCAPES = re.compile("\x1b(?:\\[[0-9;]*[A-Za-z]|[()][A-Za-z0-9]|.)|[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufeff\u200b]")
"""What only a printer reads: ESC sequences and other control characters."""
_LEVEL = frozenset("─━═┄┅┈┉╌╍")
_UPRIGHT = frozenset("│┃║┆┇┊┋╎╏")
_CORNERS = frozenset("┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬╭╮╯╰")
_PIPES = frozenset("|¦")
_FRAMES = _LEVEL | _UPRIGHT | _CORNERS
_MAY_BE_DRAWN = re.compile(f"[{re.escape(''.join(sorted(_FRAMES | _PIPES)))}]|\\+[-=]")
"""What a line must hold to have anything drawn in it."""


def pages_of(text: str) -> Iterator[Page]:
    """Yield the pages of a print-out; a file of values between commas, semicolons or tabs is one page."""
    text = _ESCAPES.sub("", text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n"))
    grid = _grid(text)
    if grid is not None:
        yield grid
        return
    first = 1
    parts = text.split("\f")
    for number, part in enumerate([part for part in parts if part.strip()] or parts[:1], start=1):
        lines = part.split("\n")
        yield _page(lines, number, first)
        first += len(lines) - 1


def _page(lines: list[str], number: int, first: int) -> Page:
    width = MARGIN * 2 + ACROSS * max((2 * len(line) for line in lines), default=0)
    height = MARGIN * 2 + DOWN * len(lines)
    whole: tuple[Box, str] = ((0.0, 0.0, width, height), f"line {first} to {first + len(lines) - 1}")
    if is_terms("\n".join(lines)):
        return Page(number, width, height, kind="terms", places=(whole,))
    print_out = _PrintOut(lines)
    words: list[Word] = []
    places: list[tuple[Box, str]] = []
    for row, cells in enumerate(print_out.rows):
        top = MARGIN + row * DOWN + 1.0
        stretch: list[Word] = []
        for column, end, text in _words(cells, print_out.drawn[row]):
            word = Word(MARGIN + column * ACROSS, top, MARGIN + end * ACROSS, top + SIZE, text, SIZE)
            if stretch and word.x0 - stretch[-1].x1 > 1.5 * ACROSS:
                places.append(_place(stretch, first + row))
                stretch = []
            stretch.append(word)
            words.append(word)
        if stretch:
            places.append(_place(stretch, first + row))
    across, down = print_out.drawing().rulings()
    return Page(
        number, width, height, None, words=tuple(words), horizontals=across, verticals=down, places=(*places, whole)
    )


def _place(words: list[Word], line: int) -> tuple[Box, str]:
    first, last = words[0], words[-1]
    column = round((first.x0 - MARGIN) / ACROSS) + 1
    return (first.x0, first.top, last.x1, last.bottom), f"line {line}, column {column}"


class _PrintOut:
    """The characters of a page by line and column, and which of them are drawn and not written."""

    def __init__(self, lines: list[str]) -> None:
        wide = _ambiguous_are_wide(lines)
        self.rows = [_columns(line.rstrip(), wide) for line in lines]
        self.drawn: list[set[int]] = [set() for _ in self.rows]
        self._find_drawn()

    def _find_drawn(self) -> None:
        texts = ["".join([letter for _, _, letter in row]) for row in self.rows]
        for row, cells in enumerate(self.rows):
            if not _MAY_BE_DRAWN.search(texts[row]):
                continue
            above = self._letters(row - 1) if row else {}
            below = self._letters(row + 1) if row + 1 < len(self.rows) else {}
            for column, _, letter in cells:
                if letter in _FRAMES or (
                    letter in _PIPES and (_goes_on(above.get(column)) or _goes_on(below.get(column)))
                ):
                    self.drawn[row].add(column)
            for found in re.finditer(r"\+(?:[-=]{2,}\+)+", texts[row]):
                self.drawn[row].update(column for column, _, _ in cells[found.start() : found.end()])

    def _letters(self, row: int) -> dict[int, str]:
        return {column: letter for column, _, letter in self.rows[row]}

    def drawing(self) -> Drawing:
        """The frames as lines."""
        drawing = Drawing()
        for row, cells in enumerate(self.rows):
            top = MARGIN + row * DOWN
            for column, end, letter in cells if self.drawn[row] else ():
                if column not in self.drawn[row]:
                    continue
                x0, x1, x = MARGIN + column * ACROSS, MARGIN + end * ACROSS, MARGIN + (column + end) / 2 * ACROSS
                if letter in _LEVEL | _CORNERS or letter in "+-=":
                    drawing.add_line(x0, top + DOWN / 2, x1, top + DOWN / 2)
                if letter in _UPRIGHT | _PIPES | _CORNERS or letter == "+":
                    drawing.add_line(x, top, x, top + DOWN)
        return drawing


_AMBIGUOUS = re.compile(f"[{''.join(sorted(_UPRIGHT | _CORNERS))}]")


def _goes_on(letter: str | None) -> bool:
    return letter is not None and (letter in _PIPES or letter == "+" or letter in _CORNERS | _UPRIGHT)


def _columns(line: str, ambiguous_are_wide: bool) -> list[tuple[int, int, str]]:
    """Each character with its first column and the one after it; tabs and blanks take their room and are left out."""
    if line.isascii() and "\t" not in line:
        return [(column, column + 1, letter) for column, letter in enumerate(line) if letter != " "]
    found: list[tuple[int, int, str]] = []
    column = 0
    for letter in line:
        if letter == "\t":
            column += TAB - column % TAB
            continue
        if unicodedata.combining(letter):
            if found:
                found[-1] = (*found[-1][:2], found[-1][2] + letter)
            continue
        kind = unicodedata.east_asian_width(letter)
        end = column + (2 if kind in "WF" or (kind == "A" and ambiguous_are_wide) else 1)
        if not letter.isspace():
            found.append((column, end, letter))
        column = end
    return found


def _ambiguous_are_wide(lines: list[str]) -> bool:
    """Chinese systems print the signs of frames two columns wide: whichever makes more frames meet is right."""

    def corners(wide: bool) -> int:
        rows = [{it[0] for it in _columns(line, wide) if it[2] in _UPRIGHT | _CORNERS} for line in lines]
        return sum(len(above & below) for above, below in pairwise(rows))

    if not any(_AMBIGUOUS.search(line) for line in lines):
        return False
    return corners(True) > corners(False)


def _words(cells: list[tuple[int, int, str]], drawn: set[int]) -> Iterator[tuple[int, int, str]]:
    start = end = -1
    letters: list[str] = []
    for column, after, letter in cells:
        if letters and (column != end or column in drawn):
            yield start, end, "".join(letters)
            letters = []
        if column in drawn:
            continue
        if not letters:
            start = column
        letters.append(letter)
        end = after
    if letters:
        yield start, end, "".join(letters)


def _grid(text: str) -> Page | None:
    """The page of a file of separated values; null where it is none: commas stand in every address."""
    for separator in "\t;|,":
        try:
            reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
            rows = [(reader.line_num, [value.strip() for value in row]) for row in reader]
        except csv.Error:
            continue
        counts = [len(row) for _, row in rows if any(row)]
        usual = max(counts, key=counts.count, default=0)
        if usual < 2 or len(counts) < 3 or counts.count(usual) < 0.8 * len(counts):
            continue
        bare = re.sub(r'"[^"]*"', "", text)
        if separator == "," and ((usual < 3 and bare == text) or bare.count(", ") > 0.2 * bare.count(",")):
            continue
        if separator == "|" and (usual < 3 or re.search(r"^[ |]*[-=+]{3,}", text, re.MULTILINE)):
            continue
        return _table(rows)
    return None


def _table(rows: list[tuple[int, list[str]]]) -> Page:
    columns = max(len(row) for _, row in rows)
    cells = [
        Cell(
            place, column,
            tuple(text_line(part, f"line {line}, field {column + 1}") for part in value.splitlines()),
            reach=1 + next((n for n, it in enumerate(row[column + 1 :]) if it), len(row) - column - 1),
        )
        for place, (line, row) in enumerate(rows) for column, value in enumerate(row) if value
    ]  # fmt: skip
    return page_of([Table(tuple(cells), len(rows), columns)], 1, f"line 1 to {rows[-1][0]}")
