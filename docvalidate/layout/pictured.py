"""Pictures are read where they may speak of what is checked; without OCR that is said, with the remedy."""

from importlib.util import find_spec

from docvalidate.engines.page import Page, Word
from docvalidate.errors import UnreadableDocument

from .document import shows_a_face
from .fields import read_sheet
from .scanned import displayed, pictured_fields


def ocr_is_installed() -> bool:
    """The extra is there; to import it would take longer than to read a page of text."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


def ocr_is_here(what: str) -> None:
    """Raises UnreadableDocument with the command that installs OCR where it is missing."""
    if not ocr_is_installed():
        command = "pip install 'docvalidate[ocr]'"
        raise UnreadableDocument(f"{what} (a scan): to read it, install what it needs: {command}", "needs-extra")


def in_the_way(page: Page) -> bool:
    """The page is a picture, or a picture lies in the box of a field that is checked."""
    if page.kind is not None or not (page.scanned or page.pictures):
        return False
    return (page.scanned and not shows_a_face(page)) or bool(page.pictures and pictured_fields(read_sheet(page)))


def taken_together(text: Page, seen: Page) -> Page:
    """One page of two readings: a page of text stays one, with what its pictures say; a picture is what was seen."""
    if not in_the_way(text) or seen.scan is None:
        return text
    if not seen.scan.certainties or not (text.words and shows_a_face(text)):
        return seen
    words = tuple(Word(*displayed(seen.scan, word[:4]), word.text, word.size) for word in seen.words)
    return text._replace(scan=seen.scan._replace(certainties=(), other=words))
