"""Two readings of one line make its letters sure, or leave them in doubt."""

import pytest

pytest.importorskip("cv2")

from docvalidate.engines.ocr import NOTHING, Spelt
from docvalidate.engines.twice import DISPUTED, certainties


def spelt(text: str, *sure: float) -> Spelt:
    return Spelt(text, (0.5,) * len(text), sure or (0.99,) * len(text))


def test_a_letter_is_as_sure_as_the_less_sure_of_both_readings() -> None:
    assert certainties(spelt("A1", 0.9, 0.99), spelt("A1", 0.99, 0.7)) == (0.9, 0.7)


def test_letters_that_were_read_in_two_ways_are_in_dispute() -> None:
    assert certainties(spelt("B12"), spelt("812")) == (DISPUTED, 0.99, 0.99)


def test_letters_beside_one_that_only_the_other_reading_has_are_in_dispute() -> None:
    assert certainties(spelt("HARB"), spelt("HAIRB")) == (0.99, DISPUTED, DISPUTED, 0.99)


def test_spaces_and_stops_say_nothing_of_the_letters_beside_them() -> None:
    assert certainties(spelt("A. B", 0.9, 0.1, 0.1, 0.9), spelt("A,B")) == (0.9, 1.0, 1.0, 0.9)


def test_a_line_that_is_empty_the_second_time_is_in_dispute() -> None:
    assert certainties(spelt("AB"), NOTHING) == (DISPUTED, DISPUTED)


def test_an_accent_that_only_one_reading_saw_is_a_speck() -> None:
    assert certainties(spelt("HÁ"), spelt("HA")) == (0.99, 0.99)
