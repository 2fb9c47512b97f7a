"""Web pages: tables and lines by the rules for printed forms; what a style hides is reported."""

import pytest

from docvalidate.readers import html, reader_for
from tests.office import BOXES, CONSIGNEE, HERE, LEGS, NOTIFY, a_web_page


def read(data):
    return html.read(data, "draft.html", HERE)


def parties_of(document):
    return document.consignee.text, [it.text for it in document.notify_parties], document.port_of_discharge.text


def test_reads_parties_and_ports_with_their_cells():
    document = read(a_web_page())
    assert parties_of(document) == (CONSIGNEE, [NOTIFY], "NEW YORK, NY")
    assert (document.consignee.source.path, document.consignee.source.page) == ("table 1, row 2, cell 2", None)


def test_reads_the_tables_of_outlook():
    def cell(text):
        lines = "".join(f"<p class=MsoNormal><span>{line}<o:p></o:p></span></p>" for line in text.split("\n"))
        return f'<td style="border:solid windowtext 1.0pt;padding:0cm">{lines}</td>'

    rows = "".join(f"<tr>{cell(f'{caption}{chr(10)}{value}')}</tr>" for caption, value in BOXES.items())
    page = (
        f'<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><p>DRAFT SEA WAYBILL</p><table>{rows}</table>'
    )
    assert parties_of(read(page.encode())) == (CONSIGNEE, [NOTIFY], "NEW YORK, NY")


def test_reads_boxes_that_stand_beside_each_other():
    def box(caption):
        return f"<div class=box><small>{caption}</small><br>{BOXES[caption].replace(chr(10), '<br>')}</div>"

    style = "<style>.row {display: flex} .box {border: 1px solid #ccc}</style>"
    rows = (("Consignee", "Notify Party"), ("Port of Loading", "Port of Discharge"))
    body = "".join(f"<div class=row>{''.join(map(box, row))}</div>" for row in rows)
    assert parties_of(read(f"<html><head>{style}</head><body><h1>Sea Waybill Draft</h1>{body}".encode())) == (
        CONSIGNEE, [NOTIFY], "NEW YORK, NY",
    )  # fmt: skip


def test_hidden_words_are_a_doubt_about_the_field_where_they_lie():
    boxes = {**BOXES, "Consignee": f"{CONSIGNEE}<i>EVIL LTD</i>"}
    document = read(a_web_page("<style>i {display:none}</style>", boxes))
    assert document.consignee.text == CONSIGNEE
    assert [(it.kind, it.field, it.texts) for it in document.doubts] == [("hidden", "consignee", ("EVIL LTD",))]


@pytest.mark.parametrize("mark", ["<s>2</s>", "<del>2</del>", "<span style='text-decoration:line-through'>2</span>"])
def test_a_digit_that_is_struck_out_is_a_doubt_about_its_field(mark):
    document = read(a_web_page("", {**BOXES, "Consignee": CONSIGNEE.replace("12 PIER", f"1{mark} PIER")}))
    assert document.consignee.text == CONSIGNEE
    assert [(it.kind, it.field, it.texts) for it in document.doubts] == [("ambiguous", "consignee", ("12 PIER ROAD",))]


def test_reads_a_party_line_by_line_where_every_cell_has_a_border():
    rows = "".join(
        f"<tr><td>{caption if place == 0 else ''}</td><td>{line}</td></tr>"
        for caption, value in BOXES.items() for place, line in enumerate(value.split("\n"))
    )  # fmt: skip
    document = read(f"<html><body><h1>Sea Waybill Draft</h1><table border=1>{rows}</table>".encode())
    assert (document.consignee.text, [it.text for it in document.notify_parties]) == (CONSIGNEE, [NOTIFY])


def test_reads_the_charset_that_the_page_names():
    page = a_web_page("<meta charset='windows-1252'>", {**BOXES, "Consignee": "GÖTEBORG HANDEL AB\nKAJEN 1\nGÖTEBORG"})
    document = read(page.decode("utf-8").encode("cp1252"))
    assert document.consignee.name == "GÖTEBORG HANDEL AB"


def test_a_table_of_legs_is_read():
    rows = "".join("<tr>" + "".join(f"<td>{value}</td>" for value in row) + "</tr>" for row in LEGS)
    legs = read(f"<html><body><h1>Booking Confirmation</h1><table border=1>{rows}</table>".encode()).legs
    assert [(leg.load.locode, leg.discharge.locode) for leg in legs] == [("CNNGB", "SGSIN"), ("SGSIN", "USNYC")]


@pytest.mark.parametrize(
    "start",
    ["<!DOCTYPE html>", "<!doctype HTML PUBLIC 'x'>", "<HTML>", "<body>", "<table>", "<div>", "<!-- x --><html>"],
)
def test_claims_what_begins_as_a_web_page(start):
    assert reader_for(f"{start}<p>CONSIGNEE</p></html>".encode(), "draft") is html


@pytest.mark.parametrize("data", [b"<Waybill/>", b"CONSIGNEE <html>", b"", b"<"])
def test_leaves_the_rest_alone(data):
    assert not html.claims(data)
