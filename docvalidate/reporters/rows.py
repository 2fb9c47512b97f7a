"""A report as rows: one for each finding, or for each field, with the names of the contract and values as they are."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from docvalidate.model import Box, Check, Finding, Report, Source

from .lateness import at_clock
from .verdict import check_of, means

Value = str | int | date | None
Row = Mapping[str, Value]

REPORT = ("verdict", "customer", "order", "as_of", "document", "number", "version", "lane", "urgency", "act_by")
PLACE = ("paper", "page", "box", "caption", "path")
FINDING = (
    *REPORT, "severity", "code", "name", "field", "status", "message", "expected", "found", "advice", "of_version",
    *PLACE,
)  # fmt: skip
CHECK = (*REPORT, "field", "status", "expected", "found", "differences", "basis", *PLACE)


def findings(report: Report, language: str) -> Iterator[Row]:
    """A row for each finding; one for the verdict alone where there is none, for silence says nothing."""
    of_report = _report(report)
    for finding in report.findings:
        yield MappingProxyType({**of_report, **_finding(finding, check_of(report, finding))})
    if not report.findings:
        nothing: dict[str, Value] = dict.fromkeys(FINDING)
        yield MappingProxyType({**nothing, **of_report, "message": means(report, language)})


def checks(report: Report) -> Iterator[Row]:
    """A row for each field, with those that were not asked for: silence is not agreement."""
    of_report = _report(report)
    for check in report.checks:
        yield MappingProxyType({**of_report, **_check(check)})


def _report(report: Report) -> dict[str, Value]:
    held, document, urgency = report.instruction, report.document, report.urgency
    values: dict[str, Value] = {
        "verdict": report.verdict,
        "customer": report.customer,
        "order": report.order,
        "as_of": report.as_of,
        "document": None if document is None else document.file,
        "number": None if document is None else document.number,
        "version": None if held is None else held.version,
        "lane": None if held is None else held.lane,
        "urgency": None if urgency is None else urgency.label,
        "act_by": None if urgency is None or urgency.deadline is None else at_clock(urgency.deadline),
    }
    return values


def _finding(finding: Finding, check: Check | None) -> dict[str, Value]:
    """A finding that leaves a text out speaks of that of its field."""
    return {
        "severity": finding.severity,
        "code": finding.code,
        "name": finding.name,
        "field": finding.field,
        "status": None if check is None else check.status,
        "message": finding.message,
        "expected": _first(finding.expected, check, lambda check: check.expected),
        "found": _first(finding.found, check, lambda check: check.found),
        "advice": finding.advice,
        "of_version": finding.version,
        **_place(finding.source or (None if check is None else check.source)),
    }


def _check(check: Check) -> dict[str, Value]:
    parts = (f"{one.part}: {one.expected or ''} > {one.found or ''}" for one in check.differences)
    return {
        "field": check.field,
        "status": check.status,
        "expected": check.expected,
        "found": check.found,
        "differences": "\n".join(parts) or None,
        "basis": check.basis,
        **_place(check.source),
    }


def _first(own: str | None, check: Check | None, text: Callable[[Check], str | None]) -> str | None:
    return own if own is not None or check is None else text(check)


def _place(source: Source | None) -> dict[str, Value]:
    if source is None:
        return dict.fromkeys(PLACE)
    box = None if source.box is None else _sides(source.box)
    return {"paper": source.document, "page": source.page, "box": box, "caption": source.caption, "path": source.path}


def _sides(box: Box) -> str:
    """Points from the top left corner: left, top, right, bottom."""
    return " ".join(f"{side:.1f}" for side in box)
