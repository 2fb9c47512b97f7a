"""Rules, ink that nothing explains, and the pictures that a person is shown."""

import base64
import io

import numpy as np
import pytest

pytest.importorskip("cv2")

from PIL import Image

from docvalidate.engines.page import Horizontal, Vertical, Word
from docvalidate.engines.picture import even
from docvalidate.engines.ruled import rules_of
from docvalidate.engines.shot import cut, shot_of
from docvalidate.engines.unread import unread_ink


def paper() -> np.ndarray:
    """A page of 300 by 200 points, two pixels a point."""
    return np.full((400, 600), 255, np.uint8)


def letters(page: np.ndarray, x: int, y: int, count: int = 8) -> None:
    """Strokes in a row, like letters ten points high."""
    for at in range(count):
        page[y : y + 20, x + 14 * at : x + 14 * at + 4] = 0
        page[y + 8 : y + 11, x + 14 * at : x + 14 * at + 9] = 0


def test_rules_stand_where_they_are_drawn() -> None:
    page = paper()
    page[100:102, 40:560] = 0
    page[100:300, 300:302] = 0
    across, down = rules_of(page, ())
    assert [(round(it.y), round(it.x0), round(it.x1)) for it in across] == [(50, 20, 280)]
    assert [(round(it.x), round(it.top), round(it.bottom)) for it in down] == [(150, 50, 150)]


def test_a_row_of_dots_is_a_rule() -> None:
    page = paper()
    page[100:102, 40:560:4] = 0
    page[100:102, 41:560:4] = 0
    assert len(rules_of(page, ())[0]) == 1


def test_letters_are_no_rules() -> None:
    page = paper()
    letters(page, 40, 100, 30)
    assert rules_of(page, ()) == ((), ())


def test_a_line_through_a_word_is_a_rule_only_where_it_is_longer_than_the_word() -> None:
    page = paper()
    page[108:110, 36:264] = 0
    word = Word(20, 50, 130, 60, "STRUCK", 10)
    assert len(rules_of(page, [word])[0]) == 1
    assert rules_of(page, [word._replace(x0=17, x1=133)])[0] == ()


def test_ink_that_no_word_explains_was_not_read() -> None:
    page = paper()
    letters(page, 40, 100)
    ((x0, top, x1, bottom),) = unread_ink(page, (), (), ())
    assert (round(x0), round(top), round(bottom)) == (20, 50, 60)
    assert 70 < x1 < 80


def test_what_a_word_a_rule_or_a_stamp_explains_was_read() -> None:
    page = paper()
    letters(page, 40, 100)
    page[200:202, 40:560] = 0
    page[210:390, 560:562] = 0
    word = Word(20, 50, 75, 60, "READ", 10)
    rules = [Horizontal(100.5, 20, 280), Vertical(280.5, 105, 195)]
    stamp = np.array([(15, 45), (80, 45), (80, 65), (15, 65)], np.float32)
    assert unread_ink(page, [word], (), rules) == ()
    assert unread_ink(page, (), [stamp], rules) == ()


def test_specks_are_no_letters() -> None:
    page = paper()
    page[100:102, 40:200:20] = 0
    assert unread_ink(page, (), (), ()) == ()


def test_a_part_of_a_page_is_cut_out_as_a_picture() -> None:
    page = paper()
    page[100:120, 200:240] = 0
    url = cut(shot_of(page.tobytes(), 600, 400, 2.0), (100.0, 50.0, 120.0, 60.0))
    assert url is not None
    seen = np.asarray(Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2]))))
    assert (seen.shape, int(seen[8:28, 8:48].max()), int(seen[:7].min())) == ((37, 57), 0, 255)


def test_a_large_part_is_shown_smaller_and_what_is_off_the_page_not_at_all() -> None:
    shot = shot_of(bytes(1000 * 1000), 1000, 1000, 1.0)
    url = cut(shot, (0, 0, 1000, 1000))
    assert url is not None
    assert Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2]))).size == (500, 500)
    assert cut(shot, (2000, 0, 2100, 10)) is None


def test_uneven_light_is_taken_out() -> None:
    page = np.tile(np.linspace(120, 250, 600).astype(np.uint8), (400, 1))
    page[100:120, ::50] = page[100:120, ::50] // 3
    lit = even(page)
    assert int(lit[200:, 40:560].min()) > 220
    assert int(lit[105:115, 100:500:50].max()) < 120
