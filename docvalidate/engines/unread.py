"""Ink that no word and no rule explains may be a word that was not found; specks and large marks are none."""

from collections.abc import Iterable, Sequence

import cv2
import numpy as np

from .ocr import Corners, Picture
from .page import Box, Horizontal, Vertical, Word
from .ruled import SCALE

LETTERS = 3
"""Pieces of ink that stand in a row like letters, at least."""
TALLEST, SMALLEST = 20.0, 3.0
"""Points between which the height of a letter lies."""
INK = 150


def unread_ink(
    page: Picture, words: Sequence[Word], marks: Iterable[Corners], rules: Iterable[Horizontal | Vertical]
) -> tuple[Box, ...]:
    """The places on a level page where something like a row of letters stands and nothing was read."""
    ink = (page < INK).astype(np.uint8)
    for word in words:
        _blank(ink, (word.x0 - 2, word.top - 0.15 * word.size, word.x1 + 2, word.bottom + 0.1 * word.size))
    for corners in marks:
        cv2.fillConvexPoly(ink, (corners * SCALE).astype(np.int32), (0,))
    for rule in rules:
        if isinstance(rule, Horizontal):
            _blank(ink, (rule.x0 - 1, rule.y - 2, rule.x1 + 1, rule.y + 2))
        else:
            _blank(ink, (rule.x - 2, rule.top - 1, rule.x + 2, rule.bottom + 1))
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    tall = (boxes[:, 3] >= SMALLEST * SCALE) & (boxes[:, 3] <= TALLEST * SCALE) & (boxes[:, 2] <= 2 * TALLEST * SCALE)
    tall[0] = False
    letters = tall[labels].astype(np.uint8)
    rows = cv2.morphologyEx(letters, cv2.MORPH_CLOSE, np.ones((1, int(8 * SCALE)), np.uint8))
    number, rowed, places, _ = cv2.connectedComponentsWithStats(rows, connectivity=8)
    held = np.zeros(number, np.int32)
    for at in np.flatnonzero(tall):
        x, y, width, height = (int(it) for it in boxes[at][:4])
        part = labels[y : y + height, x : x + width] == at
        held[int(rowed[y : y + height, x : x + width][part][0])] += 1
    return tuple(
        (x / SCALE, y / SCALE, (x + width) / SCALE, (y + height) / SCALE)
        for at, (x, y, width, height, _) in enumerate(places.tolist())
        if at and held[at] >= LETTERS and width > 1.5 * height
    )


def _blank(ink: Picture, box: Box) -> None:
    x0, top, x1, bottom = (max(0, int(side * SCALE)) for side in box)
    ink[top : bottom + 1, x0 : x1 + 1] = 0
