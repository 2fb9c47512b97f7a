"""A cell is what the rulings around a run enclose; an open side reaches to the next ruling or the page's edge."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from statistics import median
from typing import NamedTuple

from docvalidate.engines.page import Horizontal, Page, Vertical
from docvalidate.model.values import Box

from .runs import PAPER, Run, is_drawn, is_row_of_signs, lines_of, same_line, set_alike

LETTER = 1.5
"""The width of a narrow letter, in points."""


class Rulings(NamedTuple):
    """The lines that part one box from another on a page."""

    across: tuple[Horizontal, ...]
    down: tuple[Vertical, ...]
    width: float
    height: float

    def cell(self, run: Run) -> Box:
        """The nearest rulings left, above, right and below the run's beginning."""
        # Values typed over a printed form often cross the rule below them, hardly ever the one above.
        middle, start = run.top + 0.35 * (run.bottom - run.top), run.x0 + 2.0
        anchor = run.x0 + min(6.0, (run.x1 - run.x0) / 2)
        # Where corners are round, the sides begin a little lower than the box.
        height = run.middle
        left, top, right, bottom = 0.0, 0.0, self.width, self.height
        for x, begin, end in self.down:
            if begin - 2.5 <= height <= end + 2.5:
                if x <= start:
                    left = max(left, x)
                elif x < right:
                    right = x
        for y, x0, x1 in self.across:
            if x0 - 1.0 <= anchor <= x1 + 1.0:
                if y <= middle:
                    top = max(top, y)
                elif y < bottom:
                    bottom = y
        return left, top, right, bottom

    def is_closed(self, cell: Box) -> bool:
        """The cell has a ruling on every side."""
        return cell[0] > 0 and cell[1] > 0 and cell[2] < self.width and cell[3] < self.height


def rulings_of(
    page: Page, runs: list[Run], captions: Container[Run], headers: Iterable[Box], labels: Sequence[Box] = ()
) -> Rulings:
    """The page's lines, also those drawn with the keyboard and header cells' edges; no underlines, no writing lines.

    The shade of a label to the left of its value begins a box, and does not end it: only its upper edge counts, as far
    as the next column of labels.
    """
    strokes = {line for run in runs for line in _through(page, run)} if page.places else set()
    across = [
        line
        for line in page.horizontals
        if line.x1 - line.x0 > 8.0 and line not in strokes and not _underlines(line, runs)
    ]
    across = _without_writing_lines(across, page.verticals, runs, [run for run in runs if run in captions])
    across += [Horizontal((w.top + w.bottom) / 2, w.x0, w.x1) for w in page.words if _is_rule(w.text)]
    rows = [line for line in lines_of(tuple(w for w in page.words if w.text in PAPER)) if is_row_of_signs(line)]
    across += [Horizontal((row[0].top + row[0].bottom) / 2, row[0].x0, row[-1].x1) for row in rows]
    down = [line for line in page.verticals if line.bottom - line.top > 5.0]
    for x0, top, x1, bottom in headers:
        across += [Horizontal(top, x0, x1), Horizontal(bottom, x0, x1)]
        down += [Vertical(x0, top, bottom), Vertical(x1, top, bottom)]
    for x0, top, x1, _ in labels:
        across.append(
            Horizontal(top, x0, min((box[0] - 2.0 for box in labels if box[0] > x1 + 10.0), default=page.width))
        )
    return Rulings(tuple(across), tuple(down), page.width, page.height)


def _is_rule(text: str) -> bool:
    """A row of dashes parts what is above from what is below; a row of dots only leads to a value."""
    return len(text) > 7 and is_drawn(text) and text[0] in "-=_—–~"


def header_cells(page: Page, runs: list[Run], captions: Container[Run]) -> list[Box]:
    """The shaded boxes of one line that hold captions, judged together with all boxes shaded alike.

    Listing paper is shaded too, in stripes: some of those hold no caption at all.
    """
    alike: dict[tuple[int, int, int], list[list[Box]]] = defaultdict(list)
    stripes: set[tuple[int, int, int]] = set()
    for band in _bands(page.fills):
        inside = [run for box in band for run in runs_in(box, runs)]
        if inside and all(min(box[2] - box[0], box[3] - box[1]) < 2.6 * inside[0].size for box in band):
            x0, x1 = min(box[0] for box in band), max(box[2] for box in band)
            shape = round(x0 / 4), round(x1 / 4), round(band[0][3] - band[0][1])
            alike[shape].append(band)
            named = [run for run in inside if run in captions]
            if len(named) < len(inside) / 3 or not all(any(set_alike(run, name) for name in named) for run in inside):
                stripes.add(shape)
    return [box for shape, bands in alike.items() if shape not in stripes for band in bands for box in band]


def _bands(fills: tuple[Box, ...]) -> list[list[Box]]:
    """The shaded boxes that stand side by side in one row."""
    bands: list[list[Box]] = []
    for box in sorted(fills, key=lambda box: (round(box[1]), box[0])):
        if bands and abs(bands[-1][0][1] - box[1]) < 1.5 and abs(bands[-1][0][3] - box[3]) < 1.5:
            bands[-1].append(box)
        else:
            bands.append([box])
    return bands


