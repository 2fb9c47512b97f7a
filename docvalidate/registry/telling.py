"""The story of an order is every entry that bears on it, in the order of the days that the entries speak of."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from docvalidate.model import Entry, RegistryConflict
from docvalidate.model.validity import same_label

if TYPE_CHECKING:
    from . import Registry

DATES = {
    "confirmation": "date",
    "waiver": "date",
    "withdrawal": "date",
    "question": "date",
    "check": "as_of",
    "closing": "date",
}


def story(
    registry: "Registry", order: str, customer: str | None = None, until: date | None = None
) -> tuple[str | None, tuple[Entry, ...]]:
    """Whose order it is, and the entries; no customer where no entry names the order.

    Raises RegistryConflict where two customers have an order of that name and none is asked for.
    """
    customers = sorted({entry.customer for entry in registry.entries(order=order)})
    if customer is not None:
        customers = [name for name in customers if same_label(name, customer)]
    if not customers:
        return None, ()
    if len(customers) > 1:
        raise RegistryConflict(f"{order}: an order of {' and of '.join(customers)}; give --customer")
    bearing = list(_bearing(registry.entries(customer=customers[0]), order))
    told = [entry for entry in bearing if until is None or day_of(entry) <= until]
    return customers[0], tuple(sorted(told, key=lambda entry: (day_of(entry), entry.number)))


def day_of(entry: Entry) -> date:
    """The day that the entry speaks of; it may have been put on record later."""
    body = entry.says()
    if entry.kind == "version":
        return date.fromisoformat(body["instruction"]["received"])
    return date.fromisoformat(str(body.get(DATES.get(entry.kind, ""), entry.at))[:10])


def _bearing(entries: Iterator[Entry], order: str) -> Iterator[Entry]:
    seen: set[int] = set()
    for entry in entries:
        if entry.kind == "withdrawal":
            bears = entry.says()["entry"] in seen
        else:
            bears = entry.order is None or same_label(entry.order, order)
            bears = bears and (entry.order is not None or entry.kind != "check")
        if bears:
            seen.add(entry.number)
            yield entry
