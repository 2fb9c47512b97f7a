"""The question before every order: this version is what we hold, this is what it changes; is it in force for the order?

The customer is abroad, so the letter is in English; a Chinese one below it is for whoever has to send it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr
from hashlib import sha256
from itertools import groupby

from docvalidate.compare.versions import changes
from docvalidate.model import Confirmation, Instruction, UnknownVersion
from docvalidate.model.case import Choice
from docvalidate.model.change import Change
from docvalidate.model.validity import same_label, void_because
from docvalidate.wording import phrase

from .changes import told
from .typesetting import spaced, visible, wrap
from .word_given import confirmed

WIDTH = 72
"""Columns of a letter: mail programs quote it and must not break its lines."""
_SHORT = 12
_NOWHERE = "docvalidate.invalid"


@dataclass(frozen=True, slots=True)
class Question:
    """What the customer is asked: about which version, for which order, and against which one it is explained."""

    choice: Choice
    order: str
    asked: Instruction
    other: Instruction | None
    """The latest version that the customer confirmed; where that is the one asked about, the one before it."""
    changes: tuple[Change, ...]
    """What the later one of the two says otherwise than the earlier."""
    answer_by: date | None = None

    @property
    def sides(self) -> tuple[Instruction, ...]:
        """The version asked about and the other one, the older first."""
        versions = self.choice.versions
        some = (self.asked,) if self.other is None else (self.asked, self.other)
        return tuple(sorted(some, key=versions.index))


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that nobody has sent yet."""

    to: str | None
    sender: str | None
    subject: str
    body: str


def question_of(
    choice: Choice, order: str, *, announced: frozenset[str] | None = None, answer_by: date | None = None
) -> Question:
    """The question about the version asked for, or about the newest on file. Raises UnknownVersion if none is."""
    if not choice.versions:
        raise UnknownVersion(f"{choice.customer}: no version was received by {choice.as_of}")
    asked = choice.instruction if choice.asked is not None and choice.instruction else choice.versions[-1]
    other = choice.latest if choice.latest not in (None, asked) else _neighbour(asked, choice.versions)
    question = Question(choice, order, asked, other, (), answer_by)
    if other is None:
        return question
    older, newer = question.sides
    return replace(question, changes=changes(older, newer, announced))


def letter(question: Question, *, to: str | None, sender: str | None, language: str) -> Letter:
    """The letter in English, and below it in the reader's own language where that is another."""
    languages = ("en",) if language == "en" else ("en", language)
    subject = " / ".join(_say("subject", one, **_words(question)) for one in languages)
    bodies = ["\n".join(_body(question, sender, one)) for one in languages]
    return Letter(one_line(to), one_line(sender), one_line(subject) or "", f"\n\n{'-' * WIDTH}\n\n".join(bodies) + "\n")


def as_text(letter: Letter, language: str) -> str:
    """The letter to be copied into a mail program."""
    heads = (("to", letter.to), ("from", letter.sender), ("about", letter.subject))
    lines = [spaced(_say(key, language)) + value for key, value in heads if value is not None]
    return "\n".join([*lines, "", letter.body])


