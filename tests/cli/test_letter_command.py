"""`letter` writes from reports as JSON alone; what it cannot read is one line and status 2."""

import json
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest

from tests.registries import founding

from .conftest import Run

SAMPLE = Path(__file__).parents[2] / "sample_docs" / "founding-case"
MOMENT = ("--as-of", "2016-09-05", "--now", "2016-09-05T15:00")


@pytest.fixture
def report(run: Run, tmp_path: Path) -> str:
    """The founding case as JSON, checked with its booking a day before the cut-off."""
    path = tmp_path / "report.json"
    status, _, _ = run(
        *("check", str(SAMPLE / "draft.pdf"), "--registry", str(SAMPLE / "instructions"), "--customer", "HARBORLINE"),
        *("--order", "PO-44718", *MOMENT, "--supporting", str(SAMPLE / "booking.pdf"), "--format", "json"),
        *("--output", str(path)),
    )
    assert status == 1
    return str(path)


def test_the_booking_itself_tells_how_late_it_is(report: str) -> None:
    urgency: dict[str, Any] = json.loads(Path(report).read_text("utf-8"))["urgency"]
    assert (urgency["stage"], urgency["deadline"]["at"]) == ("S1", "2016-09-06T12:00:00+08:00")
    assert (urgency["working_hours_left"], urgency["deadline"]["source"]["caption"]) == (5.0, "SI cut-off")


def test_writes_the_correction_request(run: Run, report: str) -> None:
    status, out, err = run("letter", "amendment", report, "--to", "docs@blueheron.example")
    assert (status, err) == (0, "")
    assert out.startswith(
        "To: docs@blueheron.example\nSubject: URGENT: B/L BHLNGB6081744, booking 6081744520, order PO"
    )
    assert "      100 LIGHT STREET\n" in out and "by 2016-09-06 12:00 (Asia/Shanghai)" in out


def test_writes_it_in_chinese(run: Run, report: str) -> None:
    _, out, _ = run("letter", "amendment", report, "--lang", "zh")
    assert "更正为（请照抄）：\n      CHESAPEAKE CUSTOMS BROKERS INC\n" in out


