"""The key of a row tells for which shipments it holds: places that are plain, or a print that no list knows."""

import re

from docvalidate.reference.countries import country_code
from docvalidate.reference.states import states_named

from .blocks import seems_a_part
from .lines import Cell, Grid
from .ports import place, places
from .table_heads import Heads

_REST = re.compile(
    r"\b(?:other|others|else|remaining|rest|default|various|multiple|except|not|tb[acdn]|see|per)\b|其他|其余",
    re.IGNORECASE,
)
_DC = re.compile(
    r"\s*[-–—]?\s*\b(?:dc|distribution cent(?:er|re)|warehouse|whse|fulfil?lment cent(?:er|re)|"
    r"store)\b\.?(?:\s*(?:no\.?|#)?\s*\d{1,5})?\s*[-–—:]?\s*|"
    r"^#?\d{1,5}\s*[-–—:]\s*",
    re.IGNORECASE,
)


def key_columns(heads: Heads) -> list[int]:
    for column in ("destination", "delivery", "discharge", "origin", "loading"):
        if heads.at(column):
            return heads.at(column)
    return []


def told_by_loading(heads: Heads, grid: Grid, first: int) -> bool:
    """The same destination stands in several rows, or there is none: then the port of loading tells the rows apart."""
    if not heads.at("loading") or heads.at("origin"):
        return False
    key = heads.at("destination") or heads.at("delivery")
    if not key:
        return True
    seen = [cell.said.casefold() for row in grid.rows[first:] if (cell := row[key[0]]) is not None]
    return len(set(seen)) < len(seen)


def key_places(cell: Cell, name: str) -> tuple[tuple[str, ...], list[str]] | None:
    """The places of a key: codes, or the print where no list knows it; null where the cell says something else."""
    text = cell.said
    if _REST.search(text) or len(text) > 90 or re.search(r"[*†‡§¹²³⁴⁵]|\(\d\)$", text):
        return None
    named = places(cell.text) or places(text) or places(_DC.sub(" ", text).strip(" ()（）-–—,"))
    if named is not None:
        return named[0], list(named[1])
    bracket = re.fullmatch(r"(?P<name>[^()（）]+?)\s*[(（](?P<more>[^()（）]+)[)）]", text)
    if bracket:
        outside, inside = place(_DC.sub(" ", bracket["name"]).strip()), place(_DC.sub(" ", bracket["more"]).strip())
        if outside and inside and outside != inside:
            return (text,), [text]
        if outside or inside:
            return ((outside or inside or text),), [it for it in (outside or inside,) if it and len(it) != 5]
    whole_land = bool(country_code(text) or states_named(text) or seems_a_part(text)) and name == "destination"
    if whole_land or len(text.split()) > 8 or re.search(r"[.!?:;]\s", text):
        return None
    return (text,), [text]
