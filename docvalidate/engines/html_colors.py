"""A colour of a web page as red, green and blue; letters in the colour of what is behind them are seen by nobody."""

import colorsys
import re

NEAR = 24
"""Steps (of 255) that two colours may be apart in each part and still look alike."""
_NAMES = {
    "black": "000000", "white": "ffffff", "red": "ff0000", "green": "008000", "blue": "0000ff", "yellow": "ffff00",
    "gray": "808080", "grey": "808080", "silver": "c0c0c0", "lightgray": "d3d3d3", "lightgrey": "d3d3d3",
    "whitesmoke": "f5f5f5", "gainsboro": "dcdcdc", "snow": "fffafa", "ivory": "fffff0", "ghostwhite": "f8f8ff",
    "floralwhite": "fffaf0", "azure": "f0ffff", "mintcream": "f5fffa", "honeydew": "f0fff0", "aliceblue": "f0f8ff",
    "seashell": "fff5ee", "beige": "f5f5dc", "linen": "faf0e6", "lavender": "e6e6fa", "navy": "000080",
    "maroon": "800000", "teal": "008080", "aqua": "00ffff", "cyan": "00ffff", "lime": "00ff00", "orange": "ffa500",
    "lightyellow": "ffffe0", "lightblue": "add8e6", "darkblue": "00008b", "steelblue": "4682b4", "window": "ffffff",
}  # fmt: skip
Color = tuple[int, int, int]
WHITE: Color = (255, 255, 255)


def color_of(text: str) -> Color | None:
    """The colour that a style names; null where it is not known.

    >>> color_of("#FFF"), color_of("rgb(0 10 20)"), color_of("hsl(0, 0%, 100%)"), color_of("var(--x)")
    ((255, 255, 255), (0, 10, 20), (255, 255, 255), None)
    """
    value = text.strip().lower()
    digits = re.fullmatch(r"#?([0-9a-f]{3,4}|[0-9a-f]{6}(?:[0-9a-f]{2})?)", _NAMES.get(value, value))
    if digits and (value.startswith("#") or value in _NAMES or len(digits[1]) >= 6):
        pairs = digits[1] if len(digits[1]) > 4 else "".join(2 * it for it in digits[1])
        return int(pairs[:2], 16), int(pairs[2:4], 16), int(pairs[4:6], 16)
    numbers = re.match(r"(rgb|hsl)a?\(\s*([\d.]+)(%|deg)?[\s,]+([\d.]+)(%?)[\s,]+([\d.]+)(%?)", value)
    if numbers is None:
        return None
    first, second, third = (float(numbers[place]) for place in (2, 4, 6))
    if numbers[1] == "hsl":
        red, green, blue = colorsys.hls_to_rgb(first / 360 % 1, min(third, 100) / 100, min(second, 100) / 100)
        return round(red * 255), round(green * 255), round(blue * 255)
    scale = 2.55 if numbers[5] == "%" else 1.0
    parts = [min(255, round(it * scale)) for it in (first, second, third)]
    return parts[0], parts[1], parts[2]


def look_alike(one: Color, other: Color) -> bool:
    """Nobody tells the two colours apart.

    >>> look_alike((221, 221, 221), (216, 221, 221)), look_alike((0, 0, 0), (90, 90, 90))
    (True, False)
    """
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def is_clear(text: str) -> bool:
    """The colour lets everything through: transparent, or with next to nothing of it."""
    value = text.strip().lower()
    part = re.search(r"[\s,/]([\d.]+)(%?)\s*\)$", value)
    if value.startswith(("rgba(", "hsla(")) or "/" in value:
        return part is not None and float(part[1]) / (100 if part[2] else 1) < 0.1
    eight = re.fullmatch(r"#(?:[0-9a-f]{6}([0-9a-f]{2})|[0-9a-f]{3}([0-9a-f]))", value)
    if eight:
        return int(eight[1] or 2 * eight[2], 16) < 26
    return value == "transparent"
