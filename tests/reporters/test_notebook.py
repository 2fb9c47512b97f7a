"""A report shows itself in a notebook, and obeys nothing that stands on a paper."""

from html.parser import HTMLParser

import docvalidate
from docvalidate.model import Check, Report, TransportDocument
from docvalidate.reporters import notebook


class Balanced(HTMLParser):
    """Follows the tags, to see that each one opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "br":
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
