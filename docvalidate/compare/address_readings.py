"""What the words of an address may mean: floors and suites, states, streets and points of the compass."""

import re
from collections.abc import Iterator
from functools import lru_cache

from docvalidate.reference.states import COUNTRIES, is_state_name, state_code
from docvalidate.reference.street_words import (
    FLOOR_WORDS,
    LONG_SUFFIXES,
    ORDINALS,
    POST_BOX,
    SHORT_SUFFIXES,
    directions,
    street_words,
    unit_words,
    words_after,
    words_before,
)
from docvalidate.text.block import is_state_code, state_follows_city

from .postal_readings import postal_readings
from .side import ABBREVIATION, PUNCTUATION, STATE, Reading, Side, spelled_at

_ORDINAL = re.compile(r"(\d+)(?:ST|ND|RD|TH)$")
_FLOOR = re.compile(r"(\d{1,3}|G|B\d?|LG|UG)(?:ST|ND|RD|TH)?$")
_FLOOR_IN_ONE = re.compile(r"(\d{1,3})(?:F|FL)$")
_NUMBER_ONLY = frozenset(
    [
        "SUITE",
        "UNIT",
        "APARTMENT",
        "ROOM",
        "FLOOR",
        "LEVEL",
        "PHASE",
        "SECTOR",
        "NUMBER",
        "NUMERO",
        "NUMMER",
        "NOMOR",
        "KILOMETRO",
        "KILOMETER",
        "KILOMETRE",
        "KAT",
        "DAIRE",
        "APARTAMENTO",
        "SALA",
        "INTERIOR",
        "EXTERIOR",
        "ETAGE",
    ]
)
_NAMES_OF_PLACES = frozenset({"SAINT", "SAINTE", "SANTA", "FORT", "MOUNT"})
_LONGEST_STATE = 4


def address_readings(side: Side, start: int) -> Iterator[Reading]:
    """Every way to read the words from here as part of an address."""
    word = side.words[start]
    yield from postal_readings(side, start)
    yield from _units(side, start)
    yield from _states(side, start)
    if not (is_state_code(word) and state_follows_city(side.words, start, start + 1) and not _is_floor(side, start)):
        yield from _streets(side, start)


def _is_floor(side: Side, start: int) -> bool:
    """FL is a floor beside a small number; before a ZIP code it is Florida."""
    before = start > 0 and _FLOOR.match(side.words[start - 1].key) is not None
    after = start + 1 < len(side.words) and re.match(r"\d{1,3}$", side.words[start + 1].key) is not None
    return side.words[start].key in FLOOR_WORDS and (before or after)


def _units(side: Side, start: int) -> Iterator[Reading]:
    words, word = side.words, side.words[start]
    level = _FLOOR.match(word.key)
    one = _FLOOR_IN_ONE.match(word.key)
    if one:
        yield Reading(1, f"F:{one[1]}", True, ABBREVIATION)
    if start + 1 < len(words):
        following = words[start + 1]
        level = None if following.comma else level
        if level and following.key in FLOOR_WORDS and (following.key != "F" or following.glue == "/" or word.is_number):
            yield Reading(2, f"F:{level[1]}", True, ABBREVIATION)
        if (
            word.key in FLOOR_WORDS - {"F"}
            and not following.comma
            and re.match(r"\d{1,3}(ST|ND|RD|TH)?$", following.key)
        ):
            yield Reading(2, f"F:{re.sub('[A-Z]', '', following.key)}", True, ABBREVIATION)
        if word.key in ORDINALS and following.key in FLOOR_WORDS - {"F"}:
            yield Reading(2, f"F:{ORDINALS[word.key]}", True, ABBREVIATION)
    if word.key in ORDINALS or _ORDINAL.match(word.key):
        yield Reading(1, f"O:{ORDINALS.get(word.key) or word.key[:-2]}", True, ABBREVIATION)
    for names, _ in spelled_at(side, start, POST_BOX):
        yield Reading(len(names), "X:POBOX", side.is_number(start + len(names)), ABBREVIATION)
    state = (
        is_state_code(word)
        and state_follows_city(words, start, start + 1)
        and re.match(r"\d{5}", words[start + 1].key if start + 1 < len(words) else "")
    )
    for names, key in () if state else spelled_at(side, start, unit_words()):
        end = start + len(names)
        numbered = side.is_id(end)
        # CARGO BUILDING UNIT 75: what follows is numbered, and so this word ends what it stands in.
        placed = word.chunk or side.ends_chunk(end) or (side.words[end].key in unit_words() and side.is_id(end + 1))
        if not numbered and (key in _NUMBER_ONLY or word.key == "#" or not placed):
            continue
        yield Reading(len(names), f"U:{key}", True, ABBREVIATION)
        if end < len(words) and words[end].key == "#" and word.key != "#":
            yield Reading(len(names) + 1, f"U:{key}", True, ABBREVIATION)
    if word.key != "#" and start + 2 < len(words) and words[start + 1].key == "#":
        for _, key in spelled_at(side, start, unit_words()):
            yield Reading(2, f"U:{key}", True, PUNCTUATION)


