"""A DCSA party is printed with its displayed address; where it has none, its address comes in its country's order."""

import re
from collections.abc import Iterator
from typing import Any

from docvalidate.model.document import Party
from docvalidate.reference.spelling import words_of
from docvalidate.text.contacts import contacts
from docvalidate.text.party import says_nothing

from .json_values import Reading, first
from .parties import city_line
from .party_lines import bounded, floor_line, in_bounds, number_line, street_line

UNKNOWN_COUNTRY = "ZZ"
_STREETS = frozenset(
    "STREET ROAD AVENUE HIGHWAY BOULEVARD DRIVE LANE SUITE UNIT FLOOR ROOM BUILDING NORTH SOUTH EAST WEST".split()
)
_UNIT = re.compile(r"\b(?:suite|ste|unit|room|apt)\W{0,3}(\w*\d\w*)", re.IGNORECASE)
MOST_NUMBERS = 30
"""Of the contacts, tax numbers and codes of one party."""
PRINTED_CODES = {"GLEIF": "LEI", "DNB": "DUNS", "FMC": "FMC"}
"""Registers whose numbers papers print. The others name an account on an electronic platform, or a carrier."""


def party_of(
    reading: Reading,
    value: Any,
    path: str,
    field: str | None = None,
    *,
    before: str = "",
    entry: dict[str, Any] | None = None,
) -> Party | None:
    """The party as a bill prints it, `before` in front of its name; `entry` is what holds it in a list (version 2).

    Where the standard gives the lines to be displayed they are printed instead of the address.
    """
    it = reading.object(value, path, field)
    outer = entry or it

    def word(mapping: dict[str, Any], where: str, *keys: str) -> str:
        key, found = first(mapping, *keys)
        words = reading.text(found, f"{where}.{key}", field)
        return "" if says_nothing(words) else words

    name = word(it, path, "partyName", "name")
    key, displayed = first(it, "displayedAddress")
    if not displayed:
        key, displayed = first(outer, "displayedAddress")
    lines = reading.lines(displayed, f"{path}.{key}", field) or tuple(_address(reading, it, path, field))
    if displayed and name and words_of(lines[0] if lines else "") == words_of(name):
        # Some senders display the name as well, which the bill prints once.
        lines = lines[1:]
    if field is not None and (displayed or it.get("addressLines")):
        _compare(reading, it, lines, path, field)
    in_bounds(path, lines)
    further = [*_contacts(reading, it, outer, path, field, name), *_numbers(reading, it, path, field)]
    if displayed or it.get("addressLines"):
        # Lines that somebody typed may hold a telephone number already.
        told = _told([name, *lines])
        further = [line for line in further if not _told([line]) <= told]
    shown = [f"{before} {name}".strip(), *lines, *further]
    return bounded(reading.source(path), shown)


def _compare(reading: Reading, it: dict[str, Any], lines: tuple[str, ...], path: str, field: str) -> None:
    """Lines that are displayed instead of an address, and the address beside them, have the same numbers in them."""
    address = it.get("address")
    if not isinstance(address, dict):
        return
    beside = [line for line in address_lines(reading, address, f"{path}.address", field) if line]
    shown = [line for line in lines if not contacts(line)]
    one, other = _figures(shown), _figures(beside)
    words = set(words_of(" ".join(lines)))
    elsewhere = any(told and not told & words for told in _names_in(reading, address, f"{path}.address", field))
    elsewhere = elsewhere and len(shown) > 1
    elsewhere = elsewhere or _in_another_state(" ".join(shown), address.get("stateRegion"))
    # A number more beside the lines is a suite or a floor that they leave out; the country's own format may add one.
    if (one - other and other - one) or elsewhere or _units(beside) - one:
        reading.doubt("ambiguous", field, (" / ".join(shown), path), (" / ".join(beside), f"{path}.address"))


def _names_in(reading: Reading, address: dict[str, Any], path: str, field: str) -> Iterator[set[str]]:
    """The words of the city, and those of the street without its kind: lines of the same address share one of each."""
    for keys in (("city",), ("street", "streetName")):
        key, value = first(address, *keys)
        told = reading.text(value, f"{path}.{key}", field)
        words = {word for word in words_of("" if says_nothing(told) else told) if not any(map(str.isdigit, word))}
        yield {word for word in words if len(word) > 3} - _STREETS if key != "city" else words


def _in_another_state(shown: str, state: Any) -> bool:
    """The lines have another state in front of their postal code than the address: PORTLAND, OR is not PORTLAND, ME.

    >>> _in_another_state("PORTLAND, OR 97201", "ME"), _in_another_state("PORTLAND, OR 97201", "Oregon")
    (True, False)
    """
    if not isinstance(state, str) or len(state.strip()) != 2:
        return False
    found = re.findall(r"\b([A-Z]{2})\.?,?\s+\d{5}\b", shown.upper())
    return bool(found) and state.strip().upper() not in found


