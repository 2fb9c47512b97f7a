"""A guide is imported, then read by a person: the version that was read takes the place of the imported one."""

from pathlib import Path

from docvalidate.registry import Registry
from tests.versions_builders import day

FILE = """\
customer: HARBORLINE
version: "12"
received: 2016-08-20
status: imported
lanes:
  - consignee: ACME LLC
"""


def added(home: Path, text: str, registry: Registry) -> tuple[list[str], tuple[str, ...]]:
    (home / "guide.yaml").write_text(text, "utf-8")
    what = registry.add(home / "guide.yaml")
    return [entry.kind for entry in what.entries], what.relabelled


def test_what_was_read_takes_the_place_of_what_was_imported(tmp_path: Path) -> None:
    registry = Registry(tmp_path / "registry.db", create=True)
    assert added(tmp_path, FILE, registry) == (["version"], ())
    read = FILE.replace("status: imported\n", "").replace("ACME LLC", "ACME IMPORTS LLC")
    assert added(tmp_path, read, registry) == (["version", "withdrawal"], ())
    assert added(tmp_path, read, registry) == ([], ())
    choice = registry.choose("HARBORLINE", as_of=day("2016-08-20"))
    assert [(version.version, version.status) for version in choice.versions] == [("12", None)]
    assert registry.verify().faults == ()


def test_an_imported_version_does_not_replace_one_that_was_read(tmp_path: Path) -> None:
    registry = Registry(tmp_path / "registry.db", create=True)
    added(tmp_path, FILE.replace("status: imported\n", ""), registry)
    assert added(tmp_path, FILE, registry) == (["version"], ("12",))
