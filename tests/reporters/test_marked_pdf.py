"""The marked draft: every mark is seen where its finding stands, in two viewers, and the draft is untouched."""

import io
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from PIL import Image, ImageDraw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from docvalidate.model import DocvalidateError, Finding, Report, Source, TransportDocument
from docvalidate.pipeline import check, read
from docvalidate.registry import Registry
from docvalidate.reporters.as_pdf import render
from docvalidate.reporters.pdf_marks import SEVERITIES, VERDICTS
from docvalidate.reporters.pdf_update import BrokenPdf, Update
from tests.locked_papers import by_aes
from tests.papers import a_bill, a_pdf, write
from tests.viewers import SCALE, VIEWERS, Pixels, Viewer, by_pdfium, complaints, whereabouts, words

SAMPLES = Path(__file__).parents[2] / "sample_docs"
FOUNDING = SAMPLES / "founding-case"
NOTIFY = "HARBOUR BROKERS INC"
both_viewers = pytest.mark.parametrize("seen", VIEWERS.values(), ids=VIEWERS)


def a_finding(source: Source | None, severity: str = "error", **others: str) -> Finding:
    known = {"code": "DV101", "name": "notify-party-mismatch", "message": "It differs.", "advice": "Ask for it."}
    return Finding(**{**known, "severity": severity, "source": source, **others})  # type: ignore[arg-type]


def a_report(document: TransportDocument, *findings: Finding, verdict: str = "held") -> Report:
    known = {"as_of": date(2016, 9, 5), "customer": "HARBORLINE", "document": document, "findings": findings}
    return Report(verdict=verdict, **known)  # type: ignore[arg-type]


def marked(report: Report, language: str = "en") -> bytes:
    return render(report, language=language, color=False, width=80)


def marked_notify(data: bytes, severity: str = "error") -> bytes:
    """The draft with a mark where our own reader sees its notify party."""
    document = read(data, name="draft.pdf")
    assert document.notify_parties[0].text.startswith(NOTIFY)
    return marked(a_report(document, a_finding(document.notify_parties[0].source, severity)))


def on(data: bytes) -> TransportDocument:
    """A draft of which nothing was read."""
    return TransportDocument(file="draft.pdf").remember(data)


def at(x0: float, top: float, x1: float, bottom: float, page: int = 1) -> Source:
    return Source(document="draft.pdf", page=page, box=(x0, top, x1, bottom))


def rgb(color: tuple[float, float, float], strength: float = 1.0) -> tuple[int, ...]:
    """A colour on white paper."""
    return tuple(round(255 * (1 - strength * (1 - part))) for part in color)


def close(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 16 for a, b in zip(one, other, strict=True))


def paper_of(picture: Image.Image, box: Pixels) -> tuple[int, ...]:
    """The colour behind the letters within a box: the most frequent one."""
    return max(picture.crop(box).getcolors(1 << 24), key=lambda found: found[0])[1]  # type: ignore[no-any-return]


