"""Looks words up in spellings.toml: what is another spelling of a thing, and what is another thing."""

import re
import tomllib
from pathlib import Path
from typing import Any

TABLES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("spellings.toml").read_text("utf-8"))


def plain(text: str) -> str:
    """The word without full stops, commas, spaces and case.

    >>> plain("Co., Ltd.")
    'coltd'
    """
    return re.sub(r"[.,:\s]", "", text).replace("İ", "i").casefold()


def family(table: str, text: str) -> str | None:
    """The key in that table under which the word is spelled."""
    keys = (key for key, spellings in TABLES[table].items() if plain(text) in {plain(word) for word in spellings})
    return next(keys, None)


def spellings(table: str, text: str) -> tuple[str, ...]:
    """Other spellings of the same thing."""
    key = family(table, text)
    return tuple(word for word in TABLES[table][key] if word.casefold() != text.casefold()) if key else ()


def others(kind: str, text: str) -> tuple[str, ...]:
    """Other things of the same kind: `kind` is "forms" or "types"."""
    key = family(kind, text) or plain(text)
    return tuple(TABLES[f"other_{kind}"].get(key, ()))


def state_names(country: str) -> dict[str, str]:
    """The states of a country, name by code."""
    return dict(TABLES["states"].get(country, {}))


def state_code(country: str, text: str) -> str | None:
    """The code of a state that is given by code or by name."""
    names = state_names(country)
    return next((code for code, name in names.items() if text.casefold() in (code.casefold(), name.casefold())), None)
