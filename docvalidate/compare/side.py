"""One side of a comparison, as the licences see it: words in a row, and what a word may mean where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docvalidate.reference.street_words import Table
from docvalidate.text.tokens import Token

ABBREVIATION = "usual abbreviation"
LEGAL = "spelling of the legal form"
STATE = "state name"
SPACING = "spacing"
PUNCTUATION = "punctuation"
ACCENTS = "accents"
POSTAL = "postal code spacing"
ZIP4 = "ZIP and ZIP+4"
ZIP_KEY = "Z:"


@dataclass(frozen=True, slots=True)
class Reading:
    """`length` words mean `key`; `reason` is the usage that lets them be written so."""

    length: int
    key: str
    sure: bool
    reason: str


@dataclass(frozen=True, eq=False, slots=True)
class Side:
    """The words of one side, where its name ends, and the countries that either side names."""

    words: tuple[Token, ...]
    name_end: int
    countries: frozenset[str]
    known: dict[int, tuple[Reading, ...]] = field(default_factory=dict, repr=False)
    """Readings already made, by the word they begin with."""

    def ends_chunk(self, index: int) -> bool:
        """Nothing follows, or a comma or a line break comes first."""
        return index >= len(self.words) or self.words[index].chunk

    def is_number(self, index: int) -> bool:
        """A word with a figure stands there."""
        return 0 <= index < len(self.words) and self.words[index].is_number

    def is_id(self, index: int) -> bool:
        """What may number a suite or a block: figures, or a letter or two."""
        return 0 <= index < len(self.words) and (self.words[index].is_number or len(self.words[index].key) == 1)


def spelled_at(side: Side, start: int, table: Table) -> Iterator[tuple[tuple[str, ...], str]]:
    """The entries of a table whose words stand here, with the word that each stands for."""
    for names, key in table.get(side.words[start].key, ()):
        if all(n == w.key for n, w in zip(names, side.words[start : start + len(names)], strict=False)) and start + len(
            names
        ) <= len(side.words):
            yield names, key