def comments(data: bytes, page: int = 0) -> list[str]:
    """The comments of the marks of a page, from the lowest to the topmost."""
    told = []
    with pypdfium2.PdfDocument(data) as document:
        sheet = document[page]
        for index in range(pdfium.FPDFPage_GetAnnotCount(sheet)):
            annotation = pdfium.FPDFPage_GetAnnot(sheet, index)
            if pdfium.FPDFAnnot_GetSubtype(annotation) in (pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_STAMP):
                size = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
                buffer = (pdfium.c_ushort * (size // 2))()
                pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size)
                told.append(bytes(buffer).decode("utf-16-le").rstrip("\0"))
            pdfium.FPDFPage_CloseAnnot(annotation)
    return told


def contents(data: bytes) -> list[list[bytes]]:
    """The content streams of every page, as they are drawn."""
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    return [[resolve1(stream).get_data() for stream in page.contents] for page in PDFPage.create_pages(document)]


# Drafts of every kind


def turned(angle: int) -> bytes:
    """A bill on a sheet that lies turned in the file and is turned back by the viewer."""

    def draw(canvas: Canvas) -> None:
        # The size is that of the page as displayed; reportlab lays the sheet for it.
        canvas.setPageRotation(angle)
        canvas.translate(*{0: (0, 0), 90: (842, 0), 180: (595, 842), 270: (0, 595)}[angle])
        canvas.rotate(angle)
        a_bill()(canvas)

    return a_pdf(draw)


def sideways() -> bytes:
    """A bill that is drawn sideways on a sheet that is not turned: it is read with the head tilted."""

    def draw(canvas: Canvas) -> None:
        canvas.translate(842, 0)
        canvas.rotate(90)
        a_bill()(canvas)

    return a_pdf(draw, size=(842, 595))


def cut() -> bytes:
    """A bill of which a viewer shows a part: the sheet does not begin at nought."""

    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((20, 30, 580, 830))
        a_bill()(canvas)

    return a_pdf(draw).replace(b"/MediaBox [ 0 0 595 842 ]", b"/MediaBox [ 9 9 595 842 ]")


def with_forms() -> bytes:
    """A bill with a form field, a link and a note of somebody else's."""

    def draw(canvas: Canvas) -> None:
        a_bill()(canvas)
        canvas.acroForm.textfield(name="remarks", x=300, y=100, width=150, height=20, value="TO BE CONFIRMED")
        canvas.linkURL("https://carrier.example/", (40, 40, 120, 60))
        canvas.textAnnotation("Please check", (400, 700, 420, 720))

    return a_pdf(draw)


def compressed() -> bytes:
    """A bill whose objects are packed into a stream, with a stream for a table (PDF 1.5)."""
    drawn = zlib.compress(contents(a_pdf(a_bill()))[0][0])
    fonts = b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /F2 << /Type /Font /Subtype /Type1"
    fonts += b" /BaseFont /Helvetica-Bold >> >>"
    packed = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font %s >> >>" % fonts,
    ]
    places = [sum(len(one) + 1 for one in packed[:n]) for n in range(3)]
    index = b" ".join(b"%d %d" % (n + 1, place) for n, place in enumerate(places)) + b" "
    inner = zlib.compress(index + b"\n".join(packed))
    out = bytearray(b"%PDF-1.5\n")
    starts = {}
    for number, says, body in (
        (4, b"/Filter /FlateDecode", drawn),
        (5, b"/Type /ObjStm /N 3 /First %d /Filter /FlateDecode" % len(index), inner),
    ):
        starts[number] = len(out)
        out += b"%d 0 obj\n<< %s /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, says, len(body), body)
    begins = len(out)
    rows = bytes([0, 0, 0, 0]) + b"".join(bytes([2, 0, 5, n]) for n in range(3))
    rows += b"".join(b"\1" + place.to_bytes(2, "big") + b"\0" for place in (starts[4], starts[5], begins))
    says = b"/Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Length %d" % len(rows)
    out += b"6 0 obj\n<< %s >>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (says, rows, begins)
    return bytes(out)


def locked(strength: int) -> bytes:
    """A bill that opens without a password, but may not be changed: it is enciphered all the same."""
    return a_pdf(a_bill(), encrypt=StandardEncryption("", "owner", canModify=0, canAnnotate=0, strength=strength))


DRAFTS: dict[str, Callable[[], bytes]] = {
    "plain": lambda: a_pdf(a_bill()),
    "turned 90": lambda: turned(90),
    "turned 180": lambda: turned(180),
    "turned 270": lambda: turned(270),
    "sideways": sideways,
    "cut": cut,
    "with forms": with_forms,
    "compressed": compressed,
    "locked by RC4, 40 bits": lambda: locked(40),
    "locked by RC4, 128 bits": lambda: locked(128),
    "locked by AES, 128 bits": lambda: by_aes(contents(a_pdf(a_bill()))[0][0], 128),
    "locked by AES, 256 bits": lambda: by_aes(contents(a_pdf(a_bill()))[0][0], 256),
    "with something before it": lambda: b"\r\nX-Mailer: fax\r\n" + a_pdf(a_bill()),
}
every_draft = pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)


