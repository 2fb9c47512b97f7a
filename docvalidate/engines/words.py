"""Characters become words by the gaps between them; a character set at an angle belongs to a watermark or a stamp."""

from collections import Counter
from typing import NamedTuple

from .page import Word
from .turned import Upright

BREAKS = frozenset(" \t\r\n\u00a0\u2000\u2002\u2003\u2009\u3000\ufffe\u200b\x00\x02")
WORD_GAP = 0.22
"""Share of the line's height from which a gap parts two words, where no space was typed."""


class Glyph(NamedTuple):
    """One character, its place in points, its turn in quarter circles (null at an angle) and what hides it."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    font: int
    turn: int | None
    hidden: str | None = None
    order: int = 0


def reading_turn(glyphs: list[Glyph]) -> int:
    """The turn of most characters: 0 upright, 1 to 3 quarter circles clockwise."""
    turns = Counter(glyph.turn for glyph in glyphs if glyph.turn is not None and glyph.text != " ")
    return turns.most_common(1)[0][0] if turns else 0


def turned_upright(glyphs: list[Glyph], upright: Upright) -> list[Glyph]:
    """The characters as they stand once the page is turned so that most of them are upright."""
    if upright.turn == 0:
        return glyphs
    return [
        glyph
        if glyph.x1 == glyph.x0
        else Glyph(
            glyph.text,
            *upright.box((glyph.x0, glyph.top, glyph.x1, glyph.bottom)),
            glyph.font,
            None if glyph.turn is None else (glyph.turn - upright.turn) % 4,
            glyph.hidden,
            glyph.order,
        )
        for glyph in glyphs
    ]


def split_words(glyphs: list[Glyph]) -> list[tuple[Word, list[Glyph]]]:
    """Group upright characters, given in reading order with the blanks between them, into words.

    Two characters belong to two words where a blank or a gap stands between them, or another line begins. Kerning may
    pull a full stop over the blank before it ("AV ."): what nobody sees parts nothing. The letters of a ligature share
    one box.
    """
    words: list[tuple[Word, list[Glyph]]] = []
    pending: list[Glyph] = []
    blank: Glyph | None = None
    left = right = base = tall = 0.0
    for glyph in glyphs:
        text, x0, top, x1, bottom, _, _, hidden, _ = glyph
        if text in BREAKS:
            blank = glyph
            continue
        height = bottom - top
        if pending:
            # Written out: this loop runs for every letter, and a call of max() or abs() costs as much as the rest.
            line = tall if tall > height else height
            line = line if line > 1.0 else 1.0
            if not -0.4 * line <= base - bottom <= 0.4 * line or x0 < left - 0.3 * line or pending[-1].hidden != hidden:
                apart = True
            elif blank is None:
                apart = x0 - right > WORD_GAP * line
            elif blank.x1 > blank.x0:
                apart = x0 > (blank.x0 + blank.x1) / 2
            else:
                apart = x0 - right > 0.02 * line
            if apart:
                _close(pending, words)
                pending = []
        pending.append(glyph)
        left, right, base, tall, blank = x0, x1, bottom, height, None
    _close(pending, words)
    return words


def _close(pending: list[Glyph], words: list[tuple[Word, list[Glyph]]]) -> None:
    if not pending:
        return
    texts, lefts, tops, rights, bottoms, fonts, *_ = zip(*pending, strict=True)
    top, bottom = min(tops), max(bottoms)
    size = bottom - top
    if size > bottoms[0] - tops[0]:
        size = max([low - high for low, high in zip(bottoms, tops, strict=True)])
    word = Word(
        round(min(lefts), 2), round(top, 2), round(max(rights), 2), round(bottom, 2), "".join(texts), round(size, 2),
        fonts[0],
    )  # fmt: skip
    words.append((word, pending))
