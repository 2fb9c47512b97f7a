"""How the cells of a worksheet look: their letters, borders and shades, and whether anybody can see the words.

ECMA-376-1, 18.8. Colours are known as far as it matters: is this white, and is it the colour of the paper behind?
"""

import re
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .number_formats import BUILT_IN, UNKNOWN
from .packages import attribute, child, is_on, local, whole

WHITE = frozenset({("theme", "0"), ("indexed", "1"), ("indexed", "9"), ("indexed", "65")})
"""The names of white: the window's background of a theme, and the places of white in the old palette."""
BLACK = ("rgb", "000000")
NEAR = 24
"""Steps (of 255) that two colours may be apart in each part and still look alike."""
SMALLEST = 2.6
"""Letters lower than this (points) are read by nobody."""
NONE_FOR_TEXT = 4
"""The parts of a number format that leave nothing to see, not even of a text: three semicolons."""

_SECTIONS = re.compile(r'(?:^|(?<=;))((?:"[^"]*"|\\.|[^;"\\])*)(?=;|$)')
_SPACING = re.compile(r"[_*].|\[[^\]]*\]|\\ ")


class Font(NamedTuple):
    """Letters of a cell or of a part of its text."""

    size: float = 11.0
    key: int = 0
    color: tuple[str, str] = BLACK
    struck: bool = False


USUAL = Font()


class Style(NamedTuple):
    """The look of a cell; `fill` is null where there is none."""

    font: Font = Font()
    pattern: str = "General"
    sides: str = ""
    fill: tuple[str, str] | None = None
    wraps: bool = False

    @property
    def shaded(self) -> bool:
        """There is a colour behind the words other than white."""
        return self.fill is not None and not is_white(self.fill)

    @property
    def changes_text(self) -> bool:
        """The format shows other words than the text that is stored, or words of its own beside it.

        >>> [Style(pattern=it).changes_text for it in ('@" VIA X"', '0;0;0;"X"', "General", "_-@_-", ";;;")]
        [True, True, False, False, False]
        """
        sections = _SECTIONS.findall(self.pattern)
        told = sections[3] if len(sections) > 3 else sections[-1] if sections and "@" in _bare(sections[-1]) else "@"
        return _SPACING.sub("", told).strip() not in ("", "@", BUILT_IN[0])

    def hides(self, font: Font) -> str | None:
        """Why nobody sees letters of that font in such a cell; null where they are seen."""
        if self.pattern.replace(" ", "") == ";;;":
            return "invisible"
        if font.size < SMALLEST:
            return "too small"
        paper_is_white = self.fill is None or is_white(self.fill)
        if is_white(font.color) if paper_is_white else font.color == self.fill:
            return "white"
        paper = ("rgb", "FFFFFF") if paper_is_white else self.fill
        return "the colour of the paper" if paper is not None and _alike(font.color, paper) else None


@dataclass
class Styles:
    """The styles of a workbook, by the number that cells name."""

    cells: list[Style] = field(default_factory=lambda: [Style()])
    conditional: list[Any] = field(default_factory=list)
    """The formats that conditions give, by the number that they name."""
    _fonts: dict[Hashable, int] = field(default_factory=dict)

    def of(self, number: str | None) -> Style:
        """The style of that number; the first where there is none."""
        place = int(number) if number and number.isdigit() else 0
        return self.cells[place] if place < len(self.cells) else self.cells[0]

    def font(self, element: Any, usual: Font = USUAL) -> Font:
        """A font as <font> or <rPr> describe it; what it leaves out is as usual."""
        if element is None:
            return usual
        size = attribute(child(element, "sz"), "val")
        name = attribute(child(element, "name"), "val") or attribute(child(element, "rFont"), "val") or ""
        color = child(element, "color")
        bold, italic = is_on(child(element, "b")) or False, is_on(child(element, "i")) or False
        shade = usual.color if color is None else color_of(color) or BLACK
        key = self._fonts.setdefault((name.casefold(), bold, italic, shade), len(self._fonts))
        try:
            points = float(size) if size else usual.size
        except ValueError:
            points = usual.size
        return Font(points, key, shade, is_on(child(element, "strike")) or False)