@both_viewers
@every_draft
def test_the_mark_is_seen_where_the_finding_stands(draft: Callable[[], bytes], seen: Viewer) -> None:
    data = draft()
    where = whereabouts(data, 0, NOTIFY)
    before, after = seen(data, 0), seen(marked_notify(data), 0)
    assert before.size == after.size
    assert close(paper_of(before, where), (255, 255, 255))
    assert close(paper_of(after, where), rgb(SEVERITIES["error"], 0.25))
    # Letters stay black, and what no finding speaks of stays as it was.
    assert min(sum(color) for _, color in after.crop(where).getcolors(1 << 24)) < 120
    shipper = whereabouts(data, 0, "NINGBO EXAMPLE WARES")
    assert before.crop(shipper).tobytes() == after.crop(shipper).tobytes()


@every_draft
def test_the_draft_itself_is_untouched(draft: Callable[[], bytes]) -> None:
    data = draft()
    after = marked_notify(data)
    assert after.startswith(data[data.index(b"%PDF-") :])
    assert contents(after) == contents(data)
    assert words(after, 0) == words(data, 0)


@every_draft
def test_a_strict_viewer_has_nothing_to_complain_of(draft: Callable[[], bytes]) -> None:
    assert complaints(marked_notify(draft())) == ""


@both_viewers
@pytest.mark.parametrize("severity", SEVERITIES)
def test_a_mark_has_the_colour_of_its_severity(severity: str, seen: Viewer) -> None:
    report = a_report(on(a_pdf(lambda canvas: None)), a_finding(at(50, 60, 150, 80), severity))
    picture = seen(marked(report), 0)
    color = SEVERITIES[severity]  # type: ignore[index]
    line = [picture.getpixel((100 * SCALE, round((60 - reach / 10) * SCALE))) for reach in range(10, 20)]
    assert any(close(pixel, rgb(color)) for pixel in line)  # type: ignore[arg-type]
    assert close(picture.getpixel((100 * SCALE, 70 * SCALE)), rgb(color, 0.25))  # type: ignore[arg-type]
    assert picture.getpixel((100 * SCALE, 95 * SCALE)) == (255, 255, 255)


@both_viewers
@pytest.mark.parametrize("angle", [0, 90, 180, 270])
@pytest.mark.parametrize("verdict", VERDICTS)
def test_the_note_with_the_verdict_stands_at_the_top_right(verdict: str, angle: int, seen: Viewer) -> None:
    picture = seen(marked(a_report(on(turned(angle)), verdict=verdict)), 0)
    width = picture.size[0]
    corner = (width - 27 * SCALE, 7 * SCALE, width - 7 * SCALE, 27 * SCALE)
    assert close(paper_of(picture, corner), rgb(VERDICTS[verdict]))  # type: ignore[index]
    assert any(close(color, (255, 255, 255)) for _, color in picture.crop(corner).getcolors(1 << 24))


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_the_sign_in_the_note_is_upright_however_the_sheet_lies(angle: int) -> None:
    upright, other = (
        by_pdfium(marked(a_report(on(turned(one)), verdict="cleared")), 0).convert("L") for one in (0, angle)
    )
    sign = [
        one.crop((one.size[0] - 28 * SCALE, 6 * SCALE, one.size[0] - 6 * SCALE, 28 * SCALE)) for one in (upright, other)
    ]
    apart = sum(abs(a - b) > 60 for a, b in zip(sign[0].tobytes(), sign[1].tobytes(), strict=True))
    assert apart < 0.05 * len(sign[0].tobytes())


