"""A party of a structured file is written as a bill prints it: name, street lines, city line, contacts, numbers."""

from collections.abc import Iterable

from docvalidate.model.document import Party
from docvalidate.model.values import Source
from docvalidate.reference.countries import country_code, country_name
from docvalidate.text.party import as_party

CODE_AFTER_CITY = frozenset("US CA AU NZ GB IE IN CN JP KR TW HK SG TH VN MY PH ID PK BD LK ZA NG KE EG".split())
"""Countries that write the postal code behind the city and its state; elsewhere it stands before the city."""
PRINTED = {"US": "USA", "GB": "UNITED KINGDOM", "KR": "SOUTH KOREA", "VN": "VIETNAM", "TW": "TAIWAN", "RU": "RUSSIA"}
"""What bills print where the English name on file is a longer or an official one."""


def party(
    source: Source,
    *,
    name: str | Iterable[str] | None = None,
    street: Iterable[str | None] = (),
    city: str | None = None,
    state: str | None = None,
    postal_code: str | None = None,
    country: str | None = None,
    contacts: Iterable[str] = (),
    identifiers: Iterable[str] = (),
) -> Party | None:
    """A party from its parts; `country` is a code (ISO 3166-1 alpha-2) or a name; null where there is nothing to show.

    `contacts` and `identifiers` are whole lines, such as "TEL +1 410 555 0134" or "EIN 52-5550134". Lines that another
    line repeats (a displayed address that has the city in it already) are the caller's to leave out.
    """
    names = [name] if isinstance(name, str) else [*(name or ())]
    lines = [*names, *street, city_line(city, state, postal_code, country), *contacts, *identifiers]
    return block(source, lines)


def block(source: Source, lines: Iterable[str | None]) -> Party | None:
    """A party whose lines the file gives as they are printed."""
    shown = [" ".join(line.split()) for whole in lines if whole for line in whole.splitlines() if line.strip()]
    return as_party("\n".join(shown), source) if shown else None


def city_line(city: str | None, state: str | None, postal_code: str | None, country: str | None) -> str | None:
    """City, state, postal code and country on one line, in the order of that country.

    >>> city_line("BALTIMORE", "MD", "21224", "US"), city_line("GÖTEBORG", None, "417 56", "SE")
    ('BALTIMORE, MD 21224, USA', '417 56 GÖTEBORG, SWEDEN')
    >>> city_line("NINGBO", None, "315100", "CN"), city_line("MELBOURNE", "VIC", "3008", "AU")
    ('NINGBO 315100, CHINA', 'MELBOURNE VIC 3008, AUSTRALIA')
    """
    code = country_code(country) if country else None
    if code in CODE_AFTER_CITY or code is None:
        between = " " if code in ("AU", "NZ") else ", "
        town = " ".join(filter(None, (between.join(filter(None, (city, state))), postal_code)))
    else:
        town = ", ".join(filter(None, (" ".join(filter(None, (postal_code, city))), state)))
    return ", ".join(filter(None, (town, _country(country, code)))) or None


def _country(printed: str | None, code: str | None) -> str | None:
    """The country in words where the file gives its code; a name stays as it is."""
    if printed is None or code is None or len(printed.strip()) > 2:
        return printed
    return PRINTED.get(code) or (country_name(code) or printed).upper()
