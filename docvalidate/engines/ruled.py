"""Rules are drawn in a picture as on paper: long, thin, and with white on both sides of them."""

from collections.abc import Sequence

import cv2
import numpy as np

from .ocr import Picture
from .page import Horizontal, Vertical, Word

SCALE = 2.0
"""Pixels a point of the picture in which rules are looked for."""
SHORTEST = 18.0
THICKEST = 4.0
LOOKS = ((170, 0), (170, 9), (200, 9))
"""The palest grey that is ink, and the pixels of a gap that is closed: for whole rules, dotted ones, faint ones."""
Rule = tuple[float, float, float]
"""Where a rule runs, and from where to where."""
UNBROKEN = 0.97
BESIDE = 0.8
"""Points by which a line through letters is longer than they are, at either end."""
_JOIN = 8.0
_LEAP = 40.0
_LEVEL = 2.0


def rules_of(page: Picture, words: Sequence[Word]) -> tuple[tuple[Horizontal, ...], tuple[Vertical, ...]]:
    """The rules across and down a level page, in points; a row of small letters is none, a line through them is."""
    text = np.zeros(page.shape, np.uint8)
    for word in words:
        x0, x1 = (int(x * SCALE) for x in (word.x0 - BESIDE, word.x1 + BESIDE))
        text[int((word.top + 0.1 * word.size) * SCALE) : int((word.bottom - 0.1 * word.size) * SCALE), x0:x1] = 1
    across = [Horizontal(y, x0, x1) for y, x0, x1 in _joined(_thin(page, text))]
    down = [Vertical(x, y0, y1) for x, y0, y1 in _joined(_thin(_across(page), _across(text)))]
    return tuple(across), tuple(down)


def _across(picture: Picture) -> Picture:
    return np.ascontiguousarray(picture.T)


def _thin(page: Picture, text: Picture) -> list[Rule]:
    """The long thin pieces: their height and their ends, in points. Dots and dashes in a row count as one."""
    length = int(SHORTEST * SCALE)
    found: list[Rule] = []
    whole_ones: list[Rule] = []
    for darkest, gap in LOOKS:
        ink = (page < darkest).astype(np.uint8)
        # A rule that does not run quite level steps from row to row.
        solid = cv2.dilate(ink, np.ones((3, 1), np.uint8))
        if gap:
            solid = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8))
        long = cv2.morphologyEx(solid, cv2.MORPH_OPEN, np.ones((1, 3 * length if gap else length), np.uint8))
        count, _, boxes, _ = cv2.connectedComponentsWithStats(long, connectivity=8)
        rules = [
            ((y + height / 2) / SCALE, x / SCALE, (x + width) / SCALE)
            for x, y, width, height, _ in boxes[1:count].tolist()
            if height <= THICKEST * SCALE + 3 and _is_rule(ink, text, (x, y, width, height), solid=not gap)
        ]
        if gap:
            # Where a rule is whole, closing its gaps would only draw it on into the letters beyond its end.
            rules = [rule for rule in rules if sum(_shared(rule, whole) for whole in whole_ones) < 0.5]
        else:
            whole_ones = rules
        found += rules
    return found


def _shared(one: Rule, other: Rule) -> float:
    """The share of a rule along which another one runs."""
    if abs(one[0] - other[0]) >= _LEVEL:
        return 0.0
    return max(0.0, min(one[2], other[2]) - max(one[1], other[1])) / (one[2] - one[1])


def _is_rule(ink: Picture, text: Picture, place: tuple[int, int, int, int], *, solid: bool) -> bool:
    """Right above and below is mostly white, as it is not beside a row of letters.

    Where it goes through letters, it goes unbroken, and begins and ends outside of them.
    """
    x, y, width, height = place
    through = text[y : y + height, x : x + width].max(axis=0)
    if float(through.mean()) > 0.3:
        unbroken = float(ink[y : y + height, x : x + width].max(axis=0).mean()) > UNBROKEN
        return solid and unbroken and not through[0] and not through[-1]
    above = ink[max(0, y - 3) : max(0, y - 1), x : x + width]
    below = ink[y + height + 1 : y + height + 3, x : x + width]
    return all(part.size == 0 or float(part.mean()) < 0.2 for part in (above, below))


def _joined(pieces: list[Rule]) -> list[Rule]:
    """Pieces of one rule that writing over it has cut apart."""
    rules: list[Rule] = []
    for place, start, end in sorted(pieces, key=lambda piece: (piece[1], piece[0])):
        for at, (other, first, last) in enumerate(rules):
            reach = _LEAP if min(end - start, last - first) > _LEAP else _JOIN
            if abs(other - place) < _LEVEL and start - last < reach:
                rules[at] = (other, first, max(last, end))
                break
        else:
            rules.append((place, start, end))
    return sorted(rules)
