"""The registry in one SQLite file: entries can be added and never changed, and an entry is stored once it is said so.

A rollback journal, not a write-ahead log: the registry stays one file, and may lie on a shared drive.
"""

import sqlite3
import weakref
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from urllib.parse import quote

from docvalidate.model import Entry, Head, RegistryUnavailable
from docvalidate.model.ledger import EntryKind

from .store import (
    COLUMNS,
    FIRST,
    KEYS,
    PAGE,
    SCHEMA,
    Pen,
    entry_of,
    in_chunks,
    key,
    keys_of,
    no_registry_yet,
    too_new,
    values_of,
)

MAGIC = b"SQLite format 3\0"
PATIENCE = 60.0
"""Seconds to wait for another writer."""
_APPLICATION = 0x44564C52
"""The mark in the file's header (PRAGMA application_id): this SQLite file is a registry."""
_COLUMNS = ", ".join(COLUMNS)
_ROW = ", ".join((*COLUMNS, *KEYS))
_STEPS = (
    """
    CREATE TABLE ledger (
        number INTEGER PRIMARY KEY, at TEXT NOT NULL, recorded_by TEXT NOT NULL, kind TEXT NOT NULL,
        customer TEXT NOT NULL, order_name TEXT, body TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL,
        customer_key TEXT NOT NULL, order_key TEXT
    );
    CREATE INDEX ledger_by_kind ON ledger (kind, customer_key, customer);
    CREATE INDEX ledger_by_customer ON ledger (customer_key);
    CREATE INDEX ledger_by_order ON ledger (order_key) WHERE order_key IS NOT NULL;
    CREATE TABLE evidence (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL);
    CREATE TABLE heads (number INTEGER PRIMARY KEY, hash TEXT NOT NULL);
    CREATE TRIGGER ledger_keeps_entries BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'append only'); END;
    CREATE TRIGGER ledger_loses_nothing BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'append only'); END;
    CREATE TRIGGER ledger_grows_at_its_end BEFORE INSERT ON ledger
        WHEN EXISTS (SELECT 1 FROM ledger WHERE number >= NEW.number) BEGIN SELECT RAISE(ABORT, 'append only'); END;
    CREATE TRIGGER evidence_is_not_replaced BEFORE INSERT ON evidence
        WHEN EXISTS (SELECT 1 FROM evidence WHERE sha256 = NEW.sha256) BEGIN SELECT RAISE(ABORT, 'append only'); END;
    CREATE TRIGGER heads_stay_as_they_are BEFORE UPDATE ON heads BEGIN SELECT RAISE(ABORT, 'append only'); END;
    CREATE TRIGGER heads_are_not_lost BEFORE DELETE ON heads BEGIN SELECT RAISE(ABORT, 'append only'); END;
    CREATE TRIGGER evidence_stays_as_it_is BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'append only'); END;
    CREATE TRIGGER evidence_is_not_lost BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'append only'); END;
    """,
)
"""One step for each arrangement of the tables, from none to the newest; a step that was released is never changed."""


