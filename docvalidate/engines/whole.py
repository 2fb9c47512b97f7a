"""Every word of a file counts: no page is set aside as conditions of carriage, whatever it sounds like.

A customer's guide is written in sentences full of "shall", and each of them may be one that must be followed.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from importlib import import_module

from .page import Page
from .terms import all_pages_count


def read_pages(data: bytes, max_pages: int) -> Iterator[Page]:
    """The pages by the engine of the file's format. Raises UnreadableDocument."""
    with all_pages_count():
        pages: Iterable[Page] = import_module(f"docvalidate.engines.{_engine(data)}").read_pages(data, max_pages)
        read = list(pages)
    yield from read


def _engine(data: bytes) -> str:
    if data.startswith(b"PK"):
        return "wordprocessor" if _holds(data, "word/") else "spreadsheet"
    return "pdfium" if b"%PDF-" in data[:1024] else "html_page"


def _holds(data: bytes, folder: str) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return any(name.replace("\\", "/").casefold().startswith(folder) for name in file.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return f"{folder}document.xml".encode() in data
