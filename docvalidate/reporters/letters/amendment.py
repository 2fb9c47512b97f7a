"""The correction request: every correction of every bill in one, for each round may be charged.

A wrong port is a wrong route: it is asked to change the booking, and never only the words on the bill.
"""

from collections.abc import Iterator, Mapping, Sequence

from docvalidate.errors import DocvalidateError
from docvalidate.model import Check, Finding, Report
from docvalidate.model.urgency import ROUTING
from docvalidate.reporters.question import WIDTH
from docvalidate.reporters.typesetting import visible, wrap
from docvalidate.wording import phrase, word

from .shipments import heading, nothing, quoted, said

_WRONG = frozenset({"mismatch", "partial"})
_PARTIES = frozenset({"consignee", "notify_party"})
_ASKS = {
    "transshipment-port-not-shown": "ask_route",
    "port-not-shown": "ask_route",
    "documents-disagree": "ask_route",
    "supporting-document-refused": "ask_route",
    "routing-request-differs": "ask_route",
    "port-not-recognised": "ask_locode",
    "port-name-ambiguous": "ask_locode",
    "port-code-conflict": "ask_locode",
    "rider-missing": "ask_rider",
    "page-not-read": "ask_legible",
    "field-unreadable": "ask_legible",
    "field-ambiguous": "ask_legible",
    "document-unreadable": "ask_legible",
    "not-a-transport-document": "ask_legible",
    "hidden-text": "ask_clean",
    "changes-pending": "ask_clean",
}
"""What a finding leaves open, and the paper that settles it."""
_TOLD = frozenset(
    """
    notify-party-order parties-swapped same-as-unresolved to-order-on-sea-waybill port-code-conflict documents-disagree
    changed-between-drafts routing-request-differs
    """.split()
)
"""Findings that tell the forwarder more than the two texts do. Versions are between us and the customer."""


def blocks(reports: Sequence[Report], language: str) -> Mapping[str, Sequence[str]]:
    """What fills the template. Raises DocvalidateError where there is nothing to correct and nothing to send."""
    corrections = list(_corrections(reports, language))
    asked = [line for text in _asked(reports, language) for line in wrap(text, WIDTH, "  - ")]
    if asked and not corrections and len(reports) == 1:
        asked = [*wrap(heading(reports[0], language), WIDTH), *asked]
    if not corrections and not asked:
        raise DocvalidateError(f"nothing to correct: {nothing(reports)}")
    return {"corrections": corrections, "asked": asked, "optional": list(_optional(reports, language))}


def to_correct(report: Report) -> list[Check]:
    """The fields that are wrong, or missing where the instruction asks for a party; the most pressing first."""
    wrong = [it for it in report.checks if it.status in _WRONG or (it.status == "not_shown" and it.field in _PARTIES)]
    urgency = report.urgency
    return wrong if urgency is None else sorted(wrong, key=lambda it: urgency.turn(it.field))


def _corrections(reports: Sequence[Report], language: str) -> Iterator[str]:
    number = 0
    for report in reports:
        checks, told = to_correct(report), _told(report)
        if not checks and not told:
            continue
        yield ""
        yield from wrap(heading(report, language), WIDTH)
        for check in checks:
            number += 1
            yield ""
            yield from _correction(number, check, language)
        for finding in told:
            number += 1
            yield ""
            yield from wrap(said(finding, language), WIDTH, f"{number}. ", "   ")


def _told(report: Report) -> list[Finding]:
    return [it for it in report.findings if it.name in _TOLD and it.severity in ("error", "warning")]


def _correction(number: int, check: Check, language: str) -> Iterator[str]:
    def say(key: str) -> str:
        return phrase("letter", key, language, {})

    name = word(check.field, language)
    basis = "" if check.basis in (None, "stated") else f" ({word(str(check.basis), language)})"
    yield from wrap(visible(f"{name[:1].upper()}{name[1:]}{basis}"), WIDTH, f"{number}. ", "   ")
    route = check.field in ROUTING
    yield "   " + say("stands" if route else "wrong")
    yield from quoted(check.found, language)
    yield "   " + say("instructed" if route else "right")
    yield from quoted(check.expected, language)
    if route:
        yield from wrap(say("reroute"), WIDTH, "   ")


def _asked(reports: Sequence[Report], language: str) -> list[str]:
    """What must come in writing, each thing once; where one of several bills lacks it, the bill is named."""
    found: dict[str, None] = {}
    for report in reports:
        keys = [_ASKS[it.name] for it in report.findings if it.name in _ASKS and it.severity != "note"]
        if any(check.field in ROUTING for check in to_correct(report)):
            keys.insert(0, "ask_route")
        for key in keys:
            text = phrase("letter", key, language, {})
            found[text if len(reports) == 1 else f"{heading(report, language)}: {text}"] = None
    return list(found)


def _optional(reports: Sequence[Report], language: str) -> Iterator[str]:
    """What is written differently and means the same, while a change is still free."""
    for report in reports:
        if report.urgency is not None and report.urgency.stage not in ("S0", "S1"):
            continue
        for check in report.checks:
            if check.status == "format_difference":
                name = word(check.field, language)
                yield from wrap(visible(f"{name[:1].upper()}{name[1:]}"), WIDTH, "  - ")
                yield "    " + phrase("letter", "draft_shows", language, {})
                yield from quoted(check.found, language)
                yield "    " + phrase("letter", "instructed", language, {})
                yield from quoted(check.expected, language)
