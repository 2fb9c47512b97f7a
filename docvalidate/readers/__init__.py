"""The shelf of readers: one format, one module; a file is claimed by its content, never by its name.

A module is a reader when it has RECOGNISES (what it goes by), EXTRA (the extra that must be installed, or None),
claims(data) and read(); SECOND_READING says whether it can read a file again in an independent way. Claiming is cheap
and never raises; a reader claims a file of its format that is damaged, too, so that reading it says what is wrong.

Others may put readers on the shelf: an installed package names such a module, or an object of that shape, as an entry
point of the group `docvalidate.readers`.
"""

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from typing import Protocol, cast, runtime_checkable

from docvalidate.limits import ReadSettings
from docvalidate.model import DocvalidateError, TransportDocument, UnreadableDocument


class Reader(Protocol):
    """What the shelf expects of a module."""

    RECOGNISES: str
    EXTRA: str | None
    SECOND_READING: bool

    def claims(self, data: bytes) -> bool:
        """Whether the content is of this format."""
        ...

    def read(self, data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
        """Transcribe the paper. Raises UnreadableDocument."""
        ...


GROUP = "docvalidate.readers"
_OF_A_READER = ("RECOGNISES", "EXTRA", "SECOND_READING", "claims", "read")


@cache
def shelf() -> dict[str, Reader]:
    """Every reader by its name, ours first. Raises DocvalidateError where an installed package's reader is none."""
    ours = [(it.name, import_module(f"{__name__}.{it.name}")) for it in iter_modules(__path__) if not it.ispkg]
    found = {name: cast(Reader, module) for name, module in sorted(ours) if hasattr(module, "RECOGNISES")}
    for point in sorted(entry_points(group=GROUP)):
        try:
            theirs = point.load()
        except ImportError as error:
            raise DocvalidateError(f"the reader {point.name} ({point.value}) cannot be loaded: {error}") from error
        missing = [name for name in _OF_A_READER if not hasattr(theirs, name)]
        if missing or point.name in found:
            what = f"lacks {', '.join(missing)}" if missing else "has the name of another reader"
            raise DocvalidateError(f"the reader {point.name} ({point.value}) {what}: uninstall it, or ask who wrote it")
        found[point.name] = theirs
    return found


@runtime_checkable
class Envelope(Protocol):
    """A reader whose files may hold several papers of one shipment: the draft, and what came with it."""

    def papers(
        self, data: bytes, name: str, settings: ReadSettings, *, second: bool = False
    ) -> tuple[TransportDocument, ...]:
        """Transcribe the papers, the draft first. Raises UnreadableDocument."""
        ...


def papers_of(
    reader: Reader, data: bytes, name: str, settings: ReadSettings, *, second: bool = False
) -> tuple[TransportDocument, ...]:
    """The papers of a file, the draft first. Raises UnreadableDocument."""
    if isinstance(reader, Envelope):
        return reader.papers(data, name, settings, second=second)
    return (reader.read(data, name, settings, second=second),)


def reader_for(data: bytes, name: str) -> Reader:
    """The one reader that claims the content. Raises UnreadableDocument where none does, or more than one."""
    if not data:
        raise UnreadableDocument(f"{name}: the file has no bytes: ask for it again", "empty")
    claiming = [(called, reader) for called, reader in shelf().items() if reader.claims(data)]
    if not claiming:
        known = ", ".join(called.replace("_", " ") for called, reader in shelf().items())
        raise UnreadableDocument(f"{name}: not a format that can be read ({known})", "unknown-format")
    if len(claiming) > 1:
        names = ", ".join(called for called, _ in claiming)
        raise UnreadableDocument(f"{name}: claimed by more than one reader ({names})", "two-formats")
    return claiming[0][1]
