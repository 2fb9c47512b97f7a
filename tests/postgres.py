"""A PostgreSQL server of the tests' own: a real one, from the programs that are installed, in a folder that goes away.

`DOCVALIDATE_TEST_POSTGRES`, such as postgresql://postgres@127.0.0.1, names a server that is to be used instead; its
user must be able to create databases.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

GIVEN = "DOCVALIDATE_TEST_POSTGRES"
_HOMES = Path("/usr/lib/postgresql")
_names = count(1)


@contextmanager
def server() -> Iterator[str]:
    """The URL of a server, for as long as it is needed. Where none can be had: a failure in CI, elsewhere a skip."""
    given = os.environ.get(GIVEN)
    if given:
        scheme, _, rest = given.partition("://")
        yield f"{scheme}://{rest.partition('/')[0]}"
        return
    programs = _programs()
    if programs is None:
        _go_without("PostgreSQL is not installed (apt-get install postgresql)")
    user = _somebody_else()
    home = Path(tempfile.mkdtemp(prefix="docvalidate-postgres-"))
    if user is not None:
        os.chown(home, *user)

    def run(program: str, *words: str) -> None:
        identity = {} if user is None else {"user": user[0], "group": user[1], "extra_groups": []}
        with (home / "said").open("wb") as said:
            done = subprocess.run(
                [programs / program, "-D", home / "data", *words],
                **identity,
                cwd=home,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                check=False,
            )
        if done.returncode:
            _go_without(f"{program}: {(home / 'said').read_text('utf-8', 'replace').strip()}")

    try:
        run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        port = _free_port()
        # What the server has on its disk after a power cut is not what is tested here.
        settings = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={home} -c fsync=off"
        run("pg_ctl", "start", "--wait", "--log", str(home / "log"), "--options", f"{settings} -c max_connections=60")
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}"
        finally:
            run("pg_ctl", "stop", "--wait", "--mode", "immediate")
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def database(url: str) -> Iterator[str]:
    """The URL of a new and empty database on a server, which is dropped afterwards."""
    psycopg = pytest.importorskip("psycopg")
    name = f"docvalidate_test_{os.getpid()}_{next(_names)}"
    with psycopg.connect(f"{url}/postgres", autocommit=True) as db:
        db.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield f"{url}/{name}"
        finally:
            db.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _programs() -> Path | None:
    """The folder of the server's programs: the newest one installed, else whatever the PATH leads to."""
    homes = sorted(_HOMES.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]) if path.parts[-3].isdigit() else 0)
    found = shutil.which("initdb")
    return homes[-1].parent if homes else Path(found).resolve().parent if found else None


def _somebody_else() -> tuple[int, int] | None:
    """The user and the group that the server runs as where the tests run as root, which it refuses."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    import pwd

    known = {entry.pw_name: (entry.pw_uid, entry.pw_gid) for entry in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _go_without(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"no PostgreSQL server: {reason}", pytrace=False)
    pytest.skip(f"no PostgreSQL server: {reason}")