def _units(lines: list[str]) -> set[str]:
    """The numbers of suites and units."""
    return {word for number in _UNIT.findall(" ".join(lines)) for word in words_of(number)}


def _figures(lines: list[str]) -> set[str]:
    """The words with a figure in them; of a postal code its first part, as few print the second."""
    whole = re.sub(r"\b(\d{5})-\d{4}\b", r"\1", " ".join(lines))
    return {word for word in words_of(whole) if any(map(str.isdigit, word))}


def _address(reading: Reading, it: dict[str, Any], path: str, field: str | None) -> Iterator[str]:
    """The lines of `addressLines`, else of the address in its parts; an arrival notice keeps it in a location."""
    key, value = first(it, "addressLines")
    if value:
        yield from reading.lines(value, f"{path}.{key}", field)
        return
    key, value = first(it, "address", "location")
    where = f"{path}.{key}"
    if isinstance(value, str | list):
        yield from reading.lines(value, where, field)
        return
    address = reading.object(value, where, field)
    if key == "location":
        if "location" not in address:
            yield from _address(reading, address, where, field)
        return
    yield from address_lines(reading, address, where, field)


def address_lines(reading: Reading, address: dict[str, Any], path: str, field: str | None) -> Iterator[str]:
    """The street, the post office box and the city, a line each; fillers such as N/A are left out."""

    def word(*keys: str) -> str:
        key, found = first(address, *keys)
        words = " ".join(reading.text(found, f"{path}.{key}", field).split())
        return "" if says_nothing(words) else words

    country = word("countryCode", "country")
    country = "" if country == UNKNOWN_COUNTRY else country
    street = street_line(word("street", "streetName"), word("streetNumber"), country)
    yield ", ".join(filter(None, (street, floor_line(word("floor")))))
    box = word("POBox", "poBox")
    if box:
        yield box if "box" in box.casefold() else f"P.O. BOX {box}"
    yield city_line(word("city"), word("stateRegion"), word("postCode", "postalCode"), country) or ""


def _contacts(
    reading: Reading, it: dict[str, Any], outer: dict[str, Any], path: str, field: str | None, name: str
) -> Iterator[str]:
    """The persons, telephones and addresses for mail. The name is mandatory there, so senders repeat the party's."""
    key, value = first(it, "partyContactDetails")
    if not value:
        key, value = first(outer, "partyContactDetails")
    for where, contact in reading.objects(value, f"{path}.{key}", field, MOST_NUMBERS):
        for label, keys in (("ATTN:", ("name",)), ("TEL", ("phone",)), ("FAX", ("fax",)), ("EMAIL", ("email",))):
            key, found = first(contact, *keys)
            words = " ".join(reading.text(found, f"{where}.{key}", field).split())
            repeats = label == "ATTN:" and (words.casefold() == name.casefold() or "@" in words)
            if words and not repeats and not says_nothing(words):
                labelled = label in ("TEL", "FAX") and words[0].isalpha()
                yield words if labelled else f"{label} {words}"


def _numbers(reading: Reading, it: dict[str, Any], path: str, field: str | None) -> Iterator[str]:
    """The tax numbers, and the codes that papers print, each behind the name of its register."""
    key, value = first(it, "taxLegalReferences")
    for where, number in reading.objects(value, f"{path}.{key}", field, MOST_NUMBERS):
        kind, words = (reading.text(number.get(part), f"{where}.{part}", field) for part in ("type", "value"))
        if words and not says_nothing(words):
            yield number_line(kind, words)
    for key in ("taxReference1", "taxReference2"):
        words = reading.text(it.get(key), f"{path}.{key}", field)
        if words and not says_nothing(words):
            yield number_line("", words)
    key, value = first(it, "identifyingCodes")
    for where, code in reading.objects(value, f"{path}.{key}", field, MOST_NUMBERS):
        provider = reading.text(first(code, "codeListProvider", "DCSAResponsibleAgencyCode")[1], where)
        words = reading.text(code.get("partyCode"), f"{where}.partyCode", field)
        if provider in PRINTED_CODES and words:
            yield f"{PRINTED_CODES[provider]} {words}"


def _told(lines: list[str]) -> set[str]:
    """What the lines tell of contacts and numbers, whatever its label; a line that tells none counts as it is."""
    text = "\n".join(lines)
    return {"".join(filter(str.isalnum, it.value)) for it in contacts(text)} or {text}
