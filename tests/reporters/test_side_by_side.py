"""Two columns show what differs, and nothing that does not."""

from hypothesis import given
from hypothesis import strategies as st

from docvalidate.reporters.side_by_side import Mark, side_by_side
from docvalidate.reporters.typesetting import columns, visible


def lines(expected: str, found: str, width: int = 51, *, color: bool = False, mark: Mark = "words") -> list[str]:
    return list(side_by_side(expected, found, width=width, color=color, mark=mark))


def test_marks_nothing_when_only_the_line_breaks_moved() -> None:
    assert ">>" not in "".join(lines("ACME TRADING\nB.V.", "Acme Trading B.V."))


def test_marks_one_digit() -> None:
    assert lines("100 LIGHT STREET", "1000 LIGHT STREET") == [">>100<< LIGHT STREET     | >>1000<< LIGHT STREET"]


def test_marks_the_chinese_character_that_differs() -> None:
    assert lines("海曙区中山路", "海曙区中河路") == ["海曙区中>>山<<路         | 海曙区中>>河<<路"]


def test_columns_stay_aligned_beside_chinese() -> None:
    left = [line.index("|") for line in lines("ACME LLC", "ACME LLC")]
    wide = [columns(line[: line.index("|")]) for line in lines("宁波外贸公司\nACME", "宁波外贸公司\nACME")]
    assert wide == left * 2


def test_cuts_a_word_that_is_longer_than_its_column() -> None:
    assert lines("A" * 30, "B", 43, mark="nothing") == ["A" * 20 + " | B", "A" * 10 + " " * 11 + "|"]


def test_a_line_that_only_one_side_has_stands_beside_nothing() -> None:
    assert lines("ACME\nTEL 1", "ACME") == ["ACME                     | ACME", ">>TEL 1<<                |"]


def test_a_port_is_marked_whole_and_its_rule_is_not() -> None:
    assert lines("NEW YORK, NY", "NEW YORK", mark="all") == ["NEW YORK, NY             | >>NEW YORK<<"]


def test_colour_replaces_the_brackets() -> None:
    assert lines("AB", "CD", color=True) == ["\x1b[1;32mAB\x1b[0m" + " " * 22 + " | \x1b[1;31mCD\x1b[0m"]


def test_a_text_too_long_to_be_compared_word_by_word_is_marked_whole() -> None:
    (line, *_) = lines("A " * 600, "A " * 599 + "B", 47)
    assert line == ">>A A A A A A A A A A  | >>A A A A A A A A A A"


@given(st.text(max_size=60), st.text(max_size=60), st.integers(30, 80))
def test_no_word_is_lost_and_no_line_is_too_long(expected: str, found: str, width: int) -> None:
    column = (width - 3) // 2
    shown = lines(expected, found, width, mark="nothing")
    left = "".join(line[: _index(line, column)] for line in shown)
    assert "".join(left.split()) == "".join(visible(expected).split())
    assert max(map(columns, shown), default=0) <= width


def _index(line: str, column: int) -> int:
    """How many characters fill so many columns."""
    return next((at for at in range(len(line) + 1) if columns(line[:at]) > column), len(line))
