"""What OCR takes for usual is held against the letters of the page itself."""

import pytest

pytest.importorskip("cv2")

from docvalidate.engines.glyphs import belied
from tests.pictures import a_line

PAGE = ["BOSTON ROAD 2040", "PORTLAND 7030", "OHIO 5500", "COLUMBUS 1180", "SISSON STREET 5150", "SUISSE 2155"]


def flagged(*lines: tuple[str, str | None]) -> set[str]:
    """The words with a letter in dispute, on a page that holds enough of every letter besides."""
    page = [a_line(text) for text in PAGE] + [a_line(text, said) for text, said in lines]
    found: set[str] = set()
    for number, at in belied(page):
        text = page[number][1].text
        start = text.rfind(" ", 0, at) + 1
        found.add(text[start : (text + " ").index(" ", at)])
    return found


@pytest.mark.parametrize(
    ("printed", "said"),
    [("1O0 LIGHT STREET", "100 LIGHT STREET"), ("SUITE 2OO", "SUITE 200"), ("B0STON", "BOSTON"), ("5ISSON", "SISSON")],
)
def test_a_letter_that_has_the_form_of_another_is_in_dispute(printed: str, said: str) -> None:
    wrong = next(a for a, b in zip(said.split(), printed.split(), strict=True) if a != b)
    assert flagged((printed, said)) == {wrong}


def test_a_page_that_was_read_as_it_is_printed_has_nothing_in_dispute() -> None:
    assert flagged(("100 LIGHT STREET", None), ("SUITE 200", None), ("B0STON", None)) == set()


def test_letters_that_no_other_letter_of_the_page_can_be_held_against_are_left_alone() -> None:
    assert belied([a_line("1O0 MAIN", "100 MAIN")]) == set()
