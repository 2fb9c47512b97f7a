"""The N1 loop names a party in its first segment and lays out its address in those behind it."""

import re
from collections.abc import Iterator, Sequence

from docvalidate.model.document import Doubt, Party
from docvalidate.model.values import Source
from docvalidate.structured.parties import block, city_line
from docvalidate.structured.pieces import Joined, joined
from docvalidate.structured.segments import Segment

CAPTIONS = {
    "SH": "Shipper", "CN": "Consignee", "N1": "Notify party no. 1", "N2": "Notify party no. 2", "NP": "Notify party",
    "FW": "Forwarder", "FF": "Freight forwarder", "UC": "Ultimate consignee", "C1": "In care of party no. 1",
    "C2": "In care of party no. 2", "IC": "Intermediate consignee", "IM": "Importer", "ST": "Ship to",
    "DP": "Delivery party", "UD": "Ultimate customer",
}  # fmt: skip
FIELDS = {"CN": "consignee", "N1": "notify_party", "N2": "notify_party", "NP": "notify_party"}
UNCLEAR = frozenset({"13", "AN", "N3", "N4", "NI", "NT"})
"""Codes that some senders use for a further party to be notified, and others for other parties."""
LIKE_CONSIGNEE = ("UC", "IC")
"""Parties that are consignees by name; whoever the goods are delivered to or imported by is mostly another, rightly."""
_BETWEEN = frozenset({"DTM", "REF", "N9"})
"""Segments that may stand within a loop and say nothing of its address."""
INSIDE = frozenset({"N2", "N3", "N4", "G61", "PER"})
"""The segments that belong to the N1 before them."""
_MODES = {"TE": "TEL", "CP": "TEL", "FX": "FAX", "EM": "EMAIL"}
_NUMBERS = {"24": "EIN", "FI": "TAX ID"}
_TAX = {"TJ": "TAX ID", "EI": "EIN", "VX": "VAT", "TX": "TAX ID", "GT": "TAX ID"}


