"""Version marks and dates as customers print them; what disagrees is shown, and nothing is guessed."""

from datetime import date

import pytest

from docvalidate.guides import written
from docvalidate.guides.marks import dates_in, is_draft_mark, versions_in
from docvalidate.guides.writing import VersionOpen
from docvalidate.model.guide import Guide

from .builders import a_page, a_text


def said(text: str) -> list[tuple[str, str]]:
    return [(it.kind, it.text) for it in (*dates_in(text), *versions_in(text))]


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("ISSUE DATE: 1/01/2011 NUMBER: GRNPRO2011 Last Revised: 06/05/2017",
         [("issued", "1/01/2011"), ("revised", "06/05/2017"), ("number", "NUMBER: GRNPRO2011")]),
        ("Effective Date: May 21, 2007 - Revision Date: January 26, 2016 - Version 8.0",
         [("effective", "May 21, 2007"), ("revised", "January 26, 2016"), ("version", "Version 8.0")]),
        ("Version Revised: August 2017 · Effective August 15, 2017",
         [("revised", "August 2017"), ("effective", "August 15, 2017")]),
        ("UPDATED: 07/17/15", [("revised", "07/17/15")]),
        ("Version 5, 18th September 2015", [("date", "18th September 2015"), ("version", "Version 5")]),
        ("Valid from: December 2015", [("effective", "December 2015")]),
        ("Revision Twenty-three December 7, 2015", [("revised", "December 7, 2015"), ("revision", "Revision "
            "Twenty-three")]),
        ("Version: January, 2017", [("date", "January, 2017"), ("version", "Version: January, 2017")]),
        ("Revision Level -", [("revision", "Revision Level -")]),
        ("版本：3.1  2024年5月1日起生效", [("effective", "2024年5月1日"), ("version", "版本：3.1")]),
        ("There is an issue with revision of this", []),
    ],
)  # fmt: skip
def test_a_line_of_marks(line: str, marks: list[tuple[str, str]]) -> None:
    assert said(line) == marks


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("6/21/2017", date(2017, 6, 21)), ("21/6/2017", date(2017, 6, 21)), ("5/5/17", date(2017, 5, 5)),
        ("07/08/15", None), ("1.02.2016", None), ("2016-08-20", date(2016, 8, 20)),
        ("20 August 2016", date(2016, 8, 20)), ("August 2016", None),
        ("2024年5月1日", date(2024, 5, 1)), ("2/30/2017", None),
    ],
)  # fmt: skip
def test_a_date_that_can_be_read_in_two_ways_is_no_day(printed: str, day: date | None) -> None:
    assert [it.day for it in dates_in(f"Effective {printed}")] == [day]


@pytest.mark.parametrize(
    ("line", "draft"),
    [
        ("DRAFT", True), ("DRAFT 8/21/2017 4:02:19 PM", True), ("Routing Guide (draft)", False), ("Routing Guide - "
            "Draft", True),
        ("Status: draft", True),
        ("PRELIMINARY", True), ("征求意见稿", True), ("Send the draft B/L to us", False),
        ("Draft bill of lading", False), ("The draft must be approved by our office before the vessel sails.", False),
    ],
)  # fmt: skip
def test_what_calls_the_guide_a_draft(line: str, draft: bool) -> None:
    assert is_draft_mark(line) is draft


def file_of(guide: Guide, version: str | None = None) -> str:
    return written(guide, customer="ACME", received=date(2016, 8, 20), version=version)


def test_one_effective_date_is_taken() -> None:
    guide = a_text("Version 7, effective September 1, 2016", "No transshipment.")
    assert (guide.effective_from, guide.versions, guide.disagreeing) == (date(2016, 9, 1), ("7",), ())
    assert "effective_from: 2016-09-01" in file_of(guide)


def test_dates_that_disagree_are_shown_and_none_is_taken() -> None:
    guide = a_text(
        "Version 7, effective September 1, 2016", "These instructions are effective August 2016.", "No transshipment."
    )
    assert guide.effective_from is None
    assert [mark.text for mark in guide.disagreeing] == ["September 1, 2016", "August 2016"]
    assert "effective_from" not in file_of(guide)


@pytest.mark.parametrize("words", ["Effective 07/08/15", "Effective August 2016"])
def test_a_date_that_is_not_one_day_is_not_taken(words: str) -> None:
    assert a_text(f"Version 7   {words}", "No transshipment.").effective_from is None


def test_the_day_of_a_clause_is_not_that_of_the_guide() -> None:
    guide = a_text("Version 7", "Effective July 1, 2018 the consignee changes to our new company.")
    assert (guide.effective_from, guide.disagreeing) == (None, ())
    assert ("date", "July 1, 2018") in [(mark.kind, mark.text) for mark in guide.marks]


def test_what_it_supersedes_only_where_that_is_printed() -> None:
    assert (it := a_text("Version 7, replaces version 6").supersedes) is not None and it.text == "6"
    assert a_text("Version 7", "These instructions supersede all previous instructions.").supersedes is None


def test_two_labels_are_a_question() -> None:
    guide = a_text("Version 8.0   Revision #12", "No transshipment.")
    assert guide.versions == ("8.0", "Revision #12")
    with pytest.raises(VersionOpen, match=r"8\.0 and Revision #12"):
        file_of(guide)
    assert 'version: "8.0"' in file_of(guide, "8.0")


def test_the_list_of_revisions_names_no_version_of_the_guide() -> None:
    rows = "".join(f"<tr><td>Revision {n}</td><td>0{n}/15/2015</td><td>changes</td></tr>" for n in (3, 2, 1))
    head = "<tr><td>Revision</td><td>Date</td><td>Description of change</td></tr>"
    guide = a_page("<p>Revision 3</p>", f"<h2>Revision history</h2><table>{head}{rows}</table>")
    assert guide.versions == ("Revision 3",)
    assert [mark.text for mark in guide.marks if mark.kind == "history" and mark.day] == [
        "03/15/2015",
        "02/15/2015",
        "01/15/2015",
    ]


def test_no_label_is_made_up() -> None:
    guide = a_text("Issued May 3, 2016", "No transshipment.")
    assert guide.versions == ()
    with pytest.raises(VersionOpen, match="no version mark"):
        file_of(guide)
