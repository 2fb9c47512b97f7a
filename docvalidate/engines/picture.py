"""A picture is made even before it is read: the light is taken out of it, and ink is ink wherever it stands."""

from typing import Any

import cv2
import numpy as np

from .ocr import HEIGHT, Corners, Picture

INK = 150
"""Grey below which a pixel of an even picture is ink."""
_COARSE = 8
_PAPER = 250
_FAINTEST_INK = 200


def even(picture: Picture) -> Picture:
    """The picture as if lit from everywhere alike, its ink black and its paper white."""
    small = cv2.resize(picture, None, fx=1 / _COARSE, fy=1 / _COARSE, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 21)
    paper = np.maximum(cv2.resize(paper, picture.shape[::-1], interpolation=cv2.INTER_LINEAR), 1)
    flat = cv2.divide(picture, paper, scale=255)
    darkest = min(float(np.percentile(flat[::3, ::3], 1)), _FAINTEST_INK)
    grey = np.arange(256, dtype=np.float32)
    levels = np.clip((grey - darkest) * (255 / (_PAPER - darkest)), 0, 255).astype(np.uint8)
    return _pixels(cv2.LUT(flat, levels))


def resized(picture: Picture, scale: float) -> Picture:
    """The picture made smaller or larger."""
    smooth = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return _pixels(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=smooth))


def cut_out(picture: Picture, corners: Corners, margin: float = 0.0) -> Picture:
    """A line of the picture, upright and as high as the OCR engine wants it; `margin` is a share of its height."""
    up, down = margin * (corners[0] - corners[3]), margin * (corners[2] - corners[1])
    frame = np.array([corners[0] + up, corners[1] - down, corners[2] + down, corners[3] - up], np.float32)
    length, height = extent(frame)
    width = max(HEIGHT // 4, round(length * HEIGHT / max(height, 1.0)))
    target = np.array([[0, 0], [width, 0], [width, HEIGHT], [0, HEIGHT]], np.float32)
    smooth = cv2.INTER_AREA if height > 1.3 * HEIGHT else cv2.INTER_CUBIC
    way = cv2.getPerspectiveTransform(frame, target)
    return _pixels(cv2.warpPerspective(picture, way, (width, HEIGHT), flags=smooth, borderMode=cv2.BORDER_REPLICATE))


def warped(picture: Picture, way: Any, width: int, height: int) -> Picture:
    """The picture seen along a projection, on a sheet of that many pixels; what lies beside it is white."""
    smooth = cv2.INTER_AREA | cv2.INTER_LINEAR
    return _pixels(cv2.warpPerspective(picture, way, (width, height), flags=smooth, borderValue=(255,)))


def extent(corners: Corners) -> tuple[float, float]:
    """How long and how high a line is."""
    top, right, bottom, left = (
        float(np.hypot(*(corners[(at + 1) % 4] - corners[at]))) for at in range(4)
    )  # fmt: skip
    return max(top, bottom), max(left, right)


def _pixels(picture: Any) -> Picture:
    return np.asarray(picture, np.uint8)
