"""The founding case from end to end: what the clerk must be able to read off the report."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
CASE = Path(__file__).parents[2] / "sample_docs" / "founding-case"
ASKED = ("--registry", str(CASE / "instructions"), "--customer", "HARBORLINE", "--order", "PO-44718")
THEN = ("--as-of", "2016-09-05")


def words(text: str) -> str:
    """The text without its line breaks, as one reads it."""
    return " ".join(text.split())


def test_the_draft_is_held_and_the_report_says_why(run: Run) -> None:
    code, out, err = run("check", str(CASE / "draft.pdf"), *ASKED, *THEN)
    assert (code, err, out.splitlines()[0]) == (1, "", "HELD  Do not approve this draft.")
    said = words(out)
    assert "The notify party on the draft is that of version 2014-03, which 2016-08 has replaced." in said
    assert "Baltimore, MD, US (USBAL); not New | >>NEW YORK, NY<<" in said
    assert "The goods change over at NEW YORK, NY (inferred: discharged here, delivered elsewhere)" in said
    assert "Confirmed by imports@harborline.example on 2016-09-02, for order PO-44718" in said
    assert "Evidence mail-2016-09-02.eml" in said
    assert "What to do: Ask the forwarder or carrier to change the routing before loading" in said


def test_the_same_in_chinese(run: Run) -> None:
    code, out, err = run("check", str(CASE / "draft.pdf"), *ASKED, *THEN, "--lang", "zh")
    assert (code, err, out.splitlines()[0]) == (1, "", "不可放行  请勿确认此草稿。")
    said = out.replace("\n", "").replace(" ", "")
    assert "草稿上的通知人是2014-03版的内容" in said
    assert "imports@harborline.example于2016-09-02确认" in said
    assert "货物在NEWYORK,NY中转" in said


def test_the_corrected_draft_with_its_booking_is_cleared(run: Run) -> None:
    draft, booking = CASE / "corrected-draft.pdf", CASE / "corrected-booking.pdf"
    code, out, err = run("check", str(draft), *ASKED, *THEN, "--supporting", str(booking))
    assert (code, err) == (0, "")
    assert out.startswith("CLEARED  This draft may be approved.\n")


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_same_draft_gives_the_same_bytes(run: Run, form: str) -> None:
    asked = ("check", str(CASE / "draft.pdf"), *ASKED, *THEN, "--format", form)
    assert run(*asked) == run(*asked)


def test_a_report_stands_in_json_as_it_was_printed(run: Run) -> None:
    _, out, _ = run("check", str(CASE / "draft.pdf"), *ASKED, *THEN, "--format", "json")
    report = json.loads(out)
    assert [check["status"] for check in report["checks"]][:3] == ["match", "mismatch", "mismatch"]
    assert report["instruction"]["version"] == "2016-08"
    assert report["document"]["notify_parties"][0]["source"]["page"] == 1
