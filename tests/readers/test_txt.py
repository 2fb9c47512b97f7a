"""Print-outs: columns, frames and charsets, by the rules for printed forms; and nothing that another reader knows."""

import pytest

from docvalidate.errors import UnreadableDocument
from docvalidate.readers import reader_for, txt
from tests.office import BOXES, CONSIGNEE, HERE, LEGS, NOTIFY, a_print_out, a_web_page, a_word_file, a_workbook


def read(text, charset="utf-8"):
    return txt.read(text.encode(charset), "draft.txt", HERE)


def parties_of(document):
    return document.consignee.text, [it.text for it in document.notify_parties], document.port_of_discharge.text


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "ascii"])
def test_reads_parties_and_ports_with_their_lines(charset):
    document = read(a_print_out(), charset)
    assert parties_of(document) == (CONSIGNEE, [NOTIFY], "NEW YORK, NY")
    assert (document.consignee.source.path, document.consignee.source.page) == ("line 9 to 11, column 1", None)


def test_reads_two_columns_side_by_side():
    left, right = (
        f"Consignee\n{CONSIGNEE}\n\nPort of Loading\nNINGBO",
        f"Notify Party\n{NOTIFY}\nPort of Discharge\nOSLO",
    )
    rows = zip(left.split("\n"), right.split("\n"), strict=False)
    document = read("SEA WAYBILL DRAFT\n\n" + "\n".join(f"{one:<40}{other}" for one, other in rows))
    assert (document.consignee.text, [it.text for it in document.notify_parties]) == (CONSIGNEE, [NOTIFY])


@pytest.mark.parametrize("colon", ["", ": "])
def test_reads_a_frame_drawn_with_the_keyboard(colon):
    rule = "+" + "-" * 60 + "+"
    lines = [rule, f"|{'DRAFT SEA WAYBILL':^60}|", rule]
    for caption, value in BOXES.items():
        for place, line in enumerate(value.split("\n")):
            lines.append(f"| {caption if place == 0 else '':<20}{colon}{line:<{39 - len(colon)}}|")
        lines.append(rule)
    assert parties_of(read("\n".join(lines))) == (CONSIGNEE, [NOTIFY], "NEW YORK, NY")


def test_reads_chinese_in_its_own_charset():
    text = "海运单草稿\n收货人: 宁波东海贸易有限公司\n通知人: 上海国际货运代理有限公司\n装货港: 宁波\n卸货港: 上海\n"
    document = read(text, "gb18030")
    assert (document.consignee.text, [it.text for it in document.notify_parties]) == (
        "宁波东海贸易有限公司", ["上海国际货运代理有限公司"],
    )  # fmt: skip


def test_reads_separated_values_and_tabs():
    tabs = "\n".join(
        f"{caption if place == 0 else ''}\t{line}\t"
        for caption, value in {"": "SEA WAYBILL DRAFT", **BOXES}.items()
        for place, line in enumerate(value.split("\n"))
    )
    assert parties_of(read(tabs)) == (CONSIGNEE, [NOTIFY], "NEW YORK, NY")


def test_a_table_of_legs_is_read():
    table = "\n".join("".join(f"{value:<14}" for value in row) for row in LEGS)
    legs = read(f"BOOKING CONFIRMATION\nBooking No.: BKG1\n\n{table}").legs
    assert [(leg.load.locode, leg.discharge.locode) for leg in legs] == [("CNNGB", "SGSIN"), ("SGSIN", "USNYC")]


@pytest.mark.parametrize(
    "data",
    [
        b"UNB+UNOA:1+A+B+240912:1200+1'", b"ISA*00*          *00*", b'{"consignee": 1}', b"[1, 2]",
        b"<?xml version='1.0'?><Waybill/>", a_web_page(), a_workbook(), a_word_file(), b"%PDF-1.4 x",
        b"From: a@b.example\nMessage-ID: <1@b.example>\n\nCONSIGNEE", b"{\\rtf1 CONSIGNEE}", b"\x89PNG\r\n\x1a\n",
        b"\0\1\2\3\4", b"   \n", b"MZ\x90\0\3\0",
    ],
)  # fmt: skip
def test_leaves_to_others_what_is_theirs(data):
    assert not txt.claims(data)


@pytest.mark.parametrize("text", ["SEA WAYBILL", "<<< DRAFT >>> SEA WAYBILL", "STORE 12\nCONSIGNEE: ACME", "收货人"])
def test_claims_what_is_text_and_nothing_else(text):
    assert reader_for(text.encode(), "draft.txt") is txt


def test_more_pages_than_allowed_are_refused():
    with pytest.raises(UnreadableDocument) as told:
        read("\f".join(["PAGE"] * 300))
    assert told.value.reason == "too-large"
