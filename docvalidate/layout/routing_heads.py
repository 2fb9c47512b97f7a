"""What the columns of a routing table are called, in the languages of the trade; only whole phrases count."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from docvalidate.engines.page import Word
from docvalidate.reference.captions import folded

Column = Literal["load", "via", "discharge", "vessel", "voyage", "mode", "departure", "arrival", "other"]
_HEADS: tuple[tuple[Column, str], ...] = (
    ("load", r"from|load(?:ing)?(?: port| location| place| terminal)?|(?:port|place) of (?:loading|load|departure)|pol|"
             r"p o l|origin|departure port|von|ab|ladehafen|abgangshafen|desde|de|origen|origem|puerto de (?:carga|"
             r"salida|embarque)|porto de (?:embarque|carregamento|origem)|da|起运港|装货港|起始港|出发港|启运港|自"),
    ("via", r"t s(?: port)?|transs?hipment(?: port)?|port of transs?hipment|via(?: port)?|puerto de transbordo|"
            r"transbordo|porto de transbordo|umladehafen|中转港|转运港"),
    ("discharge", r"to|discharg(?:e|ing)(?: port| location| place| terminal)?|(?:port|place) of (?:discharge|"
                  r"discharging|arrival|unloading)|pod|p o d|destination|arrival port|nach|loschhafen|zielhafen|hasta|"
                  r"hacia|a|para|destino|puerto de (?:descarga|destino|llegada)|porto de (?:descarga|destino|"
                  r"desembarque)|目的港|卸货港|到达港|至"),
    ("vessel", r"(?:intended )?vessels?(?: name)?(?: (?:and )?(?:voyage|voy)(?: no| number)?| carrier| service)?|"
               r"carrier vessel|ship(?: name)?|schiff(?: reise)?|buque(?: (?:y )?viaje)?|navio(?: (?:e )?viagem)?|"
               r"船名(?: ?航次)?|by"),
    ("voyage", r"voy(?:age)?(?: no| number| nr)?|reise(?: nr)?|viaje|viagem|航次"),
    ("mode", r"mode|transport(?: mode)?|mode of transport|means(?: of transport)?|via mode|transportmittel|"
             r"verkehrstrager|medio(?: de transporte)?|modal|运输方式"),
    ("departure", r"e ?t ?d|atd|depart(?:ure|s)?(?: date)?|dep|sailing(?: date)?|abfahrt|salida|saida|partenza|"
                  r"开船日|开航日|离港日?|预计开航"),
    ("arrival", r"e ?t ?a|ata|arriv(?:al|es?)(?: date)?|arr|ankunft|llegada|chegada|arrivo|到港日?|预抵|抵港日?|"
                r"预计到港"),
    ("other", r"leg|seq(?:uence)?|no|nr|service|terminal|transit(?: time| days)?|days|date|stage|status|carrier|"
              r"remarks?|航程|备注"),
)  # fmt: skip
_COLUMNS: dict[str, Column] = {column: column for column, _ in _HEADS}


_LOOK = re.compile(
    r"(?=.*(?:(?:\b(?:from|load\w*|p\.?o\.?l|origin|origen|origem|departure|von|ab|ladehafen|abgangshafen|desde|de|da|carga|"
    r"embarque|carregamento|salida)\b)|起|装|出发|启运|自))"
    r"(?=.*(?:(?:\b(?:to|discharg\w*|p\.?o\.?d|destination|arrival|unloading|nach|l[oö]schhafen|zielhafen|hasta|hacia|a|"
    r"para|destino|descarga|llegada|desembarque)\b)|目的|卸|到达|至))",
    re.IGNORECASE,
)
"""What the heads of a leg's beginning and end have in them: most lines have nothing of the kind, and are left alone."""


class Head(NamedTuple):
    """The head of a column and how far it reaches across, in points."""

    column: Column
    x0: float
    x1: float
    text: str


@cache
def _head() -> re.Pattern[str]:
    """All heads in one pattern, made when the first line looks like one: most pages have none."""
    return re.compile("|".join(f"(?P<{column}>{words})" for column, words in _HEADS))


def heads_of(line: Sequence[Word]) -> list[Head]:
    """The heads of a line, from the left: the longest phrases that name columns, and whatever stands between them.

    A head in two languages is one, and so is a head with a word beside it that names no column of its own.
    """
    heads: list[Head] = []
    at = 0
    while at < len(line):
        column, size = _longest(line[at : at + 5])
        words = line[at : at + size]
        last = heads[-1] if heads and not wide(line[at - 1], words[0]) else None
        if last is not None and (column is None or column == last.column):
            heads[-1] = Head(last.column, last.x0, words[-1].x1, f"{last.text} {text_of(words)}")
        else:
            heads.append(Head(column or "other", words[0].x0, words[-1].x1, text_of(words)))
        at += size
    return heads


def may_be_heads(line: Sequence[Word]) -> bool:
    """A look before the line is taken apart."""
    return len(line) > 1 and _LOOK.match(text_of(line)) is not None


def _longest(words: Sequence[Word]) -> tuple[Column | None, int]:
    end = 1
    while end < len(words) and not wide(words[end - 1], words[end]):
        end += 1
    for size in range(end, 0, -1):
        found = _head().fullmatch(folded(text_of(words[:size]))[0])
        if found is not None and found.lastgroup is not None:
            return _COLUMNS[found.lastgroup], size
    return None, 1


def wide(before: Word, word: Word) -> bool:
    """The gap between two words is wider than a blank."""
    return word.x0 - before.x1 > 0.75 * word.size


def text_of(words: Sequence[Word]) -> str:
    """The words of a line."""
    return " ".join(word.text for word in words)
