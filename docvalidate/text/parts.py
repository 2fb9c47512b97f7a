"""Which word of a party is its name, its street, its town: this names a difference, and never decides one."""

import re
from functools import lru_cache

from docvalidate.reference.states import COUNTRIES, state_code
from docvalidate.reference.street_words import FLOOR_WORDS, NUMBERING, POST_BOX, POSTAL_LABELS, street_words, unit_words

from .block import Block, legal_form_at
from .tokens import Token

_BUILDING = frozenset(
    [
        "BUILDING",
        "BLDG",
        "TOWER",
        "TOWERS",
        "HOUSE",
        "EDIFICIO",
        "EDIF",
        "ED",
        "BATIMENT",
        "BLOCK",
        "BLK",
        "CENTRE",
        "CENTER",
        "PLAZA",
    ]
)
_DEPARTMENT = frozenset(["DEPARTMENT", "DEPT", "DIVISION", "ABTEILUNG"])
_PIECE = re.compile(r"[A-Z]{0,2}\d[A-Z\d]?$|\d[A-Z]{2}$|[A-Z]\d[A-Z]$|\d[A-Z]\d$")


@lru_cache(maxsize=512)
def parts_of(block: Block) -> tuple[str, ...]:
    """The part that each word of the block belongs to.

    >>> from .block import read_block
    >>> parts_of(read_block("ACME LLC\\n100 LIGHT ST, SUITE 5\\nBALTIMORE, MD 21202, USA"))[2:]
    ('street number', 'street', 'street', 'suite', 'suite', 'city', 'state', 'postal code', 'country')
    """
    words = block.words
    parts = ["name"] * block.name_end + ["street"] * (len(words) - block.name_end)
    _name(words, block.name_end, parts)
    _units(words, block.name_end, parts)
    parts[block.country_start :] = ["country"] * (len(words) - block.country_start)
    _town(block, parts)
    _street(words, block.name_end, parts)
    return tuple(parts)


def _name(words: tuple[Token, ...], end: int, parts: list[str]) -> None:
    index = 1
    while index < end:
        length = legal_form_at(words, index)
        parts[index : index + length] = ["legal form"] * length
        index += length or 1
    for index in range(len(words) - 1):
        if words[index].key == "C" and words[index + 1].key == "O" and words[index + 1].glue == "/":
            stop = next((n for n in range(index + 1, len(words)) if words[n].line > words[index].line), len(words))
            parts[index:stop] = ["care of"] * (stop - index)


def _units(words: tuple[Token, ...], start: int, parts: list[str]) -> None:
    for index in range(start, len(words)):
        key = words[index].key
        after = index + 1 < len(words) and (words[index + 1].is_number or len(words[index + 1].key) == 1)
        if any(words[index].key == names[0] and len(names) < 3 for names, _ in POST_BOX.get(key, ())) and key != "P":
            stop = next((n for n in range(index, len(words)) if words[n].is_number), index)
            parts[index : stop + 1] = ["PO box"] * (stop + 1 - index)
        elif key in FLOOR_WORDS and index > start and words[index - 1].is_number and not words[index].chunk:
            parts[index - 1 : index + 1] = ["floor"] * 2
        elif key in _DEPARTMENT:
            parts[index] = "department"
        elif key in unit_words() and key not in NUMBERING - {"#"} and after and key not in street_words() - {"STE"}:
            name = "floor" if key in FLOOR_WORDS else "building" if key in _BUILDING else "suite"
            parts[index : index + 2] = [name] * 2


def _town(block: Block, parts: list[str]) -> None:
    """Backwards from the country: postal code, state and town, in whatever order the line has them."""
    words, end = block.words, block.country_start
    free = [n for n in range(block.name_end, end) if parts[n] == "street"]
    if not free:
        return
    line = words[free[-1]].line
    first = next((n for n in free if words[n].line == line), free[-1])
    lined = words[block.name_end].line < line if block.name_end < len(words) else False
    tail = [n for n in free if n >= first] if lined else free[-6:]
    for index in reversed(tail):
        key = words[index].key
        if (
            (words[index].is_number and (sum(c.isdigit() for c in key) >= 4 or (lined and _PIECE.match(key))))
            or key in POSTAL_LABELS
            or (key.isdigit() and len(key) == 3 and parts[index + 1 : index + 2] == ["postal code"])
        ):
            parts[index] = "postal code"
        elif words[index].is_number or (key in street_words() and not words[index].chunk):
            break
        else:
            country = (block.country,) if block.country in COUNTRIES else ("US", "CA", "AU")
            last = index + 1 >= end or parts[index + 1] in ("postal code", "country")
            state = last and index > tail[0] and any(c and state_code(key, c) for c in country)
            parts[index] = "state" if state else "city"
        if not lined and words[index].chunk and parts[index] == "city":
            break


def _street(words: tuple[Token, ...], start: int, parts: list[str]) -> None:
    for index in range(start, len(words)):
        if parts[index] != "street":
            continue
        if words[index].key[:1].isdigit() and not re.search(r"\d(ST|ND|RD|TH)$", words[index].key):
            parts[index] = "street number"
