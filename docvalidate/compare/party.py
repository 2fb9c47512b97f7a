"""Two parties differ unless every difference between their texts is proven to be a way of writing.

No threshold of likeness decides anything here: a house number that is off by one is as like as two addresses can be.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from rapidfuzz.distance import Levenshtein

from docvalidate.model import Difference
from docvalidate.text.block import Block, read_block
from docvalidate.text.fold import same_text
from docvalidate.text.parts import parts_of

from .contacts import contact_differences
from .countries import country_differences
from .matching import Span, Step, matched, reordered
from .side import PUNCTUATION, Side

ORDER = "order within the part"
PartyStatus = Literal["match", "format_difference", "partial", "mismatch"]


@dataclass(frozen=True, slots=True)
class PartyComparison:
    """How a party of the draft stands to the party that is asked for, and every part in which it differs."""

    status: PartyStatus
    differences: tuple[Difference, ...] = ()


def compare_party(expected: str, found: str, *, strict: bool = False) -> PartyComparison:
    """Hold a party's text on the draft against the text of the instruction.

    `strict` (a letter of credit) changes no status and no difference: what differs is the same, and the rules make an
    error of each way of writing.

    >>> compare_party("ACME LLC\\n100 LIGHT STREET\\nBALTIMORE", "Acme LLC, 100 Light St, Baltimore").status
    'format_difference'
    >>> compare_party("ACME LLC\\n100 LIGHT STREET", "ACME LLC\\n1000 LIGHT STREET").differences[0].part
    'street number'
    """
    if same_text(expected, found):
        return PartyComparison("match")
    ours, theirs = _read(expected, found)
    differences = (*_words(ours, theirs), *contact_differences(ours, theirs))
    if not differences:
        differences = (Difference(part="punctuation", kind="format", reason=PUNCTUATION),)
    return PartyComparison(_status(differences), differences)


def _read(expected: str, found: str) -> tuple[Block, Block]:
    """Either side taken apart; where their contacts differ, one shows where a number of the other ends."""
    ours, theirs = read_block(expected), read_block(found)
    if _values(ours) == _values(theirs):
        return ours, theirs
    ways = ((ours, theirs), (ours, read_block(found, ours.contacts)), (read_block(expected, theirs.contacts), theirs))
    return max(ways, key=lambda way: len(_values(way[0]) & _values(way[1])))


def _values(block: Block) -> set[tuple[str, str]]:
    return {(line.kind, line.value.lstrip("+")) for line in block.contacts}


def _status(differences: Iterable[Difference]) -> PartyStatus:
    kinds = {difference.kind for difference in differences}
    if "material" in kinds:
        return "mismatch"
    return "partial" if "contact" in kinds else "format_difference"


def _words(ours: Block, theirs: Block) -> tuple[Difference, ...]:
    countries = frozenset(code for code in (ours.country, theirs.country) if code)
    expected, found = Side(ours.core, ours.name_end, countries), Side(theirs.core, theirs.name_end, countries)
    told = _accounted(ours, theirs, expected, found)
    if told is not None:
        return (*told, *country_differences(ours, theirs))
    if None in (ours.country, theirs.country):
        # The country of one side may stand elsewhere than at the end.
        sides = Side(ours.words, ours.name_end, countries), Side(theirs.words, theirs.name_end, countries)
        told = _accounted(ours, theirs, *sides)
        if told is not None:
            return told
    return (*_described(ours, theirs, expected, found), *country_differences(ours, theirs))


def _accounted(ours: Block, theirs: Block, expected: Side, found: Side) -> tuple[Difference, ...] | None:
    """The ways of writing that lead from one side to the other; null if something is left that none explains."""
    spans = (0, len(expected.words)), (0, len(found.words))
    steps = matched(expected, spans[0], found, spans[1])
    if steps is not None:
        return _usages(ours, theirs, steps)
    steps = reordered(expected, spans[0], found, spans[1]) or _turned(reordered(found, spans[1], expected, spans[0]))
    return (*_moved(ours, theirs, steps), *_usages(ours, theirs, steps)) if steps else None


def _turned(steps: tuple[Step, ...] | None) -> tuple[Step, ...]:
    """The steps seen from the other side, in the order of the draft."""
    turned = [Step(step.found, step.expected, step.reason) for step in steps or ()]
    return tuple(sorted(turned, key=lambda step: step.found))


def _usages(ours: Block, theirs: Block, steps: Iterable[Step]) -> tuple[Difference, ...]:
    """Each licence that was used, with the part of the party in which it was."""
    names = parts_of(ours)
    return tuple(
        Difference(
            part=names[step.expected[0]],
            expected=ours.raw(*step.expected),
            found=theirs.raw(*step.found),
            kind="format",
            reason=step.reason,
        )
        for step in steps
        if step.reason is not None
    )


def _moved(ours: Block, theirs: Block, steps: Iterable[Step]) -> tuple[Difference, ...]:
    names = parts_of(ours)
    ordered = list(steps)
    moved = [b for a, b in pairwise(ordered) if a.expected[1] != b.expected[0]]
    parts = list(dict.fromkeys(names[step.expected[0]] for step in moved))
    name = parts[0] if parts else "address"
    spans = (min(s.expected[0] for s in moved), len(ours.core)), (min(s.found[0] for s in moved), len(theirs.core))
    return (
        Difference(part=name, expected=ours.raw(*spans[0]), found=theirs.raw(*spans[1]), kind="format", reason=ORDER),
    )


def _described(ours: Block, theirs: Block, expected: Side, found: Side) -> tuple[Difference, ...]:
    """What differs, part by part. The alignment only tells; that the parties differ is settled before."""
    told = [
        difference for pieces in _differing(ours, theirs) for difference in _told(ours, theirs, expected, found, pieces)
    ]
    # What brought us here is a difference, whatever the alignment makes of it.
    whole = Difference(
        part="order of the words", expected=ours.raw(0, len(ours.core)), found=theirs.raw(0, len(theirs.core))
    )
    return tuple(told) if any(difference.kind == "material" for difference in told) else (*told, whole)


def _differing(ours: Block, theirs: Block) -> Iterator[list[tuple[Span, Span]]]:
    """The stretches in which the words differ, each in the pieces of the alignment."""
    steps = Levenshtein.opcodes([w.key for w in ours.core], [w.key for w in theirs.core])
    for equal, pieces in groupby(steps, key=lambda step: step.tag == "equal"):
        if not equal:
            yield [((step.src_start, step.src_end), (step.dest_start, step.dest_end)) for step in pieces]


def _told(
    ours: Block, theirs: Block, expected: Side, found: Side, pieces: list[tuple[Span, Span]]
) -> Iterator[Difference]:
    """Another way of writing where a piece is one; else the stretch part by part, if its parts pair off."""
    same = [matched(expected, e, found, f) if e[0] < e[1] and f[0] < f[1] else None for e, f in pieces]
    whole = (pieces[0][0][0], pieces[-1][0][1]), (pieces[0][1][0], pieces[-1][1][1])
    pairs = _by_part(parts_of(ours), parts_of(theirs), *whole) if not any(same) else None
    if pairs is not None:
        for part, e, f in pairs:
            written = matched(expected, e, found, f) if e[0] < e[1] and f[0] < f[1] else None
            yield from _usages(ours, theirs, written) if written else (_changed(ours, theirs, part, e, f),)
        return
    for (e, f), steps in zip(pieces, same, strict=True):
        part = parts_of(ours)[e[0]] if e[0] < e[1] else parts_of(theirs)[f[0]]
        yield from _usages(ours, theirs, steps) if steps else (_changed(ours, theirs, part, e, f),)


def _by_part(names: tuple[str, ...], others: tuple[str, ...], e: Span, f: Span) -> list[tuple[str, Span, Span]] | None:
    """The parts of a stretch with their words on either side; null if no part is on both, or one is in two places."""
    expected, found = _runs(names, e), _runs(others, f)
    parts = [*expected, *(part for part in found if part not in expected)]
    common = [part for part in expected if part in found]
    if None in (*expected.values(), *found.values()) or common != [part for part in found if part in expected]:
        return None
    return [(part, expected.get(part) or (0, 0), found.get(part) or (0, 0)) for part in parts] if common else None


def _runs(names: tuple[str, ...], span: Span) -> dict[str, Span | None]:
    """Where each part stands, in the order of the words; null for a part that stands in two places."""
    runs: dict[str, Span | None] = {}
    for part, words in groupby(range(*span), key=lambda index: names[index]):
        indexes = list(words)
        runs[part] = None if part in runs else (indexes[0], indexes[-1] + 1)
    return runs


def _changed(ours: Block, theirs: Block, part: str, e: Span, f: Span) -> Difference:
    return Difference(part=part, expected=ours.raw(*e) or None, found=theirs.raw(*f) or None)
