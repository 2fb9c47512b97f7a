"""XML that is not read, and XML that must not be: one reader claims it, and says why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docvalidate import read
from docvalidate.errors import UnreadableDocument
from docvalidate.readers import reader_for, shelf, unknown_xml
from docvalidate.structured.xml_file import load
from tests.ubl_builders import a_ubl

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE Waybill [<!ENTITY a "CONSIGNEE ">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
IN_UTF_16 = BOMB.replace('"1.0"', '"1.0" encoding="UTF-16"')


def refusal(data: bytes) -> tuple[str, str]:
    assert reader_for(data, "draft.xml") is shelf()["unknown_xml"]
    with pytest.raises(UnreadableDocument) as caught:
        read(data, name="draft.xml")
    return caught.value.reason, str(caught.value)


def in_a_waybill(doctype: str, value: str) -> bytes:
    file = a_ubl().decode().replace("SWTEST001", value)
    return file.replace('<?xml version="1.0" encoding="UTF-8"?>', doctype).encode()


EVIL = {
    "nested entities": in_a_waybill(BOMB, "&j;"),
    "an external entity": in_a_waybill('<!DOCTYPE Waybill [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"),
    "a parameter entity": in_a_waybill('<!DOCTYPE Waybill [<!ENTITY % x SYSTEM "http://a.example/x.dtd"> %x;]>', "1"),
    "an external subset": in_a_waybill('<!DOCTYPE Waybill SYSTEM "http://a.example/x.dtd">', "1"),
    "an entity within an attribute": in_a_waybill('<!DOCTYPE Waybill [<!ENTITY x "y">]>', "1").replace(
        b"<cac:Shipment>", b"<cac:Shipment a='&x;'>"
    ),
    "a doctype after a comment": in_a_waybill("<!-- <Waybill/> --><?pi x?><!DOCTYPE Waybill []>", "1"),
    "a doctype in UTF-16": in_a_waybill(IN_UTF_16, "&j;").decode().encode("utf-16"),
    "a doctype in UTF-16 without a mark": in_a_waybill(BOMB, "&j;").decode().encode("utf-16-le"),
    "a doctype in small letters of another kind": b"<!DOCTYPE lolz [<!ENTITY lol 'lol'>]><lolz>&lol;</lolz>",
}


@pytest.mark.parametrize("file", EVIL.values(), ids=EVIL)
def test_a_doctype_is_refused(file: bytes) -> None:
    assert refusal(file)[0] == "unsafe-xml"


def test_a_doctype_that_only_the_parser_sees_is_refused() -> None:
    rest = '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-7")
    with pytest.raises(UnreadableDocument) as caught:
        load(b'<?xml version="1.0" encoding="UTF-7"?>' + rest.replace(b"<", b"+ADw-").replace(b"!", b"+ACE-"))
    assert caught.value.reason in ("unsafe-xml", "unknown-charset", "damaged")


def test_a_doctype_that_is_only_spoken_of_does_no_harm() -> None:
    note = "<cbc:Note><![CDATA[<!DOCTYPE html><!ENTITY>]]></cbc:Note>"
    assert read(a_ubl(head=f"<cbc:ID>1</cbc:ID>{note}"), name="draft.xml").number == "1"


def test_an_include_is_not_followed() -> None:
    file = a_ubl(head='<cbc:ID>1</cbc:ID><x:include xmlns:x="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>')
    assert "root:" not in read(file, name="draft.xml").model_dump_json()


def test_a_tower_of_elements_is_too_deep() -> None:
    assert refusal(b"<a>" * 100_000 + b"</a>" * 100_000)[0] == "too-deep"


def test_a_value_without_end_is_too_large() -> None:
    assert refusal(b"<a>" + b"x" * 11_000_000 + b"</a>")[0] == "too-large"


def test_a_file_without_end_is_too_large() -> None:
    assert refusal(b"<a>" + b"<b/>" * 5_000_001 + b"</a>")[0] == "too-large"


@pytest.mark.parametrize(
    ("declared", "charset"), [("UTF-8", "latin-1"), ("no-such-charset", "utf-8"), ("ISO-8859-1", "utf-8")]
)
def test_a_charset_that_is_not_the_declared_one_is_said(declared: str, charset: str) -> None:
    file = f'<?xml version="1.0" encoding="{declared}"?><a>GÖTEBORG</a>'.encode(charset)
    assert refusal(file)[0] == "unknown-charset"


def test_a_charset_of_single_bytes_is_read_where_it_holds() -> None:
    file = '<?xml version="1.0" encoding="ISO-8859-1"?><a>GÖTEBORG</a>'.encode("latin-1")
    assert load(file).text == "GÖTEBORG"


@pytest.mark.parametrize(
    "file", [b"<a><b></a>", b"<?xml version='1.0'?>", b"<a>&nbsp;</a>", b"<a>" + b"b" * 99 + b"\x00</a>"]
)
def test_a_file_that_is_not_well_formed_is_damaged(file: bytes) -> None:
    reason, message = refusal(file)
    assert (reason, message.count("\n")) == ("damaged", 0)


@pytest.mark.parametrize(
    ("file", "reason", "says"),
    [
        (
            b'<UniversalShipment xmlns="http://www.cargowise.com/Schemas/Universal/2011/11"/>',
            "unknown-schema",
            "CargoWise XML (UniversalShipment): not supported without a licensed schema",
        ),
        (
            b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>',
            "not-a-transport-document",
            "a UBL Invoice, and no bill of lading, waybill or forwarding instructions",
        ),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg"/>',
            "not-a-transport-document",
            "a drawing (SVG), and no bill of lading",
        ),
        (
            b'<Waybill xmlns="urn:other"/>',
            "unknown-schema",
            "XML with the root Waybill of urn:other: not a schema that can be read",
        ),
    ],
)
def test_says_which_schema_it_is(file: bytes, reason: str, says: str) -> None:
    assert refusal(file) == (reason, f"draft.xml: {says}")


@pytest.mark.parametrize(
    "file",
    [
        b"<!doctype html><html></html>", b"<HTML lang=en><body>", b"<div>DRAFT</div>", b"<table><tr></tr></table>",
        b"<<< DRAFT >>>\nSEA WAYBILL", b"<DRAFT>\nSEA WAYBILL\nCONSIGNEE: ACME", b"<docs@line.example> wrote:",
        b"CONSIGNEE: ACME </end>", b"{}", b"",
    ],
)  # fmt: skip
def test_leaves_pages_and_plain_text_to_others(file: bytes) -> None:
    assert not unknown_xml.claims(file)


@settings(max_examples=60, deadline=None)
@given(st.text("<>/ab\"'= !?-[]&;:xmlns", max_size=40))
def test_whatever_is_claimed_ends_in_words(text: str) -> None:
    data = text.encode()
    if unknown_xml.claims(data):
        with pytest.raises(UnreadableDocument):
            read(data, name="draft.xml")
