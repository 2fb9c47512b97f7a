"""An entry says what was put on record, when and by whom; it is never changed, and a correction is another entry."""

import json
from typing import Any, Literal

from .values import Frozen, Message

EntryKind = Literal["version", "policy", "confirmation", "waiver", "withdrawal", "question", "check", "closing"]
Grade = Literal["named", "answered", "noted", "reported"]
"""How much a confirmation says: it names what it confirms · it answers a question that does · it only takes note or
names neither · there is no message that could be read, only somebody's report of one."""
FaultKind = Literal[
    "altered",
    "missing",
    "out_of_order",
    "truncated",
    "evidence_missing",
    "evidence_altered",
    "evidence_unclaimed",
    "unknown_head",
]


class Entry(Frozen):
    """One entry of the ledger. `at` is UTC, `body` canonical JSON; `hash` covers all of it and `previous`."""

    number: int
    at: str
    recorded_by: str
    kind: EntryKind
    customer: str
    order: str | None = None
    body: str
    previous: str
    hash: str

    def says(self) -> dict[str, Any]:
        """The body as a mapping."""
        said: dict[str, Any] = json.loads(self.body)
        return said

    def files(self) -> tuple[tuple[str | None, str], ...]:
        """The name and SHA-256 of every file that the entry rests on; an altered body may say anything, or nothing."""
        try:
            body = self.says()
            document = body.get("document") or {}
            names = {
                "draft_sha256": document.get("file") or "draft",
                "evidence_sha256": body.get("evidence"),
                "report_sha256": "report.json",
            }
            files = [(file["name"], file["sha256"]) for file in body.get("files", ())]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return ()
        every = (*files, *((name, body.get(key)) for key, name in names.items()))
        return tuple((name if isinstance(name, str) else None, it) for name, it in every if isinstance(it, str))


class Head(Frozen):
    """The newest entry: whoever keeps its hash elsewhere can prove later that nothing before it was touched."""

    number: int
    hash: str


class Recorded(Frozen):
    """How a word of the customer's stands on record: by which entry, since when, on what evidence."""

    entry: int
    at: str
    by: str
    evidence_sha256: str | None = None
    grade: Grade | None = None
    quote: str | None = None
    message: Message | None = None


class Fault(Frozen):
    """Something that is wrong with the record: with which entry, or with which file of evidence."""

    kind: FaultKind
    entry: int | None = None
    sha256: str | None = None
    name: str | None = None


class Verification(Frozen):
    """What a look at the whole record found. `since` counts the entries after the head that was kept elsewhere."""

    entries: int
    evidence: int
    head: Head | None = None
    against: str | None = None
    since: int | None = None
    faults: tuple[Fault, ...] = ()


class Evidence(Frozen):
    """A file that shows the customer's word. A message also has its own text and the older texts quoted below it."""

    name: str
    content: bytes
    message: Message | None = None
    text: str = ""
    quoted: str = ""
