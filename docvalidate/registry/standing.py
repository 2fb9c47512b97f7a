"""An order stays open until it is closed, and on every day it is somebody's move; silence is nobody's approval.

Pure: versions, policy and entries in, the status of each open order out. Nothing dated after the day exists.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from docvalidate.model import Confirmation, Entry, Instruction, Policy, UnknownCustomer, Waiver
from docvalidate.model.case import Choice
from docvalidate.model.status import CheckOnRecord, OpenQuestion, OrderStatus, Party, Word
from docvalidate.model.validity import void_because

from .choosing import choose_version
from .moment import OwnWords
from .moves import Question, Situation, move
from .store import key
from .telling import day_of

if TYPE_CHECKING:
    from . import Registry

_BILLS = frozenset({"sea_waybill", "bill_of_lading"})
_TURNS: tuple[Party, ...] = ("us", "customer", "forwarder", "nobody")
_WORST = ("held", "unverified", "cleared")


def statuses(registry: "Registry", as_of: date, customer: str | None = None) -> Iterator[OrderStatus]:
    """The status of every open order, of one customer or of all. Raises UnknownCustomer for one that is asked for."""
    for name in registry.customers() if customer is None else (customer,):
        try:
            versions = registry.versions(name)
        except UnknownCustomer:
            if customer is None:
                continue  # a policy alone is on record, and no order can rest on that
            raise
        yield from open_orders(versions, registry.policy(name), registry.entries(customer=name), as_of)


def open_orders(
    versions: Sequence[Instruction], policy: Policy, entries: Iterable[Entry], as_of: date
) -> Iterator[OrderStatus]:
    """The status of every order of one customer that is known and not closed: our own moves first, then the oldest.

    An order is known when a confirmation, a waiver, a question or a check names it.
    """
    traces: dict[str, _Trace] = {}
    for version in versions:
        words: tuple[Confirmation | Waiver, ...] = (*version.confirmations, *version.waivers)
        for word in words:
            if word.order is not None and word.date <= as_of:
                trace = traces.setdefault(key(word.order), _Trace(word.order))
                trace.learn(word, as_of)
    for entry in entries:
        if entry.order is not None and day_of(entry) <= as_of:
            traces.setdefault(key(entry.order), _Trace(entry.order)).note(entry)
    own = OwnWords(versions)
    found = (
        _status(trace, own.of(trace.order), policy, as_of)
        for trace in traces.values()
        if trace.known is not None and not trace.closed
    )
    yield from sorted(found, key=lambda one: (_TURNS.index(one.waiting_for), one.waiting_since, key(one.order)))


@dataclass(slots=True)
class _Trace:
    """What names an order, gathered from the record."""

    order: str
    known: date | None = None
    taken_back: list[date] = field(default_factory=list)
    withdrawn_at: int = 0
    """The newest entry that takes a word for the order back."""
    checks: list[CheckOnRecord] = field(default_factory=list)
    question: Question | None = None
    stirred: tuple[date, int] = (date.min, 0)
    ended: tuple[date, int] | None = None

    @property
    def closed(self) -> bool:
        """Nothing that names the order went on record since it was closed, for that day or a later one."""
        if self.ended is None:
            return False
        (day, number), (ended, end) = self.stirred, self.ended
        return not (number > end and day >= ended)

    def learn(self, word: Confirmation | Waiver, as_of: date) -> None:
        """A word of the customer's names the order."""
        self._known(word.date)
        if word.withdrawn is not None and word.withdrawn <= as_of:
            self.taken_back.append(word.withdrawn)

    def note(self, entry: Entry) -> None:
        """An entry names the order."""
        day, body = day_of(entry), entry.says()
        if entry.kind == "closing":
            self.ended = max(self.ended or (date.min, 0), (day, entry.number))
            return
        self.stirred = max(self.stirred, (day, entry.number), key=lambda stirring: stirring[1])
        if entry.kind == "withdrawal":
            self.withdrawn_at = max(self.withdrawn_at, entry.number)
            return
        self._known(day)
        if entry.kind == "check":
            document = body.get("document") or {}
            self.checks.append(
                CheckOnRecord(
                    entry=entry.number,
                    as_of=day,
                    document=document.get("file"),
                    kind=document.get("kind"),
                    number=document.get("number"),
                    **{name: body.get(name) for name in ("verdict", "version", "instruction_sha256", "report_sha256")},
                    findings=tuple(body.get("findings") or ()),
                )
            )
        if entry.kind == "question":
            asked = Question(
                entry=entry.number,
                on=day,
                version=str(body["version"]),
                instruction_sha256=body.get("instruction_sha256"),
                answer_by=None if body.get("answer_by") is None else date.fromisoformat(body["answer_by"]),
            )
            if self.question is None or (self.question.on, self.question.entry) < (asked.on, asked.entry):
                self.question = asked

    def _known(self, day: date) -> None:
        self.known = day if self.known is None else min(self.known, day)


