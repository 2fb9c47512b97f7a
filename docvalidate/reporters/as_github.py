"""Annotations of a GitHub Actions job: one command a line, and no text of a paper can begin another.

The first line is the verdict, for GitHub shows ten annotations of a kind and drops the rest. Data and properties are
escaped as GitHub's own toolkit does (@actions/core, command.ts).
"""

from docvalidate.model import Finding, Report
from docvalidate.wording import word

from .inert import shown
from .places import where
from .verdict import counts, in_words, late

NAME = "github"
_COMMANDS = {"error": "error", "unverified": "error", "warning": "warning", "note": "notice"}
_OF_VERDICT = {"held": "error", "unverified": "error", "cleared": "notice"}


def render(report: Report, *, language: str, color: bool, width: int) -> str:
    """The verdict, then a line for each finding."""
    file = report.document.file if report.document is not None else None
    said = "\n".join((in_words(report, language), counts(report, language), *late(report, language)))
    lines = [_command(_OF_VERDICT[report.verdict], file, f"docvalidate {report.verdict}", said)]
    lines += [_finding(finding, file, language) for finding in report.findings]
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Finding, file: str | None, language: str) -> str:
    severity = word(finding.severity, language)
    place = where(finding.source, language) if finding.source is not None else None
    said = "\n".join(filter(None, (finding.message, finding.advice, place)))
    paper = finding.source.document if finding.source is not None else file
    return _command(_COMMANDS[finding.severity], paper, f"{finding.code} {finding.name} ({severity})", said)


def _command(name: str, file: str | None, title: str, data: str) -> str:
    properties = {"file": file, "title": title}
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{name} {given}::{_data(data)}"


def _data(text: str) -> str:
    """Two number signs begin a command of the older form, anywhere in a line."""
    safe = shown(text).replace("##", "# #").replace("##", "# #")
    return safe.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
