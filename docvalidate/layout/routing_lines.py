"""A route may be written in lines instead of a table: From and To, leg under leg, or places along arrows."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from docvalidate.model.values import Box
from docvalidate.reference.ports import identify

from .fields import Sheet
from .runs import Run, same_line

_ARROW = re.compile(r"\s*(?:[-=]{1,2}>|→|⇒|➔|►|»|[—–]>)\s*")
_SIGNS = re.compile(r"\s*(?:[-=]{0,2}>|→|⇒|➔|►|»|[—–]>|/|[—–]|-|\bto\b)\s*", re.IGNORECASE)
_CODES = re.compile(r"\b[A-Z]{2}[A-Z2-9]{3}(?:\s*(?:[-=]{0,2}>|[-/–—→])\s*[A-Z]{2}[A-Z2-9]{3}){2,}\b")
_BETWEEN = frozenset("/>→⇒➔►»—–-")
_CALLS = re.compile(r"\b(?:rotation|port calls|calling|schedule|service)\b", re.IGNORECASE)
MOST_STOPS = 8
_NUMBER = re.compile(r"\s*(?:leg\s*)?\(?\d{1,2}\s*[.):-]\s*", re.IGNORECASE)
_BRACKET = re.compile(r"\s*[(（]([^()（）]*)[)）].*$")
_FROM = re.compile(r"\s*(?:from|von|desde|de|自|起运港)\s*[:：]\s*(?=\S)", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|nach|hasta|para|a|至|目的港)\s*[:：]\s*(?=\S)", re.IGNORECASE)
_LEG = re.compile(r"\s*(?:leg|teilstrecke|tramo|trecho|stage|航段)\s*\d", re.IGNORECASE)
_DETAIL = re.compile(r"\s*(?:[,;]?\s*\b(?:etd|eta|atd|ata|on|per|by|voy)\b.*|\s\d{1,4}[-./]\d.*)$", re.IGNORECASE)


class Stretch(NamedTuple):
    """One leg: the place where it begins and the one where it ends, each with its box, and words on how."""

    load: tuple[str, Box]
    discharge: tuple[str, Box]
    by: str


def stretches_of(sheet: Sheet) -> list[Stretch]:
    """The legs of a page's route, in the order of reading; none where the places are not known."""
    runs = [run for run in sheet.runs if run not in sheet.prose]
    if not any(_ARROW.search(run.text) or _LEG.match(run.text) for run in runs):
        return []
    return list(_arrows(_lines(runs))) or list(_blocks(_lines(runs)))


def routes_of(sheet: Sheet) -> Iterator[list[Stretch]]:
    """Routes of three places and more, written in a line with any sign between them: NINGBO / NEW YORK / BALTIMORE.

    Every part must be a port or place that is known, and the first one where the goods are loaded or received: ports of
    call, marks and sizes are written so too.
    """
    begins: set[str] | None = None
    for run in sheet.runs:
        signs = 0 if _BETWEEN.isdisjoint(run.text) else sum(letter in _BETWEEN for letter in run.text)
        if signs < 2 and signs + run.text.lower().count(" to ") < 2:
            continue
        if len(run.text) > 150 or run in sheet.prose or _CALLS.search(run.text):
            continue
        coded = _CODES.search(run.text)
        parts = _SIGNS.split((coded[0] if coded else run.text).strip(" .;"))
        if not 3 <= len(parts) <= MOST_STOPS or not all(parts):
            continue
        begins = _begins(sheet) if begins is None else begins
        parts[0] = parts[0].rpartition(":")[2].strip()
        first = _last_place(parts[0])
        if begins and not begins & set(identify(first).codes):
            continue
        places = [first, *(_place(part) for part in parts[1:])]
        codes = [identify(place).codes for place in places]
        if all(codes) and len({it[0] for it in codes}) == len(codes):
            yield [Stretch((a, run.box), (b, run.box), "") for a, b in pairwise(places)]


def _begins(sheet: Sheet) -> set[str]:
    """The codes of the places where the page says that the goods are loaded or received."""
    starts = [f.text for role in ("port_of_loading", "place_of_receipt") for f in sheet.values(role) if f.text]
    return {code for text in starts for code in identify(_place(text.split("\n")[0])).codes}


def _last_place(text: str) -> str:
    """The place at the end of a text: NINGBO of "ROUTE NINGBO"."""
    words = text.split()
    ends = (" ".join(words[at:]).strip(" ,;") for at in range(len(words)))
    return next((end for end in ends if len(end) > 2 and identify(end).codes), text)


def _lines(runs: Sequence[Run]) -> list[tuple[str, Box]]:
    """The text of each line: captions and values that stand on it one behind the other."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (round(run.top), run.x0)):
        if lines and same_line(lines[-1][-1], run) and run.x0 - lines[-1][-1].x1 < 12.0 * run.size:
            lines[-1].append(run)
        else:
            lines.append([run])
    return [
        (
            " ".join(run.text for run in line),
            (min(r.x0 for r in line), min(r.top for r in line), max(r.x1 for r in line), max(r.bottom for r in line)),
        )
        for line in lines
    ]


def _arrows(lines: Sequence[tuple[str, Box]]) -> Iterator[Stretch]:
    for text, box in lines:
        number = _NUMBER.match(text)
        places = _ARROW.split(text[number.end() if number else 0 :].strip())
        if len(places) < 2:
            continue
        how = _BRACKET.search(places[-1])
        if how is not None:
            places[-1] = places[-1][: how.start()]
        named = [_place(place.rpartition(":")[2]) for place in places]
        if all(identify(place).codes for place in named):
            yield from (Stretch((a, box), (b, box), how[1] if how else "") for a, b in pairwise(named))


def _blocks(lines: Sequence[tuple[str, Box]]) -> Iterator[Stretch]:
    how, load = "", None
    for text, box in lines:
        begins, ends = _FROM.match(text), _TO.match(text)
        if _LEG.match(text):
            how, load = text, None
        elif begins is not None:
            load = _place(text[begins.end() :]), box
        elif ends is not None and load is not None:
            end = _place(text[ends.end() :])
            if identify(load[0]).codes and identify(end).codes and how:
                yield Stretch(load, (end, box), how)
            how, load = "", None


def _place(text: str) -> str:
    """The place at the beginning of a text, without dates and terminals behind it."""
    bare = _DETAIL.sub("", text).strip(" ,;")
    words = bare.split()
    if identify(bare).codes:
        return bare
    beginnings = (" ".join(words[:count]).strip(" ,;") for count in range(len(words), 0, -1))
    return next((beginning for beginning in beginnings if identify(beginning).codes), bare)
