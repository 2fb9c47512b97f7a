"""The registry of a team in PostgreSQL, behind SQLAlchemy Core; the tables begin with `docvalidate_`.

Whoever writes holds one advisory lock until the end of the transaction, so that the chain cannot fork.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import RLock

from docvalidate.model import DocvalidateError, Entry, Head, RegistryUnavailable
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
    without_password,
)

try:
    import psycopg  # noqa: F401 - SQLAlchemy loads it by name
    import sqlalchemy as sa
    from sqlalchemy.dialects.postgresql import insert
except ImportError as _absent:
    raise DocvalidateError(
        "a registry in PostgreSQL needs an extra; install what it needs: pip install 'docvalidate[postgres]'"
    ) from _absent

PATIENCE = 60.0
"""Seconds to wait for another writer, and for a server that does not answer."""
_LOCK = 0x646F6376616C6964
"""The number of the advisory lock: "docvalid"."""
_TABLES = sa.MetaData()
_LEDGER = sa.Table(
    "docvalidate_ledger",
    _TABLES,
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    *(sa.Column(name, sa.Text, nullable=name == "order_name") for name in COLUMNS[1:]),
    sa.Column("customer_key", sa.Text, nullable=False),
    sa.Column("order_key", sa.Text),
)
_EVIDENCE = sa.Table(
    "docvalidate_evidence",
    _TABLES,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
_HEADS = sa.Table(
    "docvalidate_heads",
    _TABLES,
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("hash", sa.Text, nullable=False),
)
_SCHEMA = sa.Table("docvalidate_schema", _TABLES, sa.Column("schema", sa.Integer, nullable=False))
_STEPS = (
    """
    CREATE TABLE docvalidate_ledger (
        number BIGINT PRIMARY KEY, at TEXT NOT NULL, recorded_by TEXT NOT NULL, kind TEXT NOT NULL,
        customer TEXT NOT NULL, order_name TEXT, body TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL,
        customer_key TEXT NOT NULL, order_key TEXT
    );
    CREATE INDEX docvalidate_ledger_by_kind ON docvalidate_ledger (kind, customer_key, customer);
    CREATE INDEX docvalidate_ledger_by_customer ON docvalidate_ledger (customer_key, number);
    CREATE INDEX docvalidate_ledger_by_order ON docvalidate_ledger (order_key, number) WHERE order_key IS NOT NULL;
    CREATE TABLE docvalidate_evidence (sha256 TEXT PRIMARY KEY, content BYTEA NOT NULL);
    CREATE TABLE docvalidate_heads (number BIGINT PRIMARY KEY, hash TEXT NOT NULL);
    CREATE FUNCTION docvalidate_append_only() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'append only'; END $$;
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON docvalidate_ledger
        FOR EACH STATEMENT EXECUTE FUNCTION docvalidate_append_only();
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON docvalidate_evidence
        FOR EACH STATEMENT EXECUTE FUNCTION docvalidate_append_only();
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON docvalidate_heads
        FOR EACH STATEMENT EXECUTE FUNCTION docvalidate_append_only();
    """,
)
"""One step for each arrangement of the tables, from none to the newest; a step that was released is never changed."""


class PostgresStore:
    """The registry behind a database URL. Raises RegistryUnavailable where it cannot be reached, or is newer."""

    def __init__(self, url: str, *, create: bool = False, patience: float = PATIENCE) -> None:
        self.where = without_password(url)
        self._patience = patience
        self._lock = RLock()
        self._pen: sa.Connection | None = None
        try:
            address = sa.make_url(url).set(drivername="postgresql+psycopg")
        except (sa.exc.ArgumentError, ValueError) as error:
            raise DocvalidateError(f"{self.where}: not a URL such as postgresql://user@host/registry") from error
        with self._translated():
            self._engine = sa.create_engine(
                address,
                connect_args={"connect_timeout": max(2, round(min(patience, 10)))},
                # Each statement sees what was stored before it, so that the head is read behind the lock.
                isolation_level="READ COMMITTED",
                pool_pre_ping=True,
            )
            with self._engine.connect() as db:
                schema = self._schema(db)
        self._empty = schema == 0
        if schema < SCHEMA and (create or not self._empty):
            self._arrange()

    def customers(self) -> tuple[str, ...]:
        """Everybody of whom there is a version, in alphabetical order."""
        rows = self._rows(sa.select(_LEDGER.c.customer).where(_LEDGER.c.kind == "version").distinct())
        return tuple(sorted(str(name) for (name,) in rows))

    def entries(
        self, customer: str | None = None, order: str | None = None, kinds: Sequence[EntryKind] = ()
    ) -> Iterator[Entry]:
        """The entries in their order: all, those of a customer, or those that name an order; or some kinds of them."""
        question = sa.select(*(_LEDGER.c[name] for name in COLUMNS))
        if customer is not None:
            question = question.where(_LEDGER.c.customer_key == key(customer))
        if order is not None:
            question = question.where(_LEDGER.c.order_key == key(order))
        if kinds:
            question = question.where(_LEDGER.c.kind.in_(kinds))
        return map(entry_of, self._pages(question, FIRST))

    def rows(self, after: int = FIRST) -> Iterator[Sequence[object]]:
        """The values of COLUMNS and KEYS behind that number, as they are stored."""
        return self._pages(sa.select(*(_LEDGER.c[name] for name in (*COLUMNS, *KEYS))), after)

    def _pages(self, question: sa.Select[tuple[object, ...]], last: int) -> Iterator[Sequence[object]]:
        page = question.order_by(_LEDGER.c.number).limit(PAGE)
        while rows := self._rows(page.where(_LEDGER.c.number > last)):
            yield from rows
            last = int(str(rows[-1][0]))

    def entry(self, number: int) -> Entry | None:
        """The entry of that number."""
        rows = self._rows(sa.select(*(_LEDGER.c[name] for name in COLUMNS)).where(_LEDGER.c.number == number))
        return next(map(entry_of, rows), None)

    def head(self) -> Head | None:
        """The newest entry, as remembered apart from the ledger."""
        rows = self._rows(sa.select(_HEADS.c.number, _HEADS.c.hash).order_by(_HEADS.c.number.desc()).limit(1))
        return next((Head.model_validate({"number": number, "hash": found}) for number, found in rows), None)

    def evidence(self, sha256: str) -> bytes | None:
        """The file of that hash."""
        rows = self._rows(sa.select(_EVIDENCE.c.content).where(_EVIDENCE.c.sha256 == sha256))
        return next((bytes(content) for (content,) in rows if isinstance(content, bytes | memoryview)), None)

    def evidence_names(self) -> Iterable[str]:
        """The hash of every file of evidence."""
        rows = self._rows(sa.select(_EVIDENCE.c.sha256))
        return sorted(str(name) for (name,) in rows)

    def has_evidence(self, names: Iterable[str]) -> frozenset[str]:
        """Those of the hashes under which a file is kept."""
        found: set[str] = set()
        for chunk in in_chunks(names):
            rows = self._rows(sa.select(_EVIDENCE.c.sha256).where(_EVIDENCE.c.sha256.in_(chunk)))
            found.update(str(name) for (name,) in rows)
        return frozenset(found)

    @contextmanager
    def writing(self, recorded_by: str) -> Iterator["_Pen"]:
        """Begin to write; stored whole at the end, or not at all."""
        with self._lock, self._translated(), self._engine.begin() as db:
            self._alone(db)
            if self._schema(db) != SCHEMA:
                raise no_registry_yet(self.where)
            self._empty, self._pen = False, db
            try:
                yield _Pen(self, db, recorded_by)
            finally:
                self._pen = None

    def _rows(self, question: sa.Select[tuple[object, ...]]) -> list[tuple[object, ...]]:
        with self._lock, self._translated():
            if self._pen is not None:
                return [tuple(row) for row in self._pen.execute(question)]
            with self._engine.connect() as db:
                if self._empty and self._schema(db) == 0:
                    return []
                self._empty = False
                return [tuple(row) for row in db.execute(question)]

    def _alone(self, db: sa.Connection) -> None:
        """Wait until nobody else writes; and what is stored is on the disk, whatever the server is set to."""
        settings = {"lock_timeout": f"{round(self._patience * 1000)}ms", "synchronous_commit": "on"}
        for name, value in settings.items():
            db.execute(sa.text("SELECT set_config(:name, :value, true)"), {"name": name, "value": value})
        db.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})

    def _schema(self, db: sa.Connection) -> int:
        if db.execute(sa.text("SELECT to_regclass(:name)"), {"name": _SCHEMA.name}).scalar() is None:
            return 0
        schema = int(db.execute(sa.select(sa.func.max(_SCHEMA.c.schema))).scalar() or 0)
        if schema > SCHEMA:
            raise too_new(self.where, schema)
        return schema

    def _arrange(self) -> None:
        """Bring the tables to the newest arrangement, one step after the other."""
        with self._lock, self._translated(), self._engine.begin() as db:
            self._alone(db)
            db.execute(sa.text(f"CREATE TABLE IF NOT EXISTS {_SCHEMA.name} (schema INTEGER NOT NULL)"))
            for step in range(self._schema(db), SCHEMA):
                db.exec_driver_sql(_STEPS[step])
                db.execute(sa.insert(_SCHEMA).values(schema=step + 1))
        self._empty = False

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sa.exc.SQLAlchemyError as error:
            raise RegistryUnavailable(f"{self.where}: {self._why(error)}") from error

    def _why(self, error: sa.exc.SQLAlchemyError) -> str:
        cause = getattr(error, "orig", None)
        said = " ".join(str(cause or error).split("\n", 1)[0].split())
        # The server may speak any language; its codes are the same in all of them.
        code = getattr(cause, "sqlstate", None) or ""
        if code == "55P03":
            return f"in use by another program for more than {self._patience:.0f} s; nothing was written, try again"
        if code.startswith("53"):
            return f"the server has no room left; nothing was written ({said})"
        if isinstance(error, sa.exc.IntegrityError):
            return f"the record does not hang together, nothing was written ({said}); see: instructions verify"
        if isinstance(error, sa.exc.DBAPIError) and error.connection_invalidated:
            return f"the connection was lost; `docvalidate history` shows what was stored ({said})"
        return said


class _Pen(Pen):
    def __init__(self, store: PostgresStore, db: sa.Connection, recorded_by: str) -> None:
        super().__init__(store.head(), recorded_by)
        self._db = db

    def _first_spelling(self, folded: str) -> str | None:
        asked = sa.select(_LEDGER.c.customer).where(_LEDGER.c.customer_key == folded).limit(1)
        found = self._db.execute(asked).scalar()
        return None if found is None else str(found)

    def _insert(self, entry: Entry) -> None:
        values = dict(zip((*COLUMNS, *KEYS), (*values_of(entry), *keys_of(entry)), strict=True))
        self._db.execute(sa.insert(_LEDGER).values(**values))
        self._db.execute(sa.insert(_HEADS).values(number=entry.number, hash=entry.hash))

    def _insert_file(self, name: str, content: bytes) -> None:
        self._db.execute(insert(_EVIDENCE).values(sha256=name, content=content).on_conflict_do_nothing())
