"""A picture on a page of text may say something: where it holds dark marks that no word explains, it has to be read."""

from collections.abc import Iterable, Iterator, Sequence

from .page import Box, Word
from .visible import Picture

DARK = 160
ACROSS, DOWN = 24.0, 12.0
"""Points of a piece of a picture: a word or two of a line."""
LEAST = 0.04
"""Share of a piece that letters darken at least."""
_LETTERS_HIGH, _LETTERS_WIDE = 4, 5
"""Pixels between which dark marks lie at least; a rule is thinner."""
_SIGNS = bytes(int(grey < DARK) for grey in range(256))


def dark_pieces(picture: Picture, insets: Iterable[Box], words: Sequence[Word]) -> tuple[Box, ...]:
    """The pieces of pictures on which something dark stands besides the page's own words, in points."""
    wide = [box for box in insets if box[2] - box[0] >= ACROSS and box[3] - box[1] >= DOWN / 2]
    if not wide:
        return ()
    signs = bytearray(picture.pixels.translate(_SIGNS))
    for word in words:
        x0, x1, top, bottom = picture.span((word.x0 - 1, word.top - 1, word.x1 + 1, word.bottom + 1))
        for row in range(top, bottom):
            signs[row * picture.stride + x0 : row * picture.stride + x1] = bytes(max(0, x1 - x0))
    blank = picture._replace(pixels=bytes(signs))
    return tuple(dict.fromkeys(piece for box in wide for piece in _pieces(box) if _holds_letters(blank, piece)))


def _pieces(box: Box) -> Iterator[Box]:
    # On one grid for the whole page, so that pictures over each other give the same pieces.
    for down in range(int(box[1] // DOWN), int(box[3] // DOWN) + 1):
        for across in range(int(box[0] // ACROSS), int(box[2] // ACROSS) + 1):
            piece = (
                max(box[0], across * ACROSS), max(box[1], down * DOWN),
                min(box[2], (across + 1) * ACROSS), min(box[3], (down + 1) * DOWN),
            )  # fmt: skip
            if piece[0] < piece[2] and piece[1] < piece[3]:
                yield piece


def _holds_letters(signs: Picture, piece: Box) -> bool:
    x0, x1, top, bottom = signs.span(piece)
    rows = [signs.pixels[row * signs.stride + x0 : row * signs.stride + x1] for row in range(top, bottom)]
    dark = sum(row.count(1) for row in rows)
    if dark < LEAST * (x1 - x0) * (bottom - top):
        return False
    across = sum(any(column) for column in zip(*rows, strict=True))
    return sum(1 in row for row in rows) >= _LETTERS_HIGH and across >= _LETTERS_WIDE
