"""A sheet is a page taken apart into fields: each caption with the lines that belong to it."""

import re
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from docvalidate.engines.page import Box, Page

from .assignment import Paper, Slot, assign
from .cells import struck_out
from .labels import labels_of
from .runs import Run, runs_of, same_line


class Field(NamedTuple):
    """A caption and the lines that belong to it; no lines: the box is empty. `page` counts from 1.

    `left_over` is what stands further down in its column, beyond a wide gap, and belongs to nobody.
    `breaks` are the places in `lines` before which the paper leaves a line free; `first` is the first line up to its
    first wide gap.
    """

    role: str
    caption: str
    lines: tuple[str, ...]
    box: Box
    page: int
    cell: Box
    breaks: tuple[int, ...] = ()
    first: str = ""
    left_over: tuple[str, ...] = ()

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
    captions: frozenset[Run]
    struck: tuple[Run, ...] = ()

    def values(self, role: str) -> list[Field]:
        """The fields of that role, empty ones too."""
        return [field for field in self.fields if field.role == role]


def read_sheet(page: Page) -> Sheet:
    """Find the captions of a page and give each its value."""
    runs = runs_of(page)
    labels = labels_of(page, runs)
    plain = [run for run in runs if run not in labels.captions and run not in labels.prose and run not in labels.small]
    plain = _without_watermarks(plain)
    slots = assign(Paper(labels.captions, plain, labels.cells, labels.rulings))
    fields = tuple(_field(slot, page.number) for slot in slots)
    struck = struck_out(page, plain)
    return Sheet(page, tuple(runs), fields, frozenset(labels.prose), frozenset(labels.captions), tuple(struck))


def _without_watermarks(runs: list[Run]) -> list[Run]:
    """Leave out what is set three times as large as everything else: DRAFT across the page is nobody's address."""
    if not runs:
        return runs
    usual = median(run.size for run in runs)
    return [run for run in runs if run.size < 3.0 * usual]


def _field(slot: Slot, number: int) -> Field:
    lines: list[list[Run]] = []
    for run in slot.values:
        if lines and same_line(lines[-1][-1], run) and not _next_column(lines[-1][-1], run, slot):
            lines[-1].append(run)
        else:
            lines.append([run])
    texts = [" ".join(run.text for run in sorted(line, key=lambda run: run.x0)) for line in lines]
    breaks = [
        place
        for place, (above, line) in enumerate(pairwise(lines), start=1)
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
        # Print-outs repeat the colon in its column on every line.
        texts[1:] = [re.sub(r"^[:：]\s+(?=\S)", "", text) for text in texts[1:]]
    box = _around(boxes or [caption.run.box])
    level = [run.text.lstrip(":： ") for run in sorted(lines[0], key=lambda run: run.x0)] if lines else []
    first = caption.inline or next(filter(None, level), "")
    return Field(
        caption.role,
        caption.text.strip(" :："),
        tuple(texts),
        box,
        number,
        slot.cell,
        tuple(breaks),
        first,
        tuple(run.text for run in slot.left_over),
    )


def _next_column(before: Run, run: Run, slot: Slot) -> bool:
    """In a table of parties, the cell beside begins a new line of the address."""
    return slot.in_columns and run.x0 - before.x1 > 2.0 * run.size


def _around(boxes: list[Box]) -> Box:
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
