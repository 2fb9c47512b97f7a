"""A report shows itself in a notebook, and obeys nothing that stands on a paper."""

import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

import docvalidate
from docvalidate.model import Check, Party, Report, Source, TransportDocument
from docvalidate.model.urgency import Correctable, Urgency
from docvalidate.reporters import notebook
from docvalidate.reporters.lateness import lateness
from tests.test_one_shipment import SHIPMENT, document

ON_SCAN = Source(document="scan.png", page=1, box=(40.0, 100.0, 200.0, 150.0))


class Balanced(HTMLParser):
    """Follows the tags, to see that each one opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in {"br", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_is_well_formed(founding: Report, draft: TransportDocument) -> None:
    for page in (notebook.report(founding), notebook.document(draft)):
        parser = Balanced()
        parser.feed(page)
        assert parser.open == []


def test_shows_verdict_fields_and_findings(founding: Report) -> None:
    page = notebook.report(founding)
    for text in ("HELD", "<mark>55</mark>", "notify-party-mismatch", "by imports@harborline.example on 2016-09-02"):
        assert text in page


def test_escapes_what_stands_on_the_paper(founding: Report) -> None:
    check = Check(field="consignee", status="mismatch", expected="ACME", found="<script>alert(1)</script>")
    page = notebook.report(founding.model_copy(update={"checks": (check,)}))
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_value_of_the_public_package_shows_itself(founding: Report, draft: TransportDocument) -> None:
    assert docvalidate.Report is Report
    assert founding._repr_html_() == notebook.report(founding)
    assert draft._repr_html_() == notebook.document(draft)
    assert str(founding).startswith("HELD  Do not approve this draft.\n")
    assert str(draft).startswith("Document            draft.pdf\n")


def test_the_page_is_shown_with_a_frame_over_each_field(founding: Report) -> None:
    paper = document("draft.pdf")
    held = founding.model_copy(update={"document": paper})
    page = notebook.report(held)
    # Notify party and port stand in boxes on the first page; the consignee of this report has no place.
    assert re.findall(r"outline:2px solid (#\w+)", page) == ["#b3261e", "#b3261e"]
    assert page.count('src="data:image/') == 1
    # 36 of 595 points from the left, 210.5 of 842 from the top.
    assert "left:6.05%;top:25.00%" in page


def test_a_scan_is_shown_as_well() -> None:
    paper = TransportDocument(file="scan.png", consignee=Party(text="ACME", source=ON_SCAN))
    shown = notebook.document(paper.remember((SHIPMENT / "scan.png").read_bytes()))
    assert 'src="data:image/' in shown and "outline:2px" in shown


@pytest.mark.parametrize("data", [None, b"", b"%PDF-1.7 but no more", b"\x89PNG\r\n\x1a\n", b"UNB+UNOC:3+A+B"])
def test_without_a_page_to_show_the_rest_is_told(founding: Report, data: bytes | None) -> None:
    assert founding.document is not None
    paper = founding.document.model_copy()
    page = notebook.report(founding.model_copy(update={"document": paper if data is None else paper.remember(data)}))
    assert "<img" not in page
    assert "HELD" in page


def test_what_to_do_is_folded_under_what_was_found(founding: Report) -> None:
    summary, _, rest = notebook.report(founding).partition("<details>")[2].partition("</summary>")
    assert "The notify party is not the one instructed." in summary
    assert rest.partition("</details>")[0].count("<i>Ask the carrier to correct the notify party.</i>") == 1


def test_the_fields_of_a_cleared_draft_are_folded(founding: Report) -> None:
    assert "<details open><summary>Fields" in notebook.report(founding)
    assert "<details><summary>Fields" in notebook.report(founding.model_copy(update={"verdict": "cleared"}))


def test_how_late_it_is_stands_below_the_verdict(founding: Report) -> None:
    now = datetime(2016, 9, 6, 9, tzinfo=UTC)
    able = Correctable(parties="yes", routing="with_fee")
    urgency = Urgency(stage="S1", label="act_today", now=now, cost="none", correctable=able)
    (stage, *_) = lateness(urgency, "en")
    assert f"<div>{stage}</div>" in notebook.report(founding.model_copy(update={"urgency": urgency}))
    assert stage not in notebook.report(founding)
