"""Builders of DCSA papers: a small paper of each schema, changed where a test speaks of it."""

import json
from typing import Any

from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.readers import reader_for

BROKER = {
    "partyName": "CHESAPEAKE CUSTOMS BROKERS INC",
    "address": {
        "street": "LIGHT STREET", "streetNumber": "100", "postCode": "21202", "city": "BALTIMORE", "stateRegion": "MD",
        "countryCode": "US",
    },
    "partyContactDetails": [{"name": "IMPORT DESK", "phone": "+1 410 555 0134"}],
}  # fmt: skip
BROKER_TEXT = (
    "CHESAPEAKE CUSTOMS BROKERS INC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA\nATTN: IMPORT DESK\nTEL +1 410 555 0134"
)
IMPORTER = {"partyName": "HARBORLINE IMPORTS LLC", "displayedAddress": ["2401 BROENING HIGHWAY", "BALTIMORE, MD 21224"]}
IMPORTER_TEXT = "HARBORLINE IMPORTS LLC\n2401 BROENING HIGHWAY\nBALTIMORE, MD 21224"


def a_place(code: str | None = None, name: str | None = None, **more: Any) -> dict[str, Any]:
    """A location by its code, its name, or both."""
    return {key: it for key, it in {"UNLocationCode": code, "locationName": name, **more}.items() if it is not None}


def a_bill(
    *, parties: dict[str, Any] | None = None, transports: dict[str, Any] | None = None, **top: Any
) -> dict[str, Any]:
    """A draft sea waybill from Ningbo to Baltimore; what is given replaces what it has, and None takes it away."""
    everybody = {"shipper": {"partyName": "EASTWAVE CO., LTD."}, "consignee": IMPORTER, "notifyParties": [BROKER]}
    carriage = {
        "portOfLoading": a_place("CNNGB", "NINGBO, CHINA"),
        "portOfDischarge": a_place("USBAL", "BALTIMORE, MD"),
        "vesselVoyages": [{"vesselName": "MAREN HOLM", "carrierExportVoyageNumber": "437E"}],
    }
    bill = {
        "transportDocumentReference": "SWHAR0001",
        "transportDocumentStatus": "DRAFT",
        "transportDocumentTypeCode": "SWB",
        "isToOrder": False,
        "documentParties": _changed(everybody, parties),
        "transports": _changed(carriage, transports),
        "consignmentItems": [{"carrierBookingReference": "BKG1", "descriptionOfGoods": ["620 CARTONS"]}],
    }
    return _changed(bill, top)


def a_leg(
    stage: str, number: int, load: str, discharge: str, mode: str | None = "VESSEL", **more: Any
) -> dict[str, Any]:
    """A leg of a transport plan between two ports by their codes."""
    leg = {
        "transportPlanStage": stage, "transportPlanStageSequenceNumber": number, "loadLocation": a_place(load),
        "dischargeLocation": a_place(discharge), "modeOfTransport": mode,
    }  # fmt: skip
    return {key: it for key, it in {**leg, **more}.items() if it is not None}


def a_booking(*legs: dict[str, Any], places: dict[str, str] | None = None, **top: Any) -> dict[str, Any]:
    """A confirmed booking; places by their location type code."""
    booking = {
        "carrierBookingReference": "BKG1",
        "bookingStatus": "CONFIRMED",
        "documentParties": {"bookingAgent": {"partyName": "EASTWAVE CO., LTD."}},
        "shipmentLocations": [
            {"location": a_place(code), "locationTypeCode": kind}
            for kind, code in (places or {"POL": "CNNGB", "POD": "USBAL"}).items()
        ],
        "transportPlan": list(legs),
    }
    return _changed(booking, top)


def as_bytes(value: Any) -> bytes:
    """The value as a file."""
    return json.dumps(value).encode()


def read(value: Any, name: str = "draft.json") -> TransportDocument:
    """What the reader that claims the file makes of it."""
    data = value if isinstance(value, bytes) else as_bytes(value)
    return reader_for(data, name).read(data, name, ReadSettings())


def _changed(before: dict[str, Any], by: dict[str, Any] | None) -> dict[str, Any]:
    return {key: it for key, it in {**before, **(by or {})}.items() if it is not None}
