"""The report for a pull request or a chat; what stands on a paper is shown as code, where nothing acts.

GitHub Flavored Markdown: a heading with the verdict, the fields as a table, the findings as a list.
"""

from collections.abc import Iterator

from docvalidate.model import Check, Finding, Report
from docvalidate.wording import phrase, word

from .inert import sentence, verbatim
from .places import where
from .typesetting import spaced
from .verdict import counts, grounds, late, means

NAME = "markdown"


def render(report: Report, *, language: str, color: bool, width: int) -> str:
    """Verdict, grounds, fields, findings."""
    name = phrase("report", report.verdict, language, {})
    parts = [
        [f"## {name}: {means(report, language)}"],
        [counts(report, language)],
        [f"- {sentence(line)}" for line in late(report, language)],
        [
            f"- **{phrase('report', key, language, {})}:** {verbatim(text) or '–'}"
            for key, text in grounds(report, language)
        ],
        list(_fields(report, language)),
        list(_findings(report, language)),
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _fields(report: Report, language: str) -> Iterator[str]:
    if not report.checks:
        return
    version = report.instruction.version if report.instruction is not None else "–"
    expected = phrase("report", "expected", language, {"version": version})
    names = (
        _say("head_field", language),
        _say("head_status", language),
        expected,
        phrase("report", "found", language, {}),
    )
    yield f"| {' | '.join(sentence(name) for name in names)} |"
    yield "| --- | --- | --- | --- |"
    for check in report.checks:
        yield f"| {' | '.join(_row(check, language))} |"


def _row(check: Check, language: str) -> Iterator[str]:
    status = word(check.status, language)
    yield sentence(word(check.field, language))
    yield f"**{sentence(status)}**" if check.status in ("mismatch", "not_shown", "unreadable") else sentence(status)
    for text in (check.expected, check.found):
        yield verbatim(text or "") or "–"


def _findings(report: Report, language: str) -> Iterator[str]:
    for finding in report.findings:
        yield from _finding(finding, language)


def _finding(finding: Finding, language: str) -> Iterator[str]:
    severity = word(finding.severity, language).upper()
    yield f"- **{severity}** {sentence(finding.message)} (`{finding.code}` `{finding.name}`)"
    if finding.advice:
        yield f"  - {spaced(phrase('report', 'do', language, {}))}{sentence(finding.advice)}"
    if finding.source is not None:
        yield f"  - {spaced(phrase('report', 'where', language, {}))}{verbatim(where(finding.source, language))}"


def _say(key: str, language: str) -> str:
    return phrase("sheet", key, language, {})
