"""The FIATA multimodal bill as an electronic document (eFBL), in JSON: always a bill of lading, never a waybill."""

import json
from typing import Any

from . import shipment as of

NAME = "fiata-efbl.json"


def write() -> bytes:
    """The file, in UTF-8."""
    document = {
        "exchanged_document": {"id": {"value": of.NUMBER}, "documentStatus": {"value": "draft"}},
        "supply_chain_consignment": {
            "consignor": _party(of.SHIPPER),
            "consignee": _party(of.CONSIGNEE),
            "notifiedParty": [_party(of.NOTIFY)],
            "loadingBaseportLocation": _place(of.LOADING),
            "unloadingBaseportLocation": _place(of.DISCHARGE),
            "consigneeReceiptLocation": _place(of.DELIVERY),
            "mainCarriageTransportMovement": [
                {"name": {"value": of.VESSEL}, "voyageNumber": {"value": of.VOYAGE}, "typeText": {"value": "vessel"}}
            ],
            "includedConsignmentItem": [
                {"cargoNatureIdentification": {"identificationText": [{"value": line} for line in of.GOODS]}}
            ],
        },
    }
    return (json.dumps(document, indent=2) + "\n").encode()


def _place(port: of.Port) -> dict[str, Any]:
    return {"id": port.code, "name": {"value": port.printed}}


def _party(it: of.Party) -> dict[str, Any]:
    address = {
        "streetName": it.street, "postcode": it.postal_code, "cityName": it.city, "countrySubDivisionName": it.state,
        "countryCode": it.country,
    }  # fmt: skip
    found: dict[str, Any] = {
        "name": {"value": it.name},
        "postalAddress": {key: value for key, value in address.items() if value},
    }
    if it.telephone:
        found["definedContactDetails"] = {"telephone": {"value": it.telephone}}
    return found
