"""Only what a person can see is read: a word must leave ink on the page where it says it stands."""

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from .page import Box, Hidden, Word
from .turned import Upright
from .typed import Typed
from .words import Glyph, split_words, turned_upright

FAINTEST = 10
"""Grey levels (of 255) between ink and paper below which nobody sees the ink."""
SMALLEST = 2.6
"""Height in points below which nobody reads a word."""


WATERMARK = 24.0
"""Points from which faint letters are a watermark: nobody hides in capitals an inch high."""


class Picture(NamedTuple):
    """The page as painted and displayed, one byte a pixel, 0 black to 255 white; `scale` is pixels a point.

    `turn` leads from the page as it is read to the page as displayed.
    """

    pixels: bytes
    stride: int
    width: int
    height: int
    scale: float
    turn: Upright

    def shows_ink(self, box: Box) -> bool:
        """Whether anything stands out inside a box given in points of the page as it is read."""
        x0, x1, top, bottom = self.span(box)
        # Letters nearly always cross the middle of their line: one row of pixels mostly does for all.
        middle = (top + bottom) // 2
        return _stands_out(self._row(middle, x0, x1)) or _stands_out(
            b"".join([self._row(row, x0, x1) for row in range(top, bottom)])
        )

    def darkest(self, box: Box) -> int:
        """The darkest grey inside a box given in points of the page as it is read; white where it lies off the page."""
        x0, x1, top, bottom = self.span(box)
        return min(b"".join([self._row(row, x0, x1) for row in range(top, bottom)]), default=255)

    def _row(self, row: int, x0: int, x1: int) -> bytes:
        return self.pixels[row * self.stride + x0 : row * self.stride + x1]

    def span(self, box: Box) -> tuple[int, int, int, int]:
        """The columns and rows of pixels of a box, both from the first to before the last."""
        if self.turn.turn:
            box = self.turn.box(box)
        x0, x1 = max(0, int(box[0] * self.scale)), min(self.width, int(box[2] * self.scale) + 1)
        top, bottom = max(0, int(box[1] * self.scale)), min(self.height, int(box[3] * self.scale) + 1)
        return x0, x1, top, bottom


def _stands_out(pixels: bytes) -> bool:
    return bool(pixels) and max(pixels) - min(pixels) >= FAINTEST


class Sorted(NamedTuple):
    """The words of a page: those seen, those hidden, marks not set upright, and among these the lines up or down."""

    words: tuple[Word, ...]
    hidden: tuple[Hidden, ...]
    marks: tuple[str, ...]
    sideways: tuple[Word, ...]


def sort_out(
    glyphs: list[Glyph],
    covers: list[tuple[int, Box]],
    picture: Picture | None,
    width: float,
    height: float,
    lids: Sequence[tuple[int, Box]] = (),
    lent: Container[int] = (),
) -> Sorted:
    """Part the words that are seen from the hidden ones and from the marks that are not set upright.

    `covers` may hide what was painted before them, `lids` (pictures without a transparent spot) certainly do. `lent`
    are the fonts that are not in the file: where this machine has none for Chinese, such words leave no ink in our
    picture, and whatever is painted over them later counts as a lid.

    The characters have been turned upright already; `width` and `height` are those of the page as it is read.
    """
    seen: list[tuple[Word, Glyph]] = []
    hidden: list[Hidden] = []
    covered: list[tuple[Word, Glyph]] = []
    for word, letters in split_words([glyph for glyph in glyphs if glyph.turn == 0]):
        reason = _hides(word, letters[0], picture, width, height)
        over = lids
        if reason == "covered" and word.font in lent and any(map(_needs_own_font, word.text)):
            reason, over = None, [*lids, *covers]
        if reason is None and any(order > letters[0].order and _inside(word, box) for order, box in over):
            reason = "covered"
        if reason is not None:
            hidden.append(Hidden(word[:4], word.text, reason))
        elif any(order > letters[0].order and _inside(word, box) for order, box in covers):
            covered.append((word, letters[0]))
        else:
            seen.append((word, letters[0]))
    for word, letter in covered:
        # Something is painted over this place later; if other words stand there now, these are what is seen.
        others = [other for other, theirs in (*seen, *covered) if theirs.order > letter.order]
        if any(_overlap(word, other) > 0.3 for other in others):
            hidden.append(Hidden(word[:4], word.text, "covered"))
        else:
            seen.append((word, letter))
    angled = _angled([glyph for glyph in glyphs if glyph.turn != 0 and glyph.text != " "])
    return Sorted(_once(word for word, _ in seen), tuple(hidden), angled, _sideways(glyphs, width, height))


