"""One draft comes out of an e-mail, from the newest text or what is enclosed; anything less is said."""

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docvalidate import read
from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.model.values import Message, Source
from docvalidate.readers import eml, reader_for, shelf
from docvalidate.structured.quotes import messages_in, unflowed
from tests.mail_builders import a_draft, a_mail, a_paper
from tests.ubl_builders import a_ubl

QUICK = ReadSettings(isolate=False)
MESSAGE = Message(
    sender="Documentation Desk <docs@line.example>",
    date="2024-09-12T09:30:00+08:00",
    id="<1@line.example>",
    subject="Draft SWTEST001",
)


def document_in(mail: EmailMessage | bytes) -> TransportDocument:
    return read(mail if isinstance(mail, bytes) else mail.as_bytes(), name="mail.eml", settings=QUICK)


def refusal(mail: EmailMessage | bytes) -> tuple[str, str]:
    with pytest.raises(UnreadableDocument) as caught:
        document_in(mail)
    assert "\n" not in str(caught.value)
    return caught.value.reason, str(caught.value)


def source_of(document: TransportDocument) -> Source:
    assert document.consignee is not None and document.consignee.source is not None
    return document.consignee.source


def name_of(document: TransportDocument) -> str | None:
    return document.consignee.name if document.consignee else None


def test_a_draft_that_is_enclosed_is_read_with_the_message_in_every_source() -> None:
    document = document_in(a_mail("Please check.", ("draft.pdf", a_paper(transshipment="NORFOLK, VA"))))
    places = (document.port_of_loading, document.port_of_discharge, *document.transshipment_ports)
    sources = [place.source for place in places if place is not None]
    sources += [party.source for party in (document.consignee, document.shipper, *document.notify_parties) if party]
    assert {(source.document, source.message) for source in sources if source} == {("mail.eml: draft.pdf", MESSAGE)}


def test_a_draft_in_the_text_is_read_there() -> None:
    document = document_in(a_mail(f"Dear all, please see:\n\n{a_draft()}\nBest regards"))
    assert (name_of(document), source_of(document).document) == ("ACME IMPORTS LLC", "mail.eml: body")


@pytest.mark.parametrize(("cte", "charset"), [("quoted-printable", "utf-8"), ("base64", "gb18030"), ("8bit", "utf-8")])
def test_the_text_is_read_however_it_was_packed(cte: str, charset: str) -> None:
    mail = a_mail()
    mail.set_content(a_draft("ACME 收货 LLC"), cte=cte, charset=charset)
    assert "ACME 收货 LLC" in (document_in(mail).consignee or pytest.fail("no consignee")).text


def test_a_flowed_text_has_its_lines_back() -> None:
    assert unflowed("CONSIGNEE: ACME \nIMPORTS LLC\n-- \nJane") == "CONSIGNEE: ACME IMPORTS LLC\n-- \nJane"


def test_the_newest_draft_counts_and_not_the_one_it_answers() -> None:
    old = a_draft("OLD LLC")
    quoted = "\n".join(f"> {line}" for line in old.splitlines())
    below = f"-----Original Message-----\nFrom: A\nSent: Monday\nSubject: Draft\n\n{old}"
    for older in (quoted, below, f"From: A\nSent: Monday, 2 September 2024\nTo: B\nSubject: Draft\n\n{old}"):
        document = document_in(a_mail(f"Revised:\n\n{a_draft('NEW LLC')}\n\n{older}"))
        assert (name_of(document), source_of(document).document) == ("NEW LLC", "mail.eml: body")


def test_a_draft_that_is_only_quoted_is_read_there() -> None:
    document = document_in(a_mail(f"Please check.\n\n-----Original Message-----\n\n{a_draft()}"))
    assert (name_of(document), source_of(document).document) == ("ACME IMPORTS LLC", "mail.eml: body, quoted message")


def test_a_note_that_asks_for_a_change_leaves_the_field_open() -> None:
    mail = a_mail("Please amend the notify party to NEW BROKERS INC.", ("draft.pdf", a_paper()))
    assert [(doubt.kind, doubt.field, doubt.texts) for doubt in document_in(mail).doubts] == [
        ("ambiguous", "notify_party", ("Please amend the notify party to NEW BROKERS INC.",))
    ]


