"""The weekly list in words: each open order, what it rests on, what was checked last, and whose move it is."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from docvalidate.model.status import CheckOnRecord, OrderStatus, Party
from docvalidate.wording import catalogue, phrase, word

from .typesetting import columns, pad, paint, visible, wrap

STYLES: dict[Party, str] = {"us": "red", "customer": "yellow", "forwarder": "bold", "nobody": "green"}
HEADINGS = ("order", "version", "confirmed", "last_check", "waiting_for", "since")
_GAP = 2
_NARROWEST = (8, 7, 10, 10, 8, 10)
"""The least columns of each: a date is not broken."""


def text_of(orders: Sequence[OrderStatus], as_of: date, *, language: str, color: bool, width: int) -> str:
    """The whole list as one text, customer by customer."""
    if not orders:
        return _say("none", language, date=as_of.isoformat()) + "\n"
    out: list[str] = []
    for customer, group in groupby(orders, key=lambda status: status.customer):
        mine = list(group)
        count = {"customer": customer, "date": as_of.isoformat(), "count": str(len(mine))}
        out += [*wrap(visible(_say("title", language, **count)), width), ""]
        out += [*_table(mine, language, color, width), ""]
    return "\n".join([*out, *wrap(_totals(orders, language), width)]) + "\n"


def whose(status: OrderStatus, language: str) -> str:
    """Who is waited for, and whether they are late."""
    said = _say(status.waiting_for, language)
    return _say("late", language, whose=said) if status.overdue else said


def confirmed(status: OrderStatus, language: str) -> str:
    """Whether the version is confirmed, for the order or standing, since when."""
    given = status.confirmation
    if given is None:
        return _say("unconfirmed", language)
    return _say(f"confirmed_{given.scope}", language, date=given.date.isoformat())


def reasons(status: OrderStatus, language: str) -> list[str]:
    """Why it is their move: a sentence, and what it speaks of in sentences of their own where those are findings."""
    if status.why in ("correct_draft", "look_at_check"):
        told = [summary for name in status.about if (summary := phrase(name, "summary", language, {}))]
        return [_say(status.why, language), *told]
    about = [_say(name, language) if name in catalogue("en")["status"] else name for name in status.about]
    asked, by = status.question, ""
    if status.why == "unanswered" and asked is not None and asked.answer_by is not None:
        by = _say("answer_by", language, date=asked.answer_by.isoformat())
    between = _say("between", language) + ("" if language == "zh" else " ")
    return [_say(status.why, language, about=between.join(about)) + by]


def checked(check: CheckOnRecord, language: str) -> str:
    """A check in a line: day, paper, version, result and findings."""
    paper = ", ".join(filter(None, (check.document, check.number)))
    facts = {"date": check.as_of.isoformat(), "document": paper or "–", "version": check.version or "–"}
    said = _say("checked", language, **facts, verdict=check.verdict)
    return said + (_say("found", language, names=", ".join(check.findings)) if check.findings else "")


def _table(orders: Sequence[OrderStatus], language: str, color: bool, width: int) -> Iterator[str]:
    headings = tuple(visible(_say(f"head_{name}", language)) for name in HEADINGS)
    rows = [tuple(map(visible, _row(status, language))) for status in orders]
    widths = _fitted([max(columns(row[place]) for row in (headings, *rows)) for place in range(len(HEADINGS))], width)
    if widths is not None:
        yield from (paint(line, "bold", color) for line in _set(headings, widths))
    for status, row in zip(orders, rows, strict=True):
        if widths is not None:
            first, *more = _set(row, widths)
        else:
            first, *more = _stacked(headings, row, language, width)
        yield paint(first, STYLES[status.waiting_for], color)
        yield from more
        for number, reason in enumerate(reasons(status, language)):
            yield from wrap(visible(reason), width, "    - " if number else "    ")
        for check in status.checks:
            yield from wrap(visible(checked(check, language)), width, "    ")
        if set(status.newer) - set(status.about):
            yield from wrap(visible(_say("newer", language, versions=", ".join(status.newer))), width, "    ")


def _row(status: OrderStatus, language: str) -> tuple[str, ...]:
    last = status.checks[0] if status.checks else None
    told = _say("never", language) if last is None else f"{last.as_of.isoformat()} {word(last.verdict, language)}"
    return (
        status.order,
        status.version or "–",
        confirmed(status, language),
        told,
        whose(status, language),
        status.waiting_since.isoformat(),
    )


def _fitted(widths: list[int], width: int) -> list[int] | None:
    """The widths of the columns such that a line fits, the widest giving first; null where no date would stay whole."""
    room = width - _GAP * (len(widths) - 1)
    least = [min(one, narrow) for one, narrow in zip(widths, _NARROWEST, strict=True)]
    while sum(widths) > room:
        spare = [one - narrow for one, narrow in zip(widths, least, strict=True)]
        if not any(spare):
            return None
        widths[max(range(len(widths)), key=lambda place: (spare[place] > 0, widths[place]))] -= 1
    return widths


def _stacked(headings: Sequence[str], row: Sequence[str], language: str, width: int) -> Iterator[str]:
    """The row line by line, for a terminal that is too narrow for a table."""
    yield from wrap(row[0], width)
    for heading, value in zip(headings[1:], row[1:], strict=True):
        yield from wrap(_say("pair", language, name=heading, value=value), width, "    ")


def _set(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    cells = [wrap(cell, room) for cell, room in zip(row, widths, strict=True)]
    for number in range(max(map(len, cells))):
        parts = (cell[number] if number < len(cell) else "" for cell in cells)
        yield (" " * _GAP).join(pad(part, room) for part, room in zip(parts, widths, strict=True)).rstrip()


def _totals(orders: Iterable[OrderStatus], language: str) -> str:
    waiting = [status.waiting_for for status in orders]
    counts = {party: str(waiting.count(party)) for party in STYLES}
    return _say("totals", language, **counts)


def _say(key: str, language: str, **words: str) -> str:
    return phrase("status", key, language, words)