def _states(side: Side, start: int) -> Iterator[Reading]:
    countries = side.countries & frozenset(COUNTRIES) or (
        frozenset() if side.countries else frozenset(("US", "CA", "AU"))
    )
    for length in range(1, _LONGEST_STATE + 1):
        end = start + length
        if end > len(side.words) or not state_follows_city(side.words, start, end):
            continue
        text = " ".join(word.key for word in side.words[start:end])
        for country in countries:
            code = state_code(text, country)
            # WASHINGTON DC is a state, and a city before it.
            named = length == 1 or (is_state_name(text, country) and side.words[end - 1].key != code)
            if code and named:
                yield Reading(length, f"T:{country}-{code}", True, STATE)


def _streets(side: Side, start: int) -> Iterator[Reading]:
    word = side.words[start]
    for names, key in spelled_at(side, start, words_after()):
        yield Reading(len(names), f"A:{key}", _is_suffix(side, start, start + len(names)), ABBREVIATION)
    for names, key in spelled_at(side, start, words_before()):
        end = start + len(names)
        follows = not side.ends_chunk(end)
        first = word.chunk or side.is_number(start - 1)
        if key in _NAMES_OF_PLACES:
            first = not _after_number(side, start) and follows and side.words[end].is_letters
        yield Reading(len(names), f"B:{key}", follows and first, ABBREVIATION)
    for names, key in spelled_at(side, start, directions()):
        yield Reading(len(names), f"D:{key}", _is_direction(side, start, start + len(names)), ABBREVIATION)
    for suffix in LONG_SUFFIXES:
        if word.key.endswith(suffix) and len(word.key) > len(suffix):
            yield Reading(1, f"S:{word.key}", True, ABBREVIATION)
    for suffix, longs in SHORT_SUFFIXES.items():
        if word.key.endswith(suffix) and len(word.key) > len(suffix) + 2:
            for long in longs:
                yield Reading(1, f"S:{word.key.removesuffix(suffix)}{long}", True, ABBREVIATION)


def _chunk_start(side: Side, index: int) -> int:
    while index > 0 and not side.words[index].chunk:
        index -= 1
    return max(index, side.name_end)


def _is_suffix(side: Side, start: int, end: int) -> bool:
    """The word ends the name of a street: a break, a number or a direction follows, or a house number went before."""
    if side.words[start].chunk:
        return not side.ends_chunk(end) and (side.words[end].is_number or side.words[end].key in {"NO", "#"})
    if side.ends_chunk(end) or side.words[end].is_number or side.words[end].key in {"#", *directions()}:
        return True
    return side.words[end].key in unit_words() or _after_number(side, start)


def _after_number(side: Side, start: int) -> bool:
    """A house number and a name went before, and the chunk has no other word for a street: 100 LIGHT ST BALTIMORE."""
    first = _chunk_start(side, start)
    before = side.words[first:start]
    number = next((n for n in range(len(before) - 1, -1, -1) if before[n].is_number), None)
    if number is None:
        return False
    between = [word.key for word in before[number + 1 :]]
    last = start + 1
    while not side.ends_chunk(last):
        last += 1
    others = {word.key for word in side.words[start + 1 : last]} | set(between)
    plain = [key for key in between if key not in directions()]
    return bool(plain) and not others & _single_street_words()


@lru_cache(maxsize=1)
def _single_street_words() -> frozenset[str]:
    return frozenset(word for word in street_words() if len(word) > 1) - {"INDUSTRIAL", "IND", "LOCAL"}


def _is_direction(side: Side, start: int, end: int) -> bool:
    before = side.words[start - 1].key
    if before in unit_words():
        return False
    if before in words_after() or before in words_before():
        # AVENUE E is a street of its own; STEELES AVENUE E is the eastern half of one.
        return not side.words[start - 1].chunk and not side.is_number(start - 2)
    if end < len(side.words) and side.words[end].key in words_after() and not side.words[end].chunk:
        return True
    numbered = side.is_number(start - 1) or any(w.is_number for w in side.words[_chunk_start(side, start) : start])
    return side.words[start].chunk or side.is_number(start - 1) or (numbered and side.ends_chunk(end))
