"""What a check rests on: which version, on whose word, with what evidence, and the hashes that prove all of it."""

from collections.abc import Iterator
from functools import partial

from docvalidate.model import HeldAgainst, Report, TransportDocument
from docvalidate.reporters.verdict import unread_file
from docvalidate.reporters.word_given import by
from docvalidate.wording import phrase, word

from .said import Said, Speaker
from .shown import Row


class Grounds:
    """The grounds of one report."""

    def __init__(self, report: Report, speaker: Speaker) -> None:
        self.report, self.speaker = report, speaker

    def label(self, key: str, **words: str) -> Said:
        return self.speaker.phrase("report", key, **words)

    def facts(self) -> Iterator[Row]:
        """What was held against what, on whose word: what must be known before the rest is read."""
        report, document, held = self.report, self.report.document, self.report.instruction
        yield Row(self.label("customer"), report.customer)
        yield Row(self.label("order"), report.order or self.label("no_order"))
        if document is None:
            file = unread_file(report)
            yield Row(self.label("draft"), self.label("unread", file=file) if file else self.label("no_document"))
        else:
            yield Row(self.label("draft"), self._paper(document))
        yield Row(self.label("as_of"), report.as_of.isoformat())
        yield from self._held(held)

    def proofs(self) -> Iterator[Row]:
        """What proves it: the version and the word for it, hashes, the customer's own sentence, the record."""
        report, held = self.report, self.report.instruction
        say = self.speaker.phrase
        yield from self._held(held)
        if held is not None:
            if held.file:
                yield Row(say("html", "instruction_file"), held.file)
            if held.received is not None:
                yield Row(say("html", "received"), held.received.isoformat())
            if held.sha256 is not None:
                yield Row(say("html", "instruction_hash"), held.sha256)
            yield from self._recorded(held)
        if report.document is not None and report.document.sha256 is not None:
            yield Row(say("html", "draft_hash"), report.document.sha256)
        for paper in report.supporting:
            yield Row(self.label("supporting"), self._paper(paper))
        if report.record is not None:
            head = {"number": str(report.record.number), "hash": report.record.hash}
            yield Row(self.label("record"), self.label("head", **head))

    def _recorded(self, held: HeldAgainst) -> Iterator[Row]:
        recorded = held.confirmation.recorded if held.confirmation is not None else None
        if recorded is None:
            return
        say = self.speaker.phrase
        if recorded.quote:
            yield Row(say("ledger", "quote"), say("ledger", "quoted", quote=recorded.quote))
        if recorded.grade is not None:
            yield Row(say("ledger", "grade"), self.speaker.word(f"grade_{recorded.grade}"))
        if recorded.message is not None:
            about = (recorded.message.sender, recorded.message.date, recorded.message.subject, recorded.message.id)
            yield Row(say("ledger", "message_id"), ", ".join(fact for fact in about if fact))
        if recorded.evidence_sha256 is not None:
            yield Row(say("html", "evidence_hash"), recorded.evidence_sha256)

    def _held(self, held: HeldAgainst | None) -> Iterator[Row]:
        if held is None:
            yield Row(self.label("instruction"), self.label("no_instruction"))
            return

        def version(language: str) -> str:
            said = phrase("report", "version", language, {"version": held.version, "title": held.title or ""})
            return ", ".join(part for part in (said.strip(" ,，"), held.lane) if part)

        yield Row(self.label("instruction"), self.speaker.each(version))
        given = held.confirmation
        if given is None:
            yield Row(self.label("confirmed"), self.label("nobody"))
            return
        yield Row(self.label("confirmed"), self.speaker.each(partial(by, given)))
        yield Row(self.label("evidence"), given.evidence or self.label("no_evidence"))

    def _paper(self, document: TransportDocument) -> Said:
        def say(language: str) -> str:
            facts = (document.file, word(document.kind, language), document.number)
            return ", ".join(fact for fact in facts if fact)

        return self.speaker.each(say)
