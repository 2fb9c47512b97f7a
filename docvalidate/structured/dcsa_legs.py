"""A plan shows where the goods change over; a bill of two vessels shows only that they do: the place stays blank."""

import re
from types import NoneType
from typing import Any

from docvalidate.errors import UnreadableDocument
from docvalidate.model.document import Leg, Place
from docvalidate.reference.ports import identify, relation

from .bill_legs import MODES, Voyage, apart
from .dcsa import Paper
from .dcsa_place import place_of
from .json_texts import words_in
from .json_values import Reading, first, shown, word_of

MOST_LEGS = 60
NO_DATE = "1970-01-01"
"""What the standard has a sender write where there is no date."""
_STAGES = {"PRC": 0, "MNC": 1, "ONC": 2}
_STRUCK = re.compile(
    r"\b(?:cancel\w*|omit\w*|skip(?:ped)?|struck|delet\w+|void(?:ed)?|superse\w+|replaced|rejected|declined|withdrawn)\b",
    re.IGNORECASE,
)
_VOYAGE = (
    "carrierExportVoyageNumber", "carrierVoyageNumber", "universalExportVoyageReference",
    "carrierImportVoyageNumber", "universalImportVoyageReference",
)  # fmt: skip


def plan_of(paper: Paper, value: Any, path: str) -> tuple[Leg, ...]:
    """The legs of a transport plan by stage and number within it; a gap between two of them is a leg of its own.

    What brings the goods over a gap is not known, so that both its ends may be ports of transshipment.
    """
    rows = paper.objects(value, path, "transshipment_port", MOST_LEGS)
    unlike = [it for it in (value if isinstance(value, list) else [value]) if not isinstance(it, dict | NoneType)]
    if unlike:
        # Without that leg the plan would prove another route than the carrier has in mind.
        raise UnreadableDocument(f"{path} holds {shown(unlike[0])}, which is no leg: ask for the file again", "damaged")
    legs: list[Leg] = []
    for where, row in sorted(rows, key=lambda it: _order(it[1])):
        leg = _leg(paper, row, where)
        if taken_back := _taken_back(row):
            paper.doubt("ambiguous", "transshipment_port", (f"a leg: {taken_back}", where))
        before = legs[-1].discharge if legs else None
        if before is not None and leg.load is not None and apart(before, leg.load):
            paper.doubt("ambiguous", "transshipment_port", (before.text, path), (leg.load.text, where))
            legs.append(Leg(load=before, discharge=leg.load))
        legs.append(leg)
    return tuple(legs)


def check_ends(paper: Paper, legs: tuple[Leg, ...], places: dict[str, Place | None]) -> None:
    """A plan whose first vessel does not leave the port of loading, or that leaves an end blank, proves no route.

    Barge or truck from the named port to another one is not what the bill says; the same holds at the other end.
    """
    at_sea = [leg for leg in legs if leg.mode in ("vessel", "unknown")]
    if not at_sea:
        return
    ends = (("port_of_loading", at_sea[0].load), ("port_of_discharge", at_sea[-1].discharge))
    for field, end in ends:
        place = places.get(field)
        if end is None and len(at_sea) == 1 and not any(it.field == "transshipment_port" for it in paper.doubts):
            paper.doubt("ambiguous", "transshipment_port", (f"a plan that leaves its {field} blank", paper.path))
        elif end is not None and place is not None and _elsewhere(place, end) and not (
            field == "port_of_discharge" and len(legs) > legs.index(at_sea[-1]) + 1
        ):  # fmt: skip
            source = end.source.path if end.source is not None else None
            told = f"the plan's vessel: {end.text}"
            paper.doubt("ambiguous", "transshipment_port", (place.text, paper.path), (told, source or paper.path))


def _elsewhere(one: Place, other: Place) -> bool:
    """The two certainly lie apart; two terminals of one port area do not."""
    ports = identify(one.text, one.locode).codes, identify(other.text, other.locode).codes
    return all(ports) and all(relation(a, b) == "different" for a in ports[0] for b in ports[1])


