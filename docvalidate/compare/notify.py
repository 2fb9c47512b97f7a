"""The boxes of a draft against the parties of a lane: a reference is followed first, a list is paired as a whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.fuzz import token_sort_ratio

from docvalidate.model import Check, Difference, Party, Source, TransportDocument
from docvalidate.text.party import is_to_order, refers_above, same_as, says_nothing

from .party import PartyComparison, compare_party

REFERENCE = "reference to another box"
ORDER = "order of the notify parties"
WHOLE = "notify party"
_RANK: dict[str, int] = {"match": 0, "format_difference": 1, "partial": 2, "mismatch": 3}
_WEIGHT = 10_000
_UNSETTLED = frozenset({"ambiguous", "unreadable", "rider_missing"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A party that is asked for and the one on the draft that answers it; either may be missing."""

    expected: str | None
    found: Party | None
    comparison: PartyComparison
    position: int | None = None
    """Where on the draft it stands, from 0."""


def check_consignee(document: TransportDocument, expected: str | None, strict: bool = False) -> Check:
    """Hold the consignee box against the lane; `expected` is null where the lane does not speak of it."""
    if expected is None:
        return Check(field="consignee", status="not_required")
    party = document.consignee
    source = party.source if party else None
    if _doubtful(document, ("consignee",)):
        found = party.text if party else None
        return Check(field="consignee", status="unreadable", expected=expected, found=found, source=source)
    if party is None or says_nothing(party.text):
        return Check(field="consignee", status="not_shown", expected=expected, source=source)
    comparison = _compared(document, expected, party, strict=strict)
    return Check(
        field="consignee",
        status=comparison.status,
        expected=expected,
        found=party.text,
        differences=comparison.differences,
        source=source,
    )


def check_notify(document: TransportDocument, expected: tuple[str, ...] | None, strict: bool = False) -> Check:
    """Hold all notify parties against the lane's list, which is exhaustive; an empty list means that there is none.

    `expected` and `found` of the check are the blocks of either side with a blank line between them.
    """
    if expected is None:
        return Check(field="notify_party", status="not_required")
    shown = notify_parties(document)
    asked = "\n\n".join(text.strip() for text in expected) or None
    found = "\n\n".join(party.text.strip() for party in shown) or None
    source = shown[0].source if shown else None
    if _doubtful(document, ("notify_party", "notify_parties")):
        return Check(field="notify_party", status="unreadable", expected=asked, found=found, source=source)
    if expected and not shown:
        return Check(field="notify_party", status="not_shown", expected=asked)
    pairs = paired(document, expected, strict=strict)
    worst = max(pairs, key=lambda pair: _RANK[pair.comparison.status], default=None)
    differences = tuple(difference for pair in pairs for difference in pair.comparison.differences)
    if in_other_order(pairs):
        differences = (*differences, Difference(part="order", kind="format", reason=ORDER))
    return Check(
        field="notify_party",
        status="match" if worst is None else worst.comparison.status,
        expected=asked,
        found=found,
        differences=differences,
        source=_source_of(worst) or source,
    )


def notify_parties(document: TransportDocument) -> tuple[Party, ...]:
    """The notify parties that name somebody: a box of crosses or N/A is empty."""
    return tuple(party for party in document.notify_parties if not says_nothing(party.text))


def paired(document: TransportDocument, expected: Sequence[str], *, strict: bool = False) -> tuple[Pair, ...]:
    """The parties asked for, each with the party on the draft that fits it best when the whole list is looked at.

    Who is left over comes last: a party asked for that nobody answers, then the unexpected ones.
    """
    shown = notify_parties(document)
    compared = [[_compared(document, text, party, strict=strict) for party in shown] for text in expected]
    costs = [
        [_cost(comparison, expected[i], shown[j], i - j) for j, comparison in enumerate(row)]
        for i, row in enumerate(compared)
    ]
    partners = _assigned(costs)
    pairs = [
        Pair(text, None, _absent(expected=text)) if j is None else Pair(text, shown[j], compared[i][j], j)
        for i, (text, j) in enumerate(zip(expected, partners, strict=True))
    ]
    extra = [Pair(None, party, _absent(found=party.text), j) for j, party in enumerate(shown) if j not in partners]
    return (*pairs, *extra)


def in_other_order(pairs: Sequence[Pair]) -> bool:
    """The first notify party of the draft is not the first of the list, though both are there."""
    positions = [pair.position for pair in pairs if pair.position is not None and _agrees(pair)]
    return positions != sorted(positions)


def unresolved(document: TransportDocument) -> tuple[Party, ...]:
    """The parties that refer to a box which names nobody."""
    boxes = [(document.consignee, -1)] if document.consignee else []
    notify = notify_parties(document)
    return tuple(
        party
        for party, index in (*boxes, *((party, index) for index, party in enumerate(notify)))
        if party is not None and same_as(party.text) is not None and _resolved(document, party, index) is None
    )


