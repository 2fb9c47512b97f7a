"""A page as a picture small enough to send: in grey, so that the only colours on it are those of the report.

A PDF is drawn by PDFium. A picture file is its own page, turned as its camera noted, as it was when it was read.
"""

import base64
import io
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docvalidate.model import TransportDocument

if TYPE_CHECKING:
    from PIL.Image import Image

_PIXELS_PER_POINT = 2.0
_MOST_PIXELS = 2_600_000
_LARGEST_FILE = 80_000_000
"""Pixels of a picture file; the reader refuses larger ones as well."""
_A4 = 595.0
"""Points across a sheet: nothing in a picture file tells how large its paper is, and this is what the reader takes."""
_GREYS = 16
_PACKED = 4
_ENOUGH = 120_000
_BUDGET = 240_000
"""Bytes of one picture: as text it takes a third more, and the whole page must stay small enough for a mail."""
_QUALITIES = (60, 45, 30)
_PICTURES = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF")


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a data URL (RFC 2397), and its size in points."""

    url: str
    width: float
    height: float


def bytes_of(label: str, papers: Iterable[TransportDocument]) -> bytes | None:
    """The file that a source means by `document`; null where it is not at hand, or two files bear that name.

    A file that came with a mail is called by both names: "mail.eml: draft.pdf".
    """
    found: dict[bytes, None] = {}
    for paper in papers:
        data, name = paper.remembered, paper.file or "document"
        if data is None:
            continue
        if label == name:
            found[data] = None
        elif label.startswith(f"{name}: ") and (enclosed := _enclosed(data, label[len(name) + 2 :])) is not None:
            found[enclosed] = None
    return next(iter(found)) if len(found) == 1 else None


def pictures(data: bytes, numbers: Iterable[int]) -> dict[int, Picture]:
    """The pages of those numbers (from 1) of a PDF or of a picture file; of any other file there are none."""
    if b"%PDF-" in data[:1024]:
        return _drawn(data, numbers)
    return _photographed(data, numbers)


def _drawn(data: bytes, numbers: Iterable[int]) -> dict[int, Picture]:
    import pypdfium2

    try:
        paper = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return {}
    found: dict[int, Picture] = {}
    try:
        # Without this the values of form fields are not painted.
        paper.init_forms()
        for number in numbers:
            if not 1 <= number <= len(paper):
                continue
            page = paper[number - 1]
            width, height = page.get_size()
            scale = min(_PIXELS_PER_POINT, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
            image: Image = page.render(scale=scale, grayscale=True).to_pil()
            found[number] = Picture(_url(image), width, height)
    except pypdfium2.PdfiumError:
        # A page that cannot be drawn is told by its values.
        return found
    finally:
        paper.close()
    return found


def _photographed(data: bytes, numbers: Iterable[int]) -> dict[int, Picture]:
    from PIL import Image, ImageOps

    found: dict[int, Picture] = {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_PICTURES) as file:
                for number in numbers:
                    if not 1 <= number <= int(getattr(file, "n_frames", 1)):
                        continue
                    file.seek(number - 1)
                    if file.width * file.height > _LARGEST_FILE:
                        continue
                    grey = _on_white(ImageOps.exif_transpose(file))
                    points = _A4 / min(grey.size)
                    width, height = grey.width * points, grey.height * points
                    scale = min(1.0, (_MOST_PIXELS / (grey.width * grey.height)) ** 0.5, _PIXELS_PER_POINT * points)
                    if scale < 1.0:
                        grey = grey.resize((max(1, round(grey.width * scale)), max(1, round(grey.height * scale))))
                    found[number] = Picture(_url(grey), width, height)
    except (
        *(OSError, SyntaxError, ValueError, EOFError, KeyError, TypeError, OverflowError),
        Image.DecompressionBombError,
    ):
        # Pillow tells of a broken file in many ways; what was read of it is told by its values.
        return found
    return found


def _on_white(image: "Image") -> "Image":
    from PIL import Image

    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("L")
    if image.mode.startswith("I") or image.mode == "F":
        # Sixteen bits and more; the brightest that occurs is white, as the reader takes it.
        deep = image.convert("I").convert("F") if image.mode.startswith("I") else image
        brightest = deep.getextrema()[1]
        scale = 255 / max(brightest, 1.0) if isinstance(brightest, (int, float)) else 1.0
        return deep.point(lambda value: value * scale + 0).convert("L")
    return image.convert("L")


def _url(grey: "Image") -> str:
    """The smaller of the two ways to keep the picture; a photograph is made coarser until it fits."""
    kept, kind = _png(grey), "png"
    if len(kept) > _ENOUGH:
        for quality in _QUALITIES:
            other = _jpeg(grey, quality)
            if len(other) < len(kept):
                kept, kind = other, "jpeg"
            if len(kept) <= _BUDGET:
                break
        else:
            return _url(grey.resize((grey.width * 3 // 4, grey.height * 3 // 4)))
    return f"data:image/{kind};base64,{base64.b64encode(kept).decode('ascii')}"


def _png(grey: "Image") -> bytes:
    """Sixteen greys are enough for people, and four bits are enough for sixteen greys."""
    from PIL import Image

    step = 255 // (_GREYS - 1)
    steps = grey.point([(value + step // 2) // step for value in range(256)])
    packed = Image.frombytes("P", steps.size, steps.tobytes())
    packed.putpalette([shade * step for shade in range(_GREYS) for _ in range(3)])
    file = io.BytesIO()
    packed.save(file, "PNG", bits=_PACKED, compress_level=3)
    return file.getvalue()


def _jpeg(grey: "Image", quality: int) -> bytes:
    file = io.BytesIO()
    grey.save(file, "JPEG", quality=quality)
    return file.getvalue()


def _enclosed(data: bytes, name: str) -> bytes | None:
    """The file of that name in a mail; null where there is none, or more than one."""
    from email import message_from_bytes

    try:
        parts = message_from_bytes(data).walk()
        found = [part.get_payload(decode=True) for part in parts if part.get_filename() == name]
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        # The parser of mails tells of a broken one in many ways.
        return None
    (only,) = found if len(found) == 1 else (None,)
    return only if isinstance(only, bytes) else None
