"""Folding takes marks for what they stand for, and never makes one figure of another."""

import pytest

from docvalidate.compare.party import compare_party
from docvalidate.text.fold import capitals, plain


def status(expected, found):
    return compare_party(f"ACME LLC\n{expected} ELM STREET", f"ACME LLC\n{found} ELM STREET").status


@pytest.mark.parametrize(
    "found",
    [
        "11⁸",
        "11₈",
        "①18",
        "⑴18",
        "11⒏",
        "1❶8",
        "1\u03361\u03368\u0336",
        "1\u20d21\u20d28\u20d2",
        "1\u20dd18",
        "1\u030118",
    ],
)
def test_a_figure_that_is_raised_circled_or_struck_is_another_figure(found):
    assert status("118", found) == "mismatch"
    assert status(found, "118") == "mismatch"


def test_full_width_figures_are_the_same_figures():
    assert status("118", "１１８") == "format_difference"


def test_a_fraction_is_written_in_one_sign_or_three_and_stands_apart_from_the_number_before_it():
    assert status("11 1/2", "11½") == "format_difference"
    assert status("111/2", "11½") == "mismatch"


def test_an_accent_is_no_stroke():
    assert capitals("Göteborg") == "GOTEBORG"
    assert capitals("E\u0301") == "E"
    assert capitals("A\u0336") != "A"


def test_a_raised_o_behind_n_is_the_word_number():
    assert plain("Nº 5, 3ª") == "No 5, 3"
