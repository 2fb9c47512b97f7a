"""`docvalidate evidence` packs a case and verifies it: 0 whole, 1 not, 2 usage error."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.registries import FOUNDING

Run = Callable[..., tuple[int, str, str]]
CASE = FOUNDING.parent
CHECK = ("check", "draft.pdf", "--supporting", "booking.pdf", "--customer", "HARBORLINE", "--order", "PO-44718")


@pytest.fixture(autouse=True)
def _the_case(tmp_path: Path) -> None:
    """The case in the folder where we stand: draft, booking, instructions."""
    for name in ("draft.pdf", "booking.pdf"):
        shutil.copy(CASE / name, tmp_path)
    shutil.copytree(FOUNDING, tmp_path / "instructions")


@pytest.fixture
def report(run: Run) -> str:
    where = ("--registry", "instructions", "--as-of", "2016-09-05", "--format", "json", "--output", "report.json")
    status, _, err = run(*CHECK, *where)
    assert (status, err) == (1, "")
    return "report.json"


@pytest.fixture
def case(run: Run, report: str) -> str:
    status, _, err = run("evidence", report, "--registry", "instructions", "-o", "case.zip")
    assert (status, err) == (0, "")
    return "case.zip"


def test_packs_a_case_and_verifies_it(run: Run, report: str) -> None:
    status, out, _ = run("evidence", report, "--registry", "instructions", "--output", "case.zip")
    assert status == 0
    assert out.startswith("case.zip: 16 files, ")
    assert "the report is the same, byte by byte" in out
    shutil.rmtree("instructions")
    status, out, _ = run("evidence", "verify", "case.zip")
    assert status == 0
    assert out.startswith("case.zip: whole. 16 files, SHA-256 ")
    assert "the report is the same, byte by byte" in out


def test_takes_everything_but_the_supporting_papers_from_a_record(run: Run) -> None:
    assert run("instructions", "add", "instructions", "--registry", "registry.db")[0] == 0
    where = ("--registry", "registry.db", "--as-of", "2016-09-05", "--record", "--format", "json")
    assert run(*CHECK, *where, "--output", "report.json")[0] == 1
    Path("booking.pdf").rename("elsewhere.pdf")
    Path("draft.pdf").unlink()
    shutil.rmtree("instructions")
    pack = ("evidence", "report.json", "--registry", "registry.db", "-o", "case.zip")
    status, _, err = run(*pack)
    assert status == 2
    assert "booking.pdf: not beside the report" in err and "--supporting" in err
    assert run(*pack, "--supporting", "elsewhere.pdf")[0] == 0
    Path("registry.db").unlink()
    status, out, _ = run("evidence", "verify", "case.zip", "--lang", "zh")
    assert status == 0
    assert "报告逐字节一致" in out


def test_names_the_file_that_was_changed(run: Run, case: str) -> None:
    data = bytearray(Path(case).read_bytes())
    data[data.index(Path("instructions/mail-2016-09-02.eml").read_bytes()) + 40] ^= 1
    Path(case).write_bytes(data)
    status, out, err = run("evidence", "verify", case)
    assert (status, err) == (1, "")
    assert out.startswith("case.zip: NOT WHOLE.")
    assert "instructions/mail-2016-09-02.eml: was changed after it was packed." in out
    status, out, _ = run("evidence", "verify", case, "--format", "json")
    told = json.loads(out)
    assert (status, told["whole"], told["repeated"]) == (1, False, "not_tried")
    assert told["faults"][0]["kind"] == "altered"


def test_a_hash_that_was_kept_elsewhere(run: Run, case: str) -> None:
    digest = json.loads(run("evidence", "verify", case, "--format", "json")[1])["sha256"]
    assert run("evidence", "verify", case, "--against", digest)[0] == 0
    status, out, _ = run("evidence", "verify", case, "--against", "0" * 64)
    assert status == 1
    assert digest in out


def test_a_paper_may_be_named(run: Run, report: str) -> None:
    Path("draft.pdf").rename("renamed.pdf")
    pack = ("evidence", report, "--registry", "instructions", "-o", "case.zip")
    assert run(*pack)[0] == 2
    assert run(*pack, "--draft", "renamed.pdf")[0] == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("absent.json", "-o", "case.zip", "--registry", "instructions"), "absent.json: no such file"),
        (("report.json", "--registry", "instructions"), "where to?"),
        (("report.json", "-o", "case.zip"), "which registry?"),
        (("report.json", "other.json", "-o", "case.zip", "--registry", "instructions"), "one REPORT"),
        (("draft.pdf", "-o", "case.zip", "--registry", "instructions"), "no report of a check as JSON"),
        (("verify", "absent.zip"), "absent.zip: no such file"),
        (("verify",), "one REPORT, or `verify` and one PACK"),
    ],
)
def test_a_usage_error_is_one_line_and_writes_nothing(
    words: tuple[str, ...], message: str, run: Run, report: str
) -> None:
    status, out, err = run("evidence", *words)
    assert (status, out) == (2, "")
    assert err.startswith(f"docvalidate: {message}")
    assert err.count("\n") == 1
    assert not Path("case.zip").exists()


def test_what_is_no_pack_is_not_whole(run: Run) -> None:
    status, out, _ = run("evidence", "verify", "draft.pdf")
    assert status == 1
    assert "NOT WHOLE" in out


def test_a_report_is_packed_with_the_registry_that_it_was_made_with(run: Run, report: str) -> None:
    assert run("instructions", "add", "instructions", "--registry", "registry.db")[0] == 0
    status, out, err = run("evidence", report, "--registry", "registry.db", "-o", "case.zip")
    assert (status, out) == (2, "") and "name the folder that it was made with" in err and err.count("\n") == 1
    where = ("--registry", "registry.db", "--as-of", "2016-09-05", "--format", "json", "--output", "recorded.json")
    assert run(*CHECK, *where)[0] == 1
    status, out, err = run("evidence", "recorded.json", "--registry", "instructions", "-o", "case.zip")
    assert (status, out) == (2, "") and "the report rests on a record up to entry 7" in err
    assert not Path("case.zip").exists()
