"""A remark that says of a party or a port what no field says is a question; what every bill prints is none."""

import re
from collections.abc import Iterator, Sequence

from docvalidate.model.document import Doubt, Party, Place
from docvalidate.model.values import Source
from docvalidate.structured.remarks import doubts_in_remarks

from ._edi_places import first_port, further_ports
from ._free_text import LONGEST

_CLAUSE = re.compile(
    r"\b(?:responsib\w+|claims?|liab\w+|liberty|entitled|option|may|shall|fees?|charges?|in case of|certif\w+|"
    r"(?:for|on) (?:the )?accounts? of|"
    r"to be (?:informed|notified|advised|contacted|delivered|collected|released|paid|presented|surrendered))\b",
    re.IGNORECASE,
)
"""What bills print below every shipment: it speaks of the parties and asks for no change."""
_IN_CARE_OF = re.compile(
    r"(?:\b(?P<who>consignee|cnee|notify(?: party)?)\b.{0,80}?\b|^)"
    r"(?:c\s?/\s?o|care of)\s+(?!no\b|form\b|nr\b|cert)[A-Z]{2}",
    re.IGNORECASE,
)
"""Without a party before it, it is one only where a text begins with it: C/O is a certificate of origin as well."""
_ASKS = re.compile(
    r"\b(?:please|kindly|pls)\s+(?:amend|change|revise|replace|correct|update|show|read)\w*", re.IGNORECASE
)
_NAMES = re.compile(r"\b(?:consignee|cnee|notify(?: party)?)\s*[:=]\s*\w", re.IGNORECASE)
_ONE_MORE = re.compile(r"(?:\b(?:and|also|plus|to)\b|[&/])\s*\w{3}", re.IGNORECASE)
_NUMBERED = re.compile(r"\bnotify(?: party)? (?:no\.? ?)?[1-9]\s*[:.-]\s*\w{3}", re.IGNORECASE)
_WHERE = re.compile(
    r"\b(?:ports? of (?:discharge|loading)|(?:discharge|loading|transit) ports?|p\.?o\.?[dl]\b\.?|"
    r"(?:on|pre)-?\s?carriage (?:by \w+ )?(?:from|to)|in transit|transit(?:ed|s|ing)?)"
    r"(?:\s*(?:\b(?:is|at|to|via|through|by|from)\b|[:=-]))*\s*(?=(?P<where>[A-Z].*))",
    re.IGNORECASE,
)
"""A port that a text gives a role: it stands in a field as well, or the text contradicts the fields."""

_OVER = 300
"""The characters that two parts of a long text have in common, as long as a sentence is."""

_LONGEST_NAME = 60
"""The characters of a port's name that are shown with the word before it."""


def remarks_in(
    whole: str, source: Source, parties: dict[str, tuple[Party, ...]], places: Sequence[Place]
) -> Iterator[Doubt]:
    """What a remark says of a field that the fields of the message do not say."""
    for start in range(0, max(1, len(whole) - _OVER), LONGEST - _OVER):
        yield from _said_in(whole[start : start + LONGEST], source, parties, places)


def _said_in(
    whole: str, source: Source, parties: dict[str, tuple[Party, ...]], places: Sequence[Place]
) -> Iterator[Doubt]:
    """The remarks of one part of a text."""
    for doubt in doubts_in_remarks(whole, source.document, stated=[it.text for it in places]):
        sentence = doubt.texts[0]
        says_it = _ASKS.search(sentence) or (doubt.field in parties and _NAMES.search(sentence))
        is_clause = _CLAUSE.search(sentence) and not says_it
        if not is_clause and not _repeats(sentence, parties.get(doubt.field or "", ())):
            yield doubt.model_copy(update={"sources": (source,)})
    line = " ".join(whole.split())
    if found := _IN_CARE_OF.search(line):
        field = "notify_party" if (found["who"] or "").casefold().startswith("notify") else "consignee"
        behind = _letters(line[found.end() - 2 :])[:12]
        if not any(behind in _letters(it.text) for it in parties[field]):
            yield Doubt(kind="ambiguous", field=field, texts=(whole,), sources=(source,))
    if _NUMBERED.search(line) and not _repeats(line, parties["notify_party"]):
        yield Doubt(kind="ambiguous", field="notify_party", texts=(whole,), sources=(source,))
    for found in _WHERE.finditer(line):
        port = first_port(found["where"])
        if port is not None and further_ports((port,), places):
            text = line[found.start() : found.end() + _LONGEST_NAME]
            yield Doubt(kind="ambiguous", field="transshipment_port", texts=(text,), sources=(source,))


def _repeats(sentence: str, parties: Sequence[Party]) -> bool:
    """The sentence names a party that a field has, and asks for no change and names nobody behind it."""
    for party in parties:
        words = re.findall(r"\w+", party.name or party.text)
        found = re.search(r"\W+".join(words), sentence, re.IGNORECASE) if words else None
        if found and not _ASKS.search(sentence) and not _ONE_MORE.search(sentence[found.end() :]):
            return True
    return False


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
