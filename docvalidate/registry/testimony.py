"""A message is taken at its word: it confirms if the customer says yes to this version, for this order, in time.

What contradicts that is refused; what says it only faintly is graded, and the grade stays on record.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from docvalidate.model import Evidence, Message, Policy, WordRefused
from docvalidate.model.ledger import Grade
from docvalidate.model.validity import trusts

from .mentions import Asked
from .weighing import weighed


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
