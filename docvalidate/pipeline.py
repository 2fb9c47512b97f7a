"""The spine: read the papers, choose the version, compare, judge, report; what is wrong with a paper is a finding."""

import hashlib
import io
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from docvalidate import __version__
from docvalidate.compare.lane_checks import checks_for, unchecked
from docvalidate.compare.lanes import lane_for
from docvalidate.compare.ports import with_inferred_port
from docvalidate.compare.shipment import another_shipment
from docvalidate.compare.urgency import urgency_of
from docvalidate.compare.waivers import apply_waivers
from docvalidate.errors import DocvalidateError, UnreadableDocument
from docvalidate.layout.reconcile import FIELDS, reconcile
from docvalidate.limits import ReadSettings
from docvalidate.model import (
    Check,
    Evidence,
    Finding,
    HeldAgainst,
    Instruction,
    Lane,
    Report,
    TransportDocument,
    request,
)
from docvalidate.model.case import Case, Choice, Comparison, EarlierCheck
from docvalidate.model.report import Verdict
from docvalidate.model.urgency import Asked
from docvalidate.readers import papers_of, reader_for
from docvalidate.readers._testimony import evidence_of
from docvalidate.registry import Registry
from docvalidate.rules import SEVERITIES, judge
from docvalidate.text.moments import when

Paper = str | os.PathLike[str] | bytes | BinaryIO
"""A path, the bytes of a file, or an open binary file."""
When = str | date | datetime
"""A day or a moment, as text in ISO 8601; without an offset it is local time at the load port."""

ACCUSED = frozenset({"mismatch", "not_shown", "unreadable"})
DEFAULTS = ReadSettings()


def read(source: Paper, *, name: str | None = None, settings: ReadSettings = DEFAULTS) -> TransportDocument:
    """Read one paper as it is printed; `name` is what its sources are called (the file's name by default).

    Raises UnreadableDocument where it cannot be read, and DocvalidateError where there is no such file.
    """
    data, name = _bytes(source, name)
    document, *enclosed = _read(data, name, settings)
    if settings.second_reading == "always":
        document = _second_look(document, data, settings, FIELDS)
    return document.remember(data, tuple(enclosed))


def evidence(source: Paper, *, name: str | None = None) -> Evidence:
    """A file that shows the customer's word, for `Registry.confirm`; of a message (.eml, .msg) who wrote what when.

    Raises UnreadableDocument for a message that cannot be opened, and DocvalidateError where there is no such file.
    """
    return evidence_of(*_bytes(source, name))


def check(
    draft: Paper | TransportDocument,
    registry: Registry | str | os.PathLike[str],
    *,
    customer: str,
    order: str | None = None,
    as_of: date | None = None,
    version: str | None = None,
    supporting: Sequence[Paper | TransportDocument] = (),
    settings: ReadSettings = DEFAULTS,
    language: str = "en",
    cutoff: When | None = None,
    etd: When | None = None,
    atd: When | None = None,
    now: When | None = None,
) -> Report:
    """Hold a draft against the latest confirmed version of the customer's instruction.

    `as_of` is today by default; `version` holds the draft against that version instead. `cutoff` (of the documents),
    `etd` and `atd` go before what the papers say; `now` is the beginning of the as-of day at the load port by default.
    A draft that cannot be read gives a report too. Raises UnknownCustomer, UnknownVersion, InvalidInstruction,
    DocvalidateError.
    """
    asked = Asked(*(_when(value) for value in (now, cutoff, etd, atd)))
    home = registry if isinstance(registry, Registry) else Registry(registry)
    choice = home.choose(customer, order=order, as_of=as_of or date.today(), version=version)
    in_hand, beside = _in_hand(draft), [_in_hand(paper) for paper in supporting]
    repeat = _request(in_hand, beside, version, settings, language, asked)
    papers, unread = _supporting(beside, settings)
    try:
        document = in_hand if isinstance(in_hand, TransportDocument) else read(in_hand, settings=settings)
    except UnreadableDocument as error:
        case = Case(choice, unreadable=error, supporting=papers, unread=unread, checks=_none(choice))
        case = _timed(case, asked)
        return _report(case, language, home, repeat)
    papers = (*papers, *document.enclosed)
    earlier = _earlier(home, choice, document)
    case = _timed(_case(choice, document, papers, unread, earlier), asked)
    disputed = [check.field for check in case.checks if check.status in ACCUSED]
    data = document.remembered
    if disputed and settings.second_reading == "disputed" and data is not None:
        again = _second_look(document, data, settings, _read_for(disputed))
        if again is not document:
            case = _timed(_case(choice, again, papers, unread, earlier), asked)
    return _report(case, language, home, repeat)


