"""A letter is a message taken apart: what it says in its own text, and what is enclosed, each with a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

from docvalidate.model.values import Message

from .quotes import messages_in, messages_in_html

Nature = Literal["body", "html body", "quoted", "html quoted", "enclosure"]
PACKED = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
SEALED = "sealed (S/MIME or PGP): open it in the mail program and save what is in it"
SMALLEST_PAGE = 8_000
"""Bytes: a page that was scanned or photographed takes more, a logo less."""
_UNSEEN = re.compile(r"<!--|<([Ss]tyle|STYLE|[Ss]cript|SCRIPT|[Hh]ead|HEAD|[Tt]itle|TITLE)\b")
_BLOCK = re.compile(r"</?(?:p|div|td|th|tr|table|li|ul|ol|h\d|pre|blockquote)\b[^<>]*>", re.IGNORECASE)
WINMAIL = b"\x78\x9f\x3e\x22"
"""How a winmail.dat begins (MS-OXTNEF, 2.1.3.1)."""


@dataclass(frozen=True)
class Piece:
    """One thing in a letter that may be the draft: a text of its own, or an enclosed file."""

    name: str
    data: bytes
    nature: Nature = "enclosure"
    inside: "Letter | None" = None
    """A message that lies in this one as a folder, and has no bytes of its own."""


@dataclass(frozen=True)
class Letter:
    """A message, what is in it, and what cannot be looked into, each with the reason in words."""

    message: Message
    pieces: tuple[Piece, ...]
    closed: tuple[str, ...] = ()

    def says(self) -> str:
        """The newest text of the letter itself, in whichever form it came; the two forms may say different things."""
        plain = next((it.data.decode("utf-8", "replace") for it in self.pieces if it.nature == "body"), "")
        html = next((it.data.decode("utf-8-sig", "replace") for it in self.pieces if it.nature == "html body"), "")
        return "\n\n".join(filter(str.strip, (plain, text_of_html(html))))


def one_line(name: str, otherwise: str) -> str:
    """A file's name as it can stand in a message, without a way to a folder.

    >>> one_line("C:\\\\drafts\\\\draft\\n1.pdf", "attachment 1")
    'draft 1.pdf'
    """
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    return shown.replace("\\", "/").rpartition("/")[2][:120] or otherwise


def text_of_html(page: str) -> str:
    """What a page says, a line for each of its blocks.

    >>> text_of_html("<style>p {}</style><p>Please&nbsp;<b>amend</b></p><p>the notify</p>").split("\\n\\n")
    ['Please amend', 'the notify']
    """
    # Each hidden stretch is skipped once, so that a page of nothing but openings takes no long time.
    shown, at = "", 0
    while (begins := _UNSEEN.search(page, at)) is not None:
        ends = page.find("-->" if begins[1] is None else f"</{begins[1]}", begins.end())
        shown, at = f"{shown} {page[at : begins.start()]}", len(page) if ends < 0 else ends
    shown += page[at:].replace("-->", " ")
    lines = _BLOCK.sub("\n\n", re.sub(r"<br\b[^<>]*>", "\n", shown, flags=re.IGNORECASE))
    return re.sub(r"\s*\n\s*\n\s*", "\n\n", unescape(re.sub(r"<[^<>]*>", "", lines)).replace("\xa0", " ")).strip()


def why_closed(data: bytes, name: str = "") -> str | None:
    """Why a file cannot be looked into, where its beginning tells; null where a reader may try.

    >>> why_closed(b"\\x78\\x9f\\x3e\\x22...")
    "Outlook's own packing (winmail.dat): ask the sender for it as an ordinary attachment"
    """
    if data.startswith(WINMAIL):
        return "Outlook's own packing (winmail.dat): ask the sender for it as an ordinary attachment"
    if name.lower().endswith(".p7m") and data.startswith(b"0"):
        return SEALED
    return None


def plain_bodies(text: str) -> Iterator[Piece]:
    """The messages that a plain text piles up, each as a text in UTF-8."""
    for number, said in enumerate(messages_in(text)):
        name = "body" if number == 0 else "body, quoted message" if number == 1 else f"body, quoted message {number}"
        yield Piece(name, said.encode("utf-8", "replace"), "body" if number == 0 else "quoted")


def html_bodies(html: str) -> Iterator[Piece]:
    """The newest message of an HTML text and the rest of it, each as a page."""
    for number, said in enumerate(messages_in_html(html)):
        name = "body" if number == 0 else "body, quoted message"
        yield Piece(name, page_of(said), "html body" if number == 0 else "html quoted")


def page_of(html: str) -> bytes:
    """An HTML body, or a part of one, as a page in UTF-8 that says so itself."""
    start = html.lstrip()[:200].lower()
    whole = html if start.startswith(("<!doctype html", "<html")) else f"<!DOCTYPE html>\n{html}"
    return b"\xef\xbb\xbf" + whole.encode("utf-8", "replace")
