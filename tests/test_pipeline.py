"""The spine from a file to a report: what is cleared, held or left open, and what a second reading changes."""

import io
import json
from datetime import date
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

import docvalidate
from docvalidate import check, read
from docvalidate.engines import pdfium, plumber
from docvalidate.errors import DocvalidateError, UnknownCustomer, UnknownVersion, UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model import Place, TransportDocument
from docvalidate.readers import reader_for
from docvalidate.readers import shelf as readers
from tests.papers import a_bill, a_pdf, write

ACME = "ACME IMPORTS LLC\n12 PIER ROAD\nBOSTON, MA 02110, USA"
INSTRUCTION = """\
customer: HARBORLINE
title: Vendor shipping procedure
version: "2016-08"
received: 2016-08-20
lanes:
  - name: US East
    consignee: |
      ACME IMPORTS LLC
      12 PIER ROAD
      BOSTON, MA 02110, USA
    notify_parties:
      - |
        HARBOUR BROKERS INC
        7 QUAY STREET
        BOSTON, MA 02110, USA
        TEL +1 617 555 0100
    transshipment: {allowed: [USBAL], forbidden: [USNYC]}
    loading: {allowed: [CNNGB]}
confirmations:
  - {date: 2016-08-22, by: imports@harborline.example, evidence: mail.eml}
"""
NEXT = (
    INSTRUCTION.replace('"2016-08"', '"2016-10"').replace("2016-08-20", "2016-10-01\nsupersedes: '2016-08'")
    .replace("2016-08-22", "2016-10-03").replace("12 PIER ROAD", "14 PIER ROAD")
)  # fmt: skip
THEN = date(2016, 9, 5)
ONCE = ReadSettings(isolate=False, second_reading="never")
DISPUTED = ReadSettings(isolate=False)
ALWAYS = ReadSettings(isolate=False, second_reading="always")
GOOD = a_pdf(a_bill())
WRONG = a_pdf(a_bill(consignee=ACME.replace("12 PIER", "21 PIER")))


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    folder = tmp_path / "instructions"
    folder.mkdir()
    (folder / "2016-08.yaml").write_text(INSTRUCTION, "utf-8")
    (folder / "mail.eml").write_text("Confirmed.", "utf-8")
    return folder


def held_against(registry, draft, *, settings=ONCE, as_of=THEN, **others):
    return check(draft, registry, customer="HARBORLINE", as_of=as_of, settings=settings, **others)


def names(report):
    return [(finding.name, finding.severity, finding.field) for finding in report.findings]


def statuses(report):
    return {check.field: check.status for check in report.checks}


ALL_MATCH = {"consignee": "match", "notify_party": "match", "transshipment_port": "match", "port_of_loading": "match"}
ALL_UNREADABLE = dict.fromkeys(ALL_MATCH, "unreadable")


class Spy:
    """Stands in for the second engine: sees another paper, or fails, and counts how often it is asked."""

    def __init__(self, sees: bytes | Exception) -> None:
        self.sees, self.asked = sees, 0

    def read_pages(self, data, max_pages):
        self.asked += 1
        if isinstance(self.sees, Exception):
            raise self.sees
        yield from pdfium.read_pages(self.sees, max_pages)


@pytest.fixture
def second(monkeypatch):
    """What the second engine sees."""

    def stand_in(sees: bytes | Exception) -> Spy:
        spy = Spy(sees)
        monkeypatch.setattr(plumber, "read_pages", spy.read_pages)
        return spy

    return stand_in


# --- the three verdicts


def test_clears_a_draft_that_agrees_in_every_field(registry):
    report = held_against(registry, GOOD)
    assert (report.verdict, names(report), statuses(report)) == ("cleared", [], ALL_MATCH)
    assert report.instruction.model_dump(exclude={"sha256", "confirmation"}) == {
        "version": "2016-08", "title": "Vendor shipping procedure", "lane": "US East", "received": date(2016, 8, 20),
        "file": "2016-08.yaml",
    }  # fmt: skip
    assert report.instruction.confirmation.date == date(2016, 8, 22)


