"""An instruction is one version of what the customer wants; a confirmation is the word that it is in force."""

from datetime import date
from typing import Literal

from .ledger import Recorded
from .values import Frozen

Day = date
"""The type, where a field is called date."""
Binds = Literal["house", "master", "any"]
Match = Literal["normal", "strict"]
WaivedField = Literal[
    "consignee", "notify_party", "transshipment_port", "port_of_loading", "port_of_discharge", "place_of_delivery"
]


class When(Frozen):
    """The conditions of a lane; every one given must hold. Places are UN/LOCODEs or names."""

    destination: tuple[str, ...] | None = None
    origin: tuple[str, ...] | None = None
    order_prefix: tuple[str, ...] | None = None


class PortRule(Frozen):
    """Pass through every port required, through no other than those allowed, through none forbidden.

    `allowed=()` means direct service only; `allowed=None` means that the rule does not restrict.
    """

    required: tuple[str, ...] = ()
    allowed: tuple[str, ...] | None = None
    forbidden: tuple[str, ...] = ()


class Lane(Frozen):
    """Part of an instruction for some shipments. Party texts keep the customer's own lines."""

    name: str | None = None
    when: When | None = None
    consignee: str | None = None
    notify_parties: tuple[str, ...] | None = None
    transshipment: PortRule | None = None
    loading: PortRule | None = None
    discharge: PortRule | None = None
    delivery: PortRule | None = None
    binds: Binds = "any"
    match: Match = "normal"


class Confirmation(Frozen):
    """Who said when that a version is in force: standing, or for the one order named.

    From the day it is withdrawn it counts no more. `recorded` is null where the word stands in a file of a folder.
    """

    date: date
    by: str
    evidence: str | None = None
    order: str | None = None
    sha256: str | None = None
    withdrawn: Day | None = None
    recorded: Recorded | None = None


class Waiver(Frozen):
    """One order may deviate in one field, to the value accepted; until the day the word is withdrawn."""

    order: str
    field: WaivedField
    accepted: str
    date: date
    by: str
    evidence: str | None = None
    withdrawn: Day | None = None
    recorded: Recorded | None = None


class SourceFile(Frozen):
    """The customer's own file, beside the instruction file, with the hash it had when it was confirmed."""

    file: str
    sha256: str | None = None


class Clause(Frozen):
    """Words of the customer's document that no key above can hold; a person follows them, no machine checks them."""

    text: str
    ref: str | None = None
    source: str | None = None
    machine_checked: Literal[False] = False


class PrintedMark(Frozen):
    """A date or a version mark as the customer's document prints it: `effective`, `revised`, `version`, `draft` …"""

    kind: str
    text: str
    source: str | None = None


class StandsAt(Frozen):
    """Where in the customer's document the value under a path of the file stands, such as `lanes[0].consignee`."""

    path: str
    source: str


class Policy(Frozen):
    """What a customer asks of confirmations; whose word counts."""

    customer: str
    confirm_each_order: bool = True
    contacts: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


class Instruction(Frozen):
    """One version of a customer's routing instruction. `sha256` is that of the file it was read from."""

    customer: str
    title: str | None = None
    version: str
    supersedes: str | None = None
    received: date
    effective_from: date | None = None
    effective_until: date | None = None
    withdrawn: date | None = None
    source: SourceFile | None = None
    lanes: tuple[Lane, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    status: Literal["imported"] | None = None
    """`imported` until a person has held the file against the customer's document."""
    clauses: tuple[Clause, ...] = ()
    marks: tuple[PrintedMark, ...] = ()
    sources: tuple[StandsAt, ...] = ()
    file: str | None = None
    sha256: str | None = None
    source_state: Literal["intact", "changed", "missing"] | None = None
    missing_evidence: tuple[str, ...] = ()
