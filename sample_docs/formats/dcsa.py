"""The transport document of DCSA eBL 3.0, in JSON."""

import json
from typing import Any

from . import shipment as of

NAME = "dcsa-transport-document.json"


def write() -> bytes:
    """The file, in UTF-8."""
    document = {
        "transportDocumentReference": of.NUMBER,
        "shippingInstructionsReference": "SI6081744",
        "transportDocumentStatus": "DRAFT",
        "transportDocumentTypeCode": "SWB",
        "isShippedOnBoardType": True,
        "freightPaymentTermCode": "COL",
        "isElectronic": False,
        "isToOrder": False,
        "displayedNameForPortOfLoad": [of.LOADING.printed],
        "displayedNameForPortOfDischarge": [of.DISCHARGE.printed],
        "displayedNameForPlaceOfDelivery": [of.DELIVERY.printed],
        "carrierCode": "BHLU",
        "carrierCodeListProvider": "SMDG",
        "references": [{"type": "PO", "value": of.ORDER}],
        "transports": {
            "plannedDepartureDate": of.SAILING,
            "plannedArrivalDate": of.ARRIVAL,
            "portOfLoading": place(of.LOADING),
            "portOfDischarge": place(of.DISCHARGE),
            "placeOfDelivery": place(of.DELIVERY),
            "vesselVoyages": [{"vesselName": of.VESSEL, "carrierExportVoyageNumber": of.VOYAGE}],
        },
        "documentParties": {
            "shipper": party(of.SHIPPER), "consignee": party(of.CONSIGNEE), "notifyParties": [party(of.NOTIFY)],
        },
        "consignmentItems": [{"carrierBookingReference": of.BOOKING, "descriptionOfGoods": list(of.GOODS)}],
    }  # fmt: skip
    return (json.dumps(document, indent=2) + "\n").encode()


def place(port: of.Port) -> dict[str, str]:
    """A location by name and UN/LOCODE."""
    return {"locationName": port.printed, "UNLocationCode": port.code}


def party(it: of.Party) -> dict[str, Any]:
    """A party with its address in parts."""
    parts = {
        "street": it.street, "postCode": it.postal_code, "city": it.city, "stateRegion": it.state,
        "countryCode": it.country,
    }  # fmt: skip
    found: dict[str, Any] = {"partyName": it.name, "address": {key: value for key, value in parts.items() if value}}
    if it.telephone:
        found["partyContactDetails"] = [{"phone": it.telephone}]
    return found
