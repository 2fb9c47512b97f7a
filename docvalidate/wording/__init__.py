"""What is said to people stands in catalogues, one language a file; what is not translated falls back to English."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def catalogue(language: str) -> Mapping[str, Any]:
    """The phrases of a language by key; an unknown language has none."""
    file = files(__name__).joinpath(f"{language}.toml")
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def phrase(key: str, part: str, language: str, words: Mapping[str, str]) -> str:
    """The phrase `part` of `key` with its words put in; a text block is put in on one line."""
    text = catalogue(language).get(key, {}).get(part) or catalogue("en").get(key, {}).get(part) or ""
    return str(text).format_map(_Words({name: _one_line(name, value, language) for name, value in words.items()}))


def word(text: str, language: str) -> str:
    """A single term of the trade in that language, or as it stands.

    >>> word("notify_party", "en")
    'notify party'
    """
    return str(catalogue(language).get("words", {}).get(text) or catalogue("en").get("words", {}).get(text) or text)


def _one_line(name: str, value: str, language: str) -> str:
    if name in {"expected", "found"}:
        return " / ".join(line.strip() for line in value.splitlines())
    return "; ".join(word(part, language) for part in value.split("; "))


class _Words(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "–"
