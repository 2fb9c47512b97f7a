"""Free text of a structured file is read like a bill's description: a route, a version, a draft mark, a party more."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docvalidate.errors import UnreadableDocument
from docvalidate.model.document import Citation, Doubt, Party, Place
from docvalidate.model.values import Source

if TYPE_CHECKING:
    from docvalidate.layout.fields import Sheet

_NAMES_A_PARTY = re.compile(
    r"\b(?:also|2nd|second|3rd|third|additional|further|other)\s+(?:to\s+be\s+)?notif(?:y|ied)\b|"
    r"\bnotify\s+(?:also\b|party\s*:|\d\s*:)|\b(?:real|ultimate|final)\s+consignee\b|\bon\s+behalf\s+of\s+consignee\b|"
    r"\bnotify(?:\s+party)?\s*:?\s*(?:is\s+)?same\s+as\b|第二通知人|又通知|另通知人",
    re.IGNORECASE,
)
_AMENDS = re.compile(
    r"\b(?P<who>consignee|notify(?: party)?)\b.{0,20}\b(?:to|should|must) (?:read|be changed|be amended)\b",
    re.IGNORECASE,
)
_MAY_SPEAK = re.compile(
    r"\b(?:via|t\s?[/.]\s?s|w\s?/\s?t|tsp?|t ?ship\w*|trans?-?s?hip\w*|relay|connecti\w+|trans?bordo|direct|transit|"
    r"change of vessel|transload\w*|transfer\w*|discharge at|feeder|thru|routed|rerouted)\b|[经中转]",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:relay(?: port)?|change of vessel|in transit|transit port|port of transit|feeder port|"
    r"connecting (?:port|vessel)|"
    r"trans?-?s?hip\w*(?: port)?|t\s?/\s?s(?: port)?)"
    r"\s*(?:(?:is|at|in|through|will be|takes place|planned)\b\s*|[:=-]\s*)+|"
    r"\b(?:(?:re-?)?routed|moves?|goes)\s+(?:thru|through|over|to)\s+|\bthru\s+",
    re.IGNORECASE,
)
_FOR_WHAT = re.compile(r"((?:\S+\s+){1,4})for\s+(?:trans?-?s?hip\w*|relay)\b", re.IGNORECASE)
MOST_ROUTES = 60
MOST_LINES = 8
LONGEST = 2_000
"""Characters of a text that are looked at together for a route: a longer one is looked at part by part."""
_OVER = 12
"""Words that two parts have in common: as many as a route or a version takes."""


@dataclass
class FreeText:
    """What the texts of a file say besides its fields, with what stays open about it."""

    through: list[Place] = field(default_factory=list)
    direct: bool = False
    citations: list[Citation] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    draft: bool | None = None
    doubts: list[Doubt] = field(default_factory=list)

    def added_to(self, stated: tuple[Place, ...]) -> tuple[Place, ...]:
        """The ports that fields state, and those that only a text names."""
        known = {place.locode or place.text.casefold() for place in stated}
        further = {place.locode or place.text.casefold(): place for place in reversed(self.through)}
        return (*stated, *(place for key, place in reversed(further.items()) if key not in known))


def read_text(
    texts: Iterable[tuple[Source, Sequence[str], bool]], notify: Sequence[Party] = (), *, most: int = MOST_ROUTES
) -> FreeText:
    """Read each text, given with its source, its lines, and whether it describes the goods (they may be called DRAFT).

    A text that names a further notify party or changes a party is a doubt: where the party ends in it nobody can say.
    """
    said, routes = FreeText(), 0
    for source, lines, goods in texts:
        whole = " ".join(" ".join(lines).split())
        if not whole:
            continue
        routes += len(_MAY_SPEAK.findall(whole))
        if routes > most:
            raise UnreadableDocument(f"{source.path} has more routes than any document", "too-large")
        _routes_and_citations(said, whole, lines, source, goods=goods)
        if any(not _is_known(whole[found.end() :], notify) for found in _NAMES_A_PARTY.finditer(whole)):
            said.doubts.append(Doubt(kind="ambiguous", field="notify_party", texts=(_from(lines),), sources=(source,)))
        if amends := _AMENDS.search(whole):
            who = "consignee" if amends["who"].casefold() == "consignee" else "notify_party"
            said.doubts.append(Doubt(kind="ambiguous", field=who, texts=(whole,), sources=(source,)))
    return said


def _routes_and_citations(said: FreeText, whole: str, lines: Sequence[str], source: Source, *, goods: bool) -> None:
    from docvalidate.layout.places import Places
    from docvalidate.layout.titles import citations_of, draft_marks

    for part in _parts(whole):
        if _MAY_SPEAK.search(part):
            places = Places([_sheet((part,))], source.document)
            found = places.transshipment() or tuple(_called_so(part))
            said.through += [place.model_copy(update={"source": source}) for place in found]
            said.direct = said.direct or places.direct
        cited = citations_of([_sheet((part,))], source.document)
        said.citations += [citation.model_copy(update={"source": source}) for citation in cited]
    if not goods:
        draft, marks = draft_marks([_sheet(lines)])
        said.draft = draft if said.draft is None else said.draft or draft
        said.marks += marks


def _called_so(text: str) -> Iterator[Place]:
    """The ports that a sentence calls the port of transshipment.

    >>> [place.text for place in _called_so("RELAY PORT IS NEW YORK; IN TRANSIT TO COLUMBUS")]
    ['NEW YORK']
    """
    from docvalidate.reference.ports import identify

    for match in _CALLED.finditer(text):
        words = re.split(r"[.;](?:\s|$)", text[match.end() :])[0].split()[:4]
        names = (" ".join(words[:count]).strip(" .,;:()") for count in range(len(words), 0, -1))
        name = next((it for it in names if len(it) > 3 and identify(it).codes), None)
        if name is not None:
            yield Place(text=name, locode=identify(name).locode)
    for match in _FOR_WHAT.finditer(text):
        words = match[1].split()
        ends = (" ".join(words[start:]).strip(" .,;:()") for start in range(len(words)))
        name = next((it for it in ends if len(it) > 3 and identify(it).codes), None)
        if name is not None:
            yield Place(text=name, locode=identify(name).locode)


def _parts(whole: str) -> Iterator[str]:
    """The text in parts that can be looked at; what stands over the end of one stands whole in the next.

    >>> [len(part) for part in _parts("CARTON " * 400)]
    [1994, 888]
    """
    words, start = re.findall(r"\S{1,500}", whole), 0
    while start < len(words):
        end, size = start, 0
        while end < len(words) and (size + len(words[end]) < LONGEST or end == start):
            size += len(words[end]) + 1
            end += 1
        yield " ".join(words[start:end])
        start = len(words) if end == len(words) else max(end - _OVER, start + 1)


def _from(lines: Sequence[str]) -> str:
    """The lines from the one that begins to name the party; what stands far below it belongs to the goods."""
    start = next((number for number, line in enumerate(lines) if _NAMES_A_PARTY.search(line)), 0)
    return "\n".join(lines[start : start + MOST_LINES])


def _sheet(lines: Sequence[str]) -> "Sheet":
    """The lines as a page has them, one below the other."""
    from docvalidate.engines.page import Page
    from docvalidate.layout.fields import Sheet
    from docvalidate.layout.runs import Run

    size = 10.0
    runs = (
        Run(0.0, row * size, size * len(line), (row + 1) * size, " ".join(line.split()), size, 0)
        for row, line in enumerate(lines)
    )
    page = Page(1, 1000.0, size * (len(lines) + 1))
    return Sheet(page, tuple(runs), (), frozenset(), frozenset())


def _is_known(told: str, notify: Sequence[Party]) -> bool:
    """What follows is the name of a party in a box."""
    names = [_letters(party.name or party.text) for party in notify]
    return any(name and _letters(told).startswith(name) for name in names)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
