"""Of each sample guide comes what lies beside it, whole; and not one line of a guide is lost."""

import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from docvalidate.guides import read_guide, written
from docvalidate.guides.blocks import is_same_as
from docvalidate.guides.captions import caption_of
from docvalidate.guides.column_heads import column_of
from docvalidate.guides.marks import dates_in, only_marks, versions_in
from docvalidate.guides.opening import open_guide
from docvalidate.guides.scopes import scope_of_heading, without_number
from docvalidate.guides.sentences import rule_of, sentences_of
from docvalidate.guides.survey import Survey
from docvalidate.limits import ReadSettings
from docvalidate.registry import Registry

SAMPLES = Path(__file__).parent.parent.parent / "sample_docs"
HERE = ReadSettings(isolate=False)
GUIDES = {
    "revision-history/guide.pdf": ("TIDEWATER", date(2017, 6, 12)),
    "by-destination/guide.pdf": ("OSPREY", date(2020, 5, 4)),
    "three-dates/guide.docx": ("GRANARY", date(2017, 6, 26)),
    "draft-mark/guide.xlsx": ("LANTERN", date(2017, 8, 22)),
    "in-a-mail/guide.eml": ("BRAMLEY", date(2020, 3, 3)),
    "two-languages/guide.docx": ("JADE", date(2024, 4, 20)),
}


def imported(name: str) -> str:
    customer, received = GUIDES[name]
    file = SAMPLES / "guides" / name
    return written(read_guide(file.read_bytes(), file.name, HERE), customer=customer, received=received)


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_comes_out_as_the_file_beside_it_says(name: str) -> None:
    assert imported(name) == (SAMPLES / "guides" / name).with_name("expected.yaml").read_text("utf-8")


def test_every_guide_has_what_must_come_out_of_it() -> None:
    folder = SAMPLES / "guides"
    found = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert found == {*GUIDES, *(f"{Path(name).parent.name}/expected.yaml" for name in GUIDES)}


@pytest.mark.parametrize("name", GUIDES)
def test_the_registry_reads_what_was_written(name: str, tmp_path: Path) -> None:
    (tmp_path / "imported.yaml").write_text(imported(name), encoding="utf-8")
    customer, received = GUIDES[name]
    version = Registry(tmp_path).choose(customer, as_of=received).versions[0]
    assert (version.status, version.confirmations, version.received) == ("imported", (), received)
    assert version.lanes and version.clauses and version.marks
    assert {place.path.partition("[")[0] for place in version.sources} <= {
        "title", "version", "supersedes", "effective_from", "lanes",
    }  # fmt: skip


@pytest.mark.parametrize("name", GUIDES)
def test_no_line_of_a_guide_is_lost(name: str) -> None:
    file = SAMPLES / "guides" / name
    survey = Survey(open_guide(file.read_bytes(), file.name, HERE, lambda paper: False).guide).run()
    said = " ".join(imported(name).replace('\\"', '"').split())
    lost = [
        line.text
        for sheet in survey.sheets
        for line in sheet.lines
        if " ".join(line.text.split()) not in said and not told_otherwise(line.text)
    ]
    assert lost == []


def told_otherwise(text: str) -> bool:
    """The line is told by a key: a caption, the head of a column, a free choice, marks, a rule, a neutral heading."""
    label, _, value = text.partition(":")
    if caption_of(text) or column_of(text) or (value and caption_of(label)) or is_same_as(text):
        return True
    if text.casefold() == "any" or only_marks(text, [*versions_in(text), *dates_in(text)]):
        return True
    numbered = without_number(text) != text and scope_of_heading(text, "") == "all"
    return numbered or all(map(rule_of, sentences_of(text)))


def test_the_script_writes_the_same_bytes_again(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    pytest.importorskip("reportlab", minversion="5", reason="earlier releases write another first line")
    script = SAMPLES / "routing_guides.py"
    subprocess.run([sys.executable, "-B", str(script), str(tmp_path)], check=True)
    for name in GUIDES:
        again, stored = tmp_path / name, SAMPLES / "guides" / name
        if stored.suffix in (".docx", ".xlsx"):
            # How tightly a zip is packed depends on the machine; what is in it does not.
            assert contents(again) == contents(stored)
        else:
            assert again.read_bytes() == stored.read_bytes()


def contents(file: Path) -> dict[str, bytes]:
    """What is in a zip, by name."""
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
