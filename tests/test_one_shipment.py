"""One shipment in every format is one document and one report, but for where each value stands."""

import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from docvalidate.model import Report, TransportDocument
from docvalidate.pipeline import check, read
from docvalidate.registry import Registry

SAMPLES = Path(__file__).parent.parent / "sample_docs"
SHIPMENT = SAMPLES / "one-shipment"
DRAFTS = (
    "attached.eml", "dcsa-transport-document.json", "draft.docx", "draft.html", "draft.txt", "draft.xlsx",
    "fiata-efbl.json", "iftmcs.edi", "pasted.eml", "scan.png", "ubl-waybill.xml", "x12-310.edi",
)  # fmt: skip
BOOKINGS = ("dcsa-booking.json", "iftmbc.edi")
ELSEWHERE = {"source", "sources", "file", "sha256", "pages", "marks", "basis"}
"""What says where a value stands, not what it is."""
SAID_OTHERWISE: dict[str, dict[str, Any]] = {
    # A structured file gives the number of the order, and its kind elsewhere; DCSA the shipping instruction's, too.
    "dcsa-transport-document.json": {"references": ["SI6081744", "PO-44718"]},
    "iftmcs.edi": {"references": ["PO-44718"]},
    "ubl-waybill.xml": {"references": ["PO-44718"]},
    # A 310 has no mark for a draft.
    "x12-310.edi": {"references": ["PO-44718"], "draft": None},
    # An eFBL is a forwarder's bill of lading, and has no place for a booking or an order.
    "fiata-efbl.json": {"kind": "bill_of_lading", "bill": "house", "booking_number": None, "references": []},
    # A letter of OHIO might be a figure: whoever reads a picture says so.
    "scan.png": {"doubts": [{"kind": "unreadable", "field": "place_of_delivery", "texts": ["COLUMBUS, OH"]}]},
}


@cache
def document(name: str) -> TransportDocument:
    return read(SHIPMENT / name)


@cache
def report(name: str, *supporting: str) -> Report:
    return check(
        SHIPMENT / name,
        Registry(SAMPLES / "founding-case" / "instructions"),
        customer="HARBORLINE",
        order="PO-44718",
        as_of=date(2016, 9, 5),
        supporting=[SHIPMENT / paper for paper in supporting],
    )


def without_places(value: Any) -> Any:
    """The value without what says where it stands."""
    if isinstance(value, dict):
        return {key: without_places(it) for key, it in value.items() if key not in ELSEWHERE}
    return [without_places(it) for it in value] if isinstance(value, list) else value


def said(it: TransportDocument) -> dict[str, Any]:
    found: dict[str, Any] = without_places(it.model_dump(mode="json"))
    return found


@pytest.mark.parametrize("name", DRAFTS)
def test_every_format_gives_the_same_document(name: str) -> None:
    assert said(document(name)) == {**said(document("draft.pdf")), **SAID_OTHERWISE.get(name, {})}


@pytest.mark.parametrize("name", [name for name in DRAFTS if name != "scan.png"])
def test_every_format_gives_the_same_report(name: str) -> None:
    def of(name: str) -> Any:
        it = report(name)
        findings = [(f.name, f.severity, f.field, f.expected, f.found, f.version) for f in it.findings]
        return it.verdict, findings, [without_places(check.model_dump(mode="json")) for check in it.checks]

    assert of(name) == of("draft.pdf")


def test_a_scan_accuses_where_it_is_certain_and_leaves_the_rest_open() -> None:
    of_scan, of_pdf = report("scan.png"), report("draft.pdf")
    assert of_scan.verdict == "held"
    assert [without_places(it.model_dump()) for it in of_scan.checks[:2]] == [
        without_places(it.model_dump()) for it in of_pdf.checks[:2]
    ]
    # The port is inferred from two places, and one of these is not certain.
    assert of_scan.checks[2].status == "unreadable"
    crops = [
        finding.source.image for finding in of_scan.findings if finding.name == "field-unreadable" and finding.source
    ]
    assert crops
    assert all(image is not None and image.startswith("data:image/png;base64,") for image in crops)


@pytest.mark.parametrize("name", DRAFTS)
def test_every_value_says_where_it_stands(name: str) -> None:
    it = document(name)
    values = [it.shipper, it.consignee, *it.notify_parties, it.port_of_loading, it.port_of_discharge]
    sources = [value.source for value in values if value is not None]
    assert len(sources) == 5
    assert [s for s in sources if s is None or (s.path is None and (s.page is None or s.box is None))] == []


@pytest.mark.parametrize("booking", BOOKINGS)
def test_every_booking_tells_the_same_plan(booking: str) -> None:
    legs = [
        (leg.load.locode, leg.discharge.locode, leg.mode, leg.vessel, leg.voyage)
        for leg in document(booking).legs
        if leg.load and leg.discharge
    ]
    assert legs == [("CNNGB", "USNYC", "vessel", "HERON PACIFIC", "016E"), ("USNYC", "USCMH", "rail", None, None)]
    found = report("draft.pdf", booking).checks[2]
    assert (found.status, found.found, found.source.document if found.source else None) == (
        "mismatch", "NEW YORK, NY", booking,
    )  # fmt: skip


def test_the_files_are_what_the_writers_write(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-B", str(SAMPLES / "one_shipment.py"), str(tmp_path)], check=True)
    ours = {file.name: file.read_bytes() for file in SHIPMENT.iterdir()}
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    # Office files and pictures come out otherwise with another version of the library that writes them.
    exact = {name for name in made if not name.endswith((".xlsx", ".docx", ".png"))}
    assert set(ours) == set(made)
    assert {name for name in exact if ours[name] != made[name]} == set()
