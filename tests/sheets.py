"""Small pages for tests: lines of text put down at places, with boxes and rules around them."""

from docvalidate.engines.page import Horizontal, Page, Vertical, Word
from docvalidate.layout.fields import Sheet, read_sheet

LINE = 10.0


def put(text: str, x: float, top: float, *, size: float = LINE, font: int = 0) -> list[Word]:
    """The words of one line, in a font whose characters are half as wide as they are high."""
    words: list[Word] = []
    for piece in text.split(" "):
        width = 0.5 * size * sum(2 if letter >= "\u2e80" else 1 for letter in piece)
        if piece:
            words.append(Word(x, top, x + width, top + size, piece, size, font))
        x += width + 0.5 * size
    return words


def block(text: str, x: float, top: float, *, size: float = LINE, font: int = 0) -> list[Word]:
    """Several lines under each other."""
    return [
        word
        for row, line in enumerate(text.splitlines())
        for word in put(line, x, top + row * 1.2 * size, size=size, font=font)
    ]


def box(x0: float, top: float, x1: float, bottom: float) -> tuple[list[Horizontal], list[Vertical]]:
    """The four sides of a closed box."""
    return (
        [Horizontal(top, x0, x1), Horizontal(bottom, x0, x1)],
        [Vertical(x0, top, bottom), Vertical(x1, top, bottom)],
    )


def a_page(
    *words: list[Word],
    boxes: tuple[tuple[float, float, float, float], ...] = (),
    rules: tuple[tuple[float, float, float], ...] = (),
    shaded: tuple[tuple[float, float, float, float], ...] = (),
    number: int = 1,
) -> Page:
    """A page of A4; `rules` are (height, from, to)."""
    sides = [box(*corners) for corners in boxes]
    across = [line for horizontals, _ in sides for line in horizontals]
    down = [line for _, verticals in sides for line in verticals]
    return Page(
        number, 595.0, 842.0, None,
        words=tuple(word for group in words for word in group),
        horizontals=(*across, *(Horizontal(*rule) for rule in rules)),
        verticals=tuple(down),
        fills=shaded,
    )  # fmt: skip


def values(page: Page) -> dict[str, str]:
    """What the layout reader makes of a page: the text by role."""
    sheet: Sheet = read_sheet(page)
    return {field.role: field.text for field in sheet.fields}
