"""Ports, ships and countries that the stages of a UBL shipment do not have leave the route open."""

import pytest

from tests.ubl_builders import a_party, a_port, a_stage, a_ubl, read_ubl

SHANGHAI, HAMBURG, GOTHENBURG = "CNSHA SHANGHAI, CHINA", "DEHAM HAMBURG, GERMANY", "SEGOT GÖTEBORG, SWEDEN"
THROUGH = a_port("TransshipPortLocation", *HAMBURG.split(" ", 1))
ROTTERDAM = ("NLRTM", "ROTTERDAM")
COUNTRY = "<cac:{0}><cbc:IdentificationCode>{1}</cbc:IdentificationCode></cac:{0}>"
SHIP = "<cac:MaritimeTransport><cbc:VesselName>{}</cbc:VesselName></cac:MaritimeTransport>"


def asked(
    *, stage: str = "", consignment: str = "", after: str = "", means: str = "", through: str = THROUGH
) -> set[str | None]:
    inside = f"<cac:TransportMeans>{SHIP.format('ONE HERON')}{means}</cac:TransportMeans>"
    stages = a_stage("1", SHANGHAI, GOTHENBURG, inside=inside, after=through + stage)
    parties = a_party("ConsigneeParty") + consignment
    return {doubt.field for doubt in read_ubl(a_ubl(consignment=parties, stages=stages, after=after)).doubts}


def test_several_ports_of_one_stage_are_all_passed_through() -> None:
    second = a_port("TransshipPortLocation", *ROTTERDAM)
    document = read_ubl(a_ubl(stages=a_stage("1", SHANGHAI, GOTHENBURG, after=THROUGH + second)))
    assert [port.locode for port in document.transshipment_ports] == ["DEHAM", "NLRTM"]
    assert [leg.discharge and leg.discharge.locode for leg in document.legs] == ["DEHAM", "NLRTM", "SEGOT"]


@pytest.mark.parametrize(
    "event",
    [
        "TransportEvent", "PlannedWaypointTransportEvent", "EstimatedArrivalTransportEvent", "DischargeTransportEvent",
    ],
)  # fmt: skip
@pytest.mark.parametrize("holder", ["stage", "consignment"])
def test_an_event_at_a_port_that_no_stage_has_leaves_the_route_open(event: str, holder: str) -> None:
    told = f"<cac:{event}>{a_port('Location', *ROTTERDAM)}</cac:{event}>"
    known = f"<cac:{event}>{a_port('Location', 'DEHAM', 'HAMBURG')}</cac:{event}>"
    found = [asked(stage=it) if holder == "stage" else asked(consignment=it) for it in (told, known)]
    assert found == [{"transshipment_port"}, set()]


@pytest.mark.parametrize(
    "consignment",
    [
        f"<cac:ConsolidatedShipment><cac:ShipmentStage>{a_port('TransshipPortLocation', *ROTTERDAM)}"
        "</cac:ShipmentStage></cac:ConsolidatedShipment>",
        COUNTRY.format("TransitCountry", "NL"),
        a_port("LastExitPortLocation", *ROTTERDAM),
    ],
)
def test_what_a_consignment_says_of_another_port_is_told(consignment: str) -> None:
    assert asked(consignment=consignment) == {"transshipment_port"}


@pytest.mark.parametrize(
    "stage",
    [
        a_port("UnloadingPortLocation", *ROTTERDAM),
        f"<cac:DestinationPortCall>{a_port('PortLocation', *ROTTERDAM)}</cac:DestinationPortCall>",
        a_port("LoadingPortLocation", "CNSHA", "SHANGHAI").replace(
            "</cac:Loading", a_port("SubsidiaryLocation", *ROTTERDAM) + "</cac:Loading"
        ),
    ],
)
def test_a_second_port_within_a_stage_is_told(stage: str) -> None:
    assert asked(stage=stage) == {"transshipment_port"}


@pytest.mark.parametrize(
    "consignment",
    [
        COUNTRY.format("TransitCountry", "DE"),
        COUNTRY.format("FinalDestinationCountry", "SE"),
        a_port("OfficeOfEntryLocation", *ROTTERDAM),
        f"<cac:PlannedPickupTransportEvent>{a_port('Location', 'CNSUZ', 'SUZHOU')}</cac:PlannedPickupTransportEvent>",
        "<cac:TransportEvent><cac:Location><cbc:Name>HAMBURG TOLLERORT</cbc:Name></cac:Location></cac:TransportEvent>",
    ],
)
def test_offices_doors_and_known_countries_are_no_ports_of_call(consignment: str) -> None:
    assert asked(consignment=consignment) == set()


def test_the_port_where_a_ship_is_registered_is_no_port_of_call() -> None:
    ship = SHIP.format("ONE HERON").replace("</cac:M", a_port("RegistryPortLocation", "PAPTY", "PANAMA") + "</cac:M")
    assert asked(means=ship) == set()


@pytest.mark.parametrize("name", ["SECOND SHIP", "ONE HERON / SECOND SHIP", "ONE HERON THEN SECOND SHIP"])
def test_two_ships_change_over_somewhere(name: str) -> None:
    assert asked(means=SHIP.format(name), through="") == {"transshipment_port"}


def test_two_ships_fit_a_stage_with_one_port_between() -> None:
    assert asked(means=SHIP.format("SECOND SHIP")) == set()


def test_a_ship_that_no_stage_has_is_told() -> None:
    unit = f"<cac:TransportHandlingUnit><cac:TransportMeans>{SHIP.format('X')}</cac:TransportMeans>"
    assert asked(after=f"{unit}</cac:TransportHandlingUnit>") == {"transshipment_port"}


def test_another_place_of_delivery_leaves_the_delivery_open() -> None:
    place = a_port("AlternativeDeliveryLocation", "SESTO", "STOCKHOLM")
    event = f"<cac:PlannedDeliveryTransportEvent>{a_port('Location', 'SESTO', 'STOCKHOLM')}"
    assert asked(after=f"<cac:Delivery>{place}</cac:Delivery>") == {"place_of_delivery"}
    assert asked(consignment=f"{event}</cac:PlannedDeliveryTransportEvent>") == {"place_of_delivery"}
    assert asked(consignment=COUNTRY.format("FinalDestinationCountry", "FI")) == {"place_of_delivery"}


def test_stages_that_leave_in_another_order_than_their_numbers_are_an_open_question() -> None:
    def leaves(day: str) -> str:
        return f"<cac:TransitPeriod><cbc:StartDate>{day}</cbc:StartDate></cac:TransitPeriod>"

    first, second = ("1", SHANGHAI, HAMBURG), ("2", HAMBURG, GOTHENBURG)
    for days, fields in (
        (("2024-09-20", "2024-10-20"), []),
        (("2024-10-20", "2024-09-20"), ["transshipment_port"]),
    ):
        stages = "".join(a_stage(*it, inside=leaves(day)) for it, day in zip((first, second), days, strict=True))
        assert [doubt.field for doubt in read_ubl(a_ubl(stages=stages)).doubts] == fields
