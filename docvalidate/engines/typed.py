"""What is typed into a form field or a text note is laid out in lines inside its box, as a viewer shows it."""

from .page import Box
from .words import Glyph


class Typed:
    """Facts about annotations that both engines need (ISO 32000-1, 12.5.3)."""

    NOT_SHOWN = 2 | 32
    """The flags Hidden and NoView."""
    FONT = -1
    """The font number of typed values: unlike any font of the page."""
    ORDER = 1 << 30
    """Annotations are painted after everything else."""


def lay_out(value: str, box: Box, hidden: str | None) -> list[Glyph]:
    """The characters of a typed value with their places; `box` in points from the top left corner."""
    x0, top, x1, bottom = box
    lines = value.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    height = min((bottom - top) / len(lines), 11.0)
    width = min((x1 - x0 - 4.0) / max(1, *(len(line) for line in lines)), 0.5 * height)
    start = top + (1.0 if len(lines) > 1 else max(0.0, (bottom - top - height) / 2))
    glyphs: list[Glyph] = []
    for row, line in enumerate(lines):
        y = start + row * height
        for column, character in enumerate(line):
            x = x0 + 2.0 + column * width
            glyphs.append(Glyph(character, x, y, x + width, y + 0.9 * height, Typed.FONT, 0, hidden, Typed.ORDER))
        glyphs.append(Glyph(" ", 0, 0, 0, 0, 0, 0))
    return glyphs
