"""JUnit XML for a CI: a test case for the verdict and one for each field; what is held or open is seen as failed.

`failure` is an error, `error` is something that could not be verified; warnings and notes are output of a case that
passes, and a field that nobody asked about is skipped. The form is that of Jenkins' junit-10.xsd.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree

from docvalidate.model import Check, Finding, Report
from docvalidate.model.report import EXIT_STATUS
from docvalidate.wording import phrase, word

from .inert import one_line, shown
from .verdict import FAILS, counts, grounds, in_words

NAME = "junit"
_OPEN = {"unreadable": "error", "mismatch": "failure", "not_shown": "error"}
"""How a field stands that no finding speaks of: of a paper that cannot be read, only the whole is spoken of."""
Outcome = Literal["failure", "error", "skipped"]


@dataclass(frozen=True, slots=True)
class _Case:
    """One test case: what it is called, how it came out, and what is said of it."""

    name: str
    outcome: Outcome | None
    type: str
    message: str
    text: str


def render(report: Report, *, language: str, color: bool, width: int) -> str:
    """One suite, named for the draft."""
    cases = [_verdict(report, language), *_fields(report, language), *_others(report, language)]
    failed = {
        outcome: str(sum(case.outcome == outcome for case in cases)) for outcome in ("failure", "error", "skipped")
    }
    numbers = {"tests": str(len(cases)), "failures": failed["failure"], "errors": failed["error"]}
    root = ElementTree.Element("testsuites", {"name": "docvalidate", **numbers})
    file = report.document.file if report.document is not None else None
    names = {
        "name": shown(file or report.order or report.customer),
        "timestamp": f"{report.as_of.isoformat()}T00:00:00",
    }
    suite = ElementTree.SubElement(root, "testsuite", {**names, **numbers, "skipped": failed["skipped"]})
    _properties(suite, report, language)
    for case in cases:
        # A full stop would part a package from a class.
        _write(suite, case, names["name"].replace(".", "_"))
    ElementTree.indent(root)
    text: str = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _properties(suite: ElementTree.Element, report: Report, language: str) -> None:
    told = {
        "verdict": report.verdict,
        "exit_status": str(EXIT_STATUS[report.verdict]),
        **dict(grounds(report, language)),
    }
    if report.urgency is not None:
        told["urgency"] = report.urgency.label
    properties = ElementTree.SubElement(suite, "properties")
    for name, value in told.items():
        ElementTree.SubElement(properties, "property", {"name": name, "value": shown(value)})


def _write(suite: ElementTree.Element, case: _Case, suite_name: str) -> None:
    element = ElementTree.SubElement(
        suite, "testcase", {"classname": suite_name, "name": shown(case.name), "time": "0"}
    )
    if case.outcome is None:
        if case.text:
            ElementTree.SubElement(element, "system-out").text = shown(case.text)
        return
    said = {"type": case.type, "message": one_line(case.message)}
    ElementTree.SubElement(element, case.outcome, said).text = shown(case.text)


def _verdict(report: Report, language: str) -> _Case:
    outcomes: dict[str, Outcome] = {"held": "failure", "unverified": "error"}
    said = in_words(report, language)
    name = phrase("sheet", "head_verdict", language, {})
    return _Case(name, outcomes.get(report.verdict), report.verdict, said, f"{said}\n{counts(report, language)}")


def _fields(report: Report, language: str) -> Iterator[_Case]:
    for check in report.checks:
        findings = [finding for finding in report.findings if finding.field == check.field]
        yield _case(word(check.field, language), findings, check, language)


def _others(report: Report, language: str) -> Iterator[_Case]:
    """The findings that speak of no field that was checked, a case for each name."""
    checked = {check.field for check in report.checks}
    others = [finding for finding in report.findings if finding.field not in checked]
    for name in dict.fromkeys(finding.name for finding in others):
        yield _case(name, [finding for finding in others if finding.name == name], None, language)


def _case(name: str, findings: list[Finding], check: Check | None, language: str) -> _Case:
    """One outcome a case, the worst: a CI that looks at the first alone misses nothing."""
    worst = min((finding for finding in findings if finding.severity in FAILS), key=_rank, default=None)
    text = "\n".join(_said(finding, language) for finding in findings)
    if check is not None:
        text = "\n".join(filter(None, (text, *_sides(check))))
    if worst is not None:
        return _Case(name, "failure" if worst.severity == "error" else "error", worst.name, worst.message, text)
    if check is not None and check.status in _OPEN:
        status = word(check.status, language)
        outcome: Outcome = "failure" if _OPEN[check.status] == "failure" else "error"
        return _Case(name, outcome, check.status, status, text or status)
    if check is not None and check.status == "not_required" and not findings:
        return _Case(name, "skipped", check.status, word(check.status, language), text)
    return _Case(name, None, "", "", text)


def _rank(finding: Finding) -> int:
    return FAILS.index(finding.severity)


def _said(finding: Finding, language: str) -> str:
    said = f"{finding.severity} {finding.code} {finding.name}: {one_line(finding.message)}"
    return said if not finding.advice else f"{said}\n  {one_line(finding.advice)}"


def _sides(check: Check) -> Iterator[str]:
    for text, sign in ((check.expected, "-"), (check.found, "+")):
        if text is not None and check.status not in ("match", "not_required"):
            yield from (f"  {sign} {line}" for line in shown(text).split("\n"))
