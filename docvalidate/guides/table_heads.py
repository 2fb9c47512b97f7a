"""A table is one of routings or parties where the heads of its columns say so."""

import re

from docvalidate.model.guide import PortField

from .captions import caption_of
from .column_heads import Column, column_of
from .lines import Grid
from .ports import place

_HISTORY = re.compile(r"\b(?:rev(?:ision)?|version|ver|issue)\b|版本|修订", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:description|changes?|reason|summary|section|amendment|author|approved|details|comments?)\b|内容|说明|变更|修改",
    re.IGNORECASE,
)
_SHIP_TO = re.compile(r"(?:ship|deliver(?:y)?)[ -]to|delivery address", re.IGNORECASE)
KEYS: frozenset[Column] = frozenset({"destination", "origin", "loading", "discharge", "delivery"})
PARTIES: frozenset[Column] = frozenset({"consignee", "notify", "notify2"})
PORTS: dict[Column, PortField] = {
    "transshipment": "transshipment", "loading": "loading", "discharge": "discharge", "delivery": "delivery",
}  # fmt: skip


class Heads:
    """The columns of a table by their heads."""

    def __init__(
        self, row: int, columns: tuple[Column | None, ...], texts: tuple[str, ...], lefts: tuple[float, ...]
    ) -> None:
        self.row, self.columns, self.texts, self.lefts = row, columns, texts, lefts

    def at(self, column: Column) -> list[int]:
        """Where the columns of that kind are."""
        return [place for place, it in enumerate(self.columns) if it == column]

    @property
    def unknown(self) -> list[str]:
        """Heads that nobody knows."""
        return [text for column, text in zip(self.columns, self.texts, strict=True) if column is None and text]


def heads_of(grid: Grid) -> Heads | None:
    """The row of heads, one of the first four; null where the table is none of routings or parties."""
    for number, row in enumerate(grid.rows[:4]):
        texts = tuple(cell.said if cell is not None else "" for cell in row)
        columns = tuple(column_of(text) if text else None for text in texts)
        known = [it for it in columns if it is not None]
        useful = [it for it in known if it in KEYS or it in PARTIES or it == "transshipment"]
        named = [text for text in texts if text]
        if len(known) >= 2 and useful and len(set(texts)) > 1 and len(known) >= len(named) / 2:
            return Heads(number, columns, texts, grid.lefts)
    return None


def is_history(grid: Grid) -> bool:
    """The table lists what changed from version to version."""
    for row in grid.rows[:2]:
        texts = [cell.said for cell in row if cell is not None]
        if any(_HISTORY.search(text) and len(text) < 30 for text in texts) and any(
            _CHANGE.search(text) and len(text) < 40 for text in texts
        ):
            return True
    return False


def has_party_columns_only(grid: Grid, heads: Heads) -> bool:
    """The table sets parties beside each other, and has no key."""
    for at, (text, column) in enumerate(zip(heads.texts, heads.columns, strict=True)):
        if column in PARTIES or not text:
            continue
        first = next((cell.said for row in grid.rows[heads.row + 1 :] if (cell := row[at]) is not None), "")
        # Under "Ship to" stands the key of a row, or one more address.
        other = caption_of(text)
        if not (_SHIP_TO.fullmatch(text) or (other is not None and other.other)) or place(first) is not None:
            return False
    return True
