"""Each caption gets the text that belongs to it: in its own cell, below, to the right, or above, as the form is built."""

from collections import Counter, defaultdict
from statistics import median
from typing import NamedTuple

from docvalidate.engines.page import Page
from docvalidate.model.values import Box

from .boilerplate import is_boilerplate, is_sentence
from .captions import Caption, read_caption
from .cells import Rulings, header_cells, rulings_of, runs_in
from .runs import Run, runs_of, same_line

LEANING = frozenset(
    """shipper consignee notify_party place_of_receipt port_of_loading port_of_discharge place_of_delivery vessel
    vessel_voyage number booking_number""".split()
)
"""The roles whose boxes show how a form is built."""

TYPED = frozenset({"also_notify", "notify_party", "delivery_agent"})
"""The roles whose captions people type into a box that the form calls something else."""


class Field(NamedTuple):
    """A caption and the lines that belong to it; no lines: the box is empty. `page` counts from 1.

    `breaks` are the places in `lines` before which the paper leaves a line free.
    """

    role: str
    caption: str
    lines: tuple[str, ...]
    box: Box
    page: int
    cell: Box
    breaks: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The value as printed, line by line."""
        return "\n".join(self.lines)


class Sheet(NamedTuple):
    """A page taken apart: its fields, and every run in reading order."""

    page: Page
    runs: tuple[Run, ...]
    fields: tuple[Field, ...]
    prose: frozenset[Run]

    def values(self, role: str) -> list[Field]:
        """The fields of that role, empty ones too."""
        return [field for field in self.fields if field.role == role]


class _Slot(NamedTuple):
    caption: Caption
    cell: Box
    values: tuple[Run, ...]


def read_sheet(page: Page) -> Sheet:
    """Find the captions of a page and give each its value."""
    runs = runs_of(page)
    captions = {run: caption for run in runs if (caption := read_caption(run)) is not None}
    prose = _prose(runs, captions)
    captions = {run: caption for run, caption in captions.items() if run not in prose}
    captions.update(_broken_captions(runs, captions, prose))
    headers = header_cells(page, runs, captions)
    captions.update(_unknown_captions(runs, captions, headers))
    rulings = rulings_of(page, runs, headers)
    cells = {run: rulings.cell(run) for run in runs}
    captions = _without_typed_words(captions, runs, cells)
    small = _small_print(runs, captions, cells)
    plain = [run for run in runs if run not in captions and run not in prose and run not in small]
    slots = _slots(captions, plain, cells, rulings)
    fields = [_field(slot, page.number) for slot in slots]
    return Sheet(page, tuple(runs), tuple(fields), frozenset(prose))


def _prose(runs: list[Run], captions: dict[Run, Caption]) -> set[Run]:
    """The runs of paragraphs: sentences, and the lines of the same size right above and below them.

    A caption with long small print is a sentence too; it is prose only where it continues a paragraph.
    """
    prose = {run for run in runs if is_sentence(run.text) and run not in captions}
    columns: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for run in runs:
        columns[round(run.x0 / 3), round(run.size * 2)].append(run)
    for column in columns.values():
        column.sort(key=lambda run: run.top)
        pairs = list(zip(column, column[1:], strict=False))
        for one, other in [*pairs, *((other, one) for one, other in reversed(pairs))]:
            close = abs(other.middle - one.middle) < 1.5 * one.size
            if one in prose and close and _goes_on(other) and not (other in captions and other.top < one.top):
                prose.add(other)
    return prose


def _goes_on(run: Run) -> bool:
    letters = [character for character in run.text if character.isalpha()]
    lower = sum(map(str.islower, letters)) > 0.6 * len(letters)
    return bool(letters) and lower and (run.text[0].islower() or len(run.text.split()) > 4)


def _broken_captions(runs: list[Run], captions: dict[Run, Caption], prose: set[Run]) -> dict[Run, Caption]:
    """Captions of a narrow column, broken over two lines: PORT OF / DISCHARGE."""
    found: dict[Run, Caption] = {}
    for run in runs:
        if run in captions or run in prose or len(run.text) > 24:
            continue
        below = next(
            (o for o in runs if o not in captions and abs(o.x0 - run.x0) < 4 and 0 < o.top - run.top < 1.6 * run.size
             and abs(o.size - run.size) < 0.6 and o.font == run.font), None,
        )  # fmt: skip
        if below is None:
            continue
        whole = Run(run.x0, run.top, max(run.x1, below.x1), below.bottom, f"{run.text} {below.text}", run.size, run.font)
        caption = read_caption(whole)
        if caption is not None and caption.inline is None:
            found[run] = caption._replace(run=whole)
            found[below] = found[run]
    return found


def _without_typed_words(
    captions: dict[Run, Caption], runs: list[Run], cells: dict[Run, Box]
) -> dict[Run, Caption]:
    """Drop what only looks like a caption: set like the values of its box, under the box's own caption."""
    kept: dict[Run, Caption] = {}
    for run, caption in captions.items():
        mates = [other for other in runs if cells[other] == cells[run]]
        heads = [o for o in mates if o in captions and o.top < run.top - 1 and not _set_alike(o, run)]
        typed = any(_set_alike(other, run) for other in mates if other not in captions)
        if caption.colon or caption.role in TYPED or not heads or not typed:
            kept[run] = caption
    return kept


