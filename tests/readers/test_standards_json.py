"""The published examples of DCSA and FIATA say what a person reads in them; written by hand, from the files."""

from pathlib import Path
from typing import NamedTuple

import pytest

from docvalidate.model import UnreadableDocument
from docvalidate.pipeline import read

STANDARDS = Path(__file__).parents[3] / "shared" / "standards"
pytestmark = pytest.mark.skipif(not STANDARDS.is_dir(), reason="the published examples are not beside the repository")


class Read(NamedTuple):
    """What a person reads: kind, draft, number, booking; parties; ports by code or name; legs by their ends."""

    kind: str
    draft: bool | None = None
    number: str | None = None
    booking: str | None = None
    consignee: str | None = None
    notify: tuple[str, ...] = ()
    places: tuple[str | None, str | None, str | None, str | None] = (None, None, None, None)
    """Receipt, loading, discharge, delivery."""
    legs: tuple[tuple[str | None, str | None], ...] = ()
    vessel: str | None = None


def a_request(consignee: str) -> Read:
    """Shipping instructions of the conformance tests: the same contact and street for every consignee."""
    text = (
        f"{consignee}\nConsignee Street 1\nSingapore, SINGAPORE\nATTN: Consignee Contact\nEMAIL final@dcsa.org\n"
        "LEI 111100T8BM49ADCSAO64"
    )
    return Read("shipping_instruction", booking="{CBR}", consignee=text)


def asked(*places: str | None, vessel: str | None = "OCEAN DESTROYER") -> Read:
    """A booking that nobody has confirmed yet."""
    receipt, loading, discharge, delivery = places
    return Read("booking_confirmation", draft=True, places=(receipt, loading, discharge, delivery), vessel=vessel)


