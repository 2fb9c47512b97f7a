"""The shelf of rules is collected, and no two rules claim one finding."""

from types import SimpleNamespace

import pytest

from docvalidate import rules
from docvalidate.model.case import Kind
from docvalidate.wording import catalogue


@pytest.fixture
def shelf(monkeypatch):
    """A shelf of these findings, one rule each."""

    def of(*findings):
        shelf = tuple(
            SimpleNamespace(__name__=name.replace("-", "_"), FINDINGS=(Kind(code, name, "error"),))
            for code, name in findings
        )
        monkeypatch.setattr(rules, "shelf", lambda: shelf)
        rules.kinds.cache_clear()

    yield of
    monkeypatch.undo()
    rules.kinds.cache_clear()


def test_knows_every_finding_by_its_name(shelf):
    shelf(("DV901", "one"), ("DV902", "two"))
    assert {name: kind.code for name, kind in rules.kinds().items()} == {"one": "DV901", "two": "DV902"}


@pytest.mark.parametrize("second", [("DV901", "two"), ("DV902", "one")], ids=["code", "name"])
def test_tells_that_a_finding_is_claimed_twice(shelf, second):
    shelf(("DV901", "one"), second)
    with pytest.raises(ValueError, match="claimed twice"):
        rules.kinds()


def test_every_rule_says_when_it_passes_and_when_it_fails():
    for rule in rules.shelf():
        assert "PASS" in (rule.__doc__ or "") and "FAIL" in (rule.__doc__ or ""), rule.__name__


def test_every_finding_has_words():
    unworded = [name for name in rules.kinds() if not catalogue("en").get(name, {}).get("message")]
    assert unworded == []
