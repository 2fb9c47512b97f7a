"""`check --format pdf` writes the marked draft, also beside another report."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.registries import FOUNDING

Run = Callable[..., tuple[int, str, str]]
CASE = FOUNDING.parent
AGAINST = (
    "--registry", str(FOUNDING), "--customer", "HARBORLINE", "--order", "PO-44718", "--as-of", "2016-09-05"
)  # fmt: skip


def test_the_marked_draft_is_written_beside_another_report(run: Run) -> None:
    draft = CASE / "draft.pdf"
    status, out, err = run("check", str(draft), *AGAINST, "--report", "pdf=marked.pdf")
    assert (status, err) == (1, "")
    assert out.startswith("HELD")
    assert run("check", str(draft), *AGAINST, "--format", "pdf", "--output", "again.pdf")[0] == 1
    assert Path("marked.pdf").read_bytes() == Path("again.pdf").read_bytes()
    assert Path("marked.pdf").read_bytes().startswith(draft.read_bytes())


def test_a_draft_without_pages_is_one_clear_line(run: Run) -> None:
    shutil.copy(CASE.parent / "one-shipment" / "draft.xlsx", "draft.xlsx")
    status, out, err = run("check", "draft.xlsx", *AGAINST, "--format", "pdf")
    assert (status, out) == (2, "")
    assert err.startswith("docvalidate: draft.xlsx: no PDF and no picture")
    assert err.count("\n") == 1
