"""Which lane of a version speaks of the shipment, and when none certainly does."""

from typing import Any

import pytest

from docvalidate.compare.lanes import LaneChoice, choose_lane, lane_for
from docvalidate.model import Instruction, Lane, Place, TransportDocument, When
from tests.versions_builders import a_draft, a_version

ALWAYS = Lane(name="always")


def a_lane(name: str, **when: Any) -> Lane:
    return Lane(name=name, when=When(**when))


def with_lanes(*lanes: Lane) -> Instruction:
    return a_version(lanes=lanes)


def applied(draft: TransportDocument, *lanes: Lane, order: str | None = None) -> str | None:
    lane = lane_for(with_lanes(*lanes), draft, order)
    return lane.name if lane is not None else None


def reasons(draft: TransportDocument, *lanes: Lane) -> tuple[str, ...]:
    return choose_lane(with_lanes(*lanes), draft, None).reasons


OHIO = a_lane("ohio", destination=("USCMH",))
COLORADO = a_lane("colorado", destination=("USDEN", "Pueblo, CO"))


def test_takes_a_lane_without_conditions_for_every_shipment() -> None:
    assert choose_lane(with_lanes(ALWAYS), a_draft(), None) == LaneChoice(ALWAYS)


def test_takes_the_first_lane_that_applies() -> None:
    assert applied(a_draft(place_of_delivery="COLUMBUS, OH"), COLORADO, OHIO, ALWAYS) == "ohio"


@pytest.mark.parametrize("text", ["COLUMBUS, OH", "Columbus, Ohio, USA", "USCMH", "COLUMBUS OH (USCMH)"])
def test_knows_the_destination_by_name_or_code(text: str) -> None:
    assert applied(a_draft(place_of_delivery=text), OHIO) == "ohio"


def test_knows_a_place_without_a_code_by_the_words_of_the_instruction() -> None:
    depot = a_lane("depot", destination=("Zzyzx Depot 3",))
    assert applied(a_draft(place_of_delivery="ZZYZX DEPOT, 3"), depot) == "depot"


def test_takes_the_port_of_discharge_where_no_delivery_is_shown() -> None:
    east = a_lane("east", destination=("USBAL",))
    assert applied(a_draft(port_of_discharge="BALTIMORE, MD"), east) == "east"
    assert applied(a_draft(port_of_discharge="BALTIMORE, MD", place_of_delivery=" "), east) == "east"
    assert applied(a_draft(port_of_discharge="BALTIMORE, MD", place_of_delivery="COLUMBUS, OH"), east) is None


def test_takes_the_place_of_receipt_where_no_loading_is_shown() -> None:
    north = a_lane("north", origin=("CNNGB",))
    assert applied(a_draft(place_of_receipt="NINGBO, CHINA"), north) == "north"
    assert applied(a_draft(place_of_receipt="NINGBO, CHINA", port_of_loading="SHANGHAI, CHINA"), north) is None


def test_asks_for_every_condition_that_is_given() -> None:
    both = a_lane("both", destination=("USCMH",), origin=("CNNGB",), order_prefix=("44", "PO-44"))
    draft = a_draft(port_of_loading="NINGBO", place_of_delivery="COLUMBUS, OH")
    assert applied(draft, both, order="po-44718") == "both"
    assert applied(draft, both, order="45718") is None
    assert applied(draft.model_copy(update={"port_of_loading": Place(text="SHANGHAI")}), both, order="44718") is None


def test_takes_no_lane_for_an_order_prefix_where_no_order_is_given() -> None:
    assert applied(a_draft(), a_lane("rush", order_prefix=("RUSH-",)), ALWAYS) == "always"


def test_says_that_no_condition_holds() -> None:
    assert reasons(a_draft(place_of_delivery="BALTIMORE, MD"), OHIO, COLORADO.model_copy(update={"when": When(
        destination=("USDEN",))})) == ("no_condition_holds",)  # fmt: skip
    assert reasons(a_draft()) == ("no_condition_holds",)


def test_takes_no_later_lane_while_an_earlier_one_may_apply() -> None:
    west = a_lane("west", destination=("USPDX",))
    assert reasons(a_draft(place_of_delivery="PORTLAND"), west, ALWAYS) == ("destination_not_settled",)
    assert reasons(a_draft(place_of_delivery="ZZYZX"), west, ALWAYS) == ("destination_not_settled",)
    assert reasons(a_draft(), west, a_lane("north", origin=("CNNGB",))) == (
        "destination_not_shown", "origin_not_shown",
    )  # fmt: skip


def test_leaves_a_doubt_aside_where_another_condition_fails_for_certain() -> None:
    west = a_lane("west", destination=("USPDX",), origin=("CNNGB",))
    assert applied(a_draft(place_of_delivery="PORTLAND", port_of_loading="SHANGHAI"), west, ALWAYS) == "always"


def test_keeps_two_ports_of_one_area_apart() -> None:
    assert applied(a_draft(place_of_delivery="NEWARK, NJ"), a_lane("ny", destination=("USNYC",))) is None


def test_believes_the_code_that_a_structured_draft_gives_beside_the_name() -> None:
    assert (
        applied(a_draft(port_of_loading=Place(text="ZZYZX QUAY", locode="CNNGB")), a_lane("n", origin=("CNNBO",)))
        == "n"
    )
