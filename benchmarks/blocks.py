"""A base block knows its own parts, because its author marked them: no edit has to guess where a part begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

CONTACTS = ("tel", "fax", "mail")
PART_NAMES = {
    "name": "name", "form": "legal form", "co": "care of", "num": "street number", "street": "street",
    "type": "street type", "dir": "direction", "unit": "suite or unit", "floor": "floor", "bldg": "building",
    "pobox": "PO box", "dist": "district", "city": "city", "state": "state", "zip": "postal code",
    "country": "country", "tel": "phone", "fax": "fax", "mail": "e-mail", "tax": "tax id",
}  # fmt: skip

Edits = Iterator[tuple[str, str]]
"""The name of the rule and the edited block."""

_PIECE = re.compile(r"\{(\w+):([^}]*)\}|([^{]+)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and the part of a party that it is; the text between parts has no tag."""

    tag: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A party block as its author marked it."""

    country: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The block as printed."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def upper(self) -> bool:
        """The block is written in capitals."""
        return not any(letter.islower() for piece in self.tagged("name") for letter in piece.text)

    def tagged(self, *tags: str) -> tuple[Piece, ...]:
        """The pieces with one of these tags, in the order of the text."""
        return tuple(piece for piece in self.pieces if piece.tag in tags)

    def put(self, piece: Piece, text: str) -> str:
        """The whole block, as printed, with another text for that piece."""
        return "".join(text if one is piece else one.text for one in self.pieces)

    def without(self, piece: Piece) -> str:
        """The whole block without that piece and without the punctuation that it leaves behind."""
        return tidy(self.put(piece, ""))

    def styled(self, text: str) -> str:
        """A new word in the case of the block."""
        return text.upper() if self.upper else text

    def lines(self) -> Iterator[tuple[Piece, ...]]:
        """The pieces, line by line."""
        line: list[Piece] = []
        for piece in self.pieces:
            if piece.tag is None and "\n" in piece.text:
                head, *rest = piece.text.split("\n")
                yield (*line, replace(piece, text=head))
                line = [replace(piece, text=rest[-1])]
            else:
                line.append(piece)
        yield tuple(line)


def tidy(text: str) -> str:
    r"""The text without doubled or stranded separators and without empty lines.

    >>> tidy("2401 KEMPER STREET,\n, BALTIMORE")
    '2401 KEMPER STREET\nBALTIMORE'
    """
    lines = (re.sub(r"(\s*,)+", ",", re.sub(r" +", " ", line)).strip(" ,-") for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def load(file: Path) -> tuple[Block, ...]:
    """Every block of a file of marked parties."""
    entries = re.findall(r"^# ([A-Z]{2})\n((?:[^#\n][^\n]*\n?)+)", file.read_text("utf-8"), re.MULTILINE)
    return tuple(Block(country, tuple(_pieces(body.strip("\n")))) for country, body in entries)


def _pieces(body: str) -> Iterator[Piece]:
    for tag, text, between in _PIECE.findall(body):
        if tag and tag not in PART_NAMES:
            raise ValueError(f"{tag} is no part of a party: {body}")
        yield Piece(tag or None, text if tag else between)
