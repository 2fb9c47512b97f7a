"""Registries to look at and to tamper with, and the words that go into them."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from docvalidate.model import Evidence, Message, Report
from docvalidate.registry import Registry

ROOT = Path(__file__).parents[1]
FOUNDING = ROOT / "sample_docs" / "founding-case" / "instructions"
TODAY = date(2016, 9, 5)
BY = "imports@harborline.example"
YES = "Dear team,\nPO-44718: version 2016-08 is confirmed.\nRegards"


def founding(home: str) -> Registry:
    """The registry of the founding case in a home of its own: seven entries, nine files of evidence."""
    registry = Registry(home, create=True, recorded_by="clerk")
    registry.add(FOUNDING)
    return registry


def a_mail(text: str = YES, name: str = "yes.eml", *, quoted: str = "", **message: Any) -> Evidence:
    """A message of the customer's, as a reader hands it on."""
    known = {"sender": BY, "date": "2016-09-03T10:00:00+00:00", "id": "<1@harborline.example>", "subject": "Your mail"}
    told = Message(**{**known, **message})
    return Evidence(name=name, content=f"{told.sender}\n\n{text}".encode(), message=told, text=text, quoted=quoted)


def a_report(**others: Any) -> Report:
    """A report of a check of PO-44718."""
    known = {"verdict": "held", "as_of": TODAY, "customer": "HARBORLINE", "order": "PO-44718"}
    return Report(**{**known, **others})


def tamper(home: str, *statements: str) -> None:
    """Do to the tables what only somebody can do who first takes the triggers away."""
    if "://" not in home:
        db = sqlite3.connect(home)
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            db.execute(statement)
        db.commit()
        db.close()
        return
    import psycopg

    with psycopg.connect(home) as server:
        for table in ("ledger", "evidence", "heads"):
            server.execute(f"ALTER TABLE docvalidate_{table} DISABLE TRIGGER USER")
        for statement in statements:
            server.execute(in_postgres(statement))


def in_postgres(statement: str) -> str:
    """The same statement for the tables of PostgreSQL, which share their database with others."""
    words = statement.split(" ")
    return " ".join(f"docvalidate_{word}" if word in ("ledger", "evidence", "heads") else word for word in words)


def attempt(home: str, statement: str) -> str:
    """Run one statement as anybody might who has the tables open; the complaint of the engine, or nothing."""
    if "://" not in home:
        db = sqlite3.connect(home, isolation_level=None)
        try:
            db.execute(statement)
        except sqlite3.Error as error:
            return str(error)
        finally:
            db.close()
        return ""
    import psycopg

    try:
        with psycopg.connect(home) as server:
            server.execute(in_postgres(statement))
    except psycopg.Error as error:
        return str(error)
    return ""


def kinds(registry: Registry, against: str | None = None) -> Sequence[tuple[str, int | None]]:
    """What is wrong with the record, and with which entry."""
    return [(fault.kind, fault.entry) for fault in registry.verify(against).faults]