def held_from(report: Report, severity: str) -> Report:
    """The report with the verdict `held` if it has a finding of this severity or worse.

    A draft that holds errors is held whatever the severity, and one that could not be verified is never cleared.
    """
    severe = SEVERITIES[: SEVERITIES.index(severity) + 1]
    if report.request is not None:
        report = report.model_copy(update={"request": report.request.model_copy(update={"fail_on": severity})})
    if any(finding.severity in severe for finding in report.findings):
        return report.model_copy(update={"verdict": "held"})
    return report


def _bytes(source: Paper, name: str | None) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name or "document"
    if isinstance(source, (str, os.PathLike)):
        path = Path(source)
        try:
            return path.read_bytes(), name or path.name
        except OSError as error:
            raise DocvalidateError(f"{path}: {error.strerror or error}") from error
    return source.read(), name or Path(str(getattr(source, "name", "document"))).name


class _Named(io.BytesIO):
    """The bytes of a paper under the name that it came with."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


def _in_hand(source: Paper | TransportDocument) -> _Named | TransportDocument:
    """The paper, once and for all: a stream can be read only once, and a file may change between two readings."""
    return source if isinstance(source, TransportDocument) else _Named(*_bytes(source, None))


def _request(
    draft: _Named | TransportDocument,
    supporting: Iterable[_Named | TransportDocument],
    version: str | None,
    settings: ReadSettings,
    language: str,
    asked: Asked,
) -> request.Request:
    """What must be given again so that the check comes out the same."""

    def handed(paper: _Named | TransportDocument) -> request.Paper:
        if isinstance(paper, TransportDocument):
            return request.Paper(file=paper.file, sha256=paper.sha256)
        return request.Paper(file=paper.name, sha256=hashlib.sha256(paper.getvalue()).hexdigest())

    moments = {name: getattr(asked, name) for name in ("cutoff", "etd", "atd", "now")}
    limits = ("second_reading", "max_pages", "max_bytes", "timeout", "max_memory")
    return request.Request(
        program=__version__,
        language=language,
        draft=handed(draft),
        supporting=tuple(map(handed, supporting)),
        version=version,
        **{name: None if value is None else value.isoformat() for name, value in moments.items()},
        **{name: getattr(settings, name) for name in limits},
    )


def _read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> list[TransportDocument]:
    """The paper, and behind it those that came with it in one file."""
    reader = reader_for(data, name)
    try:
        draft, *enclosed = papers_of(reader, data, name, settings, second=second)
    except UnreadableDocument as error:
        raise UnreadableDocument(f"{name}: {error}", error.reason) from error
    draft = draft.model_copy(update={"file": name, "sha256": hashlib.sha256(data).hexdigest()})
    return [with_inferred_port(paper) for paper in (draft, *enclosed)]


def _second_look(
    first: TransportDocument, data: bytes, settings: ReadSettings, fields: Iterable[str]
) -> TransportDocument:
    name = first.file or "document"
    if not reader_for(data, name).SECOND_READING:
        return first
    try:
        second = _read(data, name, settings, second=True)[0]
    except UnreadableDocument:
        # A reading that fails bears no witness; the first one stands as it is.
        return first
    return reconcile(first, second, fields)


def _read_for(disputed: Iterable[str]) -> list[str]:
    """The fields of the paper behind disputed checks: a transshipment port may be inferred from two other places."""
    fields = list(disputed)
    if "transshipment_port" in fields:
        fields += [field for field in ("port_of_discharge", "place_of_delivery") if field not in fields]
    return fields


def _supporting(
    sources: Sequence[Paper | TransportDocument], settings: ReadSettings
) -> tuple[tuple[TransportDocument, ...], tuple[UnreadableDocument, ...]]:
    papers: list[TransportDocument] = []
    unread: list[UnreadableDocument] = []
    for source in sources:
        try:
            papers.append(source if isinstance(source, TransportDocument) else read(source, settings=settings))
        except UnreadableDocument as error:
            unread.append(error)
    return tuple(papers), tuple(unread)


def _case(
    choice: Choice,
    document: TransportDocument,
    papers: tuple[TransportDocument, ...],
    unread: tuple[UnreadableDocument, ...],
    earlier: EarlierCheck | None,
) -> Case:
    refused = tuple(paper for paper in papers if another_shipment(document, paper, choice.order) is not None)
    papers = tuple(paper for paper in papers if paper not in refused)

    def compare(instruction: Instruction) -> Comparison:
        lane = lane_for(instruction, document, choice.order)
        return Comparison(instruction, lane, _checks(lane, document, papers, choice))

    held = None if choice.instruction is None else compare(choice.instruction)
    return Case(
        choice=choice,
        document=document,
        supporting=papers,
        unread=unread,
        refused=refused,
        lane=held.lane if held else None,
        checks=held.checks if held else unchecked(None, "not_required"),
        past=tuple(map(compare, choice.superseded)),
        coming=tuple(map(compare, choice.newer)),
        earlier=earlier,
    )


def _timed(case: Case, asked: Asked) -> Case:
    """The case with how late it is."""
    urgency = urgency_of(case.document, case.supporting, case.checks, as_of=case.choice.as_of, asked=asked)
    return replace(case, urgency=urgency)


def _when(value: When | None) -> date | datetime | None:
    try:
        return when(value) if isinstance(value, str) else value
    except ValueError as error:
        raise DocvalidateError(f"{value!r} is not a moment such as 2016-09-05 or 2016-09-05T15:00") from error


def _earlier(registry: Registry, choice: Choice, document: TransportDocument) -> EarlierCheck | None:
    """The check on record of the draft before this one, if the order is known and has one."""
    if choice.order is None:
        return None
    report = registry.last_check(choice.customer, choice.order, as_of=choice.as_of, besides=document.sha256)
    if report is None or report.document is None:
        return None
    return EarlierCheck(report.document, report.checks, report.as_of)


def _checks(
    lane: Lane | None, document: TransportDocument, papers: tuple[TransportDocument, ...], choice: Choice
) -> tuple[Check, ...]:
    if lane is None:
        return unchecked(None, "not_required")
    return tuple(apply_waivers(check, document, choice, lane, papers) for check in checks_for(document, papers, lane))


def _none(choice: Choice) -> tuple[Check, ...]:
    lanes = choice.instruction.lanes if choice.instruction is not None else ()
    return unchecked(lanes[0] if len(lanes) == 1 else None, "unreadable")


def _report(case: Case, language: str, registry: Registry, repeat: request.Request) -> Report:
    findings = judge(case, language)
    choice = case.choice
    return Report(
        verdict=verdict_of(findings),
        as_of=choice.as_of,
        customer=choice.customer,
        order=choice.order,
        instruction=None if choice.instruction is None else _held_against(choice.instruction, case),
        document=case.document,
        supporting=case.supporting,
        checks=case.checks,
        findings=findings,
        urgency=case.urgency,
        record=registry.head(),
        request=repeat,
    )


def verdict_of(findings: Iterable[Finding]) -> Verdict:
    """Held for any error, else unverified where something stayed open, else cleared."""
    severities = {finding.severity for finding in findings}
    if "error" in severities:
        return "held"
    return "unverified" if "unverified" in severities else "cleared"


def _held_against(instruction: Instruction, case: Case) -> HeldAgainst:
    return HeldAgainst(
        version=instruction.version,
        title=instruction.title,
        lane=case.lane.name if case.lane else None,
        confirmation=case.choice.confirmation,
        sha256=instruction.sha256,
        received=instruction.received,
        file=instruction.file,
    )
