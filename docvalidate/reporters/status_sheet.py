"""The weekly list as a workbook to send on: one order a row, dates that are dates, the same bytes every time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from docvalidate.errors import DocvalidateError
from docvalidate.model.status import OrderStatus, Party
from docvalidate.wording import phrase, word

from .status import reasons, whose
from .typesetting import visible

COLORS: dict[Party, str] = {"us": "#F8CBAD", "customer": "#FFE699", "forwarder": "#BDD7EE", "nobody": "#C6E0B4"}
_DAY = "yyyy-mm-dd"
_MADE = datetime(2000, 1, 1)
"""A workbook must say when it was made; the same list would else be another file each time."""
_A4 = 9
_LONGEST_NAME = 31
"""What spreadsheet programs accept as the name of a sheet."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters, and what it shows of an order."""

    name: str
    width: float
    shows: Callable[[OrderStatus, str], str | date | None]


def _last(name: str) -> Callable[[OrderStatus, str], Any]:
    return lambda status, language: getattr(status.checks[0], name) if status.checks else None


def _word(name: str) -> Callable[[OrderStatus, str], Any]:
    return lambda status, language: getattr(status.confirmation, name) if status.confirmation else None


def _asked(name: str) -> Callable[[OrderStatus, str], Any]:
    return lambda status, language: getattr(status.question, name) if status.question else None


def _scope(status: OrderStatus, language: str) -> str:
    return phrase("status", f"scope_{status.confirmation.scope if status.confirmation else 'none'}", language, {})


def _papers(status: OrderStatus, language: str) -> str:
    papers = (", ".join(filter(None, (check.document, check.number))) for check in status.checks)
    return "\n".join(filter(None, papers))


def _findings(status: OrderStatus, language: str) -> str:
    return "\n".join(dict.fromkeys(name for check in status.checks for name in check.findings))


def _verdict(status: OrderStatus, language: str) -> str | None:
    return word(status.checks[0].verdict, language) if status.checks else None


COLUMNS = (
    Column("customer", 12, lambda status, language: status.customer),
    Column("order", 12, lambda status, language: status.order),
    Column("waiting_for", 11, whose),
    Column("since", 11, lambda status, language: status.waiting_since),
    Column("why", 38, lambda status, language: "\n".join(reasons(status, language))),
    Column("version", 9, lambda status, language: status.version),
    Column("newer", 11, lambda status, language: "\n".join(status.newer)),
    Column("confirmed_for", 11, _scope),
    Column("confirmed_by", 22, _word("by")),
    Column("confirmed_on", 11, _word("date")),
    Column("asked_on", 11, _asked("asked_on")),
    Column("answer_by", 11, _asked("answer_by")),
    Column("last_check", 11, _last("as_of")),
    Column("document", 18, _papers),
    Column("verdict", 10, _verdict),
    Column("findings", 26, _findings),
)


def workbook(orders: Sequence[OrderStatus], as_of: date, *, language: str) -> bytes:
    """The list as an .xlsx file. Raises DocvalidateError where what writes it is not installed."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise DocvalidateError(
            "a workbook needs an extra; install what it needs: pip install 'docvalidate[report]'"
        ) from error
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        title = phrase("status", "sheet", language, {"date": as_of.isoformat()})
        book.set_properties({"title": title, "created": _MADE})
        _fill(book, book.add_worksheet(title[:_LONGEST_NAME]), orders, title, language)
    return file.getvalue()


def _fill(book: Any, sheet: Any, orders: Sequence[OrderStatus], title: str, language: str) -> None:
    head = book.add_format(
        {
            "bold": True,
            "text_wrap": True,
            "valign": "vcenter",
            "border": 1,
            "bg_color": "#1F3864",
            "font_color": "white",
        }
    )
    cell = {"text_wrap": True, "valign": "top", "border": 1}
    plain, day = book.add_format(cell), book.add_format({**cell, "num_format": _DAY, "align": "left"})
    marks = {
        party: (
            book.add_format({**cell, "bg_color": color, "bold": True}),
            book.add_format({**cell, "bg_color": color, "num_format": _DAY, "align": "left"}),
        )
        for party, color in COLORS.items()
    }
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, phrase("status", f"head_{column.name}", language, {}), head)
    for row, status in enumerate(orders, 1):
        text_format, day_format = marks[status.waiting_for]
        for place, (name, value) in enumerate(_values(status, language)):
            marked = name in ("waiting_for", "since")
            if isinstance(value, date):
                sheet.write_datetime(row, place, datetime(value.year, value.month, value.day),
                                     day_format if marked else day)  # fmt: skip
            elif value:
                # Never a formula, whatever an order is called.
                sheet.write_string(row, place, visible(value), text_format if marked else plain)
            else:
                sheet.write_blank(row, place, None, plain)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(orders), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_header(f"&L{title.replace('&', '&&')}")
    sheet.set_footer("&R&P / &N")


def _values(status: OrderStatus, language: str) -> Iterator[tuple[str, str | date | None]]:
    for column in COLUMNS:
        yield column.name, column.shows(status, language)
