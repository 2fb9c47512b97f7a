"""Columns are counted as a terminal counts them."""

import pytest

from docvalidate.reporters.typesetting import columns, visible, wrap


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("ACME", 4), ("收货人", 6), ("e\u0301", 1), ("ｱ", 1), ("Ａ", 2), ("Ü", 1)]
)
def test_counts_columns(text: str, width: int) -> None:
    assert columns(text) == width


def test_breaks_chinese_between_characters() -> None:
    assert wrap("请船公司更正收货人", 8) == ["请船公司", "更正收货", "人"]


def test_keeps_words_whole() -> None:
    assert wrap("ask the customer in writing", 12) == ["ask the", "customer in", "writing"]


@pytest.mark.parametrize("char", ["\x1b", "\x00", "\x9b", "\u202e", "\u200b"])
def test_shows_what_a_terminal_would_obey(char: str) -> None:
    assert visible(f"A{char}B") == f"A<{ord(char):02X}>B"


def test_leaves_what_people_write_alone() -> None:
    assert visible("MÜLLER & SÖHNE\n宁波 №5") == "MÜLLER & SÖHNE\n宁波 №5"
