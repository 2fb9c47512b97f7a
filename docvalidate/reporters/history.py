"""The record in words: what was put on it, entry by entry, and whether it is whole."""

from collections.abc import Iterable, Iterator

from docvalidate.model import Entry, Verification
from docvalidate.wording import phrase, word

from .typesetting import visible, wrap
from .word_given import scope


def line(entry: Entry, language: str) -> str:
    """One entry in one line, with its number."""
    return visible(f"#{entry.number}  {summary(entry, language)}")


def summary(entry: Entry, language: str) -> str:
    """What the entry says."""
    body = entry.says()
    words = {name: str(value) for name, value in body.items() if value is not None and not isinstance(value, dict)}
    words |= {"customer": entry.customer, "scope": scope(entry.order, language)}
    if entry.kind == "version":
        words |= {name: str(value) for name, value in body["instruction"].items() if isinstance(value, str)}
        replaces = body["instruction"].get("supersedes")
        words["replaces"] = phrase("instructions", "first", language, {})
        if replaces is not None:
            words["replaces"] = phrase("instructions", "supersedes", language, {"version": str(replaces)})
    if entry.kind == "policy":
        policy = body["policy"]
        words["who"] = ", ".join((*policy["contacts"], *policy["domains"])) or "–"
    if entry.kind == "waiver":
        words["field"] = word(str(body["field"]), language)
        words["accepted"] = " / ".join(str(body["accepted"]).splitlines())
    if entry.kind == "check":
        document = body["document"] or {}
        words["document"] = str(document.get("file") or "–")
        words["verdict"] = word(str(body["verdict"]), language)
        words["version"] = str(body.get("version") or "–")
    if entry.kind == "question" and body.get("answer_by") is None:
        return phrase("ledger", "question_open", language, words)
    return phrase("ledger", entry.kind, language, words)


def told(customer: str, order: str, entries: Iterable[Entry], language: str, width: int) -> Iterator[str]:
    """The story of an order: each entry under its day, with what shows it and when it was put on record."""
    yield visible(phrase("ledger", "story", language, {"customer": customer, "order": order}))
    for entry in entries:
        yield ""
        yield from wrap(line(entry, language), width, "", "    ")
        body = entry.says()
        if body.get("quote") is not None:
            yield from wrap(visible(phrase("ledger", "quoted", language, {"quote": body["quote"]})), width, "    ")
        if body.get("findings"):
            names = {"names": ", ".join(body["findings"])}
            yield from wrap(visible(phrase("ledger", "findings", language, names)), width, "    ")
        for name, digest in entry.files():
            yield from wrap(
                visible(phrase("ledger", "kept", language, {"name": name or "–", "sha256": digest})), width, "    "
            )
        recorded = {"at": entry.at, "by": entry.recorded_by}
        yield from wrap(visible(phrase("ledger", "recorded", language, recorded)), width, "    ")


def verification(found: Verification, language: str) -> Iterator[str]:
    """What the look at the whole record found, fault by fault."""
    numbers = {"entries": str(found.entries), "evidence": str(found.evidence)}
    head = {"number": str(found.head.number), "head": found.head.hash} if found.head is not None else {}
    for fault in found.faults:
        words = {"entry": str(fault.entry or "–"), "sha256": fault.sha256 or "–", "name": fault.name or "–"}
        yield visible(phrase("ledger", f"fault_{fault.kind}", language, words))
    if not found.faults:
        # An empty record is as whole as any; whoever expects one with entries must not read past that.
        yield phrase("ledger", "whole" if found.entries else "empty", language, numbers)
    if head:
        yield phrase("ledger", "head", language, head)
    if found.since is not None:
        yield phrase("ledger", "since", language, {"number": str(found.since)})
