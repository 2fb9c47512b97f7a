"""A routing table has a head that names its columns and a row for each leg; what is no row ends it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from docvalidate.engines.page import Word
from docvalidate.reference.captions import folded, is_east_asian
from docvalidate.reference.ports import identify

from .fields import Sheet
from .modes import first_mode
from .routing_heads import Column, Head, heads_of, may_be_heads, text_of, wide
from .runs import lines_of, same_line

_PLAIN = frozenset("from to leg von nach desde hasta".split())
_MONTH = (
    r"(?:jan|ene|gen|feb|fev|fév|mar|mär|mrz|apr|abr|avr|may|mai|mag|maj|jun|jui|giu|jul|lug|aug|ago|aoû|sep|set|oct|okt|"
    r"out|ott|nov|dec|dez|dic|déc)[a-zé]*"
)
_TERMINAL = re.compile(r"\b(?:terminal|berth|pier|wharf|yard|cy|port|ramp|depot)\b|码头", re.IGNORECASE)
Line = Sequence[Word]
Row = dict[Column, list[list[Word]]]
"""The words of each cell of a row, line by line."""


class Named(NamedTuple):
    """What a cell says of a place: the words that name it, which port that is, and whether any is known by them."""

    text: str
    locode: str | None
    known: bool
    lines: tuple[Line, ...]


class Table(NamedTuple):
    """The rows of a routing table, and how far it reaches down. `plain` where its head says From and To.

    `whole` is false where something that may be a row was not understood, or where one row may be two.
    """

    rows: list[Row]
    whole: bool
    plain: bool = False
    top: float = 0.0
    bottom: float = 0.0


def routing_tables(sheet: Sheet) -> Iterator[Table]:
    """The routing tables of a page that have a row."""
    lines = lines_of(sheet.page.words)
    for number, line in enumerate(lines):
        if not may_be_heads(line):
            continue
        heads = heads_of(line)
        ends = [head for head in heads if head.column in ("load", "discharge")]
        if {head.column for head in ends} != {"load", "discharge"} or any(len(head.text.split()) > 4 for head in ends):
            continue
        plain = {folded(head.text)[0] for head in ends} & _PLAIN
        if len(heads) >= 3 or len(plain) == 2:
            table = _rows(sheet, heads, line, lines[number + 1 :])
            if table is not None:
                yield table._replace(plain=bool(plain), top=min(word.top for word in line))


def _rows(sheet: Sheet, heads: list[Head], head_line: Line, below: Sequence[Line]) -> Table | None:
    """The rows in the grouping of lines that gives a plan without a break and with the most legs.

    Where another grouping finds more legs, the plan is not whole for certain: one row may be two.
    """
    body, rest = _body(heads, head_line, below)
    if not body:
        return None
    edges = _edges(sheet, heads, [head_line, *body])
    ways = (_ruled(sheet, heads, body), _dated(heads, edges, body), _parted(body), [body])
    found = [table for groups in ways if (table := _legs(groups, heads, edges)).rows]
    if not found:
        return None
    best = max(found, key=lambda table: (_unbroken(table.rows), len(table.rows)))
    dated = any(head.column in ("departure", "arrival") for head in heads)
    more = any(
        _different(table.rows) > len(best.rows) and (not dated or all(map(_stands_alone, table.rows)))
        for table in found
    )
    after = _cells([rest], heads, edges)
    # What stands apart and reads like one more leg may be one: a plan cut short would prove a direct service.
    left = is_leg(after) and _has_more(after) and all(place_of(after[end]).known for end in ("load", "discharge"))
    return best._replace(whole=best.whole and not more and not left)


def _legs(groups: Sequence[Sequence[Line]], heads: list[Head], edges: list[float]) -> Table:
    rows: list[Row] = []
    whole = True
    for lines in groups:
        row = _cells(lines, heads, edges)
        if is_leg(row):
            rows.append(row)
        elif rows and _may_be_leg(row):
            whole = False
        elif rows:
            break
    words = [word for row in rows for cell in row.values() for part in cell for word in part]
    return Table(rows, whole, bottom=max((word.bottom for word in words), default=0.0))


def _different(rows: list[Row]) -> int:
    """How many of the rows go from one place to another, and not between those of the row above: codes repeat names."""
    ends = [tuple(place_of(row[end]).locode for end in ("load", "discharge")) for row in rows]
    return 1 + sum(one != other for one, other in pairwise(ends))


def _stands_alone(row: Row) -> bool:
    """The row has a day of its own, or two places that are known and differ: it is more than the rest of another."""
    ends = [place_of(row[end]).locode for end in ("load", "discharge")]
    return _has_date(row) or (None not in ends and ends[0] != ends[1])


def _unbroken(rows: list[Row]) -> bool:
    """Each leg begins at a place that may be the one where the leg before it ended."""
    ends = [(place_of(before["discharge"]), place_of(after["load"])) for before, after in pairwise(rows)]
    return all(end.locode is None or start.locode is None or end.locode == start.locode for end, start in ends)


def _body(heads: list[Head], head_line: Line, below: Sequence[Line]) -> tuple[list[list[Word]], Line]:
    """The lines under the head, up to a wide gap, another head, or a heading that begins a section.

    With it goes the line behind the gap, if that ended the table. After a gap, a line goes on with the table where its
    cells begin at the same places as those of the first row.
    """
    size = max(word.size for word in head_line)
    style = head_line[0].font, round(head_line[0].size)
    left, right = heads[0].x0 - 18.0, heads[-1].x1 + 140.0
    body: list[list[Word]] = []
    starts: list[float] = []
    last = max(word.bottom for word in head_line)
    for line in below:
        inside = [word for word in line if left <= word.x0 <= right]
        if not inside:
            continue
        gap = min(word.top for word in inside) - last
        if not body and gap > 3.0 * size:
            break
        if _is_all_heads(inside) or _is_styled(inside, style, body):
            if body:
                break
            last = max(word.bottom for word in inside)
            continue
        begins = _starts(inside)
        aligned = sum(any(abs(x - start) < 3.0 for start in starts) for x in begins)
        # A small head may stand over large rows.
        pitch = max(size, min(word.size for word in inside))
        if body and gap > 0.75 * pitch and (aligned < 2 or aligned < 0.6 * len(begins) or gap > 5.0 * size):
            return body, inside
        starts = starts or begins
        body.append(inside)
        last = max(last, *(word.bottom for word in inside))
    return body, ()


def _starts(line: Line) -> list[float]:
    """Where the cells of a line begin."""
    return [line[0].x0, *(word.x0 for before, word in pairwise(line) if wide(before, word))]


def _is_all_heads(line: Line) -> bool:
    """A second line of heads: in another language, or of another table."""
    known = [head for head in heads_of(line) if head.column != "other"]
    return len(known) >= 2 and sum(len(head.text.split()) for head in known) >= 0.7 * len(line)


def _is_styled(line: Line, style: tuple[int, int], body: Sequence[Line]) -> bool:
    """The line is set like the head, and the rows are not."""
    if {(word.font, round(word.size)) for word in line} != {style}:
        return False
    plain = {(word.font, round(word.size)) for row in body[:2] for word in row}
    if body:
        return style not in plain
    # The rest of a broken head: a word or two, and no place.
    return len(_starts(line)) < 3 and not any(identify(word.text).codes for word in line)


def _edges(sheet: Sheet, heads: list[Head], lines: Sequence[Line]) -> list[float]:
    """Where each column but the first begins: at a ruling between two heads, else in the widest gap between words."""
    top, bottom = lines[0][0].top, max(word.bottom for word in lines[-1])
    walls = [v.x for v in sheet.page.verticals if v.top < bottom - 2 and v.bottom > top + 2]
    spans = sorted((word.x0, word.x1) for line in lines for word in line)
    edges: list[float] = []
    for head, following in pairwise(heads):
        ruled = [x for x in walls if head.x0 + 2 < x <= following.x0 + 1]
        edges.append(max(ruled) if ruled else _gap(spans, head, following))
    return edges


def _gap(spans: list[tuple[float, float]], head: Head, following: Head) -> float:
    start, end = (head.x0 + head.x1) / 2, (following.x0 + following.x1) / 2
    covered, widest, middle = start, 1.5, following.x0 - 2.0
    for x0, x1 in (*spans, (end, end)):
        if covered < x0 <= end and x0 - covered > widest:
            widest, middle = x0 - covered, (x0 + covered) / 2
        covered = max(covered, x1) if x0 <= end else covered
    return middle


def _ruled(sheet: Sheet, heads: list[Head], body: Sequence[Line]) -> list[list[Line]]:
    """The lines between two rulings or shades that run across the table are a row."""
    x0, x1 = heads[0].x0, heads[-1].x0
    rules = [h.y for h in sheet.page.horizontals if min(h.x1, x1) - max(h.x0, x0) > 0.6 * (x1 - x0)]
    fills = [f for f in sheet.page.fills if min(f[2], x1) - max(f[0], x0) > 0.6 * (x1 - x0)]
    rules += [edge for fill in fills for edge in (fill[1], fill[3])]
    top, bottom = min(w.top for w in body[0]), max(w.bottom for w in body[-1])
    between = sorted({round(y) for y in rules if top + 3 < y < bottom - 3})
    groups: dict[int, list[Line]] = {}
    for line in body:
        groups.setdefault(bisect_right(between, (line[0].top + line[0].bottom) / 2), []).append(line)
    return [groups[key] for key in sorted(groups)] if between else []


def _dated(heads: list[Head], edges: list[float], body: Sequence[Line]) -> list[list[Line]]:
    """A line with a date opens a row, in a table that has dates; else one with both ends that is no rest of a row."""
    has_dates = any(head.column in ("departure", "arrival") for head in heads)
    rows: list[list[Line]] = []
    for line in body:
        cells = _cells([line], heads, edges)
        if not rows or (_has_date(cells) if has_dates else _opens(cells, _cells(rows[-1], heads, edges))):
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _opens(cells: Row, above: Row) -> bool:
    """The line opens a row, unless it goes on with the ends above it: a leg taken for such a rest would be lost."""
    if any(first_mode(cell_text(cells[how])) for how in ("mode", "vessel") if how in cells):
        return True
    ends = [end for end in ("load", "discharge") if end in cells and end in above]
    return any(not _is_rest(cell_text(cells[end]), cell_text(above[end])) for end in ends)


def _is_rest(more: str, told: str) -> bool:
    """The words go on with the place above them, a country, a state or a terminal, and name no place themselves."""
    whole = identify(f"{told} {more}")
    if identify(more).codes or not whole.codes:
        return False
    return whole.detail is None or _TERMINAL.search(more) is not None


def _parted(body: Sequence[Line]) -> list[list[Line]]:
    """Rows stand further apart than the lines of a row."""
    gaps = [min(w.top for w in after) - max(w.bottom for w in line) for line, after in pairwise(body)]
    even = not gaps or max(gaps) - min(gaps) <= 2.0
    limit = -1e9 if even else (max(gaps) + min(gaps)) / 2
    rows: list[list[Line]] = [[body[0]]]
    for line, gap in zip(body[1:], gaps, strict=True):
        if gap > limit:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _cells(lines: Sequence[Line], heads: list[Head], edges: list[float]) -> Row:
    cells: Row = {}
    for line in lines:
        for word in line:
            column = heads[bisect_right(edges, min(word.x0 + 2.0, (word.x0 + word.x1) / 2))].column
            kept = cells.setdefault(column, [])
            if kept and same_line(kept[-1][-1], word):
                kept[-1].append(word)
            else:
                kept.append([word])
    return cells


def cell_text(lines: Sequence[Line]) -> str:
    """The words of a cell, line by line; Chinese needs no blanks."""
    parts = [text_of(line) for line in lines]
    joined = "".join(
        part if not before or (is_east_asian(before[-1]) and is_east_asian(part[0])) else f" {part}"
        for before, part in zip(["", *parts], parts, strict=False)
    )
    return joined.strip()


def is_leg(row: Row) -> bool:
    """The row says where it begins and where it ends, and at least one of the two is a place that is known.

    With two days of departure it is two rows.
    """
    if "load" not in row or "discharge" not in row:
        return False
    if any(len(_date().findall(cell_text(row.get(column, [])))) > 1 for column in ("departure", "arrival")):
        return False
    ends = [cell_text(row["load"]), cell_text(row["discharge"])]
    if any(not re.search(r"[^\W\d_]{2}", end) or _date().match(end) for end in ends):
        return False
    known = [place_of(row[end]).known for end in ("load", "discharge")]
    travelled = any(column in row for column in ("vessel", "voyage", "mode"))
    return all(known) or (any(known) and _has_more(row)) or travelled or (_has_date(row) and _has_more(row))


def _has_more(row: Row) -> bool:
    return any(column in row for column in ("vessel", "voyage", "mode", "departure", "arrival"))


@cache
def _date() -> re.Pattern[str]:
    return re.compile(
        rf"\b\d{{1,4}}[-./]\s?(?:\d{{1,2}}\b|{_MONTH})|\b\d{{1,2}} ?{_MONTH}\b|\b{_MONTH}\.? \d{{1,2}}\b|\d月",
        re.IGNORECASE,
    )


def _has_date(row: Row) -> bool:
    return any(_date().search(cell_text(row[column])) for column in ("departure", "arrival") if column in row)


def _may_be_leg(row: Row) -> bool:
    """One end is missing, yet the other is a place and the row has a vessel, a mode or a date."""
    return any(place_of(row[end]).known for end in ("load", "discharge") if end in row) and _has_more(row)


def place_of(lines: Sequence[Line]) -> Named:
    """The place that a cell names; where what stands below it confuses the name, the lines that settle it."""
    whole = cell_text(lines)
    told = identify(whole)
    if told.locode is None:
        for count in range(1, len(lines)):
            text = cell_text(lines[:count]).rstrip(" ,")
            first = identify(text)
            if first.locode is not None:
                return Named(text, first.locode, True, tuple(lines[:count]))
    return Named(whole, told.locode, bool(told.codes), tuple(lines))
