"""Lines show how a sheet was laid down: a page is read in coordinates in which its lines run level."""

from typing import Any, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from .ocr import Corners, Picture
from .picture import extent

Way = npt.NDArray[np.float64]
"""A projection, three by three."""
LONG = 4.0
"""Times its height that a line is long at least, when it is asked which way it runs."""
STEEPEST = 0.2
"""What runs steeper than this (about 11 degrees) is set across the page: a watermark, a stamp."""


def along(way: Way, points: Corners) -> Corners:
    """Where points come to lie; any number of them, in any arrangement."""
    if not points.size:
        return points
    moved = cv2.perspectiveTransform(points.reshape(-1, 1, 2).astype(np.float32), way)
    return np.asarray(moved, np.float32).reshape(points.shape)


def begun_at(lines: Corners, turn: int) -> Corners:
    """The lines with their corners counted from where reading begins on a sheet turned clockwise by quarters."""
    return np.roll(lines, -turn, axis=1)


def lies_on_its_side(lines: Corners) -> bool:
    """Most of the text runs up or down the picture."""
    lengths = [extent(line) for line in lines]
    flat = sum(length for length, height in lengths if length > 1.5 * height)
    tall = sum(height for length, height in lengths if height > 1.5 * length)
    return tall > flat


def upright(turn: int, width: float, height: float) -> Way:
    """The way from a sheet turned clockwise by quarters to the same sheet upright."""
    ways = (
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        [[0, 1, 0], [-1, 0, width], [0, 0, 1]],
        [[-1, 0, width], [0, -1, height], [0, 0, 1]],
        [[0, -1, height], [1, 0, 0], [0, 0, 1]],
    )
    return np.array(ways[turn], np.float64)


def level(lines: Corners, width: float, height: float) -> Way:
    """The way to a sheet on which the lines run level; they may run a little steeper below than above."""
    slopes = np.array([_slope(line) for line in lines if extent(line)[0] > LONG * extent(line)[1]]).reshape(-1, 3)
    slopes = slopes[np.abs(slopes[:, 1]) < STEEPEST]
    if not len(slopes):
        return np.eye(3)
    middle = float(np.median(slopes[:, 1]))
    slopes = slopes[np.abs(slopes[:, 1] - middle) < 0.02]
    top = bottom = middle
    if len(slopes) >= 8 and np.ptp(slopes[:, 0]) > 0.4 * height:
        lean, start = np.polyfit(slopes[:, 0], slopes[:, 1], 1, w=slopes[:, 2])
        top, bottom = float(start), float(start + lean * height)
        middle = (top + bottom) / 2
    x, y = -height * middle / np.hypot(1, middle), height / np.hypot(1, middle)
    here = [
        (0.0, 0.0),
        (width / np.hypot(1, top), width * top / np.hypot(1, top)),
        (x + width / np.hypot(1, bottom), y + width * bottom / np.hypot(1, bottom)),
        (x, y),
    ]
    there = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
    # Turned about the middle of the sheet, so that nothing leaves it.
    way = _projection(here, there)
    moved = along(way, np.array([[width / 2, height / 2]], np.float32))[0]
    return np.array([[1, 0, width / 2 - moved[0]], [0, 1, height / 2 - moved[1]], [0, 0, 1]], np.float64) @ way


def _slope(line: Corners) -> tuple[float, float, float]:
    """At which height a line runs, how steeply, and how long it is."""
    start, end = (line[0] + line[3]) / 2, (line[1] + line[2]) / 2
    across = float(end[0] - start[0])
    return float(start[1] + end[1]) / 2, float(end[1] - start[1]) / max(across, 1.0), across


class Flat(NamedTuple):
    """The way to a sheet that was laid flat, and its size in pixels."""

    way: Way
    width: float
    height: float


def sheet_on_a_table(picture: Picture, lines: Corners) -> Flat | None:
    """The way from a photographed sheet with something darker around it to the sheet alone; null where none is seen.

    A shadow across a page has no text outside of it by chance only, so all lines must lie on the sheet.
    """
    height, width = picture.shape
    scale = 600 / max(height, width)
    small = cv2.GaussianBlur(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), (7, 7), 0)
    cut, mask = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    shapes, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    largest = max(shapes, key=cv2.contourArea, default=None)
    if largest is None or not 0.3 < cv2.contourArea(largest) / mask.size < 0.97:
        return None
    corners = cv2.approxPolyDP(cv2.convexHull(largest), 0.03 * cv2.arcLength(largest, True), True).reshape(-1, 2)
    inside = cv2.fillConvexPoly(np.zeros_like(mask), corners.astype(np.int32), (255,)) > 0
    if len(corners) != 4 or float(small[inside].mean()) - float(small[~inside].mean()) < 40 or cut < 40:
        return None
    hull = corners.astype(np.float32).reshape(-1, 1, 2)
    middles = lines.mean(axis=1) * scale
    if any(cv2.pointPolygonTest(hull, (float(x), float(y)), True) < -3 for x, y in middles):
        return None
    here = _clockwise(corners / scale)
    frame = _frame(here)
    return Flat(_projection(here, frame), *frame[2])


def _clockwise(corners: Any) -> list[tuple[float, float]]:
    """Four corners from the top left one on."""
    points = sorted(((float(x), float(y)) for x, y in corners), key=lambda point: point[0] + point[1])
    first, last = points[0], points[3]
    right, left = sorted(points[1:3], key=lambda point: point[1] - point[0])
    return [first, right, last, left]


def _frame(corners: list[tuple[float, float]]) -> list[tuple[float, float]]:
    points = np.array(corners)
    width = (np.hypot(*(points[1] - points[0])) + np.hypot(*(points[2] - points[3]))) / 2
    height = (np.hypot(*(points[3] - points[0])) + np.hypot(*(points[2] - points[1]))) / 2
    return [(0.0, 0.0), (float(width), 0.0), (float(width), float(height)), (0.0, float(height))]


def _projection(here: list[tuple[float, float]], there: list[tuple[float, float]]) -> Way:
    return np.asarray(cv2.getPerspectiveTransform(np.array(here, np.float32), np.array(there, np.float32)), np.float64)
