"""A port is written as a name, then perhaps a state, a country, a terminal and a code, in any order and punctuation."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from docvalidate.reference.countries import country_code
from docvalidate.reference.spelling import name_key, words_of
from docvalidate.reference.states import state_code, states_named

from .curated import ambiguous_names, canonical, ports, ports_named, quarters_named
from .facilities import BEFORE, BEHIND, FACILITIES, HARBOURS, RAIL, RAILWAYS
from .table import Row, place_coded, places_named

Qualifier = frozenset[tuple[str, str | None]]
"""The countries and states that a word may mean: CA is Canada and California."""

_EMPTY = re.compile(
    r"[\W_]*|X{2,}|T[\s.]*B[\s.]*[ACDN][\s.]*|TO BE .*|N[\s./]*A[\s.]*|NIL|NONE|UNKNOWN|NOT APPLICABLE|"
    r"(SAME )?AS (PER|ABOVE|ADVISED|AGREED|ORDER).*|SAME|SEE .*|DIRECT|待定|无|無|同上"
)
_SEPARATORS = re.compile(r"[,;:()\[\]{}<>、\n]|\s[-–—]+\s|\s*[–—]\s*|\s-|-\s")
_BRACKETS = re.compile(r"[(\[{<]")
_SCRIPTS = re.compile(r"(?<=[A-Z.)])\s*(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\s*(?=[A-Z])")
"""Where Chinese papers go on with the same name in the other script: NINGBO 宁波."""
_STROKE = re.compile(r"/")
_OR = re.compile(r"\s+(?:AND/OR|OR|AND|&)\s+")
_ROUTE = re.compile(r"\s+(?:VIA|W/T|T/S|WITH TRANS|FOR TRANS).*", re.DOTALL)
_OPEN = {"ANY", "VARIOUS", "OPTIONAL", "OPTION"}
_NO_NAMES = BEFORE | BEHIND | FACILITIES
_GENERIC = {"NEW", "OLD", "PORT", "NORTH", "SOUTH", "EAST", "WEST", "INNER", "OUTER", "MAIN"}
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_AFTER = re.compile(r"(港口|口岸|港|市)$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says of a place: the codes that the name may mean, best first, and what stands around the name."""

    codes: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    """Every place of that name that the state and country beside it allow."""
    qualifiers: tuple[Qualifier, ...] = ()
    details: tuple[str, ...] = ()
    name: str = ""


def plain(text: str) -> str:
    """The text in capitals and usual forms of letters, full-width forms folded.

    >>> plain(" ＮＩＮＧＢＯ，China ")
    'NINGBO,CHINA'
    """
    return unicodedata.normalize("NFKC", text).strip().upper()


def says_nothing(text: str) -> bool:
    """The words that fill a box and name no place.

    >>> says_nothing("T.B.A."), says_nothing("N/A"), says_nothing("XXXX"), says_nothing("NINGBO")
    (True, True, True, False)
    """
    return _EMPTY.fullmatch(plain(text)) is not None


def take_code(text: str) -> tuple[str | None, str]:
    """The UN/LOCODE that the text prints, and the text without it; a word that is a name is not a code.

    >>> take_code("BALTIMORE, MD (USBAL)"), take_code("US BAL"), take_code("BREST, FRANCE")
    (('USBAL', 'BALTIMORE, MD '), ('USBAL', ''), (None, 'BREST, FRANCE'))
    """
    whole = re.fullmatch(r"([A-Z]{2})[ -]?([A-Z2-9]{3})", text)
    if whole and place_coded(code := whole[1] + whole[2]):
        # "USBAL" is nothing but a code; "BREST" is one as well, of a small place in Brazil.
        return (code, "") if canonical(code) in ports() or not _is_name(name_key(text)) else (None, text)
    for found in re.finditer(r"[(\[{<]\s*([A-Z]{2})[ -]?([A-Z2-9]{3})\s*[)\]}>]", text):
        if place_coded(code := found[1] + found[2]):
            return code, text[: found.start()] + text[found.end() :]
    for found in re.finditer(r"(?<![\w'’.-])[A-Z]{2}[A-Z2-9]{3}(?![\w'’-])", text):
        # GRAIN and PAPEL are codes as well, but of places that no carrier prints the code of.
        if canonical(found[0]) in ports() and not _is_name(found[0]):
            return found[0], f"{text[: found.start()]},{text[found.end() :]}"
    return None, text


