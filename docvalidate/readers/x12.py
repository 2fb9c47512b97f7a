"""ANSI X12: 310 is the bill as the carrier has it, 304 the shipping instruction, 301 the booking confirmation.

310 serves to check a bill before it is printed. No set says whether its bill is a draft; only its remarks may.
"""

import re
from itertools import pairwise, takewhile

from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model.document import Doubt, Kind, Leg, Party, Place, TransportDocument
from docvalidate.model.values import Source
from docvalidate.structured.charset import decoded
from docvalidate.structured.envelopes import Message, x12_messages
from docvalidate.structured.segments import Segment, x12

from ._edi_papers import begins, one_paper
from ._edi_parties import another_party, disputed, is_none_of
from ._edi_texts import Text, read_segments
from ._edi_vessels import vessels_in
from ._free_text import FreeText
from ._x12_parties import CAPTIONS, LIKE_CONSIGNEE, loops_of, strays
from ._x12_ports import Ports

EXTRA = None
RECOGNISES = "it begins with ISA, GS or ST and a separator"
SECOND_READING = False

KINDS: dict[str, Kind] = {
    "310": "bill_of_lading", "304": "shipping_instruction", "301": "booking_confirmation",
}  # fmt: skip
_BEGINS = re.compile(rb"ISA([^\w\s])..\1|GS([^\w\s])[A-Z]{2}\2|ST([^\w\s])\d{3}\3")
_WITHDRAWN = {"01": "cancellation", "03": "deletion", "17": "cancel, to be reissued"}
_PARTIAL = {"02": "addition", "04": "change"}
_REFUSED = {"D": "cancelled", "E": "declined", "R": "deleted"}
_TEXTS = {"K1": 1, "K2": 1, "H3": 1, "MTX": 1, "NTE": 2, "MSG": 1, "V9": 2, "N9": 2, "C8C": 1}
_GOODS = {"L5": 1, "H1": 2, "M0": 1, "MAN": 2, "PID": 2}
"""Segments that have text, with the first element that may be text; in the goods' text DRAFT is no mark."""
_NO_TEXT = frozenset({"ST", "SE", "N1", "N2", "N3", "N4", "G61", "PER", "R4", "DTM", "B2A"})
"""Parties, places and what frames them; any other segment may have a text of several words where codes belong."""
_IN_CARE_OF = ("C1", "C2")
_OPEN = {"B": "accepted under conditions", "C": "answered with another proposal"}


