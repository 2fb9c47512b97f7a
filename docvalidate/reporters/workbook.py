"""A workbook is text in a grid: no cell is ever a formula or a link, dates are dates, the same bytes every time."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from docvalidate.errors import DocvalidateError

from .inert import shown

_DAY = "yyyy-mm-dd"
_MADE = datetime(2000, 1, 1)
"""A workbook must say when it was made; the same content would else be another file each time."""
_A4 = 9
_LONGEST_NAME = 31
_LONGEST_TEXT = 32_767
"""What spreadsheet programs accept as the name of a sheet, and in a cell."""
_CUT = " …"
_HEAD = {
    "bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#1F3864", "font_color": "white",
}  # fmt: skip
_CELL = {"text_wrap": True, "valign": "top", "border": 1}
Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: what stands above it, and its width in characters."""

    text: str
    width: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, with the colour behind it where there is one."""

    value: Value
    color: str | None = None
    bold: bool = False


class Book:
    """A workbook that is being written."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._formats: dict[tuple[str | None, bool, bool], Any] = {}
        self._head = book.add_format(_HEAD)

    def sheet(self, title: str, headings: Sequence[Heading], rows: Sequence[Sequence[Cell]], *, fixed: int) -> None:
        """One sheet, ready to read and to print; the first row and `fixed` columns stay in view."""
        sheet = self._book.add_worksheet(title[:_LONGEST_NAME])
        for place, heading in enumerate(headings):
            sheet.set_column(place, place, heading.width)
            sheet.write_string(0, place, heading.text, self._head)
        for number, row in enumerate(rows, 1):
            for place, cell in enumerate(row):
                self._write(sheet, number, place, cell)
        sheet.freeze_panes(1, fixed)
        sheet.autofilter(0, 0, len(rows), len(headings) - 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        sheet.set_header(f"&L{title.replace('&', '&&')}")
        sheet.set_footer("&R&P / &N")

    def _write(self, sheet: Any, row: int, place: int, cell: Cell) -> None:
        value = cell.value
        style = self._style(cell, isinstance(value, date))
        if isinstance(value, date):
            sheet.write_datetime(row, place, datetime(value.year, value.month, value.day), style)
        elif isinstance(value, int):
            sheet.write_number(row, place, value, style)
        elif value:
            # Never a formula, whatever a paper says.
            text = shown(value)
            cut = text if _units(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT // 2] + _CUT
            sheet.write_string(row, place, cut, style)
        else:
            sheet.write_blank(row, place, None, self._style(Cell(None), False))

    def _style(self, cell: Cell, day: bool) -> Any:
        key = (cell.color, cell.bold, day)
        if key not in self._formats:
            look = {
                **_CELL,
                **({"bg_color": cell.color} if cell.color else {}),
                **({"bold": True} if cell.bold else {}),
            }
            self._formats[key] = self._book.add_format(
                {**look, **({"num_format": _DAY, "align": "left"} if day else {})}
            )
        return self._formats[key]


@contextmanager
def written(title: str) -> Iterator[tuple[Book, BytesIO]]:
    """A new workbook, and the file that holds it afterwards. Raises DocvalidateError without what writes it."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise DocvalidateError(
            "a workbook needs an extra; install what it needs: pip install 'docvalidate[report]'"
        ) from error
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": title, "created": _MADE})
        yield Book(book), file


def _units(text: str) -> int:
    """The length as spreadsheet programs count it, in UTF-16."""
    return len(text.encode("utf-16-le")) // 2
