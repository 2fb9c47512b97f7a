"""A caption stands at a spot: in a column, with a value behind it or beside it, under headings that limit it."""

from collections.abc import Sequence
from dataclasses import dataclass

from .captions import Caption
from .contexts import heading_of
from .ledger import Ledger
from .line_kinds import is_label
from .lines import Column, TextLine
from .scopes import Scope


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a caption stands. `inline` is its value on the same line, `right` the lines to its right.

    `cut` is what the next page begins with, where the page ends with this column and the block may go on there.
    """

    caption: Caption
    column: Column
    at: int
    inline: str | None
    right: Sequence[TextLine]
    scope: Scope
    cut: Sequence[str] | None

    @property
    def line(self) -> TextLine:
        """The line of the caption."""
        return self.column.lines[self.at]


def lines_under(column: Column, at: int, ledger: Ledger, body: tuple[int, int]) -> list[TextLine]:
    """The paragraph under a heading."""
    under: list[TextLine] = []
    for number in range(at + 1, len(column.lines)):
        line = column.lines[number]
        if is_label(line.text) or line in ledger.consumed or (under and line.after_blank):
            break
        if heading_of(column, number, body) is not None and line.style != body:
            break
        under.append(line)
    return under
