"""What a machine imported is not taken for read, and what it could not understand is not forgotten."""

from typing import Any

from docvalidate.model.case import Case, Observation
from docvalidate.model.instruction import Clause, PrintedMark
from docvalidate.rules import (
    clause_not_checked,
    instruction_dates_conflict,
    instruction_is_draft,
    instruction_not_read,
    judge,
)
from tests.versions_builders import a_case, a_version, a_word, chosen

READ = a_case(chosen(a_version("2016-08", "2016-08-20", a_word())))
NOTHING = a_case(chosen())


def a_mark(kind: str, text: str) -> PrintedMark:
    return PrintedMark(kind=kind, text=text, source="guide.pdf, page 1")


def with_version(**values: Any) -> Case:
    return a_case(chosen(a_version("2016-08", "2016-08-20", a_word(), **values)))


class TestNotRead:
    def test_says_that_nobody_has_read_an_imported_file(self) -> None:
        seen = list(instruction_not_read.judge(with_version(status="imported", file="g.yaml")))
        assert seen == [Observation("instruction-not-read", version="2016-08", details={"file": "g.yaml"})]

    def test_says_nothing_once_the_line_is_removed(self) -> None:
        assert list(instruction_not_read.judge(READ)) == list(instruction_not_read.judge(NOTHING)) == []


class TestClauses:
    def test_one_finding_lists_the_first_clauses_and_how_many_there_are(self) -> None:
        clauses = tuple(Clause(text=f"Clause {number}\nof five") for number in range(1, 6))
        assert list(clause_not_checked.judge(with_version(clauses=clauses))) == [
            Observation(
                "clause-not-checked",
                found="Clause 1 of five | Clause 2 of five | Clause 3 of five",
                version="2016-08",
                details={"number": "5", "more": "2"},
            )
        ]

    def test_a_long_clause_is_cut(self) -> None:
        seen = next(clause_not_checked.judge(with_version(clauses=(Clause(text="long " * 100),))))
        assert seen.found is not None and len(seen.found) <= 120 and seen.found.endswith("…")

    def test_says_nothing_without_clauses(self) -> None:
        assert list(clause_not_checked.judge(READ)) == list(clause_not_checked.judge(NOTHING)) == []


class TestDraft:
    def test_shows_the_mark_and_its_place(self) -> None:
        marks = (a_mark("version", "Version 2"), a_mark("draft", "DRAFT 8/21/2017"))
        assert list(instruction_is_draft.judge(with_version(marks=marks))) == [
            Observation(
                "instruction-is-draft",
                found="DRAFT 8/21/2017",
                version="2016-08",
                details={"place": "guide.pdf, page 1"},
            )
        ]

    def test_says_nothing_of_other_marks(self) -> None:
        assert list(instruction_is_draft.judge(with_version(marks=(a_mark("version", "2"),)))) == []
        assert list(instruction_is_draft.judge(READ)) == list(instruction_is_draft.judge(NOTHING)) == []


class TestDates:
    MARKS = (a_mark("effective", "July 1, 2017"), a_mark("revised", "6/5/2017"), a_mark("effective", "May 2017"))

    def test_shows_dates_that_disagree(self) -> None:
        assert list(instruction_dates_conflict.judge(with_version(marks=self.MARKS))) == [
            Observation("instruction-dates-conflict", found="July 1, 2017 | May 2017", version="2016-08")
        ]

    def test_says_nothing_where_a_person_has_settled_them(self) -> None:
        settled = with_version(marks=self.MARKS, effective_from="2016-07-01")
        assert list(instruction_dates_conflict.judge(settled)) == []

    def test_says_nothing_where_the_marks_agree(self) -> None:
        once = with_version(marks=(self.MARKS[0], a_mark("effective", "JULY 1, 2017"), self.MARKS[1]))
        assert list(instruction_dates_conflict.judge(once)) == []
        assert list(instruction_dates_conflict.judge(READ)) == list(instruction_dates_conflict.judge(NOTHING)) == []


def test_each_of_them_has_its_severity_and_words() -> None:
    marks = (*TestDates.MARKS, a_mark("draft", "DRAFT"))
    case = with_version(status="imported", clauses=(Clause(text="Send originals by courier."),), marks=marks)
    found = {it.name: it for it in judge(case)}
    severities = {name: it.severity for name, it in found.items() if it.code in ("DV320", "DV321", "DV322", "DV323")}
    assert severities == {
        "instruction-not-read": "unverified",
        "clause-not-checked": "warning",
        "instruction-is-draft": "error",
        "instruction-dates-conflict": "warning",
    }
    assert "Send originals by courier." in found["clause-not-checked"].message
