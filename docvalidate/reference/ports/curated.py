"""What the official list does not know: the codes that carriers print, other names of a port, and ports of one area."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from docvalidate.reference.spelling import keyed_names, name_key, name_keys


@dataclass(frozen=True, slots=True)
class Port:
    """A place that papers name every day; `names` begins with the one that is shown."""

    code: str
    others: tuple[str, ...]
    names: tuple[str, ...]


@cache
def ports() -> dict[str, Port]:
    """Every curated port by the code that carriers print."""
    return {
        code: Port(code, tuple(others.split()), tuple(names.split("|")))
        for code, others, names in _lines("aliases.tsv")
    }


@cache
def ports_named() -> dict[str, tuple[str, ...]]:
    """The codes by the key of each name; what stands behind a comma tells namesakes apart and is not part of it."""
    found: dict[str, tuple[str, ...]] = {}
    names = "\n".join("|".join(port.names) for port in ports().values())
    plain, german = (table.split("\n") for table in keyed_names(re.sub(r",[^|\n]*", "", names)))
    for code, line, other in zip(ports(), plain, german, strict=True):
        for key in line.split("|") if line == other else (*line.split("|"), *other.split("|")):
            known = found.get(key, ())
            found[key] = known if code in known else (*known, code)
    return found


@cache
def ambiguous_names() -> dict[str, tuple[str, ...]]:
    """The names that need a state or a country beside them, with the codes that they may mean."""
    return {name_key(name): tuple(codes.split()) for name, codes in _lines("ambiguous.tsv")}


@cache
def quarters_named() -> dict[str, frozenset[str]]:
    """The ports in which a quarter or terminal of that name lies, by the key of its name."""
    found: dict[str, frozenset[str]] = {}
    for code, names in _lines("quarters.tsv"):
        for key in (key for name in names.split("|") for key in name_keys(name)):
            found[key] = found.get(key, frozenset()) | {code}
    return found


def canonical(code: str) -> str:
    """The code that carriers print for the port: the official list has several for the big ports of China.

    >>> canonical("CNNBO"), canonical("USBAL")
    ('CNNGB', 'USBAL')
    """
    return _canonical().get(code, code)


@cache
def area_of(code: str) -> str | None:
    """The name of the port area in which the port lies, where several ports share one.

    >>> area_of("USEWR")
    'New York and New Jersey'
    """
    return next((area for area, codes in _lines("areas.tsv") if canonical(code) in codes.split()), None)


@cache
def _canonical() -> dict[str, str]:
    return {other: port.code for port in ports().values() for other in port.others}


def _lines(file: str) -> Iterator[list[str]]:
    for line in Path(__file__).with_name(file).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")
