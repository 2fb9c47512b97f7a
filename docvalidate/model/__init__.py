"""The model: frozen values that every other part speaks in; it imports nothing of ours."""

from docvalidate.errors import (
    DocvalidateError,
    InvalidInstruction,
    InvalidSettings,
    RegistryConflict,
    RegistryUnavailable,
    UnknownCustomer,
    UnknownVersion,
    UnreadableDocument,
    WordRefused,
)
from docvalidate.limits import ReadSettings

from .document import Citation, CutOff, Doubt, Leg, Moment, Party, Place, TransportDocument
from .instruction import Confirmation, Instruction, Lane, Policy, PortRule, SourceFile, Waiver, When
from .ledger import Entry, Evidence, Fault, Head, Recorded, Verification
from .report import Check, Difference, Finding, HeldAgainst, Report
from .urgency import Correctable, Deadline, Urgency
from .values import Box, Frozen, Message, Source

__all__ = [
    "Box", "Check", "Citation", "Confirmation", "Correctable", "CutOff", "Deadline", "Difference", "DocvalidateError",
    "Doubt", "Entry", "Evidence", "Fault", "Finding", "Frozen", "Head", "HeldAgainst", "Instruction",
    "InvalidInstruction", "InvalidSettings", "Lane", "Leg", "Message", "Moment", "Party", "Place", "Policy",
    "PortRule", "ReadSettings", "Recorded", "RegistryConflict", "RegistryUnavailable", "Report", "Source",
    "SourceFile", "TransportDocument", "UnknownCustomer", "UnknownVersion", "UnreadableDocument", "Urgency",
    "Verification", "Waiver", "When", "WordRefused",
]  # fmt: skip
