"""UN/EDIFACT: one consignment a message, from the carrier's bill data (IFTMCS) to its arrival notice (IFTMAN).

Directories D.95B to D.21B. IFTMCS is the bill, IFTMIN the shipping instruction, IFTMBC the booking confirmation. The
segments are split by our own few lines: pydifact 0.2 takes a released apostrophe before UNA for a new beginning, lets
empty components at the end go, and takes seven times as long.
"""

import re
from typing import Literal

from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model.document import Doubt, Kind, Party, Place, TransportDocument
from docvalidate.model.values import Source
from docvalidate.structured.charset import decoded
from docvalidate.structured.envelopes import Message, edifact_messages
from docvalidate.structured.segments import Segment, edifact

from ._edi_papers import begins, one_paper
from ._edi_texts import Text, edifact_lines, edifact_text, read_segments
from ._edifact_beside import told_beside
from ._edifact_groups import groups_of
from ._edifact_parties import FIELDS, Named, beside, in_order, named, of_address
from ._edifact_places import THROUGH
from ._edifact_routes import Routes
from ._free_text import FreeText

EXTRA = None
RECOGNISES = "it begins with UNA, UNB, UNG or UNH"
SECOND_READING = False

KINDS: dict[str, Kind] = {
    "IFTMCS": "bill_of_lading", "IFTMIN": "shipping_instruction", "IFTMBC": "booking_confirmation",
    "IFTMAN": "arrival_notice",
}  # fmt: skip
_WAYBILLS = frozenset({"703", "710", "712"})
_BILLS = frozenset({"704", "705", "706", "707", "709", "714", "716", "760", "761", "763", "765", "766"})
_HOUSE, _MASTER = frozenset({"703", "714", "716"}), frozenset({"704"})
_OTHER_MODES = {"720": "rail", "722": "rail", "730": "road", "740": "air", "741": "air", "743": "air"}
_WITHDRAWN = {"1": "cancellation", "3": "deletion", "17": "cancel, to be reissued", "40": "request for deletion"}
_PARTIAL = {
    "2": "addition", "4": "change", "20": "replaces the heading only", "21": "replaces details only",
    "33": "change in the heading", "36": "change in the details",
}  # fmt: skip
_DRAFTS = {"16": "proposal", "46": "provisional", "52": "proposed amendment"}
_BEGINS = re.compile(rb"UNA[^\w\s][^\w\s][.,][^\w\n][^\w\n][^\w ](?:\s*UN|\s*$)|UN[BGH](?:[^\w\s]|$)")
_CHARSETS = {
    "UNOC": "latin_1", "UNOD": "iso8859_2", "UNOE": "iso8859_5", "UNOF": "iso8859_7", "UNOG": "iso8859_3",
    "UNOH": "iso8859_4", "UNOI": "iso8859_6", "UNOJ": "iso8859_8", "UNOK": "iso8859_9", "UNOL": "iso8859_15",
    "UNOW": "utf_8", "UNOY": "utf_8",
}  # fmt: skip
_BM, _BN = ("BM", "MB"), ("BN", "BKG")


