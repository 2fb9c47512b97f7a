"""A new version is held against every paper that was checked, before anybody finds out on the quay what it changed.

The papers are those that the earlier check read: they stand in its report, and are not read a second time.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import ValidationError

from docvalidate.compare.versions import OWN, changes
from docvalidate.model import Check, Finding, Instruction, Report
from docvalidate.model.affected import Affected, CheckEffect, Effect, FieldEffect, OrderEffect
from docvalidate.model.report import Verdict
from docvalidate.model.status import CheckOnRecord, OrderStatus
from docvalidate.model.validity import same_label
from docvalidate.pipeline import check, verdict_of
from docvalidate.registry import Registry
from docvalidate.registry.moment import Moment
from docvalidate.registry.moves import ABOUT_THE_WORD
from docvalidate.registry.standing import statuses
from docvalidate.registry.telling import day_of

_AGREES = frozenset({"match", "format_difference", "partial", "waived"})
_ACCUSED = frozenset({"mismatch", "not_shown", "unreadable"})
_PAPERS_ONLY = frozenset({"supporting-document-refused", "document-unreadable", "changed-between-drafts"})
"""Findings about papers of which the report keeps no more than this: they stand, whatever the version says."""


def affected(registry: Registry, customer: str, version: str, *, as_of: date | None = None) -> Affected:
    """What the version would change for each open order of the customer. Raises UnknownCustomer or UnknownVersion."""
    day, registry = as_of or date.today(), Moment(registry)
    on_file = registry.choose(customer, as_of=day, version=version).versions
    instruction = [one for one in on_file if same_label(one.version, version)][-1]
    return Affected(
        customer=customer,
        version=instruction.version,
        received=instruction.received,
        effective_from=instruction.effective_from,
        as_of=day,
        orders=tuple(_order(registry, status, instruction) for status in statuses(registry, day, customer)),
        without_order=sum(
            entry.kind == "check" and entry.order is None and day_of(entry) <= day
            for entry in registry.entries(customer=customer)
        ),
    )


def _order(registry: Registry, status: OrderStatus, version: Instruction) -> OrderEffect:
    choice = registry.choose(status.customer, order=status.order, as_of=status.as_of, version=version.version)
    word = choice.confirmation
    now = next((one for one in choice.versions if one.version == status.version), None)
    return OrderEffect(
        order=status.order,
        version=status.version,
        needs_confirmation=word is None or (choice.policy.confirm_each_order and word.order is None),
        checks=tuple(_check(registry, status, earlier, version) for earlier in status.checks),
        asks_for=() if status.checks else tuple(_fields(now, version)),
    )


def _fields(now: Instruction | None, version: Instruction) -> Iterator[str]:
    """What the version words otherwise than the one that counts now, field by field."""
    if now is not None:
        told = (change.field for change in changes(now, version, None) if change.how != "rewritten")
        yield from dict.fromkeys(field for field in told if field not in OWN)


def _check(registry: Registry, status: OrderStatus, earlier: CheckOnRecord, version: Instruction) -> CheckEffect:
    report = _stored(registry, earlier)
    if report is None:
        return CheckEffect(check=earlier, held="report_missing")
    if report.document is None:
        return CheckEffect(check=earlier, held="unreadable")
    again = check(
        report.document,
        registry,
        customer=status.customer,
        order=status.order,
        as_of=max(status.as_of, earlier.as_of),
        version=version.version,
        supporting=report.supporting,
    )
    standing = [finding for finding in report.findings if finding.name in _PAPERS_ONLY]
    return CheckEffect(
        check=earlier,
        held="compared",
        before=_verdict(report.findings),
        after=_verdict((*again.findings, *standing)),
        fields=tuple(_effects(report.checks, again.checks)),
    )


def _stored(registry: Registry, earlier: CheckOnRecord) -> Report | None:
    """The report of the check; null where it is not kept, or is none that can be read."""
    content = None if earlier.report_sha256 is None else registry.evidence(earlier.report_sha256)
    if content is None:
        return None
    try:
        return Report.model_validate_json(content)
    except ValidationError:
        return None


def _verdict(findings: Iterable[Finding]) -> Verdict:
    return verdict_of(finding for finding in findings if finding.name not in ABOUT_THE_WORD)


def _effects(before: Iterable[Check], after: Iterable[Check]) -> Iterator[FieldEffect]:
    then, now = ({check.field: check for check in checks} for checks in (before, after))
    for field in dict.fromkeys((*then, *now)):
        effect = _effect(then.get(field), now.get(field))
        if effect != "same":
            yield FieldEffect(field=field, effect=effect, before=then.get(field), after=now.get(field))


def _effect(before: Check | None, after: Check | None) -> Effect:
    was, is_now = (None if one is None else one.status for one in (before, after))
    if is_now in _ACCUSED and was not in _ACCUSED:
        return "breaks"
    if was in _ACCUSED and is_now in _AGREES:
        return "mends"
    if was != is_now and {was, is_now} - {None, "not_required"}:
        return "changes"
    texts = [None if one is None else one.expected for one in (before, after)]
    return "restated" if texts[0] != texts[1] else "same"
