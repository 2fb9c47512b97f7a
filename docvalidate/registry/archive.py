"""An exported record is a folder that anybody can check: the ledger line by line, and each file under its own hash.

`ledger.jsonl` holds one entry a line, `evidence/` the files, `HEAD` the hash of the newest entry. It is read only.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from docvalidate.model import DocvalidateError, Entry, Head, RegistryUnavailable
from docvalidate.model.ledger import EntryKind

from .ledger import canonical
from .store import COLUMNS, FIRST, KEYS, Pen, Store, entry_as_it_is, entry_of, key, keys_of
from .verifying import Settled

LEDGER, HEAD, EVIDENCE, NAMES = "ledger.jsonl", "HEAD", "evidence", "evidence.txt"
_HASH = re.compile(r"[0-9a-f]{64}")


class Archive:
    """A record that was exported. Raises RegistryUnavailable where a line of it is none."""

    def __init__(self, home: Path) -> None:
        self.where = str(home)
        self._home = home

    def customers(self) -> tuple[str, ...]:
        """Everybody of whom there is a version, in alphabetical order."""
        return tuple(sorted({entry.customer for entry in self.entries(kinds=("version",))}))

    def entries(
        self, customer: str | None = None, order: str | None = None, kinds: Sequence[EntryKind] = ()
    ) -> Iterator[Entry]:
        """The entries as they stand in the file."""
        asked = (None if customer is None else key(customer), None if order is None else key(order))
        for row in self.rows():
            entry = entry_of(row[: -len(KEYS)])
            told = zip(asked, row[-len(KEYS) :], strict=True)
            if all(name in (None, found) for name, found in told) and (not kinds or entry.kind in kinds):
                yield entry

    def rows(self, after: int = FIRST) -> Iterator[Sequence[object]]:
        """The lines of the file in the order in which they stand there; nobody puts more behind them."""
        if after != FIRST:
            return
        for number, line in enumerate(self._bytes(self._home / LEDGER).splitlines(), 1):
            try:
                values = json.loads(line.decode("utf-8", "replace"))
            except (ValueError, RecursionError):
                values = None
            # What is no entry at all cannot be weighed as one.
            if not isinstance(values, list) or len(values) != len(COLUMNS) or not _like_an_entry(values):
                raise RegistryUnavailable(f"{self.where}/{LEDGER}, line {number}: not an entry; the record was altered")
            yield (*values, *keys_of(entry_as_it_is(values)))

    def entry(self, number: int) -> Entry | None:
        """The entry of that number."""
        return next((entry for entry in self.entries() if entry.number == number), None)

    def head(self) -> Head | None:
        """The newest entry as the file HEAD tells it."""
        number, _, digest = self._bytes(self._home / HEAD).decode("utf-8", "replace").strip().partition(" ")
        return Head(number=int(number), hash=digest) if re.fullmatch("[0-9]{1,18}", number) else None

    def evidence(self, sha256: str) -> bytes | None:
        """The file of that hash."""
        return self._bytes(self._home / EVIDENCE / sha256) if self.has_evidence((sha256,)) else None

    def evidence_names(self) -> Iterable[str]:
        """The hash of every file of evidence."""
        folder = self._home / EVIDENCE
        return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else ()

    def has_evidence(self, names: Iterable[str]) -> frozenset[str]:
        """Those of the hashes under which a file is kept."""
        # A name comes from the record of somebody else, and might lead out of the folder.
        kept = self._home / EVIDENCE
        return frozenset(name for name in names if _HASH.fullmatch(name) and (kept / name).is_file())

    def writing(self, recorded_by: str) -> AbstractContextManager[Pen]:
        """An exported record is closed."""
        raise RegistryUnavailable(f"{self.where}: an exported record is read only; write to the registry it came from")

    def _bytes(self, path: Path) -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            raise RegistryUnavailable(f"{path}: cannot be read: {error.strerror}") from error


def _like_an_entry(values: Sequence[object]) -> bool:
    number, *texts = values
    return type(number) is int and all(
        isinstance(text, str) or (text is None and column == "order_name")
        for column, text in zip(COLUMNS[1:], texts, strict=True)
    )


def export(store: Store, folder: Path) -> None:
    """Write the whole record into a new folder: all of it, or none. Raises DocvalidateError where one is there."""
    if folder.exists():
        raise DocvalidateError(f"{folder}: is there already; name a new folder")
    # A name of its own until all is written, so that nobody takes half a record for a whole one.
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    try:
        unfinished.mkdir(parents=True)
    except FileExistsError as error:
        raise DocvalidateError(f"{unfinished}: left by an export that was cut off; remove it") from error
    except OSError as error:
        raise DocvalidateError(f"{folder}: cannot be written: {error.strerror or error}") from error
    try:
        _write(store, unfinished)
        unfinished.rename(folder)
    except BaseException as error:
        from shutil import rmtree

        rmtree(unfinished, ignore_errors=True)
        if isinstance(error, OSError):
            raise DocvalidateError(f"{folder}: cannot be written: {error.strerror or error}") from error
        raise


def _write(store: Store, folder: Path) -> None:
    (folder / EVIDENCE).mkdir()
    names: dict[str, str] = {}
    # Before the entries: what others put on record meanwhile brings files whose entries are no part of this.
    kept = set(store.evidence_names())
    rows = Settled(store)
    with (folder / LEDGER).open("w", encoding="utf-8", newline="\n") as ledger:
        for row in rows:
            values = row[: -len(KEYS)]
            ledger.write(canonical(values) + "\n")
            names.update((digest, name or "") for name, digest in entry_as_it_is(values).files())
    kept |= store.has_evidence(names)
    for digest in filter(_HASH.fullmatch, sorted(kept)):
        (folder / EVIDENCE / digest).write_bytes(store.evidence(digest) or b"")
    listed = "".join(f"{digest}  {' '.join(name.split())}\n" for digest, name in sorted(names.items()))
    (folder / NAMES).write_text(listed, encoding="utf-8", newline="\n")
    told = "" if rows.head is None else f"{rows.head.number} {rows.head.hash}\n"
    (folder / HEAD).write_text(told, encoding="utf-8", newline="\n")
