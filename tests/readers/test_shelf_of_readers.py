"""The shelf of readers is collected; one file has one reader; installed packages may add to it."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from docvalidate import readers
from docvalidate.model import DocvalidateError, UnreadableDocument

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "a_reader_of_your_own"
PAPER = """QUAYSIDE|1
TYPE|SWB DRAFT
NUMBER|QS5550001
CONSIGNEE|ACME IMPORTS LLC;12 PIER ROAD;BOSTON, MA 02110, USA
POD|BALTIMORE, MD
"""


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[EntryPoint]]:
    """Whatever entry points a test puts in here are found as if packages had been installed."""
    points: list[EntryPoint] = []
    monkeypatch.setattr(readers, "entry_points", lambda group: points if group == readers.GROUP else [])
    for found in (readers.shelf, readers._theirs):
        found.cache_clear()
    yield points
    for found in (readers.shelf, readers._theirs):
        found.cache_clear()


def a_point(monkeypatch: pytest.MonkeyPatch, name: str, **values: Any) -> EntryPoint:
    monkeypatch.setitem(sys.modules, "theirs", SimpleNamespace(**values))
    return EntryPoint(name, "theirs", readers.GROUP)


WHOLE = {
    "RECOGNISES": "a mark",
    "EXTRA": None,
    "SECOND_READING": False,
    "claims": lambda data: b"%PDF-" in data,
    "read": None,
}


def test_every_reader_says_what_it_goes_by() -> None:
    assert [name for name, reader in readers.shelf().items() if not reader.RECOGNISES.strip()] == []


def test_an_empty_file_is_nobodys() -> None:
    with pytest.raises(UnreadableDocument, match="no bytes"):
        readers.reader_for(b"", "draft.pdf")


def test_what_nobody_knows_is_said_with_what_to_do_next() -> None:
    with pytest.raises(
        UnreadableDocument, match=r"draft\.bin: not a format that can be read: ask for it as PDF"
    ) as raised:
        readers.reader_for(bytes(range(256)) * 4, "draft.bin")
    assert raised.value.reason == "unknown-format"


def test_no_other_reader_of_ours_claims_what_begins_as_a_pdf() -> None:
    draft = (ROOT / "sample_docs" / "founding-case" / "draft.pdf").read_bytes()
    assert [name for name, reader in readers.shelf().items() if reader.claims(draft)] == ["pdf"]


def test_two_readers_that_claim_one_file_are_an_error(
    installed: list[EntryPoint], monkeypatch: pytest.MonkeyPatch
) -> None:
    installed.append(a_point(monkeypatch, "zz_rival", **WHOLE))
    with pytest.raises(UnreadableDocument, match=r"claimed by more than one reader \(pdf, zz_rival\)") as raised:
        readers.reader_for(b"%PDF-1.7", "draft.pdf")
    assert raised.value.reason == "two-formats"


def test_a_reader_that_lacks_something_is_named(installed: list[EntryPoint], monkeypatch: pytest.MonkeyPatch) -> None:
    installed.append(a_point(monkeypatch, "half", **{**WHOLE, "claims": None}))
    del sys.modules["theirs"].claims
    with pytest.raises(DocvalidateError, match=r"the reader half \(theirs\) lacks claims"):
        readers.shelf()


def test_a_reader_with_the_name_of_ours_is_refused(
    installed: list[EntryPoint], monkeypatch: pytest.MonkeyPatch
) -> None:
    installed.append(a_point(monkeypatch, "pdf", **WHOLE))
    with pytest.raises(DocvalidateError, match="a reader of ours is called pdf, too"):
        readers.shelf()


def test_a_reader_that_cannot_be_loaded_is_named(installed: list[EntryPoint]) -> None:
    installed.append(EntryPoint("gone", "no_such_module_of_theirs", readers.GROUP))
    with pytest.raises(DocvalidateError, match=r"the reader gone .* cannot be loaded"):
        readers.shelf()


def test_the_reader_of_the_examples_is_found_once_it_is_installed(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(wheels), str(EXAMPLE)]
    subprocess.run(build, check=True, capture_output=True)
    with zipfile.ZipFile(next(wheels.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "site")
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path / "site"), str(ROOT)))}
    (tmp_path / "draft.qs").write_text(PAPER, "utf-8")

    def docvalidate(*words: str) -> str:
        command = [sys.executable, "-m", "docvalidate", *words]
        return subprocess.run(command, env=environ, capture_output=True, encoding="utf-8", check=True).stdout

    assert "quayside" in docvalidate("formats")
    shown = docvalidate("extract", str(tmp_path / "draft.qs"), "--format", "json")
    assert '"number": "QS5550001"' in shown
    assert '"path": "line 4"' in shown
