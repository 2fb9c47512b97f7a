"""A party is put together from its box and from where the box refers to: a rider, or marked lines further down."""

import re
from collections.abc import Iterable, Sequence

from docvalidate.model.document import Doubt, Party
from docvalidate.model.values import Source
from docvalidate.text.party import as_party

from .companies import COMPANY
from .fields import Field, Sheet
from .overflow import is_adrift, may_go_on, signs_of
from .runs import Run

_FILLER = re.compile(r"(?:[Xx]{3,}|[*\-=_.#/~+ ]{2,}|n\s*/?\s*a|nil|none|[-–—])\.?", re.IGNORECASE)
_TRAILING = re.compile(r"(?<=\S)\s*(?:\*{4,}|X{5,}|-{4,}|={4,}|_{4,}|[.…·]{4,})$")
_LEADER = re.compile(r"^[.…·_]{4,}\s*(?=\S)")
_ELSEWHERE = re.compile(
    r"(?:\(?[1-4]\s?[).:])?[*\s(]*(?:(?:as\s+)?per\s+(?:the\s+)?(?:attach|rider|annex|list|schedule|appendix|addend|continuation)|"
    r"(?:please\s+)?(?:see|refer\s+to)\s+(?:the\s+)?(?:attach|rider|annex|list|schedule|appendix|addend|"
    r"continuation|next\s+page|page\s+\d|overleaf|below)|"
    r"(?:to\s+be\s+)?continued?\s+(?:on|in|overleaf|next)|cont'?d\b|see\s+description|详见附页|见附页|如附|見附頁|"
    r"siehe\s+(?:anlage|anhang|beiblatt)|ver\s+(?:anexo|adjunto)|voir\s+annexe|vedi\s+allegato)",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"[*\s(]*(?:(?:same\s+)?as(?:\s+per|\s+on)?|see|refer\s+to)\s+(?:the\s+)?"
    r"(?:(?:first|1st|front|face|previous)\s+(?:page|sheet)|(?:page|sheet)\s*(?:no\.?\s*)?1)\b[\s.)*]*",
    re.IGNORECASE,
)
"""What a continuation sheet has in the boxes that it repeats: AS PER PAGE 1."""
_STARS = re.compile(r"\s*(\*{1,3})$")
_GOES_ON = re.compile(r"[*\s(]*(?:continue[ds]?|continuation|cont'?d)[\s.:)*]*", re.IGNORECASE)
_HEADING = re.compile(r"\bcont(?:inue[ds]?|inuation|'?d)\b", re.IGNORECASE)
"""A line such as ** NOTIFY PARTIES CONTINUED says where something goes on; it is no part of it."""
_NUMBERED = re.compile(
    r"\s*(?:\(?\s*([1-4])\s*[).:]|([1-4])(?:ST|ND|RD|"
    r"TH)\s+NOTIFY(?:\s+PARTY)?\s*:?)\s*",
    re.IGNORECASE,
)
_ROUTE = re.compile(r"(?:routing|instructions?|route|on.?carriage)\b\s*:", re.IGNORECASE)
_LABELS = tuple(
    (key, re.compile(rf"(?:{words})\b\s*[:.]?\s*", re.IGNORECASE))
    for key, words in (
        ("name", r"company(?: name)?|name|legal name|party name"),
        ("street", r"street(?: address)?|address(?: line)?(?: \d)?"),
        ("city", r"city|town|city/town"),
        ("state", r"state(?:/province)?|province|region|county"),
        ("code", r"postal code|post ?code|zip(?: code)?|zip/postal code"),
        ("country", r"country(?: code)?"),
        ("tel", r"phone(?: no\.?| number)?|telephone|tel(?:\. ?no)?"),
        ("fax", r"fax(?: no\.?)?"),
        ("email", r"e-?mail(?: address)?"),
    )
)
_ROUTING = re.compile(
    r"(?:via\b|t/s\b|w/t\b|routing\b|route\b|please\b|kindly\b|instructions?\s*:|remarks?\s*:|"
    r"freight\s+(?:pre|coll|pay|as)|"
    r"(?:cy|cfs|fcl|lcl|door)\s*/|trans?s?hip\w*\b|to\s+[\w ,]+\bby\s+(?:rail|truck|barge)|shipper'?s?\s+load|"
    r"for\s+trans|on.?carriage\b|direct\s+(?:service|vessel)|"
    r"(?:by\s+)?(?:truck|rail)\s+(?:from|to|by)\b|delivery\s+(?:to|by|at)\b|merchant'?s?\s+haulage)",
    re.IGNORECASE,
)
"""What a box for a further notify party holds where it is used for routing and instructions."""
_TOLD = re.compile(r"\b(?:trans?-?s?hip+(?:ed|ment)|w\s?/\s?t|t\s?/\s?s)\s+(?:at|in|via)\s+\w", re.IGNORECASE)
"""The same in the middle of a line: GOODS TO BE TRANSHIPPED AT COLOMBO."""
_AGAIN = re.compile(
    r"(?:same\s+as|as)\s+(?:notify|above\s+notify|first\s+notify|1st\s+notify)|"
    r"same\s+as\s+above|同通知人|同上",
    re.IGNORECASE,
)
"""The further notify party is the first one: nobody is added."""
_GOODS = re.compile(
    r"(?:containers?|seals?|gross|net|marks?|hs code|freight|cargo|shipper|packages|total|"
    r"[a-z]{4}\d{7})\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\s*(?:tel|phone|ph|fax|e-?mail|attn|att|contact|mob|cell|pic|t:|f:|m:|e:|电话|传真|"
    r"邮箱)\b",
    re.IGNORECASE,
)


