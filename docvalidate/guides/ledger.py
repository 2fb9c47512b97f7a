"""Every line of a guide is accounted for: it became a value, it is a running head, or it stays as text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from docvalidate.model.guide import GuideLane, Mark, PortField, Ruled, Said

from .captions import Caption
from .lines import Cell, TextLine
from .scopes import Scope

NOTHING = "nothing stands under it"
REFERENCE = "it names another place in the guide"
PARTY_NAMES = {"consignee": "consignee", "notify": "notify party"}
PORT_NAMES = {"transshipment": "transshipment port", "loading": "port of loading", "discharge": "port of discharge",
              "delivery": "place of delivery"}  # fmt: skip


@dataclass(eq=False)
class PartyFound:
    """A party that a heading announces; `fault` says why its lines are not certainly that."""

    caption: Caption
    lines: list[TextLine]
    head: list[TextLine]
    said: Said | None
    scope: Scope
    fault: str | None = None
    same: bool = False


@dataclass(eq=False)
class RuleFound:
    """A port rule that a label, a heading or a sentence gives; `sentence` where it is part of a paragraph."""

    field: PortField
    ruled: Ruled
    lines: list[TextLine]
    scope: Scope
    sentence: str | None = None


@dataclass(eq=False)
class RowFound:
    """A row of a routing table, with the cells that became values and those that stay text, by the heads above them."""

    lane: GuideLane
    cells: list[tuple[str, Cell, str | None]]
    """Head, cell, and null where it became a value, else why it stays text ("" where nothing is missing)."""
    key: str
    parties: tuple[str, ...] = ()
    """The roles for which the table has a column."""
    fields: tuple[str, ...] = ()


@dataclass(eq=False)
class Ledger:
    """What became of the lines."""

    consumed: set[TextLine] = field(default_factory=set)
    running: set[TextLine] = field(default_factory=set)
    why: dict[TextLine, str] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    parties: list[PartyFound] = field(default_factory=list)
    rules: list[RuleFound] = field(default_factory=list)
    rows: list[RowFound] = field(default_factory=list)
    refused_columns: set[str] = field(default_factory=set)
    """The roles of columns in tables that were not understood."""
    withheld: set[str] = field(default_factory=set)
    """The ports of which something is said that was not understood."""

    def consume(self, lines: Iterable[TextLine]) -> None:
        """The lines became a value."""
        self.consumed.update(lines)

    def leave(self, lines: Sequence[TextLine], why: str) -> None:
        """The lines stay text, and why."""
        for line in lines:
            self.consumed.discard(line)
            self.why.setdefault(line, why)
