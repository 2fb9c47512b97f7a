"""A party is put together from its box and from where the box refers to: a rider, or marked lines further down."""

import re
from collections.abc import Iterable, Sequence

from docvalidate.text.party import as_party

from docvalidate.model.document import Doubt, Party, Source

from .fields import Field, Sheet
from .runs import Run

_FILLER = re.compile(r"(?:[Xx]{3,}|[*\-=_.#/~+ ]{2,}|n\s*/?\s*a|nil|none|-)\.?", re.IGNORECASE)
_TRAILING = re.compile(r"(?<=\S)\s*(?:\*{4,}|X{5,}|-{4,}|={4,}|_{4,})$")
_ELSEWHERE = re.compile(
    r"[*\s(]*(?:(?:as\s+)?per\s+(?:the\s+)?(?:attach|rider|annex|list|schedule|appendix|addend|continuation)|"
    r"(?:please\s+)?(?:see|refer\s+to)\s+(?:the\s+)?(?:attach|rider|annex|list|schedule|appendix|addend|continuation|next\s+page|page\s+\d|overleaf|below)|"
    r"(?:to\s+be\s+)?continued?\s+(?:on|in|overleaf|next)|cont'?d\b|see\s+description|详见附页|见附页|如附|見附頁|"
    r"siehe\s+(?:anlage|anhang|beiblatt)|ver\s+(?:anexo|adjunto)|voir\s+annexe|vedi\s+allegato)",
    re.IGNORECASE,
)
_STARS = re.compile(r"\s*(\*{1,3})$")
_MARKER = {"consignee": re.compile(r"\s*(?:CN|CNEE|CONSIGNEE)\s*>+\s*", re.I), "notify_party": re.compile(r"\s*(?:NP|N1|NOTIFY|NTFY)\s*>+\s*", re.I),
           "also_notify": re.compile(r"\s*(?:N2|NP2|AN)\s*>+\s*", re.I), "shipper": re.compile(r"\s*(?:SH|SHPR|SHIPPER)\s*>+\s*", re.I)}  # fmt: skip
_NUMBERED = re.compile(r"\s*(?:\(?\s*([1-4])\s*[).:]|([1-4])(?:ST|ND|RD|TH)\s+NOTIFY(?:\s+PARTY)?\s*:?)\s*", re.IGNORECASE)
_CONTACT = re.compile(r"\s*(?:tel|phone|ph|fax|e-?mail|attn|att|contact|mob|cell|pic|t:|f:|m:|e:|电话|传真|邮箱)\b", re.IGNORECASE)


class Parties:
    """The parties of one document, with what stays open about them."""

    def __init__(self, face: Sequence[Sheet], others: Sequence[Sheet], document: str) -> None:
        self.face, self.others, self.document = face, others, document
        self.doubts: list[Doubt] = []

    def one(self, role: str) -> Party | None:
        """The party of that role; two boxes that disagree are a doubt, and the first is handed on."""
        blocks = self._blocks(role)
        different = list({_key(lines): (lines, field) for lines, field in reversed(blocks)}.values())[::-1]
        if len(different) > 1:
            self._doubt("ambiguous", role, different)
        return self._party(*different[0]) if different else None

    def notify_parties(self) -> tuple[Party, ...]:
        """All notify parties in the order of the form: the notify box, then second and third ones wherever they stand."""
        blocks = [part for lines, field in self._blocks("notify_party") for part in _apart(lines, field)]
        for lines, field in self._blocks("also_notify"):
            blocks += [part for part in _apart(lines, field) if is_party(part[0])]
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
        for field in (field for sheet in self.face for field in sheet.values(role)):
            lines = cleaned(field.lines)
            if not lines:
                continue
            if _ELSEWHERE.match(lines[-1]):
                rider = self._rider(role)
                if rider is None:
                    missing = field
                    continue
                lines = (*lines[:-1], *rider[0])
                field = rider[1] if len(lines) == len(rider[0]) else field
            lines = self._continued(role, lines)
            found.append((lines, field))
        if missing is not None and not found:
            self._doubt("rider_missing", role, [(missing.lines, missing)])
        return found

    def _rider(self, role: str) -> tuple[tuple[str, ...], Field] | None:
        for sheet in self.others:
            for field in sheet.values(role):
                lines = cleaned(field.lines)
                if lines and not _ELSEWHERE.match(lines[-1]):
                    return lines, field
        return None

    def _continued(self, role: str, lines: tuple[str, ...]) -> tuple[str, ...]:
        """Add the lines that go on under a star or a marker such as NP> further down or on another page."""
        rest: list[str] = []
        marker = _MARKER.get(role)
        runs = [run for sheet in (*self.face, *self.others) for run in sheet.runs if run not in sheet.prose]
        if marker is not None:
            rest += [run.text[match.end() :] for run in runs if (match := marker.match(run.text))]
        stars = _STARS.search(lines[-1])
        if stars:
            sign = stars[1]
            lines = (*lines[:-1], lines[-1][: stars.start()])
            begins = re.compile(re.escape(sign) + r"(?!\*)\s*(?=\S)")
            rest += [run.text[match.end() :] for run in runs if (match := begins.match(run.text))]
        return (*lines, *(line for line in rest if line))

    def _doubt(self, kind: str, role: str, blocks: Sequence[tuple[tuple[str, ...], Field]]) -> None:
        self.doubts.append(
            Doubt.model_validate(
                {"kind": kind, "field": "notify_party" if role == "also_notify" else role,
                 "texts": tuple("\n".join(lines) for lines, _ in blocks),
                 "sources": tuple(self.source(field) for _, field in blocks)}
            )
        )  # fmt: skip


