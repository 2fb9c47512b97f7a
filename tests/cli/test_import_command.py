"""`docvalidate instructions import`: the file on standard output, how much of the guide it is on standard error."""

import shutil
from pathlib import Path

import pytest

from docvalidate.cli import main

GUIDES = Path(__file__).parent.parent.parent / "sample_docs" / "guides"


def test_writes_the_file_and_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    guide = GUIDES / "three-dates" / "guide.docx"
    assert main(["instructions", "import", str(guide), "--customer", "GRANARY", "--received", "2017-06-26"]) == 0
    out, err = capsys.readouterr()
    assert out == guide.with_name("expected.yaml").read_text("utf-8")
    assert "passages not understood" in err
    assert "Dates disagree about when it takes effect: July 1, 2017, May 2017." in err


def test_says_that_a_guide_calls_itself_a_draft(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    guide, file = GUIDES / "draft-mark" / "guide.xlsx", tmp_path / "lantern.yaml"
    args = [
        "instructions",
        "import",
        str(guide),
        "--customer",
        "LANTERN",
        "--received",
        "2017-08-22",
        "--output",
        str(file),
    ]
    assert main(args) == 0
    out, err = capsys.readouterr()
    assert out == "" and file.read_text("utf-8") == guide.with_name("expected.yaml").read_text("utf-8")
    assert "calls itself a draft: DRAFT 8/21/2017 4:02:19 PM" in err


def test_a_mail_was_received_on_its_own_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["instructions", "import", str(GUIDES / "in-a-mail" / "guide.eml"), "--customer", "BRAMLEY"]) == 0
    assert "received: 2020-03-03\n" in capsys.readouterr().out


def test_asks_for_the_version_where_the_guide_has_none_or_two(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    guide = tmp_path / "guide.txt"
    guide.write_text("Routing guide\nVersion 8.0   Revision #12\n\nNo transshipment.\n", encoding="utf-8")
    assert main(["instructions", "import", str(guide), "--customer", "ACME"]) == 2
    assert "8.0 and Revision #12: give one with --version" in capsys.readouterr().err
    assert main(["instructions", "import", str(guide), "--customer", "ACME", "--version", "8.0"]) == 0
    assert 'version: "8.0"' in capsys.readouterr().out
    guide.write_text("Routing guide\n\nIssued May 3, 2016\n\nNo transshipment.\n", encoding="utf-8")
    assert main(["instructions", "import", str(guide), "--customer", "ACME"]) == 2
    assert "no version mark (marks on it: May 3, 2016)" in capsys.readouterr().err


def test_an_imported_version_never_clears_a_draft(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    case = GUIDES.parent / "founding-case"
    guide = case / "instructions" / "vendor-procedure-2016.pdf"
    main(["instructions", "import", str(guide), "--customer", "HARBORLINE", "--received", "2016-08-20"])
    text = capsys.readouterr().out
    shutil.copy(guide, tmp_path)
    words = "confirmations:\n  - {date: 2016-09-02, by: imports@harborline.example, order: PO-44718}\n"
    (tmp_path / "harborline.yaml").write_text(text + words, encoding="utf-8")
    args = ["check", str(case / "corrected-draft.pdf"), "--registry", str(tmp_path), "--customer", "HARBORLINE"]
    args += ["--order", "PO-44718", "--as-of", "2016-09-05", "--supporting", str(case / "corrected-booking.pdf")]
    assert main(args) == 3
    assert "nobody has held it against that yet" in " ".join(capsys.readouterr().out.split())
    read = text.replace("status: imported\n", "")
    (tmp_path / "harborline.yaml").write_text(read + words, encoding="utf-8")
    assert main(args) == 0
