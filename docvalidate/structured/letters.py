"""A letter is a message taken apart: what it says in its own text, and what is enclosed, each with a name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from docvalidate.model.values import Message

from .quotes import messages_in, messages_in_html

Nature = Literal["body", "html body", "quoted", "html quoted", "enclosure"]
PACKED = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
SEALED = "sealed (S/MIME or PGP): open it in the mail program and save what is in it"
SMALLEST_PAGE = 8_000
"""Bytes: a page that was scanned or photographed takes more, a logo less."""
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
        """The newest text of the letter itself."""
        return next((it.data.decode("utf-8", "replace") for it in self.pieces if it.nature == "body"), "")


def one_line(name: str, otherwise: str) -> str:
    """A file's name as it can stand in a message, without a way to a folder.

    >>> one_line("C:\\\\drafts\\\\draft\\n1.pdf", "attachment 1")
    'draft 1.pdf'
    """
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    return shown.replace("\\", "/").rpartition("/")[2][:120] or otherwise


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
