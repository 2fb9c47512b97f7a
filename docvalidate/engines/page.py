"""A page is words and rulings with their places, whichever engine or format they came from.

Nothing here or in the engines needs the model: a child process that only parses a file starts in a third of the time.
All coordinates are points from the top left corner of the page as it is displayed.
"""

from typing import Literal, NamedTuple

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom."""


class Word(NamedTuple):
    """Characters without a space between them. `size` is the height of the font's line in points."""

    x0: float
    top: float
    x1: float
    bottom: float
    text: str
    size: float
    font: int = 0


class Hidden(NamedTuple):
    """A word that a person cannot see, and why: `white`, `covered`, `off the page`, `too small`, `invisible`,
    `hidden row`, `hidden column`, `hidden sheet`, `hidden text`, `the colour of the paper`.
    """

    box: Box
    text: str
    reason: str


class Horizontal(NamedTuple):
    """A ruling across."""

    y: float
    x0: float
    x1: float


class Vertical(NamedTuple):
    """A ruling down."""

    x: float
    top: float
    bottom: float


class Overlay(NamedTuple):
    """A mark that somebody put on the page: `what` it is, and the words that go with it, if any."""

    box: Box
    what: str
    text: str = ""


class Shot(NamedTuple):
    """The picture of a page, to be shown: grey `pixels` (packed, see `shot`), `scale` of them to a point."""

    width: int
    height: int
    scale: float
    pixels: str


class Scan(NamedTuple):
    """What is known of a page besides its words where a picture was read.

    `certainties` (0 to 1) go with the words of a page that is a picture. `other` is the other reading of the page: the
    text layer behind a picture, or the words in the pictures of a page of text. `unread` is ink that no word explains.
    `back` leads from a point of the page as it was read to the page as displayed (a projection, nine numbers by rows).
    """

    shot: Shot
    certainties: tuple[float, ...] = ()
    other: tuple[Word, ...] = ()
    unread: tuple[Box, ...] = ()
    back: tuple[float, ...] = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


class Page(NamedTuple):
    """What an engine saw on one page.

    `sideways` are lines of text that run up or down beside upright ones; `marks` are all words not set upright;
    `scanned` is a picture of a page, `pictures` are those on a page of text. A page of terms comes
    without its words. `places` says of a page that was set from a file without pages where in the file each part of it
    stands; the last of them is the whole page.
    """

    number: int
    width: float
    height: float
    kind: Literal["terms"] | None = None
    words: tuple[Word, ...] = ()
    horizontals: tuple[Horizontal, ...] = ()
    verticals: tuple[Vertical, ...] = ()
    fills: tuple[Box, ...] = ()
    marks: tuple[str, ...] = ()
    sideways: tuple[Word, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    scanned: bool = False
    overlays: tuple[Overlay, ...] = ()
    places: tuple[tuple[Box, str], ...] = ()
    pictures: tuple[Box, ...] = ()
    scan: Scan | None = None