class SqliteStore:
    """A registry file. Raises RegistryUnavailable where it is no registry, or one of a newer version."""

    def __init__(self, path: str, *, create: bool = False, patience: float = PATIENCE) -> None:
        self.where = path
        self._patience = patience
        self._lock = RLock()
        mode = "rwc" if create else "rw"
        with self._translated():
            self._db = sqlite3.connect(
                f"file:{quote(str(Path(path).absolute()))}?mode={mode}",
                uri=True,
                timeout=patience,
                isolation_level=None,
                check_same_thread=False,
            )
            weakref.finalize(self, self._db.close)
            # A byte that is no UTF-8 any more is an altered entry, and no reason to stop looking.
            self._db.text_factory = lambda raw: raw.decode("utf-8", "replace")
            # FULL would leave it to chance whether a power cut right after the end takes the last entry back.
            self._db.execute("PRAGMA synchronous = EXTRA")
            schema = self._schema()
        self._empty = schema == 0
        if schema < SCHEMA and (create or not self._empty):
            self._arrange()

    def customers(self) -> tuple[str, ...]:
        """Everybody of whom there is a version, in alphabetical order."""
        rows = self._rows("SELECT DISTINCT customer FROM ledger WHERE kind = 'version' ORDER BY customer")
        return tuple(str(name) for (name,) in rows)

    def entries(
        self, customer: str | None = None, order: str | None = None, kinds: Sequence[EntryKind] = ()
    ) -> Iterator[Entry]:
        """The entries in their order: all, those of a customer, or those that name an order; or some kinds of them."""
        asked = {"customer_key": customer, "order_key": order}
        given = {f"{column} = ?": key(name) for column, name in asked.items() if name is not None}
        of_kind = [f"kind IN ({', '.join('?' * len(kinds))})"] if kinds else []
        rows = self._pages(_COLUMNS, (*given, *of_kind), (*given.values(), *kinds), FIRST)
        return map(entry_of, rows)

    def rows(self, after: int = FIRST) -> Iterator[Sequence[object]]:
        """The values of COLUMNS and KEYS behind that number, as they are stored. Raises RegistryUnavailable.

        A damaged index would hide an entry that is there: the file is looked over before the first of them.
        """
        if after == FIRST:
            for (said,) in self._rows("PRAGMA integrity_check(1)"):
                if said != "ok":
                    raise RegistryUnavailable(f"{self.where}: {self._damaged} ({said})")
        return self._pages(_ROW, (), (), after)

    def _pages(
        self, columns: str, where: Sequence[str], values: Sequence[object], last: int
    ) -> Iterator[Sequence[object]]:
        conditions = " AND ".join((*where, "number > ?"))
        question = f"SELECT {columns} FROM ledger WHERE {conditions} ORDER BY number LIMIT {PAGE}"
        while rows := self._rows(question, *values, last):
            yield from rows
            last = int(str(rows[-1][0]))

    def entry(self, number: int) -> Entry | None:
        """The entry of that number."""
        rows = self._rows(f"SELECT {_COLUMNS} FROM ledger WHERE number = ?", number)
        return next(map(entry_of, rows), None)

    def head(self) -> Head | None:
        """The newest entry, as remembered apart from the ledger."""
        rows = self._rows("SELECT number, hash FROM heads ORDER BY number DESC LIMIT 1")
        return next((Head(number=int(str(number)), hash=str(found)) for number, found in rows), None)

    def evidence(self, sha256: str) -> bytes | None:
        """The file of that hash."""
        rows = self._rows("SELECT content FROM evidence WHERE sha256 = ?", sha256)
        return next((content for (content,) in rows if isinstance(content, bytes)), None)

    def evidence_names(self) -> Iterable[str]:
        """The hash of every file of evidence."""
        return (str(name) for (name,) in self._rows("SELECT sha256 FROM evidence ORDER BY sha256"))

    def has_evidence(self, names: Iterable[str]) -> frozenset[str]:
        """Those of the hashes under which a file is kept."""
        found: set[str] = set()
        for chunk in in_chunks(names):
            marks = ", ".join("?" * len(chunk))
            found.update(
                str(n) for (n,) in self._rows(f"SELECT sha256 FROM evidence WHERE sha256 IN ({marks})", *chunk)
            )
        return frozenset(found)

    @contextmanager
    def writing(self, recorded_by: str) -> Iterator["_Pen"]:
        """Begin to write; stored whole at the end, or not at all."""
        with self._lock, self._translated():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                if self._schema() != SCHEMA:
                    raise no_registry_yet(self.where)
                self._empty = False
                yield _Pen(self, self._db, recorded_by)
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _rows(self, question: str, *values: object) -> list[tuple[object, ...]]:
        with self._lock, self._translated():
            if self._empty and self._schema() == 0:
                return []
            self._empty = False
            return self._db.execute(question, values).fetchall()

    def _schema(self) -> int:
        # In this order: somebody may be beginning the registry just now, and all of it appears at once.
        tables = int(self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        marked = int(self._db.execute("PRAGMA application_id").fetchone()[0])
        schema = int(self._db.execute("PRAGMA user_version").fetchone()[0])
        if tables and marked != _APPLICATION:
            raise RegistryUnavailable(f"{self.where}: a SQLite file of something else, not a registry")
        if schema > SCHEMA:
            raise too_new(self.where, schema)
        return schema

    def _arrange(self) -> None:
        """Bring the tables to the newest arrangement, one step after the other."""
        with self._lock, self._translated():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                for step in range(self._schema(), SCHEMA):
                    for statement in _statements(_STEPS[step]):
                        self._db.execute(statement)
                    self._db.execute(f"PRAGMA application_id = {_APPLICATION}")
                    self._db.execute(f"PRAGMA user_version = {step + 1}")
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
        self._empty = False

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise RegistryUnavailable(f"{self.where}: {self._why(error)}") from error

    _damaged = "the file is damaged; restore it from a copy"

    def _why(self, error: sqlite3.Error) -> str:
        said = str(error)
        if isinstance(error, sqlite3.IntegrityError):
            return f"the record does not hang together, nothing was written ({said}); see: instructions verify"
        for sign, why in (
            (
                "locked",
                f"in use by another program for over {self._patience:.0f} s; nothing was written, try again",
            ),
            ("readonly", "the file is read only; nothing was written"),
            ("disk is full", "the disk is full; nothing was written"),
            ("disk I/O", "the disk does not take it (full, or a limit); nothing was written"),
            ("unable to open", "cannot be opened, or its folder takes no journal beside it; nothing was written"),
            (
                "not a database",
                "this is a file, and not a SQLite one; a registry is that, or a folder",
            ),
            ("malformed", self._damaged),
        ):
            if sign in said:
                return why
        return said


class _Pen(Pen):
    def __init__(self, store: SqliteStore, db: sqlite3.Connection, recorded_by: str) -> None:
        super().__init__(store.head(), recorded_by)
        self._db = db

    def _first_spelling(self, folded: str) -> str | None:
        row = self._db.execute("SELECT customer FROM ledger WHERE customer_key = ? LIMIT 1", (folded,)).fetchone()
        return None if row is None else str(row[0])

    def _insert(self, entry: Entry) -> None:
        marks = ", ".join("?" * (len(COLUMNS) + len(KEYS)))
        self._db.execute(f"INSERT INTO ledger ({_ROW}) VALUES ({marks})", (*values_of(entry), *keys_of(entry)))
        self._db.execute("INSERT INTO heads (number, hash) VALUES (?, ?)", (entry.number, entry.hash))

    def _insert_file(self, name: str, content: bytes) -> None:
        if self._db.execute("SELECT 1 FROM evidence WHERE sha256 = ?", (name,)).fetchone() is None:
            self._db.execute("INSERT INTO evidence (sha256, content) VALUES (?, ?)", (name, content))


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: executescript would end the transaction."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
