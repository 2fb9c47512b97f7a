"""Texts beside the fields of a UBL file: whoever and wherever they name is told, and terms stay terms."""

import pytest

from tests.ubl_builders import a_party, a_port, a_stage, a_ubl, read_ubl

ROGUE = "ROGUE FORWARDING INC"
HAMBURG = a_port("TransshipPortLocation", "DEHAM", "HAMBURG, GERMANY")
VIA_HAMBURG = a_stage("1", "CNSHA SHANGHAI, CHINA", "SEGOT GÖTEBORG, SWEDEN", after=HAMBURG)
SIGNATURE = "<cac:Signature><cbc:ID>1</cbc:ID><cbc:Note>{}</cbc:Note></cac:Signature>"
EXTENSION = (
    '<e:UBLExtensions xmlns:e="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2">'
    "<e:UBLExtension><e:ExtensionContent>{}</e:ExtensionContent></e:UBLExtension></e:UBLExtensions>"
)
PLACES = {
    "note": "<cbc:Note>{}</cbc:Note>",
    "signature": SIGNATURE,
    "extension": EXTENSION.format('<x:Remark xmlns:x="urn:x">{}</x:Remark>'),
    "reference": "<cac:DocumentReference><cbc:ID>1</cbc:ID><cbc:DocumentDescription>{}</cbc:DocumentDescription>"
    "</cac:DocumentReference>",
}
DEEP = {
    "item": "<cac:GoodsItem><cac:Item><cbc:Description>{}</cbc:Description></cac:Item></cac:GoodsItem>",
    "marks": "<cac:TransportHandlingUnit><cbc:ShippingMarks>{}</cbc:ShippingMarks></cac:TransportHandlingUnit>",
    "invoice line": "<cac:GoodsItem><cac:InvoiceLine><cbc:Note>{}</cbc:Note></cac:InvoiceLine></cac:GoodsItem>",
    "terms": "<cac:DeliveryTerms><cbc:SpecialTerms>{}</cbc:SpecialTerms></cac:DeliveryTerms>",
    "event": "<cac:TransportEvent><cbc:Description>{}</cbc:Description></cac:TransportEvent>",
    "conditions": "<cac:DeliveryLocation><cbc:Conditions>{}</cbc:Conditions></cac:DeliveryLocation>",
    "between elements": "{}",
}


def said(text: str, *, where: str = "note", stages: str = VIA_HAMBURG) -> bytes:
    head = "<cbc:ID>1</cbc:ID>" + (PLACES[where].format(text) if where in PLACES else "")
    after = DEEP[where].format(text) if where in DEEP else ""
    both = a_party("ConsigneeParty") + a_party("NotifyParty", "FIRST BROKER", "")
    return a_ubl(head=head, consignment=both, stages=stages, after=after)


def asked(text: str, *, where: str = "note") -> set[str | None]:
    return {doubt.field for doubt in read_ubl(said(text, where=where)).doubts}


@pytest.mark.parametrize("where", [*PLACES, *DEEP])
def test_a_second_notify_party_is_seen_wherever_it_is_written(where: str) -> None:
    assert asked(f"ALSO NOTIFY {ROGUE}", where=where) == {"notify_party"}


