"""The weekly list as a workbook to send on: one order a row, dates that are dates, the same bytes every time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from docvalidate.model.status import OrderStatus, Party
from docvalidate.wording import phrase, word

from .status import reasons, whose
from .workbook import Cell, Heading, written

COLORS: dict[Party, str] = {"us": "#F8CBAD", "customer": "#FFE699", "forwarder": "#BDD7EE", "nobody": "#C6E0B4"}


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
    title = phrase("status", "sheet", language, {"date": as_of.isoformat()})
    headings = [Heading(phrase("status", f"head_{column.name}", language, {}), column.width) for column in COLUMNS]
    with written(title) as (book, file):
        book.sheet(title, headings, [list(_cells(status, language)) for status in orders], fixed=2)
    return file.getvalue()


def _cells(status: OrderStatus, language: str) -> Iterator[Cell]:
    for column in COLUMNS:
        value = column.shows(status, language)
        marked = column.name in ("waiting_for", "since")
        bold = marked and not isinstance(value, date)
        yield Cell(value, COLORS[status.waiting_for] if marked else None, bold)
