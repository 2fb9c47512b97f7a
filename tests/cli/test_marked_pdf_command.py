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


def test_a_draft_that_cannot_be_read_is_unverified_and_not_a_slip_of_the_caller(run: Run) -> None:
    Path("draft.pdf").write_bytes((CASE / "draft.pdf").read_bytes()[:400])
    status, out, err = run("check", "draft.pdf", *AGAINST, "--format", "pdf", "--output", "marked.pdf")
    assert (status, out) == (3, "")
    assert err.startswith("docvalidate: A document cannot be read") and "no page to mark" in err
    assert err.count("\n") == 1 and not Path("marked.pdf").exists()


def test_what_cannot_be_drawn_is_not_put_on_record(run: Run) -> None:
    assert run("instructions", "add", str(FOUNDING), "--registry", "registry.db")[0] == 0
    shutil.copy(CASE.parent / "one-shipment" / "draft.xlsx", "draft.xlsx")
    against = ("--registry", "registry.db", *AGAINST[2:], "--record")
    status, out, err = run("check", "draft.xlsx", *against, "--report", "pdf=marked.pdf", "--output", "report.txt")
    assert (status, out) == (2, "") and "no PDF and no picture" in err
    assert not Path("report.txt").exists()
    assert "7 entries" in run("instructions", "verify", "--registry", "registry.db")[1]


def test_every_face_names_a_draft_that_cannot_be_read(run: Run) -> None:
    Path("photo.pdf").write_bytes((CASE / "draft.pdf").read_bytes()[:400])
    faces = ("--report", "html=report.html", "--report", "markdown=report.md")
    status, out, _ = run("check", "photo.pdf", *AGAINST, *faces)
    assert status == 3 and "  Draft         photo.pdf, could not be read\n" in out
    for name in ("report.html", "report.md"):
        assert "photo.pdf, could not be read" in Path(name).read_text("utf-8")
