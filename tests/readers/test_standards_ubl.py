"""The published UBL examples say what a person reads in them."""

from pathlib import Path

import pytest

from docvalidate import read

FOLDER = Path(__file__).parents[2].parent / "shared" / "standards" / "ubl"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the published standards are not beside the repository")

CONSIGNEE = """IYT Corporation
Thereabouts
56A Avon Way
3rd Floor, Room 5
Bridgtow, Avon ZZ99 1ZZ, UNITED KINGDOM
ATTN Mr Fred Churchill
TEL +44 127 2653214
FAX +44 127 2653215
EMAIL fred@iytcorporation.gov.uk"""
SHIPPER = """Consortial
Suite M-102
630 Boston Road
Billerica, MA 01821, USA
ATTN Mrs Bouquet
TEL +1 158 1233714
FAX + 1 158 1233856
EMAIL bouquet@fpconsortial.com"""
FORWARDER = """One-Stop Forwarders
P.O. BOX 99043
Boston, MA 02210, USA
ATTN Con Solidador
TEL +1 343 1453654
FAX +1 343 1453655
EMAIL ctanner@onestopfreight.com"""
PARTIES = {"shipper": SHIPPER, "consignee": CONSIGNEE, "notify": [CONSIGNEE], "forwarder": FORWARDER}
READ = {
    "UBL-Waybill-2.0-Example-International.xml": {
        "kind": "unknown",
        "draft": None,
        "number": "KHN23-44044-1",
        "booking": "123456789987654321",
        **PARTIES,
        "receipt": ("Billerica, MA, USA", "USBMS"),
        "loading": ("Boston Airport", "USBOS"),
        "discharge": ("Bristol Airport", "GBBRS"),
        "delivery": ("Bridgtow, Avon, UNITED KINGDOM", None),
        "through": [("Heathrow Apt/London", "GBLHR", "stated")],
        "voyage": "UA 1234",
    },
    "UBL-ForwardingInstructions-2.0-Example-International.xml": {
        "kind": "shipping_instruction",
        "draft": None,
        "number": "KHN23-44044",
        "booking": None,
        **PARTIES,
        "receipt": None,
        "loading": None,
        "discharge": None,
        "delivery": None,
        "through": [],
        "voyage": None,
    },
}


@pytest.mark.parametrize("name", READ)
def test_says_what_a_person_reads(name: str) -> None:
    document = read(FOLDER / name)
    places = {
        role: None if place is None else (place.text, place.locode)
        for role, place in (
            ("receipt", document.place_of_receipt),
            ("loading", document.port_of_loading),
            ("discharge", document.port_of_discharge),
            ("delivery", document.place_of_delivery),
        )
    }
    parties = (document.shipper, document.consignee, document.forwarding_agent)
    shipper, consignee, forwarder = (None if party is None else party.text for party in parties)
    found = {
        "kind": document.kind,
        "draft": document.draft,
        "number": document.number,
        "booking": document.booking_number,
        "shipper": shipper,
        "consignee": consignee,
        "notify": [party.text for party in document.notify_parties],
        "forwarder": forwarder,
        **places,
        "through": [(port.text, port.locode, port.basis) for port in document.transshipment_ports],
        "voyage": document.voyage,
    }
    assert found == READ[name]


def test_an_air_waybill_leaves_every_checked_field_open() -> None:
    document = read(FOLDER / "UBL-Waybill-2.0-Example-International.xml")
    assert {(doubt.field, doubt.texts) for doubt in document.doubts} == {
        (field, ("a Waybill for carriage by air, no sea paper",))
        for field in ("consignee", "notify_party", "transshipment_port")
    }


def test_every_example_has_its_row() -> None:
    assert {file.name for file in FOLDER.glob("*.xml")} == set(READ)
