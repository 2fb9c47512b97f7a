"""A report is a data frame of whatever makes one: pandas, else polars, else it says what to install."""

import sys
from types import ModuleType
from typing import Any

import pytest

import docvalidate
from docvalidate.errors import DocvalidateError
from docvalidate.model import Report, faces


@pytest.fixture(autouse=True)
def _shows_itself() -> None:
    assert docvalidate.Report is Report


class Columns(dict[str, list[Any]]):
    """Stands in for a data frame: both libraries make one of a mapping from names to columns."""


def only(monkeypatch: pytest.MonkeyPatch, *libraries: str) -> None:
    """These libraries alone can be imported, each a stand-in."""
    for name in ("pandas", "polars"):
        module: Any = ModuleType(name)
        module.DataFrame = type(f"{name}Frame", (Columns,), {})
        monkeypatch.setitem(sys.modules, name, module if name in libraries else None)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_the_library_itself_makes_a_row_of_each_finding(
    founding: Report, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    home = pytest.importorskip(library)
    for other in {"pandas", "polars"} - {library}:
        monkeypatch.setitem(sys.modules, other, None)
    frame = founding.to_frame()
    assert isinstance(frame, home.DataFrame)
    assert list(frame["name"]) == [finding.name for finding in founding.findings]
    assert next(iter(frame["as_of"])) == founding.as_of
    checks = founding.to_frame(of="checks")
    assert list(checks["status"]) == ["match", "mismatch", "mismatch", "not_required"]


@pytest.mark.parametrize(
    ("installed", "made_by"), [(("pandas", "polars"), "pandasFrame"), (("polars",), "polarsFrame")]
)
def test_pandas_goes_first(
    founding: Report, monkeypatch: pytest.MonkeyPatch, installed: tuple[str, ...], made_by: str
) -> None:
    only(monkeypatch, *installed)
    assert type(founding.to_frame()).__name__ == made_by


def test_without_either_it_says_what_to_install(founding: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch)
    with pytest.raises(DocvalidateError, match="pip install pandas"):
        founding.to_frame()


def test_a_report_without_findings_has_the_columns(founding: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "pandas")
    whole, none = founding.to_frame(), founding.model_copy(update={"findings": ()}).to_frame()
    assert list(none) == list(whole)
    assert {len(column) for column in none.values()} == {0}


def test_the_texts_of_the_field_stand_beside_the_finding(founding: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "pandas")
    frame = founding.to_frame()
    assert frame["found"][1] == founding.checks[1].found
    assert frame["status"] == ["mismatch", "mismatch", "mismatch", None, "match"]
    parts = founding.to_frame(of="checks")["differences"]
    assert parts == [None, "street number: 100 > 55", None, None]


def test_it_has_no_rows_of_anything_else(founding: Report) -> None:
    rows: Any = "documents"
    with pytest.raises(ValueError, match="it has findings and checks"):
        founding.to_frame(of=rows)


def test_a_report_alone_does_not_know_how(founding: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces, "_tabulated_by", [])
    with pytest.raises(DocvalidateError, match="import docvalidate"):
        founding.to_frame()
