"""The question to the customer: what the draft shows otherwise, and which version counts; they decide, not we."""

from collections.abc import Iterator, Mapping, Sequence

from docvalidate.errors import DocvalidateError
from docvalidate.model import Check, Finding, Report
from docvalidate.model.urgency import ROUTING
from docvalidate.reporters.question import WIDTH
from docvalidate.reporters.typesetting import visible, wrap
from docvalidate.reporters.word_given import confirmed
from docvalidate.wording import phrase, word

from .amendment import to_correct
from .shipments import heading, nothing, quoted

ASKED = (
    "newer-version-unconfirmed", "not-confirmed-for-order", "no-confirmed-version", "conflicting-confirmations",
    "version-not-in-force", "label-reused", "instruction-is-draft", "instruction-dates-conflict", "confirmation-weak",
    "confirmation-void", "waiver-void", "no-lane-applies", "version-gap",
)  # fmt: skip
"""What only the customer can settle."""


def blocks(reports: Sequence[Report], language: str) -> Mapping[str, Sequence[str]]:
    """What fills the template. Raises DocvalidateError where there is nothing to ask."""
    deviations = list(_deviations(reports, language))
    questions = list(_questions(reports, language))
    if not deviations and not questions:
        raise DocvalidateError(f"nothing to ask the customer: {nothing(reports)}")
    return {"versions": list(versions(reports, language)), "deviations": deviations, "questions": questions}


def versions(reports: Sequence[Report], language: str) -> Iterator[str]:
    """Which version each draft was held against, and on whose word."""
    for report in reports:
        yield from wrap(heading(report, language), WIDTH)
        held = report.instruction
        if held is None:
            yield from wrap(phrase("report", "no_instruction", language, {}), WIDTH, "  ")
            continue
        told = phrase("report", "version", language, {"version": held.version, "title": held.title or ""})
        facts = [told.strip(" ,，")]
        if held.received is not None:
            facts.append(phrase("instructions", "received", language, {"date": held.received.isoformat()}))
        yield from wrap(visible(("，" if language == "zh" else ", ").join(facts)), WIDTH, "  ")
        word_ = held.confirmation
        if word_ is None:
            yield from wrap(phrase("instructions", "unconfirmed", language, {}), WIDTH, "  ")
            continue
        yield from wrap(visible(confirmed(word_, language)), WIDTH, "  ")


def _deviations(reports: Sequence[Report], language: str) -> Iterator[str]:
    number = 0
    for report in reports:
        version = report.instruction.version if report.instruction is not None else ""
        for check in [*to_correct(report), *_missing(report)]:
            number += 1
            if number > 1:
                yield ""
            name = word(check.field, language)
            basis = "" if check.basis in (None, "stated") else f" ({word(str(check.basis), language)})"
            several = "" if len(reports) == 1 else f", {heading(report, language)}"
            yield from wrap(visible(f"{name[:1].upper()}{name[1:]}{basis}{several}"), WIDTH, f"{number}. ", "   ")
            yield "   " + phrase("letter", "instructed_by", language, {"version": visible(version)})
            yield from quoted(check.expected, language)
            yield "   " + phrase("letter", "stands" if check.field in ROUTING else "draft_shows", language, {})
            shown = check.found or word(check.status, language)
            yield from quoted(shown, language)


def _missing(report: Report) -> list[Check]:
    """Ports that the draft does not show: the customer may know the route that was agreed on."""
    known = to_correct(report)
    return [it for it in report.checks if it.status == "not_shown" and it not in known]


def _questions(reports: Sequence[Report], language: str) -> Iterator[str]:
    """Each open point of the versions once, with a letter before it."""
    asked: dict[str, None] = {}
    for report in reports:
        for finding in report.findings:
            # A note is what the customer's own policy lets pass: they asked not to be asked.
            if finding.name in ASKED and finding.severity != "note":
                asked[_question(finding, report, language)] = None
    for number, text in enumerate(asked):
        # After (z) comes (27): nobody asks as many questions, and if somebody does they are still told apart.
        sign = chr(ord("a") + number) if number < 26 else str(number + 1)
        yield from wrap(visible(text), WIDTH, f"({sign}) ")


def _question(finding: Finding, report: Report, language: str) -> str:
    held = report.instruction
    words = {
        "version": finding.version or (held.version if held is not None else ""),
        "order": report.order or "",
        **finding.details,
    }
    return phrase("letter", f"asks_{finding.name}".replace("-", "_"), language, words)
