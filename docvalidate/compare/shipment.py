"""A supporting paper speaks for the draft only where it is of the same shipment; a shared number settles it."""

import re
from collections.abc import Iterable

from docvalidate.model import TransportDocument

_ORDER = re.compile(r"\b(?:p\s?/?\s?o|purchase order|order)\b[\s.:#/no-]*([a-z0-9][\w./-]*\d[\w./-]*)", re.IGNORECASE)
"""A reference that calls itself an order's: PO 4555128, P/O NO. 44-718, ORDER: 44718."""


def another_shipment(draft: TransportDocument, paper: TransportDocument, order: str | None) -> tuple[str, str] | None:
    """What the draft has and what the paper has instead, where the paper is certainly of another shipment.

    A booking or bill number that both know and that differs settles it, then the orders that both name. Where one of
    the two names none, nothing speaks against the paper. Numbers are compared without their punctuation, and one may
    begin with the other: carriers add a part number to a booking that is split.
    """
    ours = [number for number in (draft.booking_number, draft.number, *draft.references) if number]
    theirs = [number for number in (paper.booking_number, paper.number, *paper.references) if number]
    if any(_same(one, other) for one in ours for other in theirs):
        return None
    pairs = [(draft.booking_number, paper.booking_number)]
    if paper.kind in ("sea_waybill", "bill_of_lading", "arrival_notice"):
        pairs.append((draft.number, paper.number))
    for one, other in pairs:
        if one and other:
            return one, other
    our_orders, their_orders = _orders(draft.references, order), _orders(paper.references)
    if our_orders and their_orders and not any(_same(a, b) for a in our_orders for b in their_orders):
        return "; ".join(our_orders), "; ".join(their_orders)
    return None


def _orders(references: Iterable[str], order: str | None = None) -> list[str]:
    named = [match[1] for line in references for match in _ORDER.finditer(line)]
    return [order, *named] if order else named


def _same(one: str, other: str) -> bool:
    first, second = (re.sub(r"[\W_]+", "", number).casefold() for number in (one, other))
    short, long = sorted((first, second), key=len)
    return len(short) >= 4 and any(map(str.isdigit, short)) and (long.startswith(short) or long.endswith(short))
