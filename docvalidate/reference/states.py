"""A state is written as a code, a name or an older abbreviation; which state a code means, the country says."""

from functools import cache
from pathlib import Path

from .spelling import key, keyed, words_of

COUNTRIES = ("US", "CA", "AU", "BR", "MX", "CN", "IN")
"""The countries whose states are on file."""


def state_code(text: str, country: str) -> str | None:
    """The code that addresses print for the state, such as MD, NSW or ZJ; `country` is an alpha-2 code.

    >>> state_code("Maryland", "US"), state_code("N.S.W.", "AU"), state_code("浙江省", "CN"), state_code("WA", "AU")
    ('MD', 'NSW', 'ZJ', 'WA')
    >>> state_code("Maryland", "CA") is None
    True
    """
    return _codes().get((country, key(text)))


def is_state_name(text: str, country: str) -> bool:
    """The text is a state's name with the spaces where they belong; initials may stand apart.

    >>> is_state_name("NEW YORK", "US"), is_state_name("MARY LAND", "US"), is_state_name("N S W", "AU")
    (True, False, True)
    """
    words = words_of(text)
    return (country, words) in _names() or all(len(word) == 1 for word in words)


def state_name(code: str, country: str) -> str | None:
    """The English name of the state with this code.

    >>> state_name("MD", "US")
    'Maryland'
    """
    start = f"{country}\t{code}\t"
    return next((line.split("\t")[2] for line in _table().splitlines() if line.startswith(start)), None)


def states_named(text: str) -> tuple[tuple[str, str], ...]:
    """Every (country, code) that the text may mean: WA is Washington and Western Australia.

    >>> states_named("WA")
    (('US', 'WA'), ('AU', 'WA'))
    """
    return tuple((country, code) for country in COUNTRIES if (code := state_code(text, country)) is not None)


@cache
def _table() -> str:
    lines = Path(__file__).with_name("states.tsv").read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


@cache
def _names() -> frozenset[tuple[str, tuple[str, ...]]]:
    rows = (line.split("\t") for line in _table().splitlines())
    return frozenset((row[0], words_of(name)) for row in rows for name in (row[1], row[2], *row[3].split("|")))


@cache
def _codes() -> dict[tuple[str, str], str]:
    codes: dict[tuple[str, str], str] = {}
    for table in keyed(_table()):
        for line in table.splitlines():
            country, code, name, others = line.split("\t")
            for known in (code, name, *filter(None, others.split("|"))):
                codes.setdefault((country, known), code)
    return codes