def test_holds_a_draft_with_one_digit_exchanged(registry):
    report = held_against(registry, WRONG)
    assert (report.verdict, names(report)) == ("held", [("consignee-mismatch", "error", "consignee")])
    assert statuses(report) == {**ALL_MATCH, "consignee": "mismatch"}


def test_clears_nothing_by_silence(registry):
    report = held_against(registry, a_pdf(a_bill(discharge="BALTIMORE, MD", delivery="BALTIMORE, MD")))
    assert (report.verdict, names(report)) == (
        "unverified", [("transshipment-port-not-shown", "unverified", "transshipment_port")],
    )  # fmt: skip


def test_holds_every_draft_where_no_version_was_confirmed(registry):
    (registry / "2016-08.yaml").write_text(INSTRUCTION.partition("confirmations:")[0], "utf-8")
    report = held_against(registry, GOOD)
    assert report.verdict == "held"
    assert "no-confirmed-version" in {finding.name for finding in report.findings}


def test_says_that_nothing_was_required_where_no_version_was_on_file_that_day(registry):
    report = held_against(registry, GOOD, as_of=date(2016, 1, 1))
    assert report.instruction is None
    assert statuses(report) == dict.fromkeys(("consignee", "notify_party", "transshipment_port"), "not_required")
    assert report.verdict == "held"


def test_says_that_no_lane_applies(registry):
    from_hamburg = INSTRUCTION.replace("    consignee: |", "    when: {origin: [DEHAM]}\n    consignee: |")
    (registry / "2016-08.yaml").write_text(from_hamburg, "utf-8")
    report = held_against(registry, GOOD)
    assert (report.verdict, [finding.name for finding in report.findings]) == ("unverified", ["no-lane-applies"])
    assert statuses(report) == dict.fromkeys(("consignee", "notify_party", "transshipment_port"), "not_required")


# --- papers that cannot be read


def a_scan(canvas):
    picture = io.BytesIO(b"P5\n200 300\n255\n" + bytes(200 * 300))
    canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)


def an_invoice(canvas):
    write(canvas, "COMMERCIAL INVOICE", 200, 30, size=16, font="Helvetica-Bold")
    write(canvas, "Invoice No. 5550123\nSold to: ACME IMPORTS LLC\nTotal USD 12,500.00", 40, 100)


