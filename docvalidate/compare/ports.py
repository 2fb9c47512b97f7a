"""A port is held against its rule by what it is, not how it is spelled; what cannot be settled is not right."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from docvalidate.model import Check, Difference, Place, PortRule, TransportDocument
from docvalidate.model.report import Status
from docvalidate.reference.ports import Mention, identify, name, relation, says_nothing
from docvalidate.reference.spelling import words_of

from .routing import DIRECT, is_direct, transshipment_ports, with_inferred_port

__all__ = ["Fault", "candidates", "check_port", "check_transshipment", "faults", "mention_of", "with_inferred_port"]

WRONG = ("forbidden", "not_allowed", "missing")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a place under a rule; `place` is null where a required port is not among those found."""

    kind: Literal["forbidden", "not_allowed", "missing", "unsettled", "blank"]
    place: Place | None
    instructed: str


def check_transshipment(
    document: TransportDocument, supporting: tuple[TransportDocument, ...], rule: PortRule | None
) -> Check:
    """The ports where the goods change over, held against the rule; direct service is proved by a plan alone."""
    field = "transshipment_port"
    if rule is None:
        return Check(field=field, status="not_required")
    places = transshipment_ports(document, supporting)
    plans = [paper.legs for paper in (document, *supporting) if is_direct(paper.legs)]
    inferred = bool(places) and places[0].basis == "discharge_before_delivery"
    if plans and (not places or (inferred and rule.allowed == ())):
        source = next((leg.load.source for leg in plans[0] if leg.load is not None), None)
        status: Status = "mismatch" if rule.required else "match"
        return Check(
            field=field, status=status, expected=wanted(rule), found=DIRECT, source=source, basis="transport_plan",
            differences=tuple(Difference(part="port", expected=_shown(text)) for text in rule.required),
        )  # fmt: skip
    if not places:
        return Check(field=field, status="not_shown", expected=wanted(rule))
    return _check(field, places, rule)


def check_port(field: str, place: Place | None, rule: PortRule) -> Check:
    """The port of loading or discharge, or the place of delivery: one place, so any of those required will do."""
    allowed = (*rule.required, *(rule.allowed or ())) if rule.required or rule.allowed is not None else None
    either = PortRule(allowed=allowed, forbidden=rule.forbidden)
    if place is None or says_nothing(place.text):
        return Check(field=field, status="not_shown", expected=wanted(either))
    return _check(field, (place,), either)


def wanted(rule: PortRule) -> str:
    """The rule in a line, for people.

    >>> wanted(PortRule(allowed=("USBAL",), forbidden=("USNYC",)))
    'Baltimore, MD, US (USBAL); not New York, NY, US (USNYC)'
    >>> wanted(PortRule(allowed=()))
    'direct service'
    """
    parts = [" and ".join(map(_shown, rule.required))] if rule.required else []
    others = [_shown(text) for text in rule.allowed or () if text not in rule.required]
    if others:
        parts.append(f"{'also ' if parts else ''}{' or '.join(others)}")
    if rule.allowed == () and not rule.required:
        parts.append(DIRECT)
    if rule.forbidden:
        parts.append(f"not {' or '.join(map(_shown, rule.forbidden))}")
    return "; ".join(parts)


def mention_of(place: Place) -> Mention:
    """Which port the place is, by its words and by the code that a structured format gives beside them."""
    return identify(place.text, place.locode)


def candidates(mention: Mention) -> str:
    """The ports that an ambiguous name may mean, for people."""
    return ", ".join(_shown(code) for code in mention.codes)


def faults(places: tuple[Place, ...], rule: PortRule) -> tuple[Fault, ...]:
    """Everything that keeps the places from agreeing with the rule, in their order."""
    found = [fault for place in places if (fault := _fault(place, rule)) is not None]
    for text in rule.required:
        answers = {is_port(mention_of(place), text) if place.text else None for place in places}
        if True not in answers:
            found.append(Fault("unsettled" if None in answers else "missing", None, text))
    return tuple(found)


