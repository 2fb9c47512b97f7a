"""A draft that is a picture becomes a PDF of that picture, so that it can be marked like any other."""

from io import BytesIO

from docvalidate.errors import DocvalidateError

A4 = 595.0
"""Points across a sheet: nothing in a picture tells how large its paper is, and its boxes are told on such a sheet."""
FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF")
_LARGEST = 80_000_000
_MOST_PAGES = 200


def pdf_of(picture: bytes) -> bytes | None:
    """A PDF with a page for each picture of the file; null where it is no picture. Raises DocvalidateError."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(picture), formats=FORMATS) as file:
            count = int(getattr(file, "n_frames", 1))
            if count > _MOST_PAGES or file.size[0] * file.size[1] > _LARGEST:
                raise DocvalidateError("the picture is too large to be marked; use --format html")
            pages = []
            for number in range(count):
                file.seek(number)
                pages.append(_page(file))
    except UnidentifiedImageError:
        return None
    except (OSError, SyntaxError, ValueError, EOFError, KeyError, TypeError, OverflowError) as error:
        raise DocvalidateError(f"the picture cannot be marked, for it cannot be opened: {error}") from error
    return _file(pages)


def _page(file: object) -> tuple[int, int, bytes]:
    """Width and height in pixels, and the pixels, as its camera noted that it stands."""
    import zlib

    from PIL import Image, ImageOps

    assert isinstance(file, Image.Image)
    upright = ImageOps.exif_transpose(file)
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        upright = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright)
    elif upright.mode.startswith("I") or upright.mode == "F":
        # Deep greys go beyond 255, which a conversion would cut off.
        low_high = upright.getextrema()
        most = max(float(str(low_high[1])), 1.0)
        upright = upright.convert("F").point(lambda value: value * (255 / most))
        upright = upright.convert("L")
    return *upright.size, zlib.compress(upright.convert("RGB").tobytes(), 6)


def _file(pages: list[tuple[int, int, bytes]]) -> bytes:
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = b" ".join(b"%d 0 R" % (3 + 3 * number) for number in range(len(pages)))
    objects.append(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)))
    for width, height, pixels in pages:
        scale = A4 / min(width, height)
        size = b"%.4f %.4f" % (width * scale, height * scale)
        own = len(objects) + 1
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s] /Contents %d 0 R"
            b" /Resources << /XObject << /Picture %d 0 R >> >> >>" % (size, own + 1, own + 2)
        )
        draws = b"%.4f 0 0 %.4f 0 0 cm /Picture Do" % (width * scale, height * scale)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(draws), draws))
        says = b"/Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode" % (width, height)
        objects.append(
            b"<< /Type /XObject /Subtype /Image %s /Length %d >>\nstream\n%s\nendstream" % (says, len(pixels), pixels)
        )
    out, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out),
    )  # fmt: skip
    return bytes(out)
