"""The report for a clerk: the verdict first, then on whose word it rests, then what differs and what to do about it."""

from collections.abc import Iterable, Iterator

from docvalidate.model import Check, Difference, Finding, HeldAgainst, Report
from docvalidate.wording import phrase, word

from .lateness import lateness
from .places import where
from .side_by_side import mark_for, side_by_side, titles
from .typesetting import columns, pad, paint, spaced, visible, wrap
from .verdict import counts, unread
from .word_given import by

NAME = "text"

_VERDICT_STYLE = {"held": "red", "cleared": "green", "unverified": "yellow"}
_STATUS_STYLE = {
    "match": "green",
    "format_difference": "green",
    "waived": "green",
    "not_required": "dim",
    "partial": "yellow",
    "not_shown": "yellow",
    "unreadable": "yellow",
    "mismatch": "red",
}
_SEVERITY_STYLE = {"error": "red", "unverified": "yellow", "warning": "yellow", "note": "dim"}
_URGENCY_STYLE = {
    "act_today": "yellow",
    "urgent": "yellow",
    "critical": "red",
    "at_sea": "red",
    "damage_control": "red",
}
_INDENT = "  "


def render(report: Report, *, language: str, color: bool, width: int) -> str:
    """The report as a page of that width."""
    page = _Page(report, language, color, width)
    parts = [
        page.verdict(),
        page.lateness(),
        page.grounds(),
        *page.fields(),
        page.others(),
        page.unasked(),
        page.notes(),
    ]
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


