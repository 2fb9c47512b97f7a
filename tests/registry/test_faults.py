"""Whatever goes wrong while something is put on record: nothing is half written, and nothing stored is lost."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from docvalidate.cli import main
from docvalidate.model import DocvalidateError, RegistryUnavailable
from docvalidate.registry import Registry
from docvalidate.registry.postgres import PostgresStore
from docvalidate.registry.recording import Recorder
from docvalidate.registry.sqlite import SqliteStore
from tests.children import Say, child, command, together
from tests.registries import FOUNDING, TODAY, a_mail, a_report, attempt, founding, kinds, tamper

# Processes are killed and limited as on Unix.
pwd, resource = pytest.importorskip("pwd"), pytest.importorskip("resource")

SOME, DOZENS, WRITERS = 240, 36, 16
ORDER = "PO-44718"
CLOSE = ("instructions", "close", ORDER, "--customer", "HARBORLINE", "--isolated", "--registry")
VERIFY = ("instructions", "verify", "--isolated", "--registry")
ADD = ("instructions", "add", str(FOUNDING), "--isolated", "--registry")


def writing_on(home: str, say: Say) -> None:
    """Put one thing after the other on record, and say the number of each entry once it is said to be stored."""
    registry = Registry(home, create=True, recorded_by="clerk")
    for entry in registry.add(FOUNDING).entries:
        say(entry.number)
    while True:
        mail = a_mail(f"{ORDER}: version 2016-08 is confirmed. " + "x" * 5000)
        say(registry.confirm("HARBORLINE", order=ORDER, evidence=mail, today=TODAY).number)
        say(registry.record(a_report(), os.urandom(9000)).number)


def stored(said: str) -> int:
    """The last entry that was said to be stored."""
    return max((int(line) for line in said.splitlines()), default=0)


def is_whole(home: str, at_least: int) -> int:
    """The record opens, is whole and has lost nothing; how many entries it has."""
    found = Registry(home, create=True).verify()
    assert found.faults == ()
    assert found.entries >= at_least
    return found.entries


# Killed


def test_a_file_whose_writer_is_killed_at_any_moment_has_lost_nothing(tmp_path: Path) -> None:
    chance = random.Random(44718)
    begun_and_not_ended = 0
    for number in range(SOME):
        # Ten deaths for each file, the first of them while it is being made.
        home = str(tmp_path / f"{number // 10}.db")
        dying = child(lambda say, home=home: writing_on(home, say))
        dying.hear(0 if number % 10 == 0 else chance.randrange(4))
        time.sleep(chance.uniform(0, 0.012))
        said = dying.kill()
        assert "Traceback" not in said
        begun_and_not_ended += Path(home + "-journal").exists()
        is_whole(home, stored(said))
    # Or every one of them died between two writes.
    assert begun_and_not_ended > 10


def test_a_database_whose_client_is_killed_at_any_moment_has_lost_nothing(postgres: str) -> None:
    chance = random.Random(44718)
    last = 0
    for number in range(DOZENS):
        dying = child(lambda say: writing_on(postgres, say))
        dying.hear(0 if number < 8 else chance.randrange(5))
        time.sleep(chance.uniform(0, 0.02))
        said = dying.kill()
        assert "Traceback" not in said
        last = is_whole(postgres, max(last, stored(said)))
    assert last > 7


# Together


def test_sixteen_writers_at_once_lose_nothing_and_make_one_chain(home: str) -> None:
    founding(home)

    def write(say: Say) -> None:
        registry = Registry(home)
        for _ in range(4):
            say(registry.record(a_report(), os.urandom(100)).number)

    ended = together([write] * WRITERS)
    assert [status for status, _ in ended] == [0] * WRITERS
    numbers = sorted(int(line) for _, said in ended for line in said.splitlines())
    assert numbers == list(range(8, 8 + 4 * WRITERS))
    assert is_whole(home, 0) == 7 + 4 * WRITERS


def test_sixteen_may_begin_the_same_registry_at_once(home: str) -> None:
    def begin(say: Say) -> None:
        say(len(Registry(home, create=True).add(FOUNDING).entries))

    ended = together([begin] * WRITERS)
    assert sorted(said for _, said in ended) == ["0\n"] * (WRITERS - 1) + ["7\n"]
    assert is_whole(home, 7) == 7


def test_a_record_that_grows_while_it_is_looked_at_is_whole(home: str, tmp_path: Path) -> None:
    founding(home)

    def write(say: Say) -> None:
        registry = Registry(home)
        for _ in range(25):
            registry.record(a_report(), os.urandom(10))

    def look(say: Say) -> None:
        registry = Registry(home)
        head = registry.head()
        while head is not None and head.number < 7 + 3 * 25:
            for fault in registry.verify().faults:
                say(fault)
            head = registry.head()

    def export(say: Say) -> None:
        registry = Registry(home)
        for number in range(3):
            registry.export(tmp_path / f"export{number}")
            for fault in Registry(tmp_path / f"export{number}").verify().faults:
                say(fault)

    assert together([write, write, write, look, export]) == [(0, "")] * 5


# One clear line


def one_line(status: int, said: str, *words: str) -> None:
    """The command ended as it must, with one line that says what is wrong."""
    assert status == 2
    assert said.count("\n") == 1
    assert said.startswith("docvalidate: ")
    assert [word for word in words if word not in said] == []


def test_a_limit_on_the_size_of_files_leaves_the_registry_as_it_was(tmp_path: Path) -> None:
    home = str(tmp_path / "registry.db")
    founding(home)

    def limit() -> None:
        size = Path(home).stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    big = tmp_path / "big"
    shutil.copytree(FOUNDING, big)
    file = big / "harborline-2016.yaml"
    file.write_text(file.read_text("utf-8") + "# " + "x" * 300_000 + "\n", "utf-8")
    file.write_text(file.read_text("utf-8").replace("title: ", "title: Another "), "utf-8")
    one_line(*command("instructions", "add", str(big), "--isolated", "--registry", home, first=limit), "nothing was")
    assert is_whole(home, 7) == 7


def test_a_limit_that_is_met_while_the_registry_is_begun_leaves_none(tmp_path: Path) -> None:
    home = str(tmp_path / "registry.db")
    for size in (0, 1000, 4096, 20_000, 50_000):
        limit = (size, size)
        first = lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, limit)  # noqa: E731
        one_line(*command(*ADD, home, first=first), home)
        assert is_whole(home, 0) == 0
    assert command(*ADD, home) == (0, "")


def test_a_full_file_takes_nothing_of_an_entry(tmp_path: Path) -> None:
    home = str(tmp_path / "registry.db")
    registry = founding(home)
    store = registry._store
    assert isinstance(store, SqliteStore)
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(RegistryUnavailable, match="full; nothing was written"):
        registry.record(a_report(), os.urandom(100_000))
    assert (registry.verify().entries, registry.verify().evidence) == (7, 9)
    store._db.execute("PRAGMA max_page_count = 1000000")
    assert registry.record(a_report(), os.urandom(100_000)).number == 8
    assert kinds(registry) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no disk may be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_takes_nothing_of_an_entry(small_disk: Path) -> None:
    home = str(small_disk / "registry.db")
    founding(home)
    last = 7
    with pytest.raises(RegistryUnavailable, match="nothing was written"):
        while True:
            last = Registry(home).record(a_report(), os.urandom(30_000)).number
    assert is_whole(home, last) == last
    one_line(*command("instructions", "export", "--output", str(small_disk / "export"), "--registry", home), "export")
    assert [file.name for file in small_disk.iterdir()] == ["registry.db"]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder into which others may look, as they may not into those of the tests."""
    folder = Path(tempfile.mkdtemp(prefix="docvalidate-read-only-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


def nobody() -> None:
    """Become somebody to whom permissions apply."""
    if os.geteuid() == 0:
        # The interpreter's own files may lie where only root may look: what is needed is loaded before.
        with tempfile.TemporaryDirectory() as place:
            for words in (ADD, CLOSE, VERIFY):
                assert main([*words, f"{place}/registry.db"]) == 0
        user = pwd.getpwnam("nobody")
        os.setgroups([])
        os.setgid(user.pw_gid)
        os.setuid(user.pw_uid)


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)])
def test_a_registry_that_may_only_be_read_is_read(open_folder: Path, file_mode: int, folder_mode: int) -> None:
    home = str(open_folder / "registry.db")
    founding(home)
    Path(home).chmod(file_mode)
    open_folder.chmod(folder_mode)
    assert command(*VERIFY, home, first=nobody) == (0, "")
    one_line(*command(*CLOSE, home, first=nobody), "nothing was written")
    assert command(*ADD, home, first=nobody) == (0, "")  # everything stands on record
    assert is_whole(home, 7) == 7


