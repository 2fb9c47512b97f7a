"""How long reading and starting take, as ratios to a yardstick taken in the same run, turn by turn.

    python -m benchmarks.reading                                 the drafts of sample_docs
    python -m benchmarks.reading --face FACE.pdf --terms FACE-AND-TERMS.pdf --rounds 9

A ratio is the median of the rounds of ours divided by the median of the rounds of the yardstick, so that a slow
machine slows both. The yardstick of a reading is pdfplumber's `extract_words` over the same pages.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "sample_docs"
YARDSTICK = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        page.extract_words()
"""


@dataclass(frozen=True, slots=True)
class Race:
    """What is measured, against what, and the ratio that it must not pass."""

    title: str
    goal: float
    ours: Callable[[], object]
    yardstick: Callable[[], object]


def reading(title: str, goal: float, draft: Path) -> Race:
    """Our reading of a draft in this process, against pdfplumber's words of the same file."""
    import pdfplumber

    from docvalidate.limits import ReadSettings
    from docvalidate.pipeline import read

    settings = ReadSettings(second_reading="never", isolate=False)

    def words() -> int:
        with pdfplumber.open(draft) as pdf:
            return sum(len(page.extract_words()) for page in pdf.pages)

    return Race(title, goal, lambda: read(draft, settings=settings), words)


def command(title: str, goal: float, ours: list[str], yardstick: list[str]) -> Race:
    """A command from a cold start against another; held and unverified are answers, a usage error is none."""
    return Race(title, goal, lambda: _run(ours, (0, 1, 3)), lambda: _run(yardstick, (0,)))


def ratio(race: Race, rounds: int) -> float:
    """The median of ours over the median of the yardstick; both are run once before the clock starts."""
    race.ours()
    race.yardstick()
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(_seconds(race.ours))
        theirs.append(_seconds(race.yardstick))
    return statistics.median(ours) / statistics.median(theirs)


def races(face: Path, terms: Path, registry: Path, customer: str) -> list[Race]:
    """The four races."""
    docvalidate = [sys.executable, "-m", "docvalidate"]
    check = [*docvalidate, "check", str(terms), "--registry", str(registry), "--customer", customer]
    return [
        reading(f"face and terms page: {terms.parent.name}", 0.15, terms),
        reading(f"face page alone: {face.parent.name}", 0.4, face),
        command("cold check against cold pdfplumber", 1.0, check, [sys.executable, "-c", YARDSTICK, str(terms)]),
        command("--version against bare Python", 3.0, [*docvalidate, "--version"], [sys.executable, "-c", "pass"]),
    ]


def main(arguments: list[str] | None = None) -> int:
    """Run the races; 0 where every goal is held, 1 where one is missed, 2 where there is nothing to run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__.partition("\n")[0])
    parser.add_argument("--terms", type=Path, help="a draft with a terms page")
    parser.add_argument("--face", type=Path, help="a draft of one page")
    parser.add_argument("--registry", type=Path, default=SAMPLES / "instructions")
    parser.add_argument("--customer", default="CEDARWAY", help="whose draft --terms is: a cleared one is read once")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args(arguments)
    terms = options.terms or _draft(lambda draft, pages: "terms-page-clean" in draft.parts)
    face = options.face or _draft(lambda draft, pages: "clean-closed-boxes" in draft.parts)
    if terms is None or face is None:
        print("no draft or customer to measure with: name --terms, --face, --registry and --customer", file=sys.stderr)
        return 2
    held = True
    print(f"{'':50}{'ratio':>8}{'goal':>8}")
    for race in races(face, terms, options.registry, options.customer):
        found = ratio(race, options.rounds)
        held = held and found <= race.goal
        print(f"{race.title:50}{found:8.3f}{race.goal:8.2f}{'' if found <= race.goal else '   missed'}", flush=True)
    return 0 if held else 1


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _run(arguments: list[str], accepted: tuple[int, ...]) -> None:
    # An installed program is compiled already; the run that is not counted compiles a checkout.
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False, env=environ)
    if done.returncode not in accepted:
        raise SystemExit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr.strip()}")


def _draft(wanted: Callable[[Path, int], bool]) -> Path | None:
    import pypdfium2

    for draft in sorted(SAMPLES.rglob("draft.pdf")):
        with pypdfium2.PdfDocument(draft) as pdf:
            pages = len(pdf)
        if wanted(draft, pages):
            return draft
    return None


if __name__ == "__main__":
    sys.exit(main())
