"""The cells of one worksheet as they are stored: text with its styles, what is merged, hidden and noted."""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from docvalidate.errors import UnreadableDocument

from .blocks import Piece
from .number_formats import shown
from .packages import Package, attribute, child, local, whole
from .spreadsheet_conditions import Condition, conditions_of
from .spreadsheet_notes import REFERENCE, asks_for_something, headings_of, letters_of, notes_of, number_of
from .spreadsheet_styles import Font, Style, Styles
from .struck import with_struck_words

NO_VALUE = "[no value]"
"""What a formula shows that nobody has worked out; and a number in a format that is not understood."""
MOST_CELLS = 200_000
_ESCAPE = re.compile(r"_x(?![dD][89a-fA-F])([0-9A-Fa-f]{4})_")


class Cell(NamedTuple):
    """A cell: its place from 1, its letters line by line, how it looks, and what is noted on it."""

    row: int
    column: int
    lines: tuple[tuple[Piece, ...], ...]
    style: Style
    notes: tuple[tuple[str, str], ...] = ()
    is_text: bool = True

    @property
    def text(self) -> str:
        """The words alone."""
        return "\n".join("".join(piece.text for piece in line) for line in self.lines)


@dataclass
class Sheet:
    """One worksheet; `merged` are the regions that show as one cell: row, column, last row, last column."""

    name: str
    cells: list[Cell] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    shown_rows: set[int] | None = None
    headings: list[str] = field(default_factory=list)
    boxes: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    pictures: bool = False
    formulas: list[tuple[int, str, str, str]] = field(default_factory=list)
    """The place of a cell in `cells`, its formula, the value that is stored for it, and of what kind that is."""
    conditions: list[Condition] = field(default_factory=list)

    def hides_row(self, row: int) -> bool:
        """Nobody sees that row."""
        return row in self.hidden_rows or (self.shown_rows is not None and row not in self.shown_rows)

    def hides_column(self, column: int) -> bool:
        """Nobody sees that column."""
        return any(first <= column <= last for first, last in self.hidden_columns)


def sheet_of(package: Package, part: str, name: str, styles: Styles, strings: list[Any], since_1904: bool) -> Sheet:
    """Read one worksheet and the notes and shapes that go with it."""
    sheet = Sheet(name)
    root = package.xml(part)
    if root is None:
        return sheet
    related = package.related(part)
    notes = notes_of(package, [target for kind, target in related.values() if kind == "comments"])
    reader = _Reader(styles, strings, since_1904, notes)
    if attribute(child(root, "sheetFormatPr"), "zeroHeight") in ("1", "true"):
        sheet.shown_rows = set()
    for it in child(root, "cols") if child(root, "cols") is not None else ():
        if _is_set(it, "hidden") or _is_zero(it, "width"):
            sheet.hidden_columns.append((whole(it, "min", 1), whole(it, "max", 1)))
    row = 0
    for it in child(root, "sheetData") if child(root, "sheetData") is not None else ():
        row = whole(it, "r", row + 1)
        if _is_set(it, "hidden") or _is_zero(it, "ht"):
            sheet.hidden_rows.add(row)
        elif sheet.shown_rows is not None:
            sheet.shown_rows.add(row)
        column = 0
        for cell in it:
            found = REFERENCE.fullmatch(cell.get("r") or "")
            column = number_of(found[1]) if found else column + 1
            if len(sheet.cells) < MOST_CELLS:
                formula = child(cell, "f")
                if formula is not None and formula.text and formula.get("t") in (None, "normal"):
                    stored = child(cell, "v")
                    value = "" if stored is None else stored.text or ""
                    sheet.formulas.append((len(sheet.cells), formula.text, value, cell.get("t") or "n"))
                sheet.cells.append(reader.cell(cell, row, column))
    for it in child(root, "mergeCells") if child(root, "mergeCells") is not None else ():
        ends = REFERENCE.findall(it.get("ref") or "")
        if len(ends) == 2:
            (first, top), (last, bottom) = ends
            sheet.merged.append((int(top), number_of(first), int(bottom), number_of(last)))
    sheet.conditions = conditions_of(root, styles)
    sheet.headings = headings_of(child(root, "headerFooter"))
    for kind, target in related.values():
        if kind == "drawing":
            _draw(package.xml(target), sheet)
    return sheet


