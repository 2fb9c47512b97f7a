"""What is said to people stands in catalogues, one language a file; what is not translated falls back to English."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from docvalidate.errors import InvalidSettings

from . import house


@cache
def catalogue(language: str) -> Mapping[str, Any]:
    """The phrases of a language by key, a company's own before ours; an unknown language has none."""
    file = files(__name__).joinpath(f"{language}.toml")
    ours: dict[str, Any] = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    name = f"wording/{language}.toml"
    if (content := house.own(name)) is not None:
        try:
            theirs = tomllib.loads(content.decode("utf-8"))
        except ValueError as error:
            raise InvalidSettings(f"{name} of the house: not valid TOML: {error}") from error
        for key, phrases in theirs.items():
            _must_be_phrases(name, key, phrases)
            ours[key] = {**ours.get(key, {}), **phrases}
    return ours


def _must_be_phrases(name: str, key: str, phrases: object) -> None:
    """Raises InvalidSettings where a table of a house is none, or a phrase of it could not be filled in."""
    if not isinstance(phrases, dict):
        raise InvalidSettings(f"{name} of the house: {key}: a phrase stands in a table, such as [report]")
    for part, text in phrases.items():
        where = f"{name} of the house: [{key}] {part}"
        if not isinstance(text, str):
            raise InvalidSettings(f"{where}: give a text in quotes")
        try:
            names = [(found, layout, how) for _, found, layout, how in Formatter().parse(text) if found is not None]
        except ValueError as error:
            raise InvalidSettings(f"{where}: a brace without its fellow") from error
        if not all(found.isidentifier() and not layout and not how for found, layout, how in names):
            raise InvalidSettings(f"{where}: a placeholder is one word in braces, such as {{version}}")


def move_into(folder: str | None) -> None:
    """Let a company's own folder go before our files from now on. Raises InvalidSettings."""
    house.move_into(folder)
    catalogue.cache_clear()


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
    return ("；" if language == "zh" else "; ").join(word(part, language) for part in value.split("; "))


class _Words(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "–"
