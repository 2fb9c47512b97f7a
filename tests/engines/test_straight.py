"""A page is read in coordinates in which its lines run level."""

import numpy as np
import pytest

pytest.importorskip("cv2")

from docvalidate.engines.ocr import Corners
from docvalidate.engines.straight import along, begun_at, level, lies_on_its_side, sheet_on_a_table, upright


def lines(*slopes: float, start: float = 100.0) -> Corners:
    """Long lines under each other, each running down by its slope."""
    rows = [
        [(50, y), (450, y + 400 * slope), (450, y + 20 + 400 * slope), (50, y + 20)]
        for y, slope in zip(np.arange(start, start + 60 * len(slopes), 60), slopes, strict=True)
    ]
    return np.array(rows, np.float32)


def slopes(found: Corners) -> list[float]:
    return [round(float((it[1] - it[0])[1] / (it[1] - it[0])[0]), 3) for it in found]


def test_lines_of_a_sheet_laid_askew_run_level() -> None:
    askew = lines(*[0.05] * 6)
    assert slopes(along(level(askew, 500, 700), askew)) == [0.0] * 6


def test_lines_that_spread_as_on_a_photograph_run_level() -> None:
    spread = lines(*[0.01 + 0.004 * n for n in range(10)], start=20)
    assert max(map(abs, slopes(along(level(spread, 500, 700), spread)))) < 0.005


def test_a_watermark_does_not_tilt_the_page() -> None:
    askew = np.concatenate([lines(*[0.0] * 6), lines(0.9)])
    assert np.allclose(level(askew, 500, 700), np.eye(3), atol=1e-6)


def test_a_page_without_lines_is_left_as_it_is() -> None:
    assert np.array_equal(level(np.zeros((0, 4, 2), np.float32), 500, 700), np.eye(3))


@pytest.mark.parametrize("turn", range(4))
def test_a_turned_sheet_is_read_from_where_reading_begins(turn: int) -> None:
    level_lines = lines(0.0)
    # The way there and back again: the sheet is turned, and set upright.
    size = (700.0, 500.0) if turn % 2 else (500.0, 700.0)
    turned = along(np.linalg.inv(upright(turn, *size)), level_lines)
    as_found = np.roll(turned, turn, axis=1)
    assert lies_on_its_side(as_found) is bool(turn % 2)
    assert np.allclose(along(upright(turn, *size), begun_at(as_found, turn)), level_lines, atol=1e-3)


def a_photograph() -> np.ndarray:
    picture = np.full((700, 500), 70, np.uint8)
    picture[60:640, 50:450] = 235
    return picture


def test_a_sheet_on_a_dark_table_is_laid_flat() -> None:
    flat = sheet_on_a_table(a_photograph(), lines(0.0, 0.0)[:, :, :] * 0.8 + 40)
    assert flat is not None
    assert (round(flat.width / 10), round(flat.height / 10)) == (40, 58)


def test_text_beside_the_bright_part_shows_that_it_is_no_sheet_but_light() -> None:
    assert sheet_on_a_table(a_photograph(), lines(0.0, start=5)) is None


def test_a_scan_without_a_table_around_it_is_the_sheet() -> None:
    assert sheet_on_a_table(np.full((700, 500), 240, np.uint8), lines(0.0)) is None
