"""What a paper says of itself: its kind, whether it is a draft, whose bill it is, and the instruction it follows."""

import pytest

from docvalidate.layout.fields import read_sheet
from docvalidate.layout.titles import bill_of, citations_of, draft_marks, kind_of, other_paper
from docvalidate.model import Citation, Source
from tests.sheets import a_page, put


def a_sheet(*lines, size=10.0, marks=(), top=30.0):
    """A page with these lines under each other."""
    page = a_page(*(put(text, 200, top + 40 * row, size=size) for row, text in enumerate(lines)))
    return read_sheet(page._replace(marks=marks))


KINDS = {
    "sea_waybill": [
        "SEA WAYBILL", "NON-NEGOTIABLE WAYBILL", "Ocean Waybill", "HOUSE SEAWAYBILL", "SWB", "海运单", "海運單",
        "Seefrachtbrief",
        "EXPRESS SEA WAYBILL - DRAFT", "Multimodal Transport Waybill", "LINEWAYBILL", "GENWAYBILL",
        "Lettre de transport maritime",
    ],
    "bill_of_lading": [
        "BILL OF LADING", "Bill of Lading for Ocean Transport or Multimodal Transport", "HOUSE B/L", "DRAFT B/L",
        "NEGOTIABLE FIATA MULTIMODAL TRANSPORT BILL OF LADING", "FBL", "提单", "提單", "提单确认件", "提单样本",
        "Konnossement",
        "Conocimiento de embarque", "Conhecimento de Embarque", "Connaissement", "Polizza di carico", "Konşimento",
        "CHECK B/L",
    ],
    "booking_confirmation": [
        "BOOKING CONFIRMATION", "Booking Acknowledgement", "订舱确认", "Buchungsbestätigung",
        "Confirmación de reserva",
        "Confirmation de réservation", "Rezervasyon teyidi",
    ],
    "shipping_instruction": ["SHIPPING INSTRUCTION", "托运单", "补料", "Instrucciones de embarque"],
    "arrival_notice": ["ARRIVAL NOTICE", "Notice of Arrival", "到货通知", "Aviso de chegada", "Ankunftsanzeige"],
    "unknown": ["COMMERCIAL INVOICE", "DRAFT", "ACME IMPORTS LLC"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "title"), [(kind, title) for kind, titles in KINDS.items() for title in titles])
def test_tells_the_kind_by_the_title(kind, title):
    assert kind_of([a_sheet(title, size=16)]) == kind


def test_a_waybill_that_cites_the_conditions_of_the_bill_is_a_waybill():
    assert kind_of([a_sheet("SEA WAYBILL", "Bill of Lading conditions", size=16)]) == "sea_waybill"


def test_the_largest_title_decides():
    page = a_page(put("BOOKING CONFIRMATION", 200, 30, size=18), put("Sea Waybill requested", 40, 300, size=8))
    assert kind_of([read_sheet(page)]) == "booking_confirmation"
    page = a_page(put("BILL OF LADING", 200, 30, size=18), put("Booking confirmation to follow", 40, 300, size=8))
    assert kind_of([read_sheet(page)]) == "bill_of_lading"


def test_a_value_in_a_box_is_no_title():
    box = ((40, 100, 300, 200),)
    page = a_page(put("Description of goods", 42, 102, size=6), put("SEA WAYBILL FORMS", 42, 112), boxes=box)
    assert kind_of([read_sheet(page)]) == "unknown"


# --- papers of another trade


@pytest.mark.parametrize(
    "title",
    ["COMMERCIAL INVOICE", "Proforma Invoice", "PACKING LIST", "Quotation", "AIR WAYBILL", "Air Waybill - Draft",
    "发票", "装箱单", "Certificate of Origin"],
)  # fmt: skip
def test_names_the_title_of_another_paper(title):
    assert other_paper([a_sheet(title, size=16)]) == title


@pytest.mark.parametrize(
    "text", ["SEA WAYBILL", "ACME INVOICING LTD", "Please send the invoice together with your packing list"]
)
def test_takes_no_other_words_for_such_a_title(text):
    assert other_paper([a_sheet(text)]) is None


def test_takes_no_words_far_down_the_page_for_a_title():
    assert other_paper([a_sheet("COMMERCIAL INVOICE", top=500)]) is None


# --- draft marks