def runs_in(box: Box, runs: Iterable[Run]) -> list[Run]:
    """The runs that begin inside a box."""
    x0, top, x1, bottom = box
    return [run for run in runs if x0 - 1 <= run.x0 <= x1 and top <= run.middle <= bottom]


def _underlines(line: Horizontal, runs: list[Run]) -> bool:
    return any(
        abs(run.x0 - line.x0) < 3.0 and abs(run.x1 - line.x1) < 3.0 and run.top < line.y < run.bottom + 3.0
        for run in runs
    )


def struck_out(page: Page, runs: list[Run]) -> list[Run]:
    """The runs that a line goes through, be it through one letter: a wrong digit is a wrong street."""
    return [run for run in runs if _through(page, run)]


def _through(page: Page, run: Run) -> list[Horizontal]:
    """The lines through a run, no longer than it is: a rule of the form that crosses it is longer.

    A page that was set from a file without pages has no lines through words but those that strike them out, whole or
    in part, alone or with the words beside them.
    """
    shortest = max(8.0, 0.3 * (run.x1 - run.x0))
    return [
        line
        for line in page.horizontals
        if (
            min(line.x1, run.x1) - max(line.x0, run.x0) > LETTER
            if page.places
            else run.x0 - 4 <= line.x0 and line.x1 <= run.x1 + 4 and line.x1 - line.x0 > shortest
        )
        and run.top + 0.3 * run.size < line.y < run.bottom - 0.32 * run.size
    ]


def _has_label_column(runs: list[Run], captions: list[Run], down: Iterable[Vertical]) -> bool:
    """Three captions or more have a value on their own line, right behind a ruling: a worksheet with its grid."""
    walls = list(down)
    heads = set(captions)

    def beside(head: Run) -> bool:
        level = [run for run in runs if run.x0 > head.x1 and same_line(run, head)]
        value = min(level, key=lambda run: run.x0, default=None)
        return value is not None and value not in heads and any(
            head.x1 < wall.x < value.x0 + 1 and value.x0 - wall.x < 8 and wall.top <= head.middle <= wall.bottom
            for wall in walls
        )  # fmt: skip

    return sum(map(beside, captions)) >= 3


def _drawn_on(line: Horizontal, across: Sequence[Horizontal]) -> Horizontal:
    """The line with those that go on with it on either side."""
    x0, x1 = line.x0, line.x1
    for other in sorted((it for it in across if abs(it.y - line.y) < 1.0), key=lambda it: it.x0):
        if other.x0 <= x1 + 2 and other.x1 > x1:
            x1 = other.x1
    for other in sorted((it for it in across if abs(it.y - line.y) < 1.0), key=lambda it: -it.x1):
        if other.x1 >= x0 - 2 and other.x0 < x0:
            x0 = other.x0
    return Horizontal(line.y, x0, x1)


def _is_crossed(line: Horizontal, down: Iterable[Vertical], pitch: float) -> bool:
    """A column's side, drawn as one or cell by cell, goes on above the line and below it."""
    inner = [side for side in down if line.x0 + 4 < side.x < line.x1 - 4]
    above = {round(side.x) for side in inner if side.top < line.y - 0.25 * pitch and side.bottom > line.y - 2}
    below = {round(side.x) for side in inner if side.bottom > line.y + 0.25 * pitch and side.top < line.y + 2}
    return bool(above & below)


def _without_writing_lines(
    across: list[Horizontal], down: Iterable[Vertical], runs: list[Run], captions: list[Run]
) -> list[Horizontal]:
    """Leave out the lines of a pad: one under each line of text, no caption anywhere between them, and no box on them.

    A line at which another one down the page begins or ends, other than at its own ends, is the side of a box.
    """
    if not runs:
        return across
    pitch = 2.1 * median(run.size for run in runs)

    def alike(line: Horizontal) -> list[Horizontal]:
        return [
            o
            for o in across
            if abs(o.x0 - line.x0) < 2.0 and abs(o.x1 - line.x1) < 2.0 and 4.0 < abs(o.y - line.y) < pitch
        ]

    def has_caption(line: Horizontal) -> bool:
        return any(
            line.x0 - 2 <= run.x0 <= line.x1 and (line.y - pitch < run.middle < line.y + pitch) for run in captions
        )

    def bears_a_box(line: Horizontal) -> bool:
        return any(
            line.x0 + 4 < side.x < line.x1 - 4 and min(abs(side.top - line.y), abs(side.bottom - line.y)) < 2.0
            for side in down
        )

    pads = {line for line in across if alike(line) and not has_caption(line) and not bears_a_box(line)}
    if pads and _has_label_column(runs, captions, down):
        # The columns of a worksheet run through its rows, which may be drawn cell by cell.
        pads = {line for line in pads if not _is_crossed(_drawn_on(line, across), down, pitch)}
    return [line for line in across if line not in pads]
