"""Two telephone numbers are one if their figures are; only the dial code of the country may be left off."""

import re
from unicodedata import decimal

from docvalidate.reference.dial_codes import DIAL_CODES

_SHORTEST_NATIONAL = 6
_CODES = frozenset(DIAL_CODES.values())


def phone_digits(number: str, extension: str = "") -> str:
    """The figures of a number, with + in front if it is international, and x before its extension.

    >>> phone_digits("0049 (0)40 555-0127"), phone_digits("(410) 555.0134", " ext. 7")
    ('+49405550127', '4105550134x7')
    >>> phone_digits("+٩٧١ ٤ ٥٥٥ ٠١٢٧")
    '+97145550127'
    """
    number = "".join(str(decimal(sign)) if sign.isdecimal() else sign for sign in number)
    international = number.lstrip(" (").startswith(("+", "00"))
    digits = re.sub(r"\D", "", number.replace("(0)", "") if international else number)
    if international:
        digits = "+" + (digits.removeprefix("00") if not number.lstrip(" (").startswith("+") else digits)
    inner = re.sub(r"\D", "", extension)
    return f"{digits}x{inner}" if inner else digits


def same_phone(expected: str, found: str, country: str | None = None) -> bool:
    """The numbers are one, though the dial code of `country` (or the 0 that stands for it) may be left off on one side.

    >>> same_phone("+441394555017", "01394555017", "GB"), same_phone("+14105550134", "4105550134")
    (True, True)
    >>> same_phone("+14105550134", "+14105550135"), same_phone("4105550134", "+494105550134", "US")
    (False, False)
    """
    if expected.lstrip("+") == found.lstrip("+"):
        return True
    longer, shorter = sorted((expected, found), key=lambda number: len(number.lstrip("+")), reverse=True)
    if shorter.startswith("+"):
        return False
    return any(_is_dial_code(longer.lstrip("+"), n, country) for n in (shorter, shorter.removeprefix("0")))


def _is_dial_code(longer: str, national: str, country: str | None) -> bool:
    code = longer.removesuffix(national)
    known = _CODES if country is None else {DIAL_CODES.get(country)}
    return len(national) >= _SHORTEST_NATIONAL and code in known