DRAFTS = (
    "DRAFT", "DRAFT COPY", "Draft", "PROFORMA", "PRO-FORMA", "VERIFY COPY", "PROOF READ", "PROOFREAD", "CHECK B/L",
    "NOT FOR RELEASE",
    "SPECIMEN", "提单样本", "提单确认件", "格式单", "草稿", "对单", "D R A F T", "SEA WAYBILL - DRAFT",
    "DRAFT BILL OF LADING",
    "ENTWURF", "BORRADOR", "RASCUNHO", "BROUILLON", "BOZZA", "TASLAK", "*** DRAFT ***", "<DRAFT>",
    "DRAFT ONLY - NOT FOR RELEASE",
    "draft_v2",
)  # fmt: skip
ISSUED = (
    "ORIGINAL", "COPY NON NEGOTIABLE", "COPY NON-NEGOTIABLE", "EXPRESS RELEASE", "TELEX RELEASE", "SURRENDERED",
    "电放", "1ST ORIGINAL",
    "ORIGINAL BILL OF LADING", "Telex released", "NON-NEGOTIABLE COPY", "THIRD ORIGINAL",
)  # fmt: skip
NEITHER = (
    "DRAFTSMAN STREET 4", "ORIGINAL EXAMPLE WARES LTD", "SEA WAYBILL", "NON-NEGOTIABLE", "ORIGINALS: THREE",
    "PROFORMA INVOICE",
    "DRAUGHT 12 M", "OVERDRAFT",
)  # fmt: skip


@pytest.mark.parametrize("mark", DRAFTS)
def test_knows_the_marks_of_a_draft(mark):
    assert draft_marks([a_sheet(mark)]) == (True, (mark,))


@pytest.mark.parametrize("mark", ISSUED)
def test_knows_the_marks_of_an_issued_bill(mark):
    assert draft_marks([a_sheet(mark)]) == (False, (mark,))


@pytest.mark.parametrize("text", NEITHER)
def test_takes_other_words_for_neither(text):
    assert draft_marks([a_sheet(text)]) == (None, ())


@pytest.mark.parametrize("marks", [("DRAFT",), ("DRAFT", "COPY"), ("D", "R", "A", "F", "T"), ("VERIFY", "COPY")])
def test_reads_watermarks_whole_in_words_or_in_letters(marks):
    assert draft_marks([a_sheet("BILL OF LADING", marks=marks)])[0] is True


def test_a_draft_that_is_to_be_released_by_telex_is_a_draft():
    assert draft_marks([a_sheet("DRAFT", "TELEX RELEASE")]) == (True, ("DRAFT",))


def test_names_a_mark_once_however_often_it_stands_there():
    assert draft_marks([a_sheet("DRAFT", "DRAFT"), a_sheet("DRAFT")]) == (True, ("DRAFT",))


def test_prose_that_speaks_of_drafts_marks_nothing():
    words = "We ask you to check the draft of the bill of lading with care and to return it to us in time"
    assert draft_marks([a_sheet(words, size=4)]) == (None, ())


# --- house or master


@pytest.mark.parametrize(
    ("text", "bill"),
    [
        ("HOUSE BILL OF LADING", "house"), ("HBL No.: 555", "house"), ("House Sea Waybill", "house"),
        ("分单号", "house"),
        ("MASTER BILL OF LADING", "master"), ("MBL", "master"), ("Master B/L No.", "master"), ("主单号", "master"),
        ("SEA WAYBILL", None), ("WAREHOUSE BILLING LTD", None), ("MASTER OF THE VESSEL", None),
    ],
)  # fmt: skip
def test_tells_house_from_master_where_the_paper_does(text, bill):
    assert bill_of([a_sheet(text)]) == bill


def test_two_words_settle_nothing():
    assert bill_of([a_sheet("HOUSE BILL OF LADING", "Master B/L No. 555")]) is None


# --- the instruction cited


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("AS PER ROUTING GUIDE VERSION 2014-03", "2014-03"),
        ("Shipping instruction rev. C applies", "C"),
        ("VENDOR SHIPPING PROCEDURE 2016-08", "2016-08"),
        ("Your routing guide, edition 3.1", "3.1"),
        ("CUSTOMER ROUTING INSTRUCTIONS V.7", "7"),
        ("routing guide no. 12", "12"),
        ("Harborline vendor compliance manual (rev 4)", "4"),
        ("Routing Guide #2014-03", "2014-03"),
        ("出货指引 第3版", "3"),
        ("客户指引 版本 2014-03", "2014-03"),
        ("Versandanweisung Fassung 2014", "2014"),
    ],
)
def test_reads_the_version_of_the_instruction_that_is_cited(text, version):
    sheet = a_sheet(text)
    source = Source(document="draft.pdf", page=1, box=sheet.runs[0].box)
    assert citations_of([sheet], "draft.pdf") == (Citation(text=text, version=version, source=source),)


def test_reads_a_citation_that_goes_on_in_the_next_line():
    page = a_page(put("AS PER ROUTING GUIDE", 42, 100), put("VERSION 2014-03", 42, 112))
    (told,) = citations_of([read_sheet(page)], "draft.pdf")
    assert (told.text, told.version) == ("AS PER ROUTING GUIDE VERSION 2014-03", "2014-03")


@pytest.mark.parametrize(
    "text",
    ["ROUTING GUIDE", "AS PER SHIPPER'S INSTRUCTIONS", "VERSION 2014-03", "SHIPPING INSTRUCTION", "ROUTE 66"],
)
def test_sees_no_citation_where_no_version_is_named(text):
    assert citations_of([a_sheet(text)], "draft.pdf") == ()