def claims(data: bytes) -> bool:
    """The file begins as an interchange, a group or a transaction set does."""
    return begins(data, _BEGINS)


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Read the one paper of an interchange. Raises UnreadableDocument where there is none, or more than one."""
    messages = x12_messages(x12(decoded(data)))
    paper = one_paper(messages, KINDS, lambda it: _Reading(it, name).own_number(), called="transaction set")
    return _Reading(paper, name).document()


class _Reading:
    """One transaction set on its way to a document."""

    def __init__(self, message: Message, name: str) -> None:
        self.message, self.name = message, name
        self.loops = loops_of(message.segments, message.release)
        inside = {id(segment) for loop in self.loops for segment in loop.segments}
        self.head = [segment for segment in message.segments if id(segment) not in inside]
        self.doubts: list[Doubt] = []

    def document(self) -> TransportDocument:
        """The paper that the set stands for."""
        self._function()
        parties = self._parties()
        self.doubts += strays(self.message.segments, self.loops, self.name)
        notify = tuple(party for code in ("N1", "N2", "NP") for party in parties.get(code, ()))
        ports = Ports(self.head, self.message.release, self.name)
        fields, through, consignee = ports.fields(), ports.through(), self._consignee(parties, notify)
        text = self._text(notify, consignee, (*fields.values(), *through))
        self._changes(through)
        number, booking, references = self._numbers()
        kind = KINDS[self.message.kind]
        if kind == "bill_of_lading" and self._reference("WY"):
            kind = "sea_waybill"
        vessel = next(iter(self._vessels()), None)
        for remark in self.message.remarks:
            self._doubt("pages_not_read", None, self.message.segments[-1], remark)
        return TransportDocument(
            kind=kind,
            draft=True if self._at("B2A", 1) == "16" else text.draft,
            number=number,
            booking_number=booking,
            references=references,
            shipper=next(iter(parties.get("SH", ())), None),
            consignee=consignee,
            notify_parties=notify,
            forwarding_agent=next(iter((*parties.get("FW", ()), *parties.get("FF", ()))), None),
            transshipment_ports=text.added_to(through),
            direct=text.direct,
            legs=self._legs(fields["port_of_loading"], through, fields["port_of_discharge"]),
            vessel=vessel.at(2) or None if vessel else None,
            voyage=vessel.at(4) or None if vessel else None,
            cites_instruction=text.citations[0] if text.citations else None,
            cites_also=tuple(text.citations[1:]),
            marks=tuple(dict.fromkeys(text.marks)),
            doubts=(*self.doubts, *ports.told(), *text.doubts),
            file=self.name,
            **fields,
        )

    def own_number(self) -> str | None:
        """The number by which the sender calls the paper."""
        return self._numbers()[0] or self._numbers()[1]

    def _function(self) -> None:
        purpose, action = self._at("B2A", 1), self._at("B1", 4) if self.message.kind == "301" else ""
        if purpose in _WITHDRAWN or action in _REFUSED:
            what = _WITHDRAWN.get(purpose) or f"booking {_REFUSED[action]}"
            raise UnreadableDocument(f"{self.message.kind} {self.own_number()} withdraws a paper ({what}): "
                                     "ask for the one that counts", "nothing-to-read")  # fmt: skip
        if purpose in _PARTIAL:
            self._doubt("convention", None, self._first("B2A"), f"B2A {purpose} ({_PARTIAL[purpose]})",
                        "read as the whole paper")  # fmt: skip
        if action in _OPEN:
            self._doubt("convention", None, self._first("B1"), f"B104 {action}: the booking is {_OPEN[action]}")

    def _parties(self) -> dict[str, tuple[Party, ...]]:
        """The parties by their code; one in care of which another is goes with that one."""
        found: dict[str, list[Party]] = {}
        for number, loop in enumerate(self.loops):
            if number and loop.code in _IN_CARE_OF:
                continue
            care_of = tuple(takewhile(lambda it: it.code in _IN_CARE_OF, self.loops[number + 1 :]))
            party, doubts = loop.party(self.name, care_of)
            self.doubts += doubts
            if party is not None:
                found.setdefault(loop.code, []).append(party)
        return {code: tuple(parties) for code, parties in found.items()}

    def _consignee(self, parties: dict[str, tuple[Party, ...]], notify: tuple[Party, ...]) -> Party | None:
        consignees, ultimate = parties.get("CN", ()), parties.get("UC", ())
        if len({party.text for party in consignees}) > 1:
            self.doubts.append(disputed("consignee", consignees))
        if not consignees and ultimate:
            text = f"no N1*CN; N1*UC (ultimate consignee): {ultimate[0].name or ultimate[0].text}"
            sources = tuple(it.source for it in ultimate if it.source is not None)
            self.doubts.append(Doubt(kind="convention", field="consignee", texts=(text,), sources=sources))
        named = (*consignees, *notify, *parties.get("SH", ()))
        for code in LIKE_CONSIGNEE if consignees else ():
            called = f"N1*{code} ({CAPTIONS[code].lower()})"
            others = [it for it in parties.get(code, ()) if is_none_of(it, named)]
            self.doubts += [another_party("consignee", called, it) for it in others]
        return consignees[0] if consignees else None

    def _changes(self, through: tuple[Place, ...]) -> None:
        """More vessels than the stated ports part: where else goods change over, the message does not say."""
        named = [name for it in self._vessels() for name in vessels_in(it.at(2) or it.at(1))]
        joined = any(len(vessels_in(it.at(2))) > 1 for it in self._vessels())
        if len(named) - 1 > len(through) and (through or joined):
            self._doubt("ambiguous", "transshipment_port", self._first("V1"), *named)

    def _vessels(self) -> list[Segment]:
        """One vessel may be named twice, by its number and by its call sign; with its voyage, too, it is another."""
        found: list[Segment] = []
        for it in (it for it in self.head if it.tag == "V1" and (it.at(2) or it.at(1))):
            if not any(_one_vessel(it, other) for other in found):
                found.append(it)
        return found

    def _legs(self, load: Place | None, through: tuple[Place, ...], discharge: Place | None) -> tuple[Leg, ...]:
        """Two vessels prove that goods change over; one proves nothing. Where, only a stated port tells."""
        vessels = self._vessels()
        if len(vessels) < 2:
            return ()
        between = through if len(through) == len(vessels) - 1 else (None,) * (len(vessels) - 1)
        planned = [it and it.model_copy(update={"basis": "transport_plan"}) for it in (load, *between, discharge)]
        return tuple(
            Leg(load=a, discharge=b, mode="vessel", vessel=it.at(2) or it.at(1), voyage=it.at(4) or None)
            for it, (a, b) in zip(vessels, pairwise(planned), strict=True)
        )

    def _numbers(self) -> tuple[str | None, str | None, tuple[str, ...]]:
        bill = next((found for code in ("BM", "OB", "MB", "WY") if (found := self._reference(code))), None)
        booking = self._reference("BN")
        own = {"310": self._at("B3", 2), "304": self._at("B2", 4), "301": ""}[self.message.kind]
        if self.message.kind == "301":
            booking = booking or self._at("B1", 2) or self._at("Y3", 1) or None
        number = bill or own or None
        others = [own, self._at("B3", 3), self._at("B1", 2), *(it.at(2) for it in self.head if it.tag == "N9")]
        return number, booking, tuple(it for it in dict.fromkeys(others) if it and it not in (number, booking))

    def _text(self, notify: tuple[Party, ...], consignee: Party | None, places: tuple[Place | None, ...]) -> FreeText:
        texts = []
        for it in (it for it in self.head if it.tag not in _NO_TEXT):
            goods, known = it.tag not in _TEXTS, it.tag in _TEXTS or it.tag in _GOODS
            elements = it.elements[(_GOODS | _TEXTS).get(it.tag, 1) - 1 :]
            lines = tuple(
                part for element in elements for part in element if len(part.strip()) > 2 and (known or " " in part)
            )
            source = Source(document=self.name, path=it.path, caption="Lading description" if goods else "Remarks")
            texts.append(Text(source, lines, goods, it.tag, it.number))
        return read_segments(texts, notify, consignee, places)

    def _first(self, tag: str) -> Segment:
        return next((it for it in self.head if it.tag == tag), Segment(0, tag, ()))

    def _at(self, tag: str, element: int) -> str:
        return self._first(tag).at(element)

    def _reference(self, code: str) -> str | None:
        return next((it.at(2) for it in self.head if it.tag == "N9" and it.at(1) == code and it.at(2)), None)

    def _doubt(self, kind: str, field: str | None, segment: Segment, *texts: str) -> None:
        sources = (Source(document=self.name, path=segment.path),)
        self.doubts.append(Doubt.model_validate({"kind": kind, "field": field, "texts": texts, "sources": sources}))


def _one_vessel(one: Segment, other: Segment) -> bool:
    """By name, or by code where one of them has no name; beside two voyages a second code tells two vessels."""
    same_code = not (one.at(1) and other.at(1)) or one.at(1) == other.at(1)
    same_voyage = not (one.at(4) and other.at(4)) or one.at(4) == other.at(4)
    if one.at(2) and other.at(2):
        return one.at(2).casefold() == other.at(2).casefold() and (same_code or same_voyage)
    if one.at(1) and other.at(1):
        return same_code
    return same_voyage