def test_where_two_papers_have_one_name_no_mark_is_put_on_the_wrong_one() -> None:
    report = a_report(on(a_pdf(lambda canvas: None)), a_finding(at(50, 60, 150, 80)))
    report = report.model_copy(update={"supporting": (TransportDocument(file="draft.pdf"),)})
    (note,) = comments(marked(report))
    assert "draft.pdf, page 1" in note


def test_two_findings_of_one_box_are_two_marks_that_are_both_seen() -> None:
    source = at(50, 60, 150, 80)
    findings = (a_finding(source, "note", message="A note."), a_finding(source, "error", message="An error."))
    data = marked(a_report(on(a_pdf(lambda canvas: None)), *findings))
    picture = by_pdfium(data, 0)
    colors = {picture.getpixel((100 * SCALE, y)) for y in range(50 * SCALE, 60 * SCALE)}
    for severity in ("error", "note"):
        assert any(close(pixel, rgb(SEVERITIES[severity])) for pixel in colors)  # type: ignore[index, arg-type]
    *_, worst = [told for told in comments(data) if "HELD" not in told]
    assert "An error." in worst


def test_a_comment_says_what_is_wrong_and_what_to_do() -> None:
    data = marked(a_report(on(a_pdf(lambda canvas: None)), a_finding(at(50, 60, 150, 80))))
    assert comments(data)[-1] == (
        "ERROR [DV101 notify-party-mismatch]\nIt differs.\nWhat to do: Ask for it."
    )  # fmt: skip


def test_what_no_place_of_the_draft_shows_stands_in_the_note() -> None:
    elsewhere = Source(document="booking.pdf", page=1, box=(1, 2, 3, 4))
    findings = (
        a_finding(None, name="outdated-version-cited", message="It cites 2014-03."),
        a_finding(elsewhere, name="transshipment-port-forbidden", message="It goes through New York."),
        a_finding(at(1, 2, 3, 4, page=7), message="On a page that is not there."),
    )
    (note,) = comments(marked(a_report(on(a_pdf(lambda canvas: None)), *findings)))
    assert note.startswith("HELD: Do not approve this draft.")
    for told in ("It cites 2014-03.", "It goes through New York.", "booking.pdf, page 1", "a page that is not there"):
        assert told in note


def test_marks_stand_on_their_own_pages_and_the_note_on_the_first() -> None:
    data = a_pdf(*(lambda canvas, n=n: write(canvas, f"PAGE {n}", 60, 60) for n in (1, 2, 3)))
    after = marked(a_report(on(data), a_finding(at(55, 58, 120, 72, page=3), message="Look here.")))
    assert [len(comments(after, page)) for page in range(3)] == [1, 0, 1]
    assert "Look here." in comments(after, 2)[0]
    assert [words(after, page) for page in range(3)] == [words(data, page) for page in range(3)]


def test_the_founding_case_in_chinese() -> None:
    report = check(
        FOUNDING / "draft.pdf", Registry(FOUNDING / "instructions"), customer="HARBORLINE", order="PO-44718",
        as_of=date(2016, 9, 5), supporting=[FOUNDING / "booking.pdf"], language="zh",
    )  # fmt: skip
    told = comments(marked(report, "zh"))
    assert sum("DV" in one.split("\n")[0] for one in told) == 2
    assert any(one.startswith("错误 [DV101 notify-party-mismatch]\n通知人与客户指引不一致") for one in told)
    assert any(one.startswith("不可放行") and "位置：booking.pdf" in one for one in told)


@both_viewers
def test_marks_of_others_and_form_fields_stay(seen: Viewer) -> None:
    data = with_forms()
    after = marked_notify(data)
    with pypdfium2.PdfDocument(data) as old, pypdfium2.PdfDocument(after) as new:
        counts = [pdfium.FPDFPage_GetAnnotCount(document[0]) for document in (old, new)]
        assert new.get_formtype() == old.get_formtype() != pdfium.FORMTYPE_NONE
    # A highlight and the note, each with the window of its comment.
    assert counts[1] == counts[0] + 4
    field = (300 * SCALE, (842 - 120) * SCALE, 450 * SCALE, (842 - 100) * SCALE)
    assert seen(data, 0).crop(field).tobytes() == seen(after, 0).crop(field).tobytes()