def read(text: str) -> Reading:
    """The place that the text names; several where it gives alternatives ("NEW YORK OR NORFOLK").

    >>> read("PORTLAND OREGON").codes, read("MAHER TERMINAL, NEW YORK, NY").codes, read("NEW YORK OR NORFOLK").codes
    (('USPDX',), ('USNYC',), ('USNYC', 'USORF'))
    >>> read("NINGBO 宁波").codes, read("NINGBO 上海").codes
    (('CNNGB',), ('CNNGB', 'CNSHA'))
    """
    text = _ROUTE.sub("", text)
    if says_nothing(text) or _OPEN & set(words_of(text)):
        return Reading()
    # A stroke parts alternatives sooner than AND does, which stands in the names of countries.
    whole = _alternatives(_STROKE.split(text)) or _read_one(text) or _alternatives(_OR.split(text))
    return whole or _alternatives(_SCRIPTS.split(text)) or _stated(text)


def _alternatives(parts: list[str]) -> Reading | None:
    if len(parts) < 2 or name_key(" ".join(parts)) in ports_named():
        return None
    readings = [reading for part in parts if (reading := _read_one(part))]
    if len(readings) < len(parts):
        return None
    codes = tuple(dict.fromkeys(code for reading in readings for code in reading.codes))
    return Reading(codes, codes, name=readings[0].name)


def fits(row: Row, qualifiers: tuple[Qualifier, ...]) -> bool:
    """The place lies in every state and country named."""
    return all(any(_lies_in(row, *option) for option in options) for options in qualifiers)


_TERRITORIES = {"CN": {"HK", "MO", "TW"}, "US": {"PR", "VI", "GU", "AS", "MP"}, "NL": {"AW", "CW", "SX", "BQ"},
                "FR": {"RE", "MQ", "GP", "GF", "YT", "NC", "PF", "PM"}, "DK": {"FO", "GL"}}  # fmt: skip


def _lies_in(row: Row, country: str, state: str | None) -> bool:
    own = row.code[:2]
    if state is None:
        return own == country or own in _TERRITORIES.get(country, ())
    if own != country:
        return own == state and own in _TERRITORIES.get(country, ())
    return not row.subdivision or state_code(row.subdivision, country) in (state, None)


def _read_one(text: str) -> Reading | None:
    segments = [segment.strip() for segment in (text, *_SEPARATORS.split(text)) if segment.strip()]
    if not _BRACKETS.search(text) and (found := _settled(name_key(text), (), ())):
        return found
    segments = segments[1:] or segments
    for index, segment in enumerate(segments):
        others = [*segments[:index], *segments[index + 1 :]]
        told = [_told(other) for other in others]
        qualifiers = tuple(option for options, _ in told for option in options)
        details = tuple(detail for _, detail in told if detail)
        if found := _best(segment, qualifiers, details):
            return found
        if not FACILITIES.intersection(words_of(segment)):
            break
    return None


def _stated(text: str) -> Reading:
    """The countries and states beside a name that is not on file: a code beside them must lie there."""
    told = [_told(segment) for segment in _SEPARATORS.split(text)[1:]]
    return Reading(qualifiers=tuple(option for options, _ in told for option in options))


def _told(segment: str) -> tuple[tuple[Qualifier, ...], str]:
    """The states and countries that stand beside a name, and what else does: "OH RAIL RAMP" is in Ohio."""
    words = words_of(segment)
    # NS RAIL RAMP is that of Norfolk Southern, and not in Nova Scotia.
    rail = (n for n, (word, after) in enumerate(pairwise(words)) if word in RAILWAYS and after in RAIL)
    last = next(rail, len(words))
    own = _qualifiers(words)
    if own is not None and last == len(words):
        return own, ""
    for end in range(last, 0, -1) if FACILITIES.intersection(words) else ():
        own = _qualifiers(words[:end])
        if own and len(own) == 1:
            return own, " ".join(words[end:])
    return (), segment.strip()


