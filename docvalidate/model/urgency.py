"""Urgency says how late it is, severity how wrong: two axes, and neither changes the other.

The stages are those of a shipment from the order to its delivery. A stage is never better than what is known: a date
that nobody gave counts as passed, and `assumed` says which.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from .document import CutOffKind
from .values import Frozen, Source

Stage = Literal["S0", "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8"]
"""S0 before the booking · S1 booked, before the documentation cut-off · S2 after it, before the manifest · S3 manifest
filed, before sailing · S4 sailed, not issued · S5 sailed, issued · S6 at sea on a wrong route · S7 at or after the port
of transshipment or discharge · S8 delivered."""
Label = Literal["plan", "act_today", "urgent", "critical", "at_sea", "damage_control", "record"]
Possible = Literal["yes", "with_fee", "carrier_discretion", "no"]
Actor = Literal["forwarder", "carrier", "customer", "shipper", "consignee", "us"]
Cost = Literal[
    "none",
    "usually_none",
    "amendment",
    "manifest",
    "after_sailing",
    "originals",
    "diversion",
    "on_carriage",
    "evidence",
]
"""What it is likely to cost, by its kind; what a carrier charges stands in its tariff, never here."""
Assumption = Literal[
    "now",
    "time_of_day",
    "documentation",
    "manifest",
    "sailing",
    "sailed_as_planned",
    "issued",
    "arrival",
    "arrived_as_planned",
    "delivered_as_planned",
    "earliest",
    "ambiguous",
    "time_zone",
    "holidays",
]
"""What was not known, and how it was taken: always the worse way."""
DeadlineKind = CutOffKind | Literal["etd", "arrival"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the caller knows of the time: a day, or a moment; one without an offset is local time at the load port."""

    now: date | datetime | None = None
    cutoff: date | datetime | None = None
    etd: date | datetime | None = None
    atd: date | datetime | None = None

    @property
    def nothing(self) -> bool:
        """Nobody said anything."""
        return self == Asked()


class Deadline(Frozen):
    """The next moment that matters, as a clock at the port shows it; `time_zone` is the port's (IANA).

    `whole_day`: only the day is known, and its beginning is meant. `source` is where a paper tells it; null where
    somebody gave it.
    """

    kind: DeadlineKind
    at: datetime
    whole_day: bool = False
    time_zone: str | None = None
    source: Source | None = None


class Correctable(Frozen):
    """Whether parties and routing can still be corrected, and at what price."""

    parties: Possible
    routing: Possible

    def of(self, field: str | None) -> Possible | None:
        """For a field of a check; null where the finding is about no field of the draft.

        >>> Correctable(parties="with_fee", routing="no").of("notify_party")
        'with_fee'
        """
        if field in ("consignee", "notify_party"):
            return self.parties
        return self.routing if field in ROUTING else None


class Urgency(Frozen):
    """Which stage the shipment is in, what can still be done about it, by whom, and until when.

    `working_hours_left` are hours of working days at the load port up to the deadline, without its weekends and
    holidays; `hours_left` are those of the clock, negative once it has passed. `missed` is the documentation cut-off
    where it has passed; `sailed` whether a sailing date that is known has passed.
    """

    stage: Stage
    label: Label
    now: datetime
    deadline: Deadline | None = None
    working_hours_left: float | None = None
    hours_left: float | None = None
    missed: Deadline | None = None
    sailed: Deadline | None = None
    correctable: Correctable
    who_acts: tuple[Actor, ...] = ()
    cost: Cost
    assumed: tuple[Assumption, ...] = ()

    def turn(self, field: str | None) -> int:
        """When a field's turn comes: the route closes before the parties do; what cannot be corrected comes last.

        Before the booking nothing presses.
        """
        possible = None if self.stage == "S0" else self.correctable.of(field)
        if possible is None:
            return 1
        return 2 if possible == "no" else 0 if field in ROUTING else 1


ROUTING = frozenset({"transshipment_port", "port_of_loading", "port_of_discharge", "place_of_delivery"})
"""The fields of a check that are about the route."""
