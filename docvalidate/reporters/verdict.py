"""The verdict in words, for every face alike: it is the report's own, and is never worked out a second time."""

from docvalidate.model import Check, Finding, Report
from docvalidate.wording import phrase, word

from .lateness import lateness

FAILS = ("error", "unverified")
"""The severities that keep a draft from being approved."""


def unread_file(report: Report) -> str | None:
    """The name of a draft that could not be read: nothing else tells which one it was."""
    return report.request.draft.file if report.document is None and report.request is not None else None


def unread(report: Report, language: str) -> str:
    """That the draft could not be read, and which one."""
    file = unread_file(report)
    return phrase("report", "no_document" if file is None else "unread", language, {"file": file or ""})


def in_words(report: Report, language: str) -> str:
    """The verdict and what it means: HELD. Do not approve this draft."""
    name = phrase("report", report.verdict, language, {})
    return phrase("sheet", "verdict", language, {"name": name, "means": means(report, language)})


def means(report: Report, language: str) -> str:
    """What to do with the draft."""
    return phrase("report", f"{report.verdict}_means", language, {})


def counts(report: Report, language: str) -> str:
    """How many findings there are of each severity."""
    numbers = {
        severity: str(sum(finding.severity == severity for finding in report.findings))
        for severity in (*FAILS, "warning", "note")
    }
    return phrase("report", "counts", language, numbers)


def late(report: Report, language: str) -> tuple[str, ...]:
    """How late it is, in lines; none where nothing tells."""
    if report.urgency is None:
        return ()
    return tuple(lateness(report.urgency, language, to_correct=report.verdict != "cleared"))


def grounds(report: Report, language: str) -> tuple[tuple[str, str], ...]:
    """What was held against what: the name of the heading (see the words of a report), and the text."""
    held, document = report.instruction, report.document
    draft = unread(report, language)
    if document is not None:
        draft = ", ".join(filter(None, (document.file, word(document.kind, language), document.number)))
    rows = [
        ("customer", report.customer),
        ("order", report.order or phrase("report", "no_order", language, {})),
        ("instruction", phrase("report", "no_instruction", language, {}) if held is None else held.version),
        ("as_of", report.as_of.isoformat()),
        ("draft", draft),
    ]
    if held is not None and held.lane is not None:
        rows.insert(3, ("lane", held.lane))
    if report.record is not None:
        head = {"number": str(report.record.number), "hash": report.record.hash}
        rows.append(("record", phrase("report", "head", language, head)))
    return tuple(rows)


def check_of(report: Report, finding: Finding) -> Check | None:
    """The check of the field that a finding speaks of."""
    return next((check for check in report.checks if check.field == finding.field), None)