def _set_alike(one: Run, other: Run) -> bool:
    return one.font == other.font and abs(one.size - other.size) < 0.6


def _unknown_captions(runs: list[Run], captions: dict[Run, Caption], headers: list[Box]) -> dict[Run, Caption]:
    """What stands among captions, set like them, names a box too, although the dictionary has no word for it."""
    found: dict[Run, Caption] = {}
    inside = {run for box in headers for run in runs_in(box, runs)}
    values = Counter((run.font, round(run.size)) for run in runs if run not in captions)
    usual = values.most_common(1)[0][0] if values else None
    for run in runs:
        if run in captions:
            continue
        level = [o for o in captions if same_line(o, run) and _set_alike(o, run) and captions[o].inline is None]
        if run in inside or (len(level) >= 2 and (run.font, round(run.size)) != usual):
            found[run] = Caption(run, "other", run.text, None, False)
    return found


def _small_print(runs: list[Run], captions: dict[Run, Caption], cells: dict[Run, Box]) -> set[Run]:
    """The printed remarks under captions: in the caption's cell, no larger than it, in the words of forms."""
    small: set[Run] = set()
    for caption in captions.values():
        last, open_ = caption.run, caption.open
        cell = cells.get(last) or cells[next(run for run, it in captions.items() if it is caption)]
        for run in runs:
            if run in captions or cells[run] != cell or not 0 < run.middle - last.middle < 2.2 * max(last.size, run.size):
                continue
            if run.x1 < last.x0 or run.x0 > max(last.x1, caption.run.x1) + 1:
                continue
            bracketed = run.text.startswith(("(", "（"))
            if (open_ and run.size <= last.size + 0.8) or (is_boilerplate(run.text) and run.size <= last.size + 0.4) or (
                bracketed and run.size <= last.size + 0.4 and run.text.count("(") >= run.text.count(")") and is_boilerplate(run.text.strip("()"))
            ):
                small.add(run)
                if open_ or bracketed:
                    open_ = not run.text.rstrip(" .:;").endswith((")", "）")) and (open_ and not run.text.rstrip().endswith("."))
                last = run
    return small


