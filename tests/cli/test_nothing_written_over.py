"""A report is never written over the paper or the registry that it was made of, nor over another report."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.registries import FOUNDING, founding

Run = Callable[..., tuple[int, str, str]]
CASE = FOUNDING.parent
AGAINST = ("--registry", "registry.db", "--customer", "HARBORLINE", "--order", "PO-44718", "--as-of", "2016-09-05")


@pytest.fixture(autouse=True)
def _the_case(run: Run) -> None:
    """Draft, booking, guide, registry, report and pack in the folder where we stand."""
    for name in ("draft.pdf", "booking.pdf"):
        shutil.copy(CASE / name, name)
    founding("registry.db")
    assert run("check", "draft.pdf", *AGAINST, "--format", "json", "--output", "report.json")[0] == 1
    assert run("evidence", "report.json", "--registry", "registry.db", "-o", "case.zip")[0] == 0


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (("check", "draft.pdf", *AGAINST, "--format", "pdf", "-o", "draft.pdf"), "draft.pdf"),
        (("check", "draft.pdf", *AGAINST, "--report", "pdf=../{here}/draft.pdf"), "draft.pdf"),
        (("check", "draft.pdf", *AGAINST, "--supporting", "booking.pdf", "-o", "booking.pdf"), "booking.pdf"),
        (("check", "draft.pdf", *AGAINST, "-o", "registry.db"), "registry.db"),
        (("extract", "draft.pdf", "-o", "draft.pdf"), "draft.pdf"),
        (("extract", "draft.pdf", "--debug-image", "draft.pdf"), "draft.pdf"),
        (("diff", "draft.pdf", "booking.pdf", "-o", "booking.pdf"), "booking.pdf"),
        (("letter", "amendment", "report.json", "-o", "report.json"), "report.json"),
        (("evidence", "report.json", "--registry", "registry.db", "-o", "report.json"), "report.json"),
        (("evidence", "verify", "case.zip", "-o", "case.zip"), "case.zip"),
        (("instructions", "verify", "--registry", "registry.db", "-o", "registry.db"), "registry.db"),
        (("instructions", "import", "draft.pdf", "--customer", "X", "-o", "draft.pdf"), "draft.pdf"),
    ],
)
def test_what_was_handed_in_stays_as_it_is(run: Run, words: tuple[str, ...], kept: str) -> None:
    before = Path(kept).read_bytes()
    status, out, err = run(*(word.replace("{here}", Path.cwd().name) for word in words))
    assert (status, out) == (2, "")
    assert f"that is {kept} itself" in err and err.count("\n") == 1
    assert Path(kept).read_bytes() == before


def test_two_reports_do_not_go_to_one_file(run: Run) -> None:
    words = ("--report", "html=both.out", "--report", "csv=./both.out")
    status, out, err = run("check", "draft.pdf", *AGAINST, *words)
    assert (status, out) == (2, "") and "two reports go to one file" in err
    assert not Path("both.out").exists()


def test_an_earlier_report_is_written_over(run: Run) -> None:
    assert run("check", "draft.pdf", *AGAINST, "-o", "report.json")[0] == 1
    assert Path("report.json").read_text("utf-8").startswith("HELD")
