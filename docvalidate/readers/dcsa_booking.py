"""DCSA booking: the request for space and its confirmation, with the carrier's transport plan (Booking 2.0, and 1.0).

The plan proves the route only while the booking holds: that of one not confirmed yet, or given up, is not handed on.
"""

import re

from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.model.document import Place
from docvalidate.structured.dcsa import Paper, is_of
from docvalidate.structured.dcsa_inner import compare_inner
from docvalidate.structured.dcsa_legs import check_ends, plan_of, vessel_of
from docvalidate.structured.dcsa_paper import booking_numbers, free_text, references_of
from docvalidate.structured.dcsa_parties import Parties
from docvalidate.structured.dcsa_place import SHIPMENT_LOCATIONS, place_of, places_of, shipment_locations
from docvalidate.structured.dcsa_times import asked_sailing_of, cut_offs_of

from ._json_texts import read_whole

EXTRA = None
RECOGNISES = "JSON with shipmentLocations or transportPlan and a booking's status, number or equipment (DCSA Booking)"
SECOND_READING = False
READS_JSON = True

HOLDS = frozenset({"CONFIRMED", "COMPLETED", "PENDING_AMENDMENT", "CONF", "PENA"})
_CHANGING = re.compile("UPDATE_CONFIRM|AMEND")
GIVEN_UP = frozenset({"REJECTED", "DECLINED", "CANCELLED", "REJE", "CANC"})


def claims(data: bytes) -> bool:
    """The file has the keys of a booking, alone or in an envelope."""
    return is_of("booking", data)


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Transcribe the paper; a booking that nobody has confirmed yet is a draft."""
    paper = Paper(data, name)
    parties = Parties(paper)
    places = _places(paper)
    status = paper.word("bookingStatus", "documentStatus")
    cancelled = paper.word("bookingCancellationStatus") == "CANCELLATION_CONFIRMED"
    word = "CANCELLED" if cancelled else (status or "").upper().replace(" ", "_").replace("-", "_")
    number = paper.word("carrierBookingReference")
    path, plan = paper.at("transportPlan")
    # The status came with version 2; before it the carrier's number told a confirmation.
    holds = word in HOLDS or (not word and number is not None and bool(plan))
    legs = plan_of(paper, plan, path)
    check_ends(paper, legs, places)
    # While a change is under way the plan may hold still, or no longer.
    changing = not holds and word not in GIVEN_UP and bool(_CHANGING.search(word)) and bool(legs)
    if changing:
        paper.doubt("ambiguous", "transshipment_port", (f"the plan of a booking that is {status}", path))
    asked = vessel_of(paper, paper.object(paper.at("vessel")[1], "vessel"), f"{paper.path}.vessel")
    planned = next(((leg.vessel, leg.voyage) for leg in legs if leg.vessel), None) if holds else None
    bookings = booking_numbers(paper)
    shipper, consignee, notified = parties.one("shipper"), parties.consignee(), parties.notify_parties()
    agent, forwarder = parties.one("agent"), parties.one("forwarder")
    compare_inner(paper, consignee, notified, places)
    said = read_whole(paper, paper.whole, free_text(paper), (consignee, shipper, agent, forwarder), places.values())
    return TransportDocument(
        kind="booking_confirmation",
        draft=None if holds or word in GIVEN_UP else True,
        number=paper.word("transportDocumentReference"),
        booking_number=number,
        references=references_of(
            paper, parties, paper.word("carrierBookingRequestReference"), *(it for it in bookings if it != number)
        ),
        shipper=shipper,
        consignee=consignee,
        notify_parties=notified,
        forwarding_agent=forwarder,
        **places,
        onward_routing=next((it.text for it in _listed(paper, "OIR")), None),
        transshipment_ports=said.added_to(()) if holds else (),
        requested_transshipment=_listed(paper, "RTP"),
        prohibited_transshipment=_listed(paper, "PTP"),
        legs=legs if holds or changing else (),
        vessel=planned[0] if planned else asked[0],
        voyage=planned[1] if planned else asked[1] or paper.word("carrierExportVoyageNumber"),
        etd=None if legs else asked_sailing_of(paper),
        cut_offs=cut_offs_of(paper) if word not in GIVEN_UP else (),
        cites_instruction=said.citations[0] if said.citations else None,
        cites_also=tuple(said.citations[1:]),
        marks=tuple(dict.fromkeys(filter(None, (status, word if cancelled else None)))),
        doubts=(*paper.doubts, *said.doubts),
        file=name,
    )


def _places(paper: Paper) -> dict[str, Place | None]:
    found = places_of(paper)
    return {field: found.get(field) for field in SHIPMENT_LOCATIONS.values()}


def _listed(paper: Paper, wanted: str) -> tuple[Place, ...]:
    """The places of that code: OIR onward inland routing, RTP and PTP transshipment requested and prohibited."""
    field = None if wanted == "OIR" else "transshipment_port"
    found = [place_of(paper, it, where, field) for code, where, it, _ in shipment_locations(paper) if code == wanted]
    return tuple(place for place in found if place is not None)
