"""A line of a party is put together as papers of its country write it, from the parts that a structured file gives."""

from collections.abc import Iterable

from docvalidate.errors import UnreadableDocument
from docvalidate.model.document import Party
from docvalidate.model.values import Source
from docvalidate.reference.countries import country_code
from docvalidate.text.contacts import contacts

from .parties import block

NUMBER_FIRST = frozenset(
    "US CA GB IE AU NZ FR MC SG HK MY PH TH VN CN TW KR IN PK BD LK ZA KE NG GH EG MA DZ TN".split()
)
"""Countries that write the number of the house before the street; elsewhere it stands behind."""
LONGEST = 2_000
"""Signs of a party; a box holds a few hundred."""


def bounded(source: Source, lines: Iterable[str | None]) -> Party | None:
    """A party of these lines. Raises UnreadableDocument where there are more than any paper has."""
    shown = list(lines)
    in_bounds(source.path or "", shown)
    return block(source, shown)


def in_bounds(path: str, lines: Iterable[str | None]) -> None:
    """Raises UnreadableDocument where the lines have more text than any party."""
    if sum(len(line or "") for line in lines) > LONGEST:
        raise UnreadableDocument(f"{path} has more text than any party: no document has so much", "too-large")


def street_line(street: str, number: str, country: str) -> str:
    """Street and number in the order of the country; a number that the street has already is not written twice.

    >>> street_line("HAVNEGADE", "41", "DK"), street_line("BROENING HIGHWAY", "2401", "US")
    ('HAVNEGADE 41', '2401 BROENING HIGHWAY')
    >>> street_line("2401 BROENING HIGHWAY", "2401", "US")
    '2401 BROENING HIGHWAY'
    """
    words = street.replace(",", " ").split()
    if not number or number in (*words[:1], *words[-1:]):
        return street
    return f"{number} {street}".strip() if country_code(country) in NUMBER_FIRST else f"{street} {number}".strip()


def floor_line(floor: str) -> str:
    """A floor as papers write it: the standard gives the bare number, or words.

    >>> floor_line("2"), floor_line("2nd"), floor_line("5. sal"), floor_line("Ground Floor")
    ('FLOOR 2', '2nd FLOOR', '5. sal', 'Ground Floor')
    """
    if floor.isdigit():
        return f"FLOOR {floor}"
    return f"{floor} FLOOR" if floor[:1].isdigit() and floor[-2:].casefold() in ("st", "nd", "rd", "th") else floor


def number_line(register: str, number: str) -> str:
    """A tax number behind the name of its register; of one that nobody knows, it is called a tax number.

    >>> number_line("EORI", "NL123456789"), number_line("XYZ", "12345678"), number_line("", "CVR 25645774")
    ('EORI NL123456789', 'TAX ID 12345678', 'CVR 25645774')
    """
    as_given = f"{register} {number}".strip()
    return next((line for line in (as_given, f"TAX ID {number}") if _is_number(line)), as_given)


def _is_number(line: str) -> bool:
    """The whole line is read as a tax number."""
    found = contacts(line)
    return len(found) == 1 and found[0].kind == "tax id" and found[0].raw == line.strip()
