"""Text is set in columns as a terminal shows them: a Chinese character takes two, an accent that combines none."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_STOPS = "，。：；、！？）》】」』”’"
_STYLES = {"bold": "1", "dim": "2", "red": "1;31", "green": "1;32", "yellow": "1;33"}


def paint(text: str, style: str | None, color: bool) -> str:
    """The text in that style where colour is wanted.

    >>> paint("HELD", "red", False)
    'HELD'
    """
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if color and style is not None and text else text


def visible(text: str) -> str:
    r"""The text without anything that a terminal would obey or that turns its order round.

    A draft comes from outside the house, and a control character in it is evidence, so it is shown, not dropped.

    >>> visible("ACME\x1b[2J\u202eLTD")
    'ACME<1B>[2J<202E>LTD'
    """
    return "".join(
        f"<{ord(char):02X}>" if char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs"} else char
        for char in text.expandtabs(1)
    )


def columns(text: str) -> int:
    """How many columns the text takes.

    >>> columns("收货人 ok")
    9
    """
    return sum(map(_columns_of, text))


def pad(text: str, width: int) -> str:
    """The text with blanks up to that width."""
    return text + " " * (width - columns(text))


def spaced(text: str) -> str:
    """The text with a blank behind it where it does not end in a character as wide as one already.

    >>> spaced("Where:"), spaced("位置：")
    ('Where: ', '位置：')
    """
    return f"{text} " if text and _columns_of(text[-1]) == 1 else text


@dataclass(frozen=True, slots=True)
class Piece:
    """What a line may not be broken in: a word, or one Chinese character. `space` is whether a blank precedes it."""

    text: str
    space: bool = True
    style: str | None = None


def pieces(line: str) -> Iterator[Piece]:
    """The pieces of a line, in order. A Chinese stop stays with the character before it, as printers keep it.

    >>> [piece.text for piece in pieces("NO. 8 海曙区。")]
    ['NO.', '8', '海', '曙', '区。']
    """
    for word in line.split():
        parts: list[str] = []
        wide = True
        for char in word:
            was_wide, wide = wide, _columns_of(char) == 2
            if parts and (char in _STOPS or not (wide or was_wide)):
                parts[-1] += char
            else:
                parts.append(char)
        for number, part in enumerate(parts):
            yield Piece(part, space=number == 0)


def lines_of(run: Iterable[Piece], width: int, first: int | None = None) -> Iterator[list[Piece]]:
    """The pieces broken into lines of that width, the first of another; a piece longer than a line is cut."""
    line: list[Piece] = []
    taken, room = 0, width if first is None else first
    for whole in run:
        for piece in _cut(whole, min(width, room)):
            blank = 1 if piece.space and line else 0
            if line and taken + blank + columns(piece.text) > room:
                yield line
                line, taken, blank, room = [], 0, 0, width
            line.append(piece)
            taken += blank + columns(piece.text)
    if line:
        yield line


def set_line(line: list[Piece], color: bool = False) -> str:
    """One line as text."""
    text = ""
    for number, piece in enumerate(line):
        text += (" " if piece.space and number else "") + paint(piece.text, piece.style, color)
    return text


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The text as lines of that width, the first one opened by `first` and the others by `rest` (blanks).

    >>> wrap("ask the carrier to amend", 14, "- ")
    ['- ask the', '  carrier to', '  amend']
    """
    rest = " " * columns(first) if rest is None else rest
    run = [piece for line in visible(text).splitlines() for piece in pieces(line)]
    room = max(width - columns(rest), 8)
    broken = [set_line(line) for line in lines_of(run, room, max(width - columns(first), 8))] or [""]
    return [((first if number == 0 else rest) + line).rstrip() for number, line in enumerate(broken)]


def _cut(piece: Piece, width: int) -> Iterator[Piece]:
    if columns(piece.text) <= width:
        yield piece
        return
    part, space = "", piece.space
    for char in piece.text:
        if part and columns(part) + _columns_of(char) > width:
            yield Piece(part, space, piece.style)
            part, space = "", False
        part += char
    yield Piece(part, space, piece.style)


def _columns_of(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
