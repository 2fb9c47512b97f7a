"""Where a word of a line stands is seen from its ink; the OCR engine says only roughly which letter is where."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .ocr import HEIGHT, Picture, Spelt
from .picture import INK

CAPITALS, SMALL, DESCENT, COMMA = 0.63, 0.46, 0.18, 0.1
"""Heights of capitals, of small letters and of what hangs below the line, as shares of the height of a font's line."""
_HANGS = frozenset("gjpqyQ,;()[]{}|/@$_ç，；（）")
_STANDS_LOW = frozenset("acemnorsuvwxz.,:;-–_·~")
FAINT_ROW = 0.08
"""Share of the fullest row's ink below which a row parts one line from another."""
WIDE = 0.85
"""Share of a line's height from which a gap parts two words, whether the engine saw a space there or not."""


class Piece(NamedTuple):
    """A word of a line: its letters `start` to `end`, and from where to where its ink reaches (pixels of the line)."""

    start: int
    end: int
    x0: float
    x1: float


class Band(NamedTuple):
    """The height of a line's ink: where it stands on, and the size of its font, in pixels of the line."""

    base: float
    size: float


def ink_of(line: Picture) -> npt.NDArray[np.bool_]:
    """The ink of a line without rules that run along its edges."""
    ink = line < INK
    ink[:, ink.mean(axis=0) > 0.95] = False
    ink[ink.mean(axis=1) > 0.9] = False
    return ink


def band(ink: npt.NDArray[np.bool_], text: str) -> Band:
    """How high the text is. It stands in the middle of the line; what is parted from it by white is something else."""
    profile = ink.sum(axis=1)
    # Strokes that hang down from the line above are no part of this one.
    rows = np.flatnonzero(profile > FAINT_ROW * profile.max(initial=0))
    middle = rows[(rows > HEIGHT // 4) & (rows < 3 * HEIGHT // 4)]
    if not len(middle):
        return Band(0.75 * HEIGHT, 0.7 * HEIGHT)
    top = bottom = int(np.median(middle))
    filled = set(rows.tolist())
    while top - 1 in filled or top - 2 in filled:
        top -= 1
    while bottom + 1 in filled or bottom + 2 in filled:
        bottom += 1
    letters = [letter for letter in text if not letter.isspace()]
    hangs = any(letter in _HANGS for letter in letters)
    above = SMALL if letters and all(letter in _STANDS_LOW for letter in letters) else CAPITALS
    if any(letter >= "\u2e80" for letter in letters):
        above, hangs = 0.8, False
    below = DESCENT if hangs and set(letters) & _HANGS - {","} else COMMA if hangs else 0.0
    size = (bottom + 1 - top) / (above + below)
    return Band(bottom + 1 - below * size, size)


def pieces(ink: npt.NDArray[np.bool_], spelt: Spelt) -> list[Piece]:
    """The words of a line, parted at its spaces and at wide gaps."""
    columns: npt.NDArray[np.bool_] = np.asarray(ink.any(axis=0))
    width = len(columns)
    places = [place * width for place in spelt.places]
    words: list[tuple[int, int]] = []
    for at, letter in enumerate(spelt.text):
        if letter.isspace():
            continue
        gap = words and words[-1][1] == at and _white(columns, places[at - 1], places[at]) > WIDE * HEIGHT * 0.7
        if words and words[-1][1] == at and not gap:
            words[-1] = (words[-1][0], at + 1)
        else:
            words.append((at, at + 1))
    edges = [
        0.0,
        *(_cut(columns, places[a[1] - 1], places[b[0]]) for a, b in pairwise(words)),
        width,
    ]
    found: list[Piece] = []
    for (start, end), left, right in zip(words, edges, edges[1:], strict=False):
        inked = np.flatnonzero(columns[int(left) : int(np.ceil(right))])
        near = (places[start], places[end - 1])
        x0 = int(left) + float(inked[0]) if len(inked) else near[0]
        x1 = int(left) + float(inked[-1]) + 1 if len(inked) else near[1]
        found.append(Piece(start, end, min(x0, near[0]), max(x1, near[1])))
    return found


def _white(columns: npt.NDArray[np.bool_], start: float, end: float) -> int:
    return max((stop - begin for begin, stop in _gaps(columns, start, end)), default=0)


def _cut(columns: npt.NDArray[np.bool_], start: float, end: float) -> float:
    """The middle of the widest white between two letters."""
    begin, stop = max(_gaps(columns, start, end), key=lambda gap: gap[1] - gap[0], default=(start, end))
    return (begin + stop) / 2


def _gaps(columns: npt.NDArray[np.bool_], start: float, end: float) -> list[tuple[int, int]]:
    gaps: list[tuple[int, int]] = []
    for at in range(int(start), min(int(np.ceil(end)) + 1, len(columns))):
        if not columns[at]:
            gaps.append((gaps.pop()[0], at + 1) if gaps and gaps[-1][1] == at else (at, at + 1))
    return gaps