def as_eml(letter: Letter, day: date) -> bytes:
    """The letter as a message (RFC 5322) that a mail program opens as a draft; the same letter gives the same bytes.

    It is dated on midnight (UTC) of that day, and its Message-ID is made from its content.
    """
    message = EmailMessage(policy=SMTP)
    # A convention of Microsoft's programs: the message is opened for writing.
    message["X-Unsent"] = "1"
    message["Date"] = datetime.combine(day, time(), UTC)
    for key, value in (("From", letter.sender), ("To", letter.to)):
        if value is not None:
            message[key] = value
    message["Subject"] = letter.subject
    told = "\n".join((letter.to or "", letter.sender or "", day.isoformat(), letter.subject, letter.body))
    domain = parseaddr(letter.sender or "")[1].rpartition("@")[2] or _NOWHERE
    message["Message-ID"] = f"<{sha256(told.encode()).hexdigest()[:32]}@{domain}>"
    message.set_content(letter.body, charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def _neighbour(asked: Instruction, versions: tuple[Instruction, ...]) -> Instruction | None:
    """The version that it says it replaces, else the one that came before it; for the first one, the newest."""
    place = versions.index(asked)
    label = asked.supersedes
    named = [it for it in versions[:place] if label is not None and same_label(it.version, label)]
    return next(reversed(named or versions[:place] or versions[place + 1 :]), None)


def _words(question: Question) -> dict[str, str]:
    day = question.answer_by
    return {"order": question.order, "version": question.asked.version, "day": day.isoformat() if day else ""}


def _body(question: Question, sender: str | None, language: str) -> Iterator[str]:
    def say(key: str, **words: str) -> str:
        return _say(key, language, **{**_words(question), **words})

    yield from (say("salutation"), "", *wrap(say("opening"), WIDTH), "", say("held"))
    yield from _held(question, question.asked, language)
    if question.other is not None and question.other is question.choice.latest:
        yield from ("", *wrap(say("latest", date=question.choice.as_of.isoformat()), WIDTH))
        yield from _held(question, question.other, language)
    for version in _also(question):
        yield from ("", *wrap(say("also", newer=version.version, date=version.received.isoformat()), WIDTH))
    if question.other is not None:
        older, newer = (version.version for version in question.sides)
        yield from ("", *wrap(say("changes", older=older, newer=newer), WIDTH))
        yield from _listed(question.changes, language)
    yield from ("", say("asks"))
    unmentioned = [str(n) for n, change in enumerate(question.changes, 1) if change.announced is False]
    asks = ["in_force", "newer", *(["unmentioned"] if unmentioned else [])]
    for letter, key in zip("abc", asks, strict=False):
        yield from wrap(say(key, points=", ".join(unmentioned)), WIDTH, f"  ({letter}) ")
    yield from ("", *wrap(say("answer" if question.answer_by is None else "answer_by"), WIDTH))
    yield from ("", "    " + say("sample"), "", *wrap(say("until"), WIDTH), "", say("regards"))
    if sender is not None:
        yield visible(sender)
    hashes = [line for version in question.sides for line in _hashes(version, language)]
    yield from ["", say("hashes"), *hashes] if hashes else []


def _also(question: Question) -> tuple[Instruction, ...]:
    """What came after the version asked about, and is not spoken of otherwise."""
    versions = question.choice.versions
    return tuple(it for it in versions[versions.index(question.asked) + 1 :] if it is not question.other)


def _held(question: Question, version: Instruction, language: str) -> Iterator[str]:
    """What identifies a version, and whether the customer has confirmed it."""
    facts = [version.title, phrase("instructions", "version", language, {"version": version.version})]
    facts.append(phrase("instructions", "received", language, {"date": version.received.isoformat()}))
    if version.source is not None and version.source.sha256 is None:
        facts.append(version.source.file)
    yield from wrap(visible(", ".join(filter(None, facts))), WIDTH, "  ")
    file, digest = _document(version)
    if digest is not None:
        yield from wrap(visible(_say("document", language, file=file, sha256=digest[:_SHORT])), WIDTH, "  ", "    ")
    word = _word(question, version)
    if word is None:
        yield "  " + _say("unconfirmed", language, order=question.order)
        return
    yield from wrap(visible(confirmed(word, language)), WIDTH, "  ", "    ")
    if word.order is None:
        yield "  " + _say("not_for_order", language, order=question.order)


def _word(question: Question, version: Instruction) -> Confirmation | None:
    """The latest word of the customer on which the version rests: for this order, else standing."""
    counted = [it for it in version.confirmations if void_because(it, version, question.choice.policy) is None]
    for_order = [it for it in counted if it.order is not None and same_label(it.order, question.order)]
    standing = [it for it in counted if it.order is None]
    return max(for_order or standing, key=lambda it: it.date, default=None)


def _listed(listed: tuple[Change, ...], language: str) -> Iterator[str]:
    if not listed:
        yield from ("", "  " + phrase("changes", "same", language, {}))
    number = 0
    for lane, group in groupby(listed, key=lambda change: change.lane):
        heading = "" if lane is None else phrase("instructions", "lane", language, {"name": lane})
        yield from ["", *wrap(visible(heading[:1].upper() + heading[1:]), WIDTH, "  ")] if heading else [""]
        for change in group:
            number += 1
            sign = f"{number}. ".rjust(6)
            plain = change.model_copy(update={"announced": None})
            lines = list(told(plain, language=language, color=False, width=WIDTH, indent=" " * len(sign)))
            yield sign + lines[0].lstrip()
            yield from lines[1:]
            if change.announced is False:
                yield " " * len(sign) + "    " + _say("not_mentioned", language)


def _hashes(version: Instruction, language: str) -> Iterator[str]:
    """The file that the customer sent, and our record of it: a confirmation may name either."""
    file, digest = _document(version)
    if digest is not None:
        label = phrase("instructions", "version", language, {"version": version.version})
        yield from ("  " + visible(f"{label}, {file}"), f"    {digest}")
    if version.sha256 is not None and version.sha256 != digest:
        yield from ("  " + _say("record", language, version=version.version), f"    {version.sha256}")


def _document(version: Instruction) -> tuple[str, str | None]:
    """Name and SHA-256 of the customer's own file, where we have them; else of the instruction file."""
    source = version.source
    if source is not None and source.sha256 is not None:
        return source.file, source.sha256
    return version.file or version.version, version.sha256


def one_line(text: str | None) -> str | None:
    """The text as a header takes it: one line, whatever was typed."""
    return None if text is None else visible(" ".join(text.split()))


def _say(key: str, language: str, **words: str) -> str:
    return phrase("question", key, language, words)
