"""A postal code is its letters and figures: neither the space within it nor the label before it says more."""

import re
from collections.abc import Iterator

from docvalidate.reference.street_words import postal_labels, street_words, unit_words
from docvalidate.text.block import is_state_code

from .side import POSTAL, ZIP4, ZIP_KEY, Reading, Side, spelled_at

_UK = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$")
_CANADA = re.compile(r"[A-Z]\d[A-Z]\d[A-Z]\d$")
# Postal codes that are written in two pieces, as digits of either piece, by country.
_TWO_PIECES = {"SE": (3, 2), "CZ": (3, 2), "SK": (3, 2), "GR": (3, 2), "IN": (3, 3)}
_HYPHENED = {"JP": (3, 4), "BR": (5, 3), "PL": (2, 3), "PT": (4, 3)}
_PREFIXES = {"D": "DE", "A": "AT", "F": "FR", "I": "IT", "E": "ES", "B": "BE", "L": "LU", "S": "SE", "N": "NO"}
_PLUS_FOUR = re.compile(r"(\d{5})-\d{4}$")
_DUTCH = re.compile(r"\d{4}[A-Z]{2}$")
_IRELAND = re.compile(r"[A-Z]\d[\dW][A-Z\d]{4}$")
_TOWN = 6
_ZIP = 5
_LONGEST_PIECE = 4
# A shorter number behind the label is no postal code.
_FIGURES = {"CEP": 8, "PIN": 6, "邮 编": 6, "郵 便 番 号": 7, "PLZ": 4, "POSTCODE": 4, "CODIGO POSTAL": 4}
_USUAL_FIGURES = 5
LABEL = "label of the postal code"
# CP is the code in Mexico, Spain and France; here it is a box at the post office, or may be.
_BOX_COUNTRIES = frozenset({"BR", "CA", "CH", "IT", "PT"})


def postal_readings(side: Side, start: int) -> Iterator[Reading]:
    """Every way to read the words from here as a postal code, with or without its label."""
    yield from _codes(side, start)
    if side.words[start - 1].key in unit_words():
        return
    for names, label in spelled_at(side, start, postal_labels()):
        code = start + len(names)
        if side.is_number(code) and not side.words[code].comma and _stands_last(side, code):
            for reading in _labelled(side, code, label):
                yield Reading(len(names) + reading.length, reading.key, True, LABEL)


def _labelled(side: Side, code: int, label: str) -> Iterator[Reading]:
    key = side.words[code].key
    if label == "CP" and side.countries & _BOX_COUNTRIES:
        return
    figures = sum(char.isdigit() for char in key)
    if figures >= _FIGURES.get(label, _USUAL_FIGURES) and (figures >= _USUAL_FIGURES or not _is_in_street(side, code)):
        yield Reading(1, f"W:{key}", True, LABEL)
    yield from _codes(side, code)


def _is_in_street(side: Side, code: int) -> bool:
    """A street stands before it with no break between, so that a short number may be that of a house."""
    start = code - 1
    while start > side.name_end and not side.words[start].chunk:
        start -= 1
    return any(word.key in street_words() for word in side.words[start:code])


def _stands_last(side: Side, code: int) -> bool:
    """No street and no further number follows, as they do behind the number of a house."""
    behind = [word.key for word in side.words[code + 1 :]]
    pieces = behind[1:] if behind and len(behind[0]) <= _LONGEST_PIECE else behind
    return not any(char.isdigit() for key in pieces for char in key) and not street_words() & set(behind)


def _codes(side: Side, start: int) -> Iterator[Reading]:
    words, word, after = side.words, side.words[start], start + 1
    number = _PLUS_FOUR.match(word.key)
    if number or (len(word.key) == _ZIP and word.key.isdigit()):
        american = not side.countries or side.countries & {"US", "PR", "VI", "GU"}
        if american and (side.ends_chunk(after) or is_state_code(words[start - 1])):
            yield Reading(1, f"{ZIP_KEY}{number[1] if number else word.key}", True, ZIP4)
    if after < len(words):
        pair = word.key + words[after].key
        pieces = (len(word.key), len(words[after].key))
        digits = pair.isdigit() and any(_TWO_PIECES.get(c) == pieces for c in side.countries)
        dutch = "NL" in side.countries and _DUTCH.match(pair)
        irish = side.countries <= {"IE"} and _IRELAND.match(pair)
        if pieces[0] <= 4 and (digits or dutch or irish or _UK.match(pair) or _CANADA.match(pair)):
            yield Reading(2, f"P:{pair}", True, POSTAL)
        if words[after].glue == "-" and words[after].is_number and _PREFIXES.get(word.key, word.key) in side.countries:
            yield Reading(2, f"W:{words[after].key}", True, "country letters before the postal code")
    pieces_here = tuple(map(len, word.key.split("-")))
    bare = word.key.replace("-", "")
    forms = [_HYPHENED[country] for country in side.countries if country in _HYPHENED]
    near_the_end = len(words) - start <= _TOWN
    if bare.isdigit() and near_the_end and any(pieces_here in (form, (sum(form),)) for form in forms):
        yield Reading(1, f"P:{bare}", True, POSTAL)
    whole = {_ZIP, *(sum(form) for country, form in _TWO_PIECES.items() if country in side.countries)}
    if _UK.match(word.key) or _CANADA.match(word.key) or (word.key.isdigit() and len(word.key) in whole):
        yield Reading(1, f"P:{word.key}", True, POSTAL)
    dutch_or_irish = _DUTCH if "NL" in side.countries else _IRELAND if side.countries <= {"IE"} else None
    if dutch_or_irish is not None and dutch_or_irish.match(word.key):
        yield Reading(1, f"P:{word.key}", True, POSTAL)
