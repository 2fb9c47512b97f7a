"""A spot is a value in an instruction file that knows where it stands, so that every complaint names line and key."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docvalidate.model import InvalidInstruction

from .written import Items, Keys, Text, Written

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(frozen=True, slots=True)
class Spot:
    """A value with its file, line and path, such as `lanes[0].transshipment.allowed`."""

    file: str
    line: int
    path: str
    value: Written

    def wrong(self, problem: str) -> InvalidInstruction:
        """The complaint about this spot, in one line."""
        key = f", {self.path}" if self.path else ""
        return InvalidInstruction(f"{self.file}, line {self.line}{key}: {problem}")

    def keys(self, known: tuple[str, ...], required: tuple[str, ...] = ()) -> "dict[str, Spot]":
        """The keys of a mapping that are given; a null is as good as not given. Raises InvalidInstruction."""
        if not isinstance(self.value, Keys):
            raise self.wrong(f"must be a mapping with the keys {', '.join(known)}")
        spots = {}
        for key, value in self.value.values.items():
            spot = Spot(self.file, self.value.lines[key], f"{self.path}.{key}" if self.path else key, value)
            if key not in known:
                raise spot.wrong(_unknown(key, known))
            if not (isinstance(value, Text) and value.value is None):
                spots[key] = spot
        for key in required:
            if key not in spots:
                raise self.wrong(f"{key} is missing")
        return spots

    def items(self) -> "tuple[Spot, ...]":
        """The items of a list."""
        if not isinstance(self.value, Items):
            raise self.wrong("must be a list")
        return tuple(self._each(self.value))

    def text(self) -> str:
        """A text that says something, without the white space around it."""
        if isinstance(self.value, Text) and self.value.value is not None and self.value.value.strip():
            return self.value.value.strip()
        raise self.wrong("must be a text" if not isinstance(self.value, Text) else "must not be empty")

    def texts(self) -> tuple[str, ...]:
        """A list of texts; a single one may stand without the list."""
        return tuple(spot.text() for spot in self.items()) if isinstance(self.value, Items) else (self.text(),)

    def block(self) -> str:
        """A text block with the lines that the writer gave it."""
        return "\n".join(line.strip() for line in self.text().splitlines())

    def day(self) -> date:
        """A day of the calendar, written YYYY-MM-DD."""
        written = self.text()
        if not _ISO.fullmatch(written):
            raise self.wrong(f"{written} is not a date; write YYYY-MM-DD")
        try:
            return date.fromisoformat(written)
        except ValueError as error:
            raise self.wrong(f"{written} is not a day of the calendar") from error

    def flag(self) -> bool:
        """A yes or a no."""
        written = self.text()
        if written.casefold() not in _FLAGS:
            raise self.wrong(f"{written} is neither true nor false")
        return _FLAGS[written.casefold()]

    def one_of(self, words: tuple[str, ...]) -> str:
        """One of a few words."""
        written = self.text()
        if written not in words:
            raise self.wrong(f"{written} is not one of {', '.join(words)}")
        return written

    def _each(self, value: Items) -> "Iterator[Spot]":
        for number, item in enumerate(value.items):
            yield Spot(self.file, item.line, f"{self.path}[{number}]", item)


def _unknown(key: str, known: tuple[str, ...]) -> str:
    # Imported only when there is something to complain about.
    from difflib import get_close_matches

    close = get_close_matches(key, known, n=1)
    return f"unknown key; did you mean {close[0]}?" if close else f"unknown key; known are {', '.join(known)}"
