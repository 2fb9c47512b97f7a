"""A message is taken at its word: it confirms if the customer says yes to this version, for this order, in time.

What contradicts that is refused; what says it only faintly is graded, and the grade stays on record.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from docvalidate.model import Evidence, Instruction, Message, Policy, WordRefused
from docvalidate.model.ledger import Grade
from docvalidate.model.validity import trusts

from .assent import AUTOMATIC, NOTED, agrees, asks, clauses, qualified, refusals, sentences

_PAUSE = re.compile(r"[,;:，；：。]|\s(?:and|but)\s", re.IGNORECASE)
_STATE = re.compile(
    r"longer|obsolete|superseded|outdated|withdrawn|void|invalid|revoked|cancel|replaced|rejected|valid|force|correct"
    r"|current|latest|confirmed|作废|作廢|停用|失效|取消|有效|确认|確認",
    re.IGNORECASE,
)
"""Negations that follow on what they speak of; the others come before it."""
_INSTEAD = re.compile(
    r"(?:\b(?:not|instead of|rather than|in place of|replac(?:es|ing)|supersed(?:es|ing))|而不是|而非|代替|取代|替代|不是|不用|不要)"
    r"\W*(?:the |our |version |ver\.? |版本?|第)*\W*$",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"[^.;,，；。]{0,20}(?:(?:is|was|has been|been|being)\b[^.;,]{0,15}(?:replaced|superseded) by|被[^，。；]{0,20}(?:取代|替代|代替))",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"\b(?:old|older|previous|earlier|former|prior|last year's|outdated|obsolete)"
    r" (?:one|ones|versions?|guide|instructions?|procedure|edition)\b|(?:旧|舊|老|上一?|以前的?|之前的?)(?:的)?版本?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be confirmed: a version for an order, or standing; and what else the words could speak of."""

    instruction: Instruction
    order: str | None
    others: tuple[str, ...] = ()
    """The labels of the customer's other versions."""


@dataclass(frozen=True, slots=True)
class Testimony:
    """The customer's word as it goes on record."""

    by: str
    date: date
    grade: Grade
    quote: str | None = None
    message: Message | None = None


def testimony(
    asked: Asked,
    evidence: Evidence | None,
    policy: Policy,
    *,
    by: str | None,
    on: date | None,
    today: date,
    own_domains: Iterable[str] = (),
) -> Testimony:
    """Who said it, when, and how plainly: from the message, where there is one that can be read.

    Raises WordRefused for a word that is not the customer's, is dated before the version was received or after today,
    or speaks of another order or version, or does not say yes.
    """
    message = evidence.message if evidence is not None else None
    given = Testimony(_who(by, message), _when(on, message), "reported", message=message)
    _may_speak(given, policy, own_domains)
    if given.date < asked.instruction.received:
        received = f"{asked.instruction.version} was received on {asked.instruction.received}"
        raise WordRefused(f"the word is of {given.date}, and {received}: it must have meant something else")
    if given.date > today:
        raise WordRefused(f"the word is of {given.date}, which is after {today}")
    if evidence is None or message is None:
        return given
    grade, quote = weighed(asked, evidence)
    return Testimony(given.by, given.date, grade, quote, message)


def weighed(asked: Asked, evidence: Evidence) -> tuple[Grade, str | None]:
    """How plainly the message confirms, and the sentence that does. Raises WordRefused where it says otherwise.

    Only what the sender wrote counts; what is quoted below may show which question is answered.
    """
    own, subject = evidence.text, (evidence.message.subject if evidence.message else None) or ""
    around = f"{subject}\n{evidence.quoted}"
    if AUTOMATIC.search(subject):
        raise WordRefused(f"a program answered, and nobody: “{_short(subject)}”")
    _speaks_of_this(asked, own, around)
    said = sentences(own)
    for sentence in said:
        if any(not _of_others(asked, sentence, no) for no in refusals(sentence)) or _sets_aside(asked, sentence):
            raise WordRefused(f"the message does not say yes: “{_short(sentence)}”")
    agreeing = [sentence for sentence in said if any(_to_this(asked, clause) for clause in agrees(sentence))]
    for sentence in said:
        but = qualified(sentence)
        if agreeing and but is not None and not _of_others(asked, sentence, but):
            raise WordRefused(f"the message says yes, and takes a part of it back: “{_short(sentence)}”")
    named = [sentence for sentence in agreeing if _names(asked, sentence)]
    if agreeing and (named or _names(asked, own)):
        return "named", _short((named or agreeing)[0])
    if agreeing and _names(asked, around):
        return "answered", _short(agreeing[0])
    noted = [sentence for sentence in said if NOTED.search(sentence) and not asks(sentence)]
    if agreeing or (noted and not AUTOMATIC.search(own) and not any(map(asks, said))):
        return "noted", _short((agreeing or noted)[0])
    raise WordRefused("the message says nothing that confirms; is it the right one?")


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
    return re.compile(rf"(?<![^\W_]){written}(?![a-z\d]|[-./]\d)", re.IGNORECASE | re.ASCII)


def _who(by: str | None, message: Message | None) -> str:
    if message is not None and message.sender is not None:
        if by is not None and not _same_person(by, message.sender):
            raise WordRefused(f"the message is from {message.sender}, not from {by}")
        return message.sender
    if by is None:
        raise WordRefused("who gave the word? Give --by, or the message as --evidence")
    return by


