"""The founding case played on a registry, from the first instruction to the dispute: who said what when, and the proof.

    python examples/founding_case_registry.py [REGISTRY]

REGISTRY is a SQLite file that is not there yet (by default one in a temporary folder), or the URL of a PostgreSQL
server: there the case is played in a database of its own, which is dropped at the end. Every claim of the story is
asserted; the exit status is 0 if all of them hold.
"""

import hashlib
import json
import os
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

CASE = Path(__file__).parents[1] / "sample_docs" / "founding-case"
MAILS = CASE / "instructions"
CUSTOMER, ORDER = "HARBORLINE", "PO-44718"
KEEPS = ("docvalidate_ledger", "docvalidate_heads")
Sql = Callable[[Sequence[str]], None]
"""Does to the database what its owner can do, past the program."""


class Play:
    """The command line as the export department uses it, on one registry."""

    def __init__(self, registry: str) -> None:
        self.registry = registry
        self._environ = {name: value for name, value in os.environ.items() if not name.startswith("DOCVALIDATE_")}
        self._environ |= {"COLUMNS": "100", "PYTHONUTF8": "1", "LOGNAME": "Lin Yue"}

    def does(self, *words: str | Path, status: int = 0, on: str | None = None, registry: str | None = None) -> str:
        """What the command prints; its exit status must be the one the story tells."""
        told = [*map(str, words), *(("--as-of", on) if on else ())]
        hidden = ["--registry", registry or self.registry, "--isolated", "--lang", "en"]
        shown = [word.name if isinstance(word, Path) else word for word in words]
        print(f"  $ docvalidate {shlex.join([*shown, *told[len(words) :]])}")
        done = subprocess.run(
            [sys.executable, "-m", "docvalidate", *told, *hidden],
            capture_output=True, encoding="utf-8", env=self._environ, check=False,
        )  # fmt: skip
        assert done.returncode == status, f"status {done.returncode}, not {status}: {done.stdout}{done.stderr}"
        return done.stdout

    def tells(self, *words: str | Path, status: int = 0, on: str | None = None, registry: str | None = None) -> str:
        """The same, shown to the reader."""
        out = self.does(*words, status=status, on=on, registry=registry)
        show(out)
        return out

    def checks(self, draft: str, *more: str | Path, status: int, on: str) -> dict[str, object]:
        """Check a draft, put the check on record, and give the report."""
        asked = ("--customer", CUSTOMER, "--order", ORDER, "--record", "--format", "json")
        report: dict[str, object] = json.loads(self.does("check", CASE / draft, *more, *asked, status=status, on=on))
        show(f"{str(report['verdict']).upper()}: {', '.join(names(report))}")
        return report


def main(words: list[str]) -> int:
    if len(words) > 1:
        print("usage: founding_case_registry.py [REGISTRY]", file=sys.stderr)
        return 2
    with TemporaryDirectory() as scratch, registry_at(words[0] if words else None, Path(scratch)) as (home, sql):
        play = Play(home)
        the_old_instruction(play, Path(scratch))
        the_new_one_that_nobody_read(play, Path(scratch))
        the_question(play)
        head = the_drafts(play)
        the_dispute(play, head, Path(scratch))
        the_forgery(play, head, sql)
    print("\nEverything that the story claims was asserted.")
    return 0


def the_old_instruction(play: Play, scratch: Path) -> None:
    chapter("2014: an instruction comes, and the customer says that it is in force")
    play.tells("instructions", "add", without_words("harborline-2014.yaml", scratch))
    mail = MAILS / "mail-2014-03-12.eml"
    said = play.tells("instructions", "confirm", "2014-03", "--customer", CUSTOMER, "--evidence", mail, on="2014-03-12")
    assert "please work to the attached vendor shipping procedure" in said


