"""UN/EDIFACT: what a person reads in the message, and what a person must be asked."""

import pytest

from docvalidate.compare.routing import is_direct, transshipment_ports
from docvalidate.errors import UnreadableDocument
from docvalidate.model import Doubt, Party, Place, Source, TransportDocument
from docvalidate.readers import edifact

from .messages import (
    CONSIGNEE,
    DELIVERY,
    LOADING,
    NOTIFY_1,
    WHOLE,
    bill,
    codes,
    interchange,
    read_edifact,
    told,
)


def why(text: str) -> tuple[str, str]:
    with pytest.raises(UnreadableDocument) as caught:
        read_edifact(text)
    return caught.value.reason, str(caught.value)


def test_a_bill_is_read_with_the_place_of_each_value() -> None:
    document = read_edifact(
        bill(
            "RFF+BN:HLX5550177", "RFF+ON:PO-44718", DELIVERY, "LOC+88+CNNGB:139:6:NINGBO CFS",
            "TDT+20+117W+1++LINE:172:182+++9700002::11:ATLANTIC HERON", NOTIFY_1,
            "CTA+IC+:DANA REED", "COM+?+1 410 555 0134:TE", "COM+docs@chesapeake.example:EM", "RFF+GN:EIN 52-5550134",
        )
    )  # fmt: skip
    assert document.model_dump(exclude_defaults=True) == TransportDocument(
        kind="bill_of_lading",
        number="LINE5550134",
        booking_number="HLX5550177",
        references=("PO-44718",),
        shipper=Party(
            text="NINGBO LANTERN WORKS CO LTD\n88 ZHONGSHAN ROAD\nNINGBO, ZJ 315000, CHINA",
            name="NINGBO LANTERN WORKS CO LTD",
            address=("88 ZHONGSHAN ROAD", "NINGBO, ZJ 315000, CHINA"),
            country="CN",
            postal_code="315000",
            source=Source(document="bill.edi", path="NAD+CZ (segment 6)", caption="Consignor"),
        ),
        consignee=Party(
            text="HARBORLINE IMPORTS LLC\n2401 BROENING HIGHWAY\nSUITE 210\nBALTIMORE, MD 21224, USA",
            name="HARBORLINE IMPORTS LLC",
            address=("2401 BROENING HIGHWAY", "SUITE 210", "BALTIMORE, MD 21224, USA"),
            country="US",
            postal_code="21224",
            source=Source(document="bill.edi", path="NAD+CN (segment 7)", caption="Consignee"),
        ),
        notify_parties=(
            Party(
                text="CHESAPEAKE CUSTOMS BROKERS INC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA\nATTN DANA REED\n"
                "TEL +1 410 555 0134\nEMAIL docs@chesapeake.example\nEIN 52-5550134",
                name="CHESAPEAKE CUSTOMS BROKERS INC",
                address=("100 LIGHT STREET", "BALTIMORE, MD 21202, USA"),
                country="US",
                postal_code="21202",
                phones=("+14105550134",),
                emails=("DOCS@CHESAPEAKE.EXAMPLE",),
                tax_ids=("EIN 52-5550134",),
                source=Source(document="bill.edi", path="NAD+N1 (segment 13)", caption="Notify party no. 1"),
            ),
        ),
        place_of_receipt=Place(
            text="NINGBO CFS",
            locode="CNNGB",
            source=Source(document="bill.edi", path="LOC+88 (segment 11)", caption="Place of receipt"),
        ),
        port_of_loading=Place(
            text="NINGBO",
            locode="CNNGB",
            source=Source(document="bill.edi", path="LOC+9 (segment 4)", caption="Place/port of loading"),
        ),
        port_of_discharge=Place(
            text="NEW YORK",
            locode="USNYC",
            source=Source(document="bill.edi", path="LOC+11 (segment 5)", caption="Place/port of discharge"),
        ),
        place_of_delivery=Place(
            text="BALTIMORE",
            locode="USBAL",
            source=Source(document="bill.edi", path="LOC+7 (segment 10)", caption="Place of delivery"),
        ),
        vessel="ATLANTIC HERON",
        voyage="117W",
        file="bill.edi",
    ).model_dump(exclude_defaults=True)


@pytest.mark.parametrize(
    ("kind", "first", "expected"),
    [
        ("IFTMCS", "BGM+705+X1+9", ("bill_of_lading", None)),
        ("IFTMCS", "BGM+710+X1+9", ("sea_waybill", None)),
        ("IFTMCS", "BGM+714+X1+9", ("bill_of_lading", "house")),
        ("IFTMCS", "BGM+703+X1+9", ("sea_waybill", "house")),
        ("IFTMCS", "BGM+704+X1+9", ("bill_of_lading", "master")),
        ("IFTMCS", "BGM++X1+9", ("unknown", None)),
        ("IFTMIN", "BGM+340+X1+9", ("shipping_instruction", None)),
        ("IFTMBC", "BGM+770+X1+9", ("booking_confirmation", None)),
        ("IFTMAN", "BGM+781+X1+9", ("arrival_notice", None)),
    ],
)
def test_the_kind_is_that_of_message_and_document_name(kind: str, first: str, expected: tuple[str, str | None]) -> None:
    document = read_edifact(interchange(first, LOADING, CONSIGNEE, kind=kind))
    assert (document.kind, document.bill) == expected


