"""A DCSA place has a name to display, a name, a code, an address: the first is printed, and all must mean one place."""

from collections.abc import Iterator
from typing import Any

from docvalidate.model.document import Place
from docvalidate.reference.ports import identify, relation
from docvalidate.reference.ports.curated import ports
from docvalidate.text.party import says_nothing

from .dcsa import Paper
from .json_values import Reading, first
from .parties import city_line
from .places import place

MOST_LOCATIONS = 60
SHIPMENT_LOCATIONS = {
    "PRE": "place_of_receipt", "POL": "port_of_loading", "POD": "port_of_discharge", "PDE": "place_of_delivery",
}  # fmt: skip
_NOT_ON_THE_WAY = frozenset({"IEL", "ORI", "OIR", "RTP", "PTP", "PCF", "FCD", "ROU"})
"""Inland places, and what a booking asks for, which it hands on by itself."""
_TRANSPORTS = (
    ("place_of_receipt", "placeOfReceipt", ("displayedNameForPlaceOfReceipt",)),
    ("port_of_loading", "portOfLoading", ("displayedNameForPortOfLoad", "displayedNameForPortOfLoading")),
    ("port_of_discharge", "portOfDischarge", ("displayedNameForPortOfDischarge",)),
    ("place_of_delivery", "placeOfDelivery", ("displayedNameForPlaceOfDelivery",)),
)


def place_of(
    reading: Reading, value: Any, path: str, field: str | None, *, displayed: tuple[str, Any] | None = None
) -> Place | None:
    """The place as it is printed, with its code beside it; names that mean another port than the first are a doubt."""
    it = reading.object(value, path, field)
    shown = reading.place_name(displayed[1], displayed[0], field) if displayed else ""
    key, code = first(it, "UNLocationCode")
    code = reading.text(code, f"{path}.{key}", field, 40)
    names = [(shown, displayed[0])] if displayed and shown else []
    names += [(name, where) for name, where in _names(reading, it, path, field) if not says_nothing(name)]
    if not names and not code:
        return _facility(reading, it, path, field)
    name, where = names[0] if names else ("", path)
    if displayed and shown:
        _printed_instead(reading, field, names, (code, f"{path}.{key}"))
    _one_place(reading, field, names, code)
    found = place(reading.source(where if displayed and shown else path), name=name or None, code=code or None)
    if found is not None and field is not None:
        reading.places[path] = field, found
    return found


def places_of(paper: Paper) -> dict[str, Place | None]:
    """The four places of a transport document or notice, from its transports or, in version 2, its list of places."""
    path, transports = paper.at("transports", "transport")
    it = transports if isinstance(transports, dict) else {}
    if not isinstance(transports, dict | list):
        paper.object(transports, path, "port_of_discharge")
    found: dict[str, Place | None] = {}
    for field, key, names in _TRANSPORTS:
        displayed = paper.at(*names)
        found[field] = place_of(paper, it.get(key), f"{path}.{key}", field, displayed=displayed)
    for code, where, location, shown in shipment_locations(paper):
        field = SHIPMENT_LOCATIONS.get(code, "")
        if not field and code not in _NOT_ON_THE_WAY:
            further = place_of(paper, location, where, "transshipment_port", displayed=shown)
            if further is not None and not any(
                further.locode and further.locode == it.locode for it in found.values() if it
            ):
                paper.doubt("ambiguous", "transshipment_port", (f"{code}: {further.text}", where))
        listed = place_of(paper, location, where, field, displayed=shown) if field else None
        earlier = found.get(field)
        if listed is None:
            continue
        if earlier is None:
            found[field] = listed
        elif (earlier.locode or earlier.text) != (listed.locode or listed.text) and earlier.source is not None:
            paper.doubt("ambiguous", field, (earlier.text, earlier.source.path or path), (listed.text, where))
    return found


def shipment_locations(paper: Paper) -> Iterator[tuple[str, str, Any, tuple[str, Any]]]:
    """Each place of the list: its code, its path, the location, and the name to display."""
    path, value = paper.at("shipmentLocations")
    for where, item in paper.objects(value, path, "port_of_discharge", MOST_LOCATIONS):
        key, code = first(item, "locationTypeCode", "shipmentLocationTypeCode", "locationType")
        words = paper.text(code, f"{where}.{key}", "port_of_discharge").upper()
        yield words, f"{where}.location", item.get("location"), (f"{where}.displayedName", item.get("displayedName"))


def _names(reading: Reading, it: dict[str, Any], path: str, field: str | None) -> Iterator[tuple[str, str]]:
    for key in ("locationName", "facilityName"):
        yield reading.place_name(it.get(key), f"{path}.{key}", field), f"{path}.{key}"
    key, value = first(it, "city", "address")
    where = f"{path}.{key}"
    if isinstance(value, str):
        yield reading.place_name(value, where, field), where
        return
    town = reading.object(value, where, field)

    def word(*keys: str) -> str | None:
        key, found = first(town, *keys)
        words = " ".join(reading.text(found, f"{where}.{key}", field).split())
        return words if words and words != "ZZ" and not says_nothing(words) else None

    city = word("city", "cityName")
    if city is not None:
        town_line = city_line(city, word("stateRegion"), None, word("countryCode", "country"))
        yield reading.place_name(town_line, where, field), where
    yield reading.place_name(it.get("addressLines"), f"{path}.addressLines", field), f"{path}.addressLines"


def _facility(reading: Reading, it: dict[str, Any], path: str, field: str | None) -> Place | None:
    """A facility's code alone names no place that a person knows: it is shown, and where it lies stays open."""
    inside = reading.object(it.get("facility"), f"{path}.facility", field)
    holder = inside or it
    code, provider = (
        reading.text(holder.get(key), f"{path}.{key}", field) for key in ("facilityCode", "facilityCodeListProvider")
    )
    if not code:
        return None
    text = f"{code} ({provider})" if provider else code
    if field is not None:
        reading.doubt("ambiguous", field, (text, f"{path}.facility"))
    return Place(text=text, source=reading.source(path))


def _printed_instead(reading: Reading, field: str | None, names: list[tuple[str, str]], code: tuple[str, str]) -> None:
    """A displayed name that no port has says nothing of the place behind it: which one the bill shows stays open."""
    (shown, where), *others = names
    behind = [it for it in (*others, code) if it[0]]
    if field is None or not behind or identify(shown).codes:
        return
    if not any(name.casefold() in shown.casefold() for name, _ in behind):
        reading.doubt("ambiguous", field, (shown, where), behind[0])


def _one_place(reading: Reading, field: str | None, names: list[tuple[str, str]], code: str) -> None:
    """Every name must mean the port of the first one, or of the code where no port has the first name.

    The town of an address may be a suburb of the port, so among addresses only another port of weight speaks against.
    """
    if field is None or len(names) < 2:
        return
    first_name, first_path = names[0]
    printed = identify(first_name).codes or identify(code).codes
    for name, path in names[1:]:
        other = identify(name).codes
        if path.endswith((".address", ".city", ".addressLines")):
            other = tuple(port for port in other if port in ports())
        if printed and other and all(relation(a, b) == "different" for a in printed for b in other):
            reading.doubt("ambiguous", field, (first_name, first_path), (name, path))
