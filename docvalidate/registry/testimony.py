"""A message is taken at its word: it confirms if the customer says yes to this version, for this order, in time.

What contradicts that is refused; what says it only faintly is graded, and the grade stays on record.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from docvalidate.model import Evidence, Message, Policy, WordRefused
from docvalidate.model.ledger import Grade
from docvalidate.model.validity import trusts

from .assent import agrees, asks, items, of_another_matter, of_ports, of_the_matter, qualified, refusals, sentences, takes_note
from .mentions import Asked, mentions, names, of_others, sets_aside, to_this
from .own_words import answers, by_a_program, parted
from .scope import of_party_or_port, of_some_points
from .yes_and_no import AUTOMATIC, ELSEWHERE, HEED, LOOSE, OTHER_ORDERS, REQUEST, WORD_OF_YES


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
    subject = (evidence.message.subject if evidence.message else None) or ""
    own, below = parted(evidence)
    if AUTOMATIC.search(subject) or by_a_program(evidence):
        raise WordRefused(f"a program answered, and nobody: “{_short(subject)}”")
    _speaks_of_this(asked, (own, *below, f"{subject}\n{evidence.quoted}"))
    said = sentences(own)
    _says_no(asked, said)
    yes = [sentence for sentence in said if _says_yes(asked, sentence)]
    for sentence in said:
        but = qualified(sentence)
        if yes and but is not None and not of_others(asked, sentence, but):
            raise WordRefused(f"the message says yes, and takes a part of it back: “{_short(sentence)}”")
    between = answers(evidence)
    if between or any(map(ELSEWHERE.search, said)):
        _answers_each(asked, between, said)
    whole = [sentence for sentence in yes if _to_the_whole(asked, sentence)]
    if whole and not _leaves_doubt(asked, own, said):
        named = [sentence for sentence in whole if names(asked, sentence)]
        if named or names(asked, own):
            return "named", _short((named or whole)[0])
        if names(asked, "\n".join((own, subject, *below, evidence.quoted))) and not _asked_of_another(asked, below):
            return "answered", _short(whole[0])
    noted = [sentence for sentence in said if takes_note(sentence)]
    if yes or (noted and not AUTOMATIC.search(own) and not any(map(asks, said))):
        return "noted", _short((whole or yes or noted)[0])
    raise WordRefused("the message says nothing that confirms; is it the right one?")


def _says_no(asked: Asked, said: tuple[str, ...]) -> None:
    for sentence in said:
        if any(not of_others(asked, sentence, no) for no in refusals(sentence)) or sets_aside(asked, sentence):
            raise WordRefused(f"the message does not say yes: “{_short(sentence)}”")


def _says_yes(asked: Asked, sentence: str) -> bool:
    return any(_yes_clauses(asked, sentence))


def _to_the_whole(asked: Asked, sentence: str) -> bool:
    return asked.waiver or any(not of_party_or_port(clause) for clause in _yes_clauses(asked, sentence))


def _yes_clauses(asked: Asked, sentence: str) -> Iterator[str]:
    """The clauses that say yes to this version and order; a bare yes is to whatever its sentence speaks of."""
    for clause in agrees(sentence, lambda clause: _names_version(asked, clause), in_part=asked.waiver):
        elsewhere = OTHER_ORDERS.search(sentence) and not _names_order(asked, sentence)
        if not elsewhere and to_this(asked, sentence if WORD_OF_YES.search(clause) else clause):
            yield clause


def _names_version(asked: Asked, clause: str) -> bool:
    return any(one.this and one.kind == "version" for one in mentions(asked, clause))


def _names_order(asked: Asked, clause: str) -> bool:
    return any(one.this and one.kind == "order" for one in mentions(asked, clause))


def _asked_of_another(asked: Asked, below: tuple[str, ...]) -> bool:
    """One of the questions below is of another matter, so that a bare yes may be to that."""
    newest = below[0] if below else ""
    return not asked.waiver and any(
        of_another_matter(sentence) and not of_the_matter(sentence)
        for sentence in sentences(newest)
        if asks(sentence) or REQUEST.search(sentence)
    )


def _answers_each(asked: Asked, between: tuple[tuple[str, str], ...], said: tuple[str, ...]) -> None:
    """Where the answers stand among our own lines, each is a yes, and one of them to the question asked.

    Raises WordRefused where one is not, or where they cannot be told from our lines: a colour is not seen.
    """
    if not between:
        pointer = next(sentence for sentence in said if ELSEWHERE.search(sentence))
        raise WordRefused(f"the answers stand elsewhere; read them yourself: “{_short(pointer)}”")
    for question, answer in between:
        first = next(iter(sentences(answer)), None)
        if question.strip() and first is not None and not _says_yes(asked, first) and (question, answer) != between[-1]:
            raise WordRefused(f"one of the answers between our lines is no plain yes: “{_short(first)}”")
    if not any(_names_version(asked, f"{question}\n{answer}") for question, answer in between if answer):
        raise WordRefused("no answer stands below the question for the version")


def _leaves_doubt(asked: Asked, own: str, said: tuple[str, ...]) -> bool:
    """Something is said of the matter that is not understood, or a point of a list is not answered with yes."""
    if asked.waiver:
        return False
    return any(not _says_yes(asked, item) for item in items(own)) or any(
        (of_party_or_port(sentence) or of_some_points(sentence) or LOOSE.search(sentence)) and not (of_ports(sentence) or HEED.search(sentence))
        for sentence in said
        if not _says_yes(asked, sentence)
    )


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


def _speaks_of_this(asked: Asked, texts: tuple[str, ...]) -> None:
    """No other order or version is named in place of the one asked for: the first text that names one decides.

    The sender's own words go before the question that they answer, and that before the subject line, which may be
    that of another talk.
    """
    for kind, this in (("order", asked.order), ("version", asked.instruction.version)):
        for text in texts:
            named = [mention for mention in mentions(asked, text) if mention.kind == kind]
            if any(mention.this for mention in named):
                break
            if named:
                others = ", ".join(sorted({mention.text for mention in named}))
                raise WordRefused(f"the message speaks of {others}, not of {this}")


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 300 else sentence[:299] + "…"
