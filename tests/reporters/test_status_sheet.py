"""The weekly list as a workbook, opened again as the customer would."""

import sys
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest

from docvalidate.errors import DocvalidateError
from docvalidate.model.status import OrderStatus
from docvalidate.reporters.status_sheet import workbook

from .test_status_text import ON, UNANSWERED, an_order

pytest.importorskip("xlsxwriter")
openpyxl = pytest.importorskip("openpyxl")


def opened(*orders: OrderStatus, language: str = "en") -> Any:
    return openpyxl.load_workbook(BytesIO(workbook(orders, ON, language=language)))


def row(sheet: Any, number: int) -> dict[str, Any]:
    headings = [cell.value for cell in sheet[1]]
    return dict(zip(headings, (cell.value for cell in sheet[number]), strict=True))


def test_an_order_is_a_row_and_a_date_is_a_date() -> None:
    found = row(opened(an_order()).active, 2)
    assert found == {
        "Customer": "HARBORLINE",
        "Order": "PO-44718",
        "Waiting for": "forwarder",
        "Since": datetime(2016, 9, 5),
        "What is needed": "The draft must be corrected; the last check was held.\n"
        "A notify party is not the one that the instruction names.",
        "Version": "2016-08",
        "Newer, not confirmed": None,
        "Confirmed for": "this order",
        "Confirmed by": "imports@harborline.example",
        "Confirmed on": datetime(2016, 9, 2),
        "Asked on": None,
        "Answer by": None,
        "Last check": datetime(2016, 9, 5),
        "Document": "draft.pdf, BHL1",
        "Result": "held",
        "Findings": "notify-party-mismatch",
    }


def test_the_headings_are_in_the_language_asked_for() -> None:
    book = opened(UNANSWERED, language="zh")
    found = row(book.active, 2)
    assert book.sheetnames == ["未结订单 2016-09-09"]
    assert (found["等待"], found["确认范围"], found["答复期限"]) == ("客户，逾期", "未确认", datetime(2016, 9, 2))


def test_it_is_ready_to_read_and_to_print() -> None:
    sheet = opened(an_order(), UNANSWERED).active
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:P3"
    assert sheet.page_setup.orientation == "landscape"
    # One page wide, which is what a workbook means that says nothing of the width; as many pages long as it takes.
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["D2"].number_format == "yyyy-mm-dd"


def test_the_colour_says_who_is_waited_for() -> None:
    sheet = opened(an_order(), UNANSWERED, an_order(waiting_for="us"), an_order(waiting_for="nobody")).active
    colours = [sheet.cell(number, 3).fill.fgColor.rgb for number in range(2, 6)]
    assert len(set(colours)) == 4
    assert [sheet.cell(number, 4).fill.fgColor.rgb for number in range(2, 6)] == colours


def test_nothing_in_it_is_a_formula_or_a_link() -> None:
    sheet = opened(an_order(order="=1+1", customer="http://harborline.example")).active
    assert (sheet["B2"].data_type, sheet["B2"].value) == ("s", "=1+1")
    assert sheet["A2"].hyperlink is None


def test_the_same_list_gives_the_same_bytes() -> None:
    assert workbook((an_order(),), ON, language="en") == workbook((an_order(),), ON, language="en")
    assert opened(an_order()).properties.created == datetime(2000, 1, 1)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(DocvalidateError, match=r"pip install 'docvalidate\[report\]'"):
        workbook((an_order(),), ON, language="en")


def test_a_list_without_orders_has_its_headings() -> None:
    assert opened().active.max_row == 1
