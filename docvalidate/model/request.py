"""A request is how a check was asked for: all that must be given again so that it comes out the same."""

from typing import Literal

from .values import Frozen


class Paper(Frozen):
    """A paper that was handed in: its name, and the SHA-256 of its bytes; null where it was given as a value."""

    file: str | None = None
    sha256: str | None = None


class Request(Frozen):
    """What was asked of the program, of which version. Customer, order and day stand in the report itself.

    `draft` and `supporting` are the papers as they were handed in, those that could not be read or used, too.
    Moments are ISO 8601 as they were given. `max_bytes` and `max_memory` are bytes, `timeout` is seconds.
    """

    program: str
    language: str = "en"
    draft: Paper
    supporting: tuple[Paper, ...] = ()
    version: str | None = None
    fail_on: Literal["error", "unverified", "warning", "note"] = "error"
    cutoff: str | None = None
    etd: str | None = None
    atd: str | None = None
    now: str | None = None
    second_reading: Literal["always", "disputed", "never"]
    max_pages: int
    max_bytes: int
    timeout: float
    max_memory: int