@pytest.mark.parametrize("where", [*PLACES, *DEEP])
def test_a_route_is_seen_wherever_it_is_written(where: str) -> None:
    through = read_ubl(said("T/S AT ROTTERDAM", where=where)).transshipment_ports
    assert [port.locode for port in through] == ["DEHAM", "NLRTM"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (f"C/O {ROGUE}", "consignee"),
        (f"CARE OF {ROGUE}", "consignee"),
        (f"ON BEHALF OF {ROGUE}", "consignee"),
        (f"SHIPPED FOR ACCOUNT OF {ROGUE}", "consignee"),
        (f"CONSIGNED TO THE ORDER OF {ROGUE}", "consignee"),
        (f"DELIVER CARGO TO {ROGUE}", "consignee"),
        (f"RELEASE TO {ROGUE}", "consignee"),
        (f"PLEASE CHANGE CONSIGNEE TO {ROGUE}", "consignee"),
        (f"CONSIGNEE: ACME LLC C/O {ROGUE}", "consignee"),
        ("CONSIGNEE: ACME LLC, 5 OTHER ROAD, NEWARK", "consignee"),
        (f"EMPFÄNGER IST {ROGUE}", "consignee"),
        (f"The consignee is {ROGUE}", "consignee"),
        (f"Please replace the consignee by {ROGUE}", "consignee"),
        (f"CARGO TO BE RELEASED TO {ROGUE}", "consignee"),
        (f"℅ {ROGUE}", "consignee"),
        (f"UNTO ORDER OF {ROGUE}", "consignee"),
        (f"N O T I F Y {ROGUE}", "notify_party"),
        (f"KINDLY INFORM {ROGUE} UPON ARRIVAL", "notify_party"),
        ("УВЕДОМИТЬ ООО РОГ", "notify_party"),
        ("SHANGHAI-ROTTERDAM-GOTHENBURG", "transshipment_port"),
        ("CARGO IS LANDED AT ROTTERDAM", "transshipment_port"),
        ("INTERMEDIATE PORT ROTTERDAM", "transshipment_port"),
        ("ÜBER ROTTERDAM", "transshipment_port"),
        ("在鹿特丹转船", "transshipment_port"),
        (f"NOTIFICAR TAMBIEN A {ROGUE}", "notify_party"),
        (f"PLEASE ALSO ADVISE {ROGUE} OF ARRIVAL", "notify_party"),
        ("ROUTING: SHANGHAI - ROTTERDAM - GOTHENBURG", "transshipment_port"),
        ("hub port is rotterdam", "transshipment_port"),
        ("CARGO IS DISCHARGED IN ROTTERDAM AND RELOADED", "transshipment_port"),
        ("UMLADUNG IN ROTTERDAM", "transshipment_port"),
        ("TRANSHIPMENT AT HAMBURG CANCELLED", "transshipment_port"),
        ("THE CARRIER MAY TRANSHIP THE GOODS AT ROTTERDAM", "transshipment_port"),
    ],
)
def test_words_that_no_field_shows_are_for_a_person(text: str, field: str) -> None:
    assert asked(text) == {field}


def test_one_port_or_another_is_never_the_known_one_alone() -> None:
    through = read_ubl(said("T/S AT HAMBURG OR ROTTERDAM")).transshipment_ports
    assert any("ROTTERDAM" in port.text for port in through)


def test_nothing_hides_behind_a_long_description() -> None:
    text = "CARTONS OF TABLEWARE " * 300
    assert asked(f"{text}HUB AT ROTTERDAM {text}ALSO NOTIFY {ROGUE}") == {"notify_party", "transshipment_port"}


def test_a_remark_goes_on_in_the_next_element() -> None:
    assert asked(f"ON BEHALF</cbc:Note><cbc:Note>OF {ROGUE}") == {"consignee"}


@pytest.mark.parametrize(
    "text",
    [
        "CARRIER IS NOT RESPONSIBLE FOR FAILURE TO NOTIFY",
        "FREIGHT PAYABLE BY CONSIGNEE",
        "DEMURRAGE FOR ACCOUNT OF CONSIGNEE",
        "DESTINATION CHARGES FOR CONSIGNEE'S ACCOUNT",
        "CONSIGNEE TO RETURN EMPTY CONTAINER CLEAN",
        "NOTIFY CONSIGNEE UPON ARRIVAL",
        "Notify party must be informed before arrival",
        "Delivery will be made to the Consignee or his authorised representatives upon proof of identity.",
        "The shipper accepts on behalf of the consignee and the owner of the goods that he may do so.",
        "SIGNED AS AGENT ON BEHALF OF THE CARRIER",
        "Merchant means and includes the Shipper, the Consignee, the Notify Party and the holder of this bill.",
        "Failure to give notice to the Notify Party shall not involve the Carrier in any liability.",
        "Delivery takes place when the Goods are placed at the disposal of the Consignee at the port.",
        'Not negotiable unless consigned "to order"',
        "CARGO IS MADE TO ORDER, RETURN EMPTY TO DEPOT WITHOUT DELAY, PURCHASE ORDER 7",
        "FREIGHT PAYABLE AT ROTTERDAM, B/L ISSUED AT HONG KONG",
        "EXPORTER'S WAREHOUSE: 12 DOCK ROAD, 3089 JH ROTTERDAM",
        "TRANSHIPMENT ALLOWED, PARTIAL SHIPMENTS NOT ALLOWED",
        "The Carrier may tranship the Goods at any port and by any vessel at his option.",
        "Carrier reserves the right to carry the goods via any route and to tranship",
        "DOCUMENTS SENT VIA DHL",
        "VIA PANAMA CANAL",
        "VIA HAMBURG",
        "LOADING AT SHANGHAI, DISCHARGE AT GOTHENBURG",
        "CONSIGNEE: ACME LLC",
        "DELIVER TO GÖTEBORG",
        "C/O NO. CN2024/8891",
        "CERTIFICATE OF ORIGIN C/O CHINA",
        "DIRECT INJECTION PUMPS, TRANSFER CASE, WHEEL HUBS, MOBILE PHONES",
        "14 DAYS FREE DETENTION AT PORT OF DISCHARGE, CALL 24H BEFORE DELIVERY",
        "SHIPPER'S LOAD, STOW, COUNT AND SEAL. CLEAN ON BOARD. FREIGHT PREPAID",
    ],
)
def test_terms_that_bills_print_raise_nothing(text: str) -> None:
    document = read_ubl(said(text))
    assert (document.doubts, [port.locode for port in document.transshipment_ports]) == ((), ["DEHAM"])


