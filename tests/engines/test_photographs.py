"""A picture file is measured first; whatever is wrong with it is one line."""

import io
import struct
import zlib

import numpy as np
import pytest

pytest.importorskip("cv2")

from PIL import Image

from docvalidate.engines.photographs import pictures
from docvalidate.model import UnreadableDocument
from tests.pictures import as_file


def reason(data: bytes) -> tuple[str, str]:
    with pytest.raises(UnreadableDocument) as caught:
        list(pictures(data, 3))
    return caught.value.reason, str(caught.value)


def a_huge_png() -> bytes:
    """A PNG that says it is 50,000 pixels on either side, in a few bytes."""
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b""))
    chunks = (struct.pack(">I", len(it)) + kind + it + struct.pack(">I", zlib.crc32(kind + it)) for kind, it in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_a_picture_of_one_pixel_is_too_small() -> None:
    expected = "a picture of 1 x 1 pixels is too small to read: ask for a larger one"
    assert reason(as_file(np.zeros((1, 1), np.uint8))) == ("too-small", expected)


def test_a_picture_of_gigabytes_is_not_unpacked() -> None:
    expected = "a picture of 50,000 x 50,000 pixels, and the limit is 80,000,000 in all: send it smaller"
    assert reason(a_huge_png()) == ("too-large", expected)


def test_a_strip_is_no_page() -> None:
    expected = "a picture of 160 x 4,000 pixels is no page: ask for pictures of the pages"
    assert reason(as_file(np.zeros((4000, 160), np.uint8))) == ("damaged", expected)


def test_a_picture_cut_off_on_its_way_says_so() -> None:
    whole = as_file(np.random.default_rng(1).integers(0, 255, (300, 300), np.uint8), "JPEG")
    assert reason(whole[: len(whole) // 2])[0] == "truncated"


def test_a_picture_that_is_none_is_damaged() -> None:
    assert reason(b"\x89PNG\r\n\x1a\n" + b"?" * 40)[0] == "damaged"


def test_more_pages_than_the_limit_allows_are_not_read() -> None:
    page = Image.new("1", (200, 200), 1)
    file = io.BytesIO()
    page.save(file, "TIFF", save_all=True, append_images=[page] * 3)
    assert reason(file.getvalue()) == ("too-large", "4 pages, and the limit is 3: raise --max-pages")


def test_every_page_of_a_fax_is_a_picture() -> None:
    page = Image.new("1", (200, 300), 1)
    file = io.BytesIO()
    page.save(file, "TIFF", save_all=True, append_images=[page], compression="group4")
    assert [it.shape for it in pictures(file.getvalue(), 3)] == [(300, 200), (300, 200)]


def test_a_photograph_is_turned_as_the_camera_noted() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    file = io.BytesIO()
    Image.new("L", (400, 200), 255).save(file, "JPEG", exif=exif)
    assert [it.shape for it in pictures(file.getvalue(), 3)] == [(400, 200)]


def test_what_is_transparent_is_paper() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (200, 200), (0, 0, 0, 0)).save(file, "PNG")
    assert next(pictures(file.getvalue(), 3)).min() == 255


def test_sixteen_bits_of_grey_become_eight() -> None:
    file = io.BytesIO()
    Image.fromarray(np.full((200, 200), 65_535, np.uint16)).save(file, "TIFF")
    assert next(pictures(file.getvalue(), 3)).min() == 255
