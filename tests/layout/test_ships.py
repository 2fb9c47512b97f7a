"""Two ships prove that the goods change over; a voyage, a flag or a truck is no ship."""

import pytest

from docvalidate.layout.ships import vessels_in
from tests.sheets import a_document, a_face


def a_paper(**others):
    return a_document(a_face(others={caption.replace("_", " "): value for caption, value in others.items()}))


def asked(document):
    return [doubt.texts for doubt in document.doubts if doubt.field == "transshipment_port"]


@pytest.mark.parametrize("text", ["EVER ONE & EVER TWO", "EVER ONE V.012E / EVER TWO V.034W", "EVER ONE / EVER TWO"])
def test_two_ships_in_one_box_are_two_legs_and_the_place_between_is_not_known(text):
    first, second = a_paper(Vessel=text).legs
    assert (first.load.locode, first.discharge, second.load, second.discharge.locode) == ("CNNGB", None, None, "USBAL")


@pytest.mark.parametrize(
    "text", ["EVER ONE / 012E", "EVER ONE / 012E / PANAMA", "EVER ONE OR SUBSTITUTE", "MSC ANNA / FA432A / IMO 9777204"]
)
def test_one_ship_with_its_voyage_is_no_plan(text):
    assert len(vessels_in(text)) == 1
    assert a_paper(Vessel=text).legs == ()


def test_a_feeder_before_the_port_of_loading_is_asked_about():
    paper = a_paper(Vessel="EVER ONE 012E", **{"Pre-carriage_by": "SITC OSAKA V.2112E"})
    assert asked(paper) == [("SITC OSAKA V.2112E",)]


@pytest.mark.parametrize("how", ["TRUCK", "BY RAIL", "EVER ONE 012E", "N/A", "CARRIER'S HAULAGE"])
def test_what_brings_the_goods_by_land_or_is_the_same_ship_is_not(how):
    assert asked(a_paper(Vessel="EVER ONE 012E", **{"Pre-carriage_by": how})) == []
