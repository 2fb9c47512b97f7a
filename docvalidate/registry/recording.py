"""To put something on record: what is written is decided and written in one go, and each file is kept by its hash."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from docvalidate.model import (
    Confirmation,
    DocvalidateError,
    Entry,
    Evidence,
    Instruction,
    Policy,
    RegistryConflict,
    Report,
    Waiver,
)
from docvalidate.model.ledger import EntryKind

from .folder import File, lies_beside, read_file, read_files
from .folding import BEARING
from .ledger import Draft, canonical
from .store import Pen, Store, key
from .testimony import Testimony

_KEPT_APART = {"confirmations", "waivers", "file", "sha256", "source_state", "missing_evidence"}
"""What makes no other content of a version: the words said of it, and where its file lay."""
_TOLD = ("file", "sha256", "kind", "number", "booking_number")
"""What the entry of a check tells of the paper; the report that is kept beside it tells the rest."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding files: the new entries, and the files of which everything stood on record already."""

    entries: tuple[Entry, ...]
    known: tuple[str, ...]
    relabelled: tuple[str, ...] = ()
    """The versions whose label another content has as well; a check will say so."""


class Recorder:
    """Puts the files and words of a customer on record, and knows what stands there."""

    def __init__(self, store: Store, pen: Pen) -> None:
        self._store, self._pen = store, pen
        self._known: dict[str, dict[str, _Version]] = {}
        self._said: dict[str, set[str]] = {}

    def add(self, place: Path) -> Added:
        """Put a file, or every file of a folder, on record. Raises InvalidInstruction and DocvalidateError."""
        if place.is_dir():
            home, files = place, read_files(place)
            if not files:
                raise DocvalidateError(f"{place}: holds no instruction file (*.yaml, *.yml or *.json)")
        else:
            home, files = place.parent, (read_file(place),)
        entries: list[Entry] = []
        known: list[str] = []
        relabelled: list[str] = []
        # Policies first: whose word counts is known before a word is looked at.
        for file in sorted(files, key=lambda file: isinstance(file.says, Instruction)):
            written = self._add(file, home, relabelled)
            entries += written
            if not written:
                known.append(file.name)
        return Added(tuple(entries), tuple(known), tuple(relabelled))

    def _add(self, file: File, home: Path, relabelled: list[str]) -> list[Entry]:
        says = file.says
        self._learn(says.customer)
        if isinstance(says, Policy):
            body = {"policy": says.model_dump(mode="json"), "file": file.name}
            return self._once(Draft("policy", says.customer, body))
        return [*self._version(file, says, home, relabelled), *self._words(file, says, home)]

    def _version(self, file: File, says: Instruction, home: Path, relabelled: list[str]) -> list[Entry]:
        known = self._known[key(says.customer)]
        if _content(says) in known:
            return []
        bare = says.model_copy(update={"confirmations": (), "waivers": (), "missing_evidence": ()})
        files = [{"name": file.name, "sha256": self._pen.keep(file.content)}]
        if says.source is not None and says.source_state != "missing":
            content = (home / lies_beside(file.name, says.source.file)).read_bytes()
            files.append({"name": says.source.file, "sha256": self._pen.keep(content)})
        body = {"instruction": bare.model_dump(mode="json", exclude_none=True), "files": files}
        entry = self._pen.write(Draft("version", says.customer, body))
        entries = [entry]
        for one in [one for one in known.values() if key(one.instruction.version) == key(says.version)]:
            if one.instruction.status == "imported" and says.status is None:
                # The same guide, which somebody has read since: what the program made of it is replaced.
                why = f"read by a person since: entry #{entry.number}"
                entries.append(self.withdraw(one.entry, says.received, entry.recorded_by, why, None))
                known.pop(_content(one.instruction))
            else:
                relabelled.append(says.version)
        known[_content(says)] = _Version(bare, entry)
        return entries

    def _words(self, file: File, says: Instruction, home: Path) -> list[Entry]:
        """The confirmations and waivers in the file that do not stand on record yet."""
        of = self._known[key(says.customer)][_content(says)].instruction
        entries: list[Entry] = []
        words: tuple[Confirmation | Waiver, ...] = (*says.confirmations, *says.waivers)
        for word in words:
            said = word.model_dump(mode="json", exclude_none=True, exclude={"order", "recorded", "withdrawn"})
            body = {"version": of.version, "instruction_sha256": of.sha256, **said}
            content = None
            if word.evidence is not None and word.evidence not in says.missing_evidence:
                content = (home / lies_beside(file.name, word.evidence)).read_bytes()
                body["evidence_sha256"] = sha256(content).hexdigest()
            kind: EntryKind = "confirmation" if isinstance(word, Confirmation) else "waiver"
            written = self._once(Draft(kind, says.customer, body, word.order))
            entries += written
            if written and content is not None:
                self._pen.keep(content)
            if written and word.withdrawn is not None:
                entries.append(self.withdraw(written[0], word.withdrawn, word.by, "as the file says", None))
        return entries

    def confirm(self, of: Instruction, order: str | None, said: Testimony, evidence: Evidence | None) -> Entry:
        """Put the customer's word on record that a version is in force."""
        body = {"version": of.version, "instruction_sha256": of.sha256, "sha256": of.sha256}
        return self._pen.write(Draft("confirmation", of.customer, {**body, **self._word(said, evidence)}, order))

    def waive(self, of: Instruction, waiver: Waiver, said: Testimony, evidence: Evidence | None) -> Entry:
        """Put the customer's word on record that one order may deviate."""
        body = {"version": of.version, "instruction_sha256": of.sha256}
        body |= {"field": waiver.field, "accepted": waiver.accepted}
        return self._pen.write(Draft("waiver", of.customer, {**body, **self._word(said, evidence)}, waiver.order))

    def withdraw(self, entry: Entry, on: date, by: str, reason: str, evidence: Evidence | None) -> Entry:
        """Take an entry back from that day on. It stays on record, and so does that it was taken back."""
        body = {"entry": entry.number, "date": on.isoformat(), "by": by, "reason": reason, **self._kept(evidence)}
        return self._pen.write(Draft("withdrawal", entry.customer, body, entry.order))

    def asked(self, of: Instruction, order: str, letter: bytes, answer_by: date | None, as_of: date) -> Entry:
        """Put on record that the customer was asked, and with which letter."""
        body = {
            "version": of.version,
            "instruction_sha256": of.sha256,
            "date": as_of.isoformat(),
            "answer_by": None if answer_by is None else answer_by.isoformat(),
            "evidence": "question.eml",
            "evidence_sha256": self._pen.keep(letter),
        }
        return self._pen.write(Draft("question", of.customer, body, order))

    def checked(self, report: Report, draft: bytes | None) -> Entry:
        """Put a check on record: what was checked against what, with which result, and the whole report."""
        against = report.instruction
        body = {
            "as_of": report.as_of.isoformat(),
            "verdict": report.verdict,
            "document": _told(report),
            "supporting": [{"file": paper.file, "sha256": paper.sha256} for paper in report.supporting],
            "version": None if against is None else against.version,
            "instruction_sha256": None if against is None else against.sha256,
            "findings": sorted({finding.name for finding in report.findings if finding.severity != "note"}),
            "report_sha256": self._pen.keep((report.model_dump_json(by_alias=True) + "\n").encode()),
        }
        if draft is not None:
            body["draft_sha256"] = self._pen.keep(draft)
        return self._pen.write(Draft("check", report.customer, body, report.order))

    def closed(self, customer: str, order: str, reason: str | None, on: date) -> Entry:
        """Put on record that an order needs no more attention."""
        return self._pen.write(Draft("closing", customer, {"date": on.isoformat(), "reason": reason}, order))

    def _word(self, said: Testimony, evidence: Evidence | None) -> dict[str, Any]:
        word = {"by": said.by, "date": said.date.isoformat(), "grade": said.grade, "quote": said.quote}
        message = None if said.message is None else said.message.model_dump()
        return {**word, "message": message, **self._kept(evidence)}

    def _kept(self, evidence: Evidence | None) -> dict[str, Any]:
        if evidence is None:
            return {"evidence": None}
        return {"evidence": evidence.name, "evidence_sha256": self._pen.keep(evidence.content)}

    def _once(self, draft: Draft) -> list[Entry]:
        """Write it unless the very same stands on record."""
        said = self._said[key(draft.customer)]
        mark = _mark(draft.kind, draft.order, draft.body)
        if mark in said:
            return []
        _note(draft.kind, mark, said)
        return [self._pen.write(draft)]

    def _learn(self, customer: str) -> None:
        """What stands on record of the customer. Raises RegistryConflict for another spelling of the name."""
        if key(customer) in self._known:
            return
        known, said = self._known.setdefault(key(customer), {}), self._said.setdefault(key(customer), set())
        for entry in self._store.entries(customer, kinds=BEARING):
            if entry.customer != customer:
                raise RegistryConflict(f"the customer {customer} is {entry.customer} on record; use one spelling")
            body = entry.says()
            _note(entry.kind, _mark(entry.kind, entry.order, body), said)
            if entry.kind == "withdrawal":
                for content in [mark for mark, one in known.items() if one.entry.number == body["entry"]]:
                    del known[content]
            elif entry.kind == "version":
                instruction = Instruction.model_validate(body["instruction"])
                known[_content(instruction)] = _Version(instruction, entry)


@dataclass(frozen=True, slots=True)
class _Version:
    """A version on record, without the words said of it."""

    instruction: Instruction
    entry: Entry


def _told(report: Report) -> dict[str, str | None] | None:
    """What the entry of a check tells of the draft; of one that could not be read, what it is called and its hash."""
    if report.document is not None:
        return {name: getattr(report.document, name) for name in _TOLD}
    if report.request is not None:
        return {"file": report.request.draft.file, "sha256": report.request.draft.sha256}
    return None


def _content(instruction: Instruction) -> str:
    return sha256(instruction.model_dump_json(exclude=_KEPT_APART).encode()).hexdigest()


def _mark(kind: str, order: str | None, body: Mapping[str, Any]) -> str:
    """What makes one entry the same as another."""
    told = ("instruction_sha256", "policy", "date", "by", "field", "accepted", "sha256", "evidence", "evidence_sha256")
    return canonical([kind, order, {name: body[name] for name in told if body.get(name) is not None}])


def _note(kind: str, mark: str, said: set[str]) -> None:
    # Of policies the last one counts, so that an earlier one may come back.
    if kind == "policy":
        said.difference_update([one for one in said if one.startswith('["policy"')])
    said.add(mark)
