"""A page of a guide is written from the top, line under line; a grid is rows of cells with a line around each."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from drawing import BLACK, GREY, PALE, Sheet, Type


class Paper:
    """Pages with a running head and foot, as a word processor sets them."""

    def __init__(self, size: tuple[float, float], head: str = "", foot: str = "", font: str = "Times") -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "guide.pdf"
        self.sheet = Sheet(self.file, size)
        self.head, self.foot, self.number, self.top = head, foot, 0, 0.0
        self.bold = Type(f"{font}-Bold", 12, BLACK)
        self.body = Type("Times-Roman" if font == "Times" else font, 10.5, BLACK)
        self.left = 72.0
        self._begin()

    def _begin(self) -> None:
        self.number += 1
        small = self.body._replace(size=8.5, color=GREY)
        if self.head:
            self.sheet.text(self.left, 36, self.head, small)
        if self.foot:
            self.sheet.text(self.left, self.sheet.height - 42, self.foot, small)
            self.sheet.text(self.sheet.width - 120, self.sheet.height - 42, f"Page {self.number}", small)
        self.top = 72.0

    def next_page(self) -> None:
        """Begin another page."""
        self.sheet.next_page()
        self._begin()

    def title(self, words: str, size: float = 17) -> None:
        """The title, large."""
        self.sheet.text(self.left, self.top, words, self.bold._replace(size=size))
        self.top += 1.5 * size

    def heading(self, words: str) -> None:
        """A heading over what follows."""
        self.sheet.text(self.left, self.top, words, self.bold)
        self.top += 18

    def lines(self, words: str, indent: float = 0, after: float = 10) -> None:
        """Lines under each other, and some space."""
        self.top = self.sheet.block(self.left + indent, self.top, words, self.body) + after

    def grid(
        self, widths: Sequence[float], rows: Sequence[Sequence[str]], size: float = 8.5, shaded: bool = True
    ) -> None:
        """A table with lines around its cells; the first row is shaded as its head."""
        face = self.body._replace(size=size)
        for number, row in enumerate(rows):
            height = max(cell.count("\n") + 1 for cell in row) * 1.2 * size + 8
            x = self.left
            for width, cell in zip(widths, row, strict=True):
                self.sheet.box(x, self.top, width, height, 0.5, PALE if shaded and number == 0 else None)
                self.sheet.block(x + 4, self.top + 4, cell, face)
                x += width
            self.top += height
        self.top += 12

    def bytes(self) -> bytes:
        """The file."""
        self.sheet.save()
        data = self.file.read_bytes()
        self.folder.cleanup()
        return data


def place(folder: Path, name: str) -> Path:
    """The path of a file in its folder, which is made."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    return folder / name
