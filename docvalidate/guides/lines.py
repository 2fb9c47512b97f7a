"""A page of a guide is lines under each other in columns, and tables between them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from docvalidate.engines.page import Box, Page
from docvalidate.layout.cells import struck_out
from docvalidate.layout.paths import path_of
from docvalidate.layout.runs import Run, runs_of, same_line
from docvalidate.model.values import Source

BLANK = 0.75
"""Share of the letters' height from which the space above a line is a blank one."""
WRAPPED = 85
"""Characters from which a line that was set here, not by the writer, may go on in the next."""


@dataclass(eq=False)
class TextLine:
    """A stretch of words on one line; a line is itself alone, and is looked up by what it is."""

    run: Run
    page: Page
    document: str
    path: str | None = None
    after_blank: bool = False
    """A wider space than usual parts it from the line above."""
    cell: str | None = None
    """The cell of a table in which it stands, where the file says so."""

    @property
    def text(self) -> str:
        return self.run.text

    @property
    def box(self) -> Box:
        return self.run.box

    @property
    def style(self) -> tuple[int, int]:
        """Font and size: what a reader sees of headings."""
        return self.run.font, round(2 * self.run.size)


@dataclass(eq=False)
class Cell:
    """A cell of a table with its lines, over how many rows it goes."""

    lines: list[TextLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(texts_of(self.lines))

    @property
    def said(self) -> str:
        """The words in one line."""
        return " ".join(self.text.split())


@dataclass(eq=False)
class Grid:
    """A table: rows of cells from the left; a missing cell is null. `doubt` says why its rows cannot be told apart."""

    rows: list[list[Cell | None]]
    page: Page
    lefts: tuple[float, ...] = ()
    doubt: str | None = None
    joined: set[tuple[int, int]] = field(default_factory=set)
    """Cells (row, column) that belong to the one above them: no ruling parts them."""

    @property
    def lines(self) -> list[TextLine]:
        found = (line for row in self.rows for cell in row if cell is not None for line in cell.lines)
        return list(dict.fromkeys(found))

    @property
    def top(self) -> float:
        return min(line.run.top for line in self.lines)


@dataclass(eq=False)
class Column:
    """Lines under each other."""

    lines: list[TextLine]


def texts_of(lines: Sequence[TextLine]) -> list[str]:
    """The lines as printed: stretches on one line are joined, and what was only wrapped here is put together."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda it: (it.page.number, it.run.top, it.run.x0)):
        if rows and rows[-1][0].page is line.page and same_line(rows[-1][-1].run, line.run):
            rows[-1].append(line)
        else:
            rows.append([line])
    texts: list[str] = []
    before: TextLine | None = None
    for row in rows:
        text = " ".join(line.text for line in sorted(row, key=lambda it: it.run.x0))
        if before is not None and goes_on(before, row[0]):
            texts[-1] = f"{texts[-1]} {text}"
        else:
            texts.append(text)
        before = row[-1]
    return texts


def goes_on(above: TextLine, below: TextLine) -> bool:
    """The line was wrapped when the file was set as a page: both are of one paragraph, and the first is full."""
    return bool(above.path) and above.path == below.path and len(above.text) > WRAPPED and not set_by_hand(above)


def set_by_hand(line: TextLine) -> bool:
    """The line stands in a text whose lines are the writer's own."""
    return bool(line.path and re.match(r"line \d+, column", line.path))


def around(lines: Iterable[TextLine]) -> Box:
    """The smallest box around lines of one page."""
    boxes = [line.box for line in lines]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def source_of(lines: Sequence[TextLine]) -> Source:
    """Where lines stand: page and box, or the path in a file without pages; of several pages the first."""
    first = min(lines, key=lambda it: it.page.number)
    here = [line for line in lines if line.page is first.page]
    if first.page.places:
        path = path_of(first.page, around(here)) if first.path is not None else None
        return Source(document=first.document, path=path or first.page.places[-1][1] or f"page {first.page.number}")
    box = around(here)
    return Source(document=first.document, page=first.page.number, box=tuple(round(it, 1) for it in box))


def lines_of_page(page: Page, document: str) -> tuple[list[TextLine], list[TextLine]]:
    """The lines of a page in reading order, and those with a line through them."""
    runs = [run for run in runs_of(page) if run.text.strip()]
    struck = set(struck_out(page, runs))
    lines = [TextLine(run, page, document, *_place(page, run)) for run in runs]
    return [it for it in lines if it.run not in struck], [it for it in lines if it.run in struck]


_CELL = re.compile(r"(?:.*, )?table \d+, row \d+, cell \d+|Sheet '.*', cell [A-Z]+\d+")


def _place(page: Page, run: Run) -> tuple[str | None, bool, str | None]:
    x, y = run.x0 + 1, run.middle
    for box, path in page.places[:-1]:
        if box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1:
            cell = _CELL.match(path)
            return path, False, cell[0] if cell else None
    return None, False, None


def columns_of(lines: Sequence[TextLine]) -> list[Column]:
    """Lines one under the other become columns: each goes on under the line above it that begins nearest to it."""
    columns: list[Column] = []
    ordered = sorted(lines, key=lambda it: (it.run.top, it.run.x0))
    tops = [line.run.top for line in ordered]
    for line in ordered:
        best: tuple[float, Column] | None = None
        for column in columns:
            last = column.lines[-1]
            apart = line.run.top - last.run.bottom
            if same_line(last.run, line.run) or apart < -0.5 * line.run.size or apart > 30 * line.run.size:
                continue
            if line.run.x0 < last.run.x1 and last.run.x0 < line.run.x1 and last.run.middle < line.run.middle:
                shift = abs(last.run.x0 - line.run.x0)
                near = ordered[bisect_left(tops, last.run.middle) : bisect_left(tops, line.run.middle)]
                if (best is None or shift < best[0]) and not _between(last, line, near):
                    best = shift, column
        if best is not None and best[0] < 130:
            above = best[1].lines[-1]
            line.after_blank = _blank_between(above, line)
            best[1].lines.append(line)
        else:
            line.after_blank = True
            columns.append(Column([line]))
    return columns


def _between(above: TextLine, below: TextLine, lines: Sequence[TextLine]) -> bool:
    """Another line stands between the two."""
    return any(
        it.run.top > above.run.middle and it.run.bottom < below.run.middle
        and it.run.x0 < below.run.x1 and below.run.x0 < it.run.x1
        for it in lines
        if it is not above and it is not below
    )  # fmt: skip


def _blank_between(above: TextLine, below: TextLine) -> bool:
    return below.run.top - above.run.bottom > BLANK * min(above.run.size, below.run.size)
