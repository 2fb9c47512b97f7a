"""The first lane whose conditions hold applies; where a condition cannot be settled, no lane does."""

from collections.abc import Iterator
from dataclasses import dataclass

from docvalidate.model import Instruction, Lane, Place, TransportDocument, When

from .ports import is_port, mention_of

Answer = bool | str
"""Yes, no, or the word for what stands in the way of an answer."""


@dataclass(frozen=True, slots=True)
class LaneChoice:
    """The lane that applies, or null and why none does."""

    lane: Lane | None = None
    reasons: tuple[str, ...] = ()


def lane_for(instruction: Instruction, document: TransportDocument, order: str | None) -> Lane | None:
    """The lane of the version that speaks of this shipment, if one certainly does."""
    return choose_lane(instruction, document, order).lane


def choose_lane(instruction: Instruction, document: TransportDocument, order: str | None) -> LaneChoice:
    """The lane, or why there is none.

    A lane that may or may not apply keeps those after it from applying: they are for the shipments that it leaves.
    """
    doubts: dict[str, None] = {}
    for lane in instruction.lanes:
        answers = tuple(_answers(lane.when or When(), document, order))
        if False in answers:
            continue
        open_questions = [answer for answer in answers if isinstance(answer, str)]
        if not open_questions and not doubts:
            return LaneChoice(lane)
        doubts.update(dict.fromkeys(open_questions))
    return LaneChoice(None, tuple(doubts) or ("no_condition_holds",))


def _answers(when: When, document: TransportDocument, order: str | None) -> Iterator[Answer]:
    if when.order_prefix is not None:
        # A check without an order is a check of the customer's normal business: no prefix holds.
        yield order is not None and _folded(order).startswith(tuple(_folded(prefix) for prefix in when.order_prefix))
    if when.destination is not None:
        yield _at("destination", _shown(document.place_of_delivery, document.port_of_discharge), when.destination)
    if when.origin is not None:
        yield _at("origin", _shown(document.port_of_loading, document.place_of_receipt), when.origin)


def _shown(*places: Place | None) -> Place | None:
    return next((place for place in places if place is not None and place.text.strip()), None)


def _at(condition: str, place: Place | None, wanted: tuple[str, ...]) -> Answer:
    if place is None:
        return f"{condition}_not_shown"
    answers = [is_port(mention_of(place), text) for text in wanted]
    if True in answers:
        return True
    return f"{condition}_not_settled" if None in answers else False


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
