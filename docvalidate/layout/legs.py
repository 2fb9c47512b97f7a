"""A routing table says where the goods change over: a row for each leg, a column for where it begins and ends."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, cast

from docvalidate.model.document import Kind, Leg, Mode, Place
from docvalidate.model.values import Source
from docvalidate.reference.captions import folded
from docvalidate.reference.ports import identify

from .fields import Sheet
from .parties import cleaned
from .runs import Run, same_line

_Column = Literal["load", "discharge", "vessel", "voyage", "mode", "departure", "arrival", "other"]
_HEADS: tuple[tuple[_Column, str], ...] = (
    ("load", r"from|load(?:ing)?(?: port| location| place)?|port of loading|pol|origin|departure port|von|"
             r"desde|de|起运港|装货港|起始港|自"),
    ("discharge", r"to|discharge(?: port| location| place)?|port of discharge|pod|destination|"
                  r"arrival port|nach|hasta|a|目的港|卸货港|至"),
    ("vessel", r"vessel(?: name)?|vessel voyage|carrier vessel|schiff|buque|navio|船名|船名航次|by"),
    ("voyage", r"voy(?:age)?(?: no| number)?|reise|viaje|viagem|航次"),
    ("mode", r"mode|transport|mode of transport|means|via mode|verkehrstrager|运输方式"),
    ("departure", r"etd|departure|dep|sailing|sailing date|abfahrt|开船日|开航日"),
    ("arrival", r"eta|arrival|arr|ankunft|到港日|预抵"),
    ("other", r"leg|seq|no|service|terminal|transit time|date|stage|status"),
)  # fmt: skip
_HEAD = re.compile("|".join(f"(?P<{column}>{words})" for column, words in _HEADS))
_MODES: tuple[tuple[Mode, str], ...] = (
    ("rail", r"\b(?:rail|train|bahn)\b|铁路"),
    ("truck", r"\b(?:truck|road|lorry|lkw|haulage)\b|卡车|公路"),
    ("barge", r"\b(?:barge|binnenschiff)\b|驳船"),
    ("vessel", r"\b(?:vessel|feeder|ocean|sea|ship|mother|water)\b|海运|船"),
)
_TERMINAL = re.compile(r"\b(?:terminal|berth|pier|wharf|yard|cy)\b|码头", re.IGNORECASE)


class _Head(NamedTuple):
    column: _Column
    run: Run


def legs_of(sheets: Sequence[Sheet], document: str, kind: Kind) -> tuple[Leg, ...]:
    """The legs of the first routing table of the pages, in the order of its rows.

    On a bill, boxes for the ports that stand side by side look like the head of such a table; there a plan has two legs
    or says From and To.
    """
    for sheet in sheets:
        heads = _heads(sheet)
        rows = _rows(sheet, heads) if heads else []
        plain = {folded(head.run.text)[0] for head in heads} & {"from", "to", "leg", "von", "nach", "desde", "hasta"}
        if len(rows) > 1 or (rows and (plain or kind == "booking_confirmation")):
            return tuple(_leg(row, sheet, document) for row in rows)
    return ()


def _heads(sheet: Sheet) -> list[_Head]:
    heads = [_Head(column, run) for run in sheet.runs if (column := _column(run.text))]
    for first in heads:
        level = [head for head in heads if same_line(head.run, first.run)]
        names = [head.column for head in level]
        if (
            "load" in names
            and "discharge" in names
            and (len(level) >= 3 or {"from", "to"} <= {h.run.text.casefold() for h in level})
        ):
            return sorted(level, key=lambda head: head.run.x0)
    return []


def _column(text: str) -> _Column | None:
    head = _HEAD.fullmatch(folded(text)[0])
    return None if head is None else cast(_Column, head.lastgroup)


def _rows(sheet: Sheet, heads: list[_Head]) -> list[dict[_Column, list[Run]]]:
    below = sorted((run for run in sheet.runs if run.top > heads[0].run.bottom - 1), key=lambda run: (run.top, run.x0))
    rows: list[dict[_Column, list[Run]]] = []
    last = heads[0].run.bottom
    for run in below:
        if run.top - last > 2.6 * run.size or run.x0 < heads[0].run.x0 - 12 or run in sheet.captions:
            break
        column = _column_of(run, heads)
        new = not rows or (
            column in ("load", "other") and not _on_row(rows[-1], run) and _begins(run, column, rows[-1])
        )
        if new and rows and column == "load" and _goes_on(run, rows[-1], [o for o in below if same_line(o, run)]):
            new = False
        if new:
            rows.append({})
        rows[-1].setdefault(column, []).append(run)
        last = max(last, run.bottom)
    return [row for row in rows if "load" in row and "discharge" in row]


def _begins(run: Run, column: _Column, row: dict[_Column, list[Run]]) -> bool:
    """A line opens a row where its own column is filled already a line higher, and the row has both its ends."""
    return column in row or "discharge" in row


def _goes_on(run: Run, row: dict[_Column, list[Run]], line: Sequence[Run]) -> bool:
    """The line is the rest of the row above, which says where: a country, a state or a terminal, and no place itself.

    A leg that was taken for such a line would be lost, and the plan would prove a direct service.
    """
    above = row.get("load", [])
    if not above or run.top - above[-1].bottom > 0.5 * run.size:
        return False
    if any(identify(it.text).codes or _mode(it.text) != "unknown" for it in line):
        return False
    whole = identify(" ".join(it.text for it in (*above, run)))
    return bool(whole.codes) and (whole.detail is None or _TERMINAL.search(run.text) is not None)


def _on_row(row: dict[_Column, list[Run]], run: Run) -> bool:
    return any(same_line(run, other) for runs in row.values() for other in runs)


def _column_of(run: Run, heads: list[_Head]) -> _Column:
    middle = (run.x0 + run.x1) / 2
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        if following is None or (run.x0 < following.run.x0 - 3.0 and middle < following.run.x0 + 12.0):
            return head.column
    return "other"


def _mode(text: str) -> Mode:
    return next((mode for mode, pattern in _MODES if re.search(pattern, text.casefold())), "unknown")


def _leg(row: dict[_Column, list[Run]], sheet: Sheet, document: str) -> Leg:
    text = {column: " ".join(cleaned([run.text for run in runs])) for column, runs in row.items()}
    words = " ".join(text.get(column, "") for column in ("mode", "vessel", "other"))
    mode = _mode(words)
    if mode == "unknown" and text.get("vessel"):
        mode = "vessel"

    def place(column: _Column) -> Place:
        runs = row[column]
        box = min(r.x0 for r in runs), min(r.top for r in runs), max(r.x1 for r in runs), max(r.bottom for r in runs)
        source = Source(document=document, page=sheet.page.number, box=box)
        return Place(text=text[column], locode=identify(text[column]).locode, source=source, basis="transport_plan")

    return Leg(
        load=place("load"),
        discharge=place("discharge"),
        mode=mode,
        vessel=text.get("vessel") or None,
        voyage=text.get("voyage") or None,
        departure=text.get("departure") or None,
        arrival=text.get("arrival") or None,
    )
