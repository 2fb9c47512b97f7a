"""No text of a JSON file is passed over: what no field has taken is read for a route, a version and a party more."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from docvalidate.errors import UnreadableDocument
from docvalidate.model.document import Doubt, Party, Place
from docvalidate.model.values import Source
from docvalidate.structured.json_texts import Said, texts_of, under, words_in
from docvalidate.structured.json_values import Reading
from docvalidate.structured.party_mentions import is_company, mentions
from docvalidate.structured.remarks import doubts_in_remarks
from docvalidate.structured.unread import NO_VALUE, doubts_beside, is_of_a_house_bill, parties_by_role
from docvalidate.structured.unread_routes import others_on_the_way, ports_under_keys

from ._free_text import FreeText, read_text

MOST_TEXTS = 50_000
"""Of one file: a bill of a thousand containers has a fifth of them."""
MOST_THAT_SPEAK = 400
MOST_IN_SMALL_PRINT = 600
MOST_SIGNS = 300_000
_SPEAKS = re.compile(
    r"\b(?:via|t\s?[/.]\s?s|w\s?/\s?t|tsp|t ?ship\w*|trans\w*|relay\w*|connect\w*|"
    r"feeder|thru|routed|advise|inform|notific\w+|destinatario|empf\w+|discharge\w*|divert\w*|rerouted|"
    r"re-routed|notif\w+|consigne\w*|cnee|behalf|account|care of|deliver\w*|receivers?|"
    r"guides?|guidelines?|instruct\w*|procedures?|manual|requirements?|sop|vrg)\b|"
    r"\b[ca]\s?/\s?[oc]\b|[经中转收通货指流]|gu[ií]a|versand|consigne|istruz|talimat|pod\b",
    re.IGNORECASE,
)
"""What every text has in it that has something to say here: a quick look, for a file has thousands of texts."""
_SMALL_PRINT = re.compile(r"terms(?!.*code)|conditions?\b|clause|disclaimer|legal ?notice|liabilit", re.IGNORECASE)
_CONTRACT = re.compile(
    r"\b(?:shall|may|liab\w+|merchants?|herein\w*|hereof|hereunder|thereof|entitled|option|liberty|jurisdiction|courts?|laws?|"
    r"arbitrat\w+|claims?|tariffs?|subject to|any|surcharges?|responsib\w+|warrant\w+|agrees?|failure|binding|bound|"
    r"whether|unless|without prejudice|risk)\b",
    re.IGNORECASE,
)
"""A sentence of the contract, which is printed for every shipment."""
_OF_A_PARTY = re.compile(
    r"\.(?:documentParties|carrierContactInformation|shipper|consignor|consignee|cto|ctoAgent|party|\w+Party|notif\w+|"
    r"partyContactDetails|signator\w*|\w*[sS]ignatory\w*|\w*[aA]uthentication|issu\w+|\w*[aA]ddress|emergencyContactDetails)\b"
)
_CUSTOMS = re.compile(r"\b(?:customs|declaration)\b")
_LONGEST_VERSION = 30
_SURELY = re.compile(r"\bt\s?/\s?s\b|\btrans?-?s?hip", re.IGNORECASE)
"""What no street has in it, as it may VIA."""
_VERSION = re.compile(r"\b(?:version|edition|revision)\b")
_GUIDE = re.compile(r"\b(?:guides?|guidelines?|procedures?|manual|sop|(?:routing|vendor|customer) instructions?)\b")
_ADDRESS = re.compile(r"\w+://\S+")
_SENTENCE = re.compile(r"(?<=[a-z)][.;])\s+(?=\S)|\n+")
_MOST_OF_A_FIELD = 10


def read_whole(
    reading: Reading,
    whole: Any,
    typed: Iterable[tuple[str, Sequence[str]]],
    parties: Sequence[Party | None],
    places: Iterable[Place | None],
) -> FreeText:
    """Read the texts that describe the goods, and all others that are no part of a checked field.

    `parties` are the consignee, then those that are neither consignee nor to be notified; the latter are known to the
    reading. The small print of a form is read sentence by sentence, without those of the contract.
    """
    goods = list(typed)
    notify = [party for field, party in reading.parties.values() if field == "notify_party"]
    said = read_text(((reading.source(path), lines, True) for path, lines in goods), notify)
    every = list(islice(texts_of(whole), MOST_TEXTS + 1))
    if len(every) > MOST_TEXTS:
        raise UnreadableDocument(f"more than {MOST_TEXTS:,} texts: no document has so many", "too-large")
    rest = [
        it for it in every if not reading.is_checked(it.path) and not any(under(it.path, path) for path, _ in goods)
    ]
    rest = [it for it in rest if not is_of_a_house_bill(it.path)]
    speaking = list(_speaking(rest))
    _add(said, read_text(_to_read(reading, speaking, printed=False), notify))
    small_print = read_text(_to_read(reading, speaking, printed=True), notify, most=MOST_IN_SMALL_PRINT)
    small_print.doubts = [doubt for doubt in small_print.doubts if is_company(" ".join(doubt.texts))]
    _add(said, small_print)
    own = list(places)
    stated = [place.text for place in own if place is not None]
    consignee = _names(parties[:1])
    notified = _names(notify)
    others = _names(parties[1:])
    texts = [(Said(path, "", tuple(lines)), False) for path, lines in goods] + speaking
    for text, printed in texts:
        boxed = _OF_A_PARTY.search(text.path) is not None
        for field, words in mentions(text.lines, consignee, notified, others, strict=printed, box=boxed):
            _doubt(said, reading, field, words, text.path)
    for text, printed in speaking:
        if not (printed or _OF_A_PARTY.search(text.path)):
            _remarks(said, reading, text, stated)
    for found in ports_under_keys(reading, every):
        if isinstance(found, Place):
            said.through.append(found)
        else:
            said.doubts.append(found)
    said.doubts += doubts_beside(reading, every)
    said.doubts += others_on_the_way(reading, every, own)
    said.doubts += parties_by_role(reading, every)
    said.doubts = list(_some_of_each_field(said.doubts))
    return said


def _some_of_each_field(doubts: Iterable[Doubt]) -> Iterator[Doubt]:
    """A person reads the first few of one field; no field goes without any."""
    counts: Counter[str | None] = Counter()
    for doubt in dict.fromkeys(doubts):
        counts[doubt.field] += 1
        if counts[doubt.field] <= _MOST_OF_A_FIELD:
            yield doubt


def _speaking(texts: Iterable[Said]) -> Iterator[tuple[Said, bool]]:
    """Each text that may say something, once, and whether it is small print."""
    seen: set[tuple[tuple[str, ...], bool, bool]] = set()
    size = 0
    for text in texts:
        printed = _SMALL_PRINT.search(text.path) is not None
        lines = tuple(_outside_the_contract(text.lines)) if printed else text.lines
        lines = tuple(filter(None, (_ADDRESS.sub("", line).strip() for line in lines)))
        if not lines:
            continue
        named = _named_version(text)
        whole = f"{named}{' '.join(lines)}"
        once = lines, printed, _OF_A_PARTY.search(text.path) is not None
        if once in seen or not _SPEAKS.search(whole):
            continue
        seen.add(once)
        size += len(whole)
        if len(seen) > MOST_THAT_SPEAK or size > MOST_SIGNS:
            raise UnreadableDocument("more free text than any document has: ask for the file again", "too-large")
        yield text._replace(lines=(f"{named}{lines[0]}", *lines[1:]) if named else lines), printed


def _named_version(text: Said) -> str:
    """The words of keys that name an instruction and its version, in front of the value."""
    above = words_in(text.path.split(".")[-2]) if text.path.count(".") > 1 else ""
    guide = _GUIDE.search(text.label) is not None
    if not _VERSION.search(text.label) and not (guide and not NO_VALUE.search(text.label)):
        return ""
    if _CUSTOMS.search(text.label) or len(" ".join(text.lines)) > _LONGEST_VERSION:
        return ""
    if guide and not _VERSION.search(text.label):
        return f"{text.label} version: "
    return f"{text.label}: " if guide or not _GUIDE.search(above) else f"{above} {text.label}: "


def _outside_the_contract(lines: Sequence[str]) -> Iterator[str]:
    for sentence in _SENTENCE.split("\n".join(lines)):
        if not _CONTRACT.search(sentence):
            yield sentence.strip()


def _to_read(
    reading: Reading, texts: Iterable[tuple[Said, bool]], *, printed: bool
) -> Iterator[tuple[Source, Sequence[str], bool]]:
    """What may name a route or a version: no street is a route, and each sentence of small print stands alone."""
    for text, small in texts:
        if small is not printed or (_OF_A_PARTY.search(text.path) and not _SURELY.search(" ".join(text.lines))):
            continue
        for lines in [(line,) for line in text.lines] if printed else [text.lines]:
            yield reading.source(text.path), lines, True


def _remarks(said: FreeText, reading: Reading, text: Said, stated: Sequence[str]) -> None:
    """What a note asks to change; a port that it names stands among the ports already."""
    told = {place.source.path for place in said.through if place.source is not None}
    for doubt in doubts_in_remarks("\n".join(text.lines), reading.name, stated=stated):
        if doubt.field is not None and not (doubt.field == "transshipment_port" and text.path in told):
            _doubt(said, reading, doubt.field, doubt.texts[0], text.path)


def _doubt(said: FreeText, reading: Reading, field: str, words: str, path: str) -> None:
    source = reading.source(path)
    if not any(doubt.field == field and source in doubt.sources for doubt in said.doubts):
        said.doubts.append(Doubt(kind="ambiguous", field=field, texts=(words[:600],), sources=(source,)))


def _add(said: FreeText, further: FreeText) -> None:
    """What other texts say; that one of them speaks of a direct service proves nothing."""
    said.through += further.through
    said.citations += [it for it in further.citations if it.version not in {cited.version for cited in said.citations}]
    said.doubts += further.doubts


def _names(parties: Iterable[Party | None]) -> list[str]:
    return [party.name or party.text.partition("\n")[0] for party in parties if party is not None]
