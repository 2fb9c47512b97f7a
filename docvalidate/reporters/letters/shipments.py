"""What every letter says of its shipments: their numbers, how urgent they are, and by when."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from docvalidate.model import Finding, Report
from docvalidate.reporters.lateness import at_clock
from docvalidate.reporters.typesetting import visible
from docvalidate.reporters.verdict import unread_file
from docvalidate.wording import phrase, word

_PRESSING = ("damage_control", "at_sea", "critical", "urgent", "act_today")
"""From the worst down; what is only planned, or over, is not urgent."""

_GAP = "–"
"""What stands in a message for a word that is not known."""


def each_once(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Of several checks of one bill the latest, in the order given."""
    latest: dict[tuple[str | None, ...], Report] = {}
    for report in reports:
        paper = report.document
        handed_in = None if report.request is None else report.request.draft.sha256
        key: tuple[str | None, ...] = (report.order, handed_in)
        if paper is not None:
            key = (report.order, paper.number, paper.booking_number) if paper.number else (report.order, paper.sha256)
        if key not in latest or latest[key].as_of <= report.as_of:
            latest[key] = report
    return tuple(latest.values())


def nothing(reports: Sequence[Report]) -> str:
    """Why there is nothing to write about: never that a draft agrees of which that is not known."""
    open_ = sorted({it.name for report in reports for it in report.findings if it.severity in ("error", "unverified")})
    if not open_ and all(report.verdict == "cleared" for report in reports):
        return "the draft is cleared"
    return f"what is open ({', '.join(open_) or 'see the report'}) is not for this letter; see docvalidate explain"


def numbers(report: Report, language: str) -> list[str]:
    """The numbers of bill, booking and order, as far as the papers show them."""
    paper = report.document
    told = [("bill", paper.number if paper else None), ("booking", booking_of(report)), ("order", report.order)]
    found = [phrase("letter", key, language, {"number": _line(number)}) for key, number in told if number]
    return found or [file_of(report) or phrase("letter", "draft", language, {})]


def file_of(report: Report) -> str | None:
    """The name of the draft's file, also of one that could not be read; null where it came without a name."""
    name = unread_file(report) if report.document is None else report.document.file
    # What a program calls a stream, as `<stdin>`, says nothing to whoever gets the letter.
    return None if not name or name.startswith("<") else _line(name)


def booking_of(report: Report) -> str | None:
    """The number of the booking, from the draft, else from another paper of the shipment."""
    papers = (report.document, *report.supporting)
    return next((paper.booking_number for paper in papers if paper is not None and paper.booking_number), None)


def vessel_of(report: Report) -> str | None:
    """Vessel and voyage, from the draft, else from a plan."""
    papers = [paper for paper in (report.document, *report.supporting) if paper is not None]
    named = [(paper.vessel, paper.voyage) for paper in papers]
    named += [(leg.vessel, leg.voyage) for paper in papers for leg in paper.legs]
    found = next(((vessel, voyage) for vessel, voyage in named if vessel), None)
    return None if found is None else " / ".join(_line(part) for part in found if part)


def heading(report: Report, language: str) -> str:
    """What a bill is called above what is said of it."""
    paper = report.document
    comma = "，" if language == "zh" else ", "
    facts = list(numbers(report, language))
    file = file_of(report)
    if paper is not None:
        kind = word(paper.kind, language)
        facts.append(f"{kind} {file}" if file else kind)
    elif file is not None and file not in facts:
        facts.append(file)
    vessel = vessel_of(report)
    return comma.join((*facts, *(() if vessel is None else (vessel,))))


def shipments(reports: Sequence[Report], language: str) -> str:
    """All of them in one line, each number once."""
    found = dict.fromkeys(number for report in reports for number in numbers(report, language))
    return ("，" if language == "zh" else ", ").join(found)


def urgent(reports: Sequence[Report], language: str, *, to_us: bool) -> str:
    """The worst urgency of them, for the subject; empty where nothing presses. Others are told no more than that."""
    labels = {report.urgency.label for report in reports if report.urgency is not None}
    worst = next((label for label in _PRESSING if label in labels), None)
    if worst is None:
        return ""
    return (
        f"[{phrase('urgency', f'label_{worst}', language, {})}] " if to_us else phrase("letter", "urgent", language, {})
    )


def due(reports: Sequence[Report], given: date | datetime | None) -> str:
    """The moment that was given, else the earliest cut-off or sailing to come, with its time zone; empty where none is.

    An arrival is no such moment: what can still be done at sea has to be done long before it.
    """
    if given is not None:
        if not isinstance(given, datetime):
            return given.isoformat()
        return given.isoformat(" ", "minutes")
    known = [report.urgency.deadline for report in reports if report.urgency is not None]
    coming = [it for it in known if it is not None and it.kind != "arrival"]
    first = min(coming, key=lambda it: it.at, default=None)
    if first is None:
        return ""
    return f"{at_clock(first)} ({first.time_zone or first.at.strftime('UTC%z')})"


def late(reports: Sequence[Report], language: str) -> str:
    """That the ship has sailed, or that the cut-off was missed; empty where neither is known."""
    urgencies = [report.urgency for report in reports if report.urgency is not None]
    for key, points in (("sailed", [it.sailed for it in urgencies]), ("missed", [it.missed for it in urgencies])):
        passed = min((it for it in points if it is not None), key=lambda it: it.at, default=None)
        if passed is not None:
            return phrase("letter", key, language, {"at": at_clock(passed)})
    return ""


def said(finding: Finding, language: str) -> str:
    """What a finding says, in the language of the letter, whatever that of the report was."""
    words = {
        "field": finding.field or "", "expected": finding.expected or "", "found": finding.found or "",
        "version": finding.version or "", **finding.details,
    }  # fmt: skip
    text = phrase(finding.name, "message", language, words)
    # A finding of an older program may lack a word of today's message: what it said itself is whole.
    whole = text and (_GAP not in text or _GAP in finding.message)
    return _line(text if whole else finding.message)


def quoted(text: str | None, language: str, indent: str = "      ") -> Iterator[str]:
    """A text letter for letter, each line on its own, never wrapped: it is there to be copied."""
    for line in (text or phrase("letter", "nothing", language, {})).splitlines():
        yield (indent + visible(line)).rstrip()


def _line(text: str) -> str:
    return visible(" ".join(text.split()))
