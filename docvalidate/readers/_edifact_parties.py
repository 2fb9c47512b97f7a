"""NAD names a party, the segments behind it its contacts; who is notified first depends on the directory.

N1 is the first notify party up to D.08B and gone from D.09A on, where NI is ("synonym: notify party no. 1"). Before,
NI is used for whoever is notified besides N1 and N2, and alone for the one who is notified at all.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from docvalidate.model.document import Doubt, Party
from docvalidate.model.values import Source
from docvalidate.reference.street_words import street_words
from docvalidate.structured.parties import block, city_line
from docvalidate.structured.pieces import Joined, joined
from docvalidate.structured.segments import Segment

from ._edi_parties import another_party, is_none_of

CAPTIONS = {
    "CZ": "Consignor", "CN": "Consignee", "N1": "Notify party no. 1", "N2": "Notify party no. 2",
    "N3": "Notify party no. 3", "NI": "Notify party", "FW": "Freight forwarder", "UC": "Ultimate consignee",
    "SH": "Shipper", "AG": "Agent", "CG": "Carrier's agent", "DP": "Delivery party", "IM": "Importer",
    "UD": "Ultimate customer", "ST": "Ship to", "GO": "Owner of the goods",
}  # fmt: skip
FIELDS = {"CN": "consignee", "N1": "notify_party", "N2": "notify_party", "N3": "notify_party", "NI": "notify_party"}
"""The fields that an instruction may speak of; a doubt about any other party is nobody's question."""
LIKE_CONSIGNEE = ("UC",)
"""Parties that are consignees by name; whoever the goods are delivered to or imported by is mostly another, rightly."""
_LIKE_NOTIFY = re.compile(r"|ZZZ|N[0-9P]|NT")
"""No list has these; who sends one beside the notify parties means one more of them, or nobody knows whom."""
LENGTH = 35
"""The characters of a component of C058, C080 and C059."""
_MODES = {"TE": "TEL", "AL": "TEL", "FX": "FAX", "EM": "EMAIL"}
TAX = {"VA": "VAT", "AHP": "TAX ID", "XA": "TAX ID", "GN": "TAX ID", "FC": "TAX ID", "ABK": "TAX ID"}
_LABELLED = re.compile(r"[A-Z]{2,6}[ :+#]")
_OF_ADDRESS = re.compile(
    r"\b(?:c\s?/\s?o(?!\s+(?:no|nr|form|cert\w*)\b)|"
    r"a\s?/\s?c|o\s?/\s?b|care of|on behalf of|attn|attention|p\.?\s?o\.?\s?box|tel|phone|fax|e-?mail|"
    r"suite|floor|tax id|ein|vat|d\.?b\.?a)\b|@",
    re.IGNORECASE,
)
_NI_IS_FIRST = (2009, "A")


class Named(NamedTuple):
    """A party with its qualifier, and what about it stays open."""

    qualifier: str
    party: Party
    doubts: tuple[Doubt, ...] = ()


def named(group: list[Segment], document: str) -> Named | None:
    """The party of a NAD and the segments behind it; null where it names nobody."""
    nad = group[0]
    qualifier = nad.at(1)
    source = Source(document=document, path=nad.path, caption=CAPTIONS.get(qualifier))
    field = FIELDS.get(qualifier)
    free, name = joined(nad.all(3), LENGTH, lines=True), joined(_name(nad), LENGTH)
    street = joined(nad.all(5), LENGTH)
    state = nad.at(7) or nad.at(7, 3)
    city = city_line(nad.at(6) or None, state or None, nad.at(8) or None, nad.at(9) or None)
    shown = [it.text for it in (name, free, street) if it.text]
    if not (shown or city):
        return _by_code(nad, qualifier, field, source)
    contacts = [line for segment in group[1:] for line in _contact_lines(segment)]
    party = block(source, [*shown, city, *contacts])
    if party is None:
        return None
    return Named(qualifier, party, tuple(_joints(field, source, (free, name, street))))


def release_of(directory: str) -> tuple[int, str]:
    """The year and letter of a directory; one that cannot be told counts as old, as its name does.

    >>> release_of("D.99B"), release_of("D.08B") < _NI_IS_FIRST <= release_of("D.09A"), release_of("S.93A")
    ((1999, 'B'), True, (1993, 'A'))
    """
    found = re.search(r"(\d\d)([A-Z])", directory)
    if found is None:
        return 0, ""
    year = int(found[1])
    return (1900 if year >= 90 else 2000) + year, found[2]


