"""What the page is made of: each thing as a person reads it, in every language, with what it lights."""

from dataclasses import dataclass

from docvalidate.model import Check, Finding

from .marks import Line
from .said import Said


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: what it is about, and what is to be said of it."""

    label: Said
    value: Said | str


@dataclass(frozen=True, slots=True)
class ShownUrgency:
    """How late it is: in a word, until when, and the sentences that say more."""

    kind: str
    label: Said
    stage: Said
    deadline: Said
    more: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding with its place on the page."""

    key: str
    finding: Finding
    severity: Said
    field: Said | None
    message: Said
    boxes: tuple[str, ...]
    target: str | None
    place: Said | None


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done, for which fields, and what the stage of the shipment means for it."""

    advice: Said
    fields: Said
    stage: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """A field, instruction and draft side by side."""

    key: str
    check: Check
    name: Said
    status: Said
    icon: str
    expected: tuple[Line, ...]
    found: tuple[Line, ...]
    differences: tuple[Said, ...]
    boxes: tuple[str, ...]
    place: Said | None
    basis: Said | None
    waiver: Said | None
    cutting: str | None


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a paper as printed, with its place; where there is no page to look at, it is what lights."""

    key: str
    title: Said
    text: Said | str
    place: Said | None


@dataclass(frozen=True, slots=True)
class Values:
    """Everything that was read of one paper."""

    paper: str
    pictured: bool
    rows: tuple[Value, ...]
