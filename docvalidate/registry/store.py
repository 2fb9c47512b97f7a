"""A store keeps entries and evidence, and nothing else; what they mean is told by others.

Whatever is written between the opening and the end of `writing()` is stored whole or not at all, and nobody else
writes meanwhile.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Protocol

from pydantic import ValidationError

from docvalidate.model import Entry, Head, RegistryConflict, RegistryUnavailable
from docvalidate.model.ledger import EntryKind

from .ledger import Draft, sealed

SCHEMA = 1
"""The newest arrangement of tables that this version of the program knows."""
PAGE = 10_000
"""Entries that are read at a time: a ledger may hold more than the memory does."""
FIRST = -(2**63)
"""Below every number that an entry can have, rightly or not."""
COLUMNS = ("number", "at", "recorded_by", "kind", "customer", "order_name", "body", "previous", "hash")
KEYS = ("customer_key", "order_key")
"""What an entry is looked up by; not part of it, so that it must be compared with what the entry says."""
_FIELDS = ("number", "at", "recorded_by", "kind", "customer", "order", "body", "previous", "hash")


class Pen(ABC):
    """What can be done while writing; a pen lives as long as its transaction. Its store says where the ink goes."""

    def __init__(self, head: Head | None, recorded_by: str) -> None:
        self._head, self._by = head, recorded_by
        self._spelled: dict[str, str] = {}

    def write(self, draft: Draft) -> Entry:
        """Put an entry behind the last one. Raises RegistryConflict for another spelling of the customer."""
        folded = key(draft.customer)
        if folded not in self._spelled:
            self._spelled[folded] = self._first_spelling(folded) or draft.customer
        one_spelling(draft.customer, self._spelled[folded])
        entry = sealed(draft, self._head, at=now(), recorded_by=self._by)
        self._insert(entry)
        self._head = Head(number=entry.number, hash=entry.hash)
        return entry

    def keep(self, content: bytes) -> str:
        """Keep a file as evidence; its SHA-256 is its name from then on."""
        name = sha256(content).hexdigest()
        self._insert_file(name, content)
        return name

    @abstractmethod
    def _first_spelling(self, folded: str) -> str | None:
        """The customer's name as the first entry of that key has it."""

    @abstractmethod
    def _insert(self, entry: Entry) -> None:
        """Store the entry, and that it is the newest."""

    @abstractmethod
    def _insert_file(self, name: str, content: bytes) -> None:
        """Store the file, unless it is kept already."""


class Store(Protocol):
    """Where a ledger is kept. Every method raises RegistryUnavailable where the store cannot be reached."""

    where: str

    def customers(self) -> tuple[str, ...]:
        """Everybody of whom there is a version, in alphabetical order."""
        ...

    def entries(
        self, customer: str | None = None, order: str | None = None, kinds: Sequence[EntryKind] = ()
    ) -> Iterator[Entry]:
        """The entries in their order: all, those of a customer (in whatever spelling), or those that name an order.

        Some `kinds` alone, if any are named.
        """
        ...

    def rows(self, after: int = FIRST) -> Iterator[Sequence[object]]:
        """The values of COLUMNS and KEYS behind that number, as they are stored: they may be no entries any more."""
        ...

    def entry(self, number: int) -> Entry | None:
        """The entry of that number."""
        ...

    def head(self) -> Head | None:
        """The newest entry, as the store remembers it apart from the ledger."""
        ...

    def evidence(self, sha256: str) -> bytes | None:
        """The file of that hash."""
        ...

    def evidence_names(self) -> Iterable[str]:
        """The hash of every file of evidence."""
        ...

    def has_evidence(self, names: Iterable[str]) -> frozenset[str]:
        """Those of the hashes under which a file is kept."""
        ...

    def writing(self, recorded_by: str) -> AbstractContextManager[Pen]:
        """Begin to write. Raises RegistryUnavailable where the store is read only or in use for too long."""
        ...


def entry_of(row: Sequence[object]) -> Entry:
    """An entry from the values of its columns. Raises RegistryUnavailable for values that no entry can have."""
    try:
        return Entry.model_validate(dict(zip(_FIELDS, row, strict=True)))
    except ValidationError as error:
        raise altered(row[0]) from error


def entry_as_it_is(row: Sequence[object]) -> Entry:
    """An entry from whatever stands in its columns, so that it can be told what is wrong with it."""
    values: dict[str, Any] = dict(zip(_FIELDS, row, strict=True))
    return Entry.model_construct(None, **values)


def altered(number: object) -> RegistryUnavailable:
    """The complaint about an entry that is not what was put on record: nothing may rest on it."""
    return RegistryUnavailable(
        f"entry {number} was altered after it was put on record; `docvalidate instructions verify` tells every fault"
    )


def values_of(entry: Entry) -> tuple[object, ...]:
    """The values of the columns of an entry."""
    return tuple(getattr(entry, field) for field in _FIELDS)


def key(label: str) -> str:
    """What a customer's or an order's name is looked up by: case and spacing do not make another one."""
    return " ".join(label.split()).casefold()


def keys_of(entry: Entry) -> tuple[str, str | None]:
    """The values of KEYS of an entry."""
    return key(entry.customer), None if entry.order is None else key(entry.order)


def one_spelling(customer: str, on_record: str | None) -> None:
    """A customer is spelled as ever. Raises RegistryConflict: two spellings would be two customers."""
    if on_record not in (None, customer):
        raise RegistryConflict(f"the customer {customer} is {on_record} on record; use one spelling")


def now() -> str:
    """This moment in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def in_chunks(names: Iterable[str], size: int = 500) -> Iterator[list[str]]:
    """The names in pieces that fit into one question."""
    chunk: list[str] = []
    for name in names:
        chunk.append(name)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def too_new(where: str, schema: int) -> RegistryUnavailable:
    """The complaint about a registry that a later version of the program arranged."""
    return RegistryUnavailable(
        f"{where}: written by a newer docvalidate (registry schema {schema}, known up to {SCHEMA}); upgrade docvalidate"
    )


def no_registry_yet(where: str) -> RegistryUnavailable:
    """The complaint about a file or database in which no registry was begun."""
    return RegistryUnavailable(
        f"{where}: holds no registry yet; begin one: docvalidate instructions add FILE --registry {where}"
    )


def without_password(url: str) -> str:
    """A database URL as it may be shown.

    >>> without_password("postgresql://clerk:secret@db.example/registry")
    'postgresql://clerk@db.example/registry'
    >>> without_password("postgresql://db.example/registry?user=clerk&password=secret")
    'postgresql://db.example/registry?user=clerk&password=…'
    """
    if "://" not in url:
        return url
    return re.sub(r"((?:password|sslpassword|passwd)=)[^&]*", r"\1…", re.sub(r"(://[^:/@]*):[^/]*@", r"\1@", url))
