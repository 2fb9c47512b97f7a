"""Of a ledger that many customers share, a pack tells the entries of one, and of every other its hash alone.

`chain.jsonl` has the number, the hash before and the own hash of each entry, up to the head that the report prints: so
every entry that is told can be seen to stand where it stood, unaltered. It cannot show that none of the customer's was
left out: only who holds the whole record can.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from docvalidate.model import Entry, Head, RegistryConflict, Report
from docvalidate.model.ledger import EntryKind
from docvalidate.registry import Registry
from docvalidate.registry.archive import EVIDENCE, HEAD, LEDGER, NAMES
from docvalidate.registry.ledger import NOTHING, canonical, hash_of
from docvalidate.registry.store import entry_as_it_is, key, values_of

RECORD, CHAIN = "record", "chain.jsonl"
_OF_EVERY_ORDER: frozenset[EntryKind] = frozenset({"version", "policy", "confirmation", "waiver", "withdrawal"})
"""Kinds whose evidence bears on every order: a choice rests on them."""


def extract(registry: Registry, report: Report) -> dict[str, bytes]:
    """The files of the extract, which can be opened as a registry that is read only.

    Raises RegistryConflict where the record is not whole, or does not hold the head that the report prints.
    """
    until = report.record or registry.head()
    assert until is not None
    chain, told, last = [], [], Head(number=0, hash=NOTHING)
    for entry in registry.entries():
        if entry.number > until.number:
            break
        if hash_of(entry) != entry.hash or entry.previous != last.hash or entry.number != last.number + 1:
            raise RegistryConflict(f"entry {entry.number}: the record is not whole; `instructions verify` tells more")
        last = Head(number=entry.number, hash=entry.hash)
        chain.append([entry.number, entry.previous, entry.hash])
        if key(entry.customer) == key(report.customer):
            told.append(entry)
    if last != until:
        raise RegistryConflict(f"entry {until.number}, {until.hash}: the report prints it, and this record has it not")
    files: dict[str, bytes] = {
        LEDGER: _lines(list(values_of(entry)) for entry in told),
        CHAIN: _lines(iter(chain)),
        HEAD: f"{until.number} {until.hash}\n".encode(),
    }
    named = {digest: name for entry in told if _bears(entry, report) for name, digest in entry.files()}
    listed = []
    for digest, name in sorted(named.items()):
        content = registry.evidence(digest)
        if content is not None:
            files[f"{EVIDENCE}/{digest}"] = content
            listed.append(f"{digest}  {' '.join((name or '').split())}\n")
    files[NAMES] = "".join(listed).encode()
    return {f"{RECORD}/{name}": content for name, content in files.items()}


def entries_of(files: Mapping[str, bytes]) -> Iterator[Entry]:
    """The entries that an extract tells. Raises ValueError where a line is none."""
    for values in _rows(files, LEDGER):
        yield entry_as_it_is(values)


def faults(files: Mapping[str, bytes], report: Report) -> Iterator[tuple[str, str]]:
    """What is wrong with an extract: in which file, and what. The report's own head is the measure."""
    hashes: dict[int, str] = {}
    try:
        last = NOTHING
        for number, (own, previous, digest) in enumerate(_rows(files, CHAIN), 1):
            if (own, previous) != (number, last):
                yield f"{RECORD}/{CHAIN}", f"line {number} does not follow on the one before it"
                return
            hashes[number], last = str(digest), digest
        if report.record is None or (len(hashes), last) != (report.record.number, report.record.hash):
            yield f"{RECORD}/{CHAIN}", "it does not lead to the head that the report prints"
        if files.get(f"{RECORD}/{HEAD}") != f"{len(hashes)} {last}\n".encode():
            yield f"{RECORD}/{HEAD}", "it is not the end of the chain"
        for entry in entries_of(files):
            if entry.hash != hash_of(entry) or hashes.get(entry.number) != entry.hash:
                yield f"{RECORD}/{LEDGER}", f"entry {entry.number} is not the one that stands in the chain"
        yield from _evidence(files)
    except (ValueError, TypeError, RecursionError) as error:
        yield f"{RECORD}/{LEDGER}", f"it cannot be read: {error}"


def _evidence(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Every file of evidence has the hash that an entry tells of it, and so has its copy under another name."""
    named = {digest for entry in entries_of(files) for _, digest in entry.files()}
    kept = f"{RECORD}/{EVIDENCE}/"
    for path, content in files.items():
        digest = sha256(content).hexdigest()
        if path.startswith(kept) and path != kept + digest:
            yield path, "it has another hash than its name says"
        if path.startswith((kept, f"{EVIDENCE}/", "instructions/")) and digest not in named:
            yield path, "no entry tells of it"


def _bears(entry: Entry, report: Report) -> bool:
    of_the_order = report.order is not None and entry.order is not None and key(entry.order) == key(report.order)
    return entry.kind in _OF_EVERY_ORDER or of_the_order


def _rows(files: Mapping[str, bytes], name: str) -> Iterator[Any]:
    return map(json.loads, files.get(f"{RECORD}/{name}", b"").splitlines())


def _lines(rows: Iterator[list[Any]]) -> bytes:
    return "".join(f"{canonical(row)}\n" for row in rows).encode()
