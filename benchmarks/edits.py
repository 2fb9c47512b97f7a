"""Single edits of invented parties, material and cosmetic, put before the party comparison.

    python -m benchmarks.edits                  the table of rules; status 1 where the goal is missed
    python -m benchmarks.edits --list-edits     every edit

The goal: no material edit is called alike, and at most 0.5 % of the cosmetic edits are called a mismatch.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from . import cosmetic, wrong_numbers, wrong_words
from .blocks import Block, Edits, load

PARTIES = Path(__file__).with_name("parties.txt")
ALIKE = frozenset({"match", "format_difference", "partial"})
COSMETIC_LIMIT = 0.005
# Which side of these is the instruction matters, so they are never turned round.
ONE_WAY = "contact: "

Kind = Literal["material", "cosmetic", "contact left out"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: the party as the instruction has it and as the draft has it."""

    rule: str
    kind: Kind
    country: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Judged:
    """An edit and what the comparison called it."""

    edit: Edit
    status: str

    @property
    def wrong(self) -> bool:
        """The comparison did not say what the edit calls for."""
        if self.edit.kind == "material":
            return self.status in ALIKE
        if self.edit.kind == "cosmetic":
            return self.status not in ALIKE
        return self.status != "partial"


@cache
def suite() -> tuple[Edit, ...]:
    """Every edit, always the same ones in the same order."""
    return tuple(dict.fromkeys(_edits(load(PARTIES))))


def judge(edits: Iterable[Edit], compare: Callable[[str, str], str]) -> tuple[Judged, ...]:
    """Put the edits before a comparison that takes expected and found and gives a status."""
    return tuple(Judged(edit, compare(edit.expected, edit.found)) for edit in edits)


def misses(judged: Iterable[Judged]) -> tuple[str, ...]:
    """In what the goal is missed; nothing where it is held."""
    judged = tuple(judged)
    wrong = Counter(one.edit.kind for one in judged if one.wrong)
    cosmetics = sum(one.edit.kind == "cosmetic" for one in judged)
    goals = (
        (wrong["material"] == 0, f"{wrong['material']} material edits are called alike"),
        (wrong["cosmetic"] <= COSMETIC_LIMIT * cosmetics, f"{wrong['cosmetic']} cosmetic edits are called a mismatch"),
        (wrong["contact left out"] == 0, f"{wrong['contact left out']} contacts left out are not called partial"),
    )
    return tuple(said for held, said in goals if not held)


def _edits(blocks: Iterable[Block]) -> Iterator[Edit]:
    shelves: tuple[tuple[Kind, tuple[Callable[[Block, random.Random], Edits], ...]], ...] = (
        ("material", wrong_numbers.GENERATORS + wrong_words.GENERATORS),
        ("cosmetic", cosmetic.GENERATORS),
    )
    for block in blocks:
        for kind, generators in shelves:
            for generate in generators:
                # Seeded by what is edited, so that a new rule or block leaves the other edits as they were.
                rng = random.Random(f"{kind} {generate.__name__} {block.text}")
                for rule, edited in generate(block, rng):
                    turned = rng.random() < 0.5 and not rule.startswith(ONE_WAY)
                    pair = (edited, block.text) if turned else (block.text, edited)
                    if edited != block.text:
                        yield Edit(rule, kind, block.country, *pair)
        for rule, edited in cosmetic.contact_left_out(block):
            yield Edit(rule, "contact left out", block.country, block.text, edited)


def table(judged: Iterable[Judged], show: int) -> Iterator[str]:
    """The rules with their counts, the wrong ones under their rule."""
    rules: defaultdict[tuple[Kind, str], list[Judged]] = defaultdict(list)
    kinds: defaultdict[Kind, list[Judged]] = defaultdict(list)
    for one in judged:
        rules[one.edit.kind, one.edit.rule].append(one)
        kinds[one.edit.kind].append(one)
    yield _row("rule", "edits", "alike", "mismatch", "wrong")
    for kind, members in kinds.items():
        yield f"\n{kind}"
        for (of_kind, rule), group in sorted(rules.items()):
            if of_kind == kind:
                yield _counts(f"  {rule}", group)
                yield from (_shown(one) for one in [one for one in group if one.wrong][:show])
        yield _counts(f"  total {kind}", members)


def _counts(title: str, group: list[Judged]) -> str:
    alike = sum(one.status in ALIKE for one in group)
    wrong = sum(one.wrong for one in group)
    return _row(title, str(len(group)), str(alike), str(len(group) - alike), str(wrong or ""))


def _row(title: str, *figures: str) -> str:
    return f"{title:66}" + "".join(f"{figure:>9}" for figure in figures).rstrip()


def _shown(one: Judged) -> str:
    return f"      {one.status} [{one.edit.country}]\n        {one.edit.expected!r}\n        {one.edit.found!r}"


def main(arguments: list[str] | None = None) -> int:
    """Run the suite; 0 where the goal is held, 1 where it is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.edits", description=__doc__.partition("\n")[0])
    parser.add_argument("--show", type=int, default=3, metavar="N", help="wrong answers to show for each rule")
    parser.add_argument("--list-edits", action="store_true", help="print every edit and judge none")
    options = parser.parse_args(arguments)
    if options.list_edits:
        for edit in suite():
            print(f"{edit.kind} | {edit.rule} | {edit.country}\n  {edit.expected!r}\n  {edit.found!r}")
        return 0
    from docvalidate.compare.party import compare_party

    judged = judge(suite(), lambda expected, found: compare_party(expected, found).status)
    print("\n".join(table(judged, options.show)))
    missed = misses(judged)
    print("\n" + ("; ".join(missed) if missed else "the goal is held"))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
