"""An Outlook message is read as an e-mail is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docvalidate import read
from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.model.values import Message, Source
from docvalidate.readers import msg, reader_for, shelf
from tests.mail_builders import a_draft, a_paper
from tests.outlook_builders import Tree, a_message, an_enclosed_message, an_enclosure, an_ole

QUICK = ReadSettings(isolate=False)
HEADERS = (
    "From: Documentation Desk <docs@line.example>\r\nSubject: Draft\r\n"
    "Date: Thu, 12 Sep 2024 09:30:00 +0800\r\nMessage-ID: <1@line.example>\r\n"
)


def document_in(message: Tree) -> TransportDocument:
    return read(an_ole(message), name="mail.msg", settings=QUICK)


def source_of(document: TransportDocument) -> Source:
    assert document.consignee is not None and document.consignee.source is not None
    return document.consignee.source


def test_a_draft_that_is_enclosed_is_read_with_its_message() -> None:
    message = a_message(body="Please check.", headers=HEADERS, enclosures=(an_enclosure("draft.pdf", a_paper()),))
    source = source_of(document_in(message))
    assert (source.document, source.message) == (
        "mail.msg: draft.pdf",
        Message(
            sender="Documentation Desk <docs@line.example>",
            date="2024-09-12T09:30:00+08:00",
            id="<1@line.example>",
            subject="Draft",
        ),
    )


def test_a_message_without_headers_says_who_sent_it_by_its_properties() -> None:
    source = source_of(document_in(a_message(enclosures=(an_enclosure("draft.pdf", a_paper()),))))
    assert source.message == Message(sender="Documentation Desk <docs@line.example>", subject="Draft")


def test_a_draft_in_the_text_is_read_there() -> None:
    assert source_of(document_in(a_message(body=a_draft()))).document == "mail.msg: body"


def test_a_message_within_the_message_is_opened() -> None:
    inner = a_message(subject="Inner", enclosures=(an_enclosure("draft.pdf", a_paper()),), within=True)
    source = source_of(document_in(a_message(body="FYI", enclosures=(an_enclosed_message(inner, "Re: draft"),))))
    assert source.message is not None
    assert (source.document, source.message.subject) == ("mail.msg: Re: draft: draft.pdf", "Inner")


def test_a_logo_is_no_candidate() -> None:
    logo = an_enclosure("logo.png", b"\x89PNG\r\n\x1a\n" + bytes(9_000), content_id="logo@line")
    message = a_message(html=b"<p>Hi<img src='cid:logo@line'></p>", enclosures=(logo,))
    with pytest.raises(UnreadableDocument) as caught:
        document_in(message)
    assert (caught.value.reason, "logo" in str(caught.value)) == ("nothing-to-read", False)


def test_a_sealed_message_says_so() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        document_in(a_message(enclosures=(an_enclosure("smime.p7m", b"0\x82\x01\x02" + bytes(99)),)))
    assert str(caught.value) == (
        "mail.msg: no draft in it: "
        "smime.p7m: sealed (S/MIME or PGP): open it in the mail program and save what is in it"
    )


def test_exactly_one_reader_claims_it() -> None:
    assert reader_for(an_ole(a_message()), "mail.msg") is shelf()["msg"]


def test_leaves_a_workbook_to_others() -> None:
    assert not msg.claims(an_ole({"Workbook": bytes(5_000)}))


def test_a_message_that_is_cut_off_is_damaged() -> None:
    whole = an_ole(a_message(body=a_draft(), enclosures=(an_enclosure("draft.pdf", a_paper()),)))
    with pytest.raises(UnreadableDocument):
        msg.read(whole[: len(whole) // 2], "mail.msg", QUICK)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_changed_message_raises_nothing_but_that_it_is_unreadable(data: st.DataObject) -> None:
    inner = a_message(body="inner", within=True)
    enclosures = (an_enclosure("a.txt", b"CONSIGNEE"), an_enclosed_message(inner))
    file = bytearray(an_ole(a_message(body=a_draft(), headers=HEADERS, enclosures=enclosures)))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(file) - 1))
        content = data.draw(st.binary(min_size=1, max_size=8))
        file[at : at + len(content)] = content
    try:
        msg.read(bytes(file), "mail.msg", QUICK)
    except UnreadableDocument as error:
        assert "\n" not in str(error)
