"""A picture becomes a page, whichever way up it lies; the OCR engine's part is played here."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

pytest.importorskip("cv2")

from docvalidate.engines import line_reading, sheet
from docvalidate.engines.ocr import Corners, Picture, Spelt
from docvalidate.engines.page import Hidden, Overlay, Page

CLAUSE = "The Carrier shall not be liable for any claim of the Merchant arising from the goods hereunder whatsoever"
Engine = Callable[..., None]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An OCR engine that finds given lines and reads the same in each; upside down (dark below) it is not sure."""

    def play(found: Corners, text: str = "ACME LLC") -> None:
        def spell(lines: Sequence[Picture]) -> list[Spelt]:
            places = tuple(np.linspace(0.1, 0.9, len(text)))
            return [Spelt(text, places, (0.3 if it[36:].mean() < 200 else 0.98,) * len(text)) for it in lines]

        monkeypatch.setattr(sheet, "find", lambda picture: found * (picture.size / 240_000) ** 0.5)
        monkeypatch.setattr(sheet, "spell", spell)
        monkeypatch.setattr(line_reading, "spell", spell)

    return play


def a_picture() -> Picture:
    """A page of 400 by 600 pixels with three rows of strokes."""
    picture = np.full((600, 400), 255, np.uint8)
    for top in (100, 200, 300):
        for x in range(52, 348, 6):
            picture[top : top + 14, x : x + 4] = 0
    return picture


def the_lines() -> Corners:
    """The corners of the rows, with more white below than above."""
    return np.array([[(50, y), (350, y), (350, y + 30), (50, y + 30)] for y in (97.0, 197.0, 297.0)], np.float32)


def test_a_page_that_lies_straight_is_read_where_it_is(engine: Engine) -> None:
    engine(the_lines())
    page = sheet.read_sheet(a_picture(), Page(1, 300.0, 450.0, scanned=True))
    assert page.scan is not None
    assert (page.width, page.height) == (595.0, 892.5)
    assert [word.text for word in page.words] == ["ACME", "LLC"] * 3
    assert set(page.scan.certainties) == {0.98}
    assert np.allclose(page.scan.back, np.diag([300 / 595, 450 / 892.5, 1]).ravel())


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_page_on_its_side_or_its_head_is_set_upright(engine: Engine, turn: int) -> None:
    engine(_found(turn))
    page = sheet.read_sheet(np.ascontiguousarray(np.rot90(a_picture(), -turn)), Page(1, 0.0, 0.0, scanned=True))
    assert page.scan is not None
    assert (page.width, page.height) == (595.0, 892.5)
    assert [round(word.x0 / 10) for word in page.words[::2]] == [8, 8, 8]
    assert sorted(page.words, key=lambda word: word.top)[0].top < 160


def _found(turn: int) -> Corners:
    """The lines as the engine finds them on the turned page: from the top left corner of the picture on."""
    points = the_lines()
    for height in (600, 400, 600)[:turn]:
        points = np.stack([height - points[..., 1], points[..., 0]], axis=-1)
        points = np.roll(points, 1, axis=1)
    return np.ascontiguousarray(points, np.float32)


def test_what_lies_on_the_page_of_a_file_moves_with_it(engine: Engine) -> None:
    engine(the_lines())
    known = Page(
        1, 300.0, 450.0, scanned=True, hidden=(Hidden((30.0, 75.0, 60.0, 85.0), "ACME", "invisible"),),
        overlays=(Overlay((30.0, 75.0, 60.0, 85.0), "note", "call me"),),
    )  # fmt: skip
    page = sheet.read_sheet(a_picture(), known)
    assert page.scan is not None
    assert [round(side) for side in page.overlays[0].box] == [60, 149, 119, 169]
    assert (page.scan.other[0].text, round(page.scan.other[0].x0)) == ("ACME", 60)


def test_a_stamp_across_the_page_is_a_mark(engine: Engine) -> None:
    across = np.array([[(60, 400), (300, 500), (290, 520), (50, 420)]], np.float32)
    engine(np.concatenate([the_lines(), across]), "DRAFT")
    page = sheet.read_sheet(a_picture(), Page(1, 0.0, 0.0, scanned=True))
    assert (page.marks, len(page.words)) == (("DRAFT",), 3)


def test_a_page_of_very_many_clauses_is_a_page_of_terms(engine: Engine) -> None:
    many = np.array([[(50, y), (350, y), (350, y + 3), (50, y + 3)] for y in range(20, 580, 4)], np.float32)
    engine(many, CLAUSE)
    page = sheet.read_sheet(a_picture(), Page(1, 0.0, 0.0, scanned=True))
    assert (page.kind, page.words) == ("terms", ())


def test_a_long_list_is_no_page_of_terms(engine: Engine) -> None:
    many = np.array([[(50, y), (350, y), (350, y + 3), (50, y + 3)] for y in range(20, 580, 4)], np.float32)
    engine(many, "ABCU1234567 40HC")
    assert sheet.read_sheet(a_picture(), Page(1, 0.0, 0.0, scanned=True)).kind is None


def test_a_clause_is_read_once_and_makes_nothing_sure(engine: Engine) -> None:
    engine(the_lines(), CLAUSE)
    page = sheet.read_sheet(a_picture(), Page(1, 0.0, 0.0, scanned=True))
    assert page.scan is not None
    assert set(page.scan.certainties) == {0.2}


def test_an_empty_page_has_no_words(engine: Engine) -> None:
    engine(np.zeros((0, 4, 2), np.float32))
    page = sheet.read_sheet(np.full((600, 400), 255, np.uint8), Page(1, 0.0, 0.0, scanned=True))
    assert (page.words, page.horizontals, page.kind) == ((), (), None)


def test_only_the_part_with_pictures_is_read_on_a_page_of_text(engine: Engine) -> None:
    engine(np.array([[(10, 5), (110, 5), (110, 25), (10, 25)]], np.float32))
    page = Page(1, 300.0, 450.0, pictures=((150.0, 300.0, 174.0, 312.0), (174.0, 300.0, 198.0, 312.0)))
    read = sheet.read_pictures_on(a_picture(), page)
    assert read.scan is not None
    assert (read.words, read.scan.certainties) == ((), ())
    assert all(130 < word.x0 < 260 and 280 < word.top < 330 for word in read.scan.other)
