"""SARIF 2.1.0, for whatever collects findings from many tools (OASIS, errata 01).

An `unverified` finding is of level `error`, as an `error` is: what gates by level must not let through what nobody
could check. The severity, the verdict and every field are properties; the exit status is that of the invocation.
"""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from docvalidate._version import __version__
from docvalidate.model import Finding, Report, Source, TransportDocument
from docvalidate.model.report import EXIT_STATUS
from docvalidate.wording import phrase

from .inert import one_line, shown
from .places import where
from .verdict import in_words

NAME = "sarif"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "docvalidate/v1"
_LEVELS = {"error": "error", "unverified": "error", "warning": "warning", "note": "note"}
_BRACKET = re.compile(r"([\[\]\\])")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def render(report: Report, *, language: str, color: bool, width: int) -> str:
    """One run, with the rules that found something."""
    kinds = list(dict.fromkeys((finding.code, finding.name) for finding in report.findings))
    status = EXIT_STATUS[report.verdict]
    run = {
        "tool": {
            "driver": {
                "name": "docvalidate",
                "version": __version__,
                "language": "zh-CN" if language == "zh" else "en-US",
                "rules": [_rule(code, name, language) for code, name in kinds],
            }
        },
        "language": "zh-CN" if language == "zh" else "en-US",
        "invocations": [
            {"executionSuccessful": True, "exitCode": status, "exitCodeDescription": in_words(report, language)}
        ],
        "artifacts": [_artifact(paper) for paper in (report.document, *report.supporting) if paper and paper.file],
        "results": _results(report, [name for _, name in kinds], language),
        "properties": _properties(report),
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(code: str, name: str, language: str) -> dict[str, Any]:
    """The manual of a finding; what a rule says of one draft stands in its results."""
    summary = phrase(name, "summary", language, {}) or name
    return {
        "id": code,
        "name": name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": summary},
        "help": {"text": f"{summary}\ndocvalidate explain {name}"},
    }


def _results(report: Report, names: list[str], language: str) -> list[dict[str, Any]]:
    prints: list[str] = []
    results = []
    for finding in report.findings:
        print_ = _fingerprint(report, finding)
        prints.append(print_)
        results.append(
            {
                "ruleId": finding.code,
                "ruleIndex": names.index(finding.name),
                "level": _LEVELS[finding.severity],
                "message": {"text": _message("\n".join(filter(None, (finding.message, finding.advice))))},
                "locations": _locations(report, finding, language),
                "fingerprints": {FINGERPRINT: f"{print_}:{prints.count(print_)}"},
                "properties": _given(
                    name=finding.name, severity=finding.severity, field=finding.field, expected=finding.expected,
                    found=finding.found, version=finding.version, verdict=report.verdict,
                ),
            }
        )  # fmt: skip
    return results


def _fingerprint(report: Report, finding: Finding) -> str:
    """The same for the same thing wrong with the same order, in every language and wherever it stands."""
    of = (report.customer, report.order, finding.name, finding.field, finding.expected, finding.found, finding.version)
    return sha256(json.dumps(of).encode("ascii")).hexdigest()


def _message(text: str) -> str:
    """Text in brackets before parentheses would be a link, and a number in braces a placeholder (3.11.5, 3.11.6)."""
    safe = shown(text)
    if "](" in safe:
        safe = _BRACKET.sub(r"\\\1", safe)
    return _PLACEHOLDER.sub(r"{{\1}}", safe)


def _locations(report: Report, finding: Finding, language: str) -> list[dict[str, Any]]:
    file = report.document.file if report.document is not None else None
    source = finding.source
    paper = source.document if source is not None else file
    if not paper:
        return []
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(paper)}}}
    if finding.field is not None:
        place["logicalLocations"] = [{"name": finding.field, "kind": "field"}]
    if source is not None:
        place["message"] = {"text": _message(one_line(where(source, language)))}
        place["properties"] = _place(source)
    return [place]


def _place(source: Source) -> Mapping[str, Any]:
    """A page is no line and a box no column, so they are not passed off as a region of a text."""
    box = None if source.box is None else list(source.box)
    return _given(page=source.page, box=box, caption=source.caption, path=source.path)


def _artifact(paper: TransportDocument) -> dict[str, Any]:
    found: dict[str, Any] = {"location": {"uri": _uri(paper.file or "")}, "roles": ["analysisTarget"]}
    if paper.sha256 is not None:
        found["hashes"] = {"sha-256": paper.sha256}
    return found


def _properties(report: Report) -> dict[str, Any]:
    held = report.instruction
    return _given(
        verdict=report.verdict,
        customer=report.customer,
        order=report.order,
        asOf=report.as_of.isoformat(),
        version=None if held is None else held.version,
        lane=None if held is None else held.lane,
        urgency=None if report.urgency is None else report.urgency.label,
        checks=[{"field": check.field, "status": check.status} for check in report.checks],
        record=None if report.record is None else report.record.hash,
    )


def _uri(name: str) -> str:
    """A relative reference, whatever the file is called."""
    return quote(name.replace("\\", "/").lstrip("/"), safe="/") or "document"


def _given(**values: object) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