def _slots(captions: dict[Run, Caption], plain: list[Run], cells: dict[Run, Box], rulings: Rulings) -> list[_Slot]:
    by_cell: dict[Box, list[Run]] = defaultdict(list)
    for run in plain:
        by_cell[cells[run]].append(run)
    labels: dict[Box, list[Caption]] = defaultdict(list)
    for run, caption in captions.items():
        if caption not in labels[cells[run]]:
            labels[cells[run]].append(caption)
    below = _captions_stand_below(labels, by_cell)
    slots: dict[Caption, _Slot] = {}
    alone: list[tuple[Caption, Box]] = []
    inside = 0
    for cell, group in labels.items():
        closed = cell[0] > 0 and cell[1] > 0 and cell[2] < rulings.width and cell[3] < rulings.height
        shares = _share_out(group, by_cell.get(cell, []), below, closed)
        for caption in group:
            slots[caption] = _Slot(caption, cell, shares[caption])
            if caption.inline is None and not shares[caption]:
                alone.append((caption, cell))
            elif caption.role in LEANING:
                inside += 1
    outside = sum(caption.role in LEANING for caption, _ in alone)
    line = median([run.size for run in plain]) if plain else 10.0
    taken = {run for slot in slots.values() for run in slot.values}
    for caption, cell in alone:
        has_room = cell[3] - caption.run.bottom >= 0.85 * line
        if has_room and inside >= outside:
            continue
        free = [run for run in plain if run not in taken]
        values = _next_cell(caption, cell, free, captions, cells, has_room)
        slots[caption] = _Slot(caption, cell, tuple(values))
        taken.update(values)
    return list(slots.values())


def _captions_stand_below(labels: dict[Box, list[Caption]], by_cell: dict[Box, list[Run]]) -> bool:
    """Whether most captions of the page stand nearer to the text above them than to the text below."""
    votes = 0
    for cell, group in labels.items():
        for caption in group:
            if caption.role not in LEANING or caption.inline is not None:
                continue
            own = [run for run in by_cell.get(cell, []) if run.x0 < caption.run.x1 + 30 and run.x1 > caption.run.x0 - 4]
            if any(same_line(run, caption.run) for run in by_cell.get(cell, [])):
                votes -= 1
                continue
            above = min((caption.run.top - run.bottom for run in own if run.middle < caption.run.top), default=99.0)
            under = min((run.top - caption.run.bottom for run in own if run.middle > caption.run.bottom), default=99.0)
            if min(above, under) < 40:
                votes += 1 if above + 1.0 < under else -1
    return votes > 0


def _share_out(
    group: list[Caption], values: list[Run], below: bool, closed: bool
) -> dict[Caption, tuple[Run, ...]]:
    """Part the text of one cell among its captions, by column and then by height."""
    shares: dict[Caption, list[Run]] = {caption: [] for caption in group}
    if len(group) == 1 and closed:
        return {group[0]: _own(group[0], values, below)}
    order = sorted(group, key=lambda caption: (caption.run.top, caption.run.x0))
    for run in values:
        owner = _owner(run, order, values, below)
        if owner is not None:
            shares[owner].append(run)
    return {caption: _without_strays(caption, shares[caption]) for caption in group}


def _own(caption: Caption, values: list[Run], below: bool) -> tuple[Run, ...]:
    level = [run for run in values if same_line(run, caption.run)]
    under = [run for run in values if run.middle > caption.run.middle and run not in level or run in level and run.x0 > caption.run.x0]
    over = [run for run in values if run not in under]
    return _without_strays(caption, over if below and over or not under and below else under)


def _owner(run: Run, order: list[Caption], values: list[Run], below: bool) -> Caption | None:
    """The caption that a run belongs to: left of it on its line, else the nearest above (or below) in its column."""
    level = [c for c in order if same_line(c.run, run)]
    left = [c for c in level if c.run.x1 <= run.x0 + 2]
    if left:
        nearest = max(left, key=lambda caption: caption.run.x0)
        if not below or nearest.colon:
            return nearest
    if below:
        under = [c for c in order if c.run.middle > run.middle and _in_column(run, c, order)]
        return min(under, key=lambda caption: (caption.run.top, -caption.run.x0), default=None)
    above = [c for c in order if c.run.middle < run.middle and _in_column(run, c, order)]
    if not above:
        return None
    lowest = max(above, key=lambda caption: (round(caption.run.middle), caption.run.x0))
    return lowest


