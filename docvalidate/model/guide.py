"""A guide is the customer's own document as it was understood; what was not understood stays as text, word for word."""

from datetime import date
from typing import Literal

from .instruction import PortRule, When
from .values import Frozen, Source

MarkKind = Literal[
    "issued", "revised", "effective", "until", "date", "history", "version", "revision", "number", "supersedes", "draft"
]
"""What a mark says of the guide. `history` are the entries of its list of revisions; `date` has no word beside it."""
PortField = Literal["transshipment", "loading", "discharge", "delivery"]


LIMITS = "says for which shipments the guide holds, or what goes before it"
"""The `why` of passages that may limit every lane."""


class Said(Frozen):
    """A text of the guide, and where it stands."""

    text: str
    source: Source


class Mark(Frozen):
    """A version mark or a date as printed; `day` only where the print leaves one reading."""

    kind: MarkKind
    text: str
    source: Source
    day: date | None = None


class Ruled(Frozen):
    """A rule for one port, the words that give it, and the names that are kept as printed because they may mean more.

    `rule` is null where the words leave the choice.
    """

    rule: PortRule | None
    said: tuple[Said, ...]
    as_printed: tuple[str, ...] = ()


class GuideLane(Frozen):
    """What the guide asks for some shipments: a row of its table, or, without `when`, all of them."""

    name: str | None = None
    when: When | None = None
    when_source: Source | None = None
    as_printed: tuple[str, ...] = ()
    """Places of `when` that no list of ports knows, or that may mean several."""
    consignee: Said | None = None
    notify_parties: tuple[Said, ...] | None = None
    ports: tuple[tuple[PortField, Ruled], ...] = ()
    open: tuple[str, ...] = ()
    """The fields of which the guide says something for this lane that was not understood."""


class Passage(Frozen):
    """Words that became no value. `why` says what they seem to be about, where they are of a kind that is checked."""

    text: str
    source: Source
    ref: str | None = None
    why: str | None = None


class Guide(Frozen):
    """What was read of one document, each value with its source; nobody confirmed any of it."""

    file: str
    sha256: str
    title: Said | None = None
    marks: tuple[Mark, ...] = ()
    versions: tuple[str, ...] = ()
    """The labels that may be this version's, each once."""
    supersedes: Said | None = None
    effective_from: date | None = None
    lanes: tuple[GuideLane, ...] = ()
    passages: tuple[Passage, ...] = ()
    sent: date | None = None
    """The day on which the e-mail that brought it was sent."""

    @property
    def values(self) -> int:
        """How many values were read: marks, parties and port rules."""
        parties = sum((lane.consignee is not None) + len(lane.notify_parties or ()) for lane in self.lanes)
        title = (self.title is not None) + (self.supersedes is not None)
        return len(self.marks) + parties + sum(len(lane.ports) for lane in self.lanes) + title

    @property
    def disagreeing(self) -> tuple[Mark, ...]:
        """The marks of the day it takes effect, where they do not all name one day."""
        named = [mark for mark in self.marks if mark.kind == "effective"]
        return tuple(named) if len({mark.day or mark.text for mark in named}) > 1 else ()

    @property
    def limits(self) -> tuple[Passage, ...]:
        """The passages that say for which shipments the guide holds, or what goes before it."""
        return tuple(passage for passage in self.passages if passage.why == LIMITS)

    @property
    def drafts(self) -> tuple[Mark, ...]:
        """The marks that call it a draft."""
        return tuple(mark for mark in self.marks if mark.kind == "draft")
