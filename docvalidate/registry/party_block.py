"""A party written as a mapping becomes the block that a bill would print: name, street, city, country, contacts."""

from .spot import Spot
from .written import Keys

KEYS = (
    "name", "address", "street", "city", "region", "postal_code", "country", "phones", "emails", "tax_ids", "contacts",
)  # fmt: skip
_PLACE = ("city", "region", "postal_code", "country")
_SIGNS = {"tax_ids": "", "phones": "TEL ", "emails": "EMAIL ", "contacts": ""}


def party_block(spot: Spot) -> str:
    """The party as a text block, from a block or from a mapping.

    `address` (or `street`) are whole printed lines; `city`, `region` and `postal_code` make up a line of their own.
    An address that shows its postal code or country already does not get it twice. `contacts` are lines as printed.
    """
    if not isinstance(spot.value, Keys):
        return spot.block()
    given = spot.keys(KEYS, required=("name",))
    street = [line for key in ("address", "street") if key in given for text in _blocks(given[key]) for line in text]
    shown = " ".join(street).casefold()
    city, region, postal_code, country = (given[key].text() if key in given else "" for key in _PLACE)
    line = _city_line(city, region, postal_code, shown)
    if not city and country and _shows_country(shown, country, with_code=postal_code != ""):
        country = ""
    contacts = [sign + text for key, sign in _SIGNS.items() if key in given for text in given[key].texts()]
    lines = [given["name"].block(), *street, ", ".join(filter(None, (line, country))), *contacts]
    return "\n".join(filter(None, lines))


def _blocks(spot: Spot) -> list[list[str]]:
    return [[line.strip() for line in text.splitlines()] for text in spot.texts()]


def _city_line(city: str, region: str, postal_code: str, shown: str) -> str:
    if not city and postal_code.casefold() in shown:
        postal_code = ""
    # BALTIMORE, MD 21224 where there is a region, HAMBURG 22767 where there is none.
    after = " ".join(filter(None, (region, postal_code)))
    return (", " if region else " ").join(filter(None, (city, after)))


def _shows_country(shown: str, country: str, with_code: bool) -> bool:
    # An address taken from a PARTY has its country in the last line and once more as a code of two letters.
    words = f" {' '.join(shown.replace(',', ' ').split())} "
    return f" {country.casefold()} " in words or (with_code and len(country) == 2 and bool(shown))
