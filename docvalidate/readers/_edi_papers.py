"""An interchange has one paper: none is no draft, and of two nobody can say which one is meant."""

import re
from collections.abc import Callable, Container, Sequence

from docvalidate.errors import UnreadableDocument
from docvalidate.structured.envelopes import Message


def begins(data: bytes, pattern: re.Pattern[bytes]) -> bool:
    """The file begins so, whatever byte order mark or blank lines stand before."""
    return pattern.match(data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()) is not None


def one_paper(
    messages: Sequence[Message], kinds: Container[str], number: Callable[[Message], str | None], *, called: str
) -> Message:
    """The one message that is a paper of a shipment. Raises UnreadableDocument where there is none, or more than one.

    `number` tells the papers apart; `called` is what the standard calls a message.
    """
    papers = [message for message in messages if message.kind in kinds]
    if not papers:
        held = ", ".join(dict.fromkeys(it.kind or "nameless" for it in messages)) or f"no {called}"
        raise UnreadableDocument(f"not a bill, instruction, booking or notice of a shipment: it holds {held}",
                                 "not-a-transport-document")  # fmt: skip
    if len(papers) > 1:
        numbers = ", ".join(f"{it.kind} {number(it) or '(no number)'}" for it in papers)
        raise UnreadableDocument(f"{len(papers)} papers in one file ({numbers}): give each its own", "two-drafts")
    return papers[0]