def test_a_registry_that_may_not_even_be_read_is_told_in_one_line(open_folder: Path) -> None:
    home = str(open_folder / "registry.db")
    founding(home)
    Path(home).chmod(0)
    one_line(*command(*CLOSE, home, first=nobody), "registry.db")


def test_a_registry_cannot_be_begun_where_nothing_may_be_written(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    one_line(*command(*ADD, str(open_folder / "registry.db"), first=nobody), "registry.db")
    one_line(*command(*ADD, str(open_folder / "no" / "registry.db")), "registry.db")
    assert list(open_folder.iterdir()) == []


@pytest.mark.parametrize("lock", ["EXCLUSIVE", "IMMEDIATE"])
def test_a_locked_file_is_waited_for_and_then_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lock: str
) -> None:
    home = str(tmp_path / "registry.db")
    founding(home)
    monkeypatch.setitem(SqliteStore.__init__.__kwdefaults__, "patience", 0.1)
    other = sqlite3.connect(home, isolation_level=None)
    other.execute(f"BEGIN {lock}")
    one_line(*command(*CLOSE, home), "in use by another program")
    other.execute("ROLLBACK")
    other.close()
    assert is_whole(home, 7) == 7
    assert command(*CLOSE, home) == (0, "")


def test_a_reader_does_not_keep_a_writer_from_beginning_and_neither_is_half_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = str(tmp_path / "registry.db")
    founding(home)
    monkeypatch.setitem(SqliteStore.__init__.__kwdefaults__, "patience", 0.1)
    reader = sqlite3.connect(home, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT number FROM ledger").fetchone()
    one_line(*command(*CLOSE, home), "in use by another program")
    reader.execute("COMMIT")
    reader.close()
    assert is_whole(home, 7) == 7


def test_a_locked_database_is_waited_for_and_then_left_as_it_was(
    postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import psycopg

    founding(postgres)
    monkeypatch.setitem(PostgresStore.__init__.__kwdefaults__, "patience", 0.1)
    with psycopg.connect(postgres) as other:
        other.execute("SELECT pg_advisory_lock(%s)", (0x646F6376616C6964,))
        one_line(*command(*CLOSE, postgres), "in use by another program")
    assert is_whole(postgres, 7) == 7
    assert command(*CLOSE, postgres) == (0, "")


def cut(postgres: str) -> None:
    """End every other connection to the database."""
    attempt(
        postgres,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()",
    )


def test_a_connection_lost_in_the_middle_of_writing_leaves_nothing_of_it(
    postgres: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    founding(postgres)
    closed = Recorder.closed

    def lost(self: Recorder, customer: str, order: str, reason: str | None, on: date) -> object:
        closed(self, customer, order, reason, on)
        cut(postgres)
        return closed(self, customer, order, reason, on)

    monkeypatch.setattr(Recorder, "closed", lost)
    one_line(main([*CLOSE, postgres]), capsys.readouterr().err, "the connection was lost")
    assert is_whole(postgres, 7) == 7


def test_a_connection_lost_before_the_end_is_not_taken_for_stored(
    postgres: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    founding(postgres)
    closed = Recorder.closed

    def lost(self: Recorder, customer: str, order: str, reason: str | None, on: date) -> object:
        entry = closed(self, customer, order, reason, on)
        cut(postgres)
        return entry

    monkeypatch.setattr(Recorder, "closed", lost)
    one_line(main([*CLOSE, postgres]), capsys.readouterr().err, "the connection was lost")
    assert is_whole(postgres, 7) == 7


def test_a_connection_lost_between_two_questions_is_made_again(postgres: str) -> None:
    registry = founding(postgres)
    cut(postgres)
    assert registry.customers() == ("HARBORLINE",)
    cut(postgres)
    assert registry.record(a_report()).number == 8


def test_a_server_or_database_that_is_not_there_is_told_in_one_line(postgres: str) -> None:
    one_line(*command(*CLOSE, "postgresql://nobody@127.0.0.1:1/registry"), "127.0.0.1", "refused")
    one_line(*command(*CLOSE, postgres + "_not"), "does not exist")
    one_line(*command(*CLOSE, "postgresql://host:port/x"), "not a URL")
    one_line(*command(*CLOSE, "mysql://host/x"), "no such kind of registry")


def test_a_database_that_may_only_be_read_is_read(postgres: str) -> None:
    founding(postgres)
    attempt(postgres, f"ALTER DATABASE {postgres.rpartition('/')[2]} SET default_transaction_read_only = on")
    assert command(*VERIFY, postgres) == (0, "")
    one_line(*command(*CLOSE, postgres), "read-only")
    assert is_whole(postgres, 7) == 7


def test_a_server_set_to_other_isolation_makes_no_fork(postgres: str) -> None:
    founding(postgres)
    name = postgres.rpartition("/")[2]
    attempt(postgres, f"ALTER DATABASE {name} SET default_transaction_isolation = 'serializable'")

    def write(say: Say) -> None:
        Registry(postgres).record(a_report())

    assert together([write] * 6) == [(0, "")] * 6
    assert is_whole(postgres, 13) == 13


NEWER = {"sqlite": "PRAGMA user_version = 99", "postgres": "INSERT INTO docvalidate_schema (schema) VALUES (99)"}


def test_a_registry_of_a_newer_version_is_left_alone(home: str) -> None:
    opened = founding(home)
    assert attempt(home, NEWER["postgres" if "://" in home else "sqlite"]) == ""
    for words in (CLOSE, ADD, VERIFY):
        one_line(*command(*words, home), "newer docvalidate", "99", "upgrade")
    with pytest.raises(RegistryUnavailable, match="newer docvalidate"):
        opened.record(a_report())
    assert len(list(opened.entries())) == 7


@pytest.mark.parametrize(
    "content", [b"customer: HARBORLINE\n" * 50, b"\0" * 4096, b"SQLite format 3\0" + b"\xff" * 900]
)
def test_a_file_that_is_no_registry_is_left_alone(tmp_path: Path, content: bytes) -> None:
    home = tmp_path / "registry.db"
    home.write_bytes(content)
    one_line(*command(*CLOSE, str(home)), "registry.db")
    one_line(*command(*ADD, str(home)), "registry.db")
    assert home.read_bytes() == content


def test_a_database_file_of_something_else_is_left_alone(tmp_path: Path) -> None:
    home = str(tmp_path / "other.db")
    db = sqlite3.connect(home)
    db.execute("CREATE TABLE ledger (number INTEGER)")
    db.commit()
    db.close()
    one_line(*command(*ADD, home), "something else")


def test_a_file_cut_short_is_told_in_one_line(tmp_path: Path) -> None:
    home = tmp_path / "registry.db"
    founding(str(home))
    whole = home.read_bytes()
    home.write_bytes(whole[: len(whole) // 2])
    one_line(*command(*VERIFY, str(home)), "damaged")


def test_a_head_that_is_not_remembered_stops_the_writer_in_one_line(home: str) -> None:
    founding(home)
    tamper(home, "DELETE FROM heads WHERE number > 5")
    one_line(*command(*CLOSE, home), "instructions verify")


def test_a_writer_that_is_interrupted_leaves_nothing(home: str) -> None:
    founding(home)

    def interrupted(say: Say) -> None:
        registry = Registry(home)
        try:
            with registry._recorder() as recorder:
                recorder.closed("HARBORLINE", ORDER, None, TODAY)
                signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            say(registry.close("HARBORLINE", ORDER, on=TODAY).number)

    assert child(interrupted).ended() == (0, "8\n")
    assert is_whole(home, 8) == 8


def test_an_error_while_writing_leaves_nothing(home: str) -> None:
    registry = founding(home)
    with pytest.raises(DocvalidateError), registry._recorder() as recorder:
        recorder.closed("HARBORLINE", ORDER, None, TODAY)
        recorder.add(FOUNDING / "mail-2016-05-02.eml")
    assert is_whole(home, 7) == 7
