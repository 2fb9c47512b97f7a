"""Pictures for tests: pages drawn from the samples, and lines of text drawn letter by letter."""

import io
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from docvalidate.engines.ocr import HEIGHT, Spelt

Picture = npt.NDArray[np.uint8]
SAMPLES = Path(__file__).parents[1] / "sample_docs"
FOUNDING = SAMPLES / "founding-case" / "corrected-draft.pdf"


def drawn(file: Path = FOUNDING, dpi: int = 150) -> Picture:
    """The first page of a PDF, in grey."""
    bitmap = pypdfium2.PdfDocument(file)[0].render(scale=dpi / 72, grayscale=True)
    return np.asarray(bitmap.to_numpy(), np.uint8).reshape(bitmap.height, bitmap.width).copy()


def laid_askew(picture: Picture, degrees: float) -> Picture:
    """The picture as it comes from a sheet that was not laid down straight."""
    height, width = picture.shape
    way = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(picture, way, (width, height), borderValue=(255,)), np.uint8)


def as_file(picture: Picture, kind: str = "PNG") -> bytes:
    """A picture file with that picture."""
    file = io.BytesIO()
    Image.fromarray(picture).save(file, kind)
    return file.getvalue()


def a_line(text: str, said: str | None = None, *, size: int = 32, space: int = 3) -> tuple[Picture, Spelt, float]:
    """A line as it is drawn, and what OCR says of it: `said`, letter for letter, all of it sure."""
    font = ImageFont.load_default(size)
    widths = [font.getlength(letter) + space for letter in text]
    starts = np.cumsum([8.0, *widths])
    sheet = Image.new("L", (int(starts[-1]) + 8, HEIGHT), 255)
    pen = ImageDraw.Draw(sheet)
    for letter, start in zip(text, starts, strict=False):
        pen.text((float(start), 4), letter, font=font, fill=0)
    places = tuple(float(start + width / 2) / sheet.width for start, width in zip(starts, widths, strict=False))
    return np.asarray(sheet, np.uint8), Spelt(said or text, places, (1.0,) * len(text)), 10.0
