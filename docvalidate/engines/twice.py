"""A line is read twice from two pictures of it: a letter is sure if both readings have it and both are sure."""

import unicodedata
from difflib import SequenceMatcher

from .ocr import Spelt

DISPUTED = 0.2
"""The certainty of letters on which the two readings differ."""
TRIFLES = frozenset(".,:;·'`\"’‘“”、。，：；-–—_~^*")
"""Marks that change no value; how sure they are says nothing of the letters beside them."""


def certainties(first: Spelt, second: Spelt) -> tuple[float, ...]:
    """How sure each letter of the first reading is; spaces and trifling marks are as sure as can be."""
    ours, theirs = _letters(first), _letters(second)
    sure = [1.0] * len(first.text)
    pairs = SequenceMatcher(
        None, [letter for _, letter, _ in ours], [letter for _, letter, _ in theirs], autojunk=False
    )
    for what, start, end, begin, stop in pairs.get_opcodes():
        for place, (at, _, certainty) in enumerate(ours[start:end]):
            same = what == "equal"
            sure[at] = min(sure[at], certainty, theirs[begin + place][2] if same else DISPUTED)
        if what == "insert" and stop > begin and ours:
            # The second reading has a letter more: what stands beside the gap is in doubt.
            for at, _, _ in ours[max(0, start - 1) : start + 1]:
                sure[at] = min(sure[at], DISPUTED)
    return tuple(sure)


def _letters(spelt: Spelt) -> list[tuple[int, str, float]]:
    """The letters that count, each with its place in the text; specks make accents, so they are left off."""
    return [
        (at, unicodedata.normalize("NFD", letter)[0], certainty)
        for at, (letter, certainty) in enumerate(zip(spelt.text, spelt.certainties, strict=False))
        if not letter.isspace() and letter not in TRIFLES
    ]
