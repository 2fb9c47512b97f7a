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
    names = sorted(it.name for it in iter_modules(__path__) if not it.ispkg and not it.name.startswith("_"))
    ours = {name: _ours(name) for name in names}
    twice = ours.keys() & _theirs().keys()
    if twice:
        raise DocvalidateError(
            f"a reader of ours is called {twice.pop()}, too: uninstall the package that has the other"
        )
    return {**ours, **_theirs()}


def _ours(name: str) -> Reader:
    return cast(Reader, import_module(f"{__name__}.{name}"))


@cache
def _theirs() -> dict[str, Reader]:
    found: dict[str, Reader] = {}
    for point in sorted(entry_points(group=GROUP)):
        try:
            theirs = point.load()
        except ImportError as error:
            raise DocvalidateError(f"the reader {point.name} ({point.value}) cannot be loaded: {error}") from error
        missing = [name for name in _OF_A_READER if not hasattr(theirs, name)]
        if missing:
            what = f"lacks {', '.join(missing)}: uninstall it, or ask who wrote it"
            raise DocvalidateError(f"the reader {point.name} ({point.value}) {what}")
        found[point.name] = theirs
    return found


def _asked(data: bytes) -> dict[str, Reader]:
    """The readers that may claim the file: all, but no other of ours where a PDF begins in its first byte.

    Most files are PDFs, and to load every reader takes longer than to read one.
    """
    return {"pdf": _ours("pdf"), **_theirs()} if data.startswith(b"%PDF-") else shelf()


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
    claiming = [(called, reader) for called, reader in _asked(data).items() if reader.claims(data)]
    if not claiming:
        advice = "ask for it as PDF (`docvalidate formats` lists what can be read)"
        raise UnreadableDocument(f"{name}: not a format that can be read: {advice}", "unknown-format")
    if len(claiming) > 1:
        names = ", ".join(called for called, _ in claiming)
        raise UnreadableDocument(f"{name}: claimed by more than one reader ({names})", "two-formats")
    return claiming[0][1]
