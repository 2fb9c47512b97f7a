"""Each caption gets the text that belongs to it: in its cell, below, to the right, or above, as the form is built."""

import re
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from docvalidate.engines.page import Box
from docvalidate.reference.ports import identify

from .captions import Caption
from .cells import Rulings
from .companies import COMPANY
from .runs import Run, same_line, set_alike

LEANING = frozenset(
    """
    shipper consignee notify_party place_of_receipt port_of_loading port_of_discharge place_of_delivery vessel
    vessel_voyage number booking_number
    """.split()
)
"""The roles whose boxes show how a form is built."""
PORTS = frozenset(
    {"port_of_loading", "port_of_discharge", "place_of_receipt", "place_of_delivery", "transshipment_port"}
)
PARTIES = frozenset({"shipper", "consignee", "notify_party", "delivery_agent"})
NUMBERS = frozenset({"number", "booking_number"})
_PARTY_COLUMNS = re.compile(
    r"company|company name|name|address|full address|street|city|country|contact|contacts|contact details|"
    r"telephone|phone|tel|e-?mail|"
    r"tel ?/ ?e-?mail|name and address|tax id|公司|名称|地址|联系方式|联系人",
    re.IGNORECASE,
)


class Slot(NamedTuple):
    """A caption, its cell, and the runs that belong to it; `in_columns` where these fill several cells of a row."""

    caption: Caption
    cell: Box
    values: tuple[Run, ...]
    in_columns: bool = False
    left_over: tuple[Run, ...] = ()


class Paper(NamedTuple):
    """A page prepared for sharing out: its captions, the other runs, and the cell of each."""

    captions: dict[Run, Caption]
    plain: list[Run]
    cells: dict[Run, Box]
    rulings: Rulings


def assign(paper: Paper) -> list[Slot]:
    """Share the text out among the captions.

    Nearly all forms print captions above or left of their values, a few below. What the values say decides: a port box
    that holds a port, a number box that holds a number, and none that nobody owns right above the box's caption.
    """
    above = _share(paper, below=False)
    fit = _fit(above, paper)
    if fit >= 6:
        return above
    under = _share(paper, below=True)
    return under if _fit(under, paper) >= max(6, fit + 2) else above


def _fit(slots: list[Slot], paper: Paper) -> int:
    """How well the values suit their captions; a form with two ports and two parties in place reaches 6."""
    suits = [_suits(slot.caption.role, _text(slot)) for slot in slots if _text(slot)]
    return (
        2 * sum(it for it in suits if it)
        - sum(it is False for it in suits)
        - 3 * sum(_misses(slot, slots, paper) for slot in slots)
    )


def _text(slot: Slot) -> str:
    return "\n".join([*([slot.caption.inline] if slot.caption.inline else []), *(run.text for run in slot.values)])


def _suits(role: str, text: str) -> bool | None:
    """The text is of the kind that the box asks for; null where the box takes any text."""
    if role in PORTS:
        return bool(identify(text.replace("\n", " ")).codes)
    if role in NUMBERS:
        return len(text.split()) == 1 and len(text) > 4 and any(map(str.isdigit, text))
    if role in PARTIES:
        return "\n" in text and not identify(text.partition("\n")[0]).locode
    return None


def _misses(slot: Slot, slots: list[Slot], paper: Paper) -> bool:
    """What the caption asks for stands right above it and belongs to nobody, while it holds something else."""
    caption = slot.caption
    if caption.role not in PORTS | NUMBERS or caption.inline is not None or _suits(caption.role, _text(slot)):
        return False
    owned = {run for other in slots for run in other.values}
    return any(
        0 < caption.run.top - run.bottom < 30 and run.x0 < caption.run.x1 and run.x1 > caption.run.x0
        and run not in owned and _suits(caption.role, run.text)
        for run in paper.plain
    )  # fmt: skip


def _share(paper: Paper, *, below: bool) -> list[Slot]:
    values: dict[Box, list[Run]] = defaultdict(list)
    for run in paper.plain:
        values[paper.cells[run]].append(run)
    groups: dict[Box, list[Caption]] = defaultdict(list)
    for run, caption in paper.captions.items():
        if caption not in groups[paper.cells[run]]:
            groups[paper.cells[run]].append(caption)
    slots: dict[Caption, Slot] = {}
    for cell, group in groups.items():
        shares = _inside(group, values.get(cell, []), below, paper.rulings.is_closed(cell))
        for caption in group:
            owned = {run for share in shares.values() for run in share}
            rest = [run for run in values.get(cell, []) if run not in owned and _owner(run, group, below) is caption]
            own = shares[caption]
            if caption.role in PARTIES | {"also_notify"} and not paper.rulings.is_closed(cell):
                own, beside = _first_column(own)
                # What is set larger is the name of the house on its paper.
                rest += [run for run in beside if run.size < 1.25 * own[0].size]
            slots[caption] = Slot(caption, cell, own, left_over=tuple(rest))
    _fill_from_neighbours(slots, paper, below)
    if not below:
        slots = {caption: _with_rows_below(slot, paper, slots) for caption, slot in slots.items()}
        _let_overflow(slots, paper)
    return [
        _with_lower_part(slot, values, groups) if paper.rulings.is_closed(slot.cell) else slot
        for slot in slots.values()
    ]


