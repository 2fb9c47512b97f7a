"""How late it is stands under the verdict, and puts what closes first in front."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from docvalidate.model import Report
from docvalidate.model.urgency import Correctable, Deadline, Urgency
from docvalidate.reporters.as_text import render
from docvalidate.reporters.lateness import lateness

CHINA = timezone(timedelta(hours=8))
CUTOFF = Deadline(kind="documentation", at=datetime(2016, 9, 6, 12, tzinfo=CHINA), time_zone="Asia/Shanghai")


def an_urgency(**others: Any) -> Urgency:
    """Booked, a day before the cut-off."""
    known = {
        "stage": "S1",
        "label": "act_today",
        "now": datetime(2016, 9, 5, 15, tzinfo=CHINA),
        "deadline": CUTOFF,
        "working_hours_left": 5.0,
        "hours_left": 21.0,
        "correctable": Correctable(parties="yes", routing="yes"),
        "who_acts": ("forwarder", "customer"),
        "cost": "usually_none",
    }
    return Urgency(**{**known, **others})


def page(report: Report, urgency: Urgency | None, language: str = "en", color: bool = False) -> str:
    timed = report.model_copy(update={"urgency": urgency})
    return render(timed, language=language, color=color, width=80)


def test_stands_under_the_verdict(founding: Report) -> None:
    paragraph = page(founding, an_urgency()).split("\n\n")[1]
    assert paragraph == (
        "ACT TODAY  Booked, before the documentation cut-off.\n"
        "Documentation cut-off: 2016-09-06 12:00 (Asia/Shanghai), 5 working hours left.\n"
        "Parties: can be corrected. Routing: can be corrected. Cost: usually none. Who\n"
        "acts: forwarder, customer."
    )


def test_without_dates_the_page_is_as_it_was(founding: Report) -> None:
    timed, plain = page(founding, an_urgency()), page(founding, None)
    assert "working hours" not in plain and "Not known" not in plain
    assert sorted(set(plain.splitlines()) - set(timed.splitlines())) == []


def test_what_was_assumed_is_said(founding: Report) -> None:
    told = page(founding, an_urgency(assumed=("now", "holidays")))
    assert "Not known, and taken the worse way: the hour (the beginning of the day of the" in told


def test_the_route_is_shown_before_the_parties_and_what_agrees_keeps_its_place(founding: Report) -> None:
    def order(text: str) -> list[str]:
        return [line.split(":")[0].strip("- ") for line in text.splitlines() if line.startswith("-- ") and ":" in line]

    assert order(page(founding, None)) == ["Consignee", "Notify party", "Transshipment port"]
    assert order(page(founding, an_urgency())) == ["Consignee", "Transshipment port", "Notify party"]
    over = an_urgency(stage="S7", label="damage_control", correctable=Correctable(parties="with_fee", routing="no"))
    assert order(page(founding, over)) == ["Consignee", "Notify party", "Transshipment port"]


def test_a_cleared_draft_is_told_its_deadline_and_no_alarm(founding: Report) -> None:
    cleared = founding.model_copy(update={"verdict": "cleared", "findings": (), "checks": founding.checks[:1]})
    paragraph = page(cleared, an_urgency()).split("\n\n")[1]
    assert paragraph == (
        "Booked, before the documentation cut-off.\n"
        "Documentation cut-off: 2016-09-06 12:00 (Asia/Shanghai), 5 working hours left."
    )


def test_of_a_day_no_hour_is_shown_and_without_a_zone_the_offset() -> None:
    missed = Deadline(kind="documentation", at=datetime(2016, 9, 6, tzinfo=UTC), whole_day=True)
    lines = list(lateness(an_urgency(missed=missed, working_hours_left=None), "en"))
    assert lines[1] == "Documentation cut-off missed: 2016-09-06 (UTC+0000)."
    assert lines[2] == "Documentation cut-off: 2016-09-06 12:00 (Asia/Shanghai)."


@pytest.mark.parametrize("stage", [f"S{number}" for number in range(9)])
def test_every_stage_has_its_words_in_chinese(stage: str) -> None:
    first = next(lateness(an_urgency(stage=stage), "zh"))
    assert first != "。" and first.endswith("。") and not first.isascii()


def test_only_the_label_is_coloured(founding: Report) -> None:
    assert "\x1b[1;33mACT TODAY\x1b[0m  Booked" in page(founding, an_urgency(), color=True)
