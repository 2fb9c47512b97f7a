"""A condition may take the colour from the letters of a cell: where it holds nobody sees them, where it may, one asks.

ECMA-376-1, 18.3.1.10: what a rule of a sheet does with cells, and the formats in the styles that it names.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from .packages import attribute, child, local, whole
from .spreadsheet_formulas import Look, NotJudgedError, Value, compared, result_of
from .spreadsheet_notes import REFERENCE, number_of
from .spreadsheet_styles import Style, Styles, color_of

MAY_HIDE = "letters that a condition may hide"
_SIGNS = {
    "equal": "=", "notEqual": "<>", "greaterThan": ">", "lessThan": "<", "greaterThanOrEqual": ">=",
    "lessThanOrEqual": "<=",
}  # fmt: skip
_ANSWERS = {
    "containsBlanks": False, "notContainsBlanks": True, "containsErrors": False, "notContainsErrors": True,
}  # fmt: skip
_OF_TEXT: dict[str, Callable[[str, str], bool]] = {
    "containsText": lambda text, told: told in text,
    "notContainsText": lambda text, told: told not in text,
    "beginsWith": lambda text, told: text.startswith(told),
    "endsWith": lambda text, told: text.endswith(told),
}


class Condition(NamedTuple):
    """One rule of a sheet: where it counts, and the format that it gives to a cell for which it holds."""

    regions: tuple[tuple[int, int, int, int], ...]
    rule: Any
    format: Any

    def covers(self, row: int, column: int) -> bool:
        """The rule speaks of that cell."""
        return any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in self.regions)

    def hides(self, style: Style) -> str | None:
        """Why nobody sees the letters of a cell of that style if the rule holds; null where it does not matter."""
        color = child(self.format, "font", "color")
        font = style.font if color is None else style.font._replace(color=color_of(color) or style.font.color)
        ground = child(self.format, "fill", "patternFill", "bgColor")
        fill = style.fill if ground is None else color_of(ground)
        pattern = attribute(child(self.format, "numFmt"), "formatCode") or style.pattern
        before = style.hides(style.font)
        return None if before else style._replace(fill=fill, pattern=pattern).hides(font)

    def holds(self, row: int, column: int, text: str, look: Look) -> bool | None:
        """The rule holds for a cell with that text; null where that cannot be told."""
        kind = self.rule.get("type") or ""
        if kind in _ANSWERS:
            return _ANSWERS[kind]
        if kind in _OF_TEXT:
            return _OF_TEXT[kind](text.casefold(), (self.rule.get("text") or "").casefold())
        top, left = self.regions[0][:2]
        formulas = [it.text or "" for it in self.rule if local(it) == "formula"]
        try:
            values: list[Value] = [result_of(it, look, (row - top, column - left)) for it in formulas]
        except NotJudgedError:
            return None
        if kind == "expression" and values and not isinstance(values[0], str):
            return bool(values[0])
        sign = _SIGNS.get(self.rule.get("operator") or "")
        if kind == "cellIs" and values and sign is not None:
            return compared(text, sign, values[0])
        return None


def conditions_of(root: Any, styles: Styles) -> list[Condition]:
    """The rules of a sheet that give a format of their own."""
    return list(_conditions(root, styles))


def _conditions(root: Any, styles: Styles) -> Iterator[Condition]:
    for group in root if root is not None else ():
        if local(group) != "conditionalFormatting":
            continue
        regions = tuple(filter(None, map(_region, (group.get("sqref") or "").split())))
        for rule in group:
            place = whole(rule, "dxfId", -1)
            if regions and local(rule) == "cfRule" and 0 <= place < len(styles.conditional):
                yield Condition(regions, rule, styles.conditional[place])


def _region(text: str) -> tuple[int, int, int, int] | None:
    ends = REFERENCE.findall(text)
    if not ends:
        return None
    (left, top), (right, bottom) = ends[0], ends[-1]
    return int(top), number_of(left), int(bottom), number_of(right)
