"""Two rows of words are one text if a chain of licences leads from end to end; nothing is skipped on the way."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, pairwise

from rapidfuzz.distance import Levenshtein

from docvalidate.reference.street_words import street_words, unit_words
from docvalidate.text.tokens import Token

from .readings import readings
from .side import ACCENTS, PUNCTUATION, ZIP_KEY, Reading, Side

Span = tuple[int, int]
_NUMBERS = frozenset({"U:NUMBER", "U:NUMERO", "U:NUMMER", "U:NOMOR"})
_TRIES = 400
_WORDS = frozenset({"A:", "B:", "U:", "D:"})
_POSTAL_CODE = 4
# Whose address it is depends on what stands before and after these words.
_AGENCY = frozenset({"X:C O", "X:O B O"})


@dataclass(frozen=True, slots=True)
class Step:
    """Words of either side that mean the same; `reason` is null where they are the same words."""

    expected: Span
    found: Span
    reason: str | None


def matched(expected: Side, e: Span, found: Side, f: Span) -> tuple[Step, ...] | None:
    """The steps from one end to the other, or null if there is no way through."""
    for eager in (True, False):
        for steps in paths(expected, e, found, f, eager=eager):
            if (steps[-1].found[1] if steps else f[0]) == f[1]:
                return steps
    return None


def paths(expected: Side, e: Span, found: Side, f: Span, *, eager: bool = False) -> Iterator[tuple[Step, ...]]:
    """Every way to use up the expected words `e`, as far into the found words `f` as it leads.

    An `eager` walk takes the same word for the same word without asking what else it may begin: quick, and it misses
    some ways.
    """
    seen: set[Span] = set()
    stack: list[tuple[int, int, tuple[object, Step] | None]] = [(e[0], f[0], None)]
    while stack:
        i, j, trail = stack.pop()
        # The same words need no licence: go straight on while they last.
        while i < e[1] and j < f[1] and expected.words[i].key == found.words[j].key:
            if not eager and (_begins_phrase(expected, i) or _begins_phrase(found, j)):
                break
            trail = (trail, _step(expected, (i, i + 1), found, (j, j + 1), ACCENTS))
            i, j = i + 1, j + 1
        if (i, j) in seen:
            continue
        seen.add((i, j))
        if i == e[1]:
            yield _unrolled(trail)
        elif j < f[1]:
            for reading, other in _pairs(expected, i, found, j):
                if i + reading.length <= e[1] and j + other.length <= f[1]:
                    step = _step(expected, (i, i + reading.length), found, (j, j + other.length), other.reason)
                    stack.append((i + reading.length, j + other.length, (trail, step)))


def _begins_phrase(side: Side, index: int) -> bool:
    return any(reading.length > 1 for reading in readings(side, index))


def _pairs(expected: Side, i: int, found: Side, j: int) -> Iterator[tuple[Reading, Reading]]:
    """Readings that agree; the plain word comes last, and so is tried first."""
    by_key: dict[str, list[Reading]] = {}
    for reading in readings(found, j):
        by_key.setdefault(reading.key, []).append(reading)
    agreeing = [
        (reading, other)
        for reading in readings(expected, i)
        for other in by_key.get(reading.key, ())
        if reading.sure or other.sure
    ]
    for reading, other in reversed(agreeing):
        # Two different extensions are two different ZIP codes; only a code without one may stand for either.
        codes = expected.words[i + reading.length - 1].key, found.words[j + other.length - 1].key
        if reading.key.startswith(ZIP_KEY) and len(codes[0]) == len(codes[1]) and codes[0] != codes[1]:
            continue
        # Ü is U or UE, but it is not ÜE.
        single = reading.key.startswith("W:") and reading.length == other.length == 1
        both = single and not expected.words[i].raw.isascii() and not found.words[j].raw.isascii()
        if both and expected.words[i].key != found.words[j].key:
            continue
        if not single and _is_slip(reading.key, expected.words[i].key, found.words[j].key):
            continue
        yield reading, other


def _is_slip(key: str, expected: str, found: str) -> bool:
    """Two abbreviations of one word that are a letter apart, such as BLDG and BLD, are a slip rather than a usage."""
    if key[:2] not in _WORDS or key[2:] in (expected, found) or {expected, found} == {"AV", "AVE"}:
        return False
    return "#" not in (expected, found) and Levenshtein.distance(expected, found) == 1


def _step(expected: Side, e: Span, found: Side, f: Span, reason: str) -> Step:
    ours, theirs = expected.words[slice(*e)], found.words[slice(*f)]
    if [w.raw.upper() for w in ours] == [w.raw.upper() for w in theirs]:
        return Step(e, f, None)
    ascii_only = all(w.raw.isascii() for w in (*ours, *theirs))
    same_words = [w.key for w in ours] == [w.key for w in theirs]
    return Step(e, f, PUNCTUATION if ascii_only and same_words else reason)


def _unrolled(trail: object) -> tuple[Step, ...]:
    steps: list[Step] = []
    while isinstance(trail, tuple):
        trail, step = trail
        steps.append(step)
    return tuple(reversed(steps))


def reordered(expected: Side, e: Span, found: Side, f: Span) -> tuple[Step, ...] | None:
    """The steps if `found` is the chunks of `expected` in another order that means the same.

    The name stays in front, on both sides. Words keep their order among themselves, and so do numbers that do not say
    themselves what they are: a house number and a postal code never change places. What may move is a suite or a floor
    with its number, a postal code around its town, a street.
    """
    chunks = chunks_of(expected, e)
    budget = count()
    stack: list[tuple[frozenset[int], int, tuple[Step, ...]]] = [(frozenset(), f[0], ())]
    while stack and next(budget) < _TRIES:
        used, at, steps = stack.pop()
        if len(used) == len(chunks):
            if at == f[1] and _same_name(expected, found, steps) and not _torn(expected, found, steps):
                return steps
            continue
        for index, chunk in enumerate(chunks):
            if index in used or not _may_follow(chunks, used, index):
                continue
            for pieces in chunk.orders:
                more = _placed(expected, pieces, found, (at, f[1]))
                if more is not None:
                    stack.append((used | {index}, more[-1].found[1], (*steps, *more)))
    return None


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words that stay together; `orders` are the orders in which they mean the same."""

    fixed: bool
    in_name: bool
    bare_number: bool
    orders: tuple[tuple[Span, ...], ...]


