"""Reporters are collected, and each draws from the report alone."""

import pytest

from docvalidate.model import Report
from docvalidate.reporters import shelf


def test_collects_every_module_with_a_name() -> None:
    assert {"json", "text"} <= set(shelf())


@pytest.mark.parametrize("name", sorted(shelf()))
def test_the_same_report_gives_the_same_text(name: str, founding: Report) -> None:
    first, second = (shelf()[name].render(founding, language="en", color=False, width=80) for _ in range(2))
    assert first == second
    assert first.endswith("\n")


@pytest.mark.parametrize("name", sorted(shelf()))
def test_every_reporter_says_what_it_is(name: str) -> None:
    assert shelf()[name].__doc__