def styles_of(root: Any) -> Styles:
    """Read the styles part of a workbook; without one every cell looks alike."""
    styles = Styles()
    if root is None:
        return styles
    fonts = (
        [styles.font(it) for it in child(root, "fonts") if local(it) == "font"]
        if child(root, "fonts") is not None
        else []
    )
    fills = [_fill(it) for it in _all(root, "fills", "fill")]
    sides = [_sides(it) for it in _all(root, "borders", "border")]
    patterns = dict(BUILT_IN)
    for it in _all(root, "numFmts", "numFmt"):
        patterns[whole(it, "numFmtId")] = it.get("formatCode", "General")
    found: list[Style] = []
    for it in _all(root, "cellXfs", "xf"):
        font, fill, side = (whole(it, name) for name in ("fontId", "fillId", "borderId"))
        found.append(
            Style(
                fonts[font] if 0 <= font < len(fonts) else Font(),
                patterns.get(whole(it, "numFmtId"), UNKNOWN),
                sides[side] if 0 <= side < len(sides) else "",
                fills[fill] if 0 <= fill < len(fills) else None,
                (attribute(child(it, "alignment"), "wrapText") or "0") in ("1", "true"),
            )
        )
    styles.cells = found or styles.cells
    styles.conditional = _all(root, "dxfs", "dxf")
    return styles


def is_white(color: tuple[str, str]) -> bool:
    """The colour is so near to white that nobody tells it from the paper.

    >>> is_white(("rgb", "FFFFFF")), is_white(("rgb", "FAFAFA")), is_white(("rgb", "FFFF00")), is_white(("theme", "0"))
    (True, True, False, True)
    """
    kind, value = color
    if kind != "rgb":
        return color in WHITE
    try:
        red, green, blue = (int(value[place : place + 2], 16) for place in (0, 2, 4))
    except ValueError:
        return False
    return 0.3 * red + 0.59 * green + 0.11 * blue > 245


def _alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Two colours that are known, and that nobody tells apart."""
    if one[0] != "rgb" or other[0] != "rgb":
        return False
    try:
        return all(abs(int(one[1][at : at + 2], 16) - int(other[1][at : at + 2], 16)) <= NEAR for at in (0, 2, 4))
    except ValueError:
        return False


def _bare(section: str) -> str:
    return re.sub(r'"[^"]*"', "", section)


def _all(root: Any, group: str, name: str) -> list[Any]:
    parent = child(root, group)
    return [] if parent is None else [it for it in parent if local(it) == name]


def color_of(element: Any) -> tuple[str, str] | None:
    """A colour by its name; one that is made darker or lighter from a theme's is another one."""
    if attribute(element, "rgb"):
        return "rgb", (attribute(element, "rgb") or "")[-6:].upper()
    tint = attribute(element, "tint") or "0"
    for name in ("theme", "indexed"):
        value = attribute(element, name)
        if value:
            try:
                darker = abs(float(tint)) > 0.04
            except ValueError:
                darker = False
            return name, f"{value} {tint}" if darker else value
    return None


def _fill(element: Any) -> tuple[str, str] | None:
    pattern = child(element, "patternFill")
    if pattern is None:
        return ("gradient", "") if child(element, "gradientFill") is not None else None
    kind = attribute(pattern, "patternType")
    if kind in (None, "none"):
        return None
    if kind != "solid":
        return "pattern", kind or ""
    front = child(pattern, "fgColor")
    return None if front is None else color_of(front)


def _sides(element: Any) -> str:
    names = {"left": "l", "start": "l", "top": "t", "right": "r", "end": "r", "bottom": "b"}
    return "".join(
        names[local(side)] for side in element
        if local(side) in names and (attribute(side, "style") or "none") != "none"
    )  # fmt: skip
