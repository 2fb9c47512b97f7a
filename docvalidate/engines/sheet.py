"""One picture becomes one page: its lines are found, set straight, read, and put where they stand."""

from collections.abc import Sequence
from statistics import mean

import numpy as np

from .line_reading import Line, held_against_each_other, is_level, read_lines, words_of
from .ocr import FIND_AREA, Corners, Picture, find, spell
from .page import Box, Page, Scan, Shot, Word
from .picture import cut_out, even, extent, resized, warped
from .ruled import SCALE, rules_of
from .shot import shot_of
from .straight import Way, along, begun_at, level, lies_on_its_side, sheet_on_a_table, upright
from .terms import is_legal_prose
from .unread import unread_ink

A4 = 595.0
"""Points across a sheet: nothing in a picture tells how large its paper is."""
TRIED = 4
"""Lines that are read to find out which way is up."""
SURE_ENOUGH = 0.75
"""How sure letters are on average where a page is the right way up."""
MANY = 120
"""Lines from which a page may be the conditions of carriage."""
SHADES = 16
"""Greys of a shot: enough for people, and half the bytes."""
AROUND = 12.0


def read_sheet(picture: Picture, page: Page, *, photograph: bool = False) -> Page:
    """The page that a picture shows; `page` is what is known of it without looking."""
    lit = even(picture)
    found = _found(lit)
    height, width = (float(side) for side in picture.shape)
    shown = (
        (page.width, page.height) if page.width else (width * A4 / min(width, height), height * A4 / min(width, height))
    )
    back = np.diag([shown[0] / width, shown[1] / height, 1.0])
    way: Way = np.eye(3)
    flat = sheet_on_a_table(picture, found) if photograph else None
    if flat is not None:
        way, width, height = flat
    turn, found = _right_way_up(lit, found, way)
    way = upright(turn, width, height) @ way
    if turn % 2:
        width, height = height, width
    way = level(along(way, found), width, height) @ way
    scale = A4 / min(width, height)
    way = np.diag([scale, scale, 1.0]) @ way
    if _is_terms(lit, found):
        return page._replace(kind="terms", width=scale * width, height=scale * height)
    lines = held_against_each_other(read_lines(picture, lit, found, way))
    return _page(page, lit, lines, way, (scale * width, scale * height), back @ np.linalg.inv(way))


def read_pictures_on(picture: Picture, page: Page) -> Page:
    """A page of text with the words that stand where its pictures are, read as they are displayed."""
    scale = page.width / picture.shape[1]
    x0, top = (max(0, int((min(box[at] for box in page.pictures) - AROUND) / scale)) for at in (0, 1))
    x1, bottom = (int((max(box[at] for box in page.pictures) + AROUND) / scale) + 1 for at in (2, 3))
    part = picture[top:bottom, x0:x1]
    way = np.array([[scale, 0, x0 * scale], [0, scale, top * scale], [0, 0, 1]], np.float64)
    lit = even(part)
    words = words_of(read_lines(part, lit, _found(lit), way))
    shot = _shot(_on_paper(picture, np.diag([scale, scale, 1.0]), page.width, page.height))
    return page._replace(scan=Scan(shot, other=tuple(word for word, _ in words)))


def _found(lit: Picture) -> Corners:
    scale = (FIND_AREA / lit.size) ** 0.5
    return np.asarray(find(resized(lit, scale)) / scale, np.float32) if lit.size else np.zeros((0, 4, 2), np.float32)


def _right_way_up(lit: Picture, found: Corners, way: Way) -> tuple[int, Corners]:
    """By how many quarters the sheet is turned, and its lines with their corners as they are read."""
    turns = (1, 3) if lies_on_its_side(along(way, found)) else (0, 2)
    usual = sorted(found, key=lambda corners: abs(max(extent(corners)) / max(min(extent(corners)), 1.0) - 10))[:TRIED]
    best, surest = turns[0], -1.0
    for turn in turns:
        read = spell([cut_out(lit, corners) for corners in begun_at(np.array(usual).reshape(-1, 4, 2), turn)])
        sure = mean([mean(it.certainties) if it.certainties else 0.0 for it in read] or [1.0])
        if sure > surest:
            best, surest = turn, sure
        if sure > SURE_ENOUGH:
            break
    return best, begun_at(found, best)


def _is_terms(lit: Picture, found: Corners) -> bool:
    """A page of very many lines, of which a few taken here and there are sentences of the law."""
    if len(found) < MANY:
        return False
    taken = spell([cut_out(lit, corners) for corners in found[:: len(found) // 12]])
    return is_legal_prose("\n".join(it.text for it in taken))


def _page(page: Page, lit: Picture, lines: Sequence[Line], way: Way, size: tuple[float, float], back: Way) -> Page:
    """The page with its words and rules; `back` leads from it to the page as displayed."""
    sheet = _on_paper(lit, way, *size)
    pairs = words_of(lines)
    words = tuple(word for word, _ in pairs)
    across, down = rules_of(sheet, words)
    askew = [line for line in lines if not is_level(line)]
    layer = [*page.words, *(Word(*it.box, it.text, it.box[3] - it.box[1]) for it in page.hidden)]
    here: Way = np.asarray(np.linalg.inv(back), np.float64)
    return page._replace(
        width=size[0],
        height=size[1],
        words=words,
        horizontals=across,
        verticals=down,
        fills=(),
        marks=(*page.marks, *(line.spelt.text for line in askew)),
        sideways=(),
        overlays=tuple(it._replace(box=_led(it.box, here)) for it in page.overlays),
        scan=Scan(
            _shot(sheet),
            tuple(round(sure, 3) for _, sure in pairs),
            tuple(Word(*_led(it[:4], here), it.text, it.size) for it in layer),
            unread_ink(sheet, words, [line.corners for line in askew], [*across, *down]),
            tuple(float(it) for it in (back / back[2, 2]).ravel()),
        ),
    )


def _led(box: Box, way: Way) -> Box:
    """Where a box of one page lies on the other."""
    x0, top, x1, bottom = box
    moved = along(way, np.array([(x0, top), (x1, top), (x1, bottom), (x0, bottom)], np.float32))
    low, high = moved.min(axis=0), moved.max(axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _on_paper(picture: Picture, way: Way, width: float, height: float) -> Picture:
    """The picture as it lies on a sheet of that size."""
    return warped(picture, np.diag([SCALE, SCALE, 1.0]) @ way, round(width * SCALE), round(height * SCALE))


def _shot(sheet: Picture) -> Shot:
    step = 255 // (SHADES - 1)
    shades = np.asarray((sheet.astype(np.uint16) + step // 2) // step * step, np.uint8)
    return shot_of(shades.tobytes(), sheet.shape[1], sheet.shape[0], SCALE)