@pytest.mark.parametrize("kind", ["CUSCAR", "INVOIC", "IFTMBF", "IFTSTA"])
def test_a_message_of_another_kind_is_refused(kind: str) -> None:
    reason, text = why(interchange("BGM+85+X1+9", CONSIGNEE, kind=kind))
    assert (reason, kind in text) == ("not-a-transport-document", True)


@pytest.mark.parametrize("code", ["740", "730", "720"])
def test_the_consignment_note_of_another_mode_is_refused(code: str) -> None:
    assert why(bill(first=f"BGM+{code}+X1+9"))[0] == "not-a-transport-document"


def test_two_bills_in_one_file_are_named_and_not_read() -> None:
    message = "UNH+1+IFTMCS:D:99B:UN'BGM+705+{}+9'UNT+3+1'"
    text = "UNB+UNOC:3+A+B+261126:1040+7'" + message.format("X1") + message.format("X2") + "UNZ+2+7'"
    assert why(text) == ("two-drafts", "2 papers in one file (IFTMCS X1, IFTMCS X2): give each its own")


@pytest.mark.parametrize("function", ["1", "3"])
def test_a_message_that_withdraws_a_bill_is_no_bill(function: str) -> None:
    assert why(bill(first=f"BGM+705+X1+{function}"))[0] == "nothing-to-read"


@pytest.mark.parametrize(
    ("first", "text", "draft"),
    [
        ("BGM+705+X1+9", "FTX+AAI+++SHIPPED IN GOOD ORDER", None),
        ("BGM+705+X1+5", "FTX+AAI+++SHIPPED IN GOOD ORDER", None),
        ("BGM+705+X1+46", "FTX+AAI+++SHIPPED IN GOOD ORDER", True),
        ("BGM+705+X1+9", "FTX+AAI+++DRAFT FOR APPROVAL", True),
        ("BGM+705:::DRAFT BILL OF LADING+X1+9", "FTX+AAI+++SHIPPED", True),
        ("BGM+705+X1+9", "FTX+AAI+++TELEX RELEASE", False),
        ("BGM+705+X1+9", "FTX+AAA+++DRAFT BEER DISPENSERS", None),
    ],
)
def test_a_draft_is_what_is_called_one(first: str, text: str, draft: bool | None) -> None:
    assert read_edifact(bill(text, first=first)).draft is draft


def test_a_change_is_read_as_the_whole_bill_and_told() -> None:
    text = "BGM 1225 4 (change), read as the whole paper"
    assert told(read_edifact(bill(first="BGM+705+X1+4"))) == [("convention", None, (text,))]


def test_a_wrong_count_keeps_the_verdict_open() -> None:
    text = bill(NOTIFY_1).replace("UNT+8", "UNT+9")
    source = Source(document="bill.edi", path="UNT+9 (segment 9)")
    assert read_edifact(text).doubts == (
        Doubt(kind="pages_not_read", texts=("UNT counts 9 segments, there are 8",), sources=(source,)),
    )


@pytest.mark.parametrize(("level", "charset"), [("UNOC:3", "latin_1"), ("UNOY:4", "utf-8"), ("UNOD:3", "iso8859_2")])
def test_the_charset_is_the_one_that_unb_names(level: str, charset: str) -> None:
    name = "DŁUGA SPÓŁKA" if charset == "iso8859_2" else "GÖTEBORGS LJUS AB"
    text = interchange("BGM+705+X1+9", f"NAD+CN++{name}", level=level)
    consignee = read_edifact(text.encode(charset)).consignee
    assert consignee is not None and consignee.text == name


def test_two_numbers_of_one_bill_are_told() -> None:
    document = read_edifact(bill("RFF+BM:OTHER1"))
    assert (document.number, document.references) == ("LINE5550134", ("OTHER1",))
    assert told(document) == [("convention", "number", ("BGM: LINE5550134", "RFF+BM: OTHER1"))]


def test_a_message_without_an_interchange_around_it_is_read() -> None:
    text = bill().split("'", 1)[1].rpartition("UNZ")[0]
    assert read_edifact(text) == read_edifact(bill()).model_copy(
        update={
            field: _one_up(getattr(read_edifact(bill()), field))
            for field in ("shipper", "consignee", "port_of_loading", "port_of_discharge")
        }
    )


def _one_up(value: Party | Place) -> Party | Place:
    assert value.source is not None and value.source.path is not None
    number = int(value.source.path.rpartition(" ")[2].rstrip(")"))
    path = value.source.path.replace(str(number), str(number - 1))
    return value.model_copy(update={"source": value.source.model_copy(update={"path": path})})


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"UNANIMOUS CONSENT", b"UNBOXED", b"ISA*00*", b"", b"{}", b"UNA is a word"]
)
def test_claims_nothing_else(data: bytes) -> None:
    assert not edifact.claims(data)


@pytest.mark.parametrize("data", [b"UNA:+.? 'UNB+", b"\xef\xbb\xbfUNB+UNOA:2", b"\nUNH+1+IFTMCS", b"UNA:+.? '\nUNB+"])
def test_claims_a_damaged_file_too(data: bytes) -> None:
    assert edifact.claims(data)


def test_the_plan_of_a_whole_message_is_told_once() -> None:
    document = read_edifact(WHOLE)
    assert codes(transshipment_ports(document, ())) == ["KRPUS"]
    assert not is_direct(document.legs)