def _taken_back(row: dict[str, Any]) -> str | None:
    """The words that strike a leg out of the plan."""
    for key, value in row.items():
        flagged = value is True or (isinstance(value, str) and value.strip().casefold() == "true")
        if (flagged and _STRUCK.search(words_in(key))) or (
            isinstance(value, str) and len(value) < 200 and _STRUCK.search(value)
        ):
            return key if flagged else f"{key} {value}"
    return None


def voyages_of(paper: Reading, value: Any, path: str) -> list[Voyage]:
    """Each vessel with its voyage, the first sea-going one in front: it is the one that a bill prints.

    The goods are on board, and the bill is dated, when they are in the vessel at the port of loading.
    """
    rows = paper.objects(value, path, "transshipment_port", MOST_LEGS)
    roles = {"FIRST_SEA_GOING": 0, "POL": 0, "MOTHER": 1, "DC": 1, "POD": 2}
    rows = sorted(rows, key=lambda it: roles.get(word_of(first(it[1], "role", "typeCode")[1]), 1))
    found: dict[str, Voyage] = {}
    for vessel, voyage in (vessel_of(paper, row, where) for where, row in rows):
        if vessel or voyage:
            # One ship under two numbers of her voyage is one ship.
            found.setdefault((vessel or f"?{voyage}").casefold(), (vessel, voyage))
    return list(found.values())


def vessel_of(paper: Reading, it: dict[str, Any], path: str) -> Voyage:
    """The vessel and the voyage, each null where it is not given."""
    name_key, name = first(it, "vesselName", "name")
    voyage_key, voyage = first(it, *_VOYAGE)
    return (
        paper.ship(" ".join(paper.text(name, f"{path}.{name_key}").split())) or None,
        " ".join(paper.text(voyage, f"{path}.{voyage_key}").split()) or None,
    )


def mode_of(paper: Paper, *keys: str) -> str:
    """The mode of transport as the standard's code."""
    path, value = paper.at("transports", "transport")
    key, mode = first(value, *keys) if isinstance(value, dict) else (keys[0], None)
    return paper.text(mode, f"{path}.{key}", "transshipment_port").upper()


def _leg(paper: Paper, row: dict[str, Any], path: str) -> Leg:
    inside = row.get("vesselVoyage")
    vessel, voyage = vessel_of(paper, row, path)
    if isinstance(inside, dict):
        vessel, voyage = vessel_of(paper, inside, f"{path}.vesselVoyage")
    mode = MODES.get(paper.text(row.get("modeOfTransport"), f"{path}.modeOfTransport").upper())
    return Leg(
        load=_stop(paper, row, path, "loadLocation"),
        discharge=_stop(paper, row, path, "dischargeLocation"),
        mode=mode or ("vessel" if vessel and not row.get("modeOfTransport") else "unknown"),
        vessel=vessel,
        voyage=voyage,
        departure=_date(paper, row, path, "plannedDepartureDate", "departureDate"),
        arrival=_date(paper, row, path, "plannedArrivalDate", "arrivalDate"),
    )


def _stop(paper: Paper, row: dict[str, Any], path: str, key: str) -> Place | None:
    stop = place_of(paper, row.get(key), f"{path}.{key}", "transshipment_port")
    return None if stop is None else stop.model_copy(update={"basis": "transport_plan"})


def _date(paper: Paper, row: dict[str, Any], path: str, *keys: str) -> str | None:
    key, value = first(row, *keys)
    if isinstance(value, dict):
        value = value.get("value")
    text = paper.text(value, f"{path}.{key}")
    return None if not text or text.startswith(NO_DATE) else text


def _order(row: dict[str, Any]) -> tuple[int, float]:
    """The stage, then the number in it; what gives neither keeps its place among its likes."""
    stage = _STAGES.get(word_of(row.get("transportPlanStage")), 1)
    number = word_of(row.get("transportPlanStageSequenceNumber"))
    return stage, float(number) if number.isdecimal() else 0.0
