"""A page is read as it is displayed: PDF counts from the bottom left of the unturned sheet, we from the top left as seen."""

from typing import NamedTuple

from .page import Box, Hidden, Horizontal, Page, Vertical, Word


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

    def turn(self, a: float, b: float, c: float, d: float) -> int | None:
        """The quarter circles by which text of that matrix is seen turned; null where it stands at an angle."""
        size = (a * a + b * b) ** 0.5
        if size == 0 or min(abs(a), abs(b)) > 0.12 * size:
            return None
        if abs(a) >= abs(b):
            drawn = 0 if a > 0 else 2
        else:
            drawn = 3 if b > 0 else 1
        return (drawn + self.quarter) % 4

    @staticmethod
    def upright(page: Page, turn: int) -> Page:
        """Turn a page whose text was drawn sideways, so that it reads from left to right."""
        if turn == 0:
            return page

        def box(it: Box) -> Box:
            x0, top, x1, bottom = it
            if turn == 1:
                return top, page.width - x1, bottom, page.width - x0
            if turn == 2:
                return page.width - x1, page.height - bottom, page.width - x0, page.height - top
            return page.height - bottom, x0, page.height - top, x1

        lines = [box((line.x0, line.y, line.x1, line.y)) for line in page.horizontals]
        lines += [box((line.x, line.top, line.x, line.bottom)) for line in page.verticals]
        return page._replace(
            width=page.height if turn % 2 else page.width,
            height=page.width if turn % 2 else page.height,
            words=tuple(Word(*box(word[:4]), *word[4:]) for word in page.words),
            hidden=tuple(Hidden(box(it.box), it.text, it.reason) for it in page.hidden),
            horizontals=tuple(Horizontal(line[1], line[0], line[2]) for line in lines if line[1] == line[3]),
            verticals=tuple(Vertical(line[0], line[1], line[3]) for line in lines if line[0] == line[2]),
            fills=tuple(box(fill) for fill in page.fills),
        )
