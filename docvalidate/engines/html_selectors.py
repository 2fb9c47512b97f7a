"""Which elements of a web page a style means (Selectors Level 3); what is not understood is never taken for a no.

Pseudo-classes that ask for a mouse or a keyboard hold for nobody who reads a paper.
"""

import re
from functools import lru_cache
from typing import Any, NamedTuple

_PART = re.compile(
    r"""\s*([>+~])\s*|(\s+)|(\*)|([.#]?)((?:[\w-]|\\.)+)|\[([^\]]*)\]|(::?)([\w-]+)(?:\(((?:[^()]|\([^()]*\))*)\))?"""
)
_ATTRIBUTE = re.compile(r"""\s*([\w:-]+)\s*(?:([~|^$*]?=)\s*["']?([^"']*?)["']?\s*(?:[iIsS])?)?\s*""")
_NTH = re.compile(r"([+-]?\d*)n\s*(?:([+-])\s*(\d+))?|([+-]?\d+)")
_AWAY = frozenset(
    "hover focus active visited target focus-within focus-visible placeholder-shown playing modal fullscreen".split()
)
Simple = tuple[str, str, str]
"""A sign (`.`, `#`, `*`, `[`, `:` or none for a tag), what follows it, and what stands in its brackets."""


class Selector(NamedTuple):
    """Compounds from left to right, each with the sign before it; `beside` is the pseudo-element, if any."""

    parts: tuple[tuple[str, tuple[Simple, ...]], ...]
    beside: str = ""

    @property
    def weight(self) -> int:
        """Its specificity."""
        simples = [simple for _, compound in self.parts for simple in compound]
        ids, kinds = (sum(it[0] in signs for it in simples) for signs in ("#", ".[:"))
        return 100 * ids + 10 * kinds + len(simples) - ids - kinds


@lru_cache(maxsize=4096)
def selector_of(text: str) -> Selector | None:
    """Take a selector apart; null where it is none.

    >>> selector_of("td > i.x::before").beside, selector_of("td > i.x").parts[1]
    ('before', ('>', (('', 'i', ''), ('.', 'x', ''))))
    """
    parts: list[tuple[str, list[Simple]]] = [("", [])]
    beside, at, text = "", 0, text.strip()
    while at < len(text):
        found = _PART.match(text, at)
        if found is None or found.end() == at:
            return None
        at = found.end()
        sign, blank, star, mark, word, attribute, colons, name, inside = found.groups()
        if sign or blank:
            if at < len(text):
                parts.append((sign or " ", []))
        elif star:
            parts[-1][1].append(("*", "", ""))
        elif word:
            parts[-1][1].append((mark, re.sub(r"\\(.)", r"\1", word), ""))
        elif attribute is not None:
            parts[-1][1].append(("[", attribute, ""))
        elif name.lower() in ("before", "after"):
            beside = name.lower()
        elif colons == "::" or name.lower() in ("first-line", "first-letter"):
            return None
        else:
            parts[-1][1].append((":", name.lower(), inside or ""))
    if not any(compound for _, compound in parts):
        return None
    return Selector(tuple((sign, tuple(compound)) for sign, compound in parts), beside)


def matches(element: Any, selector: Selector, *, unsure: bool = False) -> bool:
    """The element is meant; `unsure` is the answer where a part of the selector is not understood."""
    return _reaches(element, selector.parts, len(selector.parts) - 1, unsure)


def _reaches(element: Any, parts: tuple[tuple[str, tuple[Simple, ...]], ...], at: int, unsure: bool) -> bool:
    sign, compound = parts[at]
    if not all(_is(element, simple, unsure) for simple in compound):
        return False
    if at == 0:
        return True
    if sign in (">", " "):
        # Where only elements further up are asked for, the nearest of a kind is as good as any above it.
        nearest_will_do = all(sign == " " for sign, _ in parts[1:at])
        above = element.getparent()
        while above is not None:
            if _reaches(above, parts, at - 1, unsure):
                return True
            if nearest_will_do and all(_is(above, simple, unsure) for simple in parts[at - 1][1]):
                return False
            above = above.getparent() if sign == " " else None
        return False
    before = _before(element)
    while before is not None:
        if _reaches(before, parts, at - 1, unsure):
            return True
        before = _before(before) if sign == "~" else None
    return False


def _is(element: Any, simple: Simple, unsure: bool) -> bool:
    sign, word, inside = simple
    if sign == "*":
        return True
    if sign == ".":
        return word in (element.get("class") or "").split()
    if sign == "#":
        return bool(element.get("id") == word)
    if sign == "[":
        return _has(element, word, unsure)
    if sign == ":":
        return _is_in_state(element, word, inside, unsure)
    return bool(element.tag == word.lower())


def _has(element: Any, attribute: str, unsure: bool) -> bool:
    found = _ATTRIBUTE.fullmatch(attribute)
    if found is None:
        return unsure
    name, how, wanted = found.groups()
    value = element.get(name.lower())
    if value is None or how is None:
        return value is not None
    value = str(value)
    answers = {
        "=": value == wanted,
        "~=": wanted in value.split(),
        "|=": value == wanted or value.startswith(f"{wanted}-"),
        "^=": bool(wanted) and value.startswith(wanted),
        "$=": bool(wanted) and value.endswith(wanted),
        "*=": bool(wanted) and wanted in value,
    }
    return answers[how]


def _is_in_state(element: Any, state: str, inside: str, unsure: bool) -> bool:
    if state in _AWAY:
        return False
    if state == "root":
        return element.getparent() is None
    if state in ("link", "any-link"):
        return element.get("href") is not None
    if state == "empty":
        return len(element) == 0 and not (element.text or "").strip()
    if state in ("checked", "disabled", "required", "open"):
        return element.get(state) is not None
    if state in ("not", "is", "where", "matches", "any"):
        inner = [selector_of(it) for it in inside.split(",")]
        if None in inner:
            return unsure
        one = any(matches(element, it, unsure=unsure) for it in inner if it is not None)
        return not one if state == "not" else one
    ordinal = re.fullmatch(r"(first|last|only|nth|nth-last)-(child|of-type)", state)
    if ordinal is None:
        return unsure
    return _is_nth(element, ordinal[1], inside, alike=ordinal[2] == "of-type", unsure=unsure)


def _is_nth(element: Any, which: str, inside: str, *, alike: bool, unsure: bool) -> bool:
    parent = element.getparent()
    family = [it for it in parent if isinstance(it.tag, str)] if parent is not None else [element]
    if alike:
        family = [it for it in family if it.tag == element.tag]
    place = next((number for number, it in enumerate(family, start=1) if it is element), 1)
    back = len(family) + 1 - place
    if which == "only":
        return len(family) == 1
    if which in ("first", "last"):
        return (place if which == "first" else back) == 1
    told = {"odd": "2n+1", "even": "2n"}.get(inside.strip().lower(), inside.strip().lower())
    found = _NTH.fullmatch(told)
    if found is None:
        return unsure
    number = place if which == "nth" else back
    if found[4]:
        return number == int(found[4])
    step = int(found[1] + "1") if found[1] in ("", "+", "-") else int(found[1])
    rest = int((found[2] or "+") + (found[3] or "0"))
    return number == rest if step == 0 else (number - rest) % step == 0 and (number - rest) // step >= 0


def _before(element: Any) -> Any:
    before = element.getprevious()
    while before is not None and not isinstance(before.tag, str):
        before = before.getprevious()
    return before
