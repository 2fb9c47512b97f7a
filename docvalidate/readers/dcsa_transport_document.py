"""DCSA transport document: the carrier's bill of lading or sea waybill as JSON (eBL 3.0, its betas, and 2.0).

The standard (Digital Container Shipping Association, Apache-2.0) has no key for a transshipment port: two vessels, or
carriage by vessel to or from the port, prove that there is one, and the legs are handed on with the place left blank.
"""

from typing import Any

from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.model.document import Kind, Leg, Place
from docvalidate.structured.bill_legs import Voyage, bill_legs
from docvalidate.structured.dcsa import Paper, is_of
from docvalidate.structured.dcsa_inner import compare_inner
from docvalidate.structured.dcsa_legs import check_ends, mode_of, plan_of, vessel_of, voyages_of
from docvalidate.structured.dcsa_paper import booking_numbers, free_text, is_draft, references_of
from docvalidate.structured.dcsa_parties import Parties
from docvalidate.structured.dcsa_place import place_of, places_of
from docvalidate.structured.json_values import first

from ._json_texts import read_whole

EXTRA = None
RECOGNISES = "JSON with transportDocumentReference and documentParties or transports (DCSA eBL)"
SECOND_READING = False
READS_JSON = True

_PLANS = ("transportPlan", "transportPlans", "legs", "transportLegs")
_KINDS: dict[str, Kind] = {"SWB": "sea_waybill", "BOL": "bill_of_lading"}


def claims(data: bytes) -> bool:
    """The file has the keys of a transport document, alone or in an envelope."""
    return is_of("transport_document", data)


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Transcribe the paper."""
    paper = Paper(data, name)
    parties = Parties(paper)
    places = places_of(paper)
    status = paper.word("transportDocumentStatus", "documentStatus")
    bookings = booking_numbers(paper)
    legs, voyage = _carriage(paper, places)
    onward = _onward(paper)
    shipper, consignee, notified = parties.one("shipper"), parties.consignee(), parties.notify_parties()
    agent, forwarder = parties.one("agent"), parties.one("forwarder")
    compare_inner(paper, consignee, notified, places)
    said = read_whole(paper, paper.whole, free_text(paper), (consignee, shipper, agent, forwarder), places.values())
    return TransportDocument(
        kind=_KINDS.get((paper.word("transportDocumentTypeCode") or "").upper(), "unknown"),
        draft=is_draft(status),
        number=paper.word("transportDocumentReference"),
        booking_number=bookings[0] if bookings else None,
        references=references_of(
            paper, parties, paper.word("shippingInstructionsReference", "shippingInstructionReference"), *bookings[1:]
        ),
        shipper=shipper,
        consignee=consignee,
        notify_parties=notified,
        delivery_agent=agent,
        forwarding_agent=forwarder,
        **places,
        onward_routing=onward.text if onward else None,
        transshipment_ports=said.added_to(()),
        direct=said.direct,
        legs=legs,
        vessel=voyage[0],
        voyage=voyage[1],
        cites_instruction=said.citations[0] if said.citations else None,
        cites_also=tuple(said.citations[1:]),
        marks=(status,) if status else (),
        doubts=(*paper.doubts, *said.doubts),
        file=name,
    )


def _carriage(paper: Paper, places: dict[str, Place | None]) -> tuple[tuple[Leg, ...], Voyage]:
    """The legs, and the vessel with its voyage; version 2 lists its transports as a plan."""
    path, transports = paper.at("transports")
    if isinstance(transports, list):
        legs = plan_of(paper, transports, path)
        check_ends(paper, legs, places)
        sea = next((leg for leg in legs if leg.vessel or leg.voyage), None)
        return legs, (sea.vessel, sea.voyage) if sea else (None, None)
    it: dict[str, Any] = transports if isinstance(transports, dict) else {}
    voyages = voyages_of(paper, it.get("vesselVoyages"), f"{path}.vesselVoyages")
    if not voyages:
        alone = vessel_of(paper, it or paper.top, path)
        voyages = [alone] if alone != (None, None) else []
    legs = bill_legs(places, voyages, mode_of(paper, "preCarriageBy"), mode_of(paper, "onCarriageBy"))
    planned = _planned(paper, it, path)
    if planned and len(legs) > len(planned):
        told = f"{len(voyages)} vessels, and a plan of {len(planned)} legs"
        paper.doubt("ambiguous", "transshipment_port", (told, path))
    check_ends(paper, planned, places)
    return planned or legs, voyages[0] if voyages else (None, None)


def _planned(paper: Paper, transports: dict[str, Any], path: str) -> tuple[Leg, ...]:
    """A plan that the standard has in a booking only, and some papers bring along."""
    key, value = first(transports, *_PLANS)
    where = f"{path}.{key}"
    if not value:
        where, value = paper.at(*_PLANS)
    return plan_of(paper, value, where)


def _onward(paper: Paper) -> Place | None:
    path, transports = paper.at("transports")
    it = transports.get("onwardInlandRouting") if isinstance(transports, dict) else None
    return place_of(paper, it, f"{path}.onwardInlandRouting", None)