def the_new_one_that_nobody_read(play: Play, scratch: Path) -> None:
    chapter("August 2016: a new version comes in; the forwarder's draft is checked with the old one in mind")
    play.tells("instructions", "add", without_words("harborline-2016.yaml", scratch))
    report = play.checks("draft.pdf", "--supporting", CASE / "booking.pdf", status=1, on="2016-08-25")
    assert {"newer-version-unconfirmed", "not-confirmed-for-order"} <= set(names(report))
    assert states(report) == {"consignee": "match", "notify_party": "match", "transshipment_port": "match"}
    note("Field by field the draft is right, by a version that is about to be replaced.")
    affected = ("instructions", "affected", "2016-08", "--customer", CUSTOMER)
    out = play.tells(*affected, status=1, on="2016-08-25")
    assert "notify party: agrees, would be: differs" in out
    assert "transshipment port: agrees, would be: differs" in out
    note("The customer's mail of 22 August spoke of the notify address only. What else changed?")
    diff = ("instructions", "diff", "2014-03", "2016-08", "--customer", CUSTOMER, "--announced", "notify_party")
    out = play.tells(*diff, status=1, on="2016-08-25")
    unannounced = " ".join(out[out.index("NOT ANNOUNCED") :].split())
    assert "transshipment port" in unannounced and "USBAL" in unannounced


def the_question(play: Play) -> None:
    chapter("The question before the order, and the answer")
    letter = ("--to", "imports@harborline.example", "--sender", "export@yunfan.example", "--answer-by", "2016-09-02")
    asked = ("--customer", CUSTOMER, "--order", ORDER, *letter, "--announced", "notify_party", "--record")
    play.tells("instructions", "ask", *asked, on="2016-08-30")
    out = play.tells("instructions", "status", on="2016-09-01")
    assert f"{ORDER}" in out and "customer" in out and "2016-08-30" in out
    mail = MAILS / "mail-2016-09-02.eml"
    word = ("--customer", CUSTOMER, "--order", ORDER, "--evidence", mail)
    said = play.tells("instructions", "confirm", "2016-08", *word, on="2016-09-02")
    assert "the goods change over at Baltimore and not at New York" in " ".join(said.split())
    out = play.tells("instructions", "status", on="2016-09-02")
    assert "Check the draft again" in " ".join(out.split())


def the_drafts(play: Play) -> str:
    """The three drafts; the head of the record as the first of these reports prints it."""
    chapter("September 2016: the drafts")
    report = play.checks("draft.pdf", "--supporting", CASE / "booking.pdf", status=1, on="2016-09-05")
    assert {"notify-party-mismatch", "transshipment-port-forbidden", "outdated-value"} <= set(names(report))
    record = report["record"]
    assert isinstance(record, dict)
    note(f"The report goes to the forwarder and the customer. It carries the head of the record: {record['hash']}")
    report = play.checks("half-corrected-draft.pdf", status=1, on="2016-09-07")
    assert "partial-update" in names(report)
    note("Only the line that the mail had mentioned was corrected.")
    booking = CASE / "corrected-booking.pdf"
    report = play.checks("corrected-draft.pdf", "--supporting", booking, status=0, on="2016-09-09")
    assert report["verdict"] == "cleared"
    out = play.tells("instructions", "status", on="2016-09-09")
    assert "nobody: 1" in out
    return str(record["hash"])


def the_dispute(play: Play, head: str, scratch: Path) -> None:
    chapter("The dispute: who knew what, and since when?")
    story = play.tells("history", ORDER)
    for told in ("version 2014-03", "version 2016-08", "asked whether", "confirmed by", "held", "cleared"):
        assert told in story, told
    mail = hashlib.sha256((MAILS / "mail-2016-09-02.eml").read_bytes()).hexdigest()
    assert mail in "".join(story.split())
    assert "The record is whole" in play.tells("instructions", "verify")
    assert "is in the chain" in play.tells("instructions", "verify", "--against", head)
    folder = scratch / "record"
    play.does("instructions", "export", "--output", folder)
    assert (folder / "evidence" / mail).read_bytes() == (MAILS / "mail-2016-09-02.eml").read_bytes()
    note("The other side opens the export for itself; the customer's mail is in it, byte by byte.")
    assert "is in the chain" in play.tells("instructions", "verify", "--against", head, registry=str(folder))


