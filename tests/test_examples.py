"""The examples run as they stand, and say what the README says of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CASE = ROOT / "sample_docs" / "founding-case"


def run(*words: str) -> tuple[int, str, str]:
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, *words], capture_output=True, encoding="utf-8", env=environ, check=False)
    return done.returncode, done.stdout, done.stderr


def test_ten_lines_say_what_is_wrong_with_the_founding_case() -> None:
    code, out, err = run(str(ROOT / "examples" / "ten_lines.py"))
    assert (code, err, out.splitlines()[0]) == (0, "", "HELD")
    assert "outdated-value" in out


def test_the_gate_stays_shut_for_a_draft_that_is_held() -> None:
    words = (str(CASE / "draft.pdf"), str(CASE / "instructions"), "HARBORLINE", "PO-44718")
    code, out, err = run(str(ROOT / "examples" / "gate.py"), *words)
    assert (code, err) == (1, "")
    assert out.startswith("PO-44718: held\n- ")


def test_the_gate_says_how_it_wants_to_be_asked() -> None:
    code, out, err = run(str(ROOT / "examples" / "gate.py"))
    assert (code, out) == (2, "")
    assert err.startswith("usage: gate.py")


def test_the_gate_does_not_know_an_unknown_customer() -> None:
    words = (str(CASE / "draft.pdf"), str(CASE / "instructions"), "NOBODY", "PO-44718")
    code, out, err = run(str(ROOT / "examples" / "gate.py"), *words)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_the_notebook_runs_and_keeps_no_output(monkeypatch: pytest.MonkeyPatch) -> None:
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    pytest.importorskip("pandas")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    book = nbformat.read(ROOT / "examples" / "founding_case.ipynb", as_version=4)
    cells = [cell for cell in book.cells if cell.cell_type == "code"]
    assert [(cell.outputs, cell.execution_count) for cell in cells] == [([], None)] * len(cells)
    nbclient.NotebookClient(book, timeout=120, resources={"metadata": {"path": str(ROOT / "examples")}}).execute()
    results = [output.data for cell in cells for output in cell.outputs if output.output_type == "execute_result"]
    draft, report, findings, checks, half, corrected, found = results
    assert "data:image/png;base64," in draft["text/html"]
    assert all(">HELD<" in shown["text/html"] and "<details" in shown["text/html"] for shown in (report, half))
    assert "outdated-value" in findings["text/html"] and "not_required" not in checks["text/html"]
    assert "partial-update" in half["text/html"]
    assert (corrected["text/plain"], found["text/plain"]) == ("'cleared'", "(10, 15, ())")
    (printed,) = [output.text for cell in cells for output in cell.outputs if output.output_type == "stream"]
    assert [line.split()[-1] for line in printed.splitlines()[-3:]] == ["held", "held", "cleared"]
