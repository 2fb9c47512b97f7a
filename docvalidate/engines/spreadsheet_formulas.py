"""What a formula gives, as far as it only puts texts together: a stored value that it cannot give is stale.

ECMA-376-1, 18.17: texts, numbers, cells, &, comparisons and a handful of functions. All others are not judged.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from .spreadsheet_notes import number_of

STALE = "stale value"
Value = str | float | bool | None
"""What a formula gives; null is an empty cell."""
LONGEST, DEEPEST = 2_000, 30
_TOKEN = re.compile(
    r"""\s*(?:"((?:[^"]|"")*)"|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|
    (?:('(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7})(?![\w(])|
    ([A-Za-z][\w.]*)\s*\(|(TRUE|FALSE)\b|(<>|<=|>=|[&=<>(),;+-]))""",
    re.VERBOSE | re.IGNORECASE,
)


class NotJudgedError(Exception):
    """The formula has something in it that is not followed here."""


class At(NamedTuple):
    """A cell that a formula speaks of; `sheet` is null for its own."""

    sheet: str | None
    row: int
    column: int


Look = Callable[[At], Value]
"""Gives what stands in a cell. Raises NotJudgedError where that is not known."""


def result_of(formula: str, look: Look, shift: tuple[int, int] = (0, 0)) -> Value:
    """Work a formula out; `shift` is how far a condition's cell lies from the one that it was written for.

    Raises NotJudgedError.

    >>> result_of('UPPER("New ")&"York"', lambda at: None), result_of('IF(1=2,"A","B")', lambda at: None)
    ('NEW York', 'B')
    """
    tokens: list[tuple[str, ...]] = []
    at = 0
    if len(formula) > LONGEST:
        raise NotJudgedError
    while at < len(formula.rstrip()):
        found = _TOKEN.match(formula, at)
        if found is None:
            raise NotJudgedError
        tokens.append(tuple(it if it is not None else "\0" for it in found.groups()))
        at = found.end()
    reading = _Reading(tokens, look, shift)
    value = reading.comparison(0)
    if reading.at != len(tokens):
        raise NotJudgedError
    return value


class _Reading:
    def __init__(self, tokens: list[tuple[str, ...]], look: Look, shift: tuple[int, int]) -> None:
        self.tokens, self.look, self.shift, self.at = tokens, look, shift, 0

    def sign(self) -> str:
        return self.tokens[self.at][6] if self.at < len(self.tokens) else "\0"

    def take(self, signs: Sequence[str]) -> str | None:
        sign = self.sign()
        if sign not in signs:
            return None
        self.at += 1
        return sign

    def comparison(self, depth: int) -> Value:
        left = self.joined(depth)
        while sign := self.take(("=", "<>", "<", ">", "<=", ">=")):
            left = compared(left, sign, self.joined(depth))
        return left

    def joined(self, depth: int) -> Value:
        left = self.one(depth)
        while self.take(("&",)):
            left = shown(left) + shown(self.one(depth))
        return left

    def one(self, depth: int) -> Value:
        if self.at >= len(self.tokens) or depth > DEEPEST:
            raise NotJudgedError
        text, number, sheet, place, function, truth, sign = self.tokens[self.at]
        self.at += 1
        if text != "\0":
            return text.replace('""', '"')
        if number != "\0":
            return float(number)
        if truth != "\0":
            return truth.upper() == "TRUE"
        if place != "\0":
            return self.look(self.cell(sheet, place))
        if function != "\0":
            return _FUNCTIONS.get(function.upper(), _not_judged)(self.arguments(depth))
        if sign == "(":
            value = self.comparison(depth + 1)
            if not self.take((")",)):
                raise NotJudgedError
            return value
        raise NotJudgedError

    def cell(self, sheet: str, place: str) -> At:
        found = re.fullmatch(r"(\$?)([A-Za-z]{1,3})(\$?)(\d+)", place)
        if found is None:
            raise NotJudgedError
        column = number_of(found[2].upper()) + (0 if found[1] else self.shift[1])
        row = int(found[4]) + (0 if found[3] else self.shift[0])
        name = None if sheet == "\0" else sheet.strip("'").replace("''", "'")
        return At(name, row, column)

    def arguments(self, depth: int) -> list[Value]:
        found: list[Value] = []
        if self.take((")",)):
            return found
        while True:
            found.append(self.comparison(depth + 1))
            if self.take((")",)):
                return found
            if not self.take((",", ";")):
                raise NotJudgedError


def shown(value: Value) -> str:
    """A value as a text has it."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        if not abs(value) < 1e15 or value != int(value):
            raise NotJudgedError
        return str(int(value))
    return value or ""


def compared(one: Value, sign: str, other: Value) -> bool:
    """Excel's order: numbers before texts, texts in whatever case; an empty cell is like nothing and like 0."""
    one, other = (_filled(one, other), _filled(other, one))
    left, right = (
        (2, str(it)) if isinstance(it, bool) else (0, it) if isinstance(it, float) else (1, (it or "").casefold())
        for it in (one, other)
    )
    same = left == right
    less = left[0] < right[0] if left[0] != right[0] else not same and left[1] < right[1]  # type: ignore[operator]
    answers = {"=": same, "<>": not same, "<": less, ">": not same and not less, "<=": less or same, ">=": not less}
    return answers[sign]


def _filled(value: Value, beside: Value) -> Value:
    return value if value is not None else 0.0 if isinstance(beside, float) else ""


def _not_judged(values: list[Value]) -> Value:
    raise NotJudgedError


def _text(turned: Callable[[str], str]) -> Callable[[list[Value]], Value]:
    def work(values: list[Value]) -> Value:
        if len(values) != 1:
            raise NotJudgedError
        return turned(shown(values[0]))

    return work


def _part(cut: Callable[[str, int], str]) -> Callable[[list[Value]], Value]:
    def work(values: list[Value]) -> Value:
        size = values[1] if len(values) > 1 else 1.0
        if not values or not isinstance(size, float) or not 0 <= size < 1e6:
            raise NotJudgedError
        return cut(shown(values[0]), int(size))

    return work


def _if(values: list[Value]) -> Value:
    if not 2 <= len(values) <= 3 or isinstance(values[0], str):
        raise NotJudgedError
    return values[1] if values[0] else values[2] if len(values) > 2 else False


_FUNCTIONS: dict[str, Callable[[list[Value]], Value]] = {
    "UPPER": _text(str.upper),
    "LOWER": _text(str.lower),
    "PROPER": _text(str.title),
    "TRIM": _text(lambda text: " ".join(text.split(" ")).strip() if "  " not in text else " ".join(text.split())),
    "T": _text(str),
    "LEN": lambda values: float(len(shown(values[0]))) if len(values) == 1 else _not_judged(values),
    "CONCATENATE": lambda values: "".join(map(shown, values)),
    "CONCAT": lambda values: "".join(map(shown, values)),
    "LEFT": _part(lambda text, size: text[:size]),
    "RIGHT": _part(lambda text, size: text[-size:] if size else ""),
    "EXACT": lambda values: shown(values[0]) == shown(values[1]) if len(values) == 2 else _not_judged(values),
    "IF": _if,
    "ISBLANK": lambda values: values[0] is None if len(values) == 1 else _not_judged(values),
}


def is_stale(stored: str, kind: str, value: Value) -> bool:
    """The stored value is not what the formula gives, whatever the case of its letters and its blanks.

    >>> is_stale("BALTIMORE", "str", "NEW YORK"), is_stale("BALTIMORE", "str", "Baltimore "), is_stale("12", "n", 12.0)
    (True, False, False)
    """
    value = 0.0 if value is None else value
    if kind == "n":
        try:
            return isinstance(value, str) or abs(float(stored) - value) > 1e-9
        except ValueError:
            return False
    if kind == "str":
        return not isinstance(value, str) or " ".join(stored.split()).casefold() != " ".join(value.split()).casefold()
    return False
