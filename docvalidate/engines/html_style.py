"""What a web page's styles say as far as it matters: is this seen, how large is it, and what stands beside what.

CSS 2.2 with the selectors of level 3; styles for paper, for speech and for small screens say nothing.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from .html_colors import WHITE, color_of, is_clear, look_alike
from .html_hiding import hidden_by, length
from .html_selectors import Selector, matches, selector_of

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_AT_RULE = re.compile(r"@[\w-]+([^{};]*)(;|\{|$)")
_ELSEWHERE = re.compile(r"\b(?:print|speech|tv|handheld|not)\b|max-(?:device-)?width|prefers-|orientation")
_BETWEEN = re.compile(r",(?![^()\[\]]*[)\]])")
_DECLARED = re.compile(r"""(?:[^;"']|"[^"]*"|'[^']*')+""")
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
_BY_COLOR = frozenset({"white", "the colour of the paper"})


class Rule(NamedTuple):
    """A selector and what it sets; `weight` is its specificity and place, `strong` what it calls important."""

    selector: Selector
    declarations: dict[str, str]
    weight: tuple[int, int]
    strong: frozenset[str] = frozenset()
    hides: bool = False


class Look(NamedTuple):
    """How text looks inside an element, as far as the element or those around it say."""

    size: float = 12.0
    bold: bool = False
    color: str = ""
    background: str = ""
    hidden: str | None = None
    struck: bool = False
    keeps_blanks: bool = False
    backwards: bool = False


def rules_of(texts: list[str]) -> list[Rule]:
    """The rules of all style sheets of a page."""
    found: list[Rule] = []
    for text in texts:
        for selectors, body in _RULE.findall(_on_screen(_COMMENT.sub("", text))):
            declared, strong = declarations(body), _strong(body)
            hides = hidden_by(declared) is not None
            bracketed = "(" in selectors or "[" in selectors
            for part in re.split(_BETWEEN, selectors) if bracketed else selectors.split(","):
                selector = selector_of(part)
                if selector is not None and len(found) < MOST_RULES:
                    found.append(Rule(selector, declared, (selector.weight, len(found)), strong, hides))
    named = {name: value for rule in found for name, value in rule.declarations.items() if name.startswith("--")}
    if named:
        found = [rule._replace(declarations=_with_values(rule.declarations, named)) for rule in found]
        found = [rule._replace(hides=hidden_by(rule.declarations) is not None) for rule in found]
    return sorted(found, key=lambda rule: rule.weight)


def _with_values(declared: dict[str, str], named: dict[str, str]) -> dict[str, str]:
    """The declarations with the values that the page has names for: var(--ink)."""

    def value(found: re.Match[str]) -> str:
        return named.get(found[1], found[2] or "")

    return {name: re.sub(r"var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)", value, told) for name, told in declared.items()}


def _on_screen(text: str) -> str:
    """The style sheet without what holds for paper, speech or small screens alone, and the rest without its conditions.

    >>> _on_screen("@media print{a{b:c}} @media screen and (min-width:1px){p{q:r}} @import url(x); d{e:f}").split()
    ['p{q:r}', 'd{e:f}']
    """
    kept: list[str] = []
    at = 0
    while (found := _AT_RULE.search(text, at)) is not None:
        kept.append(text[at : found.start()])
        at = found.end()
        if found[2] != "{":
            continue
        end, depth = at, 1
        while end < len(text) and depth:
            depth += (text[end] == "{") - (text[end] == "}")
            end += 1
        if re.match(r"@(?:media|supports|layer|container|scope)\b", found[0]) and not _ELSEWHERE.search(found[1]):
            kept.append(_on_screen(text[at : end - (depth == 0)]))
        at = end
    return "".join((*kept, text[at:]))


def declarations(body: str) -> dict[str, str]:
    """Names and values of a style; what it prints keeps its case.

    >>> declarations("display : NONE; font-size:0 !important")
    {'display': 'none', 'font-size': '0'}
    >>> declarations("content: 'To; Go'")
    {'content': "'To; Go'"}
    """
    found: dict[str, str] = {}
    for part in _DECLARED.findall(body):
        name, colon, value = part.partition(":")
        if colon:
            name, value = name.strip().lower(), re.sub(r"!\s*important", "", value, flags=re.IGNORECASE).strip()
            found[name] = value if name == "content" else value.lower()
    return found


def _strong(body: str) -> frozenset[str]:
    parts = (part.partition(":") for part in _DECLARED.findall(body))
    return frozenset(
        name.strip().lower() for name, _, value in parts if re.search(r"!\s*important", value, re.IGNORECASE)
    )


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
    if element.get("dir"):
        found["direction"] = element.get("dir").lower()
    if element.tag == "bdo":
        found["unicode-bidi"] = "bidi-override"
    if element.get("hidden") is not None or _is_shut(element):
        found["display"] = "none"
    meant = [it for it in rules if not it.selector.beside and matches(element, it.selector, unsure=it.hides)]
    for rule in meant:
        found.update(rule.declarations)
    own = element.get("style") or ""
    if own:
        found.update(declarations(own))
    for rule in meant:
        found.update({name: rule.declarations[name] for name in rule.strong if name in rule.declarations})
    if "!" in own:
        told = declarations(own)
        found.update({name: told[name] for name in _strong(own) if name in told})
    return found


def _is_shut(element: Any) -> bool:
    """What a page shows only when somebody opens it."""
    parent = element.getparent()
    folded = parent is not None and parent.tag == "details" and parent.get("open") is None and element.tag != "summary"
    return folded or (element.tag == "dialog" and element.get("open") is None) or element.tag == "datalist"


def printed_beside(element: Any, rules: list[Rule], beside: str) -> tuple[str, dict[str, str]]:
    """The words that a style puts before or after those of an element, and how they look."""
    found: dict[str, str] = {}
    for rule in rules:
        if rule.selector.beside == beside and matches(element, rule.selector):
            found.update(rule.declarations)
    parts = re.findall(r"""\"([^"]*)"|'([^']*)'|attr\(\s*([\w-]+)[^)]*\)""", found.get("content", ""))
    said = (first or second or (element.get(name.lower()) if name else "") for first, second, name in parts)
    text = "".join(filter(None, said))
    text = re.sub(r"\\([0-9a-fA-F]{1,6})\s?", _letter, text)
    return (text if any(map(str.isalnum, text)) else ""), found


def _letter(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


def look_inside(tag: str, style: dict[str, str], around: Look) -> Look:
    """How text looks inside an element of that style."""
    size = _size(style.get("font-size") or _shorthand_size(style.get("font", "")), around.size, tag)
    weight = style.get("font-weight") or ("bold" if "bold" in style.get("font", "") else "")
    bold = weight in ("bold", "bolder", "600", "700", "800", "900") or (
        not weight and (around.bold or tag in ("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
    )
    background = _background(style) or around.background
    color = style.get("-webkit-text-fill-color") or style.get("color") or around.color
    struck = (
        around.struck
        or tag in ("s", "strike", "del")
        or "line-through" in " ".join((style.get("text-decoration", ""), style.get("text-decoration-line", "")))
    )
    keeps = tag in ("pre", "textarea") or style.get("white-space", "").startswith("pre") or around.keeps_blanks
    hidden = None if around.hidden in _BY_COLOR else around.hidden
    hidden = hidden or hidden_by(style) or ("too small" if size < 2.6 else None) or _lost_in_color(color, background)
    turned = "override" in style.get("unicode-bidi", "")
    backwards = style.get("direction") == "rtl" if turned else around.backwards
    return Look(size, bold, color, background, hidden, struck, keeps, backwards)


def _lost_in_color(color: str, background: str) -> str | None:
    """Letters in the colour of what is behind them."""
    if is_clear(color) or (is_white(color) and (not background or is_white(background))):
        return "white"
    front, behind = color_of(color), color_of(background) if background else WHITE
    return "the colour of the paper" if front and behind and look_alike(front, behind) else None


def is_white(color: str) -> bool:
    """The colour is so near to white that nobody tells it from the paper.

    >>> is_white("#FFFFFF"), is_white("rgb(255, 255, 254)"), is_white("#ffff00"), is_white("")
    (True, True, False, False)
    """
    told = color_of(color)
    return told is not None and 0.3 * told[0] + 0.59 * told[1] + 0.11 * told[2] > 245


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


def _size(text: str | None, around: float, tag: str) -> float:
    if text:
        return SIZES.get(text) or (length(text, around) if length(text, around) is not None else around) or 0.0
    return {"h1": 24.0, "h2": 18.0, "h3": 14.0}.get(tag, around * 0.83 if tag in ("small", "sub", "sup") else around)


def _shorthand_size(font: str) -> str | None:
    found = re.search(r"(?:^|\s)([\d.]+(?:px|pt|em|rem|%)|0(?=/|\s))", font)
    return found[1] if found else None


def _background(style: dict[str, str]) -> str:
    told = style.get("background-color") or ""
    if not told:
        words: Iterator[str] = iter(re.findall(r"rgba?\([^)]*\)|#[0-9a-f]+|[a-z]+", style.get("background", "")))
        told = next(
            (word for word in words if word not in ("none", "url", "repeat", "no", "scroll", "center", "top", "left")),
            "",
        )
    return "" if told in ("inherit", "initial", "none") or is_clear(told) else told
