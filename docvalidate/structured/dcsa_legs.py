"""A plan shows where the goods change over; a bill of two vessels shows only that they do: the place stays blank."""

from types import NoneType
from typing import Any

from docvalidate.errors import UnreadableDocument
from docvalidate.model.document import Leg, Place

from .bill_legs import MODES, Voyage, apart
from .dcsa import Paper
from .dcsa_place import place_of
from .json_values import Reading, first, shown, word_of

MOST_LEGS = 60
NO_DATE = "1970-01-01"
"""What the standard has a sender write where there is no date."""
_STAGES = {"PRC": 0, "MNC": 1, "ONC": 2}
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
        before = legs[-1].discharge if legs else None
        if before is not None and leg.load is not None and apart(before, leg.load):
            paper.doubt("ambiguous", "transshipment_port", (before.text, path), (leg.load.text, where))
            legs.append(Leg(load=before, discharge=leg.load))
        legs.append(leg)
    return tuple(legs)


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
        " ".join(paper.text(name, f"{path}.{name_key}").split()) or None,
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