class Loop:
    """One N1 and what belongs to it."""

    def __init__(self, first: Segment, release: str) -> None:
        self.segments, self.code = [first], first.at(1)
        # Before 4010 a name had 35 characters and a street line, too.
        old = release[:3] < "004" if release[:3].isdecimal() else False
        self.name_length, self.street_length = (35, 35) if old else (60, 55)

    def party(self, document: str, care_of: Sequence["Loop"] = ()) -> tuple[Party | None, tuple[Doubt, ...]]:
        """The party, in care of others where they follow it, and what about it stays open."""
        first = self.segments[0]
        source = Source(document=document, path=first.path, caption=CAPTIONS.get(self.code))
        name, street, city = self._parts()
        other: list[str | None] = []
        for it in care_of:
            other_name, other_street, other_city = it._parts()
            other += [f"C/O {other_name.text}", other_street.text, other_city, *it._contacts()]
        if not (name.text or street.text or city):
            return self._by_code(source)
        party = block(source, [name.text, street.text, city, *self._contacts(), *other])
        field = FIELDS.get(self.code)
        doubts = [
            Doubt(kind="convention", field=field, texts=(read, another), sources=(source,))
            for value in (name, street)
            for read, another in value.open
            if field
        ]
        towns = [it for it in self._all("N4") if it.elements]
        if field and len({it.elements for it in towns}) > 1:
            texts = tuple(", ".join(filter(None, (it.at(n) for n in (1, 2, 3, 4)))) for it in towns)
            doubts.append(Doubt(kind="ambiguous", field=field, texts=texts, sources=(source,)))
        if _is_unclear(self.code):
            text = f"N1*{self.code}: {party.name or party.text}" if party else f"N1*{self.code}"
            doubts.append(Doubt(kind="ambiguous", field="notify_party", texts=(text,), sources=(source,)))
        for it in care_of:
            # In care of the shipper or a carrier sends nobody anything: it may be that of the consignee.
            read_with = f"read with {CAPTIONS.get(self.code, self.code)}, which it follows"
            texts = (f"N1*{it.code}: C/O {it._parts()[0].text}", read_with)
            at = Source(document=document, path=it.segments[0].path, caption=CAPTIONS[it.code])
            kind, of = ("convention", field) if field else ("ambiguous", "consignee")
            doubts.append(Doubt.model_validate({"kind": kind, "field": of, "texts": texts, "sources": (at,)}))
        return party, tuple(doubts)

    def _parts(self) -> tuple[Joined, Joined, str | None]:
        names = [self.segments[0].raw(2), *(it.raw(n) for it in self._all("N2") for n in (1, 2))]
        streets = [it.raw(n) for it in self._all("N3") for n in (1, 2)]
        town = next(iter(self._all("N4")), Segment(0, "N4", ()))
        city = city_line(*(town.at(n) or None for n in (1, 2, 3, 4)))
        return joined(names, self.name_length), joined(streets, self.street_length), city

    def _by_code(self, source: Source) -> tuple[Party | None, tuple[Doubt, ...]]:
        code, field = self.segments[0].at(4), "notify_party" if _is_unclear(self.code) else FIELDS.get(self.code)
        party = block(source, [code])
        if party is None or field is None:
            return party, ()
        return party, (Doubt(kind="unreadable", field=field, texts=(f"{code} (code only)",), sources=(source,)),)

    def _all(self, tag: str) -> list[Segment]:
        return [it for it in self.segments[1:] if it.tag == tag]

    def _contacts(self) -> list[str]:
        """Contacts and numbers as a bill prints them."""
        lines = []
        for it in self.segments[1:]:
            if it.tag in ("G61", "PER"):
                person = it.at(2)
                lines += [f"ATTN {person}"] if person else []
                pairs = [(it.at(n), it.at(n + 1)) for n in (3, 5, 7)]
                lines += [f"{_MODES[mode]} {value}" if mode in _MODES else value for mode, value in pairs if value]
            elif it.tag in ("REF", "N9") and it.at(1) in _TAX and it.at(2):
                lines.append(f"{_TAX[it.at(1)]} {it.at(2)}")
        first = self.segments[0]
        if first.at(3) in _NUMBERS and re.search(r"\d", first.at(4)):
            lines.append(f"{_NUMBERS[first.at(3)]} {first.at(4)}")
        return lines


def _is_unclear(code: str) -> bool:
    """A code that some send for a party to be notified, as many do with any that begins with N, or none at all."""
    return code in UNCLEAR or code in ("", "ZZ") or (code.startswith("N") and code not in CAPTIONS)


def loops_of(segments: tuple[Segment, ...], release: str) -> list[Loop]:
    """The N1 loops in their order."""
    loops: list[Loop] = []
    inside = False
    for segment in segments:
        if segment.tag == "N1":
            loops.append(Loop(segment, release))
            inside = True
        elif inside and (segment.tag in INSIDE or (segment.tag in ("REF", "N9") and segment.at(1) in _TAX)):
            # An order or booking number behind a party is a reference of the shipment all the same.
            loops[-1].segments.append(segment)
        elif segment.tag not in _BETWEEN:
            inside = False
    return loops


def strays(segments: tuple[Segment, ...], loops: list[Loop], document: str) -> Iterator[Doubt]:
    """The segments of an address that something parts from their party: whose they are, somebody must say."""
    taken = {it.number for loop in loops for it in loop.segments}
    last: Loop | None = None
    for segment in segments:
        if segment.tag == "N1":
            last = next(it for it in loops if it.segments[0].number == segment.number)
        field = FIELDS.get(last.code) if last is not None else None
        if field and segment.tag in ("N2", "N3", "N4") and segment.number not in taken:
            text = ", ".join(value.strip() for part in segment.elements for value in part if value.strip())
            source = Source(document=document, path=segment.path)
            yield Doubt(kind="ambiguous", field=field, texts=(text,), sources=(source,))
