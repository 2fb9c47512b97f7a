"""The lines of a picture are read twice, held against each other, and taken apart into words with their places."""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from .glyphs import belied
from .inked import band, ink_of, pieces
from .ocr import HEIGHT, Corners, Picture, Spelt, spell
from .page import Word
from .picture import cut_out, extent
from .straight import STEEPEST, Way, along
from .terms import is_prose
from .twice import DISPUTED, certainties

MARGIN = 0.06
"""Share of a line's height that its second picture shows more on every side."""
CLAUSE = 70
"""Characters of a line from which it may be a clause: the lines of an address are shorter."""
BASE = 0.79
"""Where letters stand, as a share of the height of a font's line."""


class Line(NamedTuple):
    """A line: its corners on the page in points, its picture, and its letters with their certainties."""

    corners: Corners
    picture: Picture
    spelt: Spelt
    sure: tuple[float, ...]


def read_lines(picture: Picture, lit: Picture, found: Corners, way: Way) -> list[Line]:
    """Read each line from the evened picture, and again from the picture as it is, with more around it."""
    cuts = [cut_out(lit, corners) for corners in found]
    read = [
        (corners, cut, spelt)
        for corners, cut, spelt in zip(found, cuts, spell(cuts), strict=True)
        if spelt.text.strip()
    ]
    # Nothing is checked in a clause, so that one look at it is enough, and makes nothing sure.
    checked = [corners for corners, _, spelt in read if not _is_clause(spelt.text)]
    again = iter(spell([cut_out(picture, corners, MARGIN) for corners in checked]))
    return [
        Line(
            along(way, corners),
            cut,
            spelt,
            (DISPUTED,) * len(spelt.text) if _is_clause(spelt.text) else certainties(spelt, next(again)),
        )
        for corners, cut, spelt in read
    ]


def held_against_each_other(lines: list[Line]) -> list[Line]:
    """The lines with letters in dispute that look like another letter of the page."""
    level_lines = [(at, line) for at, line in enumerate(lines) if is_level(line) and not _is_clause(line.spelt.text)]
    doubted = belied([(line.picture, line.spelt, extent(line.corners)[1]) for _, line in level_lines])
    for number, place in doubted:
        at = level_lines[number][0]
        sure = list(lines[at].sure)
        sure[place] = min(sure[place], DISPUTED)
        lines[at] = lines[at]._replace(sure=tuple(sure))
    return lines


def _is_clause(text: str) -> bool:
    return len(text) > CLAUSE and is_prose(text)


def is_level(line: Line) -> bool:
    """The line is one of the page's, and no stamp or watermark set across it."""
    across, down = line.corners[1] - line.corners[0]
    return bool(abs(down) <= STEEPEST * abs(across))


def words_of(lines: Sequence[Line]) -> list[tuple[Word, float]]:
    """The words of level lines, each with the certainty of its least sure letter.

    Words measured within an eighth of one size are set in it: a printed page has few.
    """
    words = [pair for line in lines if is_level(line) for pair in _words(line)]
    left = dict.fromkeys(range(len(words)))
    sizes = [word.size for word, _ in words]
    usual: dict[int, float] = {}
    while left:
        weigh = [
            (sum(len(words[b][0].text) for b in left if _alike(sizes[b], sizes[a], 0.08)), -sizes[a]) for a in left
        ]
        size = -max(weigh)[1]
        near = [at for at in left if _alike(sizes[at], size, 0.125)]
        common = round(median(sizes[at] for at in near), 1)
        usual.update(dict.fromkeys(near, common))
        for at in near:
            del left[at]
    return [(_resized(word, usual[at]), sure) for at, (word, sure) in enumerate(words)]


def _alike(one: float, other: float, share: float) -> bool:
    return abs(one - other) <= share * other


def _resized(word: Word, size: float) -> Word:
    base = word.bottom - (1 - BASE) * word.size
    return word._replace(top=round(base - BASE * size, 2), bottom=round(base + (1 - BASE) * size, 2), size=size)


def _words(line: Line) -> Iterator[tuple[Word, float]]:
    ink = ink_of(line.picture)
    width = line.picture.shape[1]
    height = extent(line.corners)[1]
    high = band(ink, line.spelt.text)
    size = high.size * height / HEIGHT
    for piece in pieces(ink, line.spelt):
        start, end = (_at(line.corners, x / width, high.base / HEIGHT) for x in (piece.x0, piece.x1))
        base = (start[1] + end[1]) / 2
        text = line.spelt.text[piece.start : piece.end]
        x0, top, x1, bottom = (round(it, 2) for it in (start[0], base - BASE * size, end[0], base + (1 - BASE) * size))
        yield Word(x0, top, x1, bottom, text, round(size, 2)), min(line.sure[piece.start : piece.end])


def _at(corners: Corners, across: float, down: float) -> tuple[float, float]:
    """A place in a line, given as shares of its length and height."""
    top = corners[0] + across * (corners[1] - corners[0])
    bottom = corners[3] + across * (corners[2] - corners[3])
    point = top + down * (bottom - top)
    return float(point[0]), float(point[1])