def _with_lower_part(slot: Slot, values: dict[Box, list[Run]], groups: dict[Box, list[Caption]]) -> Slot:
    """A rule through a party's box leaves a part below it without a caption of its own: it is the party's still."""
    caption, cell, own = slot[:3]
    if caption.role not in PARTIES | {"also_notify"} or not own or own[0] not in values.get(cell, []):
        return slot
    for lower, runs in values.items():
        below = abs(lower[1] - cell[3]) < 2.0 and abs(lower[0] - cell[0]) < 2.0 and abs(lower[2] - cell[2]) < 2.0
        if below and lower not in groups and not set(runs) & set(own):
            return slot._replace(values=(*own, *sorted(runs, key=lambda run: (run.top, run.x0))))
    return slot


def _with_rows_below(slot: Slot, paper: Paper, slots: dict[Caption, Slot]) -> Slot:
    """In a worksheet with its grid printed, a party goes on in the cells below, as long as no label stands beside them.

    Each line of the address has a cell of its own there, right of a cell for the label that is empty but in the first.
    """
    caption, cell, own = slot[:3]
    if caption.role not in PARTIES | {"also_notify"} or not own or not paper.rulings.is_closed(cell):
        return slot
    left, _, right, bottom = last = paper.cells[own[-1]]
    if abs(left - cell[2]) > 2.0 or slot.in_columns:
        return slot
    taken = {run for other in slots.values() for run in other.values}
    rows = sorted((run for run in paper.plain if abs(paper.cells[run][0] - left) < 2.0), key=lambda run: run.top)
    labels = [run for run in (*paper.captions, *paper.plain) if run.x0 < left - 2.0 and run.x0 > cell[0] - 2.0]
    more: list[Run] = []
    for run in rows:
        _, top, edge, end = paper.cells[run]
        if top < bottom - 2.0 or run in own:
            continue
        beside = any(top - 1.0 < label.middle < end + 1.0 for label in labels)
        if top > last[3] + 2.0 or abs(edge - right) > 2.0 or beside or run in taken:
            break
        more.append(run)
        last = paper.cells[run]
    return slot._replace(values=(*own, *more))


def _let_overflow(slots: dict[Caption, Slot], paper: Paper) -> None:
    """Give a party the line with which it runs over the rule below its box, on or above the caption of the next one.

    Set alike and in step with the lines above, it is no value of a caption that it is printed over.
    """
    for caption, slot in list(slots.items()):
        if caption.role not in PARTIES | {"also_notify"} or not slot.values or not paper.rulings.is_closed(slot.cell):
            continue
        last = max(slot.values, key=lambda run: run.top)
        for run in paper.plain:
            step = run.top - last.top
            alike = set_alike(last, run) and abs(run.x0 - last.x0) < 2.0 and 0 < step < 1.5 * last.size
            if not alike or paper.cells[run] == slot.cell or paper.cells[run] == paper.cells[last]:
                continue
            owner = next((other for other in slots.values() if run in other.values), None)
            if owner is not None:
                head = owner.caption.run
                over = head.x0 < run.x1 and head.x1 > run.x0 and run.middle < head.middle + 1.0
                if owner.caption is caption or not over:
                    continue
                rest = tuple(it for it in owner.values if it is not run)
                slots[owner.caption] = owner._replace(values=rest)
            slots[caption] = slot._replace(values=(*slot.values, run))
            break


