"""Pictures: a scan, a fax or a photograph of a paper, read with OCR and with its certainty."""

from docvalidate.engines.isolation import pages_from
from docvalidate.layout.document import document_of
from docvalidate.layout.pictured import ocr_is_here
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument

EXTRA = "ocr"
RECOGNISES = "the first bytes are those of a PNG, JPEG, TIFF, BMP, WEBP or GIF"
SECOND_READING = False
_SIGNS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"GIF87a", b"GIF89a")


def claims(data: bytes) -> bool:
    """The signature of a picture; a BMP has two letters for one, and the length of its second header."""
    bitmap = data[:2] == b"BM" and data[14:18] in (b"\x28\0\0\0", b"\x6c\0\0\0", b"\x7c\0\0\0", b"\x0c\0\0\0")
    return data.startswith(_SIGNS) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or bitmap


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Read a picture of a draft or of a supporting paper; every line of it has been read twice already."""
    ocr_is_here("a picture")
    return document_of(pages_from(data, "scan", settings), name)
