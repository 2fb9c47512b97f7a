"""Settings are found as ruff finds its own, and a mistake in them is named with file and key."""

from pathlib import Path

import pytest

from docvalidate.cli.arguments import parser
from docvalidate.model import InvalidSettings
from docvalidate.settings import KEYS, find, load


def a_file(folder: Path, name: str, content: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(content, "utf-8")
    return file


def test_takes_the_nearest_file(tmp_path: Path) -> None:
    a_file(tmp_path, "docvalidate.toml", "")
    near = a_file(tmp_path / "orders", "docvalidate.toml", "")
    assert find(tmp_path / "orders" / "2016") == near


def test_takes_docvalidate_toml_before_pyproject(tmp_path: Path) -> None:
    a_file(tmp_path, "pyproject.toml", "[tool.docvalidate]\n")
    own = a_file(tmp_path, "docvalidate.toml", "")
    assert find(tmp_path) == own


def test_passes_over_a_pyproject_without_the_table(tmp_path: Path) -> None:
    own = a_file(tmp_path, "docvalidate.toml", "")
    a_file(tmp_path / "orders", "pyproject.toml", "[tool.ruff]\nline-length = 120\n")
    assert find(tmp_path / "orders") == own


def test_reads_the_table_of_a_pyproject(tmp_path: Path) -> None:
    file = a_file(tmp_path, "pyproject.toml", '[tool.docvalidate]\nlang = "zh"\n[tool.ruff]\nline-length = 120\n')
    assert (find(tmp_path), load(file)) == (file, {"lang": "zh"})


def test_every_value_is_as_on_the_command_line(tmp_path: Path) -> None:
    content = """
        customer = "HARBORLINE"
        format = "json"
        fail-on = "warning"
        color = "never"
        second-reading = "always"
        max-pages = 20
        max-bytes = "5M"
        timeout = 2.5
        max-memory = 1073741824
    """
    assert load(a_file(tmp_path, "docvalidate.toml", content)) == {
        "customer": "HARBORLINE",
        "format": "json",
        "fail-on": "warning",
        "color": "never",
        "second-reading": "always",
        "max-pages": 20,
        "max-bytes": 5 * 1024**2,
        "timeout": 2.5,
        "max-memory": 1024**3,
    }


@pytest.mark.parametrize(
    ("written", "meant"),
    [("instructions", "{here}/instructions"), ("/srv/registry", "/srv/registry"), ("sqlite:///r.db", "sqlite:///r.db")],
)
def test_a_relative_registry_lies_beside_the_file(tmp_path: Path, written: str, meant: str) -> None:
    file = a_file(tmp_path, "docvalidate.toml", f'registry = "{written}"\n')
    assert load(file) == {"registry": meant.format(here=tmp_path)}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('colour = "never"', "unknown key 'colour'"),
        ("max_pages = 3", "unknown key 'max_pages'"),
        ('fail-on = "never"', "fail-on: 'never' is not one of error, unverified, warning, note"),
        ("max-pages = 0", "max-pages: '0' is not a whole number above 0"),
        ("max-pages = 2.5", "max-pages: '2.5' is not a whole number above 0"),
        ("max-pages = true", "max-pages must be a text or a number, not True"),
        ('max-bytes = "much"', "max-bytes: 'much' is not a number of bytes such as 50M"),
        ("timeout = inf", "timeout: 'inf' is not a number of seconds above 0"),
        ("timeout = nan", "timeout: 'nan' is not a number of seconds above 0"),
        ("lang = en", "not valid TOML: "),
    ],
)
def test_a_mistake_is_named_with_file_and_key(tmp_path: Path, content: str, complaint: str) -> None:
    file = a_file(tmp_path, "docvalidate.toml", content)
    with pytest.raises(InvalidSettings) as caught:
        load(file)
    assert str(caught.value).startswith(f"{file}: {complaint}")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidSettings, match=r"absent\.toml"):
        load(tmp_path / "absent.toml")


def test_every_key_is_the_name_of_an_option() -> None:
    words = (["check", "draft.pdf"], ["instructions", "confirm"])
    options = {name for line in words for name in vars(parser().parse_args(line))}
    assert [key for key in KEYS if key.replace("-", "_") not in options] == []