def _fill_from_neighbours(slots: dict[Caption, Slot], paper: Paper, below: bool) -> None:
    """Give captions that stand alone in their cell the text of the next one, unless their box is simply empty."""
    named = {(slot.cell, slot.caption.role) for slot in slots.values() if slot.values}
    # A caption may be there twice, in two languages: then one of them has the value.
    alone = [
        slot for slot in slots.values()
        if not slot.values and slot.caption.inline is None and (slot.cell, slot.caption.role) not in named
    ]  # fmt: skip
    leaning = [slot for slot in slots.values() if slot.caption.role in LEANING]
    filled = sum(bool(slot.values) or slot.caption.inline is not None for slot in leaning)
    line = median([run.size for run in paper.plain]) if paper.plain else 10.0
    taken = {run for slot in slots.values() for run in slot.values}
    for caption, cell in ((slot.caption, slot.cell) for slot in alone):
        has_room = cell[3] - caption.run.bottom >= 0.85 * line
        if has_room and not below and 2 * filled >= len(leaning) and not caption.run.sideways:
            # On a form whose boxes hold their own values, a box with room for one and none in it is empty.
            continue
        free = [run for run in paper.plain if run not in taken]
        found = _above(caption, cell, free, paper) if below else _next_cell(caption, cell, free, paper, has_room)
        in_columns = len({paper.cells[run][0] for run in found}) > 1 and not below
        slots[caption] = Slot(caption, cell, found, in_columns)
        taken.update(found)


def _inside(group: list[Caption], values: list[Run], below: bool, closed: bool) -> dict[Caption, tuple[Run, ...]]:
    """Part the text of one cell among its captions, by column and then by height."""
    if len(group) == 1 and closed:
        return {group[0]: _own(group[0], values, below)}
    order = sorted(group, key=lambda caption: (caption.run.top, caption.run.x0))
    shares: dict[Caption, list[Run]] = {caption: [] for caption in group}
    for run in values:
        owner = _owner(run, order, below)
        if owner is not None:
            shares[owner].append(run)
    return {
        caption: _without_strays(caption, _before_next_label(caption, shares[caption], values)) for caption in group
    }


def _before_next_label(caption: Caption, own: list[Run], values: list[Run]) -> list[Run]:
    """End a value beside its caption where the next line has a label of its own that the dictionary does not know.

    That is what stands on a line exactly where the caption stands, with something in the value's column beside it.
    """
    first = min((run for run in own if same_line(run, caption.run)), key=lambda run: run.x0, default=None)
    if first is None or first.x0 <= caption.run.x1:
        return own
    labels = [
        run.top for run in values
        if run.top > first.bottom - 1 and abs(run.x0 - caption.run.x0) < 3
        and run.x1 < first.x0 and any(same_line(run, it) and abs(it.x0 - first.x0) < 3 for it in own)
    ]  # fmt: skip
    end = min(labels, default=float("inf"))
    return [run for run in own if run.middle < end]


def _first_column(own: tuple[Run, ...]) -> tuple[tuple[Run, ...], list[Run]]:
    """Part a party from a block of lines that stands beside it behind a gutter, where no ruling parts the two.

    The one beside names a company too; a column of contacts does not, and stays.
    """
    lines = [(one, other) for one, other in pairwise(own) if same_line(one, other) and other.x0 - one.x1 > one.size]
    if not own or not lines or not COMPANY.search(own[0].text):
        return own, []
    begin = min(right.x0 for _, right in lines)
    beside = [run for run in own if run.x0 >= begin - 2.0]
    left = [run for run in own if run.x0 < begin - 2.0]
    first = beside[0]
    level = sum(abs(run.x0 - first.x0) < 2.0 for run in beside) >= 2
    clear = begin - max(run.x1 for run in left) > 2.0 * first.size
    another = any(COMPANY.search(run.text) for run in beside)
    return (tuple(left), beside) if level and clear and another else (own, [])


def _own(caption: Caption, values: list[Run], below: bool) -> tuple[Run, ...]:
    """The text of a closed cell with one caption: what stands under it or right of it; above it where captions do."""
    under = [
        run for run in values
        if (run.x0 > caption.run.x0 if same_line(run, caption.run) else run.middle > caption.run.middle)
    ]  # fmt: skip
    over = [run for run in values if run not in under]
    # In a closed box nothing is a stray, however far below it stands.
    return tuple(sorted(over if below else under, key=lambda run: (run.top, run.x0)))


def _owner(run: Run, order: list[Caption], below: bool) -> Caption | None:
    """The caption that a run belongs to: left of it on its line, else the nearest above (or below) in its column."""
    left = [caption for caption in order if same_line(caption.run, run) and caption.run.x1 <= run.x0 + 2]
    if left:
        nearest = max(left, key=lambda caption: caption.run.x0)
        if not below or nearest.colon:
            return nearest
    if below:
        under = [caption for caption in order if caption.run.middle > run.middle and _in_column(run, caption, order)]
        return min(under, key=lambda caption: (caption.run.top, -caption.run.x0), default=None)
    above = [caption for caption in order if caption.run.middle < run.middle and _in_column(run, caption, order)]
    return max(above, key=lambda caption: (round(caption.run.middle), caption.run.x0), default=None)


