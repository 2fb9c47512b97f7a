"""A case is all that the rules may look at: papers, chosen version, comparisons; it is made once, whole."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from docvalidate.errors import UnreadableDocument

from .document import TransportDocument
from .instruction import Confirmation, Instruction, Lane, Policy, Waiver
from .report import Check, Severity
from .urgency import Urgency
from .values import Source


@dataclass(frozen=True, slots=True)
class Choice:
    """Which version an order is held against on a day, and everything else that was on file that day.

    Nothing dated after `as_of` is in here: later versions, confirmations and waivers do not exist.
    """

    customer: str
    as_of: date
    policy: Policy
    order: str | None = None
    asked: str | None = None
    versions: tuple[Instruction, ...] = ()
    """Every version on file, the oldest first."""
    instruction: Instruction | None = None
    """The version the draft is held against: the one asked for, else `latest`, else the newest on file."""
    latest: Instruction | None = None
    """The latest confirmed version, if any is confirmed and in force."""
    confirmation: Confirmation | None = None
    """The customer's word on which `instruction` rests; null where there is none."""
    superseded: tuple[Instruction, ...] = ()
    """The versions that `instruction` replaces, directly or through others, the newest first."""
    newer: tuple[Instruction, ...] = ()
    """Versions after `instruction` in the chain that nobody confirmed for this order, the oldest first."""
    rivals: tuple[Instruction, ...] = ()
    """Versions confirmed and in force beside `instruction`, neither replacing the other."""
    waivers: tuple[Waiver, ...] = ()
    """The waivers of this order, from any version of the customer."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The draft held against one lane of one version, field by field."""

    instruction: Instruction
    lane: Lane | None
    checks: tuple[Check, ...]

    def check(self, name: str) -> Check | None:
        """The check of that field, if the lane speaks of it."""
        return next((check for check in self.checks if check.field == name), None)


@dataclass(frozen=True, slots=True)
class EarlierCheck:
    """The draft as it was checked before, with what was said of it: only that has anybody been asked to change."""

    document: TransportDocument
    checks: tuple[Check, ...]
    as_of: date


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules judge. `document` is null where the draft could not be read, and `unreadable` says why."""

    choice: Choice
    document: TransportDocument | None = None
    unreadable: UnreadableDocument | None = None
    supporting: tuple[TransportDocument, ...] = ()
    unread: tuple[UnreadableDocument, ...] = ()
    """The supporting papers that could not be read."""
    refused: tuple[TransportDocument, ...] = ()
    """The supporting papers of another shipment: nothing is taken from them."""
    lane: Lane | None = None
    checks: tuple[Check, ...] = ()
    past: tuple[Comparison, ...] = ()
    """The same draft against each superseded version, the newest first."""
    coming: tuple[Comparison, ...] = ()
    """The same draft against each newer version that is not confirmed, the oldest first."""
    earlier: EarlierCheck | None = None
    """The last check of an earlier draft, where there is one on record."""
    urgency: Urgency | None = None
    """How late it is, where anything tells."""

    def check(self, name: str) -> Check | None:
        """The check of that field, if there is one."""
        return next((check for check in self.checks if check.field == name), None)


@dataclass(frozen=True, slots=True)
class Kind:
    """A finding that a rule can make: its code, the name that programs rely on, and how wrong it is."""

    code: str
    name: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Observation:
    """What a rule saw; the shelf stamps code, severity and words on it.

    `severity` overrules that of the kind, where the contract lets a date or a policy decide.
    `details` complete the message; a value of several words is joined by "; " and translated word by word.
    """

    name: str
    field: str | None = None
    expected: str | None = None
    found: str | None = None
    version: str | None = None
    source: Source | None = None
    severity: Severity | None = None
    details: Mapping[str, str] = dataclasses.field(default_factory=dict)


Observations = Iterator[Observation]
