"""What a version would change, as text: the orders that it touches first."""

from typing import Any

import pytest

from docvalidate.model import Check
from docvalidate.model.affected import Affected, CheckEffect, FieldEffect, OrderEffect
from docvalidate.reporters.affected import text_of
from docvalidate.reporters.typesetting import columns
from tests.versions_builders import day

from .test_status_text import an_order

(CHECK,) = an_order().checks
BREAKS = FieldEffect(
    field="transshipment_port",
    effect="breaks",
    before=Check(field="transshipment_port", status="match", expected="New York", found="NEW YORK, NY"),
    after=Check(field="transshipment_port", status="mismatch", expected="Baltimore", found="NEW YORK, NY"),
)
BROKEN = CheckEffect(check=CHECK, held="compared", before="cleared", after="held", fields=(BREAKS,))
SAME = CheckEffect(check=CHECK, held="compared", before="cleared", after="cleared")


def an_effect(order: str = "PO-44718", *checks: CheckEffect, **others: Any) -> OrderEffect:
    return OrderEffect(**{"order": order, "version": "2014-03", "needs_confirmation": True, "checks": checks, **others})


def shown(*orders: OrderEffect, language: str = "en", width: int = 80, color: bool = False, **others: Any) -> str:
    known = {"customer": "HARBORLINE", "version": "2016-08", "received": day("2016-08-20"), "as_of": day("2016-08-25")}
    return text_of(Affected(**{**known, "orders": orders, **others}), language=language, color=color, width=width)


def test_what_changes_is_told_before_what_stays() -> None:
    out = shown(an_effect("PO-1", SAME, needs_confirmation=False), an_effect("PO-2", BROKEN))
    assert out == (
        "HARBORLINE: what version 2016-08 would change, 2016-08-25\n"
        "  received 2016-08-20, no first day given\n"
        "\n"
        "PO-2: CHANGES\n"
        "    2016-09-05: draft.pdf, BHL1, checked against version 2016-08.\n"
        "    By the papers it was cleared, and would be held.\n"
        "    - transshipment port: agrees, would be: differs\n"
        "        Instruction 2016-08: Baltimore\n"
        "        Draft: NEW YORK, NY\n"
        "    The customer has not confirmed version 2016-08 for this order.\n"
        "\n"
        "PO-1: stays as it is\n"
        "    2016-09-05: draft.pdf, BHL1, checked against version 2016-08.\n"
        "    By the papers it was cleared, and would be so again.\n"
        "\n"
        "Open orders: 2. The version changes: 1. Not confirmed for: 1.\n"
    )


def test_the_same_in_chinese() -> None:
    out = shown(an_effect("PO-2", BROKEN), language="zh", effective_from=day("2016-09-01"))
    assert "2016-08-20 收到，2016-09-01 起生效" in out
    assert "- 中转港：原为“一致”，将为“不一致”" in out
    assert "仅就单据而言：原为可以放行，将为不可放行。" in out


def test_a_field_that_nobody_asked_for_before_is_said_to_be_new() -> None:
    field = BREAKS.model_copy(update={"before": None})
    out = shown(an_effect("PO-2", BROKEN.model_copy(update={"fields": (field,)})))
    assert "- transshipment port: differs; was not asked for\n" in out


def test_another_text_is_shown_with_the_one_before() -> None:
    field = FieldEffect(
        field="transshipment_port",
        effect="restated",
        before=Check(field="transshipment_port", status="mismatch", expected="New York", found="HALIFAX"),
        after=Check(field="transshipment_port", status="mismatch", expected="Baltimore", found="HALIFAX"),
    )
    check = CHECK.model_copy(update={"version": "2014-03"})
    out = shown(an_effect("PO-2", BROKEN.model_copy(update={"fields": (field,), "check": check})))
    assert (
        "    - transshipment port: differs, as before, but against another text\n"
        "        Instruction 2014-03: New York\n"
        "        Instruction 2016-08: Baltimore\n"
        "        Draft: HALIFAX\n"
    ) in out


def test_what_was_not_checked_says_what_the_version_asks_for() -> None:
    out = " ".join(shown(an_effect("PO-2", asks_for=("notify_party", "transshipment_port"))).split())
    assert "The version words otherwise than 2014-03: notify party; transshipment port." in out
    assert "The version words everything as 2014-03 does." in shown(an_effect("PO-2"))


@pytest.mark.parametrize("held", ["unreadable", "report_missing"])
def test_what_cannot_be_compared_is_to_be_checked_again(held: str) -> None:
    out = shown(an_effect("PO-2", CheckEffect.model_validate({"check": CHECK, "held": held})))
    assert out.count("PO-2: CHANGES\n") == 1
    assert "again" in out


def test_checks_without_an_order_are_not_passed_over() -> None:
    assert shown(without_order=3).endswith(
        "No order is open.\nChecks on record that name no order, and are not compared: 3.\n"
    )
    assert "name no order" not in shown()


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    out = shown(an_effect("PO-2", BROKEN), an_effect("PO-1", asks_for=("notify_party",)), width=width)
    assert max(map(columns, out.splitlines())) <= width


def test_colour_marks_what_breaks() -> None:
    assert "\x1b[1;31m    - transshipment port" in shown(an_effect("PO-2", BROKEN), color=True)