DCSA = {
    "arrivalnotice-api-100-get-basic-response": Read(
        "arrival_notice",
        number="TRANSPORT_DOCUMENT_REFERENCE",
        consignee=(
            "Consignee\n1 Harbourfront Place, FLOOR 2\nP.O. BOX PO002\nSingapore, Central Singapore 098633, SINGAPORE\n"
            "ATTN: Lim Jun Hao\nTEL +65-6276-1234\nEMAIL consignee@example.com"
        ),
        places=(None, "AEJEA", "SGSIN", None),
        vessel="YM MASCULINITY",
    ),
    "booking-api-2.0.0-dg": asked(None, "NLAMS", "SGSIN", None),
    "booking-api-2.0.0-non-operating-reefer": asked(None, "NLAMS", "SGSIN", None),
    "booking-api-2.0.0-reefer": asked(None, "NLAMS", "SGSIN", None),
    "booking-api-2.0.0-regular": asked(None, "NLAMS", "SGSIN", None),
    "booking-api-2.0.0-routing-reference": asked(None, None, None, None, vessel=None),
    "booking-api-2.0.0-store-door-at-destination": asked(None, "NLAMS", None, "SGSIN"),
    "booking-api-2.0.0-store-door-at-origin": asked("SGSIN", None, "NLAMS", None),
    "booking-confirmed-dry": Read(
        "booking_confirmation",
        booking="cbr-987",
        places=(None, "DEBRV", "USORF", None),
        legs=(("DEBRV", "USORF"),),
        vessel="MAERSK IOWA",
    ),
    "ebl-api-3.0.0-2c1u": a_request("DCSA Final Consignee"),
    "ebl-api-3.0.0-2c2u": a_request("Tech Solutions GmbH"),
    "ebl-api-3.0.0-amf": a_request("Global Pharma Distribution"),
    "ebl-api-3.0.0-clad": a_request("Agrotrading Brasil Ltda"),
    "ebl-api-3.0.0-dg": a_request("BatteryTech Inc."),
    "ebl-api-3.0.0-negotiable-bl": Read(
        "shipping_instruction",
        booking="{CBR}",
        consignee="TO THE ORDER OF Bank of America\nLEI 111100T8BM49ADCSAO64",
        notify=("DCSA CTK\nRuijggoordweg\nAmsterdam, NETHERLANDS\nATTN: DCSA Test Person\nEMAIL no-reply@dcsa.org",),
    ),
    "ebl-api-3.0.0-no-commodity-subreference": a_request("BioExport Ltd."),
    "ebl-api-3.0.0-request": a_request("Global Retail Imports"),
    "ebl-api-3.0.0-soc-references": a_request("Global Retail Imports"),
    "ebl-api-3.0.0-straight-bl": a_request("Global Retail Imports"),
    "pint-3.0.0-transport-document": Read(
        "bill_of_lading",
        draft=False,
        number="TRANSPORT_DOCUMENT_REFERENCE_PLACEHOLDER",
        booking="BOOKING_REFERENCE_PLACEHOLDER",
        consignee="DCSA CTK Consignee\nATTN: DCSA test person\nEMAIL no-reply@dcsa.example.org",
        places=("ADT (BIC)", "DKAAR", "DEBRV", None),
        vessel="HMM Algeciras",
    ),
    "transport-document-regular": Read(
        "bill_of_lading",
        draft=True,
        number="62CD536BA8D34C469AFD",
        booking="CBR_123_REGULAR",
        consignee="TO ORDER",
        places=(None, "DKAAR", "DEBRV", None),
        vessel="MSC Gülsün",
    ),
}
FIATA = {
    "first_cargo": Read(
        "bill_of_lading",
        consignee=(
            "Williamson - O'Hara\nGraham Glens\n93764-0627 Hemet, California, Saint Barthelemy\n"
            "ATTN: Mrs. Dixie Casper\nTEL (489) 752-4738 x31256\nMOBILE (318) 631-2941\n"
            "EMAIL Oleta.Leannon86@hotmail.com"
        ),
        notify=(
            "Zieme, Nicolas and Tremblay\nMeaghan Estates\nBaldwin Park, Arizona 88199, Malaysia\n"
            "ATTN: Angelica Hintz PhD\nTEL (612) 655-6676 x871\nMOBILE 547-629-4719 x68501\n"
            "EMAIL Sophia_Ondricka55@gmail.com",
            "Pfannerstill - Smitham\nAbby Tunnel\nToledo, West Virginia 88916-4964, Palestinian Territory\n"
            "ATTN: Belinda Nader\nTEL 785.388.4070 x570\nMOBILE (332) 852-9355 x42521\nEMAIL Ahmad_Lowe45@yahoo.com",
            "Bode LLC\nRicky Corner\n13521 Milford, Oklahoma, Cook Islands\nATTN: Ethel Wuckert\n"
            "TEL 565.380.8042 x64690\nMOBILE 1-833-521-6905\nEMAIL Brice.Crooks69@yahoo.com",
        ),
        places=("Bogisich LLC, FIJI", "Will Group, CAMEROON", "Stanton, Frami and Cole, IRAQ", "White Inc, MOZAMBIQUE"),
        # Three means of transport whose kinds no list has, and carriage onwards: each may be a ship.
        legs=(
            ("Will Group, CAMEROON", None),
            (None, None),
            (None, "Stanton, Frami and Cole, IRAQ"),
            ("Stanton, Frami and Cole, IRAQ", "White Inc, MOZAMBIQUE"),
        ),
        vessel="Rustic Concrete Tuna",
    ),
}
TABLE = {f"dcsa/{name}.json": row for name, row in DCSA.items()} | {f"fiata/{n}.json": row for n, row in FIATA.items()}
SCHEMAS = (
    "fiata/efbl.schema.json",
    "fiata/exchanged-document.schema.json",
    "fiata/supply-chain-consignment.schema.json",
)


@pytest.mark.parametrize("file", TABLE)
def test_says_what_a_person_reads(file: str) -> None:
    document = read(STANDARDS / file)
    places = (
        document.place_of_receipt, document.port_of_loading, document.port_of_discharge, document.place_of_delivery,
    )  # fmt: skip
    assert TABLE[file] == Read(
        kind=document.kind,
        draft=document.draft,
        number=document.number,
        booking=document.booking_number,
        consignee=document.consignee.text if document.consignee else None,
        notify=tuple(party.text for party in document.notify_parties),
        places=tuple(it and (it.locode or it.text) for it in places),  # type: ignore[arg-type]
        legs=tuple(
            (
                leg.load and (leg.load.locode or leg.load.text),
                leg.discharge and (leg.discharge.locode or leg.discharge.text),
            )
            for leg in document.legs
        ),
        vessel=document.vessel,
    )


@pytest.mark.parametrize("file", SCHEMAS)
def test_a_schema_is_no_document(file: str) -> None:
    with pytest.raises(UnreadableDocument) as told:
        read(STANDARDS / file)
    assert told.value.reason == "unknown-schema"


def test_no_published_example_is_left_out() -> None:
    files = {
        f"{it.parent.name}/{it.name}" for folder in ("dcsa", "fiata") for it in (STANDARDS / folder).glob("*.json")
    }
    assert files == TABLE.keys() | set(SCHEMAS)
