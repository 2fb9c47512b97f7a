"""A picture on a page of text is read only where something dark stands in it that no word of the page explains."""

from docvalidate.engines.inset import dark_pieces
from docvalidate.engines.page import Word
from docvalidate.engines.turned import Upright
from docvalidate.engines.visible import Picture

WIDE, HIGH = 200, 100
INSET = (24.0, 24.0, 144.0, 72.0)


def a_page(*dark: tuple[int, int], grey: int = 0) -> Picture:
    """A page of one pixel a point with strokes like letters, ten high, at the given places."""
    pixels = bytearray(b"\xff" * WIDE * HIGH)
    for x, y in dark:
        for row in range(y, y + 10):
            for column in range(x, x + 20, 3):
                pixels[row * WIDE + column] = grey
    return Picture(bytes(pixels), WIDE, WIDE, HIGH, 1.0, Upright(0, WIDE, HIGH))


def test_letters_in_a_picture_are_found_where_they_stand() -> None:
    assert dark_pieces(a_page((50, 37)), [INSET], ()) == ((48.0, 36.0, 72.0, 48.0),)


def test_the_words_of_the_page_itself_over_a_background_are_none_of_the_pictures() -> None:
    word = Word(49, 36, 71, 48, "ACME", 12)
    assert dark_pieces(a_page((50, 37)), [INSET], [word]) == ()


def test_a_pale_background_says_nothing() -> None:
    assert dark_pieces(a_page((50, 37), grey=200), [INSET], ()) == ()


def test_letters_beside_every_picture_are_none_of_theirs() -> None:
    assert dark_pieces(a_page((160, 37)), [INSET], ()) == ()


def test_a_picture_too_small_for_a_word_is_not_looked_at() -> None:
    assert dark_pieces(a_page((50, 37)), [(48.0, 36.0, 60.0, 48.0)], ()) == ()


def test_a_rule_in_a_picture_is_no_letter() -> None:
    pixels = bytearray(a_page().pixels)
    pixels[40 * WIDE : 40 * WIDE + 200] = bytes(200)
    assert dark_pieces(a_page()._replace(pixels=bytes(pixels)), [INSET], ()) == ()


def test_pictures_over_each_other_are_looked_at_once() -> None:
    assert dark_pieces(a_page((50, 37)), [INSET, INSET], ()) == ((48.0, 36.0, 72.0, 48.0),)
