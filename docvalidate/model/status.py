"""The status of an order says whose move it is: nobody is waited for only where the last check was cleared."""

from datetime import date
from typing import Literal

from .document import Kind
from .ledger import Grade
from .report import Verdict
from .values import Frozen

Day = date
"""The type, where a field is called date."""
Party = Literal["customer", "forwarder", "us", "nobody"]
Scope = Literal["order", "standing"]
Why = Literal[
    "unanswered",
    "ask_confirmation",
    "ask_newer",
    "ask_conflict",
    "nothing_checked",
    "check_again",
    "correct_draft",
    "missing_paper",
    "look_at_check",
    "approved",
]
"""`unanswered`: the customer was asked · `ask_…`: nobody asked yet whether a version counts for the order, whether a
newer one does, or which of two · `check_again`: something came after the last check that may change it ·
`correct_draft`: the last check was held · `missing_paper`: it could not be finished without another paper, or a legible
one · `look_at_check`: it could not be finished, and a person of ours must look · `approved`: it was cleared, and
nothing came since."""


class Word(Frozen):
    """The customer's word on which an order rests; `scope` says whether it names the order."""

    by: str
    date: Day
    scope: Scope
    grade: Grade | None = None


class OpenQuestion(Frozen):
    """What the customer was asked and has not answered."""

    version: str
    asked_on: date
    answer_by: date | None = None


class CheckOnRecord(Frozen):
    """A check as its entry in the ledger tells it."""

    entry: int
    as_of: date
    document: str | None = None
    kind: Kind | None = None
    number: str | None = None
    verdict: Verdict
    version: str | None = None
    instruction_sha256: str | None = None
    findings: tuple[str, ...] = ()
    report_sha256: str | None = None


class OrderStatus(Frozen):
    """An open order on a day: what it rests on, what was checked last, and whose move it is since when.

    `checks` are the last ones of each bill of the order, the worst first: an order with two bills is as good as the
    worse one. `newer` are the versions that came later and that nobody confirmed for it.
    """

    customer: str
    order: str
    as_of: date
    known_since: date
    version: str | None = None
    confirmation: Word | None = None
    newer: tuple[str, ...] = ()
    question: OpenQuestion | None = None
    checks: tuple[CheckOnRecord, ...] = ()
    waiting_for: Party
    waiting_since: date
    why: Why
    about: tuple[str, ...] = ()
    """What the reason speaks of: versions, findings, or the paper that is missing."""
    overdue: bool = False
    """The day by which the customer was to answer has passed."""
