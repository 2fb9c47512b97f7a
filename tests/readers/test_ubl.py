"""UBL documents: what a person reads in them, and what stays open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docvalidate.errors import UnreadableDocument
from docvalidate.model import Party, TransportDocument
from docvalidate.readers import reader_for, shelf, ubl
from tests.ubl_builders import ADDRESS, ONE_STAGE, a_party, a_port, a_stage, a_ubl, read_ubl

SHANGHAI, SINGAPORE = "CNSHA SHANGHAI, CHINA", "SGSIN SINGAPORE"
REGISTERED = (
    "<cac:PartyLegalEntity><cbc:RegistrationName>ACME HOLDING LLC</cbc:RegistrationName></cac:PartyLegalEntity>"
)
TWO_BROKERS = a_party("NotifyParty", "FIRST BROKER") + a_party("NotifyParty", "SECOND BROKER")
BEFORE, BEHIND = (f"<cbc:{it}CarriageIndicator>true</cbc:{it}CarriageIndicator>" for it in ("Pre", "On"))
ROTTERDAM, GOTHENBURG = "NLRTM ROTTERDAM", "SEGOT GÖTEBORG, SWEDEN"


def text_of(party: Party | None) -> str | None:
    return None if party is None else party.text


def an_address(inside: str) -> str:
    return f"<cac:PostalAddress>{inside}</cac:PostalAddress>"


def consignee(inside: str, name: str = "ACME LLC") -> str | None:
    return text_of(read_ubl(a_ubl(consignment=a_party("ConsigneeParty", name, inside))).consignee)


def open_fields(document: TransportDocument) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(doubt.field, doubt.texts) for doubt in document.doubts]


def test_prints_a_party_as_a_bill_does() -> None:
    assert consignee(ADDRESS) == "ACME LLC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA"


def test_a_number_stands_behind_the_street_where_the_country_writes_it_so() -> None:
    inside = an_address(
        "<cbc:StreetName>Lindholmspiren</cbc:StreetName><cbc:BuildingNumber>7</cbc:BuildingNumber>"
        "<cbc:CityName>Göteborg</cbc:CityName><cbc:PostalZone>417 56</cbc:PostalZone>"
        "<cac:Country><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:Country>"
    )
    assert consignee(inside) == "ACME LLC\nLindholmspiren 7\n417 56 Göteborg, SWEDEN"


def test_a_number_that_the_street_has_already_is_not_said_twice() -> None:
    inside = an_address(
        "<cbc:StreetName>100 LIGHT STREET</cbc:StreetName><cbc:BuildingNumber>100</cbc:BuildingNumber>"
        "<cbc:CityName>BALTIMORE</cbc:CityName>"
    )
    assert consignee(inside) == "ACME LLC\n100 LIGHT STREET\nBALTIMORE"


def test_lines_that_hold_the_whole_address_are_taken_verbatim() -> None:
    lines = "".join(
        f"<cac:AddressLine><cbc:Line>{line}</cbc:Line></cac:AddressLine>"
        for line in ("100 Light Street, Suite 9", "Baltimore, MD 21202")
    )
    inside = ADDRESS.replace("<cac:Country>", f"{lines}<cac:Country>")
    assert consignee(inside) == "ACME LLC\n100 Light Street, Suite 9\nBaltimore, MD 21202\nUSA"


def test_lines_that_contradict_the_parts_are_shown_beside_them() -> None:
    line = "<cac:AddressLine><cbc:Line>1000 LIGHT STREET</cbc:Line></cac:AddressLine>"
    inside = ADDRESS.replace("<cac:Country>", f"{line}<cac:Country>")
    assert consignee(inside) == "ACME LLC\n100 LIGHT STREET\n1000 LIGHT STREET\nBALTIMORE, MD 21202, USA"


def test_a_state_and_its_code_that_do_not_agree_are_both_shown() -> None:
    inside = ADDRESS.replace(
        "<cbc:CountrySubentityCode>", "<cbc:CountrySubentity>New York</cbc:CountrySubentity><cbc:CountrySubentityCode>"
    )
    assert consignee(inside) == "ACME LLC\n100 LIGHT STREET\nBALTIMORE, New York (MD) 21202, USA"


def test_a_country_and_its_code_that_do_not_agree_are_both_shown() -> None:
    inside = ADDRESS.replace("</cac:Country>", "<cbc:Name>Canada</cbc:Name></cac:Country>")
    assert consignee(inside) == "ACME LLC\n100 LIGHT STREET\nBALTIMORE, MD 21202, Canada (US)"


def test_a_comment_within_a_name_does_not_cut_it() -> None:
    assert consignee("", "ACME<!-- x --> IMPORTS<![CDATA[ & CO]]>") == "ACME IMPORTS & CO"


def test_contacts_and_tax_numbers_follow_with_their_labels() -> None:
    inside = (
        "<cac:PartyIdentification><cbc:ID schemeID='GLN'>5790000555013</cbc:ID></cac:PartyIdentification>"
        "<cac:PartyTaxScheme><cbc:CompanyID>GB555013400</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID>"
        "</cac:TaxScheme></cac:PartyTaxScheme>"
        "<cac:Contact><cbc:Name>J. Doe</cbc:Name><cbc:Telephone>+44 20 5550 0134</cbc:Telephone>"
        "<cbc:ElectronicMail>a@acme.example</cbc:ElectronicMail></cac:Contact>"
    )
    assert consignee(inside) == ("ACME LLC\nATTN J. Doe\nTEL +44 20 5550 0134\nEMAIL a@acme.example\nVAT GB555013400")


def test_the_registered_name_speaks_where_there_is_no_other() -> None:
    inside = (
        "<cac:PartyLegalEntity><cbc:RegistrationName>ACME HOLDING LLC</cbc:RegistrationName></cac:PartyLegalEntity>"
    )
    data = a_ubl(consignment=f"<cac:ConsigneeParty>{inside}</cac:ConsigneeParty>")
    assert text_of(read_ubl(data).consignee) == "ACME HOLDING LLC"


def test_a_registered_name_that_is_another_leaves_the_consignee_open() -> None:
    inside = (
        "<cac:PartyLegalEntity><cbc:RegistrationName>ACME HOLDING LLC</cbc:RegistrationName></cac:PartyLegalEntity>"
    )
    document = read_ubl(a_ubl(consignment=a_party("ConsigneeParty", inside=inside)))
    assert open_fields(document) == [("consignee", ("ACME LLC", "ACME HOLDING LLC"))]


def test_the_final_delivery_party_is_no_notify_party() -> None:
    both = a_party("ConsigneeParty") + a_party("FinalDeliveryParty", "THE TERMINUS")
    assert read_ubl(a_ubl(consignment=both)).notify_parties == ()


def test_several_notify_parties_are_all_told() -> None:
    inside = a_party("ConsigneeParty") + TWO_BROKERS
    after = f"<cac:Delivery>{a_party('NotifyParty', 'THIRD BROKER')}</cac:Delivery>"
    document = read_ubl(a_ubl(consignment=inside, after=after))
    assert [party.name for party in document.notify_parties] == ["FIRST BROKER", "SECOND BROKER", "THIRD BROKER"]


def test_says_where_each_value_stands() -> None:
    inside = a_party("ConsigneeParty") + TWO_BROKERS
    source = read_ubl(a_ubl(consignment=inside)).notify_parties[1].source
    assert source is not None
    assert (source.document, source.path, source.caption) == (
        "draft.xml",
        "/Waybill/cac:Shipment/cac:Consignment/cac:NotifyParty[2]",
        "NotifyParty",
    )


def test_two_consignments_to_two_consignees_are_an_open_question() -> None:
    second = f"</cac:Consignment><cac:Consignment><cbc:ID>2</cbc:ID>{a_party('ConsigneeParty', 'OTHER LLC', '')}"
    document = read_ubl(a_ubl(consignment=a_party("ConsigneeParty", inside="") + second))
    assert open_fields(document) == [("consignee", ("ACME LLC", "OTHER LLC"))]


def test_a_bill_to_order_says_so() -> None:
    head = "<cbc:ID>1</cbc:ID><cbc:ToOrderIndicator>true</cbc:ToOrderIndicator>"
    named = read_ubl(a_ubl(root="BillOfLading", head=head, consignment=a_party("ConsigneeParty", "BANCO SUR", "")))
    blank = read_ubl(a_ubl(root="BillOfLading", head=head, consignment=""))
    assert [(text_of(it.consignee), it.consignee and it.consignee.to_order) for it in (named, blank)] == [
        ("TO THE ORDER OF BANCO SUR", True),
        ("TO ORDER", True),
    ]


def test_one_stage_shows_two_ports_and_plans_nothing() -> None:
    document = read_ubl(a_ubl())
    assert (document.kind, document.legs, document.transshipment_ports) == ("sea_waybill", (), ())


def test_a_stage_through_a_port_is_two_legs() -> None:
    through = a_port("TransshipPortLocation", "DEHAM", "HAMBURG, GERMANY")
    document = read_ubl(a_ubl(stages=a_stage("1", SHANGHAI, GOTHENBURG, after=through)))
    assert [(port.locode, port.basis) for port in document.transshipment_ports] == [("DEHAM", "stated")]
    assert [(leg.load and leg.load.locode, leg.discharge and leg.discharge.locode) for leg in document.legs] == [
        ("CNSHA", "DEHAM"),
        ("DEHAM", "SEGOT"),
    ]


def test_stages_travel_in_the_order_of_their_numbers() -> None:
    stages = (
        a_stage("10", ROTTERDAM, GOTHENBURG) + a_stage("2", SINGAPORE, ROTTERDAM) + a_stage("1", SHANGHAI, SINGAPORE)
    )
    document = read_ubl(a_ubl(stages=stages))
    assert [leg.load and leg.load.locode for leg in document.legs] == ["CNSHA", "SGSIN", "NLRTM"]
    assert [port.locode for port in document.transshipment_ports] == ["SGSIN", "NLRTM"]
    ports = (document.port_of_loading, document.port_of_discharge)
    assert [port and port.locode for port in ports] == ["CNSHA", "SEGOT"]


def test_several_hubs_are_stated_stage_by_stage() -> None:
    first = a_stage("1", SHANGHAI, SINGAPORE, after=a_port("TransshipPortLocation", "SGSIN", "SINGAPORE"))
    second = a_stage("2", SINGAPORE, GOTHENBURG, after=a_port("TransshipPortLocation", "NLRTM", "ROTTERDAM"))
    document = read_ubl(a_ubl(stages=first + second))
    assert [port.locode for port in document.transshipment_ports] == ["SGSIN", "NLRTM"]
    assert [leg.discharge and leg.discharge.locode for leg in document.legs] == ["SGSIN", "NLRTM", "SEGOT"]


def test_a_second_voyage_without_ports_is_not_a_direct_service() -> None:
    document = read_ubl(a_ubl(stages=a_stage("1", SHANGHAI, SINGAPORE) + a_stage("2")))
    assert [leg.mode for leg in document.legs] == ["vessel", "vessel"]


def test_stages_that_do_not_join_leave_the_transshipment_port_open() -> None:
    stages = a_stage("1", SHANGHAI, SINGAPORE) + a_stage("2", ROTTERDAM, GOTHENBURG)
    assert open_fields(read_ubl(a_ubl(stages=stages))) == [("transshipment_port", ("SINGAPORE / ROTTERDAM",))]


def test_carriage_before_and_after_is_no_port_of_the_ship() -> None:
    before = a_stage("1", "CNSZH SUZHOU", SHANGHAI, mode="3", inside=BEFORE)
    after = a_stage("3", GOTHENBURG, "NOOSL OSLO", mode="2", inside=BEHIND)
    document = read_ubl(a_ubl(stages=before + a_stage("2", SHANGHAI, GOTHENBURG) + after))
    places = (
        document.place_of_receipt, document.port_of_loading, document.port_of_discharge, document.place_of_delivery,
    )  # fmt: skip
    assert [place and place.text for place in places] == ["SUZHOU", "SHANGHAI, CHINA", "GÖTEBORG, SWEDEN", "OSLO"]
    assert [leg.mode for leg in document.legs] == ["truck", "vessel", "rail"]


@pytest.mark.parametrize(
    ("mode", "says"),
    [
        ("4", "a Waybill for carriage by air, no sea paper"),
        ("2", "a Waybill for carriage by rail, no sea paper"),
        ("3", "a Waybill for carriage by road, no sea paper"),
        ("6", "a Waybill that names no mode of transport and no vessel"),
    ],
)
def test_a_waybill_of_another_mode_never_passes_for_a_sea_waybill(mode: str, says: str) -> None:
    document = read_ubl(a_ubl(stages=a_stage("1", "USBOS BOSTON", "GBBRS BRISTOL", mode=mode)))
    assert document.kind == "unknown"
    assert open_fields(document) == [(field, (says,)) for field in ("consignee", "notify_party", "transshipment_port")]


def test_an_air_waybill_by_its_title_alone_is_none_either() -> None:
    head = "<cbc:ID>1</cbc:ID><cbc:Name>Air Waybill</cbc:Name>"
    assert read_ubl(a_ubl(head=head, stages=a_stage("1", mode="9"))).kind == "unknown"


def test_a_flight_is_no_leg_of_an_unknown_mode() -> None:
    stages = a_stage("1", SHANGHAI, SINGAPORE) + a_stage("2", SINGAPORE, "GBLHR LONDON", mode="4")
    document = read_ubl(a_ubl(stages=stages))
    assert (document.kind, [leg.mode for leg in document.legs]) == ("unknown", ["vessel"])


def test_a_mode_that_the_means_contradict_is_not_settled() -> None:
    vessel = "<cac:MaritimeTransport><cbc:VesselName>MAREN</cbc:VesselName></cac:MaritimeTransport>"
    ship = f"<cac:TransportMeans>{vessel}</cac:TransportMeans>"
    document = read_ubl(a_ubl(stages=a_stage("1", SHANGHAI, GOTHENBURG, mode="4", inside=ship)))
    assert (document.kind, open_fields(document)[0]) == (
        "unknown",
        ("consignee", ("TransportModeCode 4 and MaritimeTransport",)),
    )


def test_a_delivery_that_is_said_in_two_ways_is_open() -> None:
    after = (
        f"<cac:Delivery><cac:DeliveryAddress><cbc:CityName>CHICAGO</cbc:CityName>"
        f"<cbc:CountrySubentityCode>IL</cbc:CountrySubentityCode></cac:DeliveryAddress>"
        f"{a_port('DeliveryLocation', 'USCMH', 'COLUMBUS, OH')}</cac:Delivery>"
    )
    document = read_ubl(a_ubl(after=after))
    assert open_fields(document) == [("place_of_delivery", ("COLUMBUS, OH", "CHICAGO, IL"))]


def test_the_border_ports_speak_where_no_stage_does_and_say_so() -> None:
    after = a_port("FirstArrivalPortLocation", "USBAL", "BALTIMORE, MD")
    document = read_ubl(a_ubl(stages=a_stage("1", SHANGHAI), after=after))
    assert document.port_of_discharge and document.port_of_discharge.locode == "USBAL"
    assert [(doubt.kind, doubt.field) for doubt in document.doubts] == [("convention", "port_of_discharge")]


def test_a_code_that_contradicts_its_name_is_shown_beside_it() -> None:
    document = read_ubl(a_ubl(stages=a_stage("1", SHANGHAI, "USNYC BALTIMORE, MD")))
    assert document.port_of_discharge and document.port_of_discharge.text == "BALTIMORE, MD (USNYC)"


@pytest.mark.parametrize(
    ("head", "draft"),
    [
        ("<cbc:Name>DRAFT</cbc:Name>", True),
        ("<cbc:Note>Proforma for your approval</cbc:Note>", True),
        ("<cbc:DocumentStatusCode>Issued</cbc:DocumentStatusCode>", False),
        ("<cbc:Name>Bill of Lading</cbc:Name>", None),
    ],
)
def test_says_whether_it_is_a_draft(head: str, draft: bool | None) -> None:
    assert read_ubl(a_ubl(root="BillOfLading", head=f"<cbc:ID>1</cbc:ID>{head}")).draft is draft


def test_a_cancelled_bill_leaves_every_field_open() -> None:
    head = "<cbc:ID>1</cbc:ID><cbc:DocumentStatusCode>Cancelled</cbc:DocumentStatusCode>"
    document = read_ubl(a_ubl(root="BillOfLading", head=head))
    assert [doubt.field for doubt in document.doubts] == ["consignee", "notify_party", "transshipment_port"]


@pytest.mark.parametrize(
    ("note", "field"),
    [
        ("TO BE TRANSHIPPED AT A HUB", "transshipment_port"),
        ("ALSO NOTIFY: SECOND BROKER INC", "notify_party"),
    ],
)
def test_a_note_that_touches_a_checked_field_is_for_a_person(note: str, field: str) -> None:
    document = read_ubl(a_ubl(head=f"<cbc:ID>1</cbc:ID><cbc:Note>{note}</cbc:Note>"))
    assert open_fields(document) == [(field, (note,))]


def test_a_note_that_names_the_stated_hub_adds_nothing() -> None:
    through = a_port("TransshipPortLocation", "DEHAM", "HAMBURG")
    head = "<cbc:ID>1</cbc:ID><cbc:Note>VIA HAMBURG</cbc:Note>"
    assert read_ubl(a_ubl(head=head, stages=a_stage("1", SHANGHAI, GOTHENBURG, after=through))).doubts == ()


def test_the_booking_is_the_carriers_reference_or_the_shipping_order() -> None:
    order = "<cbc:ShippingOrderID>SO 77</cbc:ShippingOrderID>"
    both = read_ubl(a_ubl(head=f"<cbc:ID>1</cbc:ID><cbc:CarrierAssignedID>BKG 5</cbc:CarrierAssignedID>{order}"))
    alone = read_ubl(a_ubl(head=f"<cbc:ID>1</cbc:ID>{order}"))
    assert [(it.booking_number, it.references) for it in (both, alone)] == [("BKG 5", ("SO 77",)), ("SO 77", ())]


def test_prefixes_do_not_matter() -> None:
    data = a_ubl()
    for prefix, other in ((b"cac", b"a"), (b"cbc", b"b")):
        data = data.replace(prefix + b":", other + b":").replace(b"xmlns:" + prefix, b"xmlns:" + other)
    assert read_ubl(data).consignee == read_ubl(a_ubl()).consignee


def test_is_read_in_utf_16_too() -> None:
    data = a_ubl().decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert read_ubl(data).consignee == read_ubl(a_ubl()).consignee


def test_a_document_without_a_shipment_has_nothing_to_read() -> None:
    data = a_ubl(root="BillOfLading", consignment="", stages="")
    start, end = data.index(b"<cac:Shipment>"), data.index(b"</BillOfLading>")
    with pytest.raises(UnreadableDocument) as caught:
        read_ubl(data[:start] + data[end:])
    assert caught.value.reason == "nothing-to-read"


def test_claims_by_namespace_and_not_by_name() -> None:
    other = a_ubl().replace(b'xmlns="urn:oasis:names:specification:ubl:schema:xsd:Waybill-2"', b'xmlns="urn:other"')
    assert (ubl.claims(a_ubl()), ubl.claims(other)) == (True, False)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_changed_file_raises_nothing_but_that_it_is_unreadable(data: st.DataObject) -> None:
    file = bytearray(a_ubl(stages=ONE_STAGE + a_stage("2", "USBAL BALTIMORE", "USNYC NEW YORK")))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(file) - 1))
        cut = data.draw(st.integers(0, 12))
        file[at : at + cut] = data.draw(st.binary(max_size=6))
    try:
        read_ubl(bytes(file))
    except UnreadableDocument as error:
        assert "\n" not in str(error)


def test_exactly_one_reader_claims_it() -> None:
    assert reader_for(a_ubl(), "draft.xml") is shelf()["ubl"]


def test_a_second_shipment_leaves_every_field_open() -> None:
    data = a_ubl().replace(b"</cac:Shipment>", b"</cac:Shipment><cac:Shipment/>", 1)
    assert {field for field, _ in open_fields(read_ubl(data))} == {"consignee", "notify_party", "transshipment_port"}


def test_a_first_port_of_arrival_that_no_stage_has_leaves_the_route_open() -> None:
    port = a_port("FirstArrivalPortLocation", "USNYC", "New York").encode()
    data = a_ubl().replace(b"<cac:ShipmentStage>", port + b"<cac:ShipmentStage>", 1)
    assert [field for field, _ in open_fields(read_ubl(data))] == ["transshipment_port"]
