"""A page is read as it is displayed: PDF counts from the bottom left of the unturned sheet, we from the top left."""

from typing import NamedTuple

from .drawn import Drawing
from .page import Box


class Turned(NamedTuple):
    """The sheet (`crop`: left, bottom, right, top in PDF units) and its turn in quarter circles clockwise."""

    crop: Box
    quarter: int

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the unturned sheet as seen on the displayed page."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the unturned sheet as seen on the displayed page."""
        left, bottom, right, top = self.crop
        if self.quarter == 1:
            return y - bottom, x - left
        if self.quarter == 2:
            return right - x, y - bottom
        if self.quarter == 3:
            return top - y, right - x
        return x - left, top - y


def quarter_circles(a: float, b: float) -> int | None:
    """The quarter circles clockwise by which text of a matrix (a b …) is turned; null where it stands at an angle.

    >>> quarter_circles(9.0, 0.0), quarter_circles(0.0, 9.0), quarter_circles(7.0, 7.0)
    (0, 3, None)
    """
    size = (a * a + b * b) ** 0.5
    if size == 0 or min(abs(a), abs(b)) > 0.12 * size:
        return None
    if abs(a) >= abs(b):
        return 0 if a > 0 else 2
    return 3 if b > 0 else 1


class Upright(NamedTuple):
    """How a page whose text was drawn sideways is turned, so that it reads from left to right.

    `turn` is that of the text in quarter circles clockwise; `width` and `height` are those of the page as displayed.
    """

    turn: int
    width: float
    height: float

    def box(self, it: Box) -> Box:
        """A box of the displayed page on the page as it is read."""
        x0, top, x1, bottom = it
        if self.turn == 1:
            return top, self.width - x1, bottom, self.width - x0
        if self.turn == 2:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        if self.turn == 3:
            return self.height - bottom, x0, self.height - top, x1
        return it

    def back(self) -> "Upright":
        """The turn from the page as it is read to the page as displayed."""
        return Upright((4 - self.turn) % 4, *self.size())

    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        return (self.height, self.width) if self.turn % 2 else (self.width, self.height)

    def drawing(self, drawing: Drawing) -> Drawing:
        """The lines and fills of the page as it is read."""
        turned = Drawing()
        across, down = drawing.rulings()
        for line in across:
            turned.add_line(*self.box((line.x0, line.y, line.x1, line.y)))
        for rule in down:
            turned.add_line(*self.box((rule.x, rule.top, rule.x, rule.bottom)))
        turned.fills = [self.box(fill) for fill in drawing.fills]
        return turned
