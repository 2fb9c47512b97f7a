"""A shot is the picture of a page as a person is shown it: a part of it can be cut out without any library."""

import base64
import struct
import zlib
from functools import lru_cache
from typing import NamedTuple

from .page import Box, Shot

MARGIN = 4.0
"""Points around what is cut out, so that a person sees where it stands."""
LARGEST = 400_000
"""Pixels of a cut at most; a larger one is left out every other row and column."""


class _Rows(NamedTuple):
    pixels: bytes
    width: int
    height: int


def shot_of(pixels: bytes, width: int, height: int, scale: float) -> Shot:
    """Pack grey pixels, one byte each, so that they pass from process to process as text."""
    return Shot(width, height, scale, base64.b64encode(zlib.compress(pixels, 1)).decode("ascii"))


def cut(shot: Shot, box: Box) -> str | None:
    """A box of the page, given in points, as the data URL (RFC 2397) of a grey PNG; null where it lies off the page."""
    rows = _unpacked(shot)
    x0, top = (max(0, int((place - MARGIN) * shot.scale)) for place in box[:2])
    x1 = min(rows.width, int((box[2] + MARGIN) * shot.scale) + 1)
    bottom = min(rows.height, int((box[3] + MARGIN) * shot.scale) + 1)
    if x0 >= x1 or top >= bottom:
        return None
    step = 1
    while (x1 - x0) * (bottom - top) > LARGEST * step * step:
        step += 1
    lines = [rows.pixels[y * rows.width + x0 : y * rows.width + x1 : step] for y in range(top, bottom, step)]
    return "data:image/png;base64," + base64.b64encode(_png(lines)).decode("ascii")


@lru_cache(maxsize=4)
def _unpacked(shot: Shot) -> _Rows:
    return _Rows(zlib.decompress(base64.b64decode(shot.pixels)), shot.width, shot.height)


def _png(lines: list[bytes]) -> bytes:
    """Grey, eight bits, no filter (ISO/IEC 15948)."""
    head = struct.pack(">IIBBBBB", len(lines[0]), len(lines), 8, 0, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + line for line in lines), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
