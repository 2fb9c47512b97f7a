"""A report is the one result; every face of it (exit status, text, JSON, notebook) is drawn from this value."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Literal

from pydantic import Field

from .document import Basis, TransportDocument
from .faces import Shown, tabulated
from .instruction import Confirmation, Waiver
from .ledger import Head
from .request import Request
from .urgency import Urgency
from .values import Frozen, Source

Verdict = Literal["cleared", "held", "unverified"]
Severity = Literal["error", "unverified", "warning", "note"]
Status = Literal[
    "match", "format_difference", "partial", "mismatch", "not_shown", "unreadable", "not_required", "waived"
]
DifferenceKind = Literal["material", "contact", "format"]
EXIT_STATUS: Mapping[Verdict, int] = MappingProxyType({"cleared": 0, "held": 1, "unverified": 3})
"""What a program that checks a draft ends with; 2 is a usage error, of which there is no report."""


class Difference(Frozen):
    """One part that differs. `material` accuses, `contact` is a contact line left out, `format` only tells.

    `reason` names the usage behind a format difference, such as "usual abbreviation".
    """

    part: str
    expected: str | None = None
    found: str | None = None
    kind: DifferenceKind = "material"
    reason: str | None = None


class Check(Frozen):
    """One field of the draft against the lane. `expected` and `found` are the texts as written on either side."""

    field: str
    status: Status
    expected: str | None = None
    found: str | None = None
    differences: tuple[Difference, ...] = ()
    source: Source | None = None
    basis: Basis | None = None
    waiver: Waiver | None = None


class Finding(Frozen):
    """One thing that a person must look at. `details` are the words that complete `message` in any language."""

    code: str
    name: str
    severity: Severity
    field: str | None = None
    message: str
    expected: str | None = None
    found: str | None = None
    version: str | None = None
    source: Source | None = None
    advice: str
    details: Mapping[str, str] = Field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.name, self.field, self.expected, self.found, self.version, self.source))


class HeldAgainst(Frozen):
    """Which version the draft was held against, and on whose word."""

    version: str
    title: str | None = None
    lane: str | None = None
    confirmation: Confirmation | None = None
    sha256: str | None = None
    received: date | None = None
    file: str | None = None


class Report(Shown):
    """What was checked, against what, and what was found.

    `urgency` says how late it is; null where nobody asked and no paper tells a date. `record` is the newest entry of
    the registry's ledger at that moment; null where the registry is a folder. `request` is what makes the check
    repeatable.
    """

    schema_: Literal["docvalidate/report/1"] = Field("docvalidate/report/1", alias="schema")
    verdict: Verdict
    as_of: date
    customer: str
    order: str | None = None
    instruction: HeldAgainst | None = None
    document: TransportDocument | None = None
    supporting: tuple[TransportDocument, ...] = ()
    checks: tuple[Check, ...] = ()
    findings: tuple[Finding, ...] = ()
    urgency: Urgency | None = None
    record: Head | None = None
    request: Request | None = None

    def to_frame(self, of: Literal["findings", "checks"] = "findings") -> Any:
        """A data frame of pandas, or of polars where that is installed: one row a finding, or one a field.

        Raises DocvalidateError where neither is installed.
        """
        return tabulated(self, of)
