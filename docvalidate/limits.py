"""How far a reading may go: a paper that asks for more than this is unreadable, and says so."""

from dataclasses import dataclass
from typing import Literal

SecondReading = Literal["always", "disputed", "never"]


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """The limits of one reading. A draft comes from outside the house, so every limit is on by default."""

    second_reading: SecondReading = "disputed"
    """Whether a second, slower reader reads the same boxes: for every paper, where the first has doubts, or not."""
    max_pages: int = 200
    max_bytes: int = 50 * 1024 * 1024
    timeout: float = 60.0
    """Seconds for one paper."""
    max_memory: int = 1536 * 1024 * 1024
    """Bytes that the reading process may take; only where `isolate` is on."""
    isolate: bool = True
    """Read in a process of its own, so that a paper which crashes the reader does not take the caller along."""
