"""What was passed on to the carrier is held against the instruction."""

from typing import Any

import pytest

from docvalidate.model import TransportDocument
from docvalidate.model.case import Case
from docvalidate.rules import routing_request
from tests.ports_builders import a_paper, a_place, a_port_case, a_rule

RULE = a_rule(required=("USBAL",), forbidden=("USNYC",), any_port=True)


def a_booking(asked: tuple[str, ...] = (), ruled_out: tuple[str, ...] = ()) -> TransportDocument:
    return a_paper(
        kind="booking_confirmation",
        file="booking.json",
        requested_transshipment=tuple(map(a_place, asked)),
        prohibited_transshipment=tuple(map(a_place, ruled_out)),
    )


def told(case: Case) -> list[Any]:
    return [(it.found, it.details["document"]) for it in routing_request.judge(case)]


@pytest.mark.parametrize(
    ("booking", "found"),
    [
        (a_booking(asked=("NEW YORK, NY",)), [("NEW YORK, NY", "booking.json")]),
        (a_booking(ruled_out=("BALTIMORE, MD",)), [("BALTIMORE, MD", "booking.json")]),
        (a_booking(asked=("BALTIMORE, MD",), ruled_out=("NEW YORK, NY",)), []),
        (a_booking(), []),
    ],
    ids=["asks for what is forbidden", "rules out what is required", "passes it on", "says nothing"],
)
def test_tells_what_was_passed_on_wrongly(booking: TransportDocument, found: list[Any]) -> None:
    assert told(a_port_case(a_paper("BALTIMORE, MD"), booking, transshipment=RULE)) == found


def test_a_paper_without_a_name_is_called_by_its_kind() -> None:
    draft = a_paper("BALTIMORE, MD", requested_transshipment=(a_place("NEW YORK, NY"),))
    assert told(a_port_case(draft, transshipment=RULE)) == [("NEW YORK, NY", "unknown")]


def test_says_nothing_without_a_draft_or_a_rule() -> None:
    assert told(a_port_case(None, transshipment=RULE)) == []
    assert told(a_port_case(a_paper("BALTIMORE, MD"), a_booking(asked=("NEW YORK, NY",)))) == []
