"""A cell is what the rulings around a run enclose; where a side is open it reaches to the next ruling or the page's edge."""

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
    for x0, top, x1, bottom in page.fills:
        inside = [run for run in runs if x0 - 1 <= run.x0 <= x1 and top <= run.middle <= bottom]
        if inside and all(run in captions for run in inside):
            across += [Horizontal(top, x0, x1), Horizontal(bottom, x0, x1)]
            down += [Vertical(x0, top, bottom), Vertical(x1, top, bottom)]
    return Rulings(tuple(across), tuple(down), page.width, page.height)


def _underlines(line: Horizontal, runs: list[Run]) -> bool:
    return any(
        abs(run.x0 - line.x0) < 3.0 and abs(run.x1 - line.x1) < 3.0 and run.middle < line.y < run.bottom + 3.0
        for run in runs
    )
