"""A waiver lets one order deviate in one field to one value, and in nothing else."""

from docvalidate.model import Check, Lane, Place, PortRule, TransportDocument, Waiver
from docvalidate.model.case import Choice

from .lanes import lane_for
from .notify import notify_parties, resolved_text
from .party import compare_party
from .ports import faults, is_port, mention_of
from .routing import transshipment_ports

_GOOD_ENOUGH = frozenset({"match", "format_difference", "partial"})


def apply_waivers(
    check: Check,
    document: TransportDocument,
    choice: Choice,
    lane: Lane | None = None,
    supporting: tuple[TransportDocument, ...] = (),
) -> Check:
    """The check, turned to `waived` where every deviation from the lane is one that the customer accepted.

    Only a mismatch can be waived: what is not shown or not legible may be anything. `lane` is the one of the check,
    if it is not that of the chosen version; `supporting` are the papers that may have told the port.
    """
    waivers = tuple(waiver for waiver in choice.waivers if waiver.field == check.field)
    if check.status != "mismatch" or not waivers:
        return check
    if lane is None and choice.instruction is not None:
        lane = lane_for(choice.instruction, document, choice.order)
    if lane is None:
        return check
    if check.field in ("consignee", "notify_party"):
        used = _party_waiver(check.field, lane, document, waivers)
    else:
        used = _port_waiver(_places(check.field, document, supporting), _rule(check.field, lane), waivers)
    return check if used is None else check.model_copy(update={"status": "waived", "waiver": used})


def _party_waiver(field: str, lane: Lane, document: TransportDocument, waivers: tuple[Waiver, ...]) -> Waiver | None:
    strict = lane.match == "strict"
    if field == "consignee":
        expected = [] if lane.consignee is None else [lane.consignee]
        texts = [] if document.consignee is None else [resolved_text(document, document.consignee)]
    else:
        expected = list(lane.notify_parties or ())
        texts = [resolved_text(document, party) for party in notify_parties(document)]
    # A reference that leads to nobody may mean anybody: no waiver excuses that.
    if None in texts:
        return None
    found = [text for text in texts if text is not None]
    for text in tuple(found):
        instructed = next((one for one in expected if _agree(one, text, strict)), None)
        if instructed is not None:
            expected.remove(instructed)
            found.remove(text)
    used = [next((w for w in waivers if _agree(w.accepted, text, strict)), None) for text in found]
    return _all_waived(used, missing=len(expected))


def _port_waiver(places: tuple[Place, ...], rule: PortRule, waivers: tuple[Waiver, ...]) -> Waiver | None:
    alone = rule.model_copy(update={"required": (), "allowed": _permitted(rule)})
    missing = [text for text in rule.required if not any(is_port(mention_of(place), text) for place in places)]
    used: list[Waiver | None] = []
    for place in places:
        instructed = any(is_port(mention_of(place), text) for text in _permitted(rule) or rule.required)
        waiver = None if instructed else next((w for w in waivers if is_port(mention_of(place), w.accepted)), None)
        if waiver is not None or faults((place,), alone):
            used.append(waiver)
    return _all_waived(used, missing=len(missing))


def _permitted(rule: PortRule) -> tuple[str, ...] | None:
    return None if rule.allowed is None else (*rule.allowed, *rule.required)


def _all_waived(used: list[Waiver | None], missing: int) -> Waiver | None:
    # What is accepted may stand in for what is missing, one for one; it excuses nothing beyond that.
    if not used or None in used or missing > len(used):
        return None
    return used[0]


def _agree(expected: str, found: str, strict: bool) -> bool:
    return compare_party(expected, found, strict=strict).status in _GOOD_ENOUGH


def _rule(field: str, lane: Lane) -> PortRule:
    rules = {"port_of_loading": lane.loading, "port_of_discharge": lane.discharge, "place_of_delivery": lane.delivery}
    rule = rules.get(field, lane.transshipment) or PortRule()
    # A single place cannot be more than one of the ports required: each of them will do.
    either = rule.required and field in rules
    return PortRule(allowed=(*rule.required, *(rule.allowed or ())), forbidden=rule.forbidden) if either else rule


def _places(field: str, document: TransportDocument, supporting: tuple[TransportDocument, ...]) -> tuple[Place, ...]:
    if field == "transshipment_port":
        return transshipment_ports(document, supporting)
    place: Place | None = getattr(document, field)
    return () if place is None else (place,)