def test_the_same_report_gives_the_same_bytes() -> None:
    for draft in DRAFTS.values():
        data = draft()
        assert marked_notify(data) == marked_notify(data)


@both_viewers
def test_a_marked_draft_can_be_marked_again(seen: Viewer) -> None:
    once = marked_notify(a_pdf(a_bill()))
    document = read(a_pdf(a_bill()), name="draft.pdf").remember(once)
    assert document.consignee is not None
    twice = marked(a_report(document, a_finding(document.consignee.source, "note")))
    assert twice.startswith(once)
    assert len(comments(twice)) == 4
    for text, severity in ((NOTIFY, "error"), ("ACME IMPORTS LLC", "note")):
        found = paper_of(seen(twice, 0), whereabouts(twice, 0, text))
        assert close(found, rgb(SEVERITIES[severity], 0.25))  # type: ignore[index]


@both_viewers
@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.replace(b"startxref", b"startxxxx"),
        lambda data: data.replace(b"0000000000 65535 f", b"0000000000 6553x f"),
        lambda data: data.replace(b"<<\n", b"<<\n% moved by an editor\n"),
    ],
    ids=["no table", "broken table", "moved"],
)
def test_a_file_that_is_not_in_order_is_marked_all_the_same(damage: Callable[[bytes], bytes], seen: Viewer) -> None:
    data = damage(a_pdf(a_bill()))
    after = marked_notify(data)
    assert close(paper_of(seen(after, 0), whereabouts(data, 0, NOTIFY)), rgb(SEVERITIES["error"], 0.25))
    assert words(after, 0) == words(data, 0)
    assert marked_notify(data) == after


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
@both_viewers
def test_a_draft_that_is_a_picture_becomes_a_page_and_is_marked(seen: Viewer, kind: str) -> None:
    picture = Image.new("RGB", (1190, 1684), "white")
    ImageDraw.Draw(picture).rectangle((200, 300, 400, 340), fill="black")
    content = io.BytesIO()
    picture.save(content, kind)
    report = a_report(on(content.getvalue()), a_finding(at(90, 140, 210, 180)))
    after = seen(marked(report), 0)
    assert after.size == (595 * SCALE, 842 * SCALE)
    assert close(after.getpixel((95 * SCALE, 160 * SCALE)), rgb(SEVERITIES["error"], 0.25))  # type: ignore[arg-type]
    assert close(after.getpixel((150 * SCALE, 160 * SCALE)), (0, 0, 0))  # type: ignore[arg-type]
    assert marked(report) == marked(report)


@pytest.mark.parametrize("content", [b"PK\3\4 a workbook", b'{"documentType": "SWB"}', b"UNB+UNOA:1'"])
def test_a_draft_without_pages_is_one_clear_line(content: bytes) -> None:
    document = TransportDocument(file="draft.xlsx").remember(content)
    with pytest.raises(DocvalidateError, match=r"draft\.xlsx: no PDF and no picture.*--format html"):
        marked(a_report(document))


@pytest.mark.parametrize("document", [None, TransportDocument(file="draft.pdf")])
def test_a_report_without_the_draft_s_bytes_is_one_clear_line(document: TransportDocument | None) -> None:
    with pytest.raises(DocvalidateError, match="needs the draft itself"):
        marked(a_report(document))  # type: ignore[arg-type]


def test_no_file_brings_the_writer_down() -> None:
    data = a_pdf(a_bill())
    for place in range(0, len(data), 97):
        for byte in (0, 0x2F, 0x5B, 0xFF):
            hurt = data[:place] + bytes([byte]) + data[place + 1 :]
            try:
                update = Update(hurt)
                update.annotate(0, [update.add({"Type": "Annot"})])
                update.whole()
            except BrokenPdf:
                continue