def is_port(mention: Mention, entry: str) -> bool | None:
    """The place is the one that the instruction names, by code or name; null where that cannot be settled."""
    if words_of(mention.text) == words_of(entry):
        return True
    named = identify(entry).codes
    answers = {relation(code, other) == "same" for code in mention.codes for other in named}
    if mention.terminal is not None and any(relation(mention.terminal, other) == "same" for other in named):
        return True
    return answers.pop() if len(answers) == 1 else None


def _check(field: str, places: tuple[Place, ...], rule: PortRule) -> Check:
    wrong = faults(places, rule)
    kinds = {fault.kind for fault in wrong}
    differences = [_difference(fault, rule) for fault in wrong if fault.kind in WRONG]
    differences += [_other_name(place, rule) for place in places if not wrong and _is_other_name(place, rule)]
    first = next((fault.place for fault in wrong if fault.place is not None), None) or places[0]
    return Check(
        field=field,
        status=_status(kinds, differences),
        expected=wanted(rule),
        found="; ".join(place.text for place in places if place.text) or None,
        differences=tuple(differences),
        source=first.source,
        basis=first.basis,
    )


def _status(kinds: Collection[str], differences: list[Difference]) -> Status:
    if any(kind in kinds for kind in WRONG):
        return "mismatch"
    if "blank" in kinds:
        return "not_shown"
    if "unsettled" in kinds:
        return "unreadable"
    return "format_difference" if differences else "match"


def _fault(place: Place, rule: PortRule) -> Fault | None:
    if not place.text:
        return Fault("blank", place, wanted(rule))
    mention = mention_of(place)
    forbidden = {text: is_port(mention, text) for text in rule.forbidden}
    named = next((text for text, answer in forbidden.items() if answer), None)
    if named is not None:
        return Fault("forbidden", place, named)
    permitted = _permitted(mention, rule)
    if permitted is False:
        # No port that the words may mean is permitted, so it does not matter which one is meant.
        return Fault("not_allowed", place, wanted(rule))
    settled = permitted and mention.state != "conflict" and None not in forbidden.values()
    return None if settled else Fault("unsettled", place, wanted(rule))


def _permitted(mention: Mention, rule: PortRule) -> bool | None:
    if rule.allowed is None:
        return True
    entries = (*rule.allowed, *rule.required)
    answers = {is_port(mention, entry) for entry in entries}
    if True in answers:
        return True
    if None not in answers and mention.state != "unknown":
        return False
    named = [code for entry in entries if (code := identify(entry).locode) is not None]
    # "LOS ANGELES / LONG BEACH" is right where both are permitted.
    every = all(any(relation(code, other) == "same" for other in named) for code in mention.codes)
    return True if mention.codes and every else None


def _difference(fault: Fault, rule: PortRule) -> Difference:
    if fault.place is None:
        return Difference(part="port", expected=_shown(fault.instructed))
    codes = mention_of(fault.place).codes
    instructed = [code for text in (*rule.required, *(rule.allowed or ())) for code in identify(text).codes]
    near = any(relation(code, other) == "area" for code in codes for other in instructed)
    reason = "same port area, another port" if near else None
    return Difference(part="port", expected=wanted(rule), found=fault.place.text, reason=reason)


def _is_other_name(place: Place, rule: PortRule) -> bool:
    """An old, local or foreign name, or another code of the port; the usual name does where the rule gives a code."""
    as_written = {words_of(text) for text in (*rule.required, *(rule.allowed or ()))}
    return not mention_of(place).usual and words_of(place.text) not in as_written


def _other_name(place: Place, rule: PortRule) -> Difference:
    reason = "another name of the same port"
    return Difference(part="port", expected=wanted(rule), found=place.text, kind="format", reason=reason)


def _shown(text: str) -> str:
    code = identify(text).locode
    return text if code is None else f"{name(code)} ({code})"
