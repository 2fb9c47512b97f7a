"""A letter that OCR may have taken for another is held against the other letters of the same page.

OCR reads with an eye to what is usual: in 1O0 LIGHT STREET it sees a hundred, and is sure of it. The page itself knows
better, for its zeros look like its zeros and not like the O of its words.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from .ocr import Picture, Spelt

RIVALS = {"0": "OQ", "O": "0", "Q": "0", "1": "Il", "I": "1", "l": "1", "5": "S", "S": "5", "o": "0", "s": "5"}
"""What each letter may be in truth. Other look-alikes, 8 and B or 6 and G, OCR told apart in every trial."""
STANDS_IN = {"O": "o", "S": "s"}
"""Where a page has no such capital, the small letter has its form."""
SLENDER = frozenset("1Il")
ROWS, COLUMNS = 16, 24
NEAREST = 3
CLOSER = 0.6
"""Share of the distance to its own kind within which another kind has to lie. Letters that OCR took for another came
out at 0.05 to 0.4 in trials, the others at 1 or more where the print was clear."""
TYPICAL = 1.5
"""Times the usual distance within a kind up to which a letter is one of it."""
Form = npt.NDArray[np.float32]


class Glyph(NamedTuple):
    """One letter: in which line, where in its text, what it was read as, the size of its print, and its form."""

    line: int
    at: int
    letter: str
    size: float
    form: Form


class Kind(NamedTuple):
    """The letters of a page that were read as one letter, in words that leave no other."""

    forms: Form
    words: npt.NDArray[np.int64]
    sizes: npt.NDArray[np.float64]

    def distance(self, glyph: Glyph, word: int) -> float | None:
        """How unlike a letter is to those of the kind that are nearest, in print of about its size, in other words."""
        if not len(self.sizes):
            return None
        fit = (self.words != word) & (np.abs(self.sizes / glyph.size - 1) < 0.25)
        if int(fit.sum()) < NEAREST:
            return None
        apart = np.abs(self.forms[fit] - glyph.form).mean(axis=(1, 2))
        return float(np.sort(apart)[:NEAREST].mean())


def belied(lines: Sequence[tuple[Picture, Spelt, float]]) -> set[tuple[int, int]]:
    """The letters (line, place in its text) that look more like another letter of the page than like their own.

    `lines` are pictures of lines, what they say, and the size of their print on the page.
    """
    glyphs = [glyph for number, line in enumerate(lines) for glyph in _glyphs(number, *line)]
    kinds = {letter: _kind(glyphs, lines, letter) for letter in RIVALS}
    found: set[tuple[int, int]] = set()
    for glyph in glyphs:
        word = _word(lines[glyph.line][1].text, glyph)
        own = kinds[glyph.letter].distance(glyph, word)
        for rival in RIVALS[glyph.letter]:
            other = kinds[rival].distance(glyph, word)
            if other is None and rival in STANDS_IN:
                rival = STANDS_IN[rival]
                other = kinds[rival].distance(glyph, word)
            if other is not None and other < (CLOSER * own if own is not None else TYPICAL * _spread(kinds[rival])):
                found.add((glyph.line, glyph.at))
    return found


def _kind(glyphs: Sequence[Glyph], lines: Sequence[tuple[Picture, Spelt, float]], letter: str) -> Kind:
    home = [it for it in glyphs if it.letter == letter and _is_at_home(lines[it.line][1].text, it.at)]
    return Kind(
        np.array([it.form for it in home], np.float32).reshape(-1, ROWS, COLUMNS),
        np.array([_word(lines[it.line][1].text, it) for it in home], np.int64),
        np.array([it.size for it in home], np.float64),
    )


def _spread(kind: Kind) -> float:
    """How far apart letters of one kind lie: the median distance to the middle one."""
    middle = np.median(kind.forms, axis=0)
    return float(np.median(np.abs(kind.forms - middle).mean(axis=(1, 2))))


def _is_at_home(text: str, at: int) -> bool:
    """The letter stands among letters, or the figure among figures, so that it was hardly taken for another."""
    start, end = _span(text, at)
    word = text[start:end]
    return len(word) > 2 and (word.isdigit() if text[at].isdigit() else word.isalpha())


def _word(text: str, glyph: Glyph) -> int:
    """One number for all the letters of a word."""
    return glyph.line * 1000 + _span(text, glyph.at)[0]


def _span(text: str, at: int) -> tuple[int, int]:
    start, end = at, at + 1
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _glyphs(number: int, line: Picture, spelt: Spelt, size: float) -> Iterator[Glyph]:
    """The letters of a line that have rivals, cut out where they stand apart, else at the palest places beside them."""
    if not any(letter in RIVALS for letter in spelt.text):
        return
    places = [place * line.shape[1] for place in spelt.places]
    printed = [at for at, letter in enumerate(spelt.text) if not letter.isspace()]
    columns = (255 - line.astype(np.int32)).sum(axis=0)
    spans = _stretches(line)
    for start, end in _words(spelt.text):
        left, right = (places[start - 1] if start else 0.0), (places[end] if end < len(places) else line.shape[1])
        own = [(x0, x1) for x0, x1 in spans if left <= (x0 + x1) / 2 < right]
        for at in (at for at in range(start, end) if spelt.text[at] in RIVALS):
            if len(own) == end - start:
                x0, x1 = own[at - start]
            elif spelt.text[at] in SLENDER:
                # Where letters run together, OCR's word for the place of a slender one is not exact enough.
                continue
            else:
                here = printed.index(at)
                x0 = _palest(columns, places[printed[here - 1]], places[at]) if here else 0
                last = here + 1 == len(printed)
                x1 = line.shape[1] if last else _palest(columns, places[at], places[printed[here + 1]])
            form = _form(line[:, x0:x1])
            if form is not None:
                yield Glyph(number, at, spelt.text[at], size, form)


def _words(text: str) -> list[tuple[int, int]]:
    """The beginning and the end of each word."""
    edges = [
        at
        for at in range(len(text) + 1)
        if (at == 0 or text[at - 1].isspace()) != (at == len(text) or text[at].isspace())
    ]
    return list(zip(edges[::2], edges[1::2], strict=False))


def _stretches(line: Picture) -> list[tuple[int, int]]:
    """Where on a line letters stand, white on both sides; a mark above a letter is part of it."""
    inked = np.concatenate(([0], (line < 160).any(axis=0).astype(np.int8), [0]))
    edges = np.flatnonzero(np.diff(inked))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 1]


def _palest(columns: npt.NDArray[np.int64], start: float, end: float) -> int:
    """Between two letters, where there is least ink."""
    first, last = int(start + 0.2 * (end - start)), int(end - 0.2 * (end - start)) + 1
    part = columns[first:last]
    return first + int(np.argmin(part)) if len(part) else int(start)


def _form(letter: Picture) -> Form | None:
    """The letter on a small grid, as high as it and set in its middle: a narrow one stays narrow. 1 is black."""
    ink = (letter < 160).astype(np.uint8)
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    if count < 2:
        return None
    largest = 1 + int(np.argmax(boxes[1:, 4]))
    x, y, width, height = (int(it) for it in boxes[largest][:4])
    if height < 8 or width > 1.4 * height:
        return None
    alone = np.where((labels == largest) | (labels == 0), letter, 255)[y : y + height, x : x + width].astype(np.uint8)
    across = max(1, min(COLUMNS, round(width * ROWS / height)))
    small = cv2.resize(alone, (across, ROWS), interpolation=cv2.INTER_AREA)
    grid = np.zeros((ROWS, COLUMNS), np.float32)
    start = (COLUMNS - across) // 2
    grid[:, start : start + across] = 1.0 - small.astype(np.float32) / 255
    return grid
