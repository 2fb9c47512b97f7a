"""A supporting paper is put aside only where it is certainly of another shipment."""

from typing import Any

import pytest

from docvalidate.compare.shipment import another_shipment
from docvalidate.model import TransportDocument

DRAFT = TransportDocument(
    kind="sea_waybill", number="SWB7711", booking_number="BKG5550001", references=("PO 44718", "INV 93682")
)


def a_booking(**values: Any) -> TransportDocument:
    return TransportDocument(**{"kind": "booking_confirmation", **values})


@pytest.mark.parametrize(
    "paper",
    [
        a_booking(),
        a_booking(booking_number="BKG5550001"),
        a_booking(booking_number="bkg 555-0001"),
        a_booking(booking_number="BKG5550001/02"),
        a_booking(booking_number="5550001"),
        a_booking(booking_number="OTHER999", references=("PO 44718",)),
        a_booking(references=("PO 44999", "P/O NO. 44718")),
        a_booking(references=("INV 11111", "S/O 22222")),
        a_booking(number="CONF-1"),
    ],
    ids=lambda paper: str(paper.booking_number or paper.references or paper.number),
)
def test_hears_a_paper_that_may_be_of_the_same_shipment(paper: TransportDocument) -> None:
    assert another_shipment(DRAFT, paper, None) is None


@pytest.mark.parametrize(
    ("paper", "numbers"),
    [
        (a_booking(booking_number="BKG5550777"), ("BKG5550001", "BKG5550777")),
        (a_booking(references=("PO 44999",)), ("44718", "44999")),
        (TransportDocument(kind="arrival_notice", number="SWB7712"), ("SWB7711", "SWB7712")),
    ],
    ids=["another booking", "another order", "another bill"],
)
def test_puts_a_paper_of_another_shipment_aside(paper: TransportDocument, numbers: tuple[str, str]) -> None:
    assert another_shipment(DRAFT, paper, None) == numbers


def test_the_order_that_was_asked_for_counts_as_the_drafts() -> None:
    silent = TransportDocument(kind="sea_waybill")
    assert another_shipment(silent, a_booking(references=("PO 44718",)), "PO-44718") is None
    assert another_shipment(silent, a_booking(references=("PO 44999",)), "PO-44718") == ("PO-44718", "44999")


def test_a_short_number_settles_nothing() -> None:
    draft = TransportDocument(kind="sea_waybill", booking_number="001", references=("A 1",))
    assert another_shipment(draft, a_booking(booking_number="BKG001"), None) == ("001", "BKG001")
