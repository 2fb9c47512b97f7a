"""What an instruction file may say: key by key, and nothing else; schemas/instruction.schema.json says the same."""

import re
from collections.abc import Callable
from typing import Any, get_args

from docvalidate.model import Confirmation, Instruction, Lane, Policy, PortRule, SourceFile, Waiver, When
from docvalidate.model.instruction import Binds, Clause, Match, PrintedMark, StandsAt, WaivedField
from docvalidate.model.validity import same_label

from .party_block import party_block
from .spot import Spot
from .written import Items, Keys

INSTRUCTION = (
    "customer", "title", "version", "supersedes", "received", "effective_from", "effective_until", "withdrawn",
    "source", "lanes", "confirmations", "waivers", "status", "clauses", "marks", "sources",
)  # fmt: skip
POLICY = ("customer", "confirm_each_order", "contacts", "domains")
_RULES = ("transshipment", "loading", "discharge", "delivery")
_LANE = ("name", "when", "consignee", "notify_parties", *_RULES, "binds", "match")
_HASH = re.compile(r"[0-9a-f]{64}")


def read_shape(whole: Spot, sha256: str) -> Instruction | Policy:
    """The version or the policy that a file holds. Raises InvalidInstruction with file, line and key."""
    if not isinstance(whole.value, Keys) or "customer" not in whole.value.values:
        raise whole.wrong("customer is missing; is this an instruction file?")
    if "version" not in whole.value.values and set(whole.value.values) <= set(POLICY):
        return _policy(whole)
    return _instruction(whole, sha256)


def _policy(whole: Spot) -> Policy:
    given = whole.keys(POLICY, required=("customer",))
    return Policy(customer=given["customer"].text(), **_read(given, _POLICY_VALUES))


def _instruction(whole: Spot, sha256: str) -> Instruction:
    given = whole.keys(INSTRUCTION, required=("customer", "version", "received", "lanes"))
    instruction = Instruction(**_read(given, _INSTRUCTION_VALUES), file=whole.file, sha256=sha256)
    begins, ends = instruction.effective_from, instruction.effective_until
    if begins is not None and ends is not None and ends < begins:
        raise given["effective_until"].wrong(f"{ends} is before effective_from, {begins}")
    if instruction.supersedes is not None and same_label(instruction.supersedes, instruction.version):
        raise given["supersedes"].wrong("a version cannot supersede itself")
    return instruction


def _read(given: dict[str, Spot], values: dict[str, Callable[[Spot], Any]]) -> dict[str, Any]:
    return {key: value(given[key]) for key, value in values.items() if key in given}


def _each(value: Callable[[Spot], Any]) -> Callable[[Spot], tuple[Any, ...]]:
    return lambda spot: tuple(value(item) for item in spot.items())


def _lane(spot: Spot) -> Lane:
    return Lane(**_read(spot.keys(_LANE), _LANE_VALUES))


def _when(spot: Spot) -> When:
    return When(**_read(spot.keys(tuple(_WHEN_VALUES)), _WHEN_VALUES))


def _parties(spot: Spot) -> tuple[str, ...]:
    return _each(party_block)(spot) if isinstance(spot.value, Items) else (party_block(spot),)


def _port_rule(spot: Spot) -> PortRule:
    given = spot.keys(tuple(_PORT_VALUES))
    if not given:
        raise spot.wrong("says nothing; give required, allowed or forbidden")
    return PortRule(**_read(given, _PORT_VALUES))


def _source(spot: Spot) -> SourceFile:
    if not isinstance(spot.value, Keys):
        return SourceFile(file=spot.text())
    return SourceFile(**_read(spot.keys(tuple(_SOURCE_VALUES), required=("file",)), _SOURCE_VALUES))


def _confirmation(spot: Spot) -> Confirmation:
    given = spot.keys(tuple(_CONFIRMATION_VALUES), required=("date", "by"))
    return Confirmation(**_read(given, _CONFIRMATION_VALUES))


def _waiver(spot: Spot) -> Waiver:
    given = spot.keys(tuple(_WAIVER_VALUES), required=("order", "field", "accepted", "date", "by"))
    return Waiver(**_read(given, _WAIVER_VALUES))


def _clause(spot: Spot) -> Clause:
    given = spot.keys(("ref", "text", "source", "machine_checked"), required=("text",))
    checked = given.get("machine_checked")
    if checked is not None and checked.flag():
        raise checked.wrong("is false: a clause is text, and no machine checks it")
    return Clause(**_read(given, {"ref": Spot.text, "text": Spot.block, "source": Spot.text}))


def _mark(spot: Spot) -> PrintedMark:
    given = spot.keys(("kind", "text", "source"), required=("kind", "text"))
    return PrintedMark(**_read(given, dict.fromkeys(("kind", "text", "source"), Spot.text)))


def _sources(spot: Spot) -> tuple[StandsAt, ...]:
    if not isinstance(spot.value, Keys):
        raise spot.wrong("must be a mapping of paths, such as lanes[0].consignee, to places in the document")
    given = spot.keys(tuple(spot.value.values))
    return tuple(StandsAt(path=path, source=place.text()) for path, place in given.items())


def _sha256(spot: Spot) -> str:
    written = spot.text().casefold()
    if not _HASH.fullmatch(written):
        raise spot.wrong("is not a SHA-256 (64 hexadecimal digits)")
    return written


_PORT_VALUES: dict[str, Callable[[Spot], Any]] = dict.fromkeys(("required", "allowed", "forbidden"), Spot.texts)
_WHEN_VALUES: dict[str, Callable[[Spot], Any]] = dict.fromkeys(("destination", "origin", "order_prefix"), Spot.texts)
_POLICY_VALUES: dict[str, Callable[[Spot], Any]] = {
    "confirm_each_order": Spot.flag,
    "contacts": Spot.texts,
    "domains": Spot.texts,
}
_LANE_VALUES: dict[str, Callable[[Spot], Any]] = {
    "name": Spot.text,
    "when": _when,
    "consignee": party_block,
    "notify_parties": _parties,
    **dict.fromkeys(_RULES, _port_rule),
    "binds": lambda spot: spot.one_of(get_args(Binds)),
    "match": lambda spot: spot.one_of(get_args(Match)),
}
_SOURCE_VALUES: dict[str, Callable[[Spot], Any]] = {"file": Spot.text, "sha256": _sha256}
_CONFIRMATION_VALUES: dict[str, Callable[[Spot], Any]] = {
    "date": Spot.day,
    "by": Spot.text,
    "evidence": Spot.text,
    "order": Spot.text,
    "sha256": _sha256,
    "withdrawn": Spot.day,
}
_WAIVER_VALUES: dict[str, Callable[[Spot], Any]] = {
    "order": Spot.text,
    "field": lambda spot: spot.one_of(get_args(WaivedField)),
    "accepted": party_block,
    "date": Spot.day,
    "by": Spot.text,
    "evidence": Spot.text,
    "withdrawn": Spot.day,
}
_INSTRUCTION_VALUES: dict[str, Callable[[Spot], Any]] = {
    "customer": Spot.text,
    "title": Spot.text,
    "version": Spot.text,
    "supersedes": Spot.text,
    "received": Spot.day,
    "effective_from": Spot.day,
    "effective_until": Spot.day,
    "withdrawn": Spot.day,
    "source": _source,
    "lanes": _each(_lane),
    "confirmations": _each(_confirmation),
    "waivers": _each(_waiver),
    "status": lambda spot: spot.one_of(("imported",)),
    "clauses": _each(_clause),
    "marks": _each(_mark),
    "sources": _sources,
}
