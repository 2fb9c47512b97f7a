"""The record is whole if every hash is what it must be: of each entry, of each file, and the one kept elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from docvalidate.model import Entry, Fault, Head, Verification

from .ledger import faults
from .store import FIRST, KEYS, Store, entry_as_it_is, keys_of


def verified(store: Store, against: str | None = None) -> Verification:
    """Look at every entry and every file of evidence; `against` is a head hash that was kept elsewhere.

    A file is stored with the entry that names it, or not at all: one that no entry names tells of entries removed. Only
    a hash kept elsewhere shows that the end of the record was cut off together with all that the store remembers.
    """
    # Before the entries: whatever is written meanwhile brings an entry for each file.
    kept_as = list(store.evidence_names())
    rows, look = Settled(store), _Look(_hash_in(against) if against is not None else None)
    wrong = [*faults(look.along(rows), lambda: rows.head), *look.misfiled]
    whole = not wrong
    for digest in kept_as:
        content = store.evidence(digest)
        if content is None or sha256(content).hexdigest() != digest:
            number, name = look.named.get(digest, (None, None))
            wrong.append(Fault(kind="evidence_altered", entry=number, sha256=digest, name=name))
        elif whole and digest not in look.named:
            wrong.append(Fault(kind="evidence_unclaimed", sha256=digest))
    there = store.has_evidence(look.named)
    wrong += [
        Fault(kind="evidence_missing", entry=number, sha256=digest, name=name)
        for digest, (number, name) in look.named.items()
        if digest not in there
    ]
    if against is not None and look.found_at is None:
        wrong.append(Fault(kind="unknown_head", sha256=against))
    return Verification(
        entries=look.count,
        evidence=len(kept_as),
        head=rows.head,
        against=against,
        since=None if look.found_at is None or rows.head is None else rows.head.number - look.found_at,
        faults=tuple(dict.fromkeys(wrong)),
    )


def _hash_in(told: str) -> str:
    # Somebody may have kept the line as the file HEAD of an export has it: the number, then the hash.
    return told.casefold().split()[-1] if told.strip() else ""


class _Look:
    """What is noted of the entries in passing."""

    def __init__(self, against: str | None) -> None:
        self._against = against
        self.count = 0
        self.found_at: int | None = None
        self.named: dict[str, tuple[int, str | None]] = {}
        self.misfiled: list[Fault] = []

    def along(self, rows: Iterable[Sequence[object]]) -> Iterator[Entry]:
        for row in rows:
            entry, keys = entry_as_it_is(row[: -len(KEYS)]), row[-len(KEYS) :]
            self.count += 1
            if not _filed_under(entry, keys):
                self.misfiled.append(Fault(kind="altered", entry=entry.number))
            if self._against is not None and entry.hash == self._against:
                self.found_at = entry.number
            for name, digest in entry.files():
                self.named.setdefault(digest, (entry.number, name))
            yield entry


class Settled:
    """Every row up to the head, with those that others put behind it meanwhile; then `head` is known."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.head: Head | None = None

    def __iter__(self) -> Iterator[Sequence[object]]:
        last, more = FIRST, True
        while more:
            # First the head, then the rows: a head without its row was cut off, and is not one that is still to come.
            self.head, more = self._store.head(), False
            for row in self._store.rows(last):
                last, more = int(str(row[0])), True
                yield row


def _filed_under(entry: Entry, keys: Sequence[object]) -> bool:
    """The entry is found under what it says. Whoever alters only what it is looked up by would hide it unseen."""
    try:
        return tuple(keys) == keys_of(entry)
    except (AttributeError, TypeError):
        return False
