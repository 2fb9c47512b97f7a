"""A line that changes a party or a port is asked about, wherever it stands; rules and offers change nothing."""

import pytest

from tests.sheets import ACME, a_document, a_face, put


def doubts(text, top=10.0, **boxes):
    """What stays open about a face with that line, above its title or further down."""
    document = a_document(a_face(put(text, 40, top), **boxes))
    return {doubt.field for doubt in document.doubts if doubt.kind == "ambiguous"}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("CONSIGNEE CHANGED TO OTHER IMPORTS LLC", "consignee"), ("CNEE TO READ: OTHER IMPORTS LLC", "consignee"),
        ("CONSIGNEE IS NOW OTHER IMPORTS LLC", "consignee"), ("REVISED CONSIGNEE: OTHER IMPORTS LLC", "consignee"),
        ("PLEASE CHANGE CONSIGNEE TO OTHER IMPORTS LLC", "consignee"),
        ("NOTIFY PARTY HAS BEEN REPLACED BY OTHER FREIGHT INC", "notify_party"),
        ("PLEASE NOTE ALSO NOTIFY: OTHER FREIGHT INC, 5 SIDE STREET", "notify_party"),
        ("PLS NOTIFY ALSO OTHER FREIGHT INC", "notify_party"),
        ("T/S PORT CHANGED TO NEW YORK", "transshipment_port"),
        ("CARGO WILL BE TRANSSHIPPED AT NEW YORK", "transshipment_port"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("top", [10.0, 700.0])
def test_a_line_around_the_form_that_tells_of_a_change_leaves_the_field_open(text, field, top):
    assert field in doubts(text, top)


@pytest.mark.parametrize(
    "text",
    [
        "PLEASE NOTIFY US OF ANY CORRECTION; CONSIGNEE AND NOTIFY PARTY AS PER YOUR SI",
        "ANY CHANGE OF CONSIGNEE WILL BE CHARGED", "CONSIGNEE TO PAY ALL CHARGES AT DESTINATION",
        "NINGBO EXAMPLE LOGISTICS LTD, 5 VIA ROMA, NEW YORK", "PLEASE NOTIFY HARBOUR BROKERS INC ON ARRIVAL",
        "CARGO WILL BE TRANSSHIPPED AT BALTIMORE", "AGENT CHANGED TO OCEAN AGENTS B.V.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("top", [10.0, 700.0])
def test_a_rule_an_offer_or_what_the_form_says_as_well_changes_nothing(text, top):
    assert doubts(text, top) == set()


def test_the_parties_are_read_as_printed_all_the_same():
    document = a_document(a_face(put("CONSIGNEE CHANGED TO OTHER IMPORTS LLC", 40, 10)))
    assert document.consignee.text == ACME
