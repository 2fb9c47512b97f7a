"""A picture file is measured before it is unpacked: one of a few bytes may ask for gigabytes."""

import io
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np

from docvalidate.errors import UnreadableDocument

from .ocr import Picture

LARGEST = 80_000_000
"""Pixels: a sheet of A3 at 600 dots an inch has 70 million."""
SMALLEST = 150
"""Pixels across, below which no bill can be read."""
LONGEST = 12
"""Times its width that a picture may be high: a page, or a few of them in a row."""
FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF")


def pictures(data: bytes, max_pages: int) -> Iterator[Picture]:
    """Each picture of a file, in grey, turned as its camera noted. Raises UnreadableDocument."""
    from PIL import Image, UnidentifiedImageError

    # The measure is taken here, with a line that says what to do.
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=FORMATS) as file:
                count = int(getattr(file, "n_frames", 1))
                if count > max_pages:
                    raise UnreadableDocument(
                        f"{count} pages, and the limit is {max_pages}: raise --max-pages", "too-large"
                    )
                for number in range(count):
                    file.seek(number)
                    _measured(*file.size)
                    yield _grey(file)
    except UnidentifiedImageError as error:
        raise UnreadableDocument("the picture is damaged and cannot be opened: ask for it again", "damaged") from error
    except (OSError, SyntaxError, ValueError, EOFError, KeyError, TypeError, OverflowError) as error:
        # Pillow tells of a broken file in many ways, and of one cut off as an OSError.
        cut = "truncated" in str(error)
        what = "cut off before its end" if cut else "damaged and cannot be opened"
        raise UnreadableDocument(
            f"the picture is {what}: ask for it again", "truncated" if cut else "damaged"
        ) from error


def _measured(width: int, height: int) -> None:
    size = f"a picture of {width:,} x {height:,} pixels"
    if width * height > LARGEST:
        raise UnreadableDocument(f"{size}, and the limit is {LARGEST:,} in all: send it smaller", "too-large")
    if max(width, height) > LONGEST * min(width, height):
        raise UnreadableDocument(f"{size} is no page: ask for pictures of the pages", "damaged")
    if min(width, height) < SMALLEST:
        raise UnreadableDocument(f"{size} is too small to read: ask for a larger one", "too-small")


def _grey(file: Any) -> Picture:
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(file)
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        upright = upright.convert("RGBA")
        paper = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(paper, upright)
    elif upright.mode.startswith("I;16") or upright.mode in ("I", "F"):
        deep = np.asarray(upright, np.float64)
        return np.asarray(deep * (255 / max(float(deep.max()), 1.0)), np.uint8)
    return np.asarray(upright.convert("L"), np.uint8).copy()