def _may_follow(chunks: tuple[Chunk, ...], used: frozenset[int], index: int) -> bool:
    chunk = chunks[index]
    passed = [chunks[n] for n in range(index) if n not in used]
    return not any(
        other.in_name or (chunk.fixed and other.fixed) or (chunk.bare_number and other.bare_number) for other in passed
    )


def _same_name(expected: Side, found: Side, steps: tuple[Step, ...]) -> bool:
    """Both sides end the name at the same word."""
    return any(step.expected[1] == expected.name_end and step.found[1] == found.name_end for step in steps)


def _torn(expected: Side, found: Side, steps: tuple[Step, ...]) -> bool:
    """Words stand side by side on one side and apart on the other, with no break between: NEW FLOOR 5 YORK."""
    return any(
        before.expected[1] < after.expected[0]
        and not (expected.words[before.expected[1]].chunk or expected.words[after.expected[0]].chunk)
        and not found.words[after.found[0]].chunk
        for before, after in pairwise(steps)
    )


def _placed(expected: Side, pieces: tuple[Span, ...], found: Side, f: Span) -> tuple[Step, ...] | None:
    steps: tuple[Step, ...] = ()
    start = f[0]
    for piece in pieces:
        more = next(paths(expected, piece, found, f), None)
        if not more:
            return None
        steps = (*steps, *more)
        f = (more[-1].found[1], f[1])
    # A number changes sides only within its own chunk.
    turned = len(pieces) > 1 and any(word.chunk for word in found.words[start + 1 : f[0]])
    return None if turned else steps


def chunks_of(side: Side, span: Span) -> tuple[Chunk, ...]:
    """The movable pieces of a row of words."""
    cuts = {span[0], span[1], min(max(side.name_end, span[0]), span[1])}
    units: set[int] = set()
    postal: set[int] = set()
    inside = span[0]
    for index in range(span[0], span[1]):
        word = side.words[index]
        if index < inside:
            continue
        # A number alone between two commas belongs to the street before it, unless it is long enough for a postal code.
        alone = word.is_number and side.ends_chunk(index + 1) and len(word.key) < _POSTAL_CODE
        if word.chunk and not alone:
            cuts.add(index)
        for reading in readings(side, index) if index >= side.name_end else ():
            end = index + reading.length
            numbered = reading.key.startswith(("U:", "X:POBOX")) and side.is_id(end) and reading.key not in _NUMBERS
            coded = reading.key.startswith(("P:", "Z:"))
            # 5F alone is a floor only between two breaks: 5F TEHERAN-RO is a house number.
            floor = reading.key.startswith("F:") and (reading.length > 1 or (word.chunk and side.ends_chunk(end)))
            if numbered or coded or floor:
                inside = end + numbered
                cuts |= {index, inside}
                (postal if coded else units).add(index)
    agencies = [n for n in range(*span) if any(r.key in _AGENCY for r in readings(side, n))]
    head = max((side.name_end, *(n + 1 for n in agencies)))
    edges = sorted(cut for cut in cuts if span[0] <= cut <= span[1])
    chunks = [_chunk(side, start, end, unit=start in units, head=head) for start, end in pairwise(edges)]
    return tuple(
        replace(chunk, fixed=False, orders=chunk.orders[:1]) if start in postal else chunk
        for start, chunk in zip(edges, chunks, strict=False)
    )


def _is_named(words: tuple[Token, ...], number: int) -> bool:
    """Beside the number stands a name, and not only a word such as AVENUE, which the number would then name."""
    names = words[:number] + words[number + 1 :]
    known = {*street_words(), *unit_words()}
    return (
        words[number].key.isdigit()
        and all(len(name.key) > 1 and name.key not in {*unit_words(), "BOX"} for name in names)
        and any(name.key not in known for name in names)
    )


def _chunk(side: Side, start: int, end: int, *, unit: bool, head: int) -> Chunk:
    words = side.words[start:end]
    street = any(
        r.key[:2] in ("A:", "B:", "S:") for n in range(max(start, side.name_end), end) for r in readings(side, n)
    )
    numbers = [n for n in range(start, end) if side.words[n].is_number]
    orders: tuple[tuple[Span, ...], ...] = (((start, end),),)
    if len(numbers) == 1 and not unit and _is_named(words, numbers[0] - start):
        number = numbers[0]
        if number == start:
            orders = (*orders, ((start + 1, end), (start, start + 1)))
        elif number == end - 1:
            orders = (*orders, ((end - 1, end), (start, end - 1)))
    can_move = unit or (street and len(words) > 1)
    return Chunk(not can_move, start < head, bool(numbers) and not unit, orders)