def test_writes_a_message_dated_on_the_day_of_the_check(run: Run, report: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.eml"
    assert run("letter", "escalation", report, "--format", "eml", "--output", str(path))[0] == 0
    message = message_from_bytes(path.read_bytes())
    assert (message["Date"], message["X-Unsent"]) == ("Mon, 05 Sep 2016 00:00:00 +0000", "1")


def test_the_note_to_a_manager_tells_the_record(run: Run, report: str, tmp_path: Path) -> None:
    home = str(tmp_path / "registry.db")
    founding(home)
    status, out, _ = run("letter", "escalation", report, "--registry", home)
    assert status == 0
    assert "2016-09-02: version 2016-08 of HARBORLINE confirmed" in " ".join(out.split())


def test_warns_where_the_customer_has_to_be_asked_first(run: Run, report: str) -> None:
    said = json.loads(Path(report).read_text("utf-8"))
    said["findings"].append({**said["findings"][0], "name": "not-confirmed-for-order"})
    Path(report).write_text(json.dumps(said), "utf-8")
    status, out, err = run("letter", "amendment", report)
    assert status == 0 and "ask first" in err and "Please correct" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("amendment", "missing.json"), "missing.json: no such file"),
        (("amendment", "nonsense.json"), "not a report of this version"),
        (("amendment", "REPORT", "--to", "nobody"), "is not an e-mail address"),
        (("amendment", "REPORT", "--deadline", "05/09/2016"), "is not a moment such as"),
        (("praise", "REPORT"), "invalid choice: 'praise'"),
    ],
)
def test_a_usage_error_is_one_line(run: Run, report: str, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    (tmp_path / "nonsense.json").write_text("{}", "utf-8")
    status, out, err = run("letter", *(report if word == "REPORT" else word for word in words))
    assert (status, out) == (2, "") and said in err and len(err.splitlines()) == 1


def test_a_misspelled_placeholder_of_the_house_is_one_line(run: Run, report: str, tmp_path: Path) -> None:
    (tmp_path / "house" / "letters").mkdir(parents=True)
    (tmp_path / "house" / "letters" / "amendment.en.txt").write_text("Subject: x\n\n{dedline}\n", "utf-8")
    try:
        status, _, err = run("letter", "amendment", report, "--house", str(tmp_path / "house"))
    finally:
        from docvalidate.wording import move_into

        move_into(None)
    assert status == 2 and "unknown placeholder {dedline}" in err and len(err.splitlines()) == 1


def test_a_check_at_another_moment_has_the_same_severities(run: Run) -> None:
    words = (
        *("check", str(SAMPLE / "draft.pdf"), "--registry", str(SAMPLE / "instructions"), "--customer", "HARBORLINE"),
        *("--order", "PO-44718", "--as-of", "2016-09-05", "--format", "json"),
    )

    def severities(*moment: str) -> tuple[int, list[tuple[str, str]]]:
        status, out, _ = run(*words, *moment)
        found = json.loads(out)["findings"]
        return status, sorted((it["name"], it["severity"]) for it in found if not it["code"].startswith("DV5"))

    late = ("--now", "2016-09-20", "--cutoff", "2016-09-06", "--etd", "2016-09-08")
    assert severities(*late) == severities()
    assert severities("--cutoff", "2016-09-06T12:00") == severities()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_report_that_a_shell_of_windows_wrote_is_read(run: Run, report: str, tmp_path: Path, encoding: str) -> None:
    redirected = tmp_path / "redirected.json"
    redirected.write_bytes(Path(report).read_text("utf-8").encode(encoding))
    assert run("letter", "amendment", str(redirected))[:2] == run("letter", "amendment", report)[:2]


FOUNDING = ("--registry", str(SAMPLE / "instructions"), "--customer", "HARBORLINE", "--order", "PO-44718", *MOMENT)


def test_nobody_is_asked_for_what_was_replaced(run: Run) -> None:
    words = (
        "check",
        str(SAMPLE / "draft.pdf"),
        *FOUNDING,
        "--version",
        "2014-03",
        "--format",
        "json",
        "-o",
        "old.json",
    )
    assert run(*words)[0] == 1
    for purpose in ("amendment", "confirmation"):
        status, out, err = run("letter", purpose, "old.json")
        assert (status, out) == (2, "") and err.count("\n") == 1
        assert "checked against version 2014-03, as was asked, and not against the latest one confirmed" in err
    status, out, _ = run("letter", "escalation", "old.json")
    assert status == 0 and "2014-03" in out


@pytest.mark.parametrize("purpose", ["amendment", "confirmation", "escalation"])
def test_there_is_no_letter_about_a_cleared_draft(run: Run, purpose: str) -> None:
    words = ("--supporting", str(SAMPLE / "corrected-booking.pdf"), "--format", "json", "-o", "cleared.json")
    assert run("check", str(SAMPLE / "corrected-draft.pdf"), *FOUNDING, *words)[0] == 0
    status, out, err = run("letter", purpose, "cleared.json")
    assert (status, out) == (2, "") and "the draft is cleared" in err and err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "severity", "warned"),
    [
        ("newer-version-unconfirmed", "warning", True),
        ("conflicting-confirmations", "error", True),
        ("instruction-not-read", "unverified", True),
        ("version-gap", "warning", False),
    ],
)
def test_warns_as_long_as_it_is_open_which_version_counts(
    run: Run, report: str, name: str, severity: str, warned: bool
) -> None:
    said = json.loads(Path(report).read_text("utf-8"))
    said["findings"].append({**said["findings"][0], "name": name, "severity": severity})
    Path(report).write_text(json.dumps(said), "utf-8")
    status, _, err = run("letter", "amendment", report)
    assert status == 0 and ("ask first" in err) is warned


def test_a_draft_without_a_file_name_is_called_by_its_kind(run: Run, report: str) -> None:
    Path(report).write_text(Path(report).read_text("utf-8").replace('"draft.pdf"', '"<stdin>"'), "utf-8")
    status, out, _ = run("letter", "amendment", report)
    assert status == 0 and "stdin" not in out and ", sea waybill, HERON PACIFIC" in " ".join(out.split())
