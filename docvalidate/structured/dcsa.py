"""A DCSA file is told by the keys of its standard, alone or in an envelope: a notification, an answer, a transfer."""

from copy import copy
from functools import lru_cache
from typing import Any, Literal

from docvalidate.errors import UnreadableDocument

from .json_file import load, looks_like_json
from .json_values import MOST_ITEMS, Reading, first, without_twins

Schema = Literal["transport_document", "shipping_instruction", "booking", "arrival_notice"]

_ENVELOPES = (
    "data", "transportDocument", "amendedTransportDocument", "shippingInstructions", "updatedShippingInstructions",
    "booking", "amendedBooking", "document", "arrivalNotice", "arrivalNotices",
)  # fmt: skip
"""Keys that hold a whole paper: of a CloudEvents notification, an issuance request, a PINT envelope, an answer."""
_DEEPEST = 3
_BOOKING = frozenset(
    """
    bookingStatus carrierBookingRequestReference carrierBookingReference requestedEquipments confirmedEquipments
    transportPlan
    """.split()
)
_GOODS = frozenset({"consignmentItems", "utilizedTransportEquipments", "cargoItems"})


@lru_cache(maxsize=4)
def papers(data: bytes) -> tuple[tuple[Schema, str, dict[str, Any]], ...]:
    """The papers in the file, each with its schema and its path; none where it is no DCSA file or is damaged."""
    try:
        value = load(data) if looks_like_json(data) else None
    except UnreadableDocument:
        return ()
    return tuple(_papers(value, "$", 0))


def is_of(schema: Schema, data: bytes) -> bool:
    """The file holds a paper of the schema, or several of which the first is one."""
    return papers(data)[:1] != () and papers(data)[0][0] == schema


class Paper(Reading):
    """The one paper of a file, by its keys; version 2 keeps most of them in a shipping instruction inside."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(name)
        found = papers(data)
        if len(found) > 1:
            raise UnreadableDocument(
                f"the file holds {len(found):,} papers, or one and its amendment: check each on its own", "two-drafts"
            )
        without_twins(data)
        _, self.path, self.top = found[0]
        self.whole = load(data)
        inside = self.top.get("shippingInstruction")
        self.inner = inside if isinstance(inside, dict) else {}

    def beside(self, path: str, top: dict[str, Any]) -> "Paper":
        """Another object of the file, read as the paper is; what stays open about it counts as the paper's."""
        other = copy(self)
        other.path, other.top, other.inner = path, top, {}
        other.parties, other.places = {}, {}
        return other

    def at(self, *keys: str) -> tuple[str, Any]:
        """The path and the value of the first key that has one."""
        key, value = first(self.top, *keys)
        if value in (None, "", [], {}) and self.inner:
            key, value = first(self.inner, *keys)
            return f"{self.path}.shippingInstruction.{key}", value
        return f"{self.path}.{key}", value

    def word(self, *keys: str) -> str | None:
        """The words of the first key that has a value."""
        path, value = self.at(*keys)
        return " ".join(self.text(value, path).split()) or None


def _papers(value: Any, path: str, depth: int) -> list[tuple[Schema, str, dict[str, Any]]]:
    if isinstance(value, list):
        items = value[:MOST_ITEMS] if depth < _DEEPEST else []
        return [paper for index, item in enumerate(items) for paper in _papers(item, f"{path}[{index}]", depth + 1)]
    if not isinstance(value, dict):
        return []
    schema = _schema(value)
    if schema is not None:
        return [(schema, path, value)]
    inside = [key for key in _ENVELOPES if key in value] if depth < _DEEPEST else []
    return [paper for key in inside for paper in _papers(value[key], f"{path}.{key}", depth + 1)]


def _schema(it: dict[str, Any]) -> Schema | None:
    """The schema by the keys that only its papers have."""
    if "carrierContactInformation" in it or "vesselVoyageAtPOD" in it:
        return "arrival_notice" if {"documentParties", "transport", "transports"} & it.keys() else None
    # Some bills bring along the plan of their booking.
    bill = "transports" in it and bool({"transportDocumentReference", "transportDocumentStatus"} & it.keys())
    booked = _BOOKING - {"transportPlan", "carrierBookingReference"} if bill else _BOOKING
    if ("shipmentLocations" in it or "transportPlan" in it) and len(booked & it.keys()) >= 1:
        return "booking"
    if "shippingInstructionsStatus" in it:
        return "shipping_instruction" if "documentParties" in it else None
    if "transportDocumentReference" in it or "transportDocumentStatus" in it:
        # A reference alone is the answer of an interface, and no paper.
        return "transport_document" if {"documentParties", "transports", "shippingInstruction"} & it.keys() else None
    if "documentParties" in it and ("transportDocumentTypeCode" in it or _GOODS & it.keys()):
        return "transport_document" if "transports" in it else "shipping_instruction"
    return None
