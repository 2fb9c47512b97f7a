"""A confirmation that only takes note is told; one that says yes, or that stands in a folder, is left alone."""

import pytest

from docvalidate.model.ledger import Grade, Recorded
from docvalidate.rules import judge
from tests.versions_builders import a_case, a_version, a_word, chosen


def told(grade: Grade | None) -> list[str]:
    recorded = None if grade is None else Recorded(entry=1, at="2016-08-22T00:00:00Z", by="clerk", grade=grade)
    choice = chosen(a_version("2016-08", "2016-08-20", a_word(recorded=recorded)))
    return [found.message for found in judge(a_case(choice), "en") if found.name == "confirmation-weak"]


def test_tells_a_word_that_only_takes_note() -> None:
    assert told("noted") == [
        "The confirmation of version 2016-08 by imports@harborline.example on 2016-08-22 only takes note,"
        " or does not name what it confirms: –"
    ]


@pytest.mark.parametrize("grade", ["named", "answered", "reported", None])
def test_leaves_every_other_word_alone(grade: Grade | None) -> None:
    assert told(grade) == []


def test_leaves_alone_what_nobody_confirmed() -> None:
    choice = chosen(a_version("2016-08", "2016-08-20"))
    assert [found for found in judge(a_case(choice), "en") if found.name == "confirmation-weak"] == []