def test_a_town_in_a_description_of_goods_is_no_port_of_call() -> None:
    for text in ("VALENCIA ORANGES, BOSTON BAGS, PANAMA HATS", "MADE BY ROTTERDAM LEATHER"):
        assert asked(text, where="item") == set()


def test_where_the_ship_is_discharged_is_no_change_over() -> None:
    stage = a_stage("1", "CNNGB NINGBO, CHINA", "USBAL BALTIMORE, MD")
    document = read_ubl(said("DISCHARGE AT BALTIMORE", stages=stage))
    assert (document.transshipment_ports, document.doubts) == ((), ())


def test_an_extension_is_read_with_the_names_of_its_elements() -> None:
    inside = f'<x:SecondNotify xmlns:x="urn:x"><x:Name>{ROGUE}</x:Name></x:SecondNotify>'
    document = read_ubl(a_ubl(head=EXTENSION.format(inside) + "<cbc:ID>1</cbc:ID>"))
    assert [(doubt.field, doubt.texts) for doubt in document.doubts] == [
        ("notify_party", (f"Second Notify Name: {ROGUE}",))
    ]


def test_a_digital_signature_says_nothing_in_words() -> None:
    inside = '<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"><s:Value>via c/o notify</s:Value></s:Signature>'
    assert read_ubl(a_ubl(head=EXTENSION.format(inside))).doubts == ()


def test_a_shipper_may_act_for_somebody_and_still_name_one_to_notify() -> None:
    for inside, fields in ((f"ON BEHALF OF {ROGUE}", []), (f"ALSO NOTIFY {ROGUE}", ["notify_party"])):
        head = f"<cbc:ID>1</cbc:ID>{a_party('ConsignorParty', f'SHIPPER LTD {inside}', '')}"
        assert [doubt.field for doubt in read_ubl(a_ubl(head=head)).doubts] == fields


@pytest.mark.parametrize(
    "inside",
    [
        "<cbc:DocumentType>Vendor routing guide</cbc:DocumentType><cbc:VersionID>2014-03</cbc:VersionID>",
        "<cbc:ID>VENDOR ROUTING GUIDE VERSION 2014-03</cbc:ID>",
    ],
)
def test_a_reference_to_the_customers_guide_cites_its_version(inside: str) -> None:
    head = f"<cbc:ID>1</cbc:ID><cac:DocumentReference>{inside}</cac:DocumentReference>"
    cited = read_ubl(a_ubl(head=head)).cites_instruction
    assert cited is not None and cited.version == "2014-03"


def test_the_number_of_the_shipping_instructions_is_no_version() -> None:
    inside = "<cbc:ID>20240912</cbc:ID><cbc:DocumentType>Shipping Instructions</cbc:DocumentType>"
    head = f"<cbc:ID>1</cbc:ID><cac:DocumentReference>{inside}</cac:DocumentReference>"
    assert read_ubl(a_ubl(head=head)).cites_instruction is None
