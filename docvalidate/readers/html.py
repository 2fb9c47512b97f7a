"""HTML: a web page is set as a page of paper, tables cell by cell, so that the rules for printed forms read it too.

Nothing is fetched and no script runs. What styles hide, and white letters, are no part of the draft and are reported.
"""

import re

from docvalidate.engines.isolation import pages_from
from docvalidate.layout.document import document_of
from docvalidate.layout.paths import with_paths
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.structured.charset import decoded
from docvalidate.structured.xml_file import root_of

EXTRA = None
RECOGNISES = "<!doctype html>, or <html>, <head>, <body>, <table> or <div> as its first element"
SECOND_READING = False
_DECLARES = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


def claims(data: bytes) -> bool:
    """The file begins with an element of a web page, or says that it is one (HTML Living Standard, 13.1.1)."""
    root = root_of(data)
    return root is not None and root.is_html


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Read a web page or an e-mail's body."""
    declared = _DECLARES.search(data[:4_096])
    text = decoded(data, declared[1].decode("ascii") if declared else None)
    pages = pages_from(text.encode("utf-8", "replace"), "html_page", settings)
    return with_paths(document_of(pages, name), pages)
