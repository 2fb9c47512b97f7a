"""A draft that comes back is compared whole with its predecessor: whoever corrects one box may spoil another.

Where only a picture shows a box, and a misreading would explain what differs, nothing is certain, and that is told.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from docvalidate.model import Difference, Doubt, Leg, Party, Place, Source, TransportDocument
from docvalidate.model.change import Change
from docvalidate.reference.ports import relation
from docvalidate.reference.spelling import key
from docvalidate.text.fold import same_text

from .notify import notify_parties
from .restated import list_change, notify_changes, party_change, same_detail, same_figures, same_words, text_change
from .routing import DIRECT, same_place
from .uncertain import may_be_one

OPEN = frozenset({"ambiguous", "unreadable", "rider_missing", "pages_not_read"})
"""The kinds of doubt that leave it open whether something changed."""
NOT_COMPARED = frozenset({"schema_", "pages", "doubts", "file", "sha256", "marks", "etd", "cut_offs"})
"""What is known of a document and not printed on it; its marks, for `draft` is what they say; and its timetable."""
_PARTIES = frozenset({"shipper", "consignee", "delivery_agent", "forwarding_agent"})
_PLACES = frozenset(
    {
        "place_of_receipt",
        "port_of_loading",
        "port_of_discharge",
        "place_of_delivery",
        "final_destination",
        "transshipment_ports",
        "requested_transshipment",
        "prohibited_transshipment",
    }
)
_BLOCKS = _PARTIES | {"notify_party", "legs"}
_NAMES = {"notify_parties": "notify_party", "transshipment_ports": "transshipment_port"}
"""Fields that a check calls by another name."""
_MEANS = {
    ("draft", True): "draft",
    ("draft", False): "issued",
    ("direct", True): DIRECT,
    ("direct", False): None,
    ("kind", "unknown"): None,
    ("mode", "unknown"): None,
}


def between(old: TransportDocument, new: TransportDocument) -> tuple[Change, ...]:
    """Every printed field in which the later draft differs from the earlier one, in the order of a bill.

    A transshipment port that a draft only implies is told where it stands: as port of discharge, or as a leg.
    """
    pictured = _pictured(old) or _pictured(new)
    doubts = open_doubts(old, new)
    names = [name for name in TransportDocument.model_fields if name not in NOT_COMPARED]
    told = [change for name in names for change in _changes(name, old, new)]
    return tuple(
        change.model_copy(update={"how": "uncertain"})
        if any(map(partial(_leaves_open, change), doubts)) or (pictured and _may_be_misread(change))
        else change
        for change in told
    )


def _leaves_open(change: Change, doubt: Doubt) -> bool:
    """What is not there may stand on the page that was not read; what is there twice, as two things, does not."""
    if doubt.field is None:
        return change.how in ("added", "removed")
    return field_of(doubt.field) == change.field


def open_doubts(*papers: TransportDocument) -> tuple[Doubt, ...]:
    """What keeps a comparison of these papers from being complete."""
    return tuple(doubt for paper in papers for doubt in paper.doubts if doubt.kind in OPEN)


def field_of(name: str) -> str:
    """What a check calls the field of a document.

    >>> field_of("notify_parties"), field_of("vessel")
    ('notify_party', 'vessel')
    """
    return _NAMES.get(name, name)


def another_bill(old: TransportDocument, new: TransportDocument) -> bool:
    """The numbers are those of two bills, so that what differs between them was not changed by anybody.

    Where one of the two shows no number, those of the bookings tell.

    >>> another_bill(TransportDocument(number="BHL-608"), TransportDocument(number="BHL608"))
    False
    >>> another_bill(TransportDocument(number="BHL608"), TransportDocument(number="BHL609"))
    True
    """
    for one, other in ((old.number, new.number), (old.booking_number, new.booking_number)):
        if one and other:
            misread = (_pictured(old) or _pictured(new)) and may_be_one(one, other)
            return not (same_words(one, other) or misread)
    return False


def _changes(name: str, old: TransportDocument, new: TransportDocument) -> Iterator[Change]:
    field = field_of(name)
    before, now = _values(getattr(old, name)), _values(getattr(new, name))
    if name == "notify_parties":
        yield from _notify(old, new)
    elif name == "legs":
        yield from _legs(old.legs, new.legs)
    elif name in _PARTIES:
        one, other = _first(before), _first(now)
        yield from _sourced(party_change(field, _written(field, one), _written(field, other)), now, before)
    elif name in _PLACES:
        stated = [[place for place in side if isinstance(place, Place) and _is_stated(place)] for side in (before, now)]
        yield from _sourced(list_change(field, *stated, same=_same_place, written=_place), now, before)
    elif isinstance(getattr(new, name), tuple):
        texts = [[text for value in side if (text := _written(field, value))] for side in (before, now)]
        yield from _sourced(list_change(field, *texts, same=_same_reference), now, before)
    else:
        one, other = _written(field, _first(before)), _written(field, _first(now))
        yield from _sourced(text_change(field, one, other), now, before)


def _values(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _first(values: tuple[object, ...]) -> object:
    return values[0] if values else None


def _written(field: str, value: object) -> str | None:
    if value is None or (field, value) in _MEANS:
        return _MEANS.get((field, value))
    return str(getattr(value, "text", value)).strip() or None


def _sourced(change: Change | None, now: Iterable[object], before: Iterable[object]) -> Iterator[Change]:
    """The change with its place on the later paper; what is gone has one only on the earlier."""
    if change is not None:
        sources = (getattr(value, "source", None) for value in chain(now, before))
        yield change.model_copy(update={"source": next((s for s in sources if s is not None), None)})


def _notify(old: TransportDocument, new: TransportDocument) -> Iterator[Change]:
    before, now = notify_parties(old), notify_parties(new)
    consignee = new.consignee.text if new.consignee is not None else None
    old_texts, new_texts = ([party.text.strip() for party in side] for side in (before, now))
    for change in notify_changes(old_texts, new_texts, consignee):
        here = [party for party in now if party.text.strip() == change.new]
        there = [party for party in before if party.text.strip() == change.old]
        yield from _sourced(change, here or now, there)


def _same_reference(old: str, new: str) -> bool:
    """One number, whether or not it says what it is the number of: PO-44718 is ORDER PO-44718."""
    short, long = sorted((key(old), key(new)), key=len)
    numbered = same_figures(old, new) and any(map(str.isdecimal, short)) and long.endswith(short)
    return numbered or same_text(old, new)


def _is_stated(place: Place) -> bool:
    return place.basis == "stated" and place.text.strip() != ""


def _same_place(old: Place, new: Place) -> bool:
    """One place by its words, and no other by its code: PORTLAND may be in Oregon or in Maine."""
    codes = old.locode, new.locode
    other_code = codes[0] is not None and codes[1] is not None and relation(codes[0], codes[1]) != "same"
    return not other_code and same_place(old, new) is True and same_detail(old.text, new.text)


def _place(place: Place) -> str:
    return place.text.strip()


def _legs(old: tuple[Leg, ...], new: tuple[Leg, ...]) -> Iterator[Change]:
    """The plan as a whole; leg by leg what differs, where there are as many as before."""
    before, now = "\n".join(map(_leg, old)) or None, "\n".join(map(_leg, new)) or None
    if before is None or now is None or len(old) != len(new):
        plan = text_change("legs", before, now)
        yield from () if plan is None else (plan,)
        return
    differences = [it for one, other in zip(old, new, strict=True) for it in _leg_differences(one, other)]
    if differences:
        how = "changed" if any(it.kind == "material" for it in differences) else "rewritten"
        told = Change(field="legs", old=before, new=now, differences=tuple(differences))
        yield told.model_copy(update={"how": how})


def _leg_differences(old: Leg, new: Leg) -> Iterator[Difference]:
    for name in Leg.model_fields:
        one, other = getattr(old, name), getattr(new, name)
        if isinstance(one, Place) and isinstance(other, Place):
            change = list_change(name, [one], [other], same=_same_place, written=_place)
        else:
            change = text_change(name, _written(name, one), _written(name, other))
        if change is not None:
            kind = "material" if change.of_substance else "format"
            yield Difference(part=name, expected=change.old, found=change.new, kind=kind)


def _leg(leg: Leg) -> str:
    ends = " - ".join("?" if end is None else end.text.strip() for end in (leg.load, leg.discharge))
    mode = None if leg.mode == "unknown" else leg.mode
    return ", ".join(filter(None, (ends, mode, leg.vessel, leg.voyage, leg.departure, leg.arrival)))


def _may_be_misread(change: Change) -> bool:
    """OCR explains all of the difference: nothing that is there only once, and no figure that is another."""
    if change.how != "changed":
        return False
    texts = [(change.old, change.new)]
    if change.field in _BLOCKS:
        # A line more or less is no misreading, even where a contact line is no more than a way of writing.
        texts = [
            (it.expected, it.found) for it in change.differences if it.kind != "format" or not it.expected
        ] or texts
    return all(one and other and may_be_one(one, other) for one, other in texts)


def _pictured(document: TransportDocument) -> bool:
    return any(source.certainty is not None for source in _sources(document))


def _sources(document: TransportDocument) -> Iterator[Source]:
    for name in TransportDocument.model_fields:
        for value in _values(getattr(document, name)):
            source = getattr(value, "source", None)
            if isinstance(value, (Party, Place)) and source is not None:
                yield source