def _in_column(run: Run, caption: Caption, order: list[Caption]) -> bool:
    """The run stands under the caption: not left of it, and left of the next caption on the caption's line."""
    level = [c for c in order if same_line(c.run, caption.run)]
    right = min((c.run.x0 for c in level if c.run.x0 > caption.run.x1), default=None)
    middle = (run.x0 + run.x1) / 2
    if abs(run.x0 - caption.run.x0) <= 4.0:
        return True
    if right is not None and run.x0 >= right - 4.0:
        return False
    if run.x0 >= caption.run.x0 - 4.0:
        return True
    leftmost = all(c is caption or c.run.x0 > caption.run.x0 for c in level)
    return abs(middle - (caption.run.x0 + caption.run.x1) / 2) < 8.0 or (leftmost and run.x1 > caption.run.x0 and len(level) > 1)


def _without_strays(caption: Caption, values: list[Run]) -> tuple[Run, ...]:
    """End a value at a gap of more than two lines: what stands after it belongs to something else."""
    kept: list[Run] = []
    last = caption.run.bottom
    if values and max(run.bottom for run in values) < caption.run.top:
        return tuple(sorted(values, key=lambda run: (run.top, run.x0)))
    for run in sorted(values, key=lambda run: (run.top, run.x0)):
        if run.top - last > (2.4 if kept else 5.0) * run.size:
            break
        kept.append(run)
        last = max(last, run.bottom)
    return tuple(kept)


def _next_cell(
    caption: Caption, cell: Box, free: list[Run], captions: dict[Run, Caption], cells: dict[Run, Box], has_room: bool
) -> list[Run]:
    """The text of the cell below a header cell, or right of a label cell; nothing where another caption stands there."""
    x0, top, x1, bottom = cell
    level = [c for c in captions.values() if same_line(c.run, caption.run) and c.run.x0 > caption.run.x1]
    end = min([x1, *(c.run.x0 - 3 for c in level)])
    begin = max(x0, caption.run.x0 - 4.0) if end < x1 or x0 < caption.run.x0 - 40 else x0

    def under(run: Run) -> bool:
        return abs(cells[run][1] - bottom) < 3.0 and begin - 2 <= run.x0 < end - 1

    def beside(run: Run) -> bool:
        own = cells[run]
        return abs(own[0] - x1) < 3.0 and own[1] < caption.run.middle < own[3]

    choices = (beside, under) if has_room else (under, beside)
    rest_of_page = float("inf")
    for belongs in choices:
        # Where another caption follows in the same open space, what is below it is its own.
        following = min((run.top for run in captions if belongs(run)), default=rest_of_page)
        values = [run for run in free if belongs(run) and run.middle < following]
        if values:
            return list(_without_strays(caption, values))
    return []


def _field(slot: _Slot, number: int) -> Field:
    lines: list[list[Run]] = []
    for run in slot.values:
        if lines and same_line(lines[-1][-1], run):
            lines[-1].append(run)
        else:
            lines.append([run])
    texts = [" ".join(run.text for run in sorted(line, key=lambda run: run.x0)) for line in lines]
    breaks = [
        place
        for place, (above, line) in enumerate(zip(lines, lines[1:], strict=False), start=1)
        if line[0].top - above[0].bottom > 0.75 * line[0].size
    ]
    caption = slot.caption
    boxes = [run.box for run in slot.values]
    if caption.inline is not None:
        boxes.append(caption.run.box)
        if lines and same_line(lines[0][0], caption.run):
            texts[0] = f"{caption.inline} {texts[0]}"
        else:
            texts.insert(0, caption.inline)
            breaks = [place + 1 for place in breaks]
    if texts:
        texts[0] = texts[0].lstrip(":： ")
    box = _around(boxes or [caption.run.box])
    return Field(caption.role, caption.text.strip(" :："), tuple(texts), box, number, slot.cell, tuple(breaks))


def _around(boxes: list[Box]) -> Box:
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


__all__ = ["Field", "Sheet", "read_sheet"]
