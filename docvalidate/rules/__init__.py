"""The shelf of rules: one judgement, one module; a rule looks at the case and yields what it saw.

A module is a rule when it has FINDINGS (its kinds) and judge(case); it is collected, not listed. Its docstring is its
manual, with a sample that passes and one that fails.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from docvalidate.model import Finding
from docvalidate.model.case import Case, Kind, Observation
from docvalidate.model.urgency import ROUTING, Urgency
from docvalidate.wording import phrase

SEVERITIES = ("error", "unverified", "warning", "note")


class Rule(Protocol):
    """What the shelf expects of a module."""

    __doc__: str | None
    __name__: str
    FINDINGS: tuple[Kind, ...]

    def judge(self, case: Case) -> Iterator[Observation]:
        """Yield what is to be looked at; say nothing where there is nothing."""
        ...


@cache
def shelf() -> tuple[Rule, ...]:
    """Every rule, in the order of its first code."""
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    return tuple(sorted((m for m in modules if hasattr(m, "FINDINGS")), key=lambda rule: rule.FINDINGS[0].code))


@cache
def kinds() -> dict[str, Kind]:
    """Every finding by its name. Two rules that claim one name or one code are an error of ours."""
    found: dict[str, Kind] = {}
    codes: set[str] = set()
    for rule in shelf():
        for kind in rule.FINDINGS:
            if kind.name in found or kind.code in codes:
                raise ValueError(f"{rule.__name__}: {kind.code} {kind.name} is claimed twice")
            found[kind.name] = kind
            codes.add(kind.code)
    return found


def judge(case: Case, language: str = "en") -> tuple[Finding, ...]:
    """Let every rule look at the case; the worst findings first, then what has to be acted on first, then by code.

    How late it is never makes a finding more or less severe: it decides the order and adds to the advice.
    """
    seen = [observation for rule in shelf() for observation in rule.judge(case)]
    findings = dict.fromkeys(_stamp(observation, language) for observation in seen)
    ranked = sorted(findings, key=lambda finding: _rank(finding, case.urgency))
    return tuple(ranked if case.urgency is None else _hurried(ranked, case.urgency, language))


def _hurried(findings: list[Finding], urgency: Urgency, language: str) -> Iterator[Finding]:
    """The findings, the first of each field with what the stage of the shipment means for its advice."""
    told: set[str | None] = set()
    for finding in findings:
        what = "routing" if finding.field in ROUTING else "parties"
        if urgency.correctable.of(finding.field) is None or finding.severity == "note" or finding.field in told:
            yield finding
            continue
        told.add(finding.field)
        advice = phrase("urgency", f"{what}_{urgency.stage}", language, {})
        gap = "" if language == "zh" else " "
        yield finding.model_copy(update={"advice": f"{finding.advice}{gap}{advice}"})


def _rank(finding: Finding, urgency: Urgency | None) -> tuple[int, int, str, str, str]:
    pressing = 1 if urgency is None else urgency.turn(finding.field)
    return (SEVERITIES.index(finding.severity), pressing, finding.code, finding.field or "", finding.found or "")


def _stamp(seen: Observation, language: str) -> Finding:
    kind = kinds()[seen.name]
    words = {
        "field": seen.field or "",
        "expected": seen.expected or "",
        "found": seen.found or "",
        "version": seen.version or "",
        **seen.details,
    }
    return Finding(
        code=kind.code,
        name=kind.name,
        severity=seen.severity or kind.severity,
        field=seen.field,
        message=phrase(kind.name, "message", language, words),
        expected=seen.expected,
        found=seen.found,
        version=seen.version,
        source=seen.source,
        advice=phrase(kind.name, "advice", language, words),
        details=dict(seen.details),
    )
