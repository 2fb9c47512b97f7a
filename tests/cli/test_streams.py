"""A service has no standard output, a pipe ends early: the status is still the right one, and an error is one line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from docvalidate.cli import console
from tests.registries import FOUNDING

PROGRAM = (sys.executable, "-m", "docvalidate")
ENVIRON = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
CHECK = ("check", str(FOUNDING.parent / "draft.pdf"), "--registry", str(FOUNDING), "--customer", "HARBORLINE")
PO = ("--order", "PO-44718", "--as-of", "2016-09-05")


def without(stream: int, *words: str) -> tuple[int, str]:
    """Status and standard error of the program, run with that stream closed."""
    program = "[sys.executable, '-m', 'docvalidate', *sys.argv[1:]]"
    code = f"import os, sys; os.close({stream}); os.execv(sys.executable, {program})"
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, env=ENVIRON)
    return done.returncode, done.stderr


def test_a_report_goes_into_its_file_where_there_is_no_standard_output(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    assert without(1, *CHECK, *PO, "--output", str(file)) == (1, "")
    assert file.read_text("utf-8").startswith("HELD")


@pytest.mark.parametrize("words", [("rules",), (*CHECK, *PO, "--format", "pdf")])
def test_without_standard_output_a_file_must_be_named(words: tuple[str, ...]) -> None:
    assert without(1, *words) == (2, "docvalidate: standard output is closed: give --output\n")


@pytest.mark.parametrize("words", [("check", "-", *CHECK[2:]), ("extract", "-"), ("letter", "amendment", "-")])
def test_without_standard_input_a_file_must_be_named(words: tuple[str, ...]) -> None:
    assert without(0, *words) == (2, "docvalidate: standard input is closed: name a file instead of -\n")


def test_an_error_that_nobody_reads_keeps_its_status() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    try:
        # 1 would say that the draft was held.
        assert subprocess.run([*PROGRAM, "extract", "absent.pdf"], stderr=writes, env=ENVIRON).returncode == 2
    finally:
        os.close(writes)


def test_a_file_that_is_no_text_is_not_written_to_a_terminal(run, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(console, "on_terminal", lambda: True)
    status, out, err = run(*CHECK, *PO, "--format", "pdf")
    assert (status, out) == (2, "")
    assert err == "docvalidate: pdf is no text for a terminal: give --output, such as --output report.pdf\n"
