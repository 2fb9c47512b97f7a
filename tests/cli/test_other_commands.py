"""extract, instructions, rules, explain, and the program itself."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docvalidate import __version__
from docvalidate.model import Party, TransportDocument, UnreadableDocument
from docvalidate.rules import kinds

Run = Callable[..., tuple[int, str, str]]
ENVIRON = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
Reads = Callable[[TransportDocument | Exception], list[Any]]


def test_extract_shows_the_document_as_text(run: Run, reads: Reads, draft: str) -> None:
    reads(TransportDocument(consignee=Party(text="ACME LLC"), file="draft.pdf"))
    code, out, err = run("extract", draft)
    assert (code, err) == (0, "")
    assert "Consignee           ACME LLC\n" in out


def test_extract_gives_json(run: Run, reads: Reads, draft: str) -> None:
    document = TransportDocument(consignee=Party(text="宁波 LLC"))
    reads(document)
    _, out, _ = run("extract", draft, "--format", "json")
    assert TransportDocument.model_validate_json(out) == document
    assert list(json.loads(out))[:3] == ["schema", "kind", "draft"]
    assert "宁波" in out


def test_extract_of_what_cannot_be_read_is_one_line(run: Run, reads: Reads, draft: str) -> None:
    reads(UnreadableDocument("draft.pdf: cut off\nin the middle"))
    assert run("extract", draft) == (3, "", "docvalidate: draft.pdf: cut off in the middle\n")


def test_an_error_holds_nothing_that_a_terminal_would_obey(run: Run, reads: Reads, draft: str) -> None:
    reads(UnreadableDocument("\x1b[2Jgone\r\n"))
    assert run("extract", draft) == (3, "", "docvalidate: [2Jgone\n")


def test_extract_of_what_is_not_there_is_a_usage_error(run: Run) -> None:
    assert run("extract", "absent.pdf") == (2, "", "docvalidate: absent.pdf: no such file\n")


def test_extract_draws_what_it_read(run: Run, reads: Reads, draft: str, monkeypatch: Any) -> None:
    from PIL import Image

    reads(TransportDocument())
    pages = [Image.new("RGB", (10, 10)), Image.new("RGB", (20, 10))]
    monkeypatch.setattr("docvalidate.reporters.debug_image.draw", lambda content, document: pages)
    assert run("extract", draft, "--debug-image", "seen.png")[0] == 0
    assert [Image.open(f"seen-{number}.png").size for number in (1, 2)] == [(10, 10), (20, 10)]


def test_extract_draws_only_a_pdf(run: Run, reads: Reads) -> None:
    Path("draft.json").write_text("{}", "utf-8")
    reads(TransportDocument())
    code, out, err = run("extract", "draft.json", "--debug-image", "seen.png")
    assert (code, out) == (2, "")
    assert err.startswith("docvalidate: --debug-image draws the pages of a PDF")


def test_a_report_format_of_the_settings_does_not_bind_extract(run: Run, reads: Reads, draft: str) -> None:
    Path("docvalidate.toml").write_text('format = "json"\n', "utf-8")
    reads(TransportDocument())
    assert run("extract", draft)[1].startswith("Document")


def test_instructions_are_listed_with_their_confirmations(run: Run, registry: str) -> None:
    code, out, err = run("instructions", "list", "--registry", registry)
    assert (code, err) == (0, "")
    assert " ".join(out.split()) == (
        "HARBORLINE version 2016-08, Vendor shipping procedure, replaces nothing, received 2016-08-20"
        " confirmed by imports@harborline.example on 2016-08-22, standing, mail.eml"
    )


def test_a_version_received_later_is_not_listed(run: Run, registry: str) -> None:
    _, out, _ = run("instructions", "list", "--registry", registry, "--as-of", "2016-08-19")
    assert out == "No version is on file.\n"


def test_instructions_are_listed_as_json(run: Run, registry: str) -> None:
    _, out, _ = run("instructions", "list", "--registry", registry, "--format", "json")
    assert [(one["customer"], one["version"]) for one in json.loads(out)] == [("HARBORLINE", "2016-08")]


def test_an_instruction_is_shown_with_its_lanes(run: Run, registry: str) -> None:
    code, out, _ = run("instructions", "show", "--registry", registry, "--customer", "HARBORLINE")
    assert code == 0
    assert out.endswith(
        "\nlane US East: any shipment\n"
        "  consignee\n    HARBORLINE IMPORTS LLC\n    BALTIMORE, MD 21224, USA\n"
        "  transshipment port\n    through no other port than USBAL\n    not through USNYC\n"
    )


def test_an_unknown_version_is_a_usage_error(run: Run, registry: str) -> None:
    words = ("instructions", "show", "--registry", registry, "--customer", "HARBORLINE", "--version", "1999")
    assert run(*words)[0] == 2


def test_an_invalid_instruction_file_is_a_usage_error(run: Run, registry: str) -> None:
    Path(registry, "broken.yaml").write_text("customer: [", "utf-8")
    code, out, err = run("instructions", "list", "--registry", registry)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("docvalidate: broken.yaml, line ")


def test_formats_are_listed_one_a_line_with_what_each_needs(run: Run) -> None:
    code, out, err = run("formats")
    lines = out.splitlines()
    assert (code, err, lines) == (0, "", sorted(lines))
    assert any(line.split()[0] == "pdf" and line.endswith("hold %PDF-") for line in lines)
    assert not any(line.startswith(("other_", "unknown_")) for line in lines)


def test_formats_are_listed_as_json(run: Run) -> None:
    _, out, _ = run("formats", "--format", "json")
    rows = {row["format"]: row for row in json.loads(out)}
    assert rows["pdf"] == {"format": "pdf", "extra": None, "recognises": "the first 1,024 bytes hold %PDF-"}


def test_rules_are_listed_one_a_line(run: Run) -> None:
    _, out, _ = run("rules")
    assert [line.split()[0] for line in out.splitlines()] == sorted(kind.code for kind in kinds().values())


def test_rules_are_listed_as_json(run: Run) -> None:
    _, out, _ = run("rules", "--format", "json")
    assert {row["name"]: row["severity"] for row in json.loads(out)} == {k.name: k.severity for k in kinds().values()}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_finding_is_explained_by_name_and_by_code(run: Run, language: str) -> None:
    for kind in kinds().values():
        by_name = run("explain", kind.name, "--lang", language)
        assert by_name == run("explain", kind.code.lower(), "--lang", language)
        assert by_name[0] == 0
        assert by_name[1].startswith(f"{kind.code} {kind.name} (")


def test_an_unknown_finding_is_answered_with_the_nearest(run: Run) -> None:
    code, out, err = run("explain", "notify-party-mismach")
    assert (code, out) == (2, "")
    assert err == "docvalidate: no finding is called 'notify-party-mismach'; did you mean 'notify-party-mismatch'?\n"


@pytest.mark.parametrize("name", ["foo", ""])
def test_what_is_like_no_finding_is_answered_with_none(run: Run, name: str) -> None:
    assert run("explain", name) == (2, "", f"docvalidate: no finding is called {name!r}\n")


def test_a_broken_pipe_is_quiet(registry: str) -> None:
    words = [sys.executable, "-m", "docvalidate", "instructions", "list", "--registry", registry]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRON) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_prints_its_version(run: Run) -> None:
    assert run("--version") == (0, f"docvalidate {__version__}\n", "")


def test_the_version_loads_nothing_slow() -> None:
    code = (
        "import sys; from docvalidate.cli import main\ntry: main(['--version'])\nexcept SystemExit: print(*sys.modules)"
    )
    words = [sys.executable, "-c", code]
    out = subprocess.run(words, capture_output=True, text=True, check=True, env=ENVIRON).stdout
    assert not {"pydantic", "yaml", "pypdfium2", "rapidfuzz", "argparse", "pathlib"} & set(out.split())


@pytest.mark.parametrize(
    "words", [(), ("check",), ("extract",), ("rules",), ("explain",), ("instructions",), ("instructions", "list")]
)
def test_help_names_the_command(run: Run, words: tuple[str, ...]) -> None:
    code, out, err = run(*words, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(" ".join(("usage: docvalidate", *words)))


def test_every_format_is_told_in_chinese(run: Run) -> None:
    rows = [line for line in run("formats", "--lang", "zh")[1].splitlines() if not re.search("[\u4e00-\u9fff]", line)]
    assert rows == []
