"""A route in one line is a plan, whatever sign is between its places; marks, sizes and options are none."""

import pytest

from tests.sheets import a_document, a_face, put

BY_NEW_YORK = [("CNNGB", "USNYC"), ("USNYC", "USBAL")]


def a_paper(text, **boxes):
    return a_document(a_face(description=f"24 PALLETS TABLEWARE\n{text}", **boxes))


def legs(document):
    return [(leg.load.locode, leg.discharge.locode) for leg in document.legs]


@pytest.mark.parametrize(
    "text",
    [
        "NINGBO / NEW YORK / BALTIMORE", "NINGBO/NEW YORK/BALTIMORE", "ROUTE: NINGBO - NEW YORK - BALTIMORE",
        "CNNGB-USNYC-USBAL", "CNNGB / USNYC / USBAL", "NINGBO > NEW YORK > BALTIMORE",
        "NINGBO, CHINA - NEW YORK, NY - BALTIMORE, MD", "NINGBO TO NEW YORK TO BALTIMORE",
    ],
)  # fmt: skip
def test_a_route_in_the_description_is_a_plan(text):
    assert legs(a_paper(text)) == BY_NEW_YORK


def test_a_route_in_the_box_of_a_port_is_a_plan_too():
    assert legs(a_document(a_face(discharge="NINGBO / NEW YORK / BALTIMORE"))) == BY_NEW_YORK


@pytest.mark.parametrize(
    "text",
    [
        "NINGBO - BALTIMORE", "ACME / BALTIMORE / MADE IN CHINA", "STYLE A / B / C", "L 10 - W 20 - H 30",
        "ROTATION: NINGBO - NEW YORK - BALTIMORE", "NEW YORK / NORFOLK / SAVANNAH", "PO 1 / 2 / 3",
    ],
)  # fmt: skip
def test_what_is_written_alike_is_none(text):
    document = a_paper(text)
    assert (document.legs, document.doubts) == ((), ())


def test_two_routes_that_differ_leave_the_plan_open():
    document = a_paper("NINGBO / NEW YORK / BALTIMORE\nNINGBO / NORFOLK / BALTIMORE")
    assert [(doubt.kind, doubt.field) for doubt in document.doubts] == [("ambiguous", "transshipment_port")]


def test_a_table_and_a_line_that_names_a_port_more_leave_the_plan_open():
    rows = (("From", "To", "Vessel"), ("NINGBO", "BALTIMORE, MD", "EVER ONE"))
    table = [put(cell, 40 + 150 * x, 660 + 14 * y) for y, row in enumerate(rows) for x, cell in enumerate(row)]

    def fields(line):
        document = a_document(a_face(*table, description=f"24 PALLETS\n{line}"))
        assert legs(document) == [("CNNGB", "USBAL")]
        return [doubt.field for doubt in document.doubts]

    assert fields("NINGBO / NEW YORK / BALTIMORE") == ["transshipment_port"]
    assert fields("NINGBO / BALTIMORE / COLUMBUS") == []


@pytest.mark.parametrize("text", ["CARGO TO CONNECT AT NEW YORK", "RELAYED AT NEW YORK", "DISCHARGED IN NEW YORK"])
def test_the_plain_words_for_a_change_of_ships_state_a_port(text):
    assert [port.locode for port in a_paper(text).transshipment_ports] == ["USNYC"]
