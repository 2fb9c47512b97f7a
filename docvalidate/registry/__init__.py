"""The registry holds every version that a customer ever sent; it only grows, and it is asked, never guessed.

It has one face and three homes: a folder of instruction files, which is read and never written; a SQLite file; and a
PostgreSQL database. A record that was exported from one of them can be read, too.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TypedDict, Unpack

from docvalidate.model import (
    DocvalidateError,
    Entry,
    Evidence,
    Head,
    Instruction,
    Policy,
    RegistryConflict,
    RegistryUnavailable,
    Report,
    UnknownCustomer,
    UnknownVersion,
    Verification,
    Waiver,
    WordRefused,
)
from docvalidate.model.case import Choice
from docvalidate.model.instruction import WaivedField
from docvalidate.model.validity import same_label

from .choosing import choose_version
from .folder import Contents, Folder
from .store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .recording import Added, Recorder
    from .testimony import Testimony

__all__ = ["Registry"]


class Word(TypedDict, total=False):
    """A word of the customer's: who gave it when, by default as the message says, and what shows it.

    `today` is the day on which it is put on record; nobody with an address in `own_domains` speaks for the customer.
    """

    by: str | None
    on: date | None
    evidence: Evidence | None
    today: date | None
    own_domains: Iterable[str]


class Registry:
    """The instructions on file at a place, and the customers' words on them."""

    def __init__(self, home: str | os.PathLike[str], *, create: bool = False, recorded_by: str | None = None) -> None:
        """Open a folder, a SQLite file or a database URL; `create` makes a registry where there is none.

        `recorded_by` is who puts things on record (the user of this machine by default).
        Raises DocvalidateError where there is no registry of a supported kind.
        """
        from .store import without_password

        self.home = without_password(os.fspath(home))
        self._recorded_by = recorded_by
        self._store, self._folder = _opened(os.fspath(home), create)

    def __repr__(self) -> str:
        return f"Registry({self.home!r})"

    # Looking

    def customers(self) -> tuple[str, ...]:
        """Everybody who is on file, in alphabetical order."""
        return self._folder.customers() if self._folder is not None else self._kept().customers()

    def versions(self, customer: str) -> tuple[Instruction, ...]:
        """Every version of this customer, in the order of receipt. Raises UnknownCustomer."""
        return self._versions(customer, self._contents(customer))

    def policy(self, customer: str) -> Policy:
        """What the customer asks of confirmations; the strict default where no policy is on file."""
        return _policy(customer, self._contents(customer))

    def choose(self, customer: str, *, order: str | None = None, as_of: date, version: str | None = None) -> Choice:
        """The version that an order is held against on a day. Raises UnknownCustomer or UnknownVersion."""
        contents = self._contents(customer)
        versions = self._versions(customer, contents)
        return choose_version(versions, _policy(customer, contents), order=order, as_of=as_of, asked=version)

    def version(self, customer: str, label: str | None) -> Instruction:
        """The version of that label, else the newest; of several, the one received last. Raises UnknownVersion."""
        versions = [one for one in self.versions(customer) if one.withdrawn is None]
        found = [one for one in versions if label is None or same_label(one.version, label)]
        if not found:
            known = ", ".join(dict.fromkeys(one.version for one in versions)) or "none"
            raise UnknownVersion(f"{label or customer}: no such version on file; known: {known}")
        return found[-1]

    @property
    def keeps_record(self) -> bool:
        """A database keeps a record; a folder of files is only read."""
        return self._store is not None

    def head(self) -> Head | None:
        """The newest entry of the ledger; null for a folder, and before the first entry."""
        return None if self._store is None else self._store.head()

    def entries(self, *, customer: str | None = None, order: str | None = None) -> Iterator[Entry]:
        """The entries of the ledger in their order; none for a folder."""
        return iter(()) if self._store is None else self._store.entries(customer, order)

    def last_check(self, customer: str, order: str, *, as_of: date, besides: str | None = None) -> Report | None:
        """The report of the last check of a draft that could be read, of the order on that day.

        `besides` is the SHA-256 of a draft to pass over.
        A report that cannot be read any more, because it was altered or removed, is for `verify` to tell.
        """
        if self._store is None:
            return None
        checks = [entry.says() for entry in self._store.entries(customer, order, ("check",))]
        for body in reversed(checks):
            document = body.get("document") or {}
            if document.get("kind") is None or document["sha256"] == besides or body["as_of"] > as_of.isoformat():
                continue
            content = self.evidence(body["report_sha256"])
            if content is not None and sha256(content).hexdigest() == body["report_sha256"]:
                return Report.model_validate_json(content)
        return None

    def evidence(self, digest: str) -> bytes | None:
        """The file of that SHA-256, as it was put on record."""
        return None if self._store is None else self._store.evidence(digest)

    def verify(self, against: str | None = None) -> Verification:
        """Look at every entry and every file of evidence; `against` is a head hash that was kept elsewhere."""
        from .verifying import verified

        return verified(self._kept(), against)

    def export(self, folder: str | os.PathLike[str]) -> None:
        """Write the whole record into a new folder, which can be opened as a registry that is read only."""
        from .archive import export

        export(self._kept(), Path(folder))

    # Putting on record

    def add(self, place: str | os.PathLike[str]) -> "Added":
        """Put an instruction file, or every one of a folder, on record, with what it names beside it.

        Raises InvalidInstruction, RegistryConflict; nothing is written then.
        """
        with self._recorder() as recorder:
            return recorder.add(Path(place))

    def witness(
        self,
        customer: str,
        version: str | None = None,
        *,
        order: str | None = None,
        waiver: bool = False,
        **word: Unpack[Word],
    ) -> "Testimony":
        """What a word of the customer's would count for, without putting it on record. Raises WordRefused.

        A `waiver` speaks of an order, and need not speak of the newest version.
        """
        of = self._on_that_day(customer, word) if waiver else self.version(customer, version)
        return self._weighed(of, order, waiver, word)

    def confirm(
        self, customer: str, version: str | None = None, *, order: str | None = None, **word: Unpack[Word]
    ) -> Entry:
        """Put on record that the customer confirms a version: for one order, or standing. Raises WordRefused."""
        of = self.version(customer, version)
        said = self._weighed(of, order, False, word)
        with self._recorder() as recorder:
            return recorder.confirm(of, order, said, word.get("evidence"))

    def waive(self, customer: str, *, order: str, field: WaivedField, accepted: str, **word: Unpack[Word]) -> Entry:
        """Put on record that one order may deviate in one field. Raises WordRefused."""
        if not accepted.strip():
            raise WordRefused("a waiver accepts one value, letter for letter; an empty one accepts nothing")
        of = self._on_that_day(customer, word)
        said = self._weighed(of, order, True, word)
        waiver = Waiver(order=order, field=field, accepted=accepted, date=said.date, by=said.by)
        with self._recorder() as recorder:
            return recorder.waive(of, waiver, said, word.get("evidence"))

    def withdraw(self, entry: int, *, by: str, on: date, reason: str, evidence: Evidence | None = None) -> Entry:
        """Take back a version, a confirmation or a waiver from that day on. Raises RegistryConflict."""
        found = self.withdrawable(entry)
        with self._recorder() as recorder:
            return recorder.withdraw(found, on, by, reason, evidence)

    def withdrawable(self, entry: int) -> Entry:
        """The entry of that number, which can be taken back. Raises RegistryConflict where none can be."""
        found = self._kept().entry(entry)
        if found is None:
            raise RegistryConflict(f"entry {entry}: no such entry on record")
        if found.kind not in ("version", "confirmation", "waiver"):
            raise RegistryConflict(f"entry {entry} is a {found.kind}; only a version or a word can be withdrawn")
        return found

    def asked(
        self,
        customer: str,
        *,
        order: str,
        version: Instruction,
        letter: bytes,
        answer_by: date | None,
        as_of: date,
        recorded_by: str | None = None,
    ) -> Entry:
        """Put on record that the customer was asked about a version for an order, with the letter (RFC 5322)."""
        with self._recorder(recorded_by) as recorder:
            return recorder.asked(version, order, letter, answer_by, as_of)

    def record(self, report: Report, draft: bytes | None = None) -> Entry:
        """Put a check on record: the report, and the draft's own bytes."""
        with self._recorder() as recorder:
            return recorder.checked(report, draft)

    def close(self, customer: str, order: str, *, on: date, reason: str | None = None) -> Entry:
        """Put on record that an order needs no more attention. Raises UnknownCustomer."""
        self.versions(customer)
        with self._recorder() as recorder:
            return recorder.closed(customer, order, reason, on)

    # Within

    def _weighed(self, of: Instruction, order: str | None, waiver: bool, word: Word) -> "Testimony":
        """What a word counts for that is said of this very version; another may come in the meantime."""
        from .mentions import Asked
        from .testimony import testimony

        known = () if waiver else self.versions(of.customer)
        others = tuple(one.version for one in known if not same_label(one.version, of.version))
        return testimony(
            Asked(of, order, others, waiver),
            word.get("evidence"),
            self.policy(of.customer),
            by=word.get("by"),
            on=word.get("on"),
            today=word.get("today") or date.today(),
            own_domains=word.get("own_domains", ()),
        )

    def _on_that_day(self, customer: str, word: Word) -> Instruction:
        """The newest version that the customer had sent when the word was given; it may be put on record later."""
        from .testimony import said_on

        evidence = word.get("evidence")
        day = said_on(word.get("on"), None if evidence is None else evidence.message)
        sent = [one for one in self.versions(customer) if one.received <= day and one.withdrawn is None]
        return sent[-1] if sent else self.version(customer, None)

    @contextmanager
    def _recorder(self, recorded_by: str | None = None) -> "Iterator[Recorder]":
        from .recording import Recorder

        store = self._kept()
        with store.writing(recorded_by or self._recorded_by or _user()) as pen:
            yield Recorder(store, pen)

    def _kept(self) -> Store:
        if self._store is None:
            raise RegistryUnavailable(
                f"{self.home}: a folder of files keeps no record; put it into one first:"
                f" docvalidate instructions add {self.home} --registry registry.db"
            )
        return self._store

    def _contents(self, customer: str) -> Contents:
        if self._folder is not None:
            return self._folder.contents(customer)
        from .folding import folded

        return folded(self._kept(), customer)

    def _versions(self, customer: str, contents: Contents) -> tuple[Instruction, ...]:
        found = [instruction for instruction in contents.versions if instruction.customer == customer]
        if not found:
            raise UnknownCustomer(_unknown(customer, self.customers(), self.home))
        return tuple(sorted(found, key=lambda instruction: instruction.received))


