"""Two readings that disagree accuse nobody: the field stays open until a person has looked."""

from collections.abc import Iterable
from typing import Any

from docvalidate.model import Doubt, Party, Place, TransportDocument

FIELDS = (
    "consignee",
    "notify_party",
    "transshipment_port",
    "port_of_loading",
    "port_of_discharge",
    "place_of_delivery",
)


def reconcile(first: TransportDocument, second: TransportDocument, fields: Iterable[str]) -> TransportDocument:
    """The first reading, with a doubt for each of the fields that the second reads differently."""
    doubts = tuple(
        Doubt(kind="ambiguous", field=field, texts=(_text(one), _text(other)), sources=_sources(one) or _sources(other))
        for field in fields
        if _key(one := _values(first, field)) != _key(other := _values(second, field))
        and not any(doubt.field == field and doubt.kind != "hidden" for doubt in first.doubts)
    )
    return first.model_copy(update={"doubts": (*first.doubts, *doubts)}) if doubts else first


def _values(document: TransportDocument, field: str) -> tuple[Any, ...]:
    if field == "notify_party":
        return document.notify_parties
    if field == "transshipment_port":
        legs = tuple(place for leg in document.legs for place in (leg.load, leg.discharge) if place is not None)
        return (*document.transshipment_ports, *legs)
    value: Party | Place | None = getattr(document, field)
    return () if value is None else (value,)


def _key(values: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple("".join(value.text.split()).casefold() for value in values)


def _text(values: tuple[Any, ...]) -> str:
    return "\n\n".join(value.text for value in values)


def _sources(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(value.source for value in values if value.source is not None)
