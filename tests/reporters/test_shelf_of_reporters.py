"""Reporters are collected, and each draws from the report alone."""

from pathlib import Path

import pytest

from docvalidate.model import Report
from docvalidate.reporters import shelf

FOUNDING = Path(__file__).parents[2] / "sample_docs" / "founding-case"


def test_collects_every_module_with_a_name() -> None:
    assert {"json", "text"} <= set(shelf())


@pytest.fixture
def with_its_draft(founding: Report) -> Report:
    """The report of a check that was just made, which still has the draft's own bytes."""
    assert founding.document is not None
    document = founding.document.model_copy().remember((FOUNDING / "draft.pdf").read_bytes())
    return founding.model_copy(update={"document": document})


@pytest.mark.parametrize("name", sorted(shelf()))
def test_the_same_report_gives_the_same_text(name: str, with_its_draft: Report) -> None:
    first, second = (shelf()[name].render(with_its_draft, language="en", color=False, width=80) for _ in range(2))
    assert first == second
    assert first if isinstance(first, bytes) else first.endswith("\n")


@pytest.mark.parametrize("name", sorted(shelf()))
def test_every_reporter_says_what_it_is(name: str) -> None:
    assert shelf()[name].__doc__
