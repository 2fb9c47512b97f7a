"""Whose move it is: first the customer's word, then a check that knows all of it, then what the check found.

A draft is not worth correcting while nobody knows which version counts; a check from before the word is worth nothing.
"""

from dataclasses import dataclass
from datetime import date

from docvalidate.model import Instruction
from docvalidate.model.case import Choice
from docvalidate.model.status import CheckOnRecord, Party, Why

ABOUT_THE_WORD = frozenset(
    {
        "newer-version-unconfirmed",
        "not-confirmed-for-order",
        "no-confirmed-version",
        "version-not-in-force",
        "conflicting-confirmations",
        "outdated-version-requested",
        "instruction-changed",
        "label-reused",
        "version-gap",
        "source-missing",
        "evidence-missing",
        "confirmation-without-evidence",
        "confirmation-void",
        "confirmation-weak",
    }
)
"""Findings about the instruction and the customer's word on it: no correction of the draft answers them."""
_MISSING = {
    "transshipment-port-not-shown": "transport_plan_missing",
    "port-not-shown": "port_missing",
    "rider-missing": "rider_missing",
    "document-unreadable": "legible_paper_missing",
    "field-unreadable": "legible_paper_missing",
    "page-not-read": "legible_paper_missing",
}
"""What the forwarder can send, by the finding that says that it was not there."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the customer, as its entry tells it."""

    entry: int
    on: date
    version: str
    instruction_sha256: str | None = None
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that decides whose move it is. `question` is null where the customer owes no answer."""

    choice: Choice
    known: date
    question: Question | None = None
    checks: tuple[CheckOnRecord, ...] = ()
    taken_back: date | None = None
    """The last day on which a word for the order was taken back."""
    withdrawn_at: int = 0
    """The newest entry by which that was done."""


@dataclass(frozen=True, slots=True)
class Move:
    """Who is waited for, since when, and why."""

    whose: Party
    why: Why
    since: date
    about: tuple[str, ...] = ()


def move(now: Situation) -> Move:
    """Whose move it is."""
    return _of_the_customer(now) or _of_a_check(now) or _after_the_check(now)


def _of_the_customer(now: Situation) -> Move | None:
    """Nothing counts without the customer's word; whoever is not asked cannot answer, so that until then it is us."""
    choice, asked = now.choice, now.question
    why, about = _unsaid(choice)
    if why is None:
        return None if asked is None else Move("customer", "unanswered", asked.on, (asked.version,))
    newest = max((version.received for version in about), default=now.known)
    if asked is not None and (asked.on >= newest or asked.instruction_sha256 == about[-1].sha256):
        return Move("customer", "unanswered", asked.on, (asked.version,))
    since = max(filter(None, (now.known, newest, now.taken_back)))
    return Move("us", why, since, tuple(version.version for version in about))


def _unsaid(choice: Choice) -> tuple[Why | None, tuple[Instruction, ...]]:
    """What the customer has not said yet, and of which versions."""
    instruction, word = choice.instruction, choice.confirmation
    held_to = () if instruction is None else (instruction,)
    if choice.newer:
        return "ask_newer", choice.newer
    if choice.rivals:
        return "ask_conflict", (*held_to, *choice.rivals)
    if choice.latest is None or word is None or (choice.policy.confirm_each_order and word.order is None):
        return "ask_confirmation", held_to
    return None, ()


def _of_a_check(now: Situation) -> Move | None:
    """A first check, or another one because something came that the last one did not know."""
    choice, instruction = now.choice, now.choice.instruction
    words = [word for word in (choice.confirmation, *choice.waivers) if word is not None]
    if not now.checks:
        mine = [word.date for word in words if word.order is not None]
        return Move("us", "nothing_checked", max((now.known, *mine)))
    for check in now.checks:
        if instruction is not None and check.instruction_sha256 != instruction.sha256:
            began = max(filter(None, (instruction.received, instruction.effective_from)))
            since = max((check.as_of, began, *(word.date for word in words)))
            return Move("us", "check_again", min(since, choice.as_of), (instruction.version,))
        if now.withdrawn_at > check.entry:
            return Move("us", "check_again", max(filter(None, (check.as_of, now.taken_back))))
        later = [word.date for word in words if word.recorded is not None and word.recorded.entry > check.entry]
        # A further word for what was cleared already takes nothing from it.
        if later and check.verdict != "cleared":
            return Move("us", "check_again", max((check.as_of, *later)))
    return None


def _after_the_check(now: Situation) -> Move:
    worst = now.checks[0]
    names = tuple(name for name in worst.findings if name not in ABOUT_THE_WORD)
    if worst.verdict == "cleared":
        return Move("nobody", "approved", worst.as_of)
    if worst.verdict == "held":
        if not names:
            return Move("us", "check_again", worst.as_of)
        return Move("forwarder", "correct_draft", worst.as_of, names)
    missing = tuple(dict.fromkeys(_MISSING[name] for name in names if name in _MISSING))
    if missing:
        return Move("forwarder", "missing_paper", worst.as_of, missing)
    return Move("us", "look_at_check", worst.as_of, names)
