"""Which version and which order a sentence speaks of, and whether it is the one asked about or another.

Customers write several into one message; a word said of one of them must not be taken for the others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from docvalidate.model import Instruction

from .assent import agrees, clauses, of_all, refusals

_PAUSE = re.compile(r"[,;:，；：。]|\s(?:and|but)\s", re.IGNORECASE)
_STATE = re.compile(
    r"longer|on hold|pending|tbc|to be|review|not yet|obsolete|superseded|outdated|withdrawn|void|invalid|revoked"
    r"|cancel|wrong|mistake|error|expire|different|replaced|rejected|valid|force|correct"
    r"|current|latest|confirmed|作废|作廢|停用|失效|取消|有效|确认|確認",
    re.IGNORECASE,
)
"""Negations that follow on what they speak of; the others come before it."""
_INSTEAD = re.compile(
    r"(?:\b(?:not|instead of|rather than|in place of|replac(?:es|ing)|supersed(?:es|ing))"
    r"|\b(?:except(?: for)?|other than|apart from|excluding|not for|no to)"
    r"|而不是|而非|代替|取代|替代|不是|不用|不要|除了?)"
    r"\W*(?:the |our |version |ver\.? |版本?|第)*\W*$",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"[^.;,，；。]{0,20}(?:(?:is|was|has been|been|being)\b[^.;,]{0,15}(?:replaced|superseded) by"
    r"|被[^，。；]{0,20}(?:取代|替代|代替))",
    re.IGNORECASE,
)
_EXCLUDED = re.compile(r"\W*(?:除外|以外|之外|(?:is |are )?excluded)", re.IGNORECASE)
_OLD = re.compile(
    r"\b(?:old|older|previous|earlier|former|prior|last year's|outdated|obsolete)"
    r" (?:one|ones|versions?|guide|instructions?|procedure|edition)\b|(?:旧|舊|老|上一?|以前的?|之前的?)(?:的)?版本?",
    re.IGNORECASE,
)

_ANY_ORDER = re.compile(
    r"\bP\.?\s?O\.?[\s#:-]*(?:(?:no|number|nr)\b\.?)?[\s#:-]*[A-Z]{0,3}\d[\w-]{2,}"
    r"|\border (?:no\b\.?|number|nr\b\.?|#)[\s#:]*[A-Z]{0,4}-?\d[\w-]{2,}"
    r"|[订訂][单單][号號]?[\s:：#]*[A-Z]{0,4}-?\d[\w-]{2,}",
    re.IGNORECASE,
)
"""A number that is called an order, of whatever make."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be confirmed: a version for an order, or standing; and what else the words could speak of."""

    instruction: Instruction
    order: str | None
    others: tuple[str, ...] = ()
    """The labels of the customer's other versions."""
    waiver: bool = False
    """A word that one order may deviate, from whatever version is in force for it."""


def label_in(text: str, label: str) -> bool:
    """The text names this label as a whole; case, spaces and dashes do not matter.

    >>> label_in("as per your PO 44718.", "PO-44718"), label_in("PO-447180", "PO-44718"), label_in("2 boxes", "2")
    (True, False, False)
    """
    written = _written(label)
    return written is not None and written.search(text) is not None


