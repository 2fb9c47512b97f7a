"""A sheet is drawn from its top left corner, in points, as forms are designed; the same strokes give the same bytes."""

from pathlib import Path
from typing import NamedTuple

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

SONG = "STSong-Light"
BLACK = Color(0, 0, 0)
GREY = Color(0.35, 0.35, 0.35)
PALE = Color(0.86, 0.89, 0.92)
WHITE = Color(1, 1, 1)
NAVY = Color(0.08, 0.16, 0.38)
RED = Color(0.75, 0.1, 0.1)

pdfmetrics.registerFont(UnicodeCIDFont(SONG))


class Type(NamedTuple):
    """A face, its size and its colour; lines follow each other at 1.2 times the size."""

    font: str = "Helvetica"
    size: float = 8.5
    color: Color = BLACK


CAPTION = Type("Helvetica", 6, GREY)
VALUE = Type()


class Sheet:
    """A paper of one or more pages; `rotate` stores the page lying on its side, with /Rotate to set it upright."""

    def __init__(self, file: Path, size: tuple[float, float] = A4, rotate: int = 0) -> None:
        self.width, self.height = size
        self.rotate = rotate
        # No compression: its bytes depend on the zlib of the machine. A turned page is stored with its sides exchanged.
        self.canvas = Canvas(str(file), pagesize=size, invariant=1, pageCompression=0)
        self.canvas.setAuthor("invented")
        self.canvas.setCreator("sample_docs/make.py")
        self.canvas.setProducer("reportlab")
        self._turn()

    def next_page(self) -> None:
        """Begin another page of the same size."""
        self.canvas.showPage()
        self._turn()

    def save(self) -> None:
        """Write the file."""
        self.canvas.save()

    def text(self, x: float, top: float, words: str, face: Type = VALUE) -> None:
        """One line of words whose letters begin at `top`."""
        self.canvas.setFont(face.font, face.size)
        self.canvas.setFillColor(face.color)
        self.canvas.drawString(x, self.height - top - face.size * 0.8, words)

    def centred(self, x: float, top: float, words: str, face: Type = VALUE) -> None:
        """One line of words, its middle at `x`."""
        self.text(x - pdfmetrics.stringWidth(words, face.font, face.size) / 2, top, words, face)

    def block(self, x: float, top: float, words: str, face: Type = VALUE) -> float:
        """Lines below each other; returns the top of the line that would follow."""
        for line in words.splitlines():
            self.text(x, top, line, face)
            top += face.size * 1.2
        return top

    def box(
        self, x: float, top: float, width: float, height: float, line: float = 0.7, shade: Color | None = None
    ) -> None:
        """A rectangle; a line of 0 leaves only the shade."""
        self.canvas.setLineWidth(line)
        self.canvas.setStrokeColor(BLACK)
        self.canvas.setFillColor(shade or WHITE)
        bottom = self.height - top - height
        self.canvas.rect(x, bottom, width, height, stroke=int(line > 0), fill=int(shade is not None))

    def rule(
        self,
        x0: float,
        top0: float,
        x1: float,
        top1: float,
        line: float = 0.7,
        dots: bool = False,
        color: Color = BLACK,
    ) -> None:
        """A straight line, drawn through or dotted."""
        self.canvas.setLineWidth(line)
        self.canvas.setStrokeColor(color)
        self.canvas.setDash(*((0.6, 1.8) if dots else ()))
        self.canvas.line(x0, self.height - top0, x1, self.height - top1)
        self.canvas.setDash()

    def cell(self, x: float, top: float, width: float, height: float, caption: str, value: str,
             caption_type: Type = CAPTION, value_type: Type = VALUE, line: float = 0.7) -> None:  # fmt: skip
        """A closed box with its caption on top and the value below it."""
        if line:
            self.box(x, top, width, height, line)
        below = self.block(x + 3, top + 2.5, caption, caption_type)
        self.block(x + 5, below + 2, value, value_type)

    def watermark(self, words: str, size: float = 120, shade: float = 0.88) -> None:
        """Pale words across the page, rising at 45 degrees."""
        self.canvas.saveState()
        self.canvas.translate(self.width / 2, self.height / 2)
        self.canvas.rotate(45)
        self.canvas.setFont("Helvetica-Bold", size)
        self.canvas.setFillColor(Color(shade, shade, shade))
        self.canvas.drawCentredString(0, -size / 3, words)
        self.canvas.restoreState()

    def stamp(self, x: float, top: float, words: tuple[str, ...], angle: float = 12, color: Color = RED) -> None:
        """A framed rubber stamp, centred, put on a little askew."""
        self.canvas.saveState()
        self.canvas.translate(x, self.height - top)
        self.canvas.rotate(angle)
        self.canvas.setStrokeColor(color)
        self.canvas.setFillColor(color)
        self.canvas.setLineWidth(1.4)
        width = max(pdfmetrics.stringWidth(line, "Helvetica-Bold", 11) for line in words) + 16
        height = 14 * len(words) + 8
        self.canvas.roundRect(-width / 2, -height / 2, width, height, 4, stroke=1, fill=0)
        self.canvas.setFont("Helvetica-Bold", 11)
        for index, line in enumerate(words):
            self.canvas.drawCentredString(0, height / 2 - 14 * (index + 1), line)
        self.canvas.restoreState()

    def _turn(self) -> None:
        if self.rotate == 90:
            self.canvas.setPageRotation(90)
            self.canvas.transform(0, 1, -1, 0, self.height, 0)
