"""What a web page's styles say as far as it matters: is this seen, how large is it, and what stands beside what.

CSS 2.2 selectors of element, class, identifier and descendant; what is not understood says nothing.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_AT_RULE = re.compile(r"@(?!media\s+(?:screen|all))[^{;]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})")
_COMPOUND = re.compile(r"([.#]?)([\w-]+)")
_WHITES = frozenset({"white", "snow", "#fff", "window"})
SIZES = {
    "xx-small": 6.0,
    "x-small": 7.5,
    "small": 10.0,
    "medium": 12.0,
    "large": 13.5,
    "x-large": 18.0,
    "xx-large": 24.0,
}
FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
MOST_RULES = 3_000
_BORDERS = ("left", "top", "right", "bottom")


class Rule(NamedTuple):
    """A selector, taken apart, and what it sets; `weight` is its specificity and place."""

    parts: tuple[tuple[tuple[str, str], ...], ...]
    declarations: dict[str, str]
    weight: tuple[int, int]


class Look(NamedTuple):
    """How text looks inside an element, as far as the element or those around it say."""

    size: float = 12.0
    bold: bool = False
    color: str = ""
    background: str = ""
    hidden: str | None = None
    struck: bool = False
    keeps_blanks: bool = False


def rules_of(texts: list[str]) -> list[Rule]:
    """The rules of all style sheets of a page."""
    found: list[Rule] = []
    for text in texts:
        for selectors, body in _RULE.findall(
            _AT_RULE.sub("", re.sub(r"@media\s+(?:screen|all)[^{]*\{", "", _COMMENT.sub("", text)))
        ):
            declared = declarations(body)
            for selector in selectors.split(","):
                parts = _parts(selector)
                if parts and len(found) < MOST_RULES:
                    ids = sum(sign == "#" for part in parts for sign, _ in part)
                    classes = sum(sign == "." for part in parts for sign, _ in part)
                    found.append(Rule(parts, declared, (100 * ids + 10 * classes + len(parts), len(found))))
    return sorted(found, key=lambda rule: rule.weight)


def declarations(body: str) -> dict[str, str]:
    """Names and values of a style.

    >>> declarations("display : NONE; font-size:0 !important")
    {'display': 'none', 'font-size': '0'}
    """
    found: dict[str, str] = {}
    for part in body.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return found


def _parts(selector: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    words = re.split(r"[\s>]+", selector.strip())
    if not words or any(re.search(r"[:\[+~*]", word) for word in words):
        return ()
    return tuple(tuple(_COMPOUND.findall(word)) for word in words)


def style_of(element: Any, rules: list[Rule]) -> dict[str, str]:
    """All that is declared for an element itself: by the page's rules, by its old attributes, by its own style."""
    found: dict[str, str] = {}
    if element.get("bgcolor"):
        found["background-color"] = element.get("bgcolor").lower()
    if element.tag == "font":
        found["color"] = (element.get("color") or "").lower() or found.get("color", "")
        size = FONT_SIZES.get((element.get("size") or "").strip())
        if size:
            found["font-size"] = f"{size}pt"
    if element.get("hidden") is not None:
        found["display"] = "none"
    for rule in rules:
        if _matches(element, rule.parts):
            found.update(rule.declarations)
    found.update(declarations(element.get("style") or ""))
    return found


def _matches(element: Any, parts: tuple[tuple[tuple[str, str], ...], ...]) -> bool:
    if not _is(element, parts[-1]):
        return False
    rest = list(parts[:-1])
    parent = element.getparent()
    while rest and parent is not None:
        if _is(parent, rest[-1]):
            rest.pop()
        parent = parent.getparent()
    return not rest


def _is(element: Any, compound: tuple[tuple[str, str], ...]) -> bool:
    classes = (element.get("class") or "").split()
    return all(
        word in classes if sign == "." else element.get("id") == word if sign == "#" else element.tag == word.lower()
        for sign, word in compound
    )


