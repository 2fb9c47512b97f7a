"""A guide comes as PDF, Word, Excel, web page, text or e-mail; all of them become pages of words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from docvalidate.engines.isolation import pages_from
from docvalidate.engines.page import Page
from docvalidate.engines.plain_text import pages_of
from docvalidate.engines.terms import all_pages_count
from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.structured.charset import decoded
from docvalidate.structured.containers import kind_of_ole, kind_of_zip
from docvalidate.structured.letters import Letter, Piece
from docvalidate.structured.mail import looks_like_mail
from docvalidate.structured.mime import opened as opened_mail
from docvalidate.structured.plain import looks_like_text
from docvalidate.structured.xml_file import root_of

MOST_ENCLOSURES = 20
_MESSAGES = (b"{", b"[", b"UNA", b"UNB", b"ISA")
"""How JSON and EDI begin, which are text and no guide."""
_DECLARES = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Paper:
    """One document as pages; `name` is what its sources are called."""

    name: str
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class Opened:
    """The guide, what lies beside it in the same message, and what could not be opened, each with the reason."""

    guide: Paper
    beside: tuple[Paper, ...] = ()
    closed: tuple[str, ...] = ()
    sent: date | None = None
    subject: str | None = None


def open_guide(data: bytes, name: str, settings: ReadSettings, is_guide: Callable[[Paper], bool]) -> Opened:
    """The pages of the guide that a file is, or that a message brings; `is_guide` tells one from other papers.

    Raises UnreadableDocument where it cannot be read, or where a message brings two.
    """
    if not data:
        raise UnreadableDocument(f"{name}: the file has no bytes: ask for it again", "empty")
    if kind_of_ole(data) == "mail":
        from docvalidate.structured.outlook import opened as opened_outlook

        return _from_letter(opened_outlook(data), name, settings, is_guide)
    if looks_like_mail(data):
        return _from_letter(opened_mail(data), name, settings, is_guide)
    return Opened(Paper(name, _with_words(_pages(data, name, settings), name)))


def _pages(data: bytes, name: str, settings: ReadSettings) -> tuple[Page, ...]:
    if (b"%PDF-" in data[:1024] and not data.startswith(b"PK")) or kind_of_zip(data) in ("docx", "xlsx"):
        return pages_from(data, "whole", settings)
    if kind_of_ole(data) == "xls":
        return pages_from(data, "old_spreadsheet", settings)
    root = root_of(data)
    if root is not None and root.is_html:
        declared = _DECLARES.search(data[:4_096])
        text = decoded(data, declared[1].decode("ascii") if declared else None)
        return pages_from(text.encode("utf-8", "replace"), "whole", settings)
    if root is None and looks_like_text(data) and not data.lstrip().startswith(_MESSAGES):
        if len(data) > settings.max_bytes:
            size = f"{len(data):,} bytes, and the limit is {settings.max_bytes:,}"
            raise UnreadableDocument(f"{name}: {size}: raise --max-bytes", "too-large")
        with all_pages_count():
            return tuple(pages_of(decoded(data)))
    advice = "a guide is read from PDF, DOCX, XLSX, XLS, HTML, text or e-mail"
    raise UnreadableDocument(f"{name}: not a format that a guide comes in: {advice}", "unknown-format")


def _with_words(pages: tuple[Page, ...], name: str) -> tuple[Page, ...]:
    if any(page.words for page in pages):
        return pages
    if any(page.scanned or page.pictures for page in pages):
        raise UnreadableDocument(f"{name}: the pages are pictures without text (a scan): ask for the original", "scan")
    raise UnreadableDocument(f"{name}: no page has any text: ask for the file again", "empty")


def _from_letter(letter: Letter, name: str, settings: ReadSettings, is_guide: Callable[[Paper], bool]) -> Opened:
    bodies = _bodies(letter, name, settings)
    enclosed, closed = _enclosed(letter, name, settings)
    guides = [paper for paper in enclosed if is_guide(paper)]
    if len(guides) > 1:
        names = ", ".join(paper.name.removeprefix(f"{name}: ") for paper in guides)
        raise UnreadableDocument(
            f"{name}: brings {len(guides)} guides ({names}): save them and import one", "two-drafts"
        )
    papers = [*bodies, *enclosed]
    if not papers:
        reason = "; ".join(closed) or "it is empty"
        raise UnreadableDocument(f"{name}: no guide in it: {reason}", "nothing-to-read")
    guide = guides[0] if guides else papers[0]
    beside = tuple(paper for paper in papers if paper is not guide)
    return Opened(guide, beside, tuple(closed), _day(letter.message.date), letter.message.subject)


def _bodies(letter: Letter, name: str, settings: ReadSettings) -> list[Paper]:
    """The newest text of the message, and the older ones quoted in it; of two forms of one text the web page counts."""
    html = [piece for piece in letter.pieces if piece.nature in ("html body", "html quoted")]
    plain = [piece for piece in letter.pieces if piece.nature in ("body", "quoted")]
    found = []
    for piece in html or plain:
        try:
            pages = _pages(piece.data, piece.name, settings)
        except UnreadableDocument:
            continue
        if any(page.words for page in pages):
            found.append(Paper(f"{name}: {piece.name}", pages))
    if not found and html and plain:
        return _bodies(Letter(letter.message, tuple(plain)), name, settings)
    return found


def _enclosed(letter: Letter, name: str, settings: ReadSettings) -> tuple[list[Paper], list[str]]:
    papers: list[Paper] = []
    closed = list(letter.closed)
    enclosures = [piece for piece in letter.pieces if piece.nature == "enclosure"]
    for piece in enclosures[:MOST_ENCLOSURES]:
        try:
            papers.append(Paper(f"{name}: {piece.name}", _with_words(_inner(piece, settings), piece.name)))
        except UnreadableDocument as error:
            closed.append(str(error) if piece.name in str(error) else f"{piece.name}: {error}")
    closed += [f"{piece.name}: not tried" for piece in enclosures[MOST_ENCLOSURES:]]
    return papers, closed


def _inner(piece: Piece, settings: ReadSettings) -> tuple[Page, ...]:
    if piece.inside is not None or looks_like_mail(piece.data):
        raise UnreadableDocument(
            f"{piece.name}: a message within the message: save it and import it by itself", "other"
        )
    return _pages(piece.data, piece.name, settings)


def _day(written: str | None) -> date | None:
    try:
        return datetime.fromisoformat(written).date() if written else None
    except ValueError:
        return None