def _once(words: Iterable[Word]) -> tuple[Word, ...]:
    """A word printed twice, a hair apart, to look bold is one word."""
    kept: dict[str, list[Word]] = {}
    for word in words:
        twins = kept.setdefault(word.text, [])
        if not any(abs(twin.x0 - word.x0) < 1.5 and abs(twin.top - word.top) < 1.5 for twin in twins):
            twins.append(word)
    return tuple(word for twins in kept.values() for word in twins)


def _sideways(glyphs: list[Glyph], width: float, height: float) -> tuple[Word, ...]:
    """The lines that run up or down the page, one word a line: captions set in a bar beside their box."""
    lines: list[Word] = []
    for turn in sorted({glyph.turn for glyph in glyphs if glyph.turn is not None} & {1, 3}):
        upright = Upright(turn, width, height)
        before: Word | None = None
        for word, _ in split_words(turned_upright([glyph for glyph in glyphs if glyph.turn == turn], upright)):
            if before is not None and abs(word.bottom - before.bottom) < 2 and 0 < word.x0 - before.x1 < word.size:
                whole = before._replace(x1=word.x1, text=f"{before.text} {word.text}")
                lines.pop()
            else:
                whole = word
            before = whole
            lines.append(Word(*upright.back().box(whole[:4]), whole.text, whole.size, whole.font))
    return tuple(lines)


def _angled(glyphs: list[Glyph]) -> tuple[str, ...]:
    """The words of watermarks and stamps: a stamp is set letter by letter, so fonts and sizes part them, not gaps."""
    marks: list[str] = []
    for before, glyph in zip([None, *glyphs], glyphs, strict=False):
        same = before is not None and (before.font, before.order) == (glyph.font, glyph.order)
        if before is None or (not same and _far(before, glyph)):
            marks.append("")
        marks[-1] += glyph.text
    return tuple(marks)


def _far(one: Glyph, other: Glyph) -> bool:
    reach = 2.0 * max(one.bottom - one.top, other.bottom - other.top)
    return abs(one.x0 - other.x0) > reach or abs(one.top - other.top) > reach


def _hides(word: Word, letter: Glyph, picture: Picture | None, width: float, height: float) -> str | None:
    if letter.hidden == "invisible" or letter.order == Typed.ORDER:
        # Viewers paint form fields themselves; the picture of the page does not show them.
        return letter.hidden
    middle = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    if not (0 <= middle[0] <= width and 0 <= middle[1] <= height):
        return "off the page"
    if word.bottom - word.top < SMALLEST:
        return "too small"
    if picture is None:
        return letter.hidden
    if not picture.shows_ink(word[:4]):
        return letter.hidden or "covered"
    if letter.hidden == "white" and word.size < WATERMARK and _mostly_light(word, picture):
        return "white"
    return None


def _needs_own_font(character: str) -> bool:
    """Every machine can draw Latin letters, whatever font a file asks for; other scripts need a font that has them."""
    return character > "\u024f"


def _mostly_light(word: Word, picture: Picture) -> bool:
    """White letters on paper that is white too, although something else leaves ink in the box."""
    x0, top, x1, bottom = word[:4]
    across = (x1 - x0) / 4
    above = (x0 + across, top, x0 + 2 * across, top + 1)
    corners = [(x0 - 1.5, top, x0 - 0.5, bottom), (x1 + 0.5, top, x1 + 1.5, bottom), above]
    return all(picture.darkest(box) > 246 for box in corners)


def _inside(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _overlap(one: Word, other: Word) -> float:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    if across <= 0 or down <= 0:
        return 0.0
    return across * down / max((one.x1 - one.x0) * (one.bottom - one.top), 0.01)
