"""Each entry carries the hash of the one before: none can be altered, removed or moved without its being seen.

The hash is SHA-256 over the canonical JSON of everything else in the entry: keys sorted, no white space, UTF-8.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from docvalidate.model import Entry, Fault, Head
from docvalidate.model.ledger import EntryKind

NOTHING = "0" * 64
"""What the first entry carries in place of the hash of the one before."""
_TOLD = 1000
"""The entries of one gap that are told one by one: a forged number would tell of more than there are grains of sand."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before it has its place in the ledger."""

    kind: EntryKind
    customer: str
    body: Mapping[str, Any]
    order: str | None = None


def sealed(draft: Draft, after: Head | None, *, at: str, recorded_by: str) -> Entry:
    """The entry in its place behind that head."""
    number, previous = (1, NOTHING) if after is None else (after.number + 1, after.hash)
    body, recorded_by, customer = _text(canonical(draft.body)), _text(recorded_by), _text(draft.customer)
    order = None if draft.order is None else _text(draft.order)
    parts = (number, at, recorded_by, draft.kind, customer, order, body, previous)
    return Entry(
        number=number,
        at=at,
        recorded_by=recorded_by,
        kind=draft.kind,
        customer=customer,
        order=order,
        body=body,
        previous=previous,
        hash=_hash(parts),
    )


def canonical(value: object) -> str:
    """The one way to write a value as JSON.

    >>> canonical({"b": 1, "a": "宁波"})
    '{"a":"宁波","b":1}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def _text(text: str) -> str:
    # A terminal may hand on bytes that are no text; what cannot be written as UTF-8 cannot be kept.
    return text.encode("utf-8", "replace").decode("utf-8")


def faults(entries: Iterable[Entry], remembered: Callable[[], Head | None]) -> Iterator[Fault]:
    """What is wrong with the chain, entry by entry, from the first to the head that the registry keeps beside it.

    The head is asked for after the entries, for others may be writing meanwhile.
    """
    number, previous = 0, NOTHING
    for entry in entries:
        if entry.number <= number:
            yield Fault(kind="out_of_order", entry=entry.number)
        elif entry.number > number + 1:
            told = range(number + 1, min(entry.number, number + 1 + _TOLD))
            yield from (Fault(kind="missing", entry=gone) for gone in told)
        elif entry.previous != previous:
            yield Fault(kind="out_of_order", entry=entry.number)
        if entry.hash != hash_of(entry):
            yield Fault(kind="altered", entry=entry.number)
        number, previous = max(number, entry.number), entry.hash
    head = remembered()
    if head is not None and head.number > number:
        yield Fault(kind="truncated", entry=number or None)
    elif (head.hash if head is not None else NOTHING) != previous:
        yield Fault(kind="altered", entry=number or None)


def hash_of(entry: Entry) -> str:
    """The hash that the entry must have for what it says."""
    return _hash((entry.number, entry.at, entry.recorded_by, entry.kind, entry.customer, entry.order, entry.body,
                  entry.previous))  # fmt: skip


def _hash(parts: tuple[object, ...]) -> str:
    return sha256(canonical(parts).encode()).hexdigest()
