"""Where two texts differ, the very characters are marked; a word that differs in one of them is pointed at as a whole.

A line break that moved and a change of case are no difference, as in every other report.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from ..side_by_side import Mark
from ..typesetting import pieces, visible

SAME, NEAR, DIFFERENT = 0, 1, 2
"""A character that agrees; one that agrees in a word that does not; one that differs."""
_MOST_PAIRS = 250_000
"""Pairs of words that are compared; of longer texts, which no party has, all is marked."""
_LONGEST_WORD = 200
_ALIKE = 0.6
"""From here on two words are the same one with another letter in it, and below they are two words."""
_SPLIT = 0.75
"""The same for words that are split otherwise on either side."""


@dataclass(slots=True)
class _Word:
    text: str
    line: int
    space: bool
    levels: list[int]


Line = tuple[tuple[str, int], ...]
"""Runs of characters with how they are marked."""


def marked(expected: str, found: str, mark: Mark) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of either text with what differs.

    >>> marked("100 LIGHT STREET", "1000 Light Street", "words")[1]
    ((('100', 1), ('0', 2), (' Light Street', 0)),)
    """
    ours, theirs = list(_words(expected)), list(_words(found))
    if mark == "all":
        _mark(theirs, DIFFERENT)
    elif mark == "words":
        _compare(ours, theirs)
    return tuple(_lines(ours)), tuple(_lines(theirs))


def _words(text: str) -> Iterator[_Word]:
    for number, line in enumerate(visible(text).splitlines()):
        for piece in pieces(line):
            yield _Word(piece.text, number, piece.space, [SAME] * len(piece.text))


def _compare(ours: list[_Word], theirs: list[_Word]) -> None:
    if len(ours) * len(theirs) > _MOST_PAIRS:
        _mark(ours, DIFFERENT)
        _mark(theirs, DIFFERENT)
        return
    here, there = ([word.text.casefold() for word in words] for words in (ours, theirs))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if tag != "equal":
            _compare_runs(ours[i1:i2], theirs[j1:j2])


def _compare_runs(ours: list[_Word], theirs: list[_Word]) -> None:
    if len(ours) == len(theirs):
        for one, other in zip(ours, theirs, strict=True):
            _compare_letters([one], [other], _ALIKE)
    else:
        _compare_letters(ours, theirs, _SPLIT)


def _compare_letters(ours: list[_Word], theirs: list[_Word], alike: float) -> None:
    here, there = ["".join(word.text for word in words).lower() for words in (ours, theirs)]
    _mark(ours, DIFFERENT)
    _mark(theirs, DIFFERENT)
    whole = [sum(len(word.text) for word in words) for words in (ours, theirs)]
    if not here or not there or [len(here), len(there)] != whole or max(whole) > _LONGEST_WORD:
        return
    letters = SequenceMatcher(None, here, there, autojunk=False)
    if here == there or letters.ratio() < alike:
        return
    for one, other, size in letters.get_matching_blocks():
        _near(ours, one, size)
        _near(theirs, other, size)


def _near(words: Sequence[_Word], start: int, size: int) -> None:
    at = 0
    for word in words:
        for number in range(len(word.text)):
            if start <= at < start + size:
                word.levels[number] = NEAR
            at += 1


def _mark(words: Sequence[_Word], level: int) -> None:
    for word in words:
        word.levels[:] = [level] * len(word.text)


def _lines(words: Sequence[_Word]) -> Iterator[Line]:
    """A blank between two words that are marked is marked with them."""
    for _, line in groupby(words, key=lambda word: word.line):
        letters: list[tuple[str, int]] = []
        for word in line:
            if word.space and letters:
                letters.append((" ", min(letters[-1][1], word.levels[0])))
            letters += zip(word.text, word.levels, strict=True)
        yield tuple(
            ("".join(letter for letter, _ in run), level) for level, run in groupby(letters, key=lambda it: it[1])
        )