def _in_column(run: Run, caption: Caption, order: list[Caption]) -> bool:
    """The run stands in the caption's column: not left of it, and left of the next caption on the caption's line."""
    level = [other for other in order if same_line(other.run, caption.run)]
    right = min((other.run.x0 for other in level if other.run.x0 > caption.run.x1), default=None)
    if abs(run.x0 - caption.run.x0) <= 4.0:
        return True
    if right is not None and run.x0 >= right - 4.0:
        return False
    if run.x0 >= caption.run.x0 - 4.0:
        return True
    centred = abs(run.x0 + run.x1 - caption.run.x0 - caption.run.x1) < 16.0
    leftmost = all(other is caption or other.run.x0 > caption.run.x0 for other in level)
    return centred or (leftmost and len(level) > 1 and run.x1 > caption.run.x0)


def _without_strays(caption: Caption, values: list[Run]) -> tuple[Run, ...]:
    """End a value at a gap of more than two lines: what stands beyond it belongs to something else."""
    over = bool(values) and max(run.bottom for run in values) <= caption.run.top + 1
    ordered = sorted(values, key=lambda run: (run.top, run.x0))
    kept: list[Run] = []
    last = caption.run.top if over else caption.run.bottom
    for run in reversed(ordered) if over else ordered:
        gap = last - run.bottom if over else run.top - last
        if gap > (2.4 if kept else 1.2 if caption.inline else 5.0) * run.size:
            break
        kept.append(run)
        last = min(last, run.top) if over else max(last, run.bottom)
    return tuple(sorted(kept, key=lambda run: (run.top, run.x0)))


def _next_cell(caption: Caption, cell: Box, free: list[Run], paper: Paper, has_room: bool) -> tuple[Run, ...]:
    """The text of the cell below a header cell, or right of a label cell; nothing where another caption stands there.

    A label cell may stand beside several cells, one for each line of its value, as in a worksheet.
    """
    begin, end = _column(caption, cell, paper)

    def under(run: Run) -> bool:
        return abs(paper.cells[run][1] - cell[3]) < 3.0 and begin <= run.x0 < end

    def beside(run: Run) -> bool:
        return abs(paper.cells[run][0] - cell[2]) < 3.0 and cell[1] - 1 < run.middle < cell[3] + 1

    choices: tuple[Callable[[Run], bool], ...] = (beside, under) if has_room else (under, beside)
    for belongs in choices:
        # Where another caption follows in the same open space, what is below it is its own.
        following = min((run.top for run in paper.captions if belongs(run)), default=float("inf"))
        values = [run for run in free if belongs(run) and run.middle < following]
        if values and belongs is beside and caption.role in PARTIES | {"also_notify"}:
            values += _rest_of_row(values[0], free, paper)
        if values:
            return _without_strays(caption, values) if belongs is under else tuple(values)
    return ()


def _rest_of_row(first: Run, free: list[Run], paper: Paper) -> list[Run]:
    """In a table of parties the address goes on in the next columns, under heads such as Address and Contact."""
    _, top, right, bottom = paper.cells[first]
    heads = [run for run in paper.plain if run.bottom < top + 1 and _PARTY_COLUMNS.fullmatch(run.text.strip(" :"))]
    if len({round(paper.cells[run][0]) for run in heads}) < 2:
        return []
    row = [
        r for r in free if paper.cells[r][1] == top and paper.cells[r][3] == bottom and paper.cells[r][0] >= right - 1
    ]
    return sorted(row, key=lambda run: (paper.cells[run][0], run.top, run.x0))


def _above(caption: Caption, cell: Box, free: list[Run], paper: Paper) -> tuple[Run, ...]:
    """The text that stands on the ruling above a caption, as on a line to sign on."""
    begin, end = _column(caption, cell, paper)

    def on_it(run: Run) -> bool:
        return abs(paper.cells[run][3] - cell[1]) < 3.0 and begin <= run.x0 < end

    preceding = max((run.bottom for run in paper.captions if on_it(run)), default=0.0)
    values = [run for run in free if on_it(run) and run.middle > preceding]
    return tuple(sorted(values, key=lambda run: (run.top, run.x0)))


def _column(caption: Caption, cell: Box, paper: Paper) -> tuple[float, float]:
    """From where to where a caption's column reaches: its cell, unless other captions stand beside it in there."""
    level = [other.run for other in paper.captions.values() if same_line(other.run, caption.run)]
    right = [run.x0 - 4.0 for run in level if caption.run.x1 < run.x0 < cell[2]]
    shared = right or any(cell[0] <= run.x0 < caption.run.x0 - 1 for run in level)
    open_left = cell[0] == 0.0
    return (caption.run.x0 - 6.0 if shared or open_left else cell[0] - 2.0), min([cell[2] - 1.0, *right])