def resolved_text(document: TransportDocument, party: Party) -> str | None:
    """What a notify party says once its reference is followed; null if that leads to nobody."""
    if same_as(party.text) is None:
        return party.text
    shown = notify_parties(document)
    return _resolved(document, party, next((index for index, one in enumerate(shown) if one is party), -1))


def swapped(document: TransportDocument, consignee: str | None, notify: Sequence[str] | None) -> Party | None:
    """The notify party that is the consignee asked for, if the consignee box holds a notify party asked for."""
    if consignee is None or not notify or document.consignee is None:
        return None
    box = document.consignee.text
    if compare_party(consignee, box).status != "mismatch":
        return None
    if all(compare_party(text, box).status == "mismatch" for text in notify):
        return None
    return next((p for p in notify_parties(document) if compare_party(consignee, p.text).status != "mismatch"), None)


def _doubtful(document: TransportDocument, fields: tuple[str, ...]) -> bool:
    return any(doubt.kind in _UNSETTLED and doubt.field in fields for doubt in document.doubts)


def _compared(document: TransportDocument, expected: str, party: Party, *, strict: bool) -> PartyComparison:
    """A reference stands for the party that it names; the same reference on either side means the same."""
    plain = compare_party(expected, party.text, strict=strict)
    shown = notify_parties(document)
    position = next((index for index, one in enumerate(shown) if one is party), -1)
    asked, answer = expected, party.text
    if same_as(party.text) is not None:
        text = _resolved(document, party, position)
        if text is None:
            return PartyComparison("mismatch", (Difference(part=REFERENCE, expected=expected, found=party.text),))
        answer = text
    if same_as(expected) is not None and document.consignee is not None:
        asked = _with_rest(document.consignee.text, expected)
    if plain.status == "match" or (asked, answer) == (expected, party.text):
        return plain
    return compare_party(asked, answer, strict=strict)


def _resolved(document: TransportDocument, party: Party, position: int) -> str | None:
    """The text that a reference stands for; null if it leads to nobody, to an order or to another reference.

    Above the first notify party stands the consignee, above the second one the first, above the consignee the shipper.
    """
    boxes = notify_parties(document)
    role = same_as(party.text)
    target: Party | None = document.consignee
    if role == "shipper" or (position < 0 and refers_above(party.text)):
        target = document.shipper
    elif role == "notify_party":
        target = boxes[0] if boxes else None
    elif refers_above(party.text) and position > 0:
        target = boxes[position - 1]
        if same_as(target.text) is not None:
            return _resolved(document, target, position - 1)
    if target is None or target is party or says_nothing(target.text):
        return None
    if same_as(target.text) is not None or is_to_order(target.text):
        return None
    return _with_rest(target.text, party.text)


def _with_rest(text: str, reference: str) -> str:
    """The party that a reference stands for, with the lines that follow the reference."""
    return "\n".join((text.strip(), *reference.strip().splitlines()[1:]))


def _absent(expected: str | None = None, found: str | None = None) -> PartyComparison:
    return PartyComparison("mismatch", (Difference(part=WHOLE, expected=expected, found=found),))


def _agrees(pair: Pair) -> bool:
    return pair.comparison.status != "mismatch"


def _source_of(pair: Pair | None) -> Source | None:
    return pair.found.source if pair and pair.found else None


def _cost(comparison: PartyComparison, expected: str, party: Party, shift: int) -> int:
    """Status first, then how unlike the texts are (it only tells which mismatch to show), then the order."""
    unlike = 100 - round(token_sort_ratio(expected, party.text)) if comparison.status == "mismatch" else 0
    return _RANK[comparison.status] * _WEIGHT + unlike * 10 + min(abs(shift), 9)


def _assigned(costs: list[list[int]]) -> list[int | None]:
    """For each row the column that makes the whole cheapest; a row may go without only if columns run out."""
    rows = len(costs)
    columns = len(costs[0]) if costs else 0
    without = max(0, rows - columns)

    @cache
    def best(row: int, used: int, idle: int) -> tuple[int, tuple[int | None, ...]]:
        if row == rows:
            return 0, ()
        options = list(_options(row, used, idle))
        return min(options, key=lambda option: option[0])

    def _options(row: int, used: int, idle: int) -> Iterator[tuple[int, tuple[int | None, ...]]]:
        for column in range(columns):
            if not used >> column & 1:
                cost, rest = best(row + 1, used | 1 << column, idle)
                yield cost + costs[row][column], (column, *rest)
        if idle:
            cost, rest = best(row + 1, used, idle - 1)
            yield cost, (None, *rest)

    return list(best(0, 0, without)[1])