class _Page:
    """One report in one language at one width."""

    def __init__(self, report: Report, language: str, color: bool, width: int) -> None:
        self.report, self.language, self.color, self.width = report, language, color, width
        self.told = [finding for finding in report.findings if finding.severity != "note"]

    def label(self, key: str, **words: str) -> str:
        return phrase("report", key, self.language, words)

    def verdict(self) -> Iterator[str]:
        """The verdict in a word, what it means, and the first reason for it."""
        verdict = self.report.verdict
        name = self.label(verdict)
        lines = wrap(self.label(f"{verdict}_means"), self.width, name + "  ")
        yield paint(name, _VERDICT_STYLE[verdict], self.color) + lines[0][len(name) :]
        yield from lines[1:]
        if self.told:
            yield from wrap(visible(self.told[0].message), self.width)
        yield from wrap(counts(self.report, self.language), self.width)

    def lateness(self) -> Iterator[str]:
        """How late it is: the stage, the deadline and what is left, where anything tells."""
        urgency = self.report.urgency
        if urgency is None:
            return
        if self.report.verdict == "cleared":
            # Nobody has to act: when the draft must be approved is all that matters.
            for line in lateness(urgency, self.language, to_correct=False):
                yield from wrap(line, self.width)
            return
        label = phrase("urgency", f"label_{urgency.label}", self.language, {})
        first, *others = lateness(urgency, self.language)
        head, *rest = wrap(first, self.width, label + "  ", "")
        yield paint(label, _URGENCY_STYLE.get(urgency.label), self.color) + head[len(label) :]
        yield from rest
        for line in others:
            yield from wrap(line, self.width)

    def grounds(self) -> Iterator[str]:
        """What was held against what, on whose word, on which day."""
        report = self.report
        rows = [("customer", report.customer), ("order", report.order or self.label("no_order"))]
        rows += self._instruction(report.instruction)
        rows.append(("as_of", report.as_of.isoformat()))
        document = report.document
        if document is None:
            rows.append(("draft", unread(report, self.language)))
        else:
            facts = (document.file, word(document.kind, self.language), document.number)
            rows.append(("draft", ", ".join(fact for fact in facts if fact)))
        if report.supporting:
            kinds = (f"{paper.file or ''} ({word(paper.kind, self.language)})".strip() for paper in report.supporting)
            rows.append(("supporting", ", ".join(kinds)))
        if report.record is not None:
            head = self.label("head", number=str(report.record.number), hash=report.record.hash)
            rows.append(("record", head))
        widest = max(columns(self.label(key)) for key, _ in rows)
        for key, value in rows:
            yield from wrap(visible(value), self.width, _INDENT + pad(self.label(key), widest) + _INDENT)

    def _instruction(self, held: HeldAgainst | None) -> Iterator[tuple[str, str]]:
        if held is None:
            yield "instruction", self.label("no_instruction")
            return
        yield "instruction", self.label("version", version=held.version, title=held.title or "").strip(" ,，")
        if held.lane is not None:
            yield "lane", held.lane
        given = held.confirmation
        if given is None:
            yield "confirmed", self.label("nobody")
            return
        yield "confirmed", by(given, self.language)
        yield "evidence", given.evidence or self.label("no_evidence")

    def fields(self) -> Iterator[Iterator[str]]:
        """Every field that the instruction speaks of, the draft beside it."""
        urgency = self.report.urgency
        checks = [check for check in self.report.checks if check.status != "not_required"]
        # What agrees keeps its place: only what somebody has to act on has a turn.
        pressing = [check for check in checks if any(finding.field == check.field for finding in self.told)]
        turns = iter(pressing if urgency is None else sorted(pressing, key=lambda it: urgency.turn(it.field)))
        for check in checks:
            yield self._field(next(turns) if check in pressing else check)

    def _field(self, check: Check) -> Iterator[str]:
        yield self._heading(word(check.field, self.language), check.status)
        width = self.width - columns(_INDENT)
        version = self.report.instruction.version if self.report.instruction is not None else ""
        expected = check.expected if check.expected is not None else self.label("nothing_expected")
        found = check.found if check.found is not None else word(check.status, self.language)
        if check.expected is not None or check.found is not None:
            head = titles(self.label("expected", version=visible(version)), self.label("found"), width)
            yield _INDENT + paint(head, "dim", self.color)
            for line in side_by_side(expected, found, width=width, color=self.color, mark=mark_for(check)):
                yield _INDENT + line
        for difference in check.differences:
            yield from self._difference(difference, check)
        if check.source is not None or check.basis not in {None, "stated"}:
            basis = "" if check.basis in {None, "stated"} else word(str(check.basis), self.language)
            place = where(check.source, self.language) if check.source is not None else ""
            text = "; ".join(part for part in (place, basis) if part)
            yield from wrap(visible(text), self.width, _INDENT + spaced(self.label("where")))
        if check.waiver is not None:
            waiver = check.waiver
            text = self.label("waiver", by=waiver.by, date=waiver.date.isoformat(), order=waiver.order)
            yield from wrap(visible(text), self.width, _INDENT)
        yield from self._findings(finding for finding in self.told if finding.field == check.field)

    def _difference(self, difference: Difference, check: Check) -> Iterator[str]:
        expected, found, reason = difference.expected, difference.found, difference.reason
        if (expected, found, reason) == (check.expected, check.found, None):
            return  # the two columns say it all
        key = "missing" if found is None else "extra" if expected is None else "difference"
        text = self.label(key, part=difference.part, expected=expected or "", found=found or "")
        if reason is not None:
            text += self.label("because", reason=reason)
        yield from wrap(visible(text), self.width, _INDENT + "- ")

    def others(self) -> Iterator[str]:
        """What is to be said of the instruction's version and of the paper as a whole."""
        shown = {check.field for check in self.report.checks if check.status != "not_required"}
        findings = [finding for finding in self.told if finding.field not in shown]
        if findings:
            yield self._heading(self.label("others"))
            yield from self._findings(findings)

    def unasked(self) -> Iterator[str]:
        """The fields that nobody asked about: silence is not agreement, so they are named."""
        fields = [check.field for check in self.report.checks if check.status == "not_required"]
        if fields:
            yield from wrap(self.label("unasked", fields="; ".join(fields)), self.width)

    def notes(self) -> Iterator[str]:
        """What need not be acted on, a line each."""
        notes = [finding for finding in self.report.findings if finding.severity == "note"]
        if notes:
            yield self._heading(self.label("notes"))
            for note in notes:
                yield from wrap(visible(f"{note.message} [{note.code}]"), self.width, _INDENT + "- ", _INDENT * 2)

    def _heading(self, title: str, status: str | None = None) -> str:
        title = title[:1].upper() + title[1:]
        state = "" if status is None else word(status, self.language).upper()
        head = f"-- {title}: " if state else f"-- {title}"
        line = "-" * max(self.width - columns(head + state) - 1, 0)
        return f"{head}{paint(state, _STATUS_STYLE.get(status or ''), self.color)} {line}"

    def _findings(self, findings: Iterable[Finding]) -> Iterator[str]:
        advised: set[str] = set()
        for finding in findings:
            severity = word(finding.severity, self.language).upper()
            first = f"{_INDENT}{severity}  "
            lines = wrap(visible(f"{finding.message} [{finding.code} {finding.name}]"), self.width, first, _INDENT * 2)
            style = _SEVERITY_STYLE[finding.severity]
            yield _INDENT + paint(severity, style, self.color) + lines[0][len(_INDENT + severity) :]
            yield from lines[1:]
            if finding.advice and finding.advice not in advised:
                advised.add(finding.advice)
                yield from wrap(
                    visible(finding.advice), self.width, _INDENT * 2 + spaced(self.label("do")), _INDENT * 3
                )
