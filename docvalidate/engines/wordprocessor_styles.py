"""How letters of a Word file look: what the run says, else its style, the paragraph's style, and the usual one.

ECMA-376-1, 17.7. Only what matters is resolved: size, weight, colour, capitals, and whether the letters are hidden.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .packages import attribute, child, is_on, local

SMALLEST = 2.6
NEAR = 24
"""Steps (of 255) that two colours may be apart in each part and still look alike."""
UNKNOWN = "?"
"""A colour that only the theme knows."""
HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
    "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0", "black": "000000", "white": "",
}  # fmt: skip
SWITCHES = ("b", "i", "vanish", "caps", "strike", "dstrike")


class Look(NamedTuple):
    """Letters of one look."""

    size: float
    font: int
    hidden: str | None
    struck: bool
    capitals: bool


@dataclass
class StyleSheet:
    """The styles of a file by their identifier, each with those that it is based on."""

    root: Any = None
    _styles: dict[str, Any] = field(default_factory=dict)
    _fonts: dict[Hashable, int] = field(default_factory=dict)
    usual: str | None = None

    def __post_init__(self) -> None:
        """Sort the styles by what they are called."""
        for it in self.root if self.root is not None else ():
            if local(it) == "style":
                name = attribute(it, "styleId") or ""
                self._styles[name] = it
                if attribute(it, "type") == "paragraph" and attribute(it, "default") in ("1", "true"):
                    self.usual = name

    def chain(self, name: str | None) -> list[Any]:
        """A style and those below it, the nearest first."""
        found: list[Any] = []
        while name in self._styles and len(found) < 20:
            style = self._styles[name]
            found.append(style)
            name = attribute(child(style, "basedOn"), "val")
        return found

    def look(self, run: Any, paragraph: Any, *, paper: str) -> Look:
        """How the letters of a run look; `paper` is the colour behind the paragraph, as `shade_of` tells it."""
        own = child(run, "rPr")
        layers = [own, *(child(it, "rPr") for it in self.chain(attribute(child(own, "rStyle"), "val")))]
        properties = child(paragraph, "pPr")
        named = attribute(child(properties, "pStyle"), "val") or self.usual
        layers += [child(it, "rPr") for it in self.chain(named)]
        layers.append(child(self.root, "docDefaults", "rPrDefault", "rPr"))
        there = [layer for layer in layers if layer is not None]
        on = {
            name: next((it for layer in there if (it := is_on(child(layer, name))) is not None), False)
            for name in SWITCHES
        }
        size = _points(_first(there, "sz"), 10.0)
        color = _first_element(there, "color")
        marker = _first(there, "highlight")
        marked = None if marker in (None, "none") else HIGHLIGHTS.get(marker or "", UNKNOWN)
        shades = (marked, shade_of(_first_element(there, "shd")), shade_of(child(properties, "shd")))
        behind = next((it for it in shades if it), paper)
        hidden = "hidden text" if on["vanish"] else "too small" if size < SMALLEST else _out_of_line(there, size)
        hidden = hidden or _lost_in_color(color, behind)
        name = attribute(_first_element(there, "rFonts"), "ascii") or attribute(
            _first_element(there, "rFonts"), "asciiTheme"
        )
        key = self._fonts.setdefault((name, on["b"], on["i"], attribute(color, "val")), len(self._fonts))
        return Look(size, key, hidden, on["strike"] or on["dstrike"], on["caps"])


def shade_of(shade: Any) -> str:
    """The colour of a shade: six hexadecimal figures, `UNKNOWN` for one of the theme's, nothing where there is none.

    White is none: it is the colour of the paper.
    """
    if shade is None:
        return ""
    fill = attribute(shade, "fill")
    if attribute(shade, "val") not in (None, "clear", "nil"):
        return UNKNOWN
    if attribute(shade, "themeFill") not in (None, "background1", "light1"):
        return UNKNOWN
    return "" if fill in (None, "auto") or _white(fill or "") else (fill or "").upper()


def _out_of_line(layers: list[Any], size: float) -> str | None:
    """Letters that are set far above or below the line, on top of each other, or next to no width."""
    lifted, spread, width = (
        _whole(_first(layers, "position")), _whole(_first(layers, "spacing")), _whole(_first(layers, "w")) or 100,
    )  # fmt: skip
    if abs(lifted) / 2 > max(3.0 * size, 36.0):
        return "off the page"
    return "too small" if width < 10 or spread / 20 < -0.4 * size else None


def _lost_in_color(color: Any, behind: str) -> str | None:
    """Letters in the colour of what is behind them."""
    theme = attribute(color, "themeColor")
    front = attribute(color, "val") or ""
    if not behind:
        return "white" if _is_white(color) or (theme is None and _alike(front, "FFFFFF")) else None
    if theme is not None or behind == UNKNOWN or front in ("", "auto"):
        return None
    return "the colour of the paper" if _alike(front, behind) else None


def _alike(one: str, other: str) -> bool:
    try:
        return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= NEAR for at in (0, 2, 4))
    except ValueError:
        return False


def _whole(text: str | None) -> int:
    try:
        return int(text or 0)
    except ValueError:
        return 0


def _is_white(color: Any) -> bool:
    theme = attribute(color, "themeColor")
    if theme in ("background1", "light1"):
        return attribute(color, "themeShade") is None
    return theme is None and _white(attribute(color, "val") or "")


def _white(value: str) -> bool:
    try:
        red, green, blue = (int(value[place : place + 2], 16) for place in (0, 2, 4))
    except ValueError:
        return False
    return 0.3 * red + 0.59 * green + 0.11 * blue > 245


def _first_element(layers: list[Any], name: str) -> Any:
    return next((it for layer in layers if (it := child(layer, name)) is not None), None)


def _first(layers: list[Any], name: str) -> str | None:
    return attribute(_first_element(layers, name), "val")


def _points(half: str | None, usual: float) -> float:
    try:
        return float(half) / 2 if half else usual
    except ValueError:
        return usual
