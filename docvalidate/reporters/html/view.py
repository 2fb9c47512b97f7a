"""What the page shows, in the order in which a clerk asks: how it stands, what is wrong, what to do, on whose word."""

import re
from collections.abc import Iterable, Iterator

from docvalidate.model import Check, Difference, Finding, Report, Source, TransportDocument
from docvalidate.wording import phrase

from ..document import rows
from ..lateness import deadline, lateness
from ..places import where
from ..side_by_side import mark_for
from .grounds import Grounds
from .marks import marked
from .papers import Papers, check_key, finding_key, sources_of
from .said import Said, Speaker
from .shown import ShownCheck, ShownFinding, ShownUrgency, Step, Value, Values

ICONS = {
    **dict.fromkeys(("mismatch", "error"), "✕"),
    **dict.fromkeys(("not_shown", "unreadable", "unverified"), "?"),
    **dict.fromkeys(("partial", "warning"), "!"),
    **dict.fromkeys(("match", "format_difference"), "✓"),
    "waived": "≈",
    "note": "•",
}
"""How a state looks to those who see no colours."""
_CUTTING = re.compile(r"data:image/png;base64,[A-Za-z0-9+/]+=*")
_LARGEST_CUTTING = 60_000


class View:
    """One report in every language of the page."""

    def __init__(self, report: Report, speaker: Speaker) -> None:
        self.report, self.speaker = report, speaker
        self.grounds = Grounds(report, speaker)
        self.papers = Papers(report, speaker)
        self._spelt: dict[Source, str] = {}
        self.values = tuple(self._values())
        self._cards = {check.field: check_key(check) for check in report.checks if check.status != "not_required"}
        self._boxes = {check.field: self._lit(sources_of(check, report)) for check in report.checks}

    def label(self, key: str, **words: str) -> Said:
        return self.speaker.phrase("report", key, **words)

    def title(self) -> Said:
        """What a mail program or a browser's tab shows."""
        document = self.report.document
        facts = (self.report.order, document.number if document is not None else None, self.report.customer)
        rest = ", ".join(fact for fact in facts if fact)
        return self.speaker.each(lambda language: f"{phrase('report', self.report.verdict, language, {})}: {rest}")

    def counts(self) -> Said:
        severities = ("error", "unverified", "warning", "note")
        found = {it: str(sum(finding.severity == it for finding in self.report.findings)) for it in severities}
        return self.label("counts", **found)

    def urgency(self) -> ShownUrgency | None:
        """How late it is; null where nothing tells."""
        urgency = self.report.urgency
        if urgency is None:
            return None
        told = [tuple(lateness(urgency, language)) for language in self.speaker.languages]
        last = self.speaker.each(lambda language: deadline(urgency, language))
        lines = [Said(tuple(zip(self.speaker.languages, same, strict=True))) for same in zip(*told, strict=True)]
        more = tuple(line for line in lines[1:] if line != last)
        return ShownUrgency(
            urgency.label, self.speaker.phrase("urgency", f"label_{urgency.label}"), lines[0], last, more
        )

    def findings(self) -> tuple[ShownFinding, ...]:
        """Every finding, the worst first, as the report has them."""
        return tuple(self._finding(finding_key(number), it) for number, it in enumerate(self.report.findings, 1))

    def _finding(self, key: str, finding: Finding) -> ShownFinding:
        boxes = self._lit([finding.source]) or self._boxes.get(finding.field or "", ())
        return ShownFinding(
            key=key,
            finding=finding,
            severity=self.speaker.word(finding.severity),
            field=self.speaker.word(finding.field, capital=True) if finding.field is not None else None,
            message=self._told(finding, "message", finding.message),
            boxes=boxes,
            target=next(iter(boxes), self._cards.get(finding.field or "")),
            place=self._place(finding.source),
        )

    def steps(self) -> Iterator[Step]:
        """What is to be done, each thing once, the most pressing first; a note asks for nothing."""
        groups: dict[str, list[Finding]] = {}
        for finding in self.report.findings:
            if finding.severity != "note" and finding.advice:
                groups.setdefault(self._plain(finding.advice), []).append(finding)
        for advice, same in groups.items():
            fields = dict.fromkeys(finding.field for finding in same if finding.field is not None)
            stages = dict.fromkeys(key for finding in same for key in self._stages(finding.advice))
            yield Step(
                self._told(same[0], "advice", advice),
                self.speaker.names(fields),
                tuple(self.speaker.phrase("urgency", key) for key in stages),
            )

    def _stages(self, advice: str) -> tuple[str, ...]:
        """What the stage of the shipment has added to an advice: the key of its phrase."""
        urgency, chosen = self.report.urgency, self.speaker.languages[0]
        if urgency is None:
            return ()
        keys = (f"{what}_{urgency.stage}" for what in ("parties", "routing"))
        return tuple(key for key in keys if (text := phrase("urgency", key, chosen, {})) and advice.endswith(text))[:1]

    def _plain(self, advice: str) -> str:
        """The advice without what the stage has added."""
        chosen = self.speaker.languages[0]
        for key in self._stages(advice):
            advice = advice.removesuffix(phrase("urgency", key, chosen, {})).rstrip()
        return advice

    def _told(self, finding: Finding, part: str, already: str) -> Said:
        """What the report says in the language asked for, and the same from the catalogue in the others."""
        chosen = self.speaker.languages[0]
        words = {
            "field": finding.field or "",
            "expected": finding.expected or "",
            "found": finding.found or "",
            "version": finding.version or "",
            **finding.details,
        }
        return self.speaker.each(
            lambda language: already if language == chosen else phrase(finding.name, part, language, words) or already
        )

    def checks(self) -> Iterator[ShownCheck]:
        """Every field that the instruction speaks of, those that differ first."""
        asked = [check for check in self.report.checks if check.status != "not_required"]
        good = ("match", "format_difference", "waived")
        for check in sorted(asked, key=lambda check: check.status in good):
            yield self._check(check)

    def _check(self, check: Check) -> ShownCheck:
        expected, found = marked(check.expected or "", check.found or "", mark_for(check))
        waiver = check.waiver
        return ShownCheck(
            key=check_key(check),
            check=check,
            name=self.speaker.word(check.field, capital=True),
            status=self.speaker.word(check.status),
            icon=ICONS.get(check.status, ""),
            expected=expected,
            found=found,
            differences=tuple(self._difference(it) for it in check.differences if not _is_all(it, check)),
            boxes=self._boxes[check.field],
            place=self._place(check.source),
            basis=self.speaker.word(check.basis) if check.basis not in (None, "stated") else None,
            waiver=None
            if waiver is None
            else self.label("waiver", by=waiver.by, date=waiver.date.isoformat(), order=waiver.order),
            cutting=_cutting(check.source),
        )

    def _difference(self, difference: Difference) -> Said:
        expected, found, reason = difference.expected, difference.found, difference.reason
        key = "missing" if found is None else "extra" if expected is None else "difference"
        words = {"part": difference.part, "expected": expected or "", "found": found or ""}

        def say(language: str) -> str:
            because = "" if reason is None else phrase("report", "because", language, {"reason": reason})
            return phrase("report", key, language, words) + because

        return self.speaker.each(say)

    def unasked(self) -> Said | None:
        """The fields that nobody asked about: silence is not agreement, so they are named."""
        fields = [check.field for check in self.report.checks if check.status == "not_required"]
        return self.label("unasked", fields="; ".join(fields)) if fields else None

    def _lit(self, sources: Iterable[Source | None]) -> tuple[str, ...]:
        """The boxes around these places, or the values that stand there."""
        kept = tuple(sources)
        spelt = dict.fromkeys(self._spelt[it] for it in kept if it is not None and it in self._spelt)
        return self.papers.keys(kept) or tuple(spelt)

    def _values(self) -> Iterator[Values]:
        """Every value of every paper, with its place: for those who do not see the page, and for papers without one."""
        pictured = {page.paper for page in self.papers.pages}
        for paper in (self.report.document, *self.report.supporting):
            if paper is not None:
                name = paper.file or "document"
                seen = any(it == name or it.startswith(f"{name}: ") for it in pictured)
                yield Values(name, seen, tuple(self._rows(paper, seen)))

    def _rows(self, paper: TransportDocument, pictured: bool) -> Iterator[Value]:
        told = [tuple(rows(paper, language)) for language in self.speaker.languages]
        for same in zip(*told, strict=True):
            source = same[0][2]
            if not same[0][1]:
                continue
            key = f"value-{len(self._spelt) + 1}" if source is not None and not pictured else ""
            if source is not None and not pictured:
                # A port of transshipment that was inferred stands where the port of discharge stands.
                key = key if self._spelt.setdefault(source, key) == key else ""
            each = list(zip(self.speaker.languages, same, strict=True))
            title = Said(tuple((language, row[0]) for language, row in each))
            yield Value(
                key, title, Said(tuple((language, row[1] or "") for language, row in each)), self._place(source)
            )

    def _place(self, source: Source | None) -> Said | None:
        """Where a value stands; of a place with a box on a page, the numbers of the box tell nothing more."""
        if source is None:
            return None
        shown = source if not self.papers.keys([source]) else source.model_copy(update={"box": None})
        return self.speaker.each(lambda language: where(shown, language))


def _is_all(difference: Difference, check: Check) -> bool:
    """The two columns say it all."""
    return (difference.expected, difference.found, difference.reason) == (check.expected, check.found, None)


def _cutting(source: Source | None) -> str | None:
    """The part of the picture from which the letters were read."""
    image = source.image if source is not None else None
    if image is None or len(image) > _LARGEST_CUTTING or not _CUTTING.fullmatch(image):
        return None
    return image
