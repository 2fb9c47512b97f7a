"""What stands on record is folded into versions: each with the words said of it, and what was taken back since."""

from datetime import date
from typing import Any

from docvalidate.model import Confirmation, Entry, Instruction, Policy, Waiver
from docvalidate.model.ledger import EntryKind, Recorded

from .folder import Contents
from .ledger import hash_of
from .store import Store, altered

WORDS = ("date", "by", "evidence")
BEARING: tuple[EntryKind, ...] = ("version", "policy", "confirmation", "waiver", "withdrawal")
"""The kinds of entries on which a choice rests. Of questions and checks there are many, and they say nothing to it."""


def folded(store: Store, customer: str) -> Contents:
    """The versions and policies that the entries of a customer amount to, in the order of the entries.

    A file of evidence that is not kept is missing, as it is where it does not lie in a folder. Raises
    RegistryUnavailable for an entry that was altered: whatever rested on it would be as wrong as it is.
    """
    said = {entry.number: (entry, _intact(entry)) for entry in store.entries(customer, kinds=BEARING)}
    gone: dict[int, date] = {}
    for entry, body in said.values():
        if entry.kind == "withdrawal":
            day = date.fromisoformat(body["date"])
            gone[int(body["entry"])] = min(day, gone.get(int(body["entry"]), day))
    kept = store.has_evidence(
        {body["evidence_sha256"] for _, body in said.values() if body.get("evidence_sha256") is not None}
    )
    words: dict[str, list[Confirmation]] = {}
    waivers: dict[str, list[Waiver]] = {}
    named: dict[str, list[tuple[str, bool]]] = {}
    for entry, body in said.values():
        if entry.kind not in ("confirmation", "waiver"):
            continue
        content = str(body["instruction_sha256"])
        if body.get("evidence") is not None:
            named.setdefault(content, []).append((str(body["evidence"]), body.get("evidence_sha256") in kept))
        if entry.kind == "confirmation":
            words.setdefault(content, []).append(_confirmation(entry, body, gone))
        else:
            waivers.setdefault(content, []).append(_waiver(entry, body, gone))
    versions = []
    for entry, body in said.values():
        if entry.kind == "version":
            content = str(body["instruction"]["sha256"])
            more: dict[str, Any] = {
                "confirmations": words.get(content, ()),
                "waivers": waivers.get(content, ()),
                "missing_evidence": _missing(named.get(content, [])),
            }
            if entry.number in gone:
                more["withdrawn"] = gone[entry.number]
            versions.append(Instruction.model_validate({**body["instruction"], **more}))
    policies = [Policy.model_validate(body["policy"]) for entry, body in said.values() if entry.kind == "policy"]
    return Contents(tuple(versions), tuple(policies[-1:]))


def _intact(entry: Entry) -> dict[str, Any]:
    if hash_of(entry) != entry.hash:
        raise altered(entry.number)
    return entry.says()


def _missing(named: list[tuple[str, bool]]) -> tuple[str, ...]:
    # A file that came later, with the same word, is there.
    there = {name for name, kept in named if kept}
    return tuple(dict.fromkeys(name for name, _ in named if name not in there))


def _confirmation(entry: Entry, body: dict[str, Any], gone: dict[int, date]) -> Confirmation:
    return Confirmation(
        **{name: body.get(name) for name in (*WORDS, "sha256")},
        order=entry.order,
        withdrawn=gone.get(entry.number),
        recorded=_recorded(entry, body),
    )


def _waiver(entry: Entry, body: dict[str, Any], gone: dict[int, date]) -> Waiver:
    return Waiver(
        **{name: body.get(name) for name in (*WORDS, "field", "accepted")},
        order=entry.order or "",
        withdrawn=gone.get(entry.number),
        recorded=_recorded(entry, body),
    )


def _recorded(entry: Entry, body: dict[str, Any]) -> Recorded:
    return Recorded(
        entry=entry.number,
        at=entry.at,
        by=entry.recorded_by,
        **{name: body.get(name) for name in ("evidence_sha256", "grade", "quote", "message")},
    )
