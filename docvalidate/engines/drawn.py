"""What is drawn on a page becomes rulings and fills: strokes, thin bars and rows of dots are all lines to a reader."""

from collections import defaultdict
from dataclasses import dataclass, field

from .page import Box, Horizontal, Vertical

THIN = 2.6
"""A bar thinner than this (points) is a line."""
MOST = 20_000
"""More pieces than this on one page are a picture, not a form."""


@dataclass
class Drawing:
    """The pieces of a page as an engine meets them."""

    horizontals: list[Horizontal] = field(default_factory=list)
    verticals: list[Vertical] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    slopes: list[Box] = field(default_factory=list)
    _dots: list[Box] = field(default_factory=list)

    def add_line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Take a stroke if it runs across or down."""
        if abs(y1 - y0) <= 1.0 and abs(x1 - x0) > THIN:
            self.horizontals.append(Horizontal((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= 1.0 and abs(y1 - y0) > THIN:
            self.verticals.append(Vertical((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        elif min(abs(x1 - x0), abs(y1 - y0)) > 12.0:
            self.slopes.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
        elif max(abs(x1 - x0), abs(y1 - y0)) <= THIN:
            self._dots.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

    def add_frame(self, box: Box) -> None:
        """Take the four sides of a stroked rectangle."""
        x0, top, x1, bottom = box
        if min(x1 - x0, bottom - top) <= THIN:
            self.add_fill(box, shaded=True)
            return
        for line in ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)):
            self.add_line(*line)

    def add_fill(self, box: Box, *, shaded: bool) -> None:
        """Take a filled rectangle: a bar is a line; a larger one counts where it is `shaded`, that is not white."""
        x0, top, x1, bottom = box
        width, height = x1 - x0, bottom - top
        if width <= THIN and height <= THIN:
            self._dots.append(box)
        elif height <= THIN:
            self.add_line(x0, (top + bottom) / 2, x1, (top + bottom) / 2)
        elif width <= THIN:
            self.add_line((x0 + x1) / 2, top, (x0 + x1) / 2, bottom)
        elif shaded:
            self.fills.append(box)

    def rulings(self) -> tuple[tuple[Horizontal, ...], tuple[Vertical, ...]]:
        """All lines, those that continue each other joined; none where the page is a picture."""
        if len(self.horizontals) + len(self.verticals) > MOST:
            return (), ()
        across = [(line.y, line.x0, line.x1) for line in self.horizontals]
        down = [(line.x, line.top, line.bottom) for line in self.verticals]
        if len(self._dots) <= MOST:
            across += _rows([((box[1] + box[3]) / 2, box[0], box[2]) for box in self._dots])
            down += _rows([((box[0] + box[2]) / 2, box[1], box[3]) for box in self._dots])
        return (
            tuple(Horizontal(*line) for line in _join(across, gap=3.0)),
            tuple(Vertical(*line) for line in _join(down, gap=3.0)),
        )


def _rows(dots: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Dots closer than 6 points in a row of 15 points or more are a dotted line."""
    return [line for line in _join(dots, gap=6.0) if line[2] - line[1] >= 15.0]


def _join(lines: list[tuple[float, float, float]], gap: float) -> list[tuple[float, float, float]]:
    """Join pieces on one line (within a point) that touch or leave less than `gap`."""
    rows: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
    for place, start, end in lines:
        rows[round(place)].append((start, end, place))
    joined: list[tuple[float, float, float]] = []
    for key in sorted(rows):
        pieces = sorted(rows[key])
        start, end, place = pieces[0]
        for piece in pieces[1:]:
            if piece[0] <= end + gap:
                end = max(end, piece[1])
            else:
                joined.append((round(place, 2), round(start, 2), round(end, 2)))
                start, end, place = piece
        joined.append((round(place, 2), round(start, 2), round(end, 2)))
    return joined
