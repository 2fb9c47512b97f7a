"""DCSA arrival notice (1.0): the carrier's word to the parties that the goods are coming.

It tells the last vessel, and of a plan as much as concerns the country of destination: where the mother vessel is left
before the port of discharge, the goods change over. One vessel proves no direct service.
"""

from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.model.document import Leg, Place
from docvalidate.structured.bill_legs import Voyage, bill_legs, chain
from docvalidate.structured.dcsa import Paper, is_of
from docvalidate.structured.dcsa_inner import compare_inner
from docvalidate.structured.dcsa_legs import check_ends, mode_of, plan_of, vessel_of, voyages_of
from docvalidate.structured.dcsa_paper import booking_numbers, free_text, references_of
from docvalidate.structured.dcsa_parties import Parties
from docvalidate.structured.dcsa_place import place_of, places_of

from ._json_texts import read_whole

EXTRA = None
RECOGNISES = "JSON with carrierContactInformation, documentParties and transport (DCSA Arrival Notice)"
SECOND_READING = False
READS_JSON = True


def claims(data: bytes) -> bool:
    """The file has the keys of an arrival notice, alone or in a list."""
    return is_of("arrival_notice", data)


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Transcribe the paper."""
    paper = Paper(data, name)
    parties = Parties(paper)
    places = places_of(paper)
    bookings = booking_numbers(paper)
    legs, (vessel, voyage) = _carriage(paper, places)
    shipper, consignee, notified = parties.one("shipper"), parties.consignee(), parties.notify_parties()
    agent, forwarder = parties.one("agent"), parties.one("forwarder")
    compare_inner(paper, consignee, notified, places)
    said = read_whole(paper, paper.whole, free_text(paper), (consignee, shipper, agent, forwarder), places.values())
    return TransportDocument(
        kind="arrival_notice",
        number=paper.word("transportDocumentReference"),
        booking_number=bookings[0] if bookings else None,
        references=references_of(paper, parties, *bookings[1:]),
        shipper=shipper,
        consignee=consignee,
        notify_parties=notified,
        delivery_agent=agent,
        forwarding_agent=forwarder,
        **places,
        transshipment_ports=said.added_to(()),
        direct=said.direct,
        legs=legs,
        vessel=vessel,
        voyage=voyage,
        cites_instruction=said.citations[0] if said.citations else None,
        cites_also=tuple(said.citations[1:]),
        doubts=(*paper.doubts, *said.doubts),
        file=name,
    )


def _carriage(paper: Paper, places: dict[str, Place | None]) -> tuple[tuple[Leg, ...], Voyage]:
    """The legs, where more than one is told, and the vessel that arrives."""
    path, value = paper.at("transports", "transport")
    it = value if isinstance(value, dict) else {}
    plan = plan_of(paper, it.get("legs"), f"{path}.legs")
    told = [leg for leg in plan if leg.load is not None or leg.discharge is not None]
    if len(plan) > 1 or (told and all(leg.load and leg.discharge for leg in plan)):
        check_ends(paper, plan, places)
        last = next((leg for leg in reversed(plan) if leg.vessel), None)
        return plan, (last.vessel, last.voyage) if last else (None, None)
    at_end, mother = (
        vessel_of(paper, paper.object(paper.at(key)[1], key), f"{paper.path}.{key}")
        for key in ("vesselVoyageAtPOD", "vesselVoyageAtDestinationCountry")
    )
    listed = voyages_of(paper, it.get("vesselVoyages"), f"{path}.vesselVoyages")
    voyages = listed or [voyage for voyage in dict.fromkeys((mother, at_end)) if voyage != (None, None)]
    voyages = voyages or [(leg.vessel, leg.voyage) for leg in plan if leg.vessel or leg.voyage]
    arriving = voyages[-1] if voyages else (None, None)
    between = [place_of(paper, it.get(key), f"{path}.{key}", "transshipment_port")
               for key in ("loadLocation", "dischargeLocation")]  # fmt: skip
    stops = _stops([places["port_of_loading"], *between, places["port_of_discharge"]])
    if len(stops) > 2:
        return chain(stops, voyages if len(voyages) >= len(stops) - 1 else []), arriving
    return bill_legs(places, voyages, "", mode_of(paper, "onCarriageBy")), arriving


def _stops(places: list[Place | None]) -> list[Place | None]:
    """The places in the order of travel, each once however it is written."""
    found: list[Place | None] = []
    for place in places:
        known = [it for it in found if it is not None]
        if place is not None and (place.locode or place.text) not in [it.locode or it.text for it in known]:
            found.append(place.model_copy(update={"basis": "transport_plan"}))
    return found