def _status(trace: _Trace, versions: Sequence[Instruction], policy: Policy, as_of: date) -> OrderStatus:
    choice = choose_version(versions, policy, order=trace.order, as_of=as_of)
    checks = last_checks(trace.checks)
    question = None if trace.question is None or _answered(trace.question, choice) else trace.question
    situation = Situation(
        choice=choice,
        known=trace.known or as_of,
        question=question,
        checks=checks,
        taken_back=max(trace.taken_back, default=None),
        withdrawn_at=trace.withdrawn_at,
    )
    turn = move(situation)
    return OrderStatus(
        customer=choice.customer,
        order=trace.order,
        as_of=as_of,
        known_since=situation.known,
        version=None if choice.instruction is None else choice.instruction.version,
        confirmation=_word(choice.confirmation),
        newer=tuple(version.version for version in choice.newer),
        question=question
        and OpenQuestion(version=question.version, asked_on=question.on, answer_by=question.answer_by),
        checks=checks,
        waiting_for=turn.whose,
        waiting_since=turn.since,
        why=turn.why,
        about=turn.about,
        overdue=turn.whose == "customer"
        and question is not None
        and question.answer_by is not None
        and question.answer_by < as_of,
    )


def _word(confirmation: Confirmation | None) -> Word | None:
    if confirmation is None:
        return None
    return Word(
        by=confirmation.by,
        date=confirmation.date,
        scope="standing" if confirmation.order is None else "order",
        grade=confirmation.recorded.grade if confirmation.recorded is not None else None,
    )


def _answered(question: Question, choice: Choice) -> bool:
    """The customer gave a word that counts, after the question: for the order; a standing one where that does."""
    return any(
        (word.order is not None or not choice.policy.confirm_each_order)
        and word.date >= question.on
        and (word.recorded is None or word.recorded.entry > question.entry)
        and void_because(word, version, choice.policy) is None
        for version in choice.versions
        for word in version.confirmations
    )


def last_checks(checks: Iterable[CheckOnRecord]) -> tuple[CheckOnRecord, ...]:
    """The last check of each bill, the worst first; a draft replaces an earlier one unless both have other numbers.

    A booking or other paper that was checked by itself is replaced by any later check, and replaces no bill.
    """
    last: list[CheckOnRecord] = []
    for check in sorted(checks, key=lambda check: (check.as_of, check.entry)):
        last = [*(before for before in last if not _replaces(check, before)), check]
    return tuple(sorted(last, key=lambda check: (_WORST.index(check.verdict), -check.as_of.toordinal(), -check.entry)))


def _replaces(later: CheckOnRecord, earlier: CheckOnRecord) -> bool:
    if earlier.kind not in _BILLS:
        return True
    if later.kind not in _BILLS:
        return False
    return later.number is None or earlier.number is None or key(later.number) == key(earlier.number)
