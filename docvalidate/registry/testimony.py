"""A message is taken at its word: it confirms if the customer says yes to this version, for this order, in time.

What contradicts that is refused; what says it only faintly is graded, and the grade stays on record.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from docvalidate.model import Evidence, Message, Policy, WordRefused
from docvalidate.model.ledger import Grade
from docvalidate.model.validity import trusts

from .assent import agrees, asks, qualified, refusals, sentences, takes_note
from .mentions import Asked, mentions, names, of_others, sets_aside, to_this
from .yes_and_no import AUTOMATIC


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
    given = Testimony(_who(by, message), said_on(on, message), "reported", message=message)
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

    def names_it(clause: str) -> bool:
        return any(one.this and one.kind == "version" for one in mentions(asked, clause))

    for sentence in said:
        if any(not of_others(asked, sentence, no) for no in refusals(sentence)) or sets_aside(asked, sentence):
            raise WordRefused(f"the message does not say yes: “{_short(sentence)}”")
    agreeing = [sentence for sentence in said if any(to_this(asked, clause) for clause in agrees(sentence, names_it))]
    for sentence in said:
        but = qualified(sentence)
        if agreeing and but is not None and not of_others(asked, sentence, but):
            raise WordRefused(f"the message says yes, and takes a part of it back: “{_short(sentence)}”")
    named = [sentence for sentence in agreeing if names(asked, sentence)]
    if agreeing and (named or names(asked, own)):
        return "named", _short((named or agreeing)[0])
    if agreeing and names(asked, f"{own}\n{around}"):
        return "answered", _short(agreeing[0])
    noted = [sentence for sentence in said if takes_note(sentence)]
    if agreeing or (noted and not AUTOMATIC.search(own) and not any(map(asks, said))):
        return "noted", _short((agreeing or noted)[0])
    raise WordRefused("the message says nothing that confirms; is it the right one?")


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


def said_on(on: date | None, message: Message | None) -> date:
    """The day of the word. Raises WordRefused where none is known, or the message is of another."""
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
            named = [mention for mention in mentions(asked, text) if mention.kind == kind]
            if any(mention.this for mention in named):
                break
            if named:
                others = ", ".join(sorted({mention.text for mention in named}))
                raise WordRefused(f"the message speaks of {others}, not of {this}")


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 300 else sentence[:299] + "…"
