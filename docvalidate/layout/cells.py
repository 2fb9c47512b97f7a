"""A cell is what the rulings around a run enclose; where a side is open it reaches to the next ruling or the page's edge."""

from collections import defaultdict
from typing import NamedTuple

from docvalidate.engines.page import Horizontal, Page, Vertical
from docvalidate.model.values import Box

from .runs import Run


class Rulings(NamedTuple):
    """The lines that part one box from another on a page."""

    across: tuple[Horizontal, ...]
    down: tuple[Vertical, ...]
    width: float
    height: float

    def cell(self, run: Run) -> Box:
        """The nearest rulings left, above, right and below the run's beginning."""
        middle, start = run.middle, run.x0 + 2.0
        anchor = run.x0 + min(6.0, (run.x1 - run.x0) / 2)
        beside = [line.x for line in self.down if line.top - 1.0 <= middle <= line.bottom + 1.0]
        level = [line.y for line in self.across if line.x0 - 1.0 <= anchor <= line.x1 + 1.0]
        return (
            max((x for x in beside if x <= start), default=0.0),
            max((y for y in level if y <= middle), default=0.0),
            min((x for x in beside if x > start), default=self.width),
            min((y for y in level if y > middle), default=self.height),
        )


def rulings_of(page: Page, runs: list[Run], captions: set[Run]) -> Rulings:
    """The page's lines without underlines, and with the edges of shaded caption cells.

    Listing paper is shaded too, in stripes; only a shaded box that holds nothing but captions is a header cell.
    """
    across = [line for line in page.horizontals if line.x1 - line.x0 > 8.0 and not _underlines(line, runs)]
    down = [line for line in page.verticals if line.bottom - line.top > 5.0]
    for x0, top, x1, bottom in _headers(page, runs, captions):
        across += [Horizontal(top, x0, x1), Horizontal(bottom, x0, x1)]
        down += [Vertical(x0, top, bottom), Vertical(x1, top, bottom)]
    return Rulings(tuple(across), tuple(down), page.width, page.height)


def _headers(page: Page, runs: list[Run], captions: set[Run]) -> list[Box]:
    """The shaded boxes that hold captions and nothing else, nor do the boxes shaded alike."""
    alike: dict[tuple[int, int, int], list[Box]] = defaultdict(list)
    stripes: set[tuple[int, int, int]] = set()
    for box in page.fills:
        x0, top, x1, bottom = box
        shape = round(x0 / 4), round(x1 / 4), round(bottom - top)
        inside = [run for run in runs if x0 - 1 <= run.x0 <= x1 and top <= run.middle <= bottom]
        if not all(run in captions for run in inside):
            stripes.add(shape)
        elif inside:
            alike[shape].append(box)
    return [box for shape, boxes in alike.items() if shape not in stripes for box in boxes]


def _underlines(line: Horizontal, runs: list[Run]) -> bool:
    return any(
        abs(run.x0 - line.x0) < 3.0 and abs(run.x1 - line.x1) < 3.0 and run.middle < line.y < run.bottom + 3.0
        for run in runs
    )
