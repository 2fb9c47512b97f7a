"""CSV and workbook: one row a finding, the verdict in each, and a row of its own where there is none."""

import csv
import sys
from datetime import datetime, timedelta, timezone
from io import BytesIO, StringIO
from typing import Any

import pytest

from docvalidate.errors import DocvalidateError
from docvalidate.model import Report
from docvalidate.model.urgency import Correctable, Deadline, Urgency
from docvalidate.reporters import as_csv, as_xlsx

openpyxl = pytest.importorskip("openpyxl")


def table(report: Report, language: str = "en") -> list[dict[str, str]]:
    text = as_csv.render(report, language=language, color=False, width=80)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))


def book(report: Report, language: str = "en") -> Any:
    return openpyxl.load_workbook(BytesIO(as_xlsx.render(report, language=language, color=False, width=80)))


def cleared(report: Report) -> Report:
    return report.model_copy(update={"verdict": "cleared", "findings": ()})


def test_a_finding_is_a_row_with_the_texts_of_its_field(founding: Report) -> None:
    first, second, *_ = table(founding)
    told = ("verdict", "order", "severity", "name", "field", "status", "version", "page", "box")
    assert [first[name] for name in told] == [
        "held", "PO-44718", "error", "notify-party-mismatch", "notify_party", "mismatch", "2016-08", "1",
        "36.0 210.5 290.0 262.0",
    ]  # fmt: skip
    # What a finding leaves out, the check of its field knows.
    assert second["found"] == "CHESAPEAKE CUSTOMS BROKERS INC\n55 WATER STREET\nNEW YORK, NY 10041, USA"
    assert len(table(founding)) == len(founding.findings)


def test_a_report_without_findings_still_has_its_verdict(founding: Report) -> None:
    (row,) = table(cleared(founding))
    assert (row["verdict"], row["message"], row["code"]) == ("cleared", "This draft may be approved.", "")
    (_, told), *_ = book(cleared(founding)).worksheets[0].iter_cols(max_row=2, values_only=True)
    assert told == "cleared"


def test_the_headings_for_programs_are_the_same_in_every_language(founding: Report) -> None:
    assert list(table(founding, "zh")[0]) == list(table(founding)[0])
    assert table(cleared(founding), "zh")[0]["message"] == "此草稿可以确认。"


def test_a_workbook_has_the_findings_and_the_fields(founding: Report) -> None:
    findings, fields = book(founding).worksheets
    assert (findings.title, fields.title) == ("Findings", "Fields")
    assert (findings.max_row - 1, fields.max_row - 1) == (len(founding.findings), len(founding.checks))
    row = dict(zip((cell.value for cell in findings[1]), (cell.value for cell in findings[2]), strict=True))
    assert (row["Verdict"], row["As of"], row["Page"]) == ("held", datetime(2016, 9, 5), 1)
    (statuses,) = (column for column in fields.iter_cols(values_only=True) if column[0] == "Status")
    assert statuses == ("Status", "agrees", "differs", "differs", "not asked for")
    assert findings["A2"].fill.fgColor.rgb == "FFF8CBAD"


def test_a_workbook_speaks_chinese(founding: Report) -> None:
    findings, fields = book(founding, "zh").worksheets
    assert (findings.title, fields.title, findings["A1"].value, findings["A2"].value) == (
        "核对发现",
        "栏目",
        "结论",
        "不可放行",
    )


def test_the_same_report_is_the_same_file(founding: Report) -> None:
    first, second = (as_xlsx.render(founding, language="en", color=False, width=80) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "https://evil.example", "{=1}"])
def test_a_cell_of_a_workbook_is_text_whatever_it_says(founding: Report, text: str) -> None:
    finding = founding.findings[0].model_copy(update={"found": text})
    cell = next(
        cell
        for row in book(founding.model_copy(update={"findings": (finding,)})).worksheets[0].iter_rows(min_row=2)
        for cell in row
        if cell.value == text
    )
    assert (cell.data_type, cell.hyperlink) == ("s", None)


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(founding: Report) -> None:
    finding = founding.findings[0].model_copy(update={"found": "x" * 40_000})
    row = next(book(founding.model_copy(update={"findings": (finding,)})).worksheets[0].iter_rows(min_row=2))
    (told,) = [cell.value for cell in row if str(cell.value).startswith("xxx")]
    assert told.endswith("x …") and len(told) < 32_767


def test_without_the_extra_it_says_what_to_install(founding: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(DocvalidateError, match=r"pip install 'docvalidate\[report\]'"):
        as_xlsx.render(founding, language="en", color=False, width=80)


def test_how_late_it_is_stands_in_every_row(founding: Report) -> None:
    at = datetime(2016, 9, 6, 12, tzinfo=timezone(timedelta(hours=8)))
    urgency = Urgency(
        stage="S1", label="act_today", now=at - timedelta(hours=3), cost="none",
        deadline=Deadline(kind="documentation", at=at), correctable=Correctable(parties="yes", routing="with_fee"),
    )  # fmt: skip
    late = founding.model_copy(update={"urgency": urgency})
    assert {(row["urgency"], row["act_by"]) for row in table(late)} == {("act_today", "2016-09-06 12:00")}
    columns = {column[0]: {*column[1:]} for column in book(late).worksheets[0].iter_cols(values_only=True)}
    assert (columns["How late"], columns["Act by"]) == ({"ACT TODAY"}, {"2016-09-06 12:00"})
