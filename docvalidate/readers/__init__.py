"""The shelf of readers: one format, one module; a file is claimed by its content, never by its name.

A module is a reader when it has RECOGNISES (what it goes by), EXTRA (the extra that must be installed, or None),
claims(data) and read(); SECOND_READING says whether it can read a file again in an independent way. Claiming is cheap
and never raises; a reader claims a file of its format that is damaged, too, so that reading it says what is wrong.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument, UnreadableDocument


class Reader(Protocol):
    """What the shelf expects of a module."""

    __name__: str
    RECOGNISES: str
    EXTRA: str | None
    SECOND_READING: bool

    def claims(self, data: bytes) -> bool:
        """Whether the content is of this format."""
        ...

    def read(self, data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
        """Transcribe the paper. Raises UnreadableDocument."""
        ...


@cache
def shelf() -> tuple[Reader, ...]:
    """Every reader, by name."""
    modules = [import_module(f"{__name__}.{it.name}") for it in iter_modules(__path__) if not it.ispkg]
    return tuple(module for module in modules if hasattr(module, "RECOGNISES"))


def reader_for(data: bytes, name: str) -> Reader:
    """The one reader that claims the content. Raises UnreadableDocument where none does, or more than one."""
    if not data:
        raise UnreadableDocument(f"{name}: the file has no bytes: ask for it again", "empty")
    claiming = [reader for reader in shelf() if reader.claims(data)]
    if not claiming:
        known = "; ".join(f"{reader.__name__.rpartition('.')[2].upper()}: {reader.RECOGNISES}" for reader in shelf())
        raise UnreadableDocument(f"{name}: not a format that can be read ({known})", "unknown-format")
    if len(claiming) > 1:
        names = ", ".join(reader.__name__ for reader in claiming)
        raise UnreadableDocument(f"{name}: claimed by more than one reader ({names})", "two-formats")
    return claiming[0]