class Parties:
    """The parties of one document, with what stays open about them."""

    def __init__(self, face: Sequence[Sheet], others: Sequence[Sheet], document: str) -> None:
        self.face, self.others, self.document = face, others, document
        self.doubts: list[Doubt] = []
        self.claimed: set[Run] = set()
        self.typed = [run for sheet in (*face, *others) for run in sheet.runs if run not in sheet.prose]
        self.signed = [run for run in self.typed if may_go_on(run.text)]

    def open_doubts(self) -> list[Doubt]:
        """All that stays open once every party was read."""
        self._look_for_marks()
        return self.doubts

    def _look_for_marks(self) -> None:
        """A company under a mark, or behind C/O, that no box refers to: whose it is, somebody must say."""
        for sheet in (*self.face, *self.others):
            for run in (run for run in sheet.runs if is_adrift(run.text)):
                known = run in self.claimed or run in sheet.captions or run in sheet.prose
                if known or any(run.text in line for line in taken_by_parties(sheet)):
                    continue
                where = Field("", "", (run.text,), run.box, sheet.page.number, run.box)
                for role in ("consignee", "notify_party"):
                    self._doubt("ambiguous", role, [((run.text,), where)])

    def one(self, role: str) -> Party | None:
        """The party of that role; two boxes that disagree are a doubt, and the first is handed on."""
        blocks = self._blocks(role)
        different = list({_key(lines): (lines, field) for lines, field in reversed(blocks)}.values())[::-1]
        different += self._elsewhere(role, different)
        self._look_below((role,))
        if len(different) > 1:
            self._doubt("ambiguous", role, different)
        return self._party(*different[0]) if different else None

    def notify_parties(self) -> tuple[Party, ...]:
        """All notify parties in the order of the form: the notify box, then further ones wherever they stand."""
        blocks = [part for lines, field in self._blocks("notify_party") for part in _apart(lines, field)]
        for lines, field in self._blocks("also_notify"):
            first, *more = _apart(lines, field)
            if is_party(first[0]):
                blocks.append(first)
                if any(is_party(part) for part, _ in more):
                    # Whether the box holds one more party or goes on with something else, somebody must say.
                    self._doubt("ambiguous", "also_notify", [first, *more])
            elif not (_ROUTING.match(lines[0]) or _AGAIN.match(lines[0]) or all(map(_TOLD.search, lines))):
                # Neither a party nor a route: somebody must say what it is.
                self._doubt("ambiguous", "also_notify", [(lines, field)])
        self._look_below(("notify_party", "also_notify"))
        further = self._elsewhere("notify_party", blocks)
        if further:
            self._doubt("ambiguous", "notify_party", [*blocks, *further])
        seen = {_key(lines): (lines, field) for lines, field in reversed(blocks)}
        return tuple(self._party(*block) for block in list(seen.values())[::-1])

    def _party(self, lines: tuple[str, ...], field: Field) -> Party:
        return as_party("\n".join(lines), self.source(field))

    def source(self, field: Field) -> Source:
        """Where a field stands."""
        return Source(document=self.document, page=field.page, box=field.box, caption=field.caption)

    def _blocks(self, role: str) -> list[tuple[tuple[str, ...], Field]]:
        found: list[tuple[tuple[str, ...], Field]] = []
        missing: Field | None = None
        # A rider that says ALSO NOTIFY names a party of its own; its other boxes only repeat or continue the face's.
        sheets = (*self.face, *self.others) if role == "also_notify" else self.face
        for field in (field for sheet in sheets for field in sheet.values(role)):
            lines = cleaned(field.lines)
            if not lines or _refers_back(field, lines):
                continue
            if _ELSEWHERE.match(lines[-1]):
                rider = self._rider(role)
                if rider is None and not self._more_parties(role):
                    missing = field
                if rider is None and len(lines) == 1:
                    continue
                if rider and len(lines) > 1 and role == "notify_party" and _NUMBERED.match(lines[-1]):
                    # 2) SEE RIDER: the rider names one more party.
                    found += [(without_labels(self._continued(role, lines[:-1])), field), rider]
                    continue
                lines = (*lines[:-1], *(rider[0] if rider else ()))
                field = rider[1] if rider and len(lines) == len(rider[0]) else field
            lines = without_labels(self._continued(role, lines))
            found.append((lines, field))
        if missing is not None:
            self._doubt("rider_missing", role, [(missing.lines, missing)])
        return found

    def _look_below(self, roles: tuple[str, ...]) -> None:
        """A company further down in a party's column, after a wide gap, may belong to it: somebody must look."""
        for field in (field for sheet in self.face for role in roles for field in sheet.values(role)):
            if any(COMPANY.search(line) for line in field.left_over) and field.lines:
                self._doubt("ambiguous", field.role, [(field.lines, field), (field.left_over, field)])

    def _elsewhere(
        self, role: str, known: Sequence[tuple[tuple[str, ...], Field]]
    ) -> list[tuple[tuple[str, ...], Field]]:
        """What boxes of that role on further pages say that no known one does: a rider repeats or differs."""
        told = "".join(_key(lines) for lines, _ in known)
        found = [(cleaned(_before_goods(field)), field) for sheet in self.others for field in sheet.values(role)]
        found = [(lines, field) for lines, field in found if lines and not _refers_back(field, lines)]
        return [(lines, field) for lines, field in found if _key(lines) not in told and told]

    def _rider(self, role: str) -> tuple[tuple[str, ...], Field] | None:
        for sheet in self.others:
            for field in sheet.values(role):
                lines = cleaned(_before_goods(field))
                if lines and not _ELSEWHERE.match(lines[-1]):
                    return lines, field
        return None

    def _more_parties(self, role: str) -> bool:
        """What a notify box continues elsewhere may be a further party, under a caption of its own."""
        sheets = (*self.face, *self.others)
        return role == "notify_party" and any(cleaned(f.lines) for sheet in sheets for f in sheet.values("also_notify"))

    def _continued(self, role: str, lines: tuple[str, ...]) -> tuple[str, ...]:
        """Add the lines that go on under a star or a marker such as NP> further down or on another page."""
        rest: list[str] = []
        for signs in signs_of(role):
            for run in self.signed:
                match = signs.match(run.text)
                if match and run.text[match.end() :].strip():
                    self.claimed.add(run)
                    rest.append(run.text[match.end() :])
        stars = _STARS.search(lines[-1])
        if stars:
            sign = stars[1]
            lines = (*lines[:-1], lines[-1][: stars.start()])
            begins = re.compile(re.escape(sign) + r"(?!\*)\s*(?=\S)")
            for place, run in enumerate(self.typed):
                match = begins.match(run.text)
                if match:
                    self.claimed.add(run)
                    rest += [run.text[match.end() :], *_contacts_under(self.typed[place:])]
        return (*lines, *(line for line in rest if line and not _HEADING.search(line)))

    def _doubt(self, kind: str, role: str, blocks: Sequence[tuple[tuple[str, ...], Field]]) -> None:
        self.doubts.append(
            Doubt.model_validate(
                {"kind": kind, "field": "notify_party" if role == "also_notify" else role,
                 "texts": tuple("\n".join(lines) for lines, _ in blocks),
                 "sources": tuple(self.source(field) for _, field in blocks)}
            )
        )  # fmt: skip