def cleaned(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines without the fillers of unused boxes.

    >>> cleaned(["ACME LTD", "XXXXXXXX"]), cleaned(["*******"])
    (('ACME LTD',), ())
    """
    kept = (_TRAILING.sub("", line.strip()) for line in lines)
    return tuple(line for line in kept if line and not _FILLER.fullmatch(line))


def is_party(lines: Sequence[str]) -> bool:
    """A box for a second notify party may hold routing or remarks instead; a party has a name and something more."""
    first = lines[0].upper()
    if re.match(r"(?:VIA|T/S|W/T|FREIGHT|CY|CFS|FCL|LCL|ROUTING|TRANSS?HIP|FOR TRANS|ON.?CARRIAGE|MERCHANT|DIRECT)\b", first):
        return False
    return len(lines) > 1 or bool(re.search(r"same as|as above|\b(?:LTD|LLC|INC|GMBH|CORP|CO|S\.?A|B\.?V|PTY|PLC|AG|SRL|SPA|SARL|BANK|LIMITED)\b\.?", lines[0], re.IGNORECASE))  # noqa: E501


def _key(lines: Sequence[str]) -> str:
    return re.sub(r"\W+", "", "".join(lines)).casefold()


def _apart(lines: tuple[str, ...], field: Field) -> list[tuple[tuple[str, ...], Field]]:
    """Two notify parties in one box stand apart: numbered, or with a free line between two whole addresses."""
    starts = [place for place, line in enumerate(lines) if _NUMBERED.match(line)]
    if len(starts) > 1 and starts[0] == 0:
        parts = [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
        stripped = [cleaned((_NUMBERED.sub("", part[0], count=1), *part[1:])) for part in parts]
        return [(part, field) for part in stripped if part]
    cuts = [place for place in field.breaks if lines == cleaned(field.lines) and len(field.lines) == len(lines)]
    for cut in cuts:
        before, after = lines[:cut], lines[cut:]
        if len(before) > 1 and len(after) > 1 and not _CONTACT.match(after[0]) and not _CONTACT.match(after[1]):
            return [(before, field), *((part, field) for part, _ in _apart(after, field._replace(breaks=(), lines=after)))]
    return [(lines, field)]


def taken_by_parties(sheet: Sheet) -> set[str]:
    """The lines that belong to parties: a street called Via is no route."""
    roles = ("shipper", "consignee", "notify_party", "delivery_agent", "forwarding_agent")
    return {line for role in roles for field in sheet.values(role) for line in field.lines}


__all__ = ["Parties", "Run", "cleaned", "is_party", "taken_by_parties"]
