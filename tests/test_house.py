"""A company's own words stand in for ours; what it does not say stays as it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from docvalidate.errors import InvalidSettings
from docvalidate.reporters.brand import brand
from docvalidate.wording import house, move_into, phrase


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "wording").mkdir()
    yield tmp_path
    move_into(None)


def test_its_words_go_before_ours(folder: Path) -> None:
    (folder / "wording" / "en.toml").write_text('[report]\nheld = "STOP"\n', "utf-8")
    move_into(str(folder))
    assert [phrase("report", key, "en", {}) for key in ("held", "cleared")] == ["STOP", "CLEARED"]
    move_into(None)
    assert phrase("report", "held", "en", {}) == "HELD"


def test_a_further_language_falls_back_to_english(folder: Path) -> None:
    (folder / "wording" / "de.toml").write_text('[report]\nheld = "GESPERRT"\n', "utf-8")
    move_into(str(folder))
    assert [phrase("report", key, "de", {}) for key in ("held", "cleared")] == ["GESPERRT", "CLEARED"]


def test_any_other_file_is_found_by_its_name(folder: Path) -> None:
    (folder / "brand.toml").write_text('name = "ACME"\n', "utf-8")
    move_into(str(folder))
    assert (house.own("brand.toml"), house.own("logo.svg")) == (b'name = "ACME"\n', None)


def test_a_folder_that_is_not_there_is_an_error(folder: Path) -> None:
    with pytest.raises(InvalidSettings, match="no such folder"):
        move_into(str(folder / "gone"))


def test_words_that_cannot_be_read_are_an_error(folder: Path) -> None:
    (folder / "wording" / "en.toml").write_text("[report\n", "utf-8")
    move_into(str(folder))
    with pytest.raises(InvalidSettings, match=r"wording/en\.toml of the house: not valid TOML"):
        phrase("report", "held", "en", {})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('report = "STOP"\n', "report: a phrase stands in a table"),
        ("[report]\nheld = 5\n", r"\[report\] held: give a text in quotes"),
        ('[report.held]\na = "b"\n', r"\[report\] held: give a text in quotes"),
        ('[report]\nheld = "STOP {"\n', r"\[report\] held: a brace without its fellow"),
        ('[report]\nheld = "{version.__class__}"\n', r"\[report\] held: a placeholder is one word in braces"),
        ('[report]\nheld = "{0}"\n', r"\[report\] held: a placeholder is one word in braces"),
        ('[report]\nheld = "{version!r:>{wide}}"\n', r"\[report\] held: a placeholder is one word in braces"),
    ],
)
def test_a_phrase_that_cannot_be_filled_in_is_named(folder: Path, content: str, said: str) -> None:
    (folder / "wording" / "en.toml").write_text(content, "utf-8")
    move_into(str(folder))
    with pytest.raises(InvalidSettings, match=rf"wording/en\.toml of the house: {said}"):
        phrase("report", "held", "en", {})


@pytest.mark.parametrize("name", ["logo.png", "logo.svg"])
def test_a_logo_that_is_no_picture_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"GIF89a")
    move_into(str(folder))
    with pytest.raises(InvalidSettings, match=f"{name} of the house"):
        brand()