def _policy(customer: str, contents: Contents) -> Policy:
    return next((one for one in contents.policies if one.customer == customer), Policy(customer=customer))


def _opened(home: str, create: bool) -> tuple[Store | None, Folder | None]:
    """The home of a registry: a store that keeps a record, or a folder of files."""
    scheme, mark, rest = home.partition("://")
    if mark and scheme.split("+")[0] in ("postgresql", "postgres"):
        from .postgres import PostgresStore

        return PostgresStore(home, create=create), None
    if mark and scheme != "sqlite":
        raise DocvalidateError(f"{scheme}: no such kind of registry; postgresql:// and sqlite:// are known")
    path = Path(rest.removeprefix("/") if mark else home)
    if home and path.is_dir():
        if (path / "ledger.jsonl").is_file():
            from .archive import Archive

            return Archive(path), None
        return None, Folder(path)
    if not home or not (path.exists() or create):
        raise DocvalidateError(f"{home or 'the registry'}: no such folder or file")
    from .sqlite import SqliteStore

    return SqliteStore(str(path), create=create), None


def _user() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError):
        return "unknown"


def _unknown(customer: str, known: tuple[str, ...], home: str) -> str:
    # Imported only when there is something to complain about.
    from difflib import get_close_matches

    if not known and not Path(home).is_dir():
        return f"{home}: nothing is on record yet; put it there first: docvalidate instructions add FOLDER --registry R"
    if not known:
        return f"{home}: holds no instruction file (*.yaml, *.yml or *.json)"
    spelled = {name.casefold(): name for name in known}
    close = get_close_matches(customer.casefold(), spelled, n=1)
    hint = f"; did you mean {spelled[close[0]]}?" if close else "."
    return f"{customer}: no such customer in {home}{hint} Known: {', '.join(known)}"
