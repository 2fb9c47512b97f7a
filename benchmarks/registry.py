"""What a registry of a million versions costs, as ratios to a small one or to a folder measured in the same run.

    python -m benchmarks.registry                  1,000,000 versions of 10,000 customers; takes some minutes
    python -m benchmarks.registry --small          20,000 versions of 200 customers
    python -m benchmarks.registry --postgres URL   the same in an empty database, too

Every registry is written by the program's own code, many versions in one transaction.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from docvalidate.model import Confirmation, Instruction, Lane, PortRule
from docvalidate.registry import Registry
from docvalidate.registry.folder import File
from docvalidate.registry.recording import Recorder

from .reading import SAMPLES, Race, _run, _seconds

EACH = 100
"""Versions of a customer."""
DAY = date(2016, 9, 5)
PARTY = "{name} IMPORTS LLC\n{number} BROENING HIGHWAY, SUITE 210\nBALTIMORE, MD 21224, USA\nTEL +1 410 555 0134"


def a_file(customer: int, version: int) -> File:
    """An instruction file as a customer might send one: two lanes, three parties, a standing word."""
    name, received = f"CUSTOMER-{customer:05}", date(1990, 1, 1) + timedelta(90 * version)
    party = PARTY.format(name=name, number=version)
    lanes = tuple(
        Lane(name=lane, consignee=party, notify_parties=(party,), transshipment=PortRule(allowed=(port,)))
        for lane, port in (("US East", "USBAL"), ("US West", "USLAX"))
    )
    says = Instruction(
        customer=name,
        version=f"{received:%Y-%m}",
        supersedes=f"{received - timedelta(90):%Y-%m}" if version else None,
        received=received,
        lanes=lanes,
        file=f"{customer}-{version}.yaml",
        sha256=f"{customer:032x}{version:032x}",
        confirmations=(Confirmation(date=received, by="imports@customer.example"),),
    )
    return File(says.file or "", f"{customer} {version}\n{party}".encode(), says)


def fill(registry: Registry, customers: int, first: int = 0) -> float:
    """Put all versions of so many customers on record, a hundred customers in one transaction: the seconds it took."""
    taken = 0.0
    for start in range(first, first + customers, 100):
        some = range(start, min(start + 100, first + customers))
        files = [a_file(customer, version) for customer in some for version in range(EACH)]
        begin = time.perf_counter()
        with registry._recorder() as recorder:
            put(recorder, files)
        taken += time.perf_counter() - begin
    return taken


def put(recorder: Recorder, files: list[File]) -> None:
    """What `add` does with the files of a folder, without the folder."""
    for file in files:
        recorder._add(file, Path(), [])


Opening = Callable[[], Registry]


def choosing(large: Opening, small: Opening, customers: int, rounds: int) -> tuple[float, float]:
    """The medians of choosing the version for an order, turn by turn, each time of another customer."""
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(rounds):
        for opened, among, times in ((large, customers, ours), (small, 10, theirs)):
            name = f"CUSTOMER-{(number * 7919) % among:05}"

            def ask(opened: Opening = opened, name: str = name) -> object:
                return opened().choose(name, order="PO-44718", as_of=DAY)

            times.append(_seconds(ask))
    return statistics.median(ours), statistics.median(theirs)


def engine(title: str, large: str, small: str, versions: int, options: argparse.Namespace) -> Iterator[bool]:
    """Adding and choosing in one engine; whether each goal is held."""
    little, big = Registry(small, create=True), Registry(large, create=True)
    fill(little, 10)
    steps = [versions // 100, versions // 10]
    early = fill(big, steps[0] // EACH)
    size = Path(large).stat().st_size if "://" not in large else None
    if size is not None:
        print(f"{title}: bytes per version (with its file and its word) at {steps[0]:,}: {size / steps[0]:.0f}")
    middle = fill(big, (steps[1] - steps[0]) // EACH, steps[0] // EACH)
    per = [early / steps[0], middle / (steps[1] - steps[0])]
    yield told(f"{title}: adding one version, up to {steps[1]:,} against up to {steps[0]:,}", per[1], per[0], 1.5)
    last = fill(big, (versions - steps[1]) // EACH, steps[1] // EACH)
    yield told(
        f"{title}: adding one version, up to {versions:,} against up to {steps[0]:,}",
        last / (versions - steps[1]),
        per[0],
        1.5,
    )
    if size is not None:
        size = Path(large).stat().st_size
        print(f"{title}: bytes per version (with its file and its word) at {versions:,}: {size / versions:.0f}")
    ours, theirs = choosing(lambda: big, lambda: little, versions // EACH, options.rounds * 10)
    yield told(f"{title}: choosing among {versions:,} against 1,000", ours, theirs, 2.0)
    ours, theirs = choosing(lambda: Registry(large), lambda: Registry(small), versions // EACH, options.rounds * 5)
    yield told(f"{title}: the same with the opening of the registry", ours, theirs, 2.0)


def told(title: str, ours: float, theirs: float, goal: float) -> bool:
    """Print a line; whether the goal is held."""
    ratio = ours / theirs
    missed = "" if ratio <= goal else "   missed"
    print(f"{title:90}{ratio:8.2f}{goal:8.2f}{missed}   ({ours * 1000:.2f} ms / {theirs * 1000:.2f} ms)", flush=True)
    return ratio <= goal


def cold_check(home: Path, rounds: int) -> bool:
    """A whole check from a cold start with a SQLite registry, against the same with the folder of two files."""
    case = SAMPLES / "founding-case"
    folder, file = case / "instructions", home / "case.db"
    Registry(file, create=True).add(folder)
    words = [sys.executable, "-m", "docvalidate", "check", str(case / "draft.pdf"), "--customer", "HARBORLINE"]
    words += ["--order", "PO-44718", "--as-of", str(DAY), "--isolated", "--registry"]

    def check(registry: Path) -> Callable[[], None]:
        return lambda: _run([*words, str(registry)], (1,))

    race = Race("cold check with SQLite against a folder of two files", 1.1, check(file), check(folder))
    race.ours()
    race.yardstick()
    pairs = [(_seconds(race.ours), _seconds(race.yardstick)) for _ in range(rounds)]
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    return told(race.title, ours, theirs, race.goal)


@contextmanager
def databases(url: str) -> Iterator[tuple[str, str]]:
    """Two new databases on the server of the URL, which are dropped at the end."""
    import psycopg

    server = url.rpartition("/")[0]
    names = ("docvalidate_bench_large", "docvalidate_bench_small")
    with psycopg.connect(url, autocommit=True) as db:
        for name in names:
            db.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{server}/{names[0]}", f"{server}/{names[1]}"
        finally:
            for name in names:
                db.execute(f"DROP DATABASE {name} WITH (FORCE)")


def main(arguments: list[str] | None = None) -> int:
    """Measure; 0 where every goal is held, 1 where one is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.registry", description=__doc__.partition("\n")[0])
    parser.add_argument("--small", action="store_true", help="a run of seconds")
    parser.add_argument("--postgres", metavar="URL", help="a server on which databases may be created")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args(arguments)
    versions = 20_000 if options.small else 1_000_000
    held = []
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        print(f"{'':90}{'ratio':>8}{'goal':>8}")
        held.append(cold_check(home, options.rounds))
        held += engine("SQLite", str(home / "large.db"), str(home / "small.db"), versions, options)
        if options.postgres:
            with databases(options.postgres) as (large, small):
                held += engine("PostgreSQL", large, small, versions, options)
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
