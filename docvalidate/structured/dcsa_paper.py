"""What every DCSA paper has alike: its numbers, the references of the parties, the free text, the status."""

import re
from collections.abc import Iterator

from docvalidate.errors import UnreadableDocument

from .dcsa import Paper
from .dcsa_parties import Parties
from .json_values import first

ORDER_TYPES = frozenset({"SPO", "CPO", "PO"})
"""References that are the number of a purchase order: the shipper's, the consignee's."""
MOST_FREE_TEXT = 200_000
MOST_IN_A_TEXT = 20_000
_FREE_TEXT = ("additionalInformation", "carrierClauses", "displayedShippedOnBoardReceivedForShipment")
_CALLED_ORDER = re.compile(r"\bp\W?o\b|\border\b", re.IGNORECASE)


def booking_numbers(paper: Paper) -> tuple[str, ...]:
    """The bookings that the goods belong to, each once."""
    path, value = paper.at("consignmentItems")
    found = [
        " ".join(paper.text(item.get("carrierBookingReference"), where).split())
        for where, item in paper.objects(value, path)
    ]
    return tuple(dict.fromkeys((*filter(None, (paper.word("carrierBookingReference"),)), *filter(None, found))))


def references_of(paper: Paper, parties: Parties, *further: str | None) -> tuple[str, ...]:
    """What the parties call the shipment; an order's number is called one, as on a bill."""
    found: list[str] = [text for text in further if text]
    for path, value in parties.order_numbers():
        lines = paper.lines(value, path)
        found += map(order_number, lines) if path.endswith("purchaseOrderReferences") else lines
    path, value = paper.at("references")
    lists = [(path, value)]
    path, value = paper.at("consignmentItems")
    lists += [(f"{where}.references", item.get("references")) for where, item in paper.objects(value, path)]
    for path, value in lists:
        for where, item in paper.objects(value, path):
            kind = paper.text(first(item, "type", "referenceType")[1], where).upper()
            key, numbers = first(item, "value", "values", "referenceValue")
            lines = paper.lines(numbers, f"{where}.{key}")
            found += map(order_number, lines) if kind in ORDER_TYPES else lines
    return tuple(dict.fromkeys(found))


def order_number(text: str) -> str:
    """The number of an order, called one.

    >>> order_number("44718"), order_number("PO 44718"), order_number("PO-44718")
    ('PO 44718', 'PO 44718', 'PO-44718')
    """
    return text if _CALLED_ORDER.search(text) else f"PO {text}"


def free_text(paper: Paper) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lines that somebody typed, with their path: the description of the goods, the marks, notes and clauses.

    The terms and conditions are printed for every shipment and say nothing of this one.
    """
    path, value = paper.at("consignmentItems")
    places = [(f"{where}.{key}", item.get(key)) for where, item in paper.objects(value, path)
              for key in ("descriptionOfGoods", "shippingMarks")]  # fmt: skip
    path, value = paper.at("utilizedTransportEquipments")
    places += [(f"{where}.shippingMarks", it.get("shippingMarks")) for where, it in paper.objects(value, path)]
    places += [paper.at(key) for key in _FREE_TEXT]
    size = 0
    for where, value in places:
        lines = paper.lines(value, where, most=MOST_IN_A_TEXT)
        size += sum(map(len, lines))
        if size > MOST_FREE_TEXT:
            raise UnreadableDocument("more than 200,000 characters of free text: no document has so many", "too-large")
        if lines:
            yield where, lines


def is_draft(status: str | None) -> bool | None:
    """Whether the status says draft or issued; a paper approved and not issued is neither.

    >>> is_draft("DRAFT"), is_draft("ISSUED"), is_draft("SURRENDERED_FOR_DELIVERY"), is_draft("APPROVED")
    (True, False, False, None)
    """
    word = (status or "").upper()
    if word in ("DRAFT", "DRFT"):
        return True
    return False if word.startswith(("ISSU", "SURR", "PENDING_SURRENDER", "VOID")) else None
