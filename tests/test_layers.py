"""Imports go down the house only: never up, and never from one shelf to another."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import docvalidate

HOME = Path(docvalidate.__file__).parent
FLOORS = (
    ("__main__", "schemas"),
    ("cli",),
    ("settings",),
    ("affected", "packs"),
    ("pipeline",),
    ("readers", "rules", "reporters", "registry", "guides"),
    ("layout", "structured"),
    ("engines",),
    ("compare",),
    ("text",),
    ("reference",),
    ("wording",),
    ("model",),
    ("errors", "limits"),
    ("_version",),
)
"""From the roof down. A part imports itself and what lies below it; two parts of one floor do not know each other."""
ONLY_READERS = {"layout", "engines", "structured"}
"""How a page is taken apart concerns those who read it alone."""


def part_of(file: Path) -> str:
    """The part of the house that a file belongs to."""
    return file.relative_to(HOME).with_suffix("").parts[0]


def modules(file: Path) -> Iterator[str]:
    """Every module that a file imports, in full; `from .. import x` counts as the module x."""
    package = ("docvalidate", *file.relative_to(HOME).parent.parts)
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join((*above, *filter(None, (node.module,))))
            yield from (f"{base}.{alias.name}" for alias in node.names)


def parts(file: Path) -> set[str]:
    """The other parts of the house that a file imports; the version number is no part."""
    ours = (name.split(".")[1] for name in modules(file) if name.startswith("docvalidate."))
    return set(ours) - {part_of(file), "__version__"}


def floor(part: str) -> int:
    return next(number for number, floor in enumerate(FLOORS) if part in floor)


FILES = sorted(file for file in HOME.rglob("*.py") if file != HOME / "__init__.py")


def test_every_part_of_the_house_has_its_floor() -> None:
    assert {part_of(file) for file in FILES} == {part for floor in FLOORS for part in floor}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HOME)))
def test_imports_only_from_below(file: Path) -> None:
    assert [part for part in sorted(parts(file)) if floor(part) <= floor(part_of(file))] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HOME)))
def test_rules_and_reporters_do_not_take_pages_apart(file: Path) -> None:
    # The command line may send a parser ahead, while it is still being loaded itself; it asks nothing of it.
    ahead = file == HOME / "cli" / "ahead.py"
    assert (
        ahead
        or part_of(file) in {"pipeline", "readers", "guides", "layout", "structured", "engines"}
        or not parts(file) & ONLY_READERS
    )


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("yaml", {"registry"}),
        ("pdfplumber", {"engines"}),
        ("pdfminer", {"engines", "reporters"}),
        ("pypdfium2", {"engines", "reporters"}),
        ("rapidfuzz", {"compare", "text", "cli"}),
        ("argparse", {"cli"}),
        ("cv2", {"engines"}),
        ("rapidocr", {"engines"}),
        ("lxml", {"engines", "structured"}),
        ("olefile", {"structured"}),
        ("oxmsg", {"structured", "readers"}),
        ("python_calamine", {"engines"}),
        ("sqlite3", {"registry"}),
        ("sqlalchemy", {"registry"}),
        ("psycopg", {"registry"}),
        ("jinja2", {"reporters"}),
        ("xlsxwriter", {"reporters"}),
        ("holidays", {"reference"}),
    ],
)
def test_a_foreign_library_lives_behind_few_walls(library: str, homes: set[str]) -> None:
    users = {part_of(file) for file in FILES if any(name.split(".")[0] == library for name in modules(file))}
    assert users - homes == set()
