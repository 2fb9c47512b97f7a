"""Whether two mentions are one port: the code settles it, then name with state and country, never a bare namesake.

The codes are UN/LOCODEs. For the great ports of China carriers print codes that the official list has as airports
(CNSHA, CNNGB, CNTAO); these are the canonical ones here, and the list's own codes are other codes of the same port.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from docvalidate.reference.spelling import name_keys

from .curated import area_of, canonical, ports
from .parse import Reading, fits, plain, ports_told, read, says_nothing, take_code
from .table import place_coded

__all__ = ["Mention", "Relation", "area_of", "canonical", "identify", "name", "relation", "says_nothing"]

LONGEST = 250
"""More characters than this are no place; to read them as one would take a long time."""
State = Literal["known", "ambiguous", "unknown", "conflict"]
Relation = Literal["same", "area", "different"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as a paper names it, and which port that is.

    `codes` are all that it may mean; `locode` is the one where there is no doubt. In a conflict the first code is the
    one printed, the others are what the name beside it means.
    """

    text: str
    state: State
    codes: tuple[str, ...] = ()
    locode: str | None = None
    code_printed: str | None = None
    name_of_code: str | None = None
    detail: str | None = None
    """The terminal, berth or other words around the name."""
    terminal: str | None = None
    """The port of the same area that the detail names: Yantian in "SHENZHEN (YANTIAN)"."""
    usual: bool = True
    """It is written with the usual name or code, not with an old, local or foreign name or another code of the port."""


@lru_cache(maxsize=1024)
def identify(text: str, code: str | None = None) -> Mention:
    """Which port a text means; `code` is a UN/LOCODE that a structured format gives beside it.

    >>> identify("BALTIMORE, MD").locode, identify("NINGBO PORT, CHINA").locode, identify("US BAL").locode
    ('USBAL', 'CNNGB', 'USBAL')
    >>> identify("PORTLAND").state, identify("PORT ZZYZX").state, identify("BALTIMORE, MD (USNYC)").state
    ('ambiguous', 'unknown', 'conflict')
    """
    if len(text) > LONGEST:
        return Mention(text, "unknown")
    found, rest = take_code(plain(text))
    printed = found or (code if code is not None and place_coded(code) is not None else None)
    reading = read(rest)
    if printed is not None:
        return _beside_code(text, printed, reading)
    if not reading.codes:
        return Mention(text, "unknown")
    return _by_name(text, reading)


def relation(one: str, other: str) -> Relation:
    """How two UN/LOCODEs are related; a shared port area is not a match.

    >>> relation("CNNGB", "CNNBO"), relation("USNYC", "USEWR"), relation("USNYC", "USBAL")
    ('same', 'area', 'different')
    """
    if canonical(one) == canonical(other):
        return "same"
    area = area_of(one)
    return "area" if area is not None and area == area_of(other) else "different"


def name(code: str, language: str = "en") -> str:
    """The name to show to people: with the state in the United States and Canada, and the country; the code if unknown.

    >>> name("USBAL"), name("CNNGB"), name("CNNGB", "zh")
    ('Baltimore, MD, US', 'Ningbo, CN', '宁波 Ningbo, CN')
    """
    code = canonical(code)
    row, port = place_coded(code), ports().get(code)
    if row is None:
        return code
    shown = port.names[0].split(",")[0] if port else row.name
    state = (row.subdivision,) if code[:2] in {"US", "CA"} and row.subdivision else ()
    chinese = (known for known in port.names if re.fullmatch("[\u3400-\u9fff]+", known)) if port else iter(())
    local = next(chinese, None) if language.startswith("zh") else None
    return ", ".join((f"{local} {shown}" if local else shown, *state, code[:2]))


def _beside_code(text: str, printed: str, reading: Reading) -> Mention:
    code = canonical(printed)
    shown = name(code)
    detail = ", ".join(reading.details) or None
    row = place_coded(printed)
    if row is not None and not fits(row, reading.qualifiers):
        return Mention(text, "conflict", (code, *reading.codes), None, printed, shown, detail)
    others = () if reading.codes or code not in ports() else _named_within(text, code)
    if others:
        return Mention(text, "conflict", (code, *others), None, printed, shown, detail)
    if not reading.codes or code in reading.namesakes:
        return Mention(text, "known", (code,), code, printed, shown, detail, usual=printed == code)
    codes = (code, *reading.codes)
    near = any(relation(code, other) == "area" for other in reading.codes)
    return Mention(text, "ambiguous" if near else "conflict", codes, None, printed, shown, detail)


def _named_within(text: str, code: str) -> tuple[str, ...]:
    """The ports that words of the text name, where the whole is no name: BALTIMORE, MD VIA NEW YORK beside a code."""
    row = place_coded(code)
    own = set(re.findall(r"[^\W_]+", f"{plain(row.name) if row else ''} {plain(name(code))}".upper()))
    words = [word for word in re.findall(r"[^\W_]+", plain(text))[:12] if word.upper() not in own]
    found: list[str] = []
    while words:
        size = next((size for size in (3, 2, 1) if len(_codes_of(" ".join(words[:size]))) == 1), 0)
        if size and len(" ".join(words[:size])) > 4:
            found += _codes_of(" ".join(words[:size]))
        words = words[size or 1 :]
    # Only ports that carriers call at: half of all words are the name of a village somewhere.
    return tuple(dict.fromkeys(it for it in found if it in ports() and relation(code, it) == "different"))


def _codes_of(words: str) -> tuple[str, ...]:
    printed = None if " " in words else take_code(words)[0]
    return (canonical(printed),) if printed is not None else read(words).codes


def _by_name(text: str, reading: Reading) -> Mention:
    detail = ", ".join(reading.details) or None
    codes = tuple(dict.fromkeys((*reading.codes, *_told_by(reading))))
    if len(codes) == 1:
        return Mention(text, "known", codes, codes[0], detail=detail, usual=_usual(reading.name, codes[0]))
    if len(reading.codes) == 1 and len(codes) == 2 and relation(*codes) == "area":
        first, terminal = codes
        usual = _usual(reading.name, first)
        return Mention(text, "known", (first,), first, detail=detail, terminal=terminal, usual=usual)
    return Mention(text, "ambiguous", codes, detail=detail)


def _told_by(reading: Reading) -> tuple[str, ...]:
    """The ports of weight that the words around the name are the names of."""
    named = [ports_told(detail) for detail in reading.details]
    return tuple(codes[0] for codes in named if len(codes) == 1)


def _usual(found: str, code: str) -> bool:
    port, row = ports().get(code), place_coded(code)
    shown = (*((port.names[0].split(",")[0],) if port else ()), *((row.name,) if row else ()))
    # Each look-up of a code reads through the whole list, so the other codes are asked last.
    listed = (other.name for code in (port.others if port else ()) if (other := place_coded(code)) is not None)
    return any(found in name_keys(known) for names in (shown, listed) for known in names)