def test_says_nothing_of_a_note_that_tells_what_was_done() -> None:
    mail = a_mail("The notify party's address has been updated as you asked.", ("draft.pdf", a_paper()))
    assert document_in(mail).doubts == ()


def test_from_and_to_on_a_bill_do_not_cut_it() -> None:
    text = "CONSIGNEE: ACME\nFROM: NINGBO\nTO: BALTIMORE\nDATE: 2024-09-12\nNOTIFY PARTY: B"
    assert messages_in(text) == (text,)


def test_two_drafts_that_differ_are_named() -> None:
    mail = a_mail("", ("one.pdf", a_paper()), ("two.pdf", a_paper(discharge="NEW YORK, NY")))
    assert refusal(mail) == (
        "two-drafts",
        "mail.eml: two drafts that differ in port of discharge: one.pdf and two.pdf: check the one that holds",
    )


def test_one_draft_that_states_a_transshipment_port_and_one_that_does_not_differ() -> None:
    mail = a_mail("", ("one.pdf", a_paper()), ("two.pdf", a_paper(transshipment="NORFOLK, VA")))
    assert refusal(mail)[0] == "two-drafts"


def test_the_same_draft_twice_is_one() -> None:
    mail = a_mail("", ("copy.pdf", a_paper()), ("draft.pdf", a_paper()))
    assert source_of(document_in(mail)).document == "mail.eml: copy.pdf"


def test_a_pdf_speaks_before_the_same_draft_in_xml() -> None:
    words = {
        "number": "SWTEST001", "consignee": "ACME LLC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA",
        "discharge": "BALTIMORE, MD", "delivery": "", "notify": "",
    }  # fmt: skip
    mail = a_mail("", ("draft.xml", a_ubl()), ("draft.pdf", a_paper(**words)))
    assert source_of(document_in(mail)).document == "mail.eml: draft.pdf"


def test_other_enclosures_that_are_no_bill_are_passed_over() -> None:
    mail = a_mail("", ("invoice.xml", b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'))
    mail.add_attachment(a_paper(), maintype="application", subtype="pdf", filename="draft.pdf")
    assert document_in(mail).doubts == ()


def test_a_mail_without_a_draft_lists_what_was_looked_at() -> None:
    invoice = b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'
    assert refusal(a_mail("Please find it enclosed.", ("invoice.xml", invoice))) == (
        "nothing-to-read",
        "mail.eml: no draft in it: body: not a bill of lading; invoice.xml: not a bill of lading",
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("papers.zip", b"PK\x03\x04" + bytes(26)),
        ("locked.pdf", b"%PDF-1.7 cut off"),
        ("winmail.dat", b"\x78\x9f\x3e\x22" + bytes(30)),
    ],
)
def test_what_may_be_the_draft_as_well_and_was_not_read_stays_open(name: str, content: bytes) -> None:
    document = document_in(a_mail("", ("draft.pdf", a_paper()), (name, content)))
    assert [(doubt.kind, [source.document for source in doubt.sources]) for doubt in document.doubts] == [
        ("pages_not_read", [f"mail.eml: {name}"])
    ]


def test_a_logo_is_no_candidate() -> None:
    mail = a_mail("See enclosed.", html='<p>See enclosed.</p><img src="cid:logo@line">')
    mail.add_attachment(b"\x89PNG\r\n\x1a\n" + bytes(9_000), maintype="image", subtype="png", cid="<logo@line>")
    mail.add_attachment(b"\xff\xd8\xff" + bytes(900), maintype="image", subtype="jpeg", filename="small.jpg")
    assert refusal(mail)[1].count("png") == refusal(mail)[1].count("jpg") == 0


def test_a_sealed_mail_says_so() -> None:
    mail = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nMIIB"
    assert refusal(mail) == (
        "nothing-to-read",
        "mail.eml: no draft in it: smime.p7m: sealed (S/MIME or PGP): "
        "open it in the mail program and save what is in it",
    )


def test_a_forwarded_mail_is_opened_and_speaks_for_itself() -> None:
    inner = a_mail("", ("draft.pdf", a_paper()))
    outer = a_mail("Forwarded.")
    outer.replace_header("Message-ID", "<2@agent.example>")
    outer.add_attachment(inner, filename="inner.eml")
    source = source_of(document_in(outer))
    assert (source.document, source.message) == ("mail.eml: inner.eml: draft.pdf", MESSAGE)


def test_mails_within_mails_end_somewhere() -> None:
    mail = a_mail("", ("draft.pdf", a_paper()))
    for _ in range(4):
        outer = a_mail("Forwarded.")
        outer.add_attachment(mail, filename="inner.eml")
        mail = outer
    assert refusal(mail)[0] == "nothing-to-read"


def test_a_tower_of_parts_is_too_deep() -> None:
    tower = b"From: a@b.example\nMIME-Version: 1.0\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number) for number in range(3_000)
    )
    assert refusal(tower)[0] in ("too-deep", "nothing-to-read")


