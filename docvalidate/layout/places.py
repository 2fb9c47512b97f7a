"""Places are handed on as printed; a route typed into a box or the description is taken apart at its "via"."""

import re
from collections.abc import Sequence

from docvalidate.model.document import Doubt, Place
from docvalidate.model.values import Source
from docvalidate.reference.ports import identify, relation

from .fields import Field, Sheet
from .parties import cleaned, taken_by_parties
from .runs import Run, lines_below, style_of, usual_style

_THROUGH = re.compile(
    r"\b(?:via|relay(?:ed)?(?: port| at| in|(?=\s*:))|connect(?:s|ed|ing|ion)?(?: vessel(?: [\w .]{1,25})?)? (?:at|in)|"
    r"(?:transit port|port of transit|t ?ship(?:ment)? port|tsp)(?=\s*:|\s)|"
    r"(?:change of vessel|transload(?:ed|ing)?|transfer(?:red)?) (?:at|in)|discharged? (?:at|in)|feeder from|"
    r"transbordo en|transbordo em|trasbordo a|"
    r"(?:w\s?/\s?t|t\s?[/.]\s?s\b\.?|ts(?=\s*:)|with\s+trans?-?s?hip+ment|to\s+be\s+trans?-?s?hip+ed|"
    r"trans?-?s?hip+(?:ed|ing|ment)?\b\.?)"
    r"(?:\s+(?:port(?=\s*:|\s+at\b)|at|in|via|through))*)(?!\w)\s*:?\s*|经由?|中转港?[::]?\s*|转运港?[::]?\s*",
    re.IGNORECASE,
)
_MARKS = (
    "via", "relay", "connect", "transit", "hip", "tsp", "change", "transl", "transfer", "discharg", "feeder", "transb",
    "trasb", "/", "t.", "t .", "ts", "direct", "经", "中转", "转运",
)  # fmt: skip
"""One of these is in every line that tells a route; most lines have none."""
_NO_PORT = re.compile(
    r"[^,;]{0,40}\b(?:canal|cape|strait|suez|good hope|bank|branch|office|courier|dhl|ups|fedex|e-?mail|"
    r"internet|swift)\b|\D{3,30}\s\d+\b",
    re.IGNORECASE,
)
"""What follows "via" without being a port of call: a canal, a bank, a courier; a street called Via, with its number."""
_DIRECT = re.compile(
    r"\b(?:direct (?:service|vessel|sailing|shipment|call)|no trans?-?s?hip+ment|"
    r"without trans?-?s?hip+ment|trans?-?s?hip+ment[: ]+(?:none|no|not allowed))\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"(?:direct(?: service)?|none|no|nil|n/?a|not applicable|-+|直达)\.?", re.IGNORECASE)
_SEVERAL = re.compile(r"\s+/\s+|\s*;\s*|\s+(?:and|&|then|und|et|y|e|ve)\s+|\s*\+\s*|、", re.IGNORECASE)
_DATED = re.compile(r"\s*[,(]?\s*\b(?:E\.?T\.?[AD]|AT[AD])\b[ .:]*(?=.*\d).*", re.IGNORECASE)
"""The date that follows a place in its box."""
_TAKEN_BACK = re.compile(
    r"\b(?:omit\w*|cancel\w*|delet\w*|skip\w*|not|no longer|instead|changed?|replac\w*)\b", re.IGNORECASE
)
_ENDS = re.compile(
    r"\s+(?:to|for|by|on|per|vessel|voy(?:age)?|etd|eta|freight|thence|then\s+to|"
    r"final\s+destination)\b.*|[.;]\s.*",
    re.IGNORECASE,
)


_TOLD = re.compile(
    r"\b(?:w\s?/\s?t|t\s?/\s?s|(?:(?:will|shall|must|to|is|are|was|were|being|been)\s+(?:be\s+)?)?"
    r"(?:trans?-?s?hip+(?:ed|ment|s)|connect(?:s|ed)?|discharged|transferred|transloaded|relayed))\s+"
    r"(?:port\s*:?|at|in|via|through|over)\s+(?-i:[A-Z]{2}|[A-Z][a-z])",
    re.IGNORECASE,
)
"""The plain words for a change of vessels at a place with a name: no office and no street is told of so."""


class Places:
    """The places of one document, with what stays open about them."""

    def __init__(self, sheets: Sequence[Sheet], document: str) -> None:
        self.sheets, self.document = sheets, document
        self.doubts: list[Doubt] = []
        self.through: list[Place] = []
        self.beside: list[tuple[str, Field]] = []
        self.direct = False

    def one(self, role: str) -> Place | None:
        """The place of that role. What follows "via" in its box is a transshipment port."""
        found: dict[str, Place] = {}
        for sheet in self.sheets:
            for field in sheet.values(role):
                text = _DATED.sub("", " ".join(cleaned(field.lines)))
                match = _THROUGH.search(text)
                if match:
                    self._pass_through(text[match.end() :], field)
                    text = text[: match.start()].rstrip(" ,-(/")
                if text:
                    found.setdefault(" ".join(text.casefold().split()), self._place(text, field))
        places = list(found.values())
        if len({place.locode or place.text for place in places}) > 1:
            self._doubt(role, places)
        elif places and self._two_ports(places[0].text):
            self._doubt(role, [places[0]])
        return places[0] if places else None

    def transshipment(self) -> tuple[Place, ...]:
        """The ports that the document states: in a box of their own, after "via", or in the description."""
        for sheet in self.sheets:
            for field in sheet.values("transshipment_port"):
                for line in filter(None, (_DATED.sub("", line) for line in cleaned(field.lines))):
                    if _NONE.fullmatch(line):
                        self.direct = True
                    else:
                        self._pass_through(line, field)
            self._typed_routes(sheet)
        unique: dict[str, Place] = {}
        for place in self.through:
            unique.setdefault(place.locode or place.text.casefold(), place)
        return tuple(unique.values())

    def _typed_routes(self, sheet: Sheet) -> None:
        """Routes in free text count only where a port follows: a clause may say "via any port"."""
        parties = taken_by_parties(sheet)
        printed = sheet.captions | sheet.prose
        usual = usual_style(run for run in sheet.runs if run not in printed)
        top = min((run.top for run in sheet.captions), default=0.0)
        end = max((field.box[3] for field in sheet.fields if field.lines), default=sheet.page.height)
        page = "\n".join(run.text for run in sheet.runs).lower()
        marks = [mark for mark in _MARKS if mark in page]
        for run in sheet.runs:
            lower = run.text.lower()
            if not any(mark in lower for mark in marks):
                continue
            direct, through = _DIRECT.search(run.text), _THROUGH.search(run.text)
            if not (direct or through):
                continue
            told = _TOLD.search(run.text)
            if not top - 1 <= run.top <= end + 1:
                # Letterheads and footers name the carrier's offices and streets.
                if told is not None and not (run in sheet.prose and _is_print_out(sheet)):
                    self.beside.append((run.text[told.start() :], self._field(run, sheet)))
                continue
            printed_only = run in sheet.prose and style_of(run) != usual
            if (printed_only and told is None) or any(
                run.text == line or (len(run.text) > 4 and run.text in line) for line in parties
            ):
                continue
            if direct:
                self.direct = True
            if through:
                known = len(self.through)
                self._pass_through(run.text, self._field(run, sheet), only_ports=True)
                rest = lines_below(sheet.runs).get(run) if len(self.through) == known else None
                if rest is not None and rest not in printed and rest.text not in parties:
                    # The line may break before the port: TO BE TRANSHIPPED AT / CARTAGENA, COLOMBIA.
                    self._pass_through(f"{run.text} {rest.text}", self._field(run, sheet), only_ports=True)

    def _field(self, run: Run, sheet: Sheet) -> Field:
        return Field("transshipment_port", "", (run.text,), run.box, sheet.page.number, run.box)

    def open_doubts(self, known: Sequence[Place | None]) -> list[Doubt]:
        """All that stays open: a port told above or below the form is asked about, unless it is one of those known."""
        codes = {place.locode for place in (*known, *self.through) if place is not None and place.locode}
        for text, field in self.beside:
            stretches = (
                _port_at_start(part) for stretch in _THROUGH.split(text)[1:] for part in [stretch.strip(" .,:()")]
            )
            ports = [identify(port) for port in stretches if port]
            if any(not codes & set(port.codes) for port in ports):
                self._doubt("transshipment_port", [self._place("\n".join(field.lines), field)])
        return self.doubts

    def _pass_through(self, text: str, field: Field, *, only_ports: bool = False) -> None:
        """Take the ports of a route: each stretch after "via", each part of a list, up to where a port's name ends."""
        stretches = _THROUGH.split(text)
        for stretch in stretches[1:] if only_ports else stretches:
            if only_ports and _NO_PORT.match(stretch):
                continue
            for part in _SEVERAL.split(stretch.strip(" .,:()")):
                port = _port_at_start(part)
                if port is not None or (part.strip(" ,") and not only_ports):
                    self.through.append(self._place(port or part.strip(" ,"), field))
                if port is not None and not only_ports and _says_more(port, part[len(port) :]):
                    # Another port behind the first, or a word that takes it back: somebody must look.
                    self._doubt("transshipment_port", [self._place(part.strip(" ,"), field)])

    def _two_ports(self, text: str) -> bool:
        parts = [part for part in re.split(r"\s*/\s*|\s*;\s*|\s+(?i:or|and|&)\s+", text) if part.strip()]
        codes = [identify(part).locode for part in parts]
        return len(parts) > 1 and None not in codes and len(set(codes)) > 1 and identify(text).locode is None

    def _place(self, text: str, field: Field) -> Place:
        return Place(text=text, locode=identify(text).locode, source=self._source(field))

    def _source(self, field: Field) -> Source:
        return Source(document=self.document, page=field.page, box=field.box, caption=field.caption)

    def _doubt(self, role: str, places: Sequence[Place]) -> None:
        sources = tuple(place.source for place in places if place.source is not None)
        self.doubts.append(Doubt(kind="ambiguous", field=role, texts=tuple(p.text for p in places), sources=sources))


def _is_print_out(sheet: Sheet) -> bool:
    """The page is plain text: sentences around the form are those of a letter, and read as one."""
    return bool(sheet.page.places) and sheet.page.places[-1][1].startswith("line ")


def _says_more(port: str, rest: str) -> bool:
    """Words behind a port name another one, or take the first back; a terminal, a country or a date do neither."""
    told = identify(port)
    words = re.findall(r"[^\W\d_]+", f"{told.detail or ''} {rest}")[:8]
    named = (" ".join(words[a : a + size]) for a in range(len(words)) for size in (3, 2, 1))
    others = (identify(it).locode for it in named if len(it) > 4)
    if any(other is not None and told.locode and relation(other, told.locode) == "different" for other in others):
        return True
    return _TAKEN_BACK.search(f"{port} {rest}") is not None


def _port_at_start(text: str) -> str | None:
    """The longest beginning of the text that names a port: NEW YORK of "NEW YORK THEN BY RAIL"."""
    words = _ENDS.sub("", text).split()[:6]
    beginnings = (" ".join(words[:count]).strip(" .,:;()") for count in range(len(words), 0, -1))
    return next((beginning for beginning in beginnings if beginning and identify(beginning).codes), None)