def _written(label: str) -> re.Pattern[str] | None:
    parts = re.findall(r"[^\W_]+", label)
    if not parts:
        return None
    written = r"[\W_]{0,2}".join(map(re.escape, parts))
    if sum(map(len, parts)) < 3 and "".join(parts).isdecimal() | "".join(parts).isalpha():
        written = rf"(?:version|ver|rev|revision|issue|order|po|v|版本?|第)[\W_]*{written}"
    return re.compile(rf"(?<![a-z0-9]){written}(?![a-z0-9]|[-./][0-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names a version or an order: the one asked for, or another."""

    kind: Literal["order", "version"]
    this: bool
    start: int
    end: int
    text: str


def mentions(asked: Asked, text: str) -> list[Mention]:
    """Every version and order that the text names, in its order; of labels within one another the longest."""
    found: list[Mention] = []
    for kind, this, pattern in _patterns(asked):
        for named in pattern.finditer(text):
            if not any(named.start() < one.end and one.start < named.end() for one in found):
                of_this = this or (kind == "order" and asked.order is not None and label_in(named[0], asked.order))
                found.append(Mention(kind, of_this, named.start(), named.end(), named[0].strip()))
    return sorted(found, key=lambda mention: mention.start)


def _patterns(asked: Asked) -> Iterator[tuple[Literal["order", "version"], bool, re.Pattern[str]]]:
    labels = sorted({asked.instruction.version, *asked.others}, key=len, reverse=True)
    if asked.order is not None:
        this_order = _written(asked.order)
        if this_order is not None:
            yield "order", True, this_order
        if (figures := _figures(asked.order)) is not None:
            yield "order", True, re.compile(rf"(?<![\w.-]){figures}(?![\w]|[-./][0-9])")
    for label in labels:
        written = _written(label)
        if written is not None:
            yield "version", label == asked.instruction.version, written
    if asked.order is not None and re.search(r"\d", asked.order):
        yield "order", False, _alike(asked.order)
        if (figures := _figures(asked.order)) is not None:
            # A ZIP has five figures, too; the orders of one customer begin alike.
            beginning, rest = figures[:2], len(figures) - 2
            yield "order", False, re.compile(rf"(?<![\w.-]){beginning}\d{{{rest}}}(?![\w]|[-./][0-9])")
    if asked.order is not None:
        yield "order", False, _ANY_ORDER
    yield "version", False, _OLD


def _figures(order: str) -> str | None:
    """The figures of an order's number, by which alone it is called in a hurry: 44718 of PO-44718."""
    figures = re.findall(r"\d+", order)
    return figures[0] if len(figures) == 1 and len(figures[0]) >= 5 and figures[0] != order.strip() else None


def _alike(order: str) -> re.Pattern[str]:
    """What looks like the number of an order of the same make: PO-44719 beside PO-44718."""
    shape = "".join(
        r"\d" if sign.isdigit() else r"[\W_]?" if not sign.isalnum() else re.escape(sign) for sign in order.strip()
    )
    return re.compile(rf"(?<![a-z0-9]){shape}(?![a-z0-9]|[-./][0-9])", re.IGNORECASE)


def names(asked: Asked, text: str) -> bool:
    """The text names what is confirmed: the version, and the order where it is for one.

    "PO-44718 is confirmed" may be said of a booking; of a version it is said only where one is named.
    """
    of_order = asked.order is None or any(one.this and one.kind == "order" for one in mentions(asked, text))
    return of_order and (asked.waiver or label_in(text, asked.instruction.version))


def unnamed(asked: Asked, text: str) -> str:
    """The text without the versions and orders that it names."""
    left, at = "", 0
    for one in mentions(asked, text):
        left, at = f"{left}{text[at : max(at, one.start)]} ", max(at, one.end)
    return left + text[at:]


def to_this(asked: Asked, clause: str) -> bool:
    """The clause speaks of no other version or order alone."""
    named = mentions(asked, clause)
    kinds = {mention.kind for mention in named}
    return all(any(one.this for one in named if one.kind == kind) for kind in kinds)


def of_others(asked: Asked, sentence: str, no: re.Match[str]) -> bool:
    """What is negated is another version or order: the next one behind "do not use", the last one before "obsolete"."""
    if of_all(no):
        return False
    named = mentions(asked, sentence)
    behind = [one for one in named if one.start >= no.start() and not _PAUSE.search(sentence, no.end(), one.start)]
    before = [one for one in named if one.end <= no.start()]
    if not no[0].isascii():
        # In Chinese what is negated may stand before or behind: 2014-03不用, 不用2014-03.
        near = [*before[-1:], *behind[:1]]
        near = [one for one in near if not _PAUSE.search(sentence[one.end : no.start()])] or before[-1:]
        return bool(near) and not any(one.this for one in near)
    told = (before[-1:] or behind[:1]) if _STATE.search(no[0]) else (behind[:1] or before[-1:])
    return bool(told) and not told[0].this


def sets_aside(asked: Asked, sentence: str) -> bool:
    """The sentence puts another version in the place of the one asked for, or gives another to the order."""
    named = mentions(asked, sentence)
    if any(one.this and _INSTEAD.search(sentence[: one.start]) for one in named):
        return True
    if any(one.this and _EXCLUDED.match(sentence, one.end) for one in named):
        return True
    if any(one.this and one.kind == "version" and _REPLACED.match(sentence, one.end) for one in named):
        return True
    kept = [one for one in named if not _INSTEAD.search(sentence[: one.start])]
    if len({(one.kind, one.this) for one in kept}) == 4:
        return True  # two orders and two versions: which goes with which is anybody's guess
    for clause in clauses(sentence):
        kept = [one for one in mentions(asked, clause) if not _INSTEAD.search(clause[: one.start])]
        of_order = any(one.this for one in kept if one.kind == "order")
        versions = [one.this for one in kept if one.kind == "version"]
        if (
            versions
            and not any(versions)
            and not any(refusals(clause))
            and (of_order or any(agrees(clause, lambda _: True)))
        ):
            return True
    return False
