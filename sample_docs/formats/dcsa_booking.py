"""The confirmed booking of DCSA Booking 2.0, with the transport plan that the draft does not show."""

import json

from . import shipment as of
from .dcsa import party, place

NAME = "dcsa-booking.json"


def write() -> bytes:
    """The file, in UTF-8."""
    legs = (
        ("MNC", of.LOADING, of.DISCHARGE, "VESSEL", of.SAILING, of.ARRIVAL),
        ("ONC", of.DISCHARGE, of.DELIVERY, "RAIL", of.ON_RAIL, of.OFF_RAIL),
    )
    booking = {
        "carrierBookingReference": of.BOOKING,
        "bookingStatus": "CONFIRMED",
        "carrierCode": "BHLU",
        "carrierCodeListProvider": "SMDG",
        "references": [{"type": "PO", "value": of.ORDER}],
        "documentParties": {"shipper": party(of.SHIPPER)},
        "shipmentLocations": [
            {"location": place(port), "locationTypeCode": role}
            for role, port in (("POL", of.LOADING), ("POD", of.DISCHARGE), ("PDE", of.DELIVERY))
        ],
        "transportPlan": [
            {
                "transportPlanStage": stage,
                "transportPlanStageSequenceNumber": number,
                "loadLocation": place(load),
                "dischargeLocation": place(discharge),
                "plannedDepartureDate": departure,
                "plannedArrivalDate": arrival,
                "modeOfTransport": mode,
                **({"vesselName": of.VESSEL, "carrierExportVoyageNumber": of.VOYAGE} if mode == "VESSEL" else {}),
            }
            for number, (stage, load, discharge, mode, departure, arrival) in enumerate(legs, start=1)
        ],
    }
    return (json.dumps(booking, indent=2) + "\n").encode()