UNREADABLE = {
    "no bytes": (b"", "the file has no bytes"),
    "another format": (b"\x89PNG\r\n", "not a format that can be read"),
    "cut off": (GOOD[: len(GOOD) // 2], "cut off before its end"),
    "damaged": (b"%PDF-1.4\nnothing of the kind\nstartxref\n0\n%%EOF", "damaged"),
    "locked": (a_pdf(a_bill(), encrypt=StandardEncryption("secret", ownerPassword="owner")), "locked with a password"),
    "a picture": (a_pdf(a_scan), "pictures without text"),
    "blank": (a_pdf(lambda canvas: None), "no page has any text"),
}


@pytest.mark.parametrize(("data", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_reports_a_draft_that_cannot_be_read_and_leaves_every_field_open(registry, data, reason):
    report = held_against(registry, data)
    assert (report.verdict, report.document, statuses(report)) == ("unverified", None, ALL_UNREADABLE)
    (finding,) = report.findings
    assert (finding.name, finding.severity) == ("document-unreadable", "unverified")
    assert reason in finding.message


def test_says_that_an_invoice_is_no_transport_document(registry):
    report = held_against(registry, a_pdf(an_invoice))
    assert (report.verdict, report.document, statuses(report)) == ("unverified", None, ALL_UNREADABLE)
    (finding,) = report.findings
    assert (finding.name, finding.severity) == ("not-a-transport-document", "unverified")
    assert "COMMERCIAL INVOICE" in finding.message


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (ReadSettings(isolate=False, max_pages=1), "2 pages, and the limit is 1: raise --max-pages"),
        (ReadSettings(isolate=False, max_bytes=100), "and the limit is 100: raise --max-bytes"),
    ],
    ids=["pages", "bytes"],
)
def test_says_which_limit_a_draft_breaks(registry, settings, said):
    report = held_against(registry, a_pdf(a_bill(), a_bill()), settings=settings)
    assert report.verdict == "unverified"
    assert said in report.findings[0].message


def test_leaves_the_three_usual_fields_open_where_the_lane_cannot_be_known(registry):
    two = INSTRUCTION.replace("  - name: US East", "  - {name: None, when: {order_prefix: ['9']}}\n  - name: US East")
    (registry / "2016-08.yaml").write_text(two, "utf-8")
    report = held_against(registry, b"")
    assert statuses(report) == dict.fromkeys(("consignee", "notify_party", "transshipment_port"), "unreadable")


def test_reports_an_unreadable_draft_although_no_version_is_on_file(registry):
    report = held_against(registry, b"", as_of=date(2016, 1, 1))
    assert report.instruction is None
    assert "document-unreadable" in {finding.name for finding in report.findings}


def test_names_a_page_that_is_a_picture_beside_pages_of_text(registry):
    report = held_against(registry, a_pdf(a_bill(), a_scan))
    assert (report.verdict, names(report)) == ("unverified", [("page-not-read", "unverified", None)])
    assert report.findings[0].source.page == 2


# --- supporting papers


def a_booking(*rows: str):
    def draw(canvas):
        write(canvas, "BOOKING CONFIRMATION", 200, 30, size=14, font="Helvetica-Bold")
        write(canvas, "Booking No.: BKG5550001", 40, 70)
        for x, head in ((40, "From"), (200, "To"), (360, "Vessel")):
            write(canvas, head, x, 120)
        for row, text in enumerate(rows):
            for x, cell in zip((40, 200, 360), text.split(" > "), strict=True):
                write(canvas, cell, x, 135 + 14 * row)

    return draw


def test_reads_the_route_from_a_booking(registry):
    legs = ("NINGBO, CHINA > NEW YORK, NY > MAREN EXAMPLE", "NEW YORK, NY > BALTIMORE, MD > MV FEEDER")
    booking = a_pdf(a_booking(*legs))
    draft = a_pdf(a_bill(discharge="BALTIMORE, MD", delivery="BALTIMORE, MD"))
    report = held_against(registry, draft, supporting=(booking,))
    assert [paper.kind for paper in report.supporting] == ["booking_confirmation"]
    assert (report.verdict, statuses(report)["transshipment_port"]) == ("held", "mismatch")
    assert {name for name, *_ in names(report)} >= {"transshipment-port-forbidden"}


def test_takes_a_supporting_paper_that_was_read_before(registry):
    port = Place(text="BALTIMORE, MD", locode="USBAL")
    paper = TransportDocument(kind="booking_confirmation", transshipment_ports=(port,))
    report = held_against(registry, GOOD, supporting=(paper,))
    assert report.supporting == (paper,)


def test_names_a_supporting_paper_that_cannot_be_read(registry, tmp_path):
    path = tmp_path / "booking.pdf"
    path.write_bytes(b"%PDF-1.4 cut")
    report = held_against(registry, GOOD, supporting=(path,))
    assert (report.verdict, report.supporting, statuses(report)) == ("unverified", (), ALL_MATCH)
    (finding,) = report.findings
    assert finding.name == "document-unreadable"
    assert "booking.pdf: the file is cut off before its end" in finding.message


# --- the second reading


def test_asks_nobody_again_where_nothing_is_disputed(registry, second):
    spy = second(WRONG)
    assert held_against(registry, GOOD, settings=DISPUTED).verdict == "cleared"
    assert spy.asked == 0


def test_asks_nobody_again_where_it_is_told_not_to(registry, second):
    spy = second(GOOD)
    assert names(held_against(registry, WRONG)) == [("consignee-mismatch", "error", "consignee")]
    assert spy.asked == 0


def test_accuses_nobody_where_the_second_reading_disagrees(registry, second):
    second(GOOD)
    report = held_against(registry, WRONG, settings=DISPUTED)
    assert statuses(report)["consignee"] == "unreadable"
    assert (report.verdict, names(report)) == ("unverified", [("field-ambiguous", "unverified", "consignee")])
    assert report.findings[0].found == f"{ACME.replace('12 PIER', '21 PIER')} | {ACME}"


def test_accuses_where_both_readings_agree(registry, second):
    spy = second(WRONG)
    report = held_against(registry, WRONG, settings=DISPUTED)
    assert names(report) == [("consignee-mismatch", "error", "consignee")]
    assert spy.asked == 1


@pytest.mark.parametrize("fault", [UnreadableDocument("no"), UnreadableDocument("slow", "timeout")], ids=str)
def test_lets_the_first_reading_stand_where_the_second_fails(registry, second, fault):
    spy = second(fault)
    assert names(held_against(registry, WRONG, settings=DISPUTED)) == [("consignee-mismatch", "error", "consignee")]
    assert spy.asked == 1


def test_reads_the_fields_behind_an_inferred_port_again(registry, second):
    second(GOOD)
    report = held_against(registry, a_pdf(a_bill(discharge="NEW YORK, NY")), settings=DISPUTED)
    asked = {(name, field) for name, _, field in names(report)}
    assert asked >= {("field-ambiguous", "transshipment_port"), ("field-ambiguous", "port_of_discharge")}
    assert report.verdict != "cleared"


def test_accuses_no_port_on_which_the_second_reading_disagrees(registry, second):
    second(GOOD)
    report = held_against(registry, a_pdf(a_bill(loading="SHANGHAI, CHINA")), settings=DISPUTED)
    assert statuses(report)["port_of_loading"] == "unreadable"
    assert names(report) == [("field-ambiguous", "unverified", "port_of_loading")]


def test_always_reading_twice_finds_what_the_first_reading_would_have_cleared(registry, second):
    spy = second(WRONG)
    report = held_against(registry, GOOD, settings=ALWAYS)
    assert (report.verdict, names(report)) == ("unverified", [("field-ambiguous", "unverified", "consignee")])
    assert spy.asked == 1


def test_a_disputed_document_that_was_read_before_is_read_again_from_its_bytes(registry, second):
    document = read(WRONG, settings=ONCE)
    second(GOOD)
    report = held_against(registry, document, settings=DISPUTED)
    assert names(report) == [("field-ambiguous", "unverified", "consignee")]


def test_a_document_without_its_bytes_is_judged_as_it_is(registry, second):
    document = TransportDocument.model_validate_json(read(WRONG, settings=ONCE).model_dump_json())
    spy = second(GOOD)
    assert names(held_against(registry, document, settings=DISPUTED)) == [("consignee-mismatch", "error", "consignee")]
    assert spy.asked == 0


def test_a_format_that_can_be_read_in_one_way_only_is_read_once(registry, second, monkeypatch):
    monkeypatch.setattr(reader_for(GOOD, "draft.pdf"), "SECOND_READING", False)
    spy = second(GOOD)
    assert names(held_against(registry, WRONG, settings=ALWAYS)) == [("consignee-mismatch", "error", "consignee")]
    assert spy.asked == 0


def test_both_engines_read_the_same_bill_alike():
    document = read(GOOD, settings=ALWAYS)
    assert document.doubts == ()


# --- what may be handed in, and what comes out


def test_takes_bytes_paths_names_and_open_files(tmp_path):
    path = tmp_path / "draft.pdf"
    path.write_bytes(GOOD)
    with path.open("rb") as file:
        documents = [read(it, settings=ONCE) for it in (path, str(path), file)]
    assert documents == [read(GOOD, name="draft.pdf", settings=ONCE)] * 3
    assert documents[0].file == "draft.pdf"
    assert {paper.source.document for paper in (documents[0].consignee, documents[0].port_of_loading)} == {"draft.pdf"}


def test_calls_bytes_and_nameless_files_a_document():
    assert read(GOOD, settings=ONCE).file == "document"
    assert read(io.BytesIO(GOOD), settings=ONCE).file == "document"


def test_remembers_the_bytes_but_does_not_print_them():
    document = read(GOOD, settings=ONCE)
    assert document.remembered == GOOD
    assert "remembered" not in document.model_dump() and "_bytes" not in document.model_dump_json()


def test_raises_where_there_is_no_such_file(tmp_path, registry):
    with pytest.raises(DocvalidateError, match=r"missing\.pdf: No such file"):
        read(tmp_path / "missing.pdf")
    with pytest.raises(DocvalidateError, match=r"missing\.pdf: No such file"):
        held_against(registry, tmp_path / "missing.pdf")
    with pytest.raises(DocvalidateError, match=r"missing\.pdf: No such file"):
        held_against(registry, GOOD, supporting=(tmp_path / "missing.pdf",))


def test_raises_where_a_paper_read_by_itself_cannot_be_read(tmp_path):
    path = tmp_path / "draft.pdf"
    path.write_bytes(GOOD[:500])
    with pytest.raises(UnreadableDocument, match=r"draft\.pdf: the file is cut off") as told:
        read(path, settings=ONCE)
    assert told.value.reason == "truncated"


def test_a_message_names_the_file_once(tmp_path):
    path = tmp_path / "draft.pdf"
    path.write_bytes(b"")
    with pytest.raises(UnreadableDocument) as told:
        read(path, settings=ONCE)
    assert str(told.value).count("draft.pdf") == 1


def test_raises_for_a_customer_or_version_that_is_not_on_file(registry):
    with pytest.raises(UnknownCustomer):
        check(GOOD, registry, customer="NOBODY", as_of=THEN, settings=ONCE)
    with pytest.raises(UnknownVersion):
        held_against(registry, GOOD, version="1999")


def test_takes_a_registry_that_is_open_already(registry):
    assert held_against(docvalidate.Registry(registry), GOOD) == held_against(str(registry), GOOD)


def test_gives_the_same_bytes_for_the_same_input(registry):
    reports = [held_against(registry, WRONG).model_dump_json() for _ in range(2)]
    assert reports[0] == reports[1]
    assert json.loads(reports[0])["schema"] == "docvalidate/report/1"


def test_a_check_can_be_replayed_as_of_a_day_in_the_past(registry):
    before = held_against(registry, GOOD)
    (registry / "2016-10.yaml").write_text(NEXT, "utf-8")
    assert held_against(registry, GOOD) == before
    later = held_against(registry, GOOD, as_of=date(2016, 10, 5))
    assert (later.verdict, later.instruction.version) == ("held", "2016-10")
    assert ("outdated-value", "error", "consignee") in names(later)


def test_checks_as_of_today_by_default(registry):
    today = check(GOOD, registry, customer="HARBORLINE", settings=ONCE).as_of
    assert (date.today() - today).days in (0, 1)


def test_speaks_the_language_that_is_asked_for(registry):
    english, chinese = (held_against(registry, WRONG, language=language).findings[0] for language in ("en", "zh"))
    assert english.message.isascii()
    assert "收货人" in chinese.message
    unworded = [finding.model_dump(exclude={"message", "advice"}) for finding in (english, chinese)]
    assert unworded[0] == unworded[1]


def test_a_waiver_of_the_order_lets_its_one_deviation_pass(registry):
    waived = INSTRUCTION + (
        "waivers:\n  - {order: PO-1, field: transshipment_port, accepted: USNYC, date: 2016-09-02, "
        "by: imports@harborline.example, evidence: mail.eml}\n"
    )
    confirmed = waived.replace("evidence: mail.eml}\nw", "evidence: mail.eml, order: PO-1}\nw")
    (registry / "2016-08.yaml").write_text(confirmed, "utf-8")
    draft = a_pdf(a_bill(discharge="NEW YORK, NY"))
    report = held_against(registry, draft, order="PO-1")
    assert statuses(report)["transshipment_port"] == "waived"
    assert report.verdict == "cleared"
    assert held_against(registry, draft, order="PO-2").verdict == "held"


# --- the shelf of readers


def test_a_file_is_claimed_by_its_content_and_not_by_its_name():
    assert reader_for(b"mail gateway header\n" + GOOD, "draft.txt") is readers()["pdf"]
    assert reader_for(b"\x89PNG\r\n\x1a\n" + bytes(2000), "draft.pdf") is readers()["image"]
