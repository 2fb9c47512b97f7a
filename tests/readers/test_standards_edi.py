"""The published samples of EDI messages say what a person reads in them; both count their segments wrongly."""

from pathlib import Path

import pytest

from docvalidate.limits import ReadSettings
from docvalidate.model import Party, Place, TransportDocument
from docvalidate.readers import reader_for

FOLDER = Path(__file__).parents[3] / "shared" / "standards" / "edi"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the published samples are not beside the repository")

Shown = tuple[str, str | None] | None


def read(name: str) -> TransportDocument:
    data = (FOLDER / name).read_bytes()
    return reader_for(data, name).read(data, name, ReadSettings())


def party(shown: Party | None) -> str | None:
    return shown.text if shown else None


def place(shown: Place | None) -> Shown:
    return (shown.text, shown.locode) if shown else None


TABLE = {
    # By eye: a sea waybill (BGM 710) from Bayuquan to Valparaíso. CNBAY is in no list, the name beside it tells.
    "IFTMCS_D99B_minimal.edi": {
        "kind": "sea_waybill", "number": "BL001", "booking": None, "references": ("REF001",),
        "shipper": "SHIPPER SPA", "consignee": "CONSIGNEE LTDA", "notify": ["NOTIFY SA"],
        "receipt": None, "loading": ("BAYUQUAN", "CNYIK"), "discharge": ("VALPARAISO", "CLVAP"), "delivery": None,
        "vessel": None,
        "doubts": ["BGM: BL001 | RFF+BM: REF001", "UNT counts 11 segments, there are 12"],
    },
    # By eye: a shipping instruction without a shipper or consignee; places named by a code and a firm. Two parties to
    # notify; the ultimate consignee in Denver is not the consignee.
    "X12_304_4010_sample.edi": {
        "kind": "shipping_instruction", "number": "1002ODDD", "booking": None,
        "references": ("8001", "6851346", "0002199491", "4500214963", "7273614-CNSZX-BEANR-W62023663-"),
        "shipper": None, "consignee": None,
        "notify": ["NOTIFY1Name\n123 Notify1 Street\nCHICAGO, IL 60603, USA",
                   "NOTIFY2Name\n123 Notify2 Street\nMIAMI, FL 33125, USA"],
        "receipt": ("Wah Lee Flocking PVC Pa", "CNSZX"), "loading": ("CNSZX", "CNSZX"), "discharge": ("BEANR", "BEANR"),
        "delivery": ("AW FABER CASTELL COSMETI", "DESFU"), "vessel": "TBD",
        "doubts": ["SE counts 84 segments, there are 35", "no N1*CN; N1*UC (ultimate consignee): ULTCONName"],
    },
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_a_published_sample_says_what_a_person_reads_in_it(name: str) -> None:
    document = read(name)
    assert {
        "kind": document.kind,
        "number": document.number,
        "booking": document.booking_number,
        "references": document.references,
        "shipper": party(document.shipper),
        "consignee": party(document.consignee),
        "notify": [shown.text for shown in document.notify_parties],
        "receipt": place(document.place_of_receipt),
        "loading": place(document.port_of_loading),
        "discharge": place(document.port_of_discharge),
        "delivery": place(document.place_of_delivery),
        "vessel": document.vessel,
        "doubts": sorted(" | ".join(doubt.texts) for doubt in document.doubts),
    } == TABLE[name]


def test_the_table_names_every_sample() -> None:
    assert {file.name for file in FOLDER.iterdir()} == set(TABLE)