def cleaned(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines without the fillers of unused boxes and the dots that lead to a value or from it.

    >>> cleaned(["ACME LTD", "XXXXXXXX"]), cleaned(["*******"])
    (('ACME LTD',), ())
    >>> cleaned([".....12 PIER ROAD........"])
    ('12 PIER ROAD',)
    """
    typed = (_LEADER.sub("", line.strip()) for line in lines)
    return tuple(
        _TRAILING.sub("", line)
        for line in typed
        if line and not _FILLER.fullmatch(line) and not _GOES_ON.fullmatch(line)
    )


def without_labels(lines: tuple[str, ...]) -> tuple[str, ...]:
    """An address that the form takes apart, put together as a bill prints it: name, street, city line, contacts.

    >>> without_labels(("Company name ACME LLC", "Street address 12 PIER ROAD", "City BOSTON", "State MA",
    ...                 "Postal code 02110", "Country USA", "Phone +1 617 555 0100"))
    ('ACME LLC', '12 PIER ROAD', 'BOSTON, MA 02110, USA', 'TEL +1 617 555 0100')
    """
    labelled = [(next((key for key, label in _LABELS if label.match(line)), None), line) for line in lines]
    if sum(key is not None for key, _ in labelled) < 3 or not any(key == "city" for key, _ in labelled):
        return lines
    found: dict[str | None, list[str]] = {}
    for key, line in labelled:
        text = line if key is None else dict(_LABELS)[key].sub("", line, count=1).strip()
        if text:
            found.setdefault(key, []).append(text)

    def first(key: str) -> str:
        return " ".join(found.get(key, []))

    town = " ".join(part for part in (first("state"), first("code")) if part)
    city = ", ".join(part for part in (first("city"), town, first("country")) if part)
    contacts = [*(f"TEL {it}" for it in found.get("tel", [])), *(f"FAX {it}" for it in found.get("fax", [])),
                *(f"EMAIL {it}" for it in found.get("email", []))]  # fmt: skip
    return (
        *found.get("name", []),
        *found.get("street", []),
        *([city] if city else []),
        *found.get(None, []),
        *contacts,
    )


def is_party(lines: Sequence[str]) -> bool:
    """A box for a second notify party may hold routing or remarks instead; a party has a name and something more."""
    if _AGAIN.match(lines[0]):
        return False
    if any(COMPANY.search(line) for line in lines) or re.search("same as|as above|同收货人", lines[0], re.IGNORECASE):
        return True
    if _ROUTING.match(lines[0]):
        return False
    return len(lines) > 2 or (len(lines) > 1 and any(map(str.isdigit, lines[1])))


def _contacts_under(runs: Sequence[Run]) -> list[str]:
    """The contact lines right under a marked line: they go on with it, though they bear no mark of their own."""
    found: list[str] = []
    last = runs[0]
    for run in runs[1:]:
        if abs(run.x0 - last.x0) > 14.0:
            continue
        if run.top - last.bottom > 0.75 * run.size or not _CONTACT.match(run.text):
            break
        found.append(run.text)
        last = run
    return found


def _refers_back(field: Field, lines: Sequence[str]) -> bool:
    return field.page > 1 and len(lines) == 1 and _EARLIER.fullmatch(lines[0]) is not None


def _before_goods(field: Field) -> tuple[str, ...]:
    """The lines of a box on a rider, which is all one box, up to a free line and what is said of goods.

    What names a company further down is kept: it may be one more party.
    """
    end = next((place for place in field.breaks if _GOODS.match(field.lines[place])), len(field.lines))
    return field.lines if any(map(COMPANY.search, field.lines[end:])) else field.lines[:end]


def _key(lines: Sequence[str]) -> str:
    return re.sub(r"\W+", "", "".join(lines)).casefold()


def _apart(lines: tuple[str, ...], field: Field) -> list[tuple[tuple[str, ...], Field]]:
    """Two notify parties in one box: numbered, parted by a free line, or the second under the first's contacts."""
    starts = [place for place, line in enumerate(lines) if _NUMBERED.match(line)]
    if len(starts) > 1 and starts[0] == 0:
        parts = [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
        stripped = [cleaned((_NUMBERED.sub("", part[0], count=1), *part[1:])) for part in parts]
        return [(part, field) for part in stripped if part]
    free = set(field.breaks) if lines == field.lines else set()
    cuts = [0]
    for place in range(1, len(lines)):
        contacts = _CONTACT.match(lines[place - 1]) and not _CONTACT.match(lines[place])
        new = COMPANY.search(lines[place]) and place + 1 < len(lines)
        if place - cuts[-1] > 1 and (place in free or contacts) and new:
            cuts.append(place)
        elif field.role == "also_notify" and (
            _ROUTE.match(lines[place]) or (place in free and _GOODS.match(lines[place]))
        ):
            # A box for a second notify party goes on with routing, a description with goods.
            lines = lines[:place]
            break
    return [(lines[a:b], field) for a, b in zip(cuts, [*cuts[1:], len(lines)], strict=True)]


def taken_by_parties(sheet: Sheet) -> set[str]:
    """The lines that belong to parties: a street called Via is no route."""
    roles = ("shipper", "consignee", "notify_party", "delivery_agent", "forwarding_agent")
    return {line for role in roles for field in sheet.values(role) for line in field.lines}


__all__ = ["Parties", "Run", "cleaned", "is_party", "taken_by_parties"]