def claims(data: bytes) -> bool:
    """The file begins as an interchange or a message does."""
    return begins(data, _BEGINS)


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Read the one paper of an interchange. Raises UnreadableDocument where there is none, or more than one."""
    messages = edifact_messages(edifact(decoded(data, _charset(data))))
    paper = one_paper(messages, KINDS, lambda it: _beginning(it).at(2), called="message")
    return _Reading(paper, name).document()


def _charset(data: bytes) -> str | None:
    """The charset that UNB names (S001, 0001); UNOA and UNOB are ASCII, and those who name them send anything."""
    level = re.search(rb"UNB.(UNO[A-Z])", data[:200])
    return _CHARSETS.get(level[1].decode()) if level else None


def _beginning(message: Message) -> Segment:
    """BGM, or an empty one: a message without it is read as far as it goes."""
    return next((it for it in message.segments if it.tag == "BGM"), Segment(0, "BGM", ()))


class _Reading:
    """One message on its way to a document."""

    def __init__(self, message: Message, name: str) -> None:
        self.message, self.name = message, name
        self.bgm = _beginning(message)
        self.groups = groups_of(message)
        self.doubts: list[Doubt] = []

    def document(self) -> TransportDocument:
        """The paper that the message stands for."""
        kind, bill = self._kind()
        function = self._function()
        parties = [it for it in (named(group, self.name) for group in self.groups.parties) if it is not None]
        notify = self._notify(parties)
        routes = Routes(self.groups.head, self.groups.stages, self.name)
        fields, legs, main = routes.fields(), routes.legs(), routes.main()
        through, consignee = routes.of(*THROUGH), self._consignee(parties)
        text = self._text(notify, consignee, (*fields.values(), *through))
        self.doubts += beside(parties)
        number, booking, references = self._numbers(kind)
        marks = (*((f"{function} {_DRAFTS[function]}",) if function in _DRAFTS else ()), *text.marks)
        shipper = self._one(parties, "CZ", "SH")
        self._remarks()
        return TransportDocument(
            kind=kind,
            draft=True if function in _DRAFTS else text.draft,
            bill=bill,
            number=number,
            booking_number=booking,
            references=references,
            shipper=shipper,
            consignee=consignee,
            notify_parties=notify,
            forwarding_agent=self._one(parties, "FW"),
            transshipment_ports=text.added_to(through),
            requested_transshipment=routes.of("75"),
            prohibited_transshipment=routes.of("74"),
            direct=text.direct,
            legs=legs,
            vessel=main.vessel if main else None,
            voyage=main.voyage if main else None,
            cites_instruction=text.citations[0] if text.citations else None,
            cites_also=tuple(text.citations[1:]),
            marks=tuple(dict.fromkeys(marks)),
            doubts=(*self.doubts, *told_beside(routes), *text.doubts),
            file=self.name,
            **fields,
        )

    def _kind(self) -> tuple[Kind, Literal["house", "master"] | None]:
        code = self.bgm.at(1)
        if code in _OTHER_MODES:
            what = f"{self.message.kind} of a {_OTHER_MODES[code]} consignment note (BGM {code})"
            raise UnreadableDocument(f"not a bill of lading or sea waybill: {what}", "not-a-transport-document")
        bill: Literal["house", "master"] | None = "house" if code in _HOUSE else "master" if code in _MASTER else None
        kind = KINDS[self.message.kind]
        if kind == "bill_of_lading" and code not in _BILLS:
            kind = "sea_waybill" if code in _WAYBILLS else "unknown"
        return kind, bill

    def _function(self) -> str:
        """1225: what the message does to an earlier one. That it is an original says nothing of the bill."""
        code = self.bgm.at(3)
        if code in _WITHDRAWN:
            what = f"{self.message.kind} {self.bgm.at(2)} withdraws a paper (BGM 1225 {code}, {_WITHDRAWN[code]})"
            raise UnreadableDocument(f"{what}: ask for the one that counts", "nothing-to-read")
        if code in _PARTIAL:
            # Carriers send the whole bill again with a change; by the directory it holds what changed alone.
            self._doubt("convention", None, f"BGM 1225 {code} ({_PARTIAL[code]}), read as the whole paper", self.bgm)
        return code

    def _notify(self, parties: list[Named]) -> tuple[Party, ...]:
        notify, doubts = in_order(parties, self.message.release)
        self.doubts += [*(doubt for it in notify for doubt in it.doubts), *doubts]
        return tuple(it.party for it in notify)

    def _consignee(self, parties: list[Named]) -> Party | None:
        consignee = self._one(parties, "CN")
        ultimate = self._one(parties, "UC")
        if consignee is None and ultimate is not None:
            text = f"no NAD+CN; NAD+UC (ultimate consignee): {ultimate.name or ultimate.text}"
            sources = (ultimate.source,) if ultimate.source else ()
            self.doubts.append(Doubt(kind="convention", field="consignee", texts=(text,), sources=sources))
        return consignee

    def _one(self, parties: list[Named], *qualifiers: str) -> Party | None:
        found = [it for qualifier in qualifiers for it in parties if it.qualifier == qualifier]
        field = FIELDS.get(qualifiers[0])
        if field:
            self.doubts += [doubt for it in found for doubt in it.doubts]
        if field and len({it.party.text for it in found}) > 1:
            sources = tuple(it.party.source for it in found if it.party.source is not None)
            texts = tuple(it.party.text for it in found)
            self.doubts.append(Doubt(kind="ambiguous", field=field, texts=texts, sources=sources))
        return found[0].party if found else None

    def _numbers(self, kind: Kind) -> tuple[str | None, str | None, tuple[str, ...]]:
        """The bill's number, the booking's, and the others. BGM numbers the paper itself, RFF+BM the bill."""
        numbers = [(it.at(1), it.at(1, 1)) for it in self.groups.head if it.tag == "RFF" and it.at(1, 1)]
        bill = next((value for code, value in numbers if code in _BM), None)
        booking = next((value for code, value in numbers if code in _BN), None)
        own = self.bgm.at(2) or None
        if kind == "booking_confirmation":
            booking, number = booking or own, bill
        elif kind in ("sea_waybill", "bill_of_lading"):
            number = own or bill
            if own and bill and own != bill:
                self._doubt("convention", "number", f"BGM: {own}", self.bgm, f"RFF+BM: {bill}")
        else:
            number = bill or own
        rest = dict.fromkeys(value for value in (own, *(value for _, value in numbers)) if value)
        return number, booking, tuple(value for value in rest if value not in (number, booking))

    def _text(self, notify: tuple[Party, ...], consignee: Party | None, places: tuple[Place | None, ...]) -> FreeText:
        texts = [edifact_text(segment, self.name, goods=goods) for segment, goods in self.groups.texts]
        for qualifier, segment in self.groups.asides:
            if qualifier in FIELDS and of_address(lines := edifact_lines(segment)):
                self._doubt("ambiguous", FIELDS[qualifier], "\n".join(lines), segment)
        title = self.bgm.at(1, 3)
        if title:
            source = Source(document=self.name, path=self.bgm.path, caption="Document name")
            texts.append(Text(source, (title,), False, "BGM", self.bgm.number))
        told = {doubt.texts for doubt in self.doubts}
        said = read_segments(texts, notify, consignee, places)
        said.doubts = [doubt for doubt in said.doubts if doubt.texts not in told]
        return said

    def _remarks(self) -> None:
        for remark in self.message.remarks:
            self._doubt("pages_not_read", None, remark, self.message.segments[-1])

    def _doubt(self, kind: str, field: str | None, text: str, segment: Segment, *more: str) -> None:
        source = Source(document=self.name, path=segment.path)
        made = {"kind": kind, "field": field, "texts": (text, *more), "sources": (source,)}
        self.doubts.append(Doubt.model_validate(made))
