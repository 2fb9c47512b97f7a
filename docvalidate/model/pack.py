"""A pack of evidence holds all that a check rested on; what is wrong with one is told file by file."""

from typing import Literal

from .values import Frozen

PackFaultKind = Literal[
    "container", "altered", "missing", "extra", "contradiction", "record", "repeat_failed", "repeat_differs", "unknown"
]
Repeated = Literal["same_bytes", "same_findings", "differs", "failed", "not_tried"]
"""The check done again from the packed files: the report is the same byte by byte · the program is of another version,
and its findings are the same · it comes out otherwise · it cannot be done again · the pack is not whole."""


class PackFault(Frozen):
    """Something that is wrong with a pack: with which file of it, and what."""

    kind: PackFaultKind
    file: str
    detail: str | None = None


class PackVerification(Frozen):
    """What a look at the whole pack found. `packed_by` and `repeated_by` are the versions of the program."""

    sha256: str
    files: int = 0
    repeated: Repeated = "not_tried"
    packed_by: str | None = None
    repeated_by: str
    faults: tuple[PackFault, ...] = ()

    @property
    def whole(self) -> bool:
        """Nothing is wrong with it."""
        return not self.faults
