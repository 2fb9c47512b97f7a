"""A file is read as text with line numbers: no scalar becomes a number, a date or a boolean behind the writer's back.

YAML 1.1 turns `on` and `no` into booleans, `2016-08-20` into a date and `1.0` into a number, so that a version label
would no longer be what the customer wrote. JSON is a subset of YAML and is read by the same parser.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from docvalidate.model import InvalidInstruction

MOST_CHARACTERS = 1_000_000
MOST_LEVELS = 40
MOST_VALUES = 50_000
"""An alias counts as often as it is used: nested aliases would fill the memory ("billion laughs")."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_ESCAPES = re.compile(r"\\(?:u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})|.)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as written; null only where it is written so, not in quotes."""

    line: int
    value: str | None


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    items: tuple["Written", ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping; `lines` says where each key stands."""

    line: int
    values: dict[str, "Written"]
    lines: dict[str, int]


Written = Text | Items | Keys


def read_written(content: bytes, file: str) -> Written:
    """Take one YAML or JSON document apart.

    Raises InvalidInstruction where it is not UTF-8, not YAML, empty, several documents, too large or nested too deep.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidInstruction(f"{file}, line {line}: not UTF-8 text; save the file as UTF-8") from error
    if len(text) > MOST_CHARACTERS:
        raise InvalidInstruction(f"{file}: larger than {MOST_CHARACTERS:,} characters; this is no instruction file")
    if file.casefold().endswith(".json"):
        text = _ESCAPES.sub(_joined, text.replace("\t", " "))
    try:
        return _Builder(text, file).document()
    except yaml.YAMLError as error:
        raise InvalidInstruction(_said(error, text, file)) from error


def _joined(escape: re.Match[str]) -> str:
    # JSON writes characters beyond the basic plane as two surrogates, which YAML does not know.
    high, low = escape.groups()
    return escape.group() if high is None else chr(0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF))


def _said(error: yaml.YAMLError, text: str, file: str) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be parsed"
    position = getattr(error, "position", None)
    line = mark.line + 1 if mark is not None else text.count("\n", 0, position or 0) + 1
    if "nesting depth" in problem:
        # libyaml has a limit of its own, and looks far enough ahead to meet it before we count to ours.
        return f"{file}, line {line}: nested deeper than {MOST_LEVELS} levels"
    hint = "; YAML is indented with spaces, not tabs" if "cannot start any token" in problem else ""
    return f"{file}, line {line}: not valid YAML or JSON: {problem}{hint}"


class _Builder:
    """Builds the tree from the parser's events, with a limit on depth: PyYAML's own composer has none, and crashes."""

    def __init__(self, text: str, file: str) -> None:
        self._events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        self._file = file
        self._left = MOST_VALUES
        self._anchors: dict[str, tuple[Written, int]] = {}

    def document(self) -> Written:
        opening = [next(self._events), next(self._events)]
        if isinstance(opening[1], yaml.StreamEndEvent):
            raise InvalidInstruction(f"{self._file}: the file is empty")
        whole = self._value(next(self._events), 0)
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._invalid(after, "a second document begins; write one version a file")
        return whole

    def _value(self, event: Any, level: int) -> Written:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        before = self._left
        self._spend(event, 1)
        if level > MOST_LEVELS:
            raise self._invalid(event, f"nested deeper than {MOST_LEVELS} levels")
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style in (None, "")
            value: Written = Text(_line(event), None if plain and event.value in _NULLS else event.value)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = Items(_line(event), tuple(self._items(level + 1)))
        else:
            value = self._keys(event, level + 1)
        # Registered only once it is whole: an alias inside its own anchor is not defined yet.
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, before - self._left)
        return value

    def _items(self, level: int) -> Iterator[Written]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._value(event, level)

    def _keys(self, start: Any, level: int) -> Keys:
        values: dict[str, Written] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._invalid(event, "a key must be a word")
            key = event.value
            if key in values:
                raise self._invalid(event, f"{key}: written twice (also on line {lines[key]})")
            values[key] = self._value(next(self._events), level)
            lines[key] = _line(event)
        return Keys(_line(start), values, lines)

    def _alias(self, event: Any) -> Written:
        if event.anchor not in self._anchors:
            raise self._invalid(event, f"*{event.anchor} is not defined before it is used")
        value, size = self._anchors[event.anchor]
        self._spend(event, size)
        return value

    def _spend(self, event: Any, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise self._invalid(event, f"more than {MOST_VALUES:,} values")

    def _invalid(self, event: Any, problem: str) -> InvalidInstruction:
        return InvalidInstruction(f"{self._file}, line {_line(event)}: {problem}")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
