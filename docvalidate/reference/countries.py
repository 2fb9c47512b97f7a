"""A country has one code and many names; countries that papers keep apart, such as the two Koreas, are kept apart."""

from functools import cache
from pathlib import Path

from .spelling import key, keyed


def country_code(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country name or code, in any of the usual spellings and languages.

    England, Scotland and Wales are GB, Hong Kong, Macao and Taiwan have codes of their own, and Korea alone is the
    Republic: only its full name says the Democratic People's Republic. A bare code of two letters may be a state as
    well (DE, IN, CA): the place where it stands decides, not this table.

    >>> country_code("U.S.A."), country_code("P. R. China"), country_code("Türkei"), country_code("KOREA")
    ('US', 'CN', 'TR', 'KR')
    >>> country_code("Atlantis") is None
    True
    """
    return _codes().get(key(text))


def country_name(code: str) -> str | None:
    """The English name of the country with this alpha-2 code.

    >>> country_name("AE")
    'United Arab Emirates'
    """
    return next(iter(country_names(code)), None)


def country_names(code: str) -> tuple[str, ...]:
    """Every name and code on file of the country, the English name first.

    >>> country_names("NL")[:3]
    ('Netherlands', 'The Netherlands', 'Holland')
    """
    rows = (line.split("\t") for line in _table().splitlines() if line.startswith(f"{code}\t"))
    return next(((row[2], *filter(None, row[3].split("|")), row[1], row[0]) for row in rows), ())


@cache
def _table() -> str:
    lines = Path(__file__).with_name("countries.tsv").read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for table in keyed(_table()):
        for line in table.splitlines():
            code, alpha3, name, others = line.split("\t")
            codes.update(dict.fromkeys((code, alpha3, name, *filter(None, others.split("|"))), code))
    return codes