def look_inside(tag: str, style: dict[str, str], around: Look) -> Look:
    """How text looks inside an element of that style."""
    size = _size(style.get("font-size") or _shorthand_size(style.get("font", "")), around.size, tag)
    weight = style.get("font-weight") or ("bold" if "bold" in style.get("font", "") else "")
    bold = weight in ("bold", "bolder", "600", "700", "800", "900") or (
        not weight and (around.bold or tag in ("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
    )
    background = _background(style) or around.background
    color = style.get("color") or around.color
    struck = (
        around.struck
        or tag in ("s", "strike", "del")
        or "line-through" in " ".join((style.get("text-decoration", ""), style.get("text-decoration-line", "")))
    )
    keeps = tag in ("pre", "textarea") or style.get("white-space", "").startswith("pre") or around.keeps_blanks
    hidden = around.hidden or _hidden(style) or ("too small" if size < 2.6 else None)
    if hidden is None and is_white(color) and (not background or is_white(background)):
        hidden = "white"
    if around.hidden == "white" and not _hidden(style) and size >= 2.6:
        hidden = "white" if is_white(color) and (not background or is_white(background)) else None
    return Look(size, bold, color, background, hidden, struck, keeps)


def is_white(color: str) -> bool:
    """The colour is so near to white that nobody tells it from the paper.

    >>> is_white("#FFFFFF"), is_white("rgb(255, 255, 254)"), is_white("#ffff00"), is_white("")
    (True, True, False, False)
    """
    value = color.strip().lower()
    if value in _WHITES or value == "transparent":
        return True
    numbers = re.match(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+))?", value)
    if numbers:
        if numbers[4] is not None and float(numbers[4]) < 0.05:
            return True
        red, green, blue = (int(numbers[place]) for place in (1, 2, 3))
    else:
        digits = re.fullmatch(r"#?([0-9a-f]{6})", value)
        if digits is None:
            return False
        red, green, blue = (int(digits[1][place : place + 2], 16) for place in (0, 2, 4))
    return 0.3 * red + 0.59 * green + 0.11 * blue > 245


def borders(style: dict[str, str]) -> str:
    """The sides on which a style draws a line."""
    return "".join(side[0] for side in _BORDERS if _draws(style, side))


def _draws(style: dict[str, str], side: str) -> bool:
    told = (
        style.get(f"border-{side}-style")
        or style.get(f"border-{side}")
        or style.get("border-style")
        or style.get("border")
        or ""
    )
    return bool(re.search(r"solid|dotted|dashed|double|groove|ridge|inset|outset", told)) and not re.search(
        r"(?:^|\s)0(?:px|pt)?(?:\s|$)", told
    )


def _hidden(style: dict[str, str]) -> str | None:
    if (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("mso-hide") == "all"
    ):
        return "hidden text"
    if re.fullmatch(r"0?\.?0+%?", style.get("opacity", "1")):
        return "invisible"
    nothing = (length(style.get("max-height")) == 0.0 or length(style.get("height")) == 0.0) and style.get(
        "overflow"
    ) == "hidden"
    away = any((length(style.get(name)) or 0.0) < -500 for name in ("left", "top", "text-indent", "margin-left"))
    return "too small" if nothing else "off the page" if away else None


def length(text: str | None, around: float = 12.0) -> float | None:
    """A length in points.

    >>> length("16px"), length("0"), length("1.5em", 10.0), length("auto")
    (12.0, 0.0, 15.0, None)
    """
    found = re.fullmatch(r"\s*(-?[\d.]+)\s*(px|pt|em|rem|%|in|cm|mm)?\s*", text or "")
    if found is None or found[1] in ("-", "."):
        return None
    scale = {"px": 0.75, "pt": 1.0, "em": around, "rem": 12.0, "%": around / 100, "in": 72.0, "cm": 28.35, "mm": 2.835}
    try:
        return float(found[1]) * scale.get(found[2] or "px", 0.75)
    except ValueError:
        return None


def _size(text: str | None, around: float, tag: str) -> float:
    if text:
        return SIZES.get(text) or (length(text, around) if length(text, around) is not None else around) or 0.0
    return {"h1": 24.0, "h2": 18.0, "h3": 14.0}.get(tag, around * 0.83 if tag in ("small", "sub", "sup") else around)


def _shorthand_size(font: str) -> str | None:
    found = re.search(r"(?:^|\s)([\d.]+(?:px|pt|em|rem|%))", font)
    return found[1] if found else None


def _background(style: dict[str, str]) -> str:
    told = style.get("background-color") or ""
    if not told:
        words: Iterator[str] = iter(re.findall(r"rgba?\([^)]*\)|#[0-9a-f]+|[a-z]+", style.get("background", "")))
        told = next(
            (word for word in words if word not in ("none", "url", "repeat", "no", "scroll", "center", "top", "left")),
            "",
        )
    return "" if told in ("transparent", "inherit", "initial", "none") else told