def the_forgery(play: Play, head: str, sql: Sql) -> None:
    chapter("Somebody who owns the database changes the record past the program")
    ledger = KEEPS[0]
    alter = f"UPDATE {ledger} SET body = replace(body, '{{old}}', '{{new}}') WHERE kind = 'confirmation'"
    note("The answer of 2 September becomes one of 12 August:")
    sql([alter.format(old="2016-09-02", new="2016-08-12")])
    out = play.tells("instructions", "verify", status=1)
    assert "was altered" in out
    sql([alter.format(old="2016-08-12", new="2016-09-02")])
    assert "The record is whole" in play.does("instructions", "verify")
    note("Put back as it was, the record is whole again. Now everything after the third entry is cut off:")
    sql([f"DELETE FROM {table} WHERE number > 3" for table in KEEPS])
    out = play.tells("instructions", "verify", status=1)
    assert "entries were removed" in out
    note(
        "The files of what is gone are still there. Had they been removed as well, the record by itself could not tell;"
    )
    note("the head that the report of 5 September carries does:")
    assert head in play.tells("instructions", "verify", "--against", head, status=1)


@contextmanager
def registry_at(place: str | None, scratch: Path) -> Iterator[tuple[str, Sql]]:
    """A new registry at that place, and the way past the program to its database."""
    if place is None or "://" not in place:
        path = Path(place) if place else scratch / "registry.db"
        if path.exists():
            raise SystemExit(f"{path}: is there already; the case needs a registry of its own")

        def past_sqlite(statements: Sequence[str]) -> None:
            with closing(sqlite3.connect(path)) as db, db:
                found = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
                for name, _ in found:
                    db.execute(f"DROP TRIGGER {name}")
                for statement in statements:
                    db.execute(statement.replace("docvalidate_", ""))
                for _, made in found:
                    db.execute(made)

        yield str(path), past_sqlite
        return
    import psycopg

    address, mark, options = place.replace("+psycopg", "", 1).partition("?")
    scheme, _, rest = address.partition("://")
    host, _, other = rest.partition("/")
    name = f"founding_case_{uuid4().hex}"
    home, server = (f"{scheme}://{host}/{one}{mark}{options}" for one in (name, other or "postgres"))
    with psycopg.connect(server, autocommit=True) as db:
        db.execute(f"CREATE DATABASE {name}")

    def past_postgres(statements: Sequence[str]) -> None:
        with psycopg.connect(home) as db:
            for table in KEEPS:
                db.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            for statement in statements:
                db.execute(statement)
            for table in KEEPS:
                db.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")

    try:
        yield home, past_postgres
    finally:
        with psycopg.connect(server, autocommit=True) as db:
            db.execute(f"DROP DATABASE {name} WITH (FORCE)")


def without_words(name: str, scratch: Path) -> Path:
    """The instruction as it came, before anybody said anything of it, with the customer's own file beside it."""
    folder = scratch / name.removesuffix(".yaml")
    folder.mkdir()
    version, _, _ = (MAILS / name).read_text("utf-8").partition("confirmations:")
    (folder / name).write_text(version, encoding="utf-8")
    source = name.replace("harborline", "vendor-procedure").replace(".yaml", ".pdf")
    (folder / source).write_bytes((MAILS / source).read_bytes())
    return folder / name


def names(report: dict[str, object]) -> list[str]:
    """The findings of a report, the worst first."""
    findings = report["findings"]
    assert isinstance(findings, list)
    return [finding["name"] for finding in findings]


def states(report: dict[str, object]) -> dict[str, str]:
    """How each field of a report stands."""
    checks = report["checks"]
    assert isinstance(checks, list)
    return {check["field"]: check["status"] for check in checks if check["status"] != "not_required"}


def chapter(title: str) -> None:
    print(f"\n{title}\n{'=' * len(title)}")


def note(text: str) -> None:
    print(f"\n{text}")


def show(text: str) -> None:
    print("".join(f"    {line}".rstrip() + "\n" for line in text.splitlines()), end="")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
