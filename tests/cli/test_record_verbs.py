"""What a verb shows is what it does; a slip of the keyboard puts nothing on record."""

from collections.abc import Callable
from pathlib import Path

import pytest

from docvalidate.model import WordRefused
from docvalidate.registry import Registry
from tests.registries import BY, FOUNDING, TODAY, founding

Run = Callable[..., tuple[int, str, str]]
HARBORLINE = ("--customer", "HARBORLINE")


@pytest.fixture
def home(tmp_path: Path) -> str:
    path = str(tmp_path / "registry.db")
    founding(path)
    return path


def entries(home: str) -> int:
    head = Registry(home).head()
    assert head is not None
    return head.number


WITHDRAW = ("instructions", "withdraw", "--reason", "wrong order", "--by", BY, "--as-of", "2016-09-05")


def test_a_dry_run_shows_the_entry_that_would_be_taken_back(run: Run, home: str) -> None:
    status, out, _ = run(*WITHDRAW, "6", "--registry", home, "--dry-run")
    assert (status, entries(home)) == (0, 7)
    assert out.startswith("#6  2016-09-02: version 2016-08 of HARBORLINE confirmed") and out.count("\n") == 1


def test_what_is_taken_back_is_shown_first(run: Run, home: str) -> None:
    status, out, _ = run(*WITHDRAW, "#6", "--registry", home)
    assert (status, entries(home)) == (0, 8)
    assert [line.split()[0] for line in out.splitlines()] == ["#6", "#8"]


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_what_cannot_be_taken_back_is_refused_in_a_dry_run_too(run: Run, home: str, more: tuple[str, ...]) -> None:
    assert run(*WITHDRAW, "99", "--registry", home, *more)[::2] == (
        2, "docvalidate: entry 99: no such entry on record\n"
    )  # fmt: skip
    assert run("instructions", "close", "PO-44718", *HARBORLINE, "--registry", home)[0] == 0
    status, out, err = run(*WITHDRAW, "8", "--registry", home, *more)
    assert (status, out) == (2, "") and "only a version or a word can be withdrawn" in err


def test_an_order_that_no_entry_names_is_not_closed(run: Run, home: str) -> None:
    status, out, err = run("instructions", "close", "PO-44781", *HARBORLINE, "--registry", home)
    assert (status, out, entries(home)) == (2, "", 7)
    assert err == "docvalidate: PO-44781: no entry names this order of HARBORLINE; is it written as on record?\n"
    assert run("instructions", "close", "po-44718", *HARBORLINE, "--registry", home)[0] == 0


def test_a_folder_has_no_history_and_says_so(run: Run) -> None:
    status, out, err = run("history", "PO-44718", "--registry", str(FOUNDING))
    assert (status, out) == (2, "") and "a folder of files keeps no record, and so no history" in err


def test_the_history_of_another_customers_order_names_whose_it_is(run: Run, home: str) -> None:
    _, _, err = run("history", "PO-44718", "--registry", home, "--customer", "HARBOURLINE")
    assert err == "docvalidate: PO-44718: no order of HARBOURLINE, but of HARBORLINE\n"
    _, _, err = run("history", "PO-1", "--registry", home)
    assert err == "docvalidate: PO-1: no entry names this order; is it written as on record?\n"


def test_a_question_that_cannot_be_put_on_record_is_not_written(run: Run) -> None:
    words = ("instructions", "ask", "--order", "PO-9", *HARBORLINE, "--as-of", "2016-09-05", "--record")
    status, out, err = run(*words, "--registry", str(FOUNDING), "--output", "letter.txt")
    assert (status, out) == (2, "") and "keeps no record" in err and err.count("\n") == 1
    assert not Path("letter.txt").exists()


def test_a_waiver_of_nothing_is_refused(run: Run, home: str) -> None:
    words = ("--order", "PO-44718", "--field", "consignee", "--accepted", " ", "--by", BY, "--date", "2016-09-03")
    status, _, err = run("instructions", "waive", *words, *HARBORLINE, "--registry", home, "--as-of", "2016-09-05")
    assert (status, entries(home)) == (2, 7) and "an empty one accepts nothing" in err
    with pytest.raises(WordRefused):
        Registry(home).waive("HARBORLINE", order="PO-44718", field="consignee", accepted="", by=BY, on=TODAY)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "draft.pdf", "--order", ""),
        ("instructions", "ask", "--order", " "),
        ("instructions", "confirm", "2016-08", "--order", ""),
        ("instructions", "close", ""),
        ("history", ""),
    ],
)
def test_an_empty_order_is_no_order(run: Run, words: tuple[str, ...]) -> None:
    status, out, err = run(*words)
    assert (status, out) == (2, "") and "an empty order is no order" in err and err.count("\n") == 1


@pytest.mark.parametrize("moment", ["9999-12-31T23:59-12:00", "0001-01-01T00:00+14:00", "0016-09-06"])
def test_a_cut_off_in_no_year_of_shipping_is_a_slip(run: Run, moment: str) -> None:
    status, out, err = run("check", "draft.pdf", "--cutoff", moment)
    assert (status, out) == (2, "") and "is not a moment such as" in err and err.count("\n") == 1


def test_help_names_every_report_format_and_no_option_that_does_nothing(run: Run) -> None:
    from docvalidate.reporters import shelf

    told = " ".join(run("check", "--help")[1].split())
    assert [name for name in shelf() if f"{name}," not in told and f"{name} (default" not in told] == []
    for verb, idle in (("add", "--customer"), ("add", "--as-of"), ("verify", "--customer"), ("withdraw", "--own-dom")):
        assert idle not in run("instructions", verb, "--help")[1]
    assert "for the order?\n" in run("instructions", "ask", "--help")[1]
    for words in (("diff",), ("instructions", "diff"), ("instructions", "affected"), ("instructions", "verify")):
        assert "exit status:" in run(*words, "--help")[1]


def test_an_unknown_option_is_told_with_the_help_of_its_own_command(run: Run) -> None:
    for words in (("check", "draft.pdf"), ("instructions", "close", "PO-1")):
        _, _, err = run(*words, "--colour", "never")
        command = " ".join(word for word in words if word.isalpha())
        assert err == f"docvalidate: unrecognized arguments: --colour never (see docvalidate {command} --help)\n"


def test_an_empty_record_is_called_empty(run: Run) -> None:
    Path("lost.db").touch()
    status, out, _ = run("instructions", "verify", "--registry", "lost.db")
    assert status == 0 and out.startswith("The record is EMPTY")
    _, _, err = run("check", str(FOUNDING.parent / "draft.pdf"), "--registry", "lost.db", *HARBORLINE)
    assert err.startswith("docvalidate: lost.db: nothing is on record yet; put it there first")
