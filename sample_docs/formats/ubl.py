"""The Waybill of OASIS UBL 2.1, in XML."""

from xml.sax.saxutils import escape

from . import shipment as of

NAME = "ubl-waybill.xml"
URN = "urn:oasis:names:specification:ubl:schema:xsd"


def write() -> bytes:
    """The file, in UTF-8."""
    shipment = (
        _aggregate("Consignment", _basic("ID", "1") + _party("ConsigneeParty", of.CONSIGNEE)
                   + _party("NotifyParty", of.NOTIFY))
        + _aggregate("GoodsItem", "".join(_basic("Description", line) for line in of.GOODS))
        + _aggregate(
            "ShipmentStage",
            _basic("ID", "1") + _basic("TransportModeCode", "1")
            + _aggregate("TransportMeans", _basic("JourneyID", of.VOYAGE)
                         + _aggregate("MaritimeTransport", _basic("VesselName", of.VESSEL)))
            + _port("LoadingPortLocation", of.LOADING) + _port("UnloadingPortLocation", of.DISCHARGE),
        )
        + _aggregate("Delivery", _port("DeliveryLocation", of.DELIVERY))
    )  # fmt: skip
    body = (
        _basic("UBLVersionID", "2.1") + _basic("ID", of.NUMBER) + _basic("CarrierAssignedID", of.BOOKING)
        + _basic("IssueDate", "2016-09-05") + _basic("Name", "SEA WAYBILL DRAFT") + _basic("ShippingOrderID", of.ORDER)
        + _party("ConsignorParty", of.SHIPPER) + _aggregate("Shipment", _basic("ID", "1") + shipment)
    )  # fmt: skip
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Waybill xmlns="{URN}:Waybill-2" '
        f'xmlns:cac="{URN}:CommonAggregateComponents-2" xmlns:cbc="{URN}:CommonBasicComponents-2">\n'
    )
    return f"{head}{body}</Waybill>\n".encode()


def _basic(name: str, text: str) -> str:
    return f"<cbc:{name}>{escape(text)}</cbc:{name}>\n" if text else ""


def _aggregate(name: str, inside: str) -> str:
    return f"<cac:{name}>\n{inside}</cac:{name}>\n"


def _port(name: str, port: of.Port) -> str:
    code = f'<cbc:ID schemeID="UN/LOCODE">{port.code}</cbc:ID>\n'
    return _aggregate(name, code + _basic("Description", port.printed))


def _party(name: str, it: of.Party) -> str:
    address = (
        _basic("StreetName", it.street) + _basic("CityName", it.city) + _basic("PostalZone", it.postal_code)
        + _basic("CountrySubentityCode", it.state)
        + _aggregate("Country", _basic("IdentificationCode", it.country))
    )  # fmt: skip
    contact = _aggregate("Contact", _basic("Telephone", it.telephone)) if it.telephone else ""
    return _aggregate(
        name, _aggregate("PartyName", _basic("Name", it.name)) + _aggregate("PostalAddress", address) + contact
    )
