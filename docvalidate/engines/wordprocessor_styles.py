"""How letters of a Word file look: what the run says, else its style, the paragraph's style, and the usual one.

ECMA-376-1, 17.7. Only what matters is resolved: size, weight, colour, capitals, and whether the letters are hidden.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .packages import attribute, child, is_on, local

SMALLEST = 2.6
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

    def look(self, run: Any, paragraph: Any, *, shaded: bool) -> Look:
        """How the letters of a run look; `shaded` says that there is a colour behind them."""
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
        paper = [_first_element(there, "shd"), child(properties, "shd")]
        behind = (
            shaded
            or any(is_dark_enough(it) for it in paper)
            or _first(there, "highlight") not in (None, "none", "white")
        )
        hidden = "hidden text" if on["vanish"] else "too small" if size < SMALLEST else None
        if hidden is None and not behind and _is_white(color):
            hidden = "white"
        name = attribute(_first_element(there, "rFonts"), "ascii") or attribute(
            _first_element(there, "rFonts"), "asciiTheme"
        )
        key = self._fonts.setdefault((name, on["b"], on["i"], attribute(color, "val")), len(self._fonts))
        return Look(size, key, hidden, on["strike"] or on["dstrike"], on["caps"])


def is_dark_enough(shade: Any) -> bool:
    """A shade behind words in which white letters show."""
    fill = attribute(shade, "fill")
    if shade is None or fill in (None, "auto"):
        return attribute(shade, "themeFill") not in (None, "background1", "light1")
    return not _white(fill or "")


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
