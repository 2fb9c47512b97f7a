"""A caption as it is printed names one box; what only looks like a caption names none."""

from pathlib import Path

import pytest

from docvalidate.layout.captions import read_caption
from docvalidate.layout.runs import Run


def reading(text):
    """The role and what follows on the line itself, or null."""
    caption = read_caption(Run(40.0, 100.0, 300.0, 108.0, text, 8.0, 0))
    return None if caption is None else (caption.role, caption.inline)


def role(text):
    found = reading(text)
    assert found is None or found[1] is None, f"{text!r} is taken to hold the value {found[1]!r}"
    return None if found is None else found[0]


AS_PRINTED = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("captions_as_printed.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("expected", "text"), AS_PRINTED)
def test_reads_the_captions_of_forms_in_every_language_of_the_trade(expected, text):
    assert role(text) == expected


@pytest.mark.parametrize(("expected", "text"), [(role, text) for role, text in AS_PRINTED if text[-1].isalpha()])
def test_reads_them_with_a_colon_too(expected, text):
    assert role(f"{text}:") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收货人 Consignee", "consignee"),
        ("Consignee / 收货人", "consignee"),
        ("Consignee 收货人:", "consignee"),
        ("通知人 Notify Party (Full name and address)", "notify_party"),
        ("收货⼈", "consignee"),
        ("Porto de Descarga / Port of Discharge", "port_of_discharge"),
        ("Puerto de descarga/Port of discharge:", "port_of_discharge"),
        ("Ladehafen (Port of Loading)", "port_of_loading"),
        ("Kind of packages; description of goods", "description"),
        ("■ CONSIGNEE", "consignee"),
        ("7) Port of Loading", "port_of_loading"),
        ("[7] Port of Loading", "port_of_loading"),
        ("7a. Port of Loading", "port_of_loading"),
        ("Consignee （收货人）", "consignee"),
    ],
)
def test_reads_captions_in_two_languages_and_with_box_numbers(text, expected):
    assert role(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Port of Loading: NINGBO, CHINA", ("port_of_loading", "NINGBO, CHINA")),
        ("Port of Loading NINGBO, CHINA", ("port_of_loading", "NINGBO, CHINA")),
        ("卸货港：BALTIMORE", ("port_of_discharge", "BALTIMORE")),
        ("Consignee: TO ORDER OF SHIPPER", ("consignee", "TO ORDER OF SHIPPER")),
        ("Notify Party: SAME AS CONSIGNEE", ("notify_party", "SAME AS CONSIGNEE")),
        ("Port of Discharge (see clause 1): BALTIMORE", ("port_of_discharge", "BALTIMORE")),
        ("VIA: SINGAPORE", ("transshipment_port", "SINGAPORE")),
        ("Booking No.: BKG5550001", ("booking_number", "BKG5550001")),
    ],
)
def test_parts_a_caption_from_the_value_behind_it(text, expected):
    assert reading(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Consignee (Negotiable only if consigned",
        "Notify Party: (Carrier shall not be responsible for any failure to notify the party named, see clause",
    ],
)
def test_sees_that_small_print_goes_on_in_the_next_line(text):
    caption = read_caption(Run(40.0, 100.0, 300.0, 108.0, text, 8.0, 0))
    assert caption is not None and caption.open and caption.inline is None


@pytest.mark.parametrize(
    "text",
    [
        "Consignee's load and count",
        "Vessel Supply Ltd",
        "Carrier's liability ends at the ship's rail",
        "SHIPPER'S LOAD, STOW AND COUNT",
        "FREIGHT PREPAID",
        "CONTAINER YARD",
        "GOODS IN TRANSIT TO NEPAL",
        "The consignee shall present this bill",
        "the port of discharge or any other place",
        "ACME IMPORTS LLC",
        "12 PIER ROAD",
        "3389 STEELES AVENUE EAST, UNIT 12",
        "VIA ROMA 12",
        "NOTIFY US AT ONCE OF ANY MISTAKE",
        "24 PALLETS CERAMIC TABLEWARE",
        "A B C D E",
        "B/L INSTRUCTIONS",
        "",
    ],
)
def test_sees_no_caption_where_there_is_none(text):
    assert reading(text) is None
