"""Small UBL documents for tests, written as text."""

from docvalidate import read
from docvalidate.model import TransportDocument

SPACE = "urn:oasis:names:specification:ubl:schema:xsd:"
ADDRESS = (
    "<cac:PostalAddress><cbc:StreetName>LIGHT STREET</cbc:StreetName><cbc:BuildingNumber>100</cbc:BuildingNumber>"
    "<cbc:CityName>BALTIMORE</cbc:CityName><cbc:PostalZone>21202</cbc:PostalZone>"
    "<cbc:CountrySubentityCode>MD</cbc:CountrySubentityCode>"
    "<cac:Country><cbc:IdentificationCode>US</cbc:IdentificationCode></cac:Country></cac:PostalAddress>"
)


def a_party(role: str, name: str = "ACME LLC", inside: str = ADDRESS) -> str:
    return f"<cac:{role}><cac:PartyName><cbc:Name>{name}</cbc:Name></cac:PartyName>{inside}</cac:{role}>"


def a_port(role: str, code: str, name: str) -> str:
    return f"<cac:{role}><cbc:ID>{code}</cbc:ID><cbc:Description>{name}</cbc:Description></cac:{role}>"


def a_stage(
    number: str, load: str = "", discharge: str = "", *, mode: str = "1", inside: str = "", after: str = ""
) -> str:
    """Ports are written CODE NAME."""
    ports = [
        a_port(role, *port.split(" ", 1))
        for role, port in (("LoadingPortLocation", load), ("UnloadingPortLocation", discharge))
        if port
    ]
    return (
        f"<cac:ShipmentStage><cbc:ID>{number}</cbc:ID><cbc:TransportModeCode>{mode}</cbc:TransportModeCode>{inside}"
        f"{''.join(ports)}{after}</cac:ShipmentStage>"
    )


ONE_STAGE = a_stage("1", "CNNGB NINGBO, CHINA", "USBAL BALTIMORE, MD")


def a_ubl(
    *,
    root: str = "Waybill",
    head: str = "<cbc:ID>SWTEST001</cbc:ID><cbc:Name>DRAFT</cbc:Name>",
    consignment: str = a_party("ConsigneeParty"),
    stages: str = ONE_STAGE,
    after: str = "",
) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><{root} xmlns="{SPACE}{root}-2" '
        f'xmlns:cac="{SPACE}CommonAggregateComponents-2" xmlns:cbc="{SPACE}CommonBasicComponents-2">{head}'
        f"<cac:Shipment><cbc:ID>1</cbc:ID><cac:Consignment><cbc:ID>1</cbc:ID>{consignment}</cac:Consignment>"
        f"{stages}{after}</cac:Shipment></{root}>"
    ).encode()


def read_ubl(data: bytes) -> TransportDocument:
    return read(data, name="draft.xml")
