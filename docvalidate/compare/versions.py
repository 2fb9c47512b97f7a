"""A new version is compared whole, not only where the customer said that it had changed; the rest is told as unasked.

The founding case: one address was announced, and the port where the goods change over had moved as well.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from docvalidate.model import Frozen, Instruction, Lane, PortRule, When
from docvalidate.model.change import Change
from docvalidate.text.fold import same_text

from .restated import list_change, notify_changes, party_change, same_port, text_change
from .routing import DIRECT

NOBODY = "no notify party"
"""What a list of notify parties says that is there and is empty."""
OWN = ("title", "effective_from", "effective_until")
"""What a version says of itself; that it is a new one needs no further announcement."""
_ALSO = ("clauses", "marks")
_RULES = {
    "transshipment": "transshipment_port",
    "loading": "port_of_loading",
    "discharge": "port_of_discharge",
    "delivery": "place_of_delivery",
}
_LISTS = ("required", "allowed", "forbidden")
Pairs = list[tuple[int | None, int | None]]
"""Positions of lanes in the old version and in the new one; null on the side that has none."""


def changes(old: Instruction, new: Instruction, announced: frozenset[str] | None) -> tuple[Change, ...]:
    """Everything that the new version says otherwise than the old one: of itself, then lane by lane.

    `announced` are the fields that the customer said had changed, and null where nobody asked. A lane that came or went
    is never announced by the name of a field.
    """
    told = [*_named(OWN, old, new)]
    told += [_stamped(change, announced) for change in _named(_ALSO, old, new)]
    pairs = _paired(old.lanes, new.lanes)
    told += [_stamped(change, announced) for change in _order(pairs, old.lanes, new.lanes)]
    for before, now in pairs:
        label = _label(old.lanes, before) if now is None else _label(new.lanes, now)
        for change in _lane(_at(old.lanes, before), _at(new.lanes, now)):
            known = frozenset() if announced is not None and None in (before, now) else announced
            told.append(_stamped(change.model_copy(update={"lane": label}), known))
    return tuple(told)


def _stamped(change: Change, announced: frozenset[str] | None) -> Change:
    if announced is None or not change.of_substance:
        return change
    return change.model_copy(update={"announced": change.field in announced})


def _paired(old: Sequence[Lane], new: Sequence[Lane]) -> Pairs:
    """Each lane with what became of it: the lane of its name, else of its conditions, else the next that is left."""
    partners: dict[int, int] = {}
    for same in (_same_name, _same_when, lambda one, other: True):
        for before, lane in enumerate(old):
            free = (now for now, other in enumerate(new) if now not in partners.values() and same(lane, other))
            now = None if before in partners else next(free, None)
            if now is not None:
                partners[before] = now
    came = [now for now in range(len(new)) if now not in partners.values()]
    return [*((before, partners.get(before)) for before in range(len(old))), *((None, now) for now in came)]


def _same_name(one: Lane, other: Lane) -> bool:
    return one.name is not None and other.name is not None and same_text(one.name, other.name)


def _same_when(one: Lane, other: Lane) -> bool:
    return not any(_conditions(one.when, other.when))


def _at(lanes: Sequence[Lane], place: int | None) -> Lane | None:
    return None if place is None else lanes[place]


def _label(lanes: Sequence[Lane], place: int | None) -> str:
    """The name of the lane, or its place in the list where it has none."""
    lane = _at(lanes, place)
    return lane.name if lane is not None and lane.name is not None else f"#{(place or 0) + 1}"


def _order(pairs: Pairs, old: Sequence[Lane], new: Sequence[Lane]) -> Iterator[Change]:
    """The first lane whose conditions hold applies, so that another order may be another answer."""
    kept = [(before, now) for before, now in pairs if before is not None and now is not None]
    then = sorted(now for _, now in kept)
    if [now for _, now in kept] != then:
        names = "\n".join(_label(old, before) for before, _ in kept)
        yield Change(field="lanes", how="reordered", old=names, new="\n".join(_label(new, now) for now in then))


def _lane(before: Lane | None, now: Lane | None) -> Iterator[Change]:
    """What changed in a lane; one that came or went is told field by field too."""
    one, other = before or Lane(), now or Lane()
    strict = "strict" in (one.match, other.match)
    if before is None or now is None:
        yield Change(field="lane", how="added" if before is None else "removed")
    elif (renamed := text_change("lane", one.name, other.name)) is not None:
        # A lane for the same shipments may be called anything.
        yield renamed.model_copy(update={"how": "rewritten" if _same_when(before, now) else "changed"})
    yield from _conditions(one.when, other.when)
    consignee = party_change("consignee", one.consignee, other.consignee, strict=strict)
    if consignee is not None:
        yield consignee
    yield from _notify(one, other, strict)
    for name_of_rule, field in _RULES.items():
        yield from _ports(field, getattr(one, name_of_rule), getattr(other, name_of_rule))
    known = ("name", "when", "consignee", "notify_parties", *_RULES)
    yield from _named([name for name in Lane.model_fields if name not in known], one, other)


def _conditions(old: When | None, new: When | None) -> Iterator[Change]:
    one, other = old or When(), new or When()
    for part, same in (("destination", same_port), ("origin", same_port), ("order_prefix", same_text)):
        change = list_change("when", getattr(one, part) or (), getattr(other, part) or (), same=same)
        if change is not None:
            yield change.model_copy(update={"part": part})


def _notify(one: Lane, other: Lane, strict: bool) -> Iterator[Change]:
    old, new = one.notify_parties, other.notify_parties
    if old and new:
        yield from notify_changes(old, new, other.consignee, strict=strict)
        return
    whole = text_change("notify_party", _blocks(old), _blocks(new))
    if whole is not None:
        yield whole


def _blocks(parties: tuple[str, ...] | None) -> str | None:
    return None if parties is None else "\n\n".join(text.strip() for text in parties) or NOBODY


def _ports(field: str, old: PortRule | None, new: PortRule | None) -> Iterator[Change]:
    one, other = old or PortRule(), new or PortRule()
    for part in _LISTS:
        change = list_change(field, _entries(one, part), _entries(other, part), same=same_port)
        if change is not None:
            yield change.model_copy(update={"part": part})


def _entries(rule: PortRule, part: str) -> tuple[str, ...]:
    entries: tuple[str, ...] | None = getattr(rule, part)
    return (DIRECT,) if entries == () and part == "allowed" else entries or ()


def _named(fields: Iterable[str], old: Frozen, new: Frozen) -> Iterator[Change]:
    """The changes of fields that are plain values or lists of them."""
    for field in fields:
        one, other = getattr(old, field, None), getattr(new, field, None)
        if isinstance(one, tuple) or isinstance(other, tuple):
            change = list_change(field, _entries_of(one), _entries_of(other), same=same_text)
        else:
            change = text_change(field, _written(one), _written(other))
        if change is not None:
            yield change


def _entries_of(values: tuple[object, ...] | None) -> list[str]:
    return [text for value in values or () if (text := _written(value)) is not None]


def _written(value: object) -> str | None:
    """A value as a text; one that keeps the customer's own words is those words."""
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(getattr(value, "text", value))
