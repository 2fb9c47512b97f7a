"""Small print is never part of a value, and what may be a value is never small print."""

import pytest

from docvalidate.layout.boilerplate import is_boilerplate, is_sentence


@pytest.mark.parametrize(
    "text",
    [
        "(complete name and address)",
        "(Complete Name and Address)",
        "(COMPLETE NAME AND ADDRESS)",
        "Insert Name, Address and Phone/Fax",
        "(see clause 22)",
        "(for the Merchant's reference only)",
        "(No responsibility shall attach to Carrier or to his Agent for failure to notify - see Clause 20)",
        "Carrier not to be responsible for failure to notify",
        "Applicable only when document used as Multimodal Transport B/L (see clause 1)",
        '(not negotiable unless consigned to order)',
        "",
        " : ",
    ],
)  # fmt: skip
def test_knows_the_printed_remarks_of_forms(text):
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "TO ORDER",
        "To the order of Example Bank",
        "SAME AS CONSIGNEE",
        "As above",
        "AS PER ATTACHED RIDER",
        "See attached list",
        "Ditto",
        "ACME IMPORTS LLC",
        "Acme Imports LLC, 12 Pier Road",
        "ORDER EXPRESS LTD",
        "CARRIER",
        "SEA CARRIERS",
        "071E",
        "收货人",
        "BALTIMORE, MD",
        "555 0100",
        "PORT",
    ],
)
def test_leaves_alone_what_may_be_a_value(text):
    assert not is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "RECEIVED by the Carrier from the Shipper in apparent good order and condition, unless otherwise",
        "the goods or the container(s) said to contain the goods herein mentioned to be carried",
        "Sono soggetti alle condizioni di trasporto del vettore stampate sul retro della presente polizza",
        "In accepting this Bill of Lading the Merchant expressly accepts and agrees to all its stipulations",
    ],
)
def test_knows_a_line_of_a_contract(text):
    assert is_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "3389 STEELES AVENUE EAST, UNIT 12",
        "Acme Imports LLC, 12 Pier Road, Suite 4, Boston, Massachusetts 02110, United States of America",
        "the port of discharge",
        "24 PALLETS OF CERAMIC TABLEWARE IN TWO CONTAINERS SAID TO CONTAIN",
        "12 34 56 78 90 12 34 56 78",
        "",
    ],
)
def test_takes_no_address_and_no_list_for_prose(text):
    assert not is_sentence(text)