def in_order(parties: list[Named], directory: str) -> tuple[list[Named], tuple[Doubt, ...]]:
    """The notify parties, the first one first, and a doubt where directory and use leave open which that is."""
    notify = [it for it in parties if FIELDS.get(it.qualifier) == "notify_party"]
    used = {it.qualifier for it in notify}
    new = release_of(directory) >= _NI_IS_FIRST
    # Who has no N1 and numbers the second one speaks the new way, whatever directory is named; who has N1, the old way.
    ni_first = "N1" not in used
    rank = {"NI": 0 if ni_first else 4, "N1": 1, "N2": 2, "N3": 3}
    notify.sort(key=lambda it: rank[it.qualifier])
    contradicts = ("NI" in used and "N1" in used) if new else ("NI" in used and ni_first and len(used) > 1)
    if not contradicts:
        return notify, ()
    order = ", ".join(it.qualifier for it in notify)
    texts = (f"{directory}: {order}", *(f"{it.qualifier}: {it.party.name or it.party.text}" for it in notify))
    sources = tuple(it.party.source for it in notify if it.party.source is not None)
    return notify, (Doubt(kind="convention", field="notify_party", texts=texts, sources=sources),)


def beside(parties: list[Named]) -> Iterator[Doubt]:
    """Who takes the goods beside the consignee or may be one more to notify, where the message has no such party."""
    others = [it.party for it in parties if it.qualifier in (*FIELDS, "CZ", "SH")]
    is_consigned = any(it.qualifier == "CN" for it in parties)
    for it in parties:
        called = f"NAD+{it.qualifier}"
        if not is_none_of(it.party, others):
            continue
        if it.qualifier in LIKE_CONSIGNEE and is_consigned:
            yield another_party("consignee", f"{called} ({CAPTIONS[it.qualifier].lower()})", it.party)
        elif it.qualifier not in FIELDS and _LIKE_NOTIFY.fullmatch(it.qualifier):
            yield another_party("notify_party", called, it.party)


def of_address(lines: tuple[str, ...]) -> bool:
    """A text behind a party goes on with its address, as far as words tell; others are remarks on the whole.

    >>> of_address(("C/O ACME LLC",)), of_address(("36 SOUTH CHARLES STREET",)), of_address(("FREIGHT COLLECT",))
    (True, True, False)
    """
    words = {word.rstrip(",.") for line in lines for word in line.upper().split()}
    street = any(map(str.isdecimal, words)) and not words.isdisjoint(street_words())
    return street or any(_OF_ADDRESS.search(line) for line in lines)


def _name(nad: Segment) -> tuple[str, ...]:
    """C080 has five components of a name; the sixth says how it is written."""
    return nad.all(4)[:5]


def _by_code(nad: Segment, qualifier: str, field: str | None, source: Source) -> Named | None:
    """A party that only a code of a list names; who that is, the message does not say."""
    party = block(source, [nad.at(2)])
    if party is None:
        return None
    texts = (f"{nad.at(2)} (code only)",)
    doubts = (Doubt(kind="unreadable", field=field, texts=texts, sources=(source,)),) if field else ()
    return Named(qualifier, party, doubts)


def _contact_lines(segment: Segment) -> list[str]:
    """Contacts as a bill prints them; a number that the party is registered under, too."""
    if segment.tag == "CTA":
        person = segment.at(2, 1)
        return [f"ATTN {person}"] if person else []
    if segment.tag == "COM":
        values = [(part[0].strip(), part[1].strip() if len(part) > 1 else "") for part in segment.elements if part]
        return [f"{_MODES[mode]} {value}" if mode in _MODES else value for value, mode in values if value]
    if segment.tag == "RFF" and segment.at(1) in TAX and segment.at(1, 1):
        value = segment.at(1, 1)
        return [value if _LABELLED.match(value) else f"{TAX[segment.at(1)]} {value}"]
    return []


def _joints(field: str | None, source: Source, values: tuple[Joined, ...]) -> list[Doubt]:
    """What was read as one word or as two, where the message does not tell."""
    if field is None:
        return []
    return [
        Doubt(kind="convention", field=field, texts=(read, other), sources=(source,))
        for value in values
        for read, other in value.open
    ]