def _same_person(by: str, sender: str) -> bool:
    folded, whole = by.strip().casefold(), sender.casefold()
    return bool(folded) and folded in whole


def _when(on: date | None, message: Message | None) -> date:
    sent = _day(message.date) if message is not None else None
    if on is not None and sent is not None and on != sent:
        raise WordRefused(f"the message is of {sent}, not of {on}")
    if sent is None and on is None:
        raise WordRefused("when was the word given? Give --date, or the message as --evidence")
    return sent or on or date.min


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text[:10])
    except ValueError:
        return None


def _may_speak(given: Testimony, policy: Policy, own_domains: Iterable[str]) -> None:
    domain = given.by.rpartition("@")[2].strip("<> ").casefold()
    ours = {own.strip().lstrip("@").casefold() for own in own_domains} - {""}
    if domain in ours or any(domain.endswith(f".{own}") for own in ours):
        raise WordRefused(f"{given.by}: that is ourselves; only the customer can confirm")
    if not trusts(policy, given.by):
        known = ", ".join((*policy.contacts, *policy.domains))
        raise WordRefused(f"{given.by}: not among those who may speak for {policy.customer} ({known})")


def _speaks_of_this(asked: Asked, own: str, around: str) -> None:
    """The message names no other order or version in place of the one asked for, nor does the question it answers."""
    for kind, this in (("order", asked.order), ("version", asked.instruction.version)):
        for text in (own, around):
            named = [mention for mention in _mentions(asked, text) if mention.kind == kind]
            if any(mention.this for mention in named):
                break
            if named:
                others = ", ".join(sorted({mention.text for mention in named}))
                raise WordRefused(f"the message speaks of {others}, not of {this}")


@dataclass(frozen=True, slots=True)
class _Mention:
    """Where a text names a version or an order: the one asked for, or another."""

    kind: Literal["order", "version"]
    this: bool
    start: int
    end: int
    text: str


def _mentions(asked: Asked, text: str) -> list[_Mention]:
    """Every version and order that the text names, in its order; of labels within one another the longest."""
    found: list[_Mention] = []
    for kind, this, pattern in _patterns(asked):
        for named in pattern.finditer(text):
            if not any(named.start() < one.end and one.start < named.end() for one in found):
                of_this = this or (kind == "order" and asked.order is not None and label_in(named[0], asked.order))
                found.append(_Mention(kind, of_this, named.start(), named.end(), named[0].strip()))
    return sorted(found, key=lambda mention: mention.start)


def _patterns(asked: Asked) -> Iterator[tuple[Literal["order", "version"], bool, re.Pattern[str]]]:
    labels = sorted({asked.instruction.version, *asked.others}, key=len, reverse=True)
    if asked.order is not None:
        this_order = _written(asked.order)
        if this_order is not None:
            yield "order", True, this_order
    for label in labels:
        written = _written(label)
        if written is not None:
            yield "version", label == asked.instruction.version, written
    if asked.order is not None and re.search(r"\d", asked.order):
        yield "order", False, _alike(asked.order)
    yield "version", False, _OLD


def _alike(order: str) -> re.Pattern[str]:
    """What looks like the number of an order of the same make: PO-44719 beside PO-44718."""
    shape = "".join(
        r"\d" if sign.isdigit() else r"[\W_]?" if not sign.isalnum() else re.escape(sign) for sign in order.strip()
    )
    return re.compile(rf"(?<![^\W_]){shape}(?![a-z\d]|[-./]\d)", re.IGNORECASE | re.ASCII)


def _names(asked: Asked, text: str) -> bool:
    """The text names what is confirmed: the order, where it is for one; else the version."""
    return label_in(text, asked.order if asked.order is not None else asked.instruction.version)


def _to_this(asked: Asked, clause: str) -> bool:
    """The clause speaks of no other version or order alone."""
    named = _mentions(asked, clause)
    kinds = {mention.kind for mention in named}
    return all(any(one.this for one in named if one.kind == kind) for kind in kinds)


def _of_others(asked: Asked, sentence: str, no: re.Match[str]) -> bool:
    """What is negated is another version or order: the next one behind "do not use", the last one before "obsolete"."""
    named = _mentions(asked, sentence)
    behind = [one for one in named if one.start >= no.start() and not _PAUSE.search(sentence, no.end(), one.start)]
    before = [one for one in named if one.end <= no.start()]
    told = (before[-1:] or behind[:1]) if _STATE.search(no[0]) else (behind[:1] or before[-1:])
    return bool(told) and not told[0].this


def _sets_aside(asked: Asked, sentence: str) -> bool:
    """The sentence names the version or order asked for only to put another in its place, or gives the order another."""
    named = _mentions(asked, sentence)
    if any(one.this and _INSTEAD.search(sentence[: one.start]) for one in named):
        return True
    if any(one.this and one.kind == "version" and _REPLACED.match(sentence, one.end) for one in named):
        return True
    for clause in clauses(sentence):
        kept = [one for one in _mentions(asked, clause) if not _INSTEAD.search(clause[: one.start])]
        of_order = any(one.this for one in kept if one.kind == "order")
        versions = [one.this for one in kept if one.kind == "version"]
        if of_order and versions and not any(versions) and any(agrees(clause)):
            return True
    return False


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 300 else sentence[:299] + "…"
