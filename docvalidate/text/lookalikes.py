"""Characters that a reader of pictures takes for one another: texts that differ in these alone may be one text."""

import unicodedata
from functools import lru_cache

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("0QD@©", "O"),
        **dict.fromkeys("1L|!/\\[]", "I"),
        **dict.fromkeys("5$", "S"),
        **dict.fromkeys("8&", "B"),
        **dict.fromkeys("2", "Z"),
        **dict.fromkeys("6C", "G"),
        **dict.fromkeys("V", "U"),
    }
)
_PAIRS = (("GI", "O"), ("II", "U"), ("RN", "M"), ("NI", "M"), ("UU", "W"))
"""Two letters that run together into one, as cl does into d; in the shapes of `_ALIKE`."""


MOST = 3
"""Letters by which two spellings of one word may differ in length at most."""


@lru_cache(maxsize=4096)
def one_shape(text: str) -> str:
    """The text with one character for all that look alike; accents, marks and spaces, which get lost easily, are gone.

    >>> one_shape("24O1 BR0ENlNG") == one_shape("2401BROENING")
    True
    >>> one_shape("SUITE 210") == one_shape("SUITE 120")
    False
    >>> one_shape("HARBORLINE") == one_shape("HARBORUNE")
    True
    """
    plain = unicodedata.normalize("NFKD", text.upper()).upper()
    kept = "".join(letter for letter in plain if letter.isalnum() or letter in "@©|!/\\[]$&")
    shape = kept.translate(_ALIKE)
    for pair, single in _PAIRS:
        shape = shape.replace(pair, single)
    return shape


@lru_cache(maxsize=65536)
def misread_by(one: str, other: str) -> int | None:
    """How many letters of a word were misread, lost or added, if it may be the other at all: two in a word of six.

    Short words must be alike in shape.

    >>> misread_by("notitly", "notify"), misread_by("defivery", "delivery"), misread_by("port", "part")
    (2, 1, None)
    """
    if one == other:
        return 0
    if abs(len(one) - len(other)) > MOST:
        return None
    steps = _steps(one, other)
    if one_shape(one) == one_shape(other):
        return min(steps, 1)
    least = min(len(one), len(other))
    return steps if steps <= least // 5 + (least >= 6) else None


def _steps(one: str, other: str) -> int:
    """How many letters must be changed, left out or put in (Levenshtein)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        before, row[0] = row[0], at
        for place, theirs in enumerate(other, start=1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (letter != theirs))
    return row[-1]
