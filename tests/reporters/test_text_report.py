"""The text report is what a clerk reads: the verdict first, both texts beside each other, what to do."""

import re

import pytest

from docvalidate.model import Check, Finding, Report
from docvalidate.reporters.as_text import render
from docvalidate.reporters.typesetting import columns
from docvalidate.wording import catalogue


def shown(report: Report, language: str = "en", color: bool = False, width: int = 80) -> str:
    return render(report, language=language, color=color, width=width)


def test_opens_with_the_verdict_and_the_first_reason(founding: Report) -> None:
    assert shown(founding).splitlines()[:3] == [
        "HELD  Do not approve this draft.",
        "The notify party is not the one instructed.",
        "Errors 3, not verified 0, warnings 1, notes 1.",
    ]


def test_says_on_whose_word_the_version_rests(founding: Report) -> None:
    text = shown(founding)
    assert "Held against  version 2016-08, Vendor shipping procedure" in text
    assert "by imports@harborline.example on 2016-09-02, for order PO-44718" in text
    assert "Evidence      mail-2016-09-02.eml" in text


def test_says_that_nobody_confirmed_the_version(founding: Report) -> None:
    assert founding.instruction is not None
    held = founding.instruction.model_copy(update={"confirmation": None})
    assert "Confirmed     by nobody" in shown(founding.model_copy(update={"instruction": held}))


def test_marks_only_the_words_that_differ(founding: Report) -> None:
    line = next(line for line in shown(founding).splitlines() if "USA" in line and "10041" in line)
    assert line == "  >>BALTIMORE, MD 21202,<< USA          | >>NEW YORK, NY 10041,<< USA"


def test_marks_nothing_in_a_field_that_agrees(founding: Report) -> None:
    consignee = shown(founding).split("-- ")[1]
    assert "AGREES" in consignee
    assert ">>" not in consignee


def test_names_the_superseded_version_under_the_field(founding: Report) -> None:
    notify = shown(founding).split("-- ")[2]
    assert "superseded version" in notify
    assert "2014-03" in notify


def test_says_where_a_value_stands_and_how_it_was_found(founding: Report) -> None:
    port = " ".join(shown(founding).split("-- ")[3].split())
    assert "page 1, “Port of Discharge”, box 290, 300 to 420, 320 pt from the top left" in port
    assert "inferred: discharged here, delivered elsewhere" in port


def test_names_the_fields_that_nobody_asked_about(founding: Report) -> None:
    assert "The instruction says nothing of: port of discharge. Not checked." in shown(founding)


def test_ends_with_the_notes(founding: Report) -> None:
    assert shown(founding).endswith("  - The consignee is the one instructed, written differently. [DV111]\n")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_keeps_within_the_width(founding: Report, width: int, language: str) -> None:
    assert max(map(columns, shown(founding, language, width=width).splitlines())) <= width


def test_speaks_chinese_throughout(founding: Report) -> None:
    text = shown(founding, "zh")
    assert text.startswith("不可放行  请勿确认此草稿。\n")
    english = {label for label in catalogue("en")["report"].values() if "{" not in label}
    assert [label for label in english if label in text] == []


def test_colours_only_where_asked(founding: Report) -> None:
    assert "\x1b[" not in shown(founding)
    assert "\x1b[1;31mHELD\x1b[0m" in shown(founding, color=True)
    assert ">>" not in shown(founding, color=True)


def test_colour_changes_no_word(founding: Report) -> None:
    bare = re.sub(r"\x1b\[[0-9;]*m", "", shown(founding, color=True))
    assert bare.replace(" ", "") == shown(founding).replace(">>", "").replace("<<", "").replace(" ", "")


def test_shows_control_characters_instead_of_obeying_them(founding: Report) -> None:
    check = Check(field="consignee", status="mismatch", expected="ACME", found="ACME\x1b[2J\x07")
    assert "ACME<1B>[2J<07>" in shown(founding.model_copy(update={"checks": (check,)}))


def test_a_document_that_cannot_be_read_still_gives_a_whole_report(founding: Report) -> None:
    unreadable = Finding(
        code="DV401",
        name="document-unreadable",
        severity="unverified",
        message="The document cannot be read: damaged.",
        advice="Ask for another copy.",
    )
    report = founding.model_copy(
        update={
            "verdict": "unverified",
            "document": None,
            "findings": (unreadable,),
            "checks": tuple(
                Check(field=field, status="unreadable", expected="ACME" if field == "consignee" else None)
                for field in ("consignee", "notify_party", "transshipment_port")
            ),
        }
    )
    text = shown(report)
    assert text.startswith("NOT VERIFIED  Do not approve this draft yet: something could not be checked.\n")
    assert "Draft         could not be read" in text
    assert text.count("NOT CERTAIN") == 3
    assert "What to do: Ask for another copy." in text


def test_a_cleared_draft_may_be_approved(founding: Report) -> None:
    report = founding.model_copy(update={"verdict": "cleared", "findings": (), "checks": founding.checks[:1]})
    assert shown(report).splitlines()[0] == "CLEARED  This draft may be approved."


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_counts_stay_within_a_narrow_terminal(founding: Report, language: str) -> None:
    lines = render(founding, language=language, color=False, width=40).splitlines()
    assert max(map(columns, lines[: lines.index("")])) <= 40


def test_a_chinese_label_has_no_blank_behind_its_colon(founding: Report) -> None:
    assert re.search("： ", render(founding, language="zh", color=False, width=80)) is None
