"""An e-mail is known by lines that a mail program writes."""

import pytest

from docvalidate.structured.mail import looks_like_mail, without_envelope

MAIL = b"From: a@b.example\r\nSubject: x\r\nMessage-ID: <1@b.example>\r\n\r\nDear all"


@pytest.mark.parametrize(
    "data",
    [
        MAIL,
        b"\xef\xbb\xbf" + MAIL,
        b"\r\n" + MAIL,
        b"From a@b.example Thu Sep 12 09:30:00 2024\n" + MAIL,
        b"Received: from x\n\tby y; Thu, 12 Sep 2024\nReturn-Path: <a@b.example>\n\n",
        b"From: A <a@b.example>\nDate: Thu, 12 Sep 2024 09:30:00 +0000\n\nDRAFT",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed;\n boundary=x\n\n",
        b"subject: x\nCONTENT-TYPE: text/plain\n\n",
    ],
)
def test_is_a_mail(data: bytes) -> None:
    assert looks_like_mail(data)


@pytest.mark.parametrize(
    "data",
    [
        b"FROM: NINGBO\nTO: BALTIMORE\nDATE: 12 SEP 2024\nSUBJECT: DRAFT\n\nCONSIGNEE: ACME LLC",
        b"FROM: docs@line.example\nTO: x@y.example\nDATE: 2024-09-12\n\nSEA WAYBILL",
        b"SEA WAYBILL\nFrom: a@b.example\nMessage-ID: <1>\n",
        b"PORT OF LOADING: NINGBO\nMessage-ID: <1>\nFrom: x",
        b"From: a@b.example\n\nMessage-ID: <1@b.example>\n",
        b"%PDF-1.7", b"{}", b"<a/>", b"",
    ],
)  # fmt: skip
def test_is_no_mail(data: bytes) -> None:
    assert not looks_like_mail(data)


def test_a_mailbox_line_is_no_part_of_the_message() -> None:
    assert without_envelope(b"From a@b.example Thu Sep 12 09:30:00 2024\n" + MAIL) == MAIL
