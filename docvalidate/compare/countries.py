"""The country may be left off where the rest of the address fixes it; another country is another place."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from docvalidate.model import Difference
from docvalidate.reference.countries import country_code, country_names
from docvalidate.reference.dial_codes import DIAL_CODES
from docvalidate.reference.spelling import key, words_of
from docvalidate.reference.states import COUNTRIES, state_code
from docvalidate.text.block import Block
from docvalidate.text.fold import capitals, spellings
from docvalidate.text.parts import parts_of

LEFT_OFF = "country left off"
# There the name of the country is that of the town as well.
_TOWNS = frozenset({"SG", "HK", "MO", "MC", "LU", "PA", "KW", "DJ", "GI", "SM", "GT", "VA"})
_DISTRICTS = frozenset(
    [
        "KOWLOON",
        "WANCHAI",
        "CENTRAL",
        "TSUEN",
        "KWUN",
        "MONGKOK",
        "TSIM",
        "CAUSEWAY",
        "TERRITORIES",
        "ABERDEEN",
        "QUARRY",
        "SHATIN",
        "TUEN",
        "YUEN",
    ]
)
# Parts of the United Kingdom share a code, and each is another place.
_KINGDOM = frozenset({"ENGLAND", "SCOTLAND", "WALES", "NORTHERN IRELAND"})


def country_differences(expected: Block, found: Block) -> Iterator[Difference]:
    """The country of either side, read as one code where it is written in two ways."""
    ours = expected.raw(expected.country_start, len(expected.words)) or None
    theirs = found.raw(found.country_start, len(found.words)) or None
    if ours is None and theirs is None:
        return
    if ours is None or theirs is None:
        stated, silent = (expected, found) if theirs is None else (found, expected)
        if _fixed(stated, silent) and (stated is expected or _borne_out(stated, silent)):
            yield Difference(part="country", expected=ours, found=theirs, kind="format", reason=LEFT_OFF)
        else:
            yield Difference(part="country", expected=ours, found=theirs)
    elif (
        expected.country != found.country
        or _other_part_of_the_kingdom(ours, theirs)
        or _misspelt(ours, theirs, expected.country)
    ):
        yield Difference(part="country", expected=ours, found=theirs)
    elif ours.upper() != theirs.upper():
        yield Difference(part="country", expected=ours, found=theirs, kind="format", reason="country name")


def _other_part_of_the_kingdom(ours: str, theirs: str) -> bool:
    named = {capitals(text) for text in (ours, theirs)} & _KINGDOM
    return len(named) > 1


def _misspelt(ours: str, theirs: str, code: str | None) -> bool:
    """CINA for CHINA is a slip of the pen on a draft, though it is Italian as well, and so is CHI NA."""
    names = key(ours), key(theirs)
    if names[0] == names[1]:
        words = words_of(ours), words_of(theirs)
        return words[0] != words[1] and not _is_known(max(words, key=len), code)
    if spellings(ours) & spellings(theirs):
        return False
    return set(names) != {"BRAZIL", "BRASIL"} and len(min(names, key=len)) > 3 and Levenshtein.distance(*names) == 1


def _is_known(words: tuple[str, ...], code: str | None) -> bool:
    """The words are one of the country's names as it is spelled; initials may stand apart."""
    return all(len(word) == 1 for word in words) or any(words_of(name) == words for name in country_names(code or ""))


def _fixed(stated: Block, silent: Block) -> bool:
    """Without the country the address still means the same place.

    A draft that leaves it off says nothing else; one that adds it must be borne out by a state, a postal code or a dial
    code.
    """
    address = silent.core[silent.name_end :]
    if len(address) < 2 or not stated.code_after_postcode:
        return False
    if stated.country in _TOWNS:
        return any(word.key in _DISTRICTS or country_code(word.key) == stated.country for word in address)
    return True


def _borne_out(stated: Block, silent: Block) -> bool:
    """Something that both sides show says that the country which only the draft names is the right one."""
    country = stated.country or ""
    address = silent.core[silent.name_end :]
    if country in COUNTRIES and any(state_code(word.key, country) for word in address[1:]):
        return True
    dial = DIAL_CODES.get(country)
    if dial and any(line.value.startswith(f"+{dial}") for line in silent.contacts if line.kind in {"phone", "fax"}):
        return True
    postal = "".join(word.key for word in address[-2:])
    form = {"GB": r".*[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}", "CA": r".*[A-Z]\d[A-Z]\d[A-Z]\d"}.get(country)
    if form and re.fullmatch(form, postal):
        return True
    return _town_lies_in(silent, country)


def _town_lies_in(block: Block, country: str) -> bool:
    from docvalidate.reference.ports import (
        identify,  # the list of all places is long: it is read only where it is asked
    )

    towns: list[str] = []
    for word, name in zip(block.words, parts_of(block), strict=True):
        if name == "city":
            towns = [*towns, word.key] if word.chunk or not towns else [*towns[:-1], f"{towns[-1]} {word.key}"]
    mentions = [identify(town) for town in towns]
    known = [mention for mention in mentions if mention.state == "known"]
    return bool(known) and all(code.startswith(country) for mention in known for code in mention.codes)
