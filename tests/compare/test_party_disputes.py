"""Papers that name other parties than the draft are told, where both are certain."""

from typing import Any

import pytest

from docvalidate.compare.party_disputes import party_disputes
from docvalidate.model import Doubt, Source, TransportDocument
from docvalidate.text.party import as_party

ACME = "ACME IMPORTS LLC\n12 PIER ROAD\nBOSTON, MA 02110, USA"
BROKER = "HARBOUR BROKERS INC\n7 QUAY STREET\nBOSTON, MA 02110, USA"
OTHER = "HARBOUR BROKERS INC\n77 QUAY STREET\nBOSTON, MA 02110, USA"


def a_paper(kind: str = "sea_waybill", consignee: str | None = ACME, *notify: str, **values: Any) -> TransportDocument:
    def party(text: str) -> Any:
        return as_party(text, Source(document=f"{kind}.pdf"))

    named = {"consignee": party(consignee) if consignee else None, "notify_parties": tuple(map(party, notify))}
    return TransportDocument(**{"kind": kind, **named, **values})


def told(draft: TransportDocument, *papers: TransportDocument) -> list[tuple[str, str, str]]:
    return [(it.field, it.found, it.expected) for it in party_disputes(draft, papers)]


def test_another_consignee_and_another_notify_party_are_told_with_both_sides() -> None:
    draft, paper = a_paper("sea_waybill", ACME, BROKER), a_paper("shipping_instruction", BROKER, OTHER)
    assert told(draft, paper) == [("consignee", ACME, BROKER), ("notify_party", BROKER, OTHER)]
    assert [(it.source, it.other) for it in party_disputes(draft, (paper,))] == [
        (Source(document="sea_waybill.pdf"), Source(document="shipping_instruction.pdf"))
    ] * 2


def test_a_notify_party_that_only_one_of_the_papers_names_is_told() -> None:
    assert told(a_paper("sea_waybill", ACME, BROKER), a_paper("arrival_notice", ACME, BROKER, ACME)) == [
        ("notify_party", "—", ACME)
    ]
    assert told(a_paper("sea_waybill", ACME, BROKER, ACME), a_paper("arrival_notice", ACME, BROKER)) == [
        ("notify_party", ACME, "—")
    ]


DOUBTED = (Doubt(kind="ambiguous", field="consignee"), Doubt(kind="unreadable", field="notify_party"))


@pytest.mark.parametrize(
    ("draft", "paper"),
    [
        (a_paper("sea_waybill", ACME, BROKER), a_paper("shipping_instruction", ACME.title(), BROKER)),
        (a_paper("sea_waybill", ACME, BROKER), a_paper("booking_confirmation", BROKER, OTHER)),
        (a_paper("sea_waybill", ACME, BROKER, bill="house"), a_paper("bill_of_lading", OTHER, ACME, bill="master")),
        (a_paper("sea_waybill", None), a_paper("arrival_notice", ACME, BROKER)),
        (a_paper("sea_waybill", ACME, BROKER), a_paper("arrival_notice", None)),
        (a_paper("sea_waybill", ACME, BROKER), a_paper("arrival_notice", BROKER, OTHER, doubts=DOUBTED)),
        (a_paper("sea_waybill", ACME, BROKER), a_paper("arrival_notice", None, "SAME AS CONSIGNEE")),
    ],
    ids=["alike", "a booking", "another level", "silent draft", "silent paper", "doubted", "leads to nobody"],
)
def test_papers_that_agree_or_do_not_tell_say_nothing(draft: TransportDocument, paper: TransportDocument) -> None:
    assert told(draft, paper) == []