def _best(segment: str, qualifiers: tuple[Qualifier, ...], details: tuple[str, ...]) -> Reading | None:
    words = words_of(re.sub(r"\b(STE?|FT|MT|PT|TG|STO|STA)\.(?=\w)", r"\1 ", segment))
    if _HAN.search(segment):
        return _best_han("".join(words), qualifiers, details)
    for end in range(len(words), 0, -1):
        own, detail = _told(" ".join(words[end:]))
        key = name_key(detail)
        quarter = quarters_named().get(key)
        if not (quarter or key in ports_named() or not detail or FACILITIES.intersection(words_of(detail))):
            continue
        for name in _variants(words[:end]):
            found = _settled(name, (*qualifiers, *own), (*details, *((detail,) if detail else ())))
            if found and (quarter is None or quarter.issuperset(found.codes)):
                return found
    return None


def _best_han(text: str, qualifiers: tuple[Qualifier, ...], details: tuple[str, ...]) -> Reading | None:
    for start in range(len(text)):
        country = country_code(text[:start]) if start else None
        if start and country is None:
            continue
        own: tuple[Qualifier, ...] = (frozenset({(country, None)}),) if country else ()
        for name in (text[start:], _HAN_AFTER.sub("", text[start:])):
            if found := _settled(name, (*qualifiers, *own), details):
                return found
    return None


def ports_told(detail: str) -> tuple[str, ...]:
    """The ports of weight whose name the words are, with or without PORT before or behind."""
    words = words_of(detail)
    if _GENERIC.issuperset(words):
        return ()
    # "BALTIMORE, MD COLUMBUS, OH": where two boxes run into one, a state stands before the second name.
    bare = " ".join(word for word in words if word not in FACILITIES)
    found = (ports_named().get(key, ()) for key in (*_variants(words), name_key(" ".join(words[1:])), name_key(bare)))
    return next((codes for codes in found if codes), ())


def _variants(words: tuple[str, ...]) -> Iterator[str]:
    yield name_key(" ".join(words))
    first, last = 0, len(words)
    while first < last - 1 and words[first] in BEFORE:
        first += 1
    while last > first + 1 and words[last - 1] in BEHIND | HARBOURS:
        last -= 1
    yield name_key(" ".join(words[:last]))
    yield name_key(" ".join(words[first:last]))


def _settled(name: str, qualifiers: tuple[Qualifier, ...], details: tuple[str, ...]) -> Reading | None:
    """The places of that name, the most weighty kind alone: listed as ambiguous, curated, sea port, inland, road."""
    bare = not qualifiers and name not in ports_named()
    if bare and (name in _NO_NAMES or country_code(name) or states_named(name)):
        return None
    rows = {row.code: row for row in places_named(name) or _without_umlauts(name)}
    weighty = dict.fromkeys((*ambiguous_names().get(name, ()), *ports_named().get(name, ())))
    rows |= {code: row for code in weighty if code not in rows and (row := place_coded(code))}
    fitting = {code: row for code, row in rows.items() if fits(row, qualifiers)}
    listed = [code for code in ambiguous_names().get(name, ()) if code in fitting]
    curated = [code for code in ports_named().get(name, ()) if code in fitting]
    # By itself the name of a place that is no sea port is a word like any other: CARRIER, LANE and DELL are places.
    worth = ("S", "IA", "R") if qualifiers else ("S",)
    kinds = [[row.code for row in fitting.values() if row.kind in kind] for kind in worth]
    codes = next((codes for codes in (listed, curated, *kinds) if codes), None)
    if codes is None:
        return None
    namesakes = dict.fromkeys(map(canonical, (*codes, *fitting)))
    return Reading(tuple(dict.fromkeys(map(canonical, codes))), tuple(namesakes), qualifiers, details, name)


def _without_umlauts(name: str) -> tuple[Row, ...]:
    return places_named(re.sub("(A|O|U)E", r"\1", name)) if re.search("AE|OE|UE", name) else ()


def _is_name(word: str) -> bool:
    return bool(places_named(word) or word in ports_named() or country_code(word))


def _qualifiers(words: tuple[str, ...]) -> tuple[Qualifier, ...] | None:
    """The states and countries that the words name one after the other; null where a word is neither."""
    words = tuple(word for word in words if word not in BEHIND and not (len(word) == 5 and word.isdigit()))
    found: list[Qualifier] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + 6), at, -1):
            text = " ".join(words[at:end])
            country = country_code(text)
            options = {*states_named(text), *([(country, None)] if country else ())}
            if options:
                found.append(frozenset(options))
                at = end
                break
        else:
            return None
    return tuple(found)
