"""Every text of a JSON file is walked, wherever it stands: one that no reader has a key for is read all the same."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from docvalidate.errors import UnreadableDocument

DEEPEST = 60
_VALUES = frozenset("value values content text description message words new newValue proposed proposedValue".split())
"""Keys that say nothing themselves: what their value means stands in the key above, or in a label beside it."""
_LABELS = ("property", "field", "key", "label", "name", "title", "type", "typeCode", "subject", "qualifier", "code")
_NO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


class Said(NamedTuple):
    """The lines of one text, its path, and the words that say what it is: those of its key or of its label."""

    path: str
    label: str
    lines: tuple[str, ...]


def texts_of(value: Any, path: str = "$", label: str = "", depth: int = 0) -> Iterator[Said]:
    """The texts in the order of the file; a list of texts is one text of several lines.

    >>> notes = {"notes": [{"value": "A"}, {"value": "B"}], "x": {"key": "Via", "value": "C"}}
    >>> [*texts_of({"viaPort": "NEW YORK", **notes})]  # doctest: +NORMALIZE_WHITESPACE
    [Said(path='$.viaPort', label='via port', lines=('NEW YORK',)),
     Said(path='$.notes', label='notes', lines=('A', 'B')),
     Said(path='$.x.key', label='key', lines=('Via',)), Said(path='$.x.value', label='via', lines=('C',))]
    """
    if depth > DEEPEST:
        raise UnreadableDocument("JSON nested deeper than any document: ask for the file again", "too-deep")
    if isinstance(value, dict):
        named = next((value[key] for key in _LABELS if isinstance(value.get(key), str)), "")
        for key, item in value.items():
            bare = key in _VALUES
            words = (named.casefold() if bare and named and len(named) < 60 else "") or (
                label if bare else words_in(key)
            )
            yield from texts_of(item, f"{path}.{key}", words, depth + 1)
    elif isinstance(value, list):
        lines = [it.get("value") if isinstance(it, dict) and "value" in it and _alone(it) else it for it in value]
        texts = [line for line in lines if isinstance(line, str)]
        if texts and len(texts) == len(lines):
            if "".join(texts).strip():
                yield Said(path, label, _split("\n".join(texts)))
        else:
            for index, item in enumerate(value):
                yield from texts_of(item, f"{path}[{index}]", label, depth + 1)
    elif isinstance(value, str) and value.strip():
        yield Said(path, label, _split(value))


def objects_of(value: Any, path: str = "$", depth: int = 0) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object, the outer one first."""
    if isinstance(value, dict) and depth <= DEEPEST:
        yield path, value
        for key, item in value.items():
            yield from objects_of(item, f"{path}.{key}", depth + 1)
    elif isinstance(value, list) and depth <= DEEPEST:
        for index, item in enumerate(value):
            yield from objects_of(item, f"{path}[{index}]", depth + 1)


def words_in(key: str) -> str:
    """The words of a key.

    >>> words_in("secondNotifyParty2"), words_in("UNLocationCode"), words_in("via_port")
    ('second notify party 2', 'un location code', 'via port')
    """
    return " ".join(_WORD.findall(key)).casefold()


def under(path: str, above: str) -> bool:
    """The path is that of the other, or lies under it.

    >>> under("$.a[0].b", "$.a"), under("$.ab", "$.a")
    (True, False)
    """
    return path.startswith(above) and path[len(above) : len(above) + 1] in ("", ".", "[")


def _alone(it: dict[str, Any]) -> bool:
    """A value with nothing beside it but its language or code list."""
    return not any(isinstance(it.get(key), str) for key in _LABELS)


def _split(text: str) -> tuple[str, ...]:
    # Marks of no width inside a word hide it from a search, and from nobody's eye.
    seen = _NO_WIDTH.sub("", text)
    return tuple(line.strip() for line in seen.splitlines() if line.strip()) or (text.strip(),)
