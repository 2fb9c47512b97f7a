"""A guide comes in many formats, alone or in a mail; what cannot be read is said, and no page of prose is set aside."""

import io
from email.message import EmailMessage

import pytest

from docvalidate.engines.terms import all_pages_count, is_terms
from docvalidate.guides import read_guide
from docvalidate.limits import ReadSettings
from docvalidate.model import UnreadableDocument

from .builders import ACME, BROKER, HERE, a_text, consignee, marked, notify

GUIDE = f"Routing guide\nVersion 3\n\nConsignee\n{ACME}\n\nNotify party\n{BROKER}\n"


def a_mail(text: str, *enclosed: tuple[str, str]) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "buyer@acme.example", "lily@yunfan.example", "New guide"
    mail["Date"], mail["Message-ID"] = "Tue, 03 Mar 2020 10:00:00 +0000", "<1@acme.example>"
    mail.set_content(text)
    for name, content in enclosed:
        mail.add_attachment(content.encode(), maintype="text", subtype="plain", filename=name)
    return mail.as_bytes()


def test_the_one_enclosure_that_is_a_guide() -> None:
    data = a_mail("Until June keep the old notify party.", ("guide.txt", GUIDE), ("prices.txt", "Item  Price\nA  1\n"))
    guide = read_guide(data, "mail.eml", HERE)
    assert (consignee(guide), notify(guide), str(guide.sent)) == (ACME, [BROKER], "2020-03-03")
    source = guide.lanes[0].consignee.source if guide.lanes[0].consignee else None
    assert source is not None and source.document == "mail.eml: guide.txt"
    # What the mail itself says may change the guide, and is not lost.
    assert marked(guide, "Until June keep the old notify party.")
    assert any("Item" in passage.text for passage in guide.passages)


def test_the_body_where_no_enclosure_is_a_guide() -> None:
    guide = read_guide(a_mail(GUIDE, ("prices.txt", "Item  Price\nA  1\n")), "mail.eml", HERE)
    assert (consignee(guide), guide.title and guide.title.text) == (ACME, "New guide")


def test_two_guides_in_one_mail_are_a_question() -> None:
    with pytest.raises(UnreadableDocument, match=r"brings 2 guides \(a\.txt, b\.txt\)"):
        read_guide(a_mail("See enclosed.", ("a.txt", GUIDE), ("b.txt", GUIDE)), "mail.eml", HERE)


def test_what_is_quoted_stays_text() -> None:
    guide = read_guide(
        a_mail(f"{GUIDE}\nOn Mon, 2 Mar 2020, Lily wrote:\n> Is New York still the transshipment port?\n"), "m", HERE
    )
    assert consignee(guide) == ACME
    assert marked(guide, "Is New York still the transshipment port?")


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\x03" * 50, b'{"a": 1}'])
def test_what_is_no_guide_is_said(data: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        read_guide(data, "guide.bin", HERE)


def test_a_page_in_the_words_of_the_law_counts_like_any_other() -> None:
    clause = (
        "The Carrier shall not be liable for any claims arising from the goods under this clause, whatsoever they be."
    )
    guide = a_text(*([clause] * 40), "Transshipment via New York is not permitted.")
    assert dict(guide.lanes[0].ports)["transshipment"].rule is not None
    assert sum(clause in " ".join(passage.text.split()) for passage in guide.passages) == 40


def test_elsewhere_conditions_of_carriage_are_still_set_aside() -> None:
    terms = "The Carrier shall not be liable for any loss arising from the Goods.\n" * 40
    with all_pages_count():
        assert not is_terms(terms)
    assert is_terms(terms)


def test_a_word_across_the_page_calls_it_a_draft() -> None:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    file = io.BytesIO()
    page = canvas.Canvas(file)
    page.drawString(72, 760, "Routing guide, Version 2")
    page.saveState()
    page.translate(150, 300)
    page.rotate(45)
    page.setFont("Helvetica-Bold", 90)
    page.drawString(0, 0, "DRAFT")
    page.restoreState()
    page.save()
    guide = read_guide(file.getvalue(), "guide.pdf", ReadSettings())
    assert [mark.text for mark in guide.drafts] == ["DRAFT"]


def test_struck_and_hidden_words_and_comments_are_told() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Routing guide", 0)
    document.add_heading("Consignee", 1)
    document.add_paragraph().add_run("OLD HOME LLC").font.strike = True
    for line in ACME.splitlines():
        document.add_paragraph(line)
    document.add_paragraph().add_run("use another one").font.hidden = True
    file = io.BytesIO()
    document.save(file)
    guide = read_guide(file.getvalue(), "guide.docx", HERE)
    assert consignee(guide) == ACME
    assert marked(guide, "OLD HOME LLC") and marked(guide, "use another one")


def test_a_block_that_goes_on_over_the_page_is_open() -> None:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    for after, taken in (("Attn: Receiving, Tel 216-555-0144", False), ("The vendor must pack the goods well.", True)):
        file = io.BytesIO()
        page = canvas.Canvas(file)
        page.drawString(72, 790, "Routing guide")
        for number, line in enumerate(("Consignee:", *ACME.splitlines())):
            page.drawString(72, 130 - 14 * number, line)
        page.showPage()
        page.drawString(72, 700, after)
        page.save()
        guide = read_guide(file.getvalue(), "guide.pdf", HERE)
        assert (consignee(guide) == ACME) is taken
