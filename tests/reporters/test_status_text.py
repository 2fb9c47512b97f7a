"""The weekly list as text: whose move it is stands in the table, and below it what is to be done."""

import re
from typing import Any

import pytest

from docvalidate.model.status import CheckOnRecord, OpenQuestion, OrderStatus, Word
from docvalidate.reporters.status import text_of
from docvalidate.reporters.typesetting import columns
from tests.versions_builders import BY, day

ON = day("2016-09-09")


def an_order(**others: Any) -> OrderStatus:
    """An order whose last check was held."""
    check = CheckOnRecord(
        entry=7,
        as_of=day("2016-09-05"),
        document="draft.pdf",
        kind="sea_waybill",
        number="BHL1",
        verdict="held",
        version="2016-08",
        findings=("notify-party-mismatch",),
    )
    known = {
        "customer": "HARBORLINE",
        "order": "PO-44718",
        "as_of": ON,
        "known_since": day("2016-08-25"),
        "version": "2016-08",
        "confirmation": Word(by=BY, date=day("2016-09-02"), scope="order", grade="named"),
        "checks": (check,),
        "waiting_for": "forwarder",
        "waiting_since": day("2016-09-05"),
        "why": "correct_draft",
        "about": ("notify-party-mismatch",),
    }
    return OrderStatus(**{**known, **others})


UNANSWERED = an_order(
    order="PO-2",
    confirmation=None,
    checks=(),
    question=OpenQuestion(version="2016-08", asked_on=day("2016-08-30"), answer_by=day("2016-09-02")),
    waiting_for="customer",
    waiting_since=day("2016-08-30"),
    why="unanswered",
    about=("2016-08",),
    overdue=True,
)


def shown(*orders: OrderStatus, language: str = "en", width: int = 80, color: bool = False) -> str:
    return text_of(orders, ON, language=language, color=color, width=width)


def test_an_order_says_who_is_waited_for_and_why() -> None:
    assert shown(an_order()) == (
        "HARBORLINE, 2016-09-09: open orders: 1\n"
        "\n"
        "Order     Version  Confirmed          Last check       Waiting for  Since\n"
        "PO-44718  2016-08  2016-09-02, order  2016-09-05 held  forwarder    2016-09-05\n"
        "    The draft must be corrected; the last check was held.\n"
        "    - A notify party is not the one that the instruction names.\n"
        "    2016-09-05: draft.pdf, BHL1, against version 2016-08: held\n"
        "    (notify-party-mismatch)\n"
        "\n"
        "Waiting for us: 0, for the customer: 0, for the forwarder: 1, for nobody: 0.\n"
    )


def test_a_customer_who_is_late_is_said_to_be() -> None:
    out = shown(UNANSWERED)
    assert re.search(r"PO-2 .* none .* customer, LATE +2016-08-30", out)
    assert "An answer is needed by 2016-09-02." in " ".join(out.split())


def test_the_same_in_chinese() -> None:
    out = shown(an_order(), UNANSWERED, language="zh", width=100)
    assert "PO-44718 2016-08 2016-09-02 本订单 2016-09-05 不可放行 货代" in " ".join(out.split())
    assert "客户，逾期" in out
    assert "最迟须于 2016-09-02 答复" in out.replace("\n    ", "")
    assert not re.search(r"\b(the|was|customer|forwarder|held)\b", out)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_line_is_wider_than_the_terminal_and_no_date_is_broken(width: int, language: str) -> None:
    out = shown(an_order(order="PO-44718-A-VERY-LONG-NAME/2016", newer=("2016-10",)), UNANSWERED,
                language=language, width=width)  # fmt: skip
    assert max(map(columns, out.splitlines())) <= width
    assert out.count("2016-08-30") == 1


def test_a_newer_version_is_told_where_the_reason_does_not_name_it() -> None:
    asked = an_order(newer=("2016-10",), waiting_for="us", why="ask_newer", about=("2016-10",))
    assert "Newer, and not confirmed for this order: 2016-10\n" in shown(an_order(newer=("2016-10",)))
    assert "Newer, and not confirmed" not in shown(asked)


def test_every_bill_is_told() -> None:
    (check,) = an_order().checks
    other = check.model_copy(update={"number": "BHL2", "verdict": "cleared", "findings": ()})
    out = shown(an_order(checks=(check, other)))
    assert "draft.pdf, BHL2, against version 2016-08: cleared\n" in out


def test_customers_stand_apart() -> None:
    out = shown(an_order(), an_order(customer="NORDVIK", order="9"))
    assert re.findall(r"^(\w+), 2016-09-09: open orders: 1$", out, re.MULTILINE) == ["HARBORLINE", "NORDVIK"]


def test_nothing_in_it_is_obeyed_by_a_terminal() -> None:
    assert "\x1b" not in shown(an_order(order="PO\x1b[2J"))
    assert "\x1b[1mOrder" in shown(an_order(), color=True)


def test_no_order_is_said() -> None:
    assert shown() == "No order is open on 2016-09-09.\n"
