"""The keys that an imported file has, and what is wrong in them."""

from pathlib import Path

import pytest

from docvalidate.model import Instruction, InvalidInstruction
from docvalidate.model.instruction import Clause, PrintedMark, StandsAt
from docvalidate.registry import Registry
from tests.versions_builders import day

FILE = """\
customer: ACME
version: "7"
received: 2016-08-20
status: imported
lanes: []
marks:
  - {kind: effective, text: "July 1, 2017", source: "guide.pdf, page 1"}
clauses:
  - ref: "4.2"
    text: |
      No transshipment
      without our word.
    source: "guide.pdf, page 2, box 1 2 3 4"
    machine_checked: false
  - text: Ask first.
sources:
  "lanes[0].consignee": "guide.pdf, page 2, box 72 120 300 180"
"""


def read(folder: Path, text: str) -> Instruction:
    (folder / "acme.yaml").write_text(text, encoding="utf-8")
    return Registry(folder).choose("ACME", as_of=day("2016-09-01")).versions[0]


def test_an_imported_file_is_read_whole(tmp_path: Path) -> None:
    version = read(tmp_path, FILE)
    assert version.status == "imported"
    assert version.marks == (PrintedMark(kind="effective", text="July 1, 2017", source="guide.pdf, page 1"),)
    assert version.clauses == (
        Clause(ref="4.2", text="No transshipment\nwithout our word.", source="guide.pdf, page 2, box 1 2 3 4"),
        Clause(text="Ask first."),
    )
    assert version.sources == (StandsAt(path="lanes[0].consignee", source="guide.pdf, page 2, box 72 120 300 180"),)


def test_a_file_without_the_keys_is_as_before(tmp_path: Path) -> None:
    version = read(tmp_path, "customer: ACME\nversion: '7'\nreceived: 2016-08-20\nlanes: []\n")
    assert (version.status, version.clauses, version.marks, version.sources) == (None, (), (), ())


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("status: imported", "status: confirmed", "line 4, status: confirmed is not one of imported"),
        ("machine_checked: false", "machine_checked: true", "machine_checked: is false: a clause is text"),
        ("  - text: Ask first.", "  - ref: 5", "text is missing"),
        ("  - {kind: effective, text", "  - {sort: effective, text", "unknown key"),
        (FILE.splitlines()[-1], "  - guide.pdf", "must be a mapping of paths"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, old: str, new: str, problem: str) -> None:
    with pytest.raises(InvalidInstruction, match=problem):
        read(tmp_path, FILE.replace(old, new))