class _Reader(NamedTuple):
    styles: Styles
    strings: list[Any]
    since_1904: bool
    notes: dict[tuple[int, int], str]

    def cell(self, element: Any, row: int, column: int) -> Cell:
        style = self.styles.of(element.get("s"))
        note = self.notes.get((row, column))
        notes = [("comment", note)] if note and asks_for_something(note) else []
        kind = element.get("t") or "n"
        stored, formula = child(element, "v"), child(element, "f")
        value = None if stored is None else stored.text or ""
        if formula is not None and (value is None or (value == "" and kind == "n")):
            notes.append(("no value", "=" + (formula.text or "")))
            return self._plain(row, column, NO_VALUE, style, notes)
        if kind != "n" and style.changes_text:
            notes.append(("no value", f"text shown as {style.pattern}"))
        if kind == "s" and value:
            if not value.isdecimal() or int(value) >= len(self.strings):
                raise UnreadableDocument("a cell refers to text that is not in the file: ask for it again", "damaged")
            return self._rich(row, column, self.strings[int(value)], style, notes)
        if kind == "inlineStr" and child(element, "is") is not None:
            return self._rich(row, column, child(element, "is"), style, notes)
        if not value:
            return self._plain(row, column, "", style, notes)
        if kind == "b":
            return self._plain(row, column, "TRUE" if value == "1" else "FALSE", style, notes)
        if kind == "n":
            text = self._number(value, style)
            if text is None:
                notes.append(("no value", value))
            return self._plain(row, column, NO_VALUE if text is None else text, style, notes, is_text=False)
        return self._plain(row, column, _unescaped(value), style, notes)

    def _number(self, value: str, style: Style) -> str | None:
        try:
            number = float(value)
        except ValueError:
            return value
        if style.pattern.replace(" ", "") == ";;;":
            return value
        return shown(number, style.pattern, since_1904=self.since_1904)

    def _plain(
        self, row: int, column: int, text: str, style: Style, notes: list[tuple[str, str]], *, is_text: bool = True
    ) -> Cell:
        return Cell(row, column, _lines([(text, style.font)], style), style, tuple(notes), is_text)

    def _rich(self, row: int, column: int, element: Any, style: Style, notes: list[tuple[str, str]]) -> Cell:
        runs: list[tuple[str, Font]] = []
        for it in element:
            if local(it) == "t":
                runs.append((_unescaped(it.text or ""), style.font))
            elif local(it) == "r":
                # What stands in <rPh> only says how Japanese is pronounced.
                words = child(it, "t")
                font = self.styles.font(child(it, "rPr"), style.font)
                runs.append((_unescaped((words.text or "") if words is not None else ""), font))
        return Cell(row, column, _lines(runs, style), style, tuple(notes))


def _lines(runs: list[tuple[str, Font]], style: Style) -> tuple[tuple[Piece, ...], ...]:
    lines: list[list[Piece]] = [[]]
    for text, font in runs:
        for place, part in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if place:
                lines.append([])
            if part:
                lines[-1].append(Piece(part.replace("\t", " "), font.size, font.key, style.hides(font), font.struck))
    return tuple(tuple(with_struck_words(line)) for line in lines) if any(lines) else ()


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def _is_set(element: Any, name: str) -> bool:
    return element.get(name) in ("1", "true")


def _is_zero(element: Any, name: str) -> bool:
    try:
        return float(element.get(name) or "1") == 0.0
    except ValueError:
        return False


def _draw(root: Any, sheet: Sheet) -> None:
    """Take the words of shapes that lie on the sheet, and see whether there are pictures."""
    for it in root.iter() if root is not None else ():
        if local(it) == "pic":
            sheet.pictures = True
        if local(it) != "sp" or child(it, "txBody") is None:
            continue
        anchor = it.getparent()
        place = child(anchor, "from")
        row, column = (child(place, name) for name in ("row", "col")) if place is not None else (None, None)
        lines = tuple(
            "".join(text.text or "" for text in paragraph.iter() if local(text) == "t")
            for paragraph in child(it, "txBody") if local(paragraph) == "p"
        )  # fmt: skip
        if any(line.strip() for line in lines):
            at = (
                ""
                if row is None or column is None
                else f" at {letters_of(int(column.text or 0) + 1)}{int(row.text or 0) + 1}"
            )
            sheet.boxes.append((f"text box{at}", lines))
