"""Whatever a paper says, a report stays a whole one of its format, and obeys none of it."""

import csv
import re
from html.parser import HTMLParser
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from docvalidate.model import Report
from docvalidate.reporters import notebook, shelf
from docvalidate.reporters.inert import cell, sentence, shown, verbatim
from tests.published import junit_suite, sarif_run
from tests.read_back import READ, Told

from .hostile import TRICKS, everywhere, reports, texts

STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
MADE_OF_JSON = sorted(set(shelf()) - {"pdf"})
"""A draft that is marked must be there as a file; its texts are not drawn anew."""
_ACTS = re.compile(r"[@#][^\s\u200b]|://|www\.|GH-\d|:[\w+-]+:", re.IGNORECASE)
OURS = {"h2", "p", "ul", "li", "strong", "table", "thead", "tbody", "tr", "th", "td", "code", "br"}
slowly = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def rendered(report: Report, name: str, language: str = "en") -> bytes:
    face = shelf()[name].render(report, language=language, color=False, width=80)
    return face if isinstance(face, bytes) else face.encode("utf-8")


@pytest.mark.parametrize("name", MADE_OF_JSON)
@given(report=reports())
@slowly
def test_the_verdict_and_the_number_of_findings_stay(name: str, report: Report) -> None:
    assert READ[name](rendered(report, name), "en") == Told(report.verdict, len(report.findings))


def csv_is_harmless(report: Report) -> None:
    text = rendered(report, "csv").decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text, newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    for separator in (",", ";"):
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator):
            assert [it for it in row if it.lstrip(' "\r\n').startswith(STARTS_A_FORMULA)] == []


@given(report=reports())
@slowly
def test_no_cell_of_a_csv_file_is_a_formula_whatever_separates_the_cells(report: Report) -> None:
    csv_is_harmless(report)


def workbook_is_text(report: Report) -> None:
    book = openpyxl.load_workbook(BytesIO(rendered(report, "xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert [cell for cell in cells if cell.hyperlink is not None] == []
    found = {cell.value for cell in cells}
    expected = shown(report.checks[0].found or "")
    assert expected in found or expected == ""


@given(report=reports())
@slowly
def test_a_workbook_holds_text_alone(report: Report) -> None:
    workbook_is_text(report)


def github_is_one_annotation_a_line(report: Report) -> None:
    text = rendered(report, "github").decode("utf-8")
    lines = text.splitlines()
    assert "\n".join(lines) + "\n" == text
    annotation = re.compile(r"::(error|warning|notice) (file=[^,:]+,)?title=[^,:]+::.*")
    assert [line for line in lines if not annotation.fullmatch(line)] == []
    assert "##" not in text


@given(report=reports())
@slowly
def test_every_line_for_github_is_one_annotation(report: Report) -> None:
    github_is_one_annotation_a_line(report)


def markdown_obeys_nothing(report: Report) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    page = _Seen()
    page.feed(markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(
        rendered(report, "markdown").decode("utf-8")))  # fmt: skip
    assert page.tags <= OURS
    assert [text for text in page.outside if re.search(_ACTS, text)] == []
    # The table holds the texts as they are.
    lines = [line.strip() for line in shown(report.checks[0].found or "").split("\n")]
    assert set(filter(None, lines)) <= {code.strip() for code in page.codes}


@given(report=reports())
@slowly
def test_markdown_makes_no_tag_link_or_mention_of_a_paper(report: Report) -> None:
    markdown_obeys_nothing(report)


@given(report=reports())
@slowly
def test_the_notebook_has_no_tags_but_ours(report: Report) -> None:
    page = _Seen()
    page.feed(notebook.report(report))
    assert page.tags <= {
        "div",
        "b",
        "br",
        "details",
        "i",
        "mark",
        "small",
        "span",
        "summary",
        "table",
        "td",
        "th",
        "tr",
    }


@pytest.mark.parametrize("trick", TRICKS, ids=lambda trick: repr(trick)[:20])
def test_each_trick_in_every_place(trick: str) -> None:
    report = everywhere(trick)
    for name in MADE_OF_JSON:
        assert READ[name](rendered(report, name), "en") == Told("held", len(report.findings)), name
    for holds in (csv_is_harmless, workbook_is_text, github_is_one_annotation_a_line, markdown_obeys_nothing):
        holds(report)


@pytest.mark.parametrize("trick", TRICKS, ids=lambda trick: repr(trick)[:20])
def test_a_file_may_be_called_anything(trick: str) -> None:
    report = Report.model_validate(
        {"verdict": "cleared", "as_of": "2016-09-05", "customer": "C", "document": {"file": trick, "kind": "unknown"}}
    )
    (*_,) = (
        sarif_run(rendered(report, "sarif").decode("utf-8")),
        junit_suite(rendered(report, "junit").decode("utf-8")),
    )


@given(text=texts())
def test_what_is_shown_has_no_character_that_acts(text: str) -> None:
    assert (
        re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]", shown(text))
        is None
    )
    assert shown(text).count("\n") == text.count("\n")


@given(text=texts())
def test_a_cell_gives_its_text_back(text: str) -> None:
    assert cell(text).replace("'", "") == shown(text).replace("'", "")


def test_ordinary_texts_are_left_as_they_are() -> None:
    text = "HARBORLINE IMPORTS L.L.C. (NO. 8/10), C/O ACME & SONS - BALTIMORE, MD 21224-1234"
    assert cell(text) == shown(text) == text
    assert verbatim(text) == f"`{text}`"
    assert (
        sentence("The consignee, No. 8 (Suite 210), is C/O: 12:30.")
        == "The consignee, No. 8 (Suite 210), is C/O: 12:30."
    )


def test_a_hostile_draft_that_is_marked_stays_a_pdf(founding: Report) -> None:
    from tests.test_one_shipment import document

    draft = document("draft.pdf")
    data = draft.remembered
    assert data is not None
    finding = founding.findings[0]
    tricks = tuple(finding.model_copy(update={"message": trick, "advice": trick}) for trick in TRICKS)
    report = founding.model_copy(update={"document": draft.model_copy().remember(data), "findings": tricks})
    assert READ["pdf"](rendered(report, "pdf"), "en") == Told("held", len(tricks))


class _Seen(HTMLParser):
    """The tags of a page, the texts in code, and those outside of it."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.codes: list[str] = []
        self.outside: list[str] = []
        self._in_code = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        if tag == "code":
            self._in_code = True
            self.codes.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_code = self._in_code and tag != "code"

    def handle_data(self, data: str) -> None:
        if self._in_code:
            self.codes[-1] += data
        else:
            self.outside.append(data)
