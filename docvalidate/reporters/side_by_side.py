"""Instruction and draft stand side by side, the words that differ marked.

On a terminal the mark is a colour; without colour it is >>the words<<, which survives being copied into a letter.
"""

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import count, zip_longest
from typing import Literal

from docvalidate.model import Check

from .typesetting import Piece, columns, lines_of, pad, pieces, set_line, visible

_GAP = " | "
_MOST_PAIRS = 250_000
"""Pairs of words that are compared to mark a difference; of longer texts, which no party has, all is marked."""
Block = list[list[Piece]]
Mark = Literal["words", "all", "nothing"]
"""What is marked: the words that differ, all that was found (a port is not half right), or nothing."""


def side_by_side(expected: str, found: str, *, width: int, color: bool, mark: Mark = "words") -> Iterator[str]:
    """The two texts in two columns. A line break that moved is no difference, and neither is a change of case.

    >>> for line in side_by_side("ACME LLC\\n100 LIGHT STREET", "ACME LLC\\n1000 LIGHT STREET", width=51, color=False):
    ...     print(line)
    ACME LLC                 | ACME LLC
    >>100<< LIGHT STREET     | >>1000<< LIGHT STREET
    """
    left, right = blocks(expected, found, mark)
    if not color:
        left, right = _bracketed(left), _bracketed(right)
    column = (width - columns(_GAP)) // 2
    nothing: list[Piece] = []
    for one, other in zip_longest(_set(left, column), _set(right, column), fillvalue=nothing):
        blank = " " * (column - columns(set_line(one)))
        yield (set_line(one, color) + blank + _GAP + set_line(other, color)).rstrip()


def mark_for(check: Check) -> Mark:
    """What is to be marked in a field: parties are compared word by word, a port is this one or another."""
    if check.status == "match" or check.expected is None or check.found is None:
        return "nothing"
    if check.field in {"consignee", "notify_party"}:
        return "words"
    return "all" if check.status == "mismatch" else "nothing"


def titles(expected: str, found: str, width: int) -> str:
    """The line above the two columns."""
    column = (width - columns(_GAP)) // 2
    return pad(expected, column) + _GAP + found


def blocks(expected: str, found: str, mark: Mark = "words") -> tuple[Block, Block]:
    """The two texts as lines of pieces; a piece that the other side does not have in its place is styled."""
    left, right = _block(expected), _block(found)
    if mark == "nothing":
        return left, right
    if mark == "all":
        return left, [[replace(piece, style="red") for piece in line] for line in right]
    ours = [piece.text.casefold() for line in left for piece in line]
    theirs = [piece.text.casefold() for line in right for piece in line]
    gone, new = _differing(ours, theirs)
    return _styled(left, gone, "green"), _styled(right, new, "red")


def _differing(ours: list[str], theirs: list[str]) -> tuple[set[int], set[int]]:
    if len(ours) * len(theirs) > _MOST_PAIRS:
        return set(range(len(ours))), set(range(len(theirs)))
    gone: set[int] = set()
    new: set[int] = set()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            gone.update(range(i1, i2))
            new.update(range(j1, j2))
    return gone, new


def _styled(block: Block, differing: set[int], style: str) -> Block:
    number = count()
    return [[replace(piece, style=style) if next(number) in differing else piece for piece in line] for line in block]


def _bracketed(block: Block) -> Block:
    return [[_bracket(line, number) for number in range(len(line))] for line in block]


def _bracket(line: list[Piece], number: int) -> Piece:
    piece = line[number]
    if piece.style is None:
        return piece
    opens = number == 0 or line[number - 1].style is None
    closes = number + 1 == len(line) or line[number + 1].style is None
    return replace(piece, text=(">>" if opens else "") + piece.text + ("<<" if closes else ""))


def _block(text: str) -> Block:
    return [list(pieces(line)) for line in visible(text).splitlines()]


def _set(block: Block, width: int) -> Iterator[list[Piece]]:
    for line in block:
        yield from list(lines_of(line, width)) or [[]]