def test_a_booking_rides_along_with_the_draft() -> None:
    instruction = a_ubl(root="ForwardingInstructions", stages="")
    mail = a_mail("", ("draft.pdf", a_paper()), ("instruction.xml", instruction))
    papers = eml.papers(mail.as_bytes(), "mail.eml", QUICK)
    assert [paper.kind for paper in papers] == ["sea_waybill", "shipping_instruction"]
    assert document_in(mail).kind == "sea_waybill"


def test_a_paper_of_another_kind_alone_is_what_the_mail_brings() -> None:
    mail = a_mail("", ("instruction.xml", a_ubl(root="ForwardingInstructions", stages="")))
    assert document_in(mail).kind == "shipping_instruction"


def test_the_second_reading_goes_to_the_other_engine() -> None:
    mail = a_mail("", ("draft.pdf", a_paper())).as_bytes()
    second = eml.read(mail, "mail.eml", QUICK, second=True)
    assert name_of(second) == name_of(document_in(mail))


def test_headers_are_read_as_a_person_reads_them() -> None:
    mail = a_mail("", ("draft.pdf", a_paper())).as_bytes()
    mail = mail.replace(b"Draft SWTEST001", "=?utf-8?b?5o+Q5Y2V?= é".encode()).replace(b"Thu, 12", b"Xxx, 99")
    message = source_of(document_in(mail)).message
    assert message is not None and (message.subject, message.date) == ("提单 é", None)


def test_a_name_with_a_way_to_a_folder_is_only_a_name() -> None:
    source = source_of(document_in(a_mail("", ("..\\..\\x\\draft\t1.pdf", a_paper()))))
    assert source.document == "mail.eml: draft 1.pdf"


def test_exactly_one_reader_claims_it() -> None:
    assert reader_for(a_mail().as_bytes(), "mail.eml") is shelf()["eml"]


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_changed_mail_raises_nothing_but_that_it_is_unreadable(data: st.DataObject) -> None:
    mail = a_mail(a_draft(), ("draft.xml", a_ubl()), html="<p>Hi</p>")
    mail.add_attachment(a_mail("inner"), filename="inner.eml")
    file = bytearray(mail.as_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(file) - 1))
        file[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=8))
    try:
        eml.read(bytes(file), "mail.eml", QUICK)
    except UnreadableDocument as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("note", "field"),
    [
        ("Please change the\nnotify party address to 36 SOUTH STREET.", "notify_party"),
        ("Please note the cargo will be transshipped at New York.", "transshipment_port"),
        ("Vessel will now discharge at New York.", "transshipment_port"),
        ("Please amend the POD, see below.", "port_of_discharge"),
        ("The consignee is OTHER BUYER INC.", "consignee"),
    ],
)
def test_a_note_that_tells_of_another_value_leaves_the_field_open(note: str, field: str) -> None:
    mail = a_mail(note, ("draft.pdf", a_paper()))
    assert [doubt.field for doubt in document_in(mail).doubts] == [field]


@pytest.mark.parametrize(
    "note",
    ["Please advise if you wish to change consignee / notify details.", "Please check consignee, notify and ports."],
)
def test_says_nothing_of_what_desks_write_under_every_draft(note: str) -> None:
    assert document_in(a_mail(note, ("draft.pdf", a_paper()))).doubts == ()


def test_a_note_beside_a_draft_in_the_text_leaves_the_field_open() -> None:
    mail = a_mail(f"Please note the cargo will be transshipped at New York.\n\n{a_draft()}")
    assert [doubt.field for doubt in document_in(mail).doubts] == ["transshipment_port"]
