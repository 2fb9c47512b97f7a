"""JSON from outside holds anything anywhere: a value is taken for what it is, and one of another kind is a doubt."""

import json
import re
from collections.abc import Iterator
from typing import Any

from docvalidate.errors import UnreadableDocument
from docvalidate.model.document import Doubt, DoubtKind, Party, Place
from docvalidate.model.values import Source

MOST_SIGNS = 1_000
"""Of one value; a line of an address has 35, a name 70, and of free text a reader asks for more."""
MOST_ITEMS = 2_000
MOST_IN_PLACES = 5_000
"""Of all names of places together: which ports they mean is looked up word by word."""
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffd]")
"""Control characters, halves of characters, and marks that turn the writing round: a person sees something else."""


class Reading:
    """One file as it is being read: what its sources are called, and what stays open about it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._doubts: dict[Doubt, None] = {}
        self._checked: set[str] = set()
        self.parties: dict[str, tuple[str, Party]] = {}
        """Where a checked party stands, with its field."""
        self._ships: set[str] = set()
        self.places: dict[str, tuple[str, Place]] = {}
        self._in_places = 0

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What stays open, each once, in the order of the file."""
        return tuple(self._doubts)

    def is_checked(self, path: str) -> bool:
        """The value has become part of a field that is checked; a line of a list counts with its list."""
        return path in self._checked or path.rpartition("[")[0] in self._checked

    def ship(self, name: str) -> str:
        """The name of a ship, which the reader knows from now on."""
        if name:
            self._ships.add(name.casefold())
        return name

    @property
    def knows_ships(self) -> bool:
        """The reader has handed on a ship."""
        return bool(self._ships)

    def knows_ship(self, name: str) -> bool:
        """The reader has handed on a ship of that name."""
        return " ".join(name.split()).casefold() in self._ships

    def source(self, path: str, caption: str | None = None) -> Source:
        """Where a value stands (JSONPath, RFC 9535); its key is the caption."""
        return Source(document=self.name, path=path, caption=caption or key_of(path))

    def doubt(self, kind: DoubtKind, field: str | None, *said: tuple[str, str]) -> None:
        """What could not be settled: each text with its path."""
        texts, paths = zip(*said, strict=True)
        sources = tuple(self.source(path) for path in paths)
        self._doubts.setdefault(Doubt(kind=kind, field=field, texts=texts, sources=sources))

    def object(self, value: Any, path: str, field: str | None = None) -> dict[str, Any]:
        """The object; of another kind is a doubt about the field, where there is one."""
        if isinstance(value, dict):
            return value
        self._unlike(value, path, field)
        return {}

    def objects(
        self, value: Any, path: str, field: str | None = None, most: int = MOST_ITEMS
    ) -> list[tuple[str, dict[str, Any]]]:
        """The objects of a list, each with its path; a single object counts as a list of one."""
        if isinstance(value, dict):
            return [(path, value)]
        if not isinstance(value, list):
            self._unlike(value, path, field)
            return []
        if len(value) > most:
            raise UnreadableDocument(f"{path} has {len(value):,} entries: no document has so many", "too-large")
        found = [(f"{path}[{index}]", item) for index, item in enumerate(value)]
        return [(where, item) for where, item in found if self.object(item, where, field)]

    def text(self, value: Any, path: str, field: str | None = None, most: int = MOST_SIGNS) -> str:
        """The words of a value, a number as it is written; empty where there are none."""
        if field is not None:
            self._checked.add(path)
        if isinstance(value, list):
            return "\n".join(self.lines(value, path, field, most))
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, str):
            self._unlike(value, path, field)
            return ""
        if len(value) > most:
            raise UnreadableDocument(f"{path} has {len(value):,} characters: no document has so many", "too-large")
        words: str = value if value.isprintable() else _UNSEEN.sub("\ufffd", value)
        if "\ufffd" in words and field is not None:
            self.doubt("unreadable", field, (words, path))
        return words.strip()

    def place_name(self, value: Any, path: str, field: str | None = None) -> str:
        """The words of a place's name, on one line."""
        name = " ".join(", ".join(self.lines(value, path, field, 250)).replace(",,", ",").split())
        self._in_places += len(name)
        if len(name) > 250 or self._in_places > MOST_IN_PLACES:
            raise UnreadableDocument(f"{path} has a name longer than any place's: no document has such", "too-large")
        return name

    def lines(self, value: Any, path: str, field: str | None = None, most: int = MOST_SIGNS) -> tuple[str, ...]:
        """The lines of a list of texts, or of one text."""
        items = value if isinstance(value, list) else [value]
        if len(items) > MOST_ITEMS:
            raise UnreadableDocument(f"{path} has {len(items):,} lines: no document has so many", "too-large")
        for item in items:
            if isinstance(item, list):
                self._unlike(item, path, field)
        texts = (self.text(item, path, field, most) for item in items if not isinstance(item, list))
        return tuple(line.strip() for text in texts for line in text.splitlines() if line.strip())

    def _unlike(self, value: Any, path: str, field: str | None) -> None:
        """A value of a kind that cannot be read there; null and what is empty show nothing."""
        if field is not None and value not in (None, "", [], {}):
            self.doubt("unreadable", field, (shown(value), path))


def flag(value: Any) -> bool | None:
    """Yes, no, or null where the value is neither.

    >>> flag(True), flag("false"), flag("maybe"), flag(None)
    (True, False, None, None)
    """
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().casefold())
    return value if isinstance(value, bool) else None


def key_of(path: str) -> str:
    """The last key of a path.

    >>> key_of("$.documentParties.notifyParties[1]"), key_of("$")
    ('notifyParties', '$')
    """
    return re.sub(r"\[\d+\]", "", path).rpartition(".")[2]


def without_twins(data: bytes) -> None:
    """Raises UnreadableDocument where an object has a key twice: which value counts, nobody can say (RFC 8259, 4)."""

    def once(pairs: list[tuple[str, Any]]) -> None:
        keys = [key for key, _ in pairs]
        if len(keys) != len(set(keys)):
            twin = next(key for key in keys if keys.count(key) > 1)
            shown = _UNSEEN.sub("\ufffd", twin)[:40]
            raise UnreadableDocument(f'the key "{shown}" stands twice in one object: ask for the file again', "damaged")

    try:
        json.loads(data.removeprefix(b"\xef\xbb\xbf"), object_pairs_hook=once)
    except RecursionError as error:
        raise UnreadableDocument("JSON nested deeper than any document: ask for the file again", "too-deep") from error


def first(mapping: dict[str, Any], *keys: str) -> tuple[str, Any]:
    """The first of the keys that has a value, and the value; the versions of a standard rename their keys."""
    found: Iterator[str] = (key for key in keys if mapping.get(key) not in (None, "", [], {}))
    key = next(found, keys[0])
    return key, mapping.get(key)


def word_of(value: Any) -> str:
    """A code or a short number; empty where the value is neither.

    >>> word_of(" PRC "), word_of(2), word_of([2])
    ('PRC', '2', '')
    """
    if isinstance(value, str):
        return value.strip()[:100]
    return str(value)[:100] if isinstance(value, int) and not isinstance(value, bool) else ""


def shown(value: Any) -> str:
    """A value of another kind than expected, for people."""
    text = "{…}" if isinstance(value, dict) else "[…]" if isinstance(value, list) else str(value)
    return _UNSEEN.sub("\ufffd", text if len(text) <= 80 else f"{text[:79]}…")
