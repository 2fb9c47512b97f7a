"""The note to one's own manager: the result, how late it is, what it rests on, and what was asked of whom and when."""

from collections.abc import Iterator, Mapping, Sequence

from docvalidate.errors import DocvalidateError
from docvalidate.model import Entry, Report
from docvalidate.reporters.history import line
from docvalidate.reporters.lateness import lateness
from docvalidate.reporters.question import WIDTH
from docvalidate.reporters.typesetting import visible, wrap
from docvalidate.wording import phrase, word

from .confirmation import versions
from .shipments import heading, nothing, said

_TOLD = frozenset({"question", "confirmation", "waiver", "withdrawal", "check", "closing"})


def blocks(reports: Sequence[Report], language: str, entries: Sequence[Entry]) -> Mapping[str, Sequence[str]]:
    """What fills the template. Raises DocvalidateError where there is nothing to decide."""
    if all(report.verdict == "cleared" for report in reports):
        raise DocvalidateError(f"nothing to decide: {nothing(reports)}")
    return {
        "verdicts": list(_verdicts(reports, language)),
        "lateness": list(_lateness(reports, language)),
        "findings": list(_findings(reports, language)),
        "grounds": list(_grounds(reports, language)),
        "history": [
            row for entry in entries if entry.kind in _TOLD for row in wrap(line(entry, language), WIDTH, "  ")
        ],
        "record": list(_record(reports, language)),
    }


def _verdicts(reports: Sequence[Report], language: str) -> Iterator[str]:
    for report in reports:
        name = phrase("report", report.verdict, language, {})
        means = phrase("report", f"{report.verdict}_means", language, {})
        customer = phrase("letter", "customer", language, {"customer": visible(report.customer)})
        yield from wrap(means, WIDTH, f"{name}  ", "  ")
        comma = "，" if language == "zh" else ", "
        yield from wrap(f"{heading(report, language)}{comma}{customer}", WIDTH, "  ")


def _lateness(reports: Sequence[Report], language: str) -> Iterator[str]:
    for report in reports:
        if report.urgency is None:
            continue
        if len(reports) > 1:
            yield from wrap(heading(report, language), WIDTH)
        cleared = report.verdict == "cleared"
        label = "" if cleared else phrase("urgency", f"label_{report.urgency.label}", language, {}) + "  "
        first, *others = lateness(report.urgency, language, to_correct=not cleared)
        yield from wrap(first, WIDTH, f"  {label}", "  ")
        for text in others:
            yield from wrap(text, WIDTH, "  ")


def _findings(reports: Sequence[Report], language: str) -> Iterator[str]:
    for report in reports:
        told = [finding for finding in report.findings if finding.severity != "note"]
        if told and len(reports) > 1:
            yield from wrap(heading(report, language), WIDTH)
        for finding in told:
            severity = word(finding.severity, language).upper()
            told_ = f"{said(finding, language)} [{finding.code}]"
            yield from wrap(told_, WIDTH, f"  - {severity}  ", "    ")


def _grounds(reports: Sequence[Report], language: str) -> Iterator[str]:
    for report, lines in ((report, list(versions([report], language))) for report in reports):
        yield from lines
        held = report.instruction
        if held is None:
            continue
        evidence = held.confirmation.evidence if held.confirmation is not None else None
        rows = [("evidence", evidence or phrase("report", "no_evidence", language, {}))]
        if held.sha256 is not None:
            rows.append(("instruction_sha256", held.sha256))
        if report.document is not None and report.document.sha256 is not None:
            rows.append(("draft_sha256", report.document.sha256))
        rows.append(("checked", report.as_of.isoformat()))
        for key, value in rows:
            yield from wrap(visible(phrase("letter", key, language, {"value": value})), WIDTH, "  ", "    ")


def _record(reports: Sequence[Report], language: str) -> Iterator[str]:
    heads = [report.record for report in reports if report.record is not None]
    newest = max(heads, key=lambda head: head.number, default=None)
    if newest is not None:
        yield phrase("report", "head", language, {"number": str(newest.number), "hash": newest.hash})
