"""EDI spreads a long name over pieces of one length; whether a full piece ends with a word or in it is not told."""

from collections.abc import Sequence
from typing import NamedTuple

from docvalidate.reference.company_words import COMPANY
from docvalidate.reference.legal_forms import legal_forms
from docvalidate.reference.ports import identify
from docvalidate.reference.states import state_code
from docvalidate.reference.street_words import street_words
from docvalidate.text.fold import capitals


class Joined(NamedTuple):
    """The text with a line for each piece that ends where it ends; `open` are the words that might be read otherwise.

    Each of `open` is the joint as it was read and as it could be read.
    """

    text: str
    open: tuple[tuple[str, str], ...] = ()


def joined(pieces: Sequence[str], length: int, *, lines: bool = False) -> Joined:
    """Put the pieces of a value together; `length` is what a piece may have at most.

    A piece that is not full ends with its word, and so does one with a space at either side of the joint. A full piece
    goes on in the next: systems that cut at the length cut within words nearly always. It is taken to end with its word
    where that is a legal form or another word of names and addresses, or the next piece begins with one, where a number
    follows a word or a state its city, and where other pieces were broken at a word before they were full.
    `lines` are pieces that are lines of their own by definition, so that only a run of full ones goes on.

    >>> joined(["CHESAPEAKE CUSTOMS BROKERS AND FORW", "ARDERS INC"], 35)
    Joined(text='CHESAPEAKE CUSTOMS BROKERS AND FORWARDERS INC', open=(('FORWARDERS', 'FORW ARDERS'),))
    >>> joined(["HARBORLINE IMPORTS OF BALTIMORE LLC", "2401 BROENING HIGHWAY"], 35)
    Joined(text='HARBORLINE IMPORTS OF BALTIMORE LLC\\n2401 BROENING HIGHWAY', open=(('LLC 2401', 'LLC2401'),))
    >>> joined(["ACME TRADING", "IMPORT DIVISION"], 35)
    Joined(text='ACME TRADING\\nIMPORT DIVISION', open=())
    """
    pieces = [piece for piece in pieces if piece.strip()]
    if not pieces:
        return Joined("")
    text, doubts = pieces[0], []
    full = [len(piece) == length for piece in pieces[:-1]]
    wrapped = not all(full) or (lines and len(full) < 2)
    for before, after, is_full in zip(pieces, pieces[1:], full, strict=False):
        if not (is_full and before[-1].isalnum() and after[0].isalnum()):
            text += "\n" + after
            continue
        tail, head = before.split()[-1], after.split()[0]
        ends = wrapped or _two_words(capitals(tail).rstrip(",."), capitals(head).rstrip(",."))
        text += ("\n" if ends else "") + after
        doubts.append((f"{tail} {head}", tail + head) if ends else (tail + head, f"{tail} {head}"))
    return Joined("\n".join(" ".join(line.split()) for line in text.splitlines()), tuple(doubts))


def _two_words(tail: str, head: str) -> bool:
    """Both sides of a joint are words of their own, as far as words are on file; short ones begin too many others.

    >>> _two_words("BALTIMORE", "MD"), _two_words("KEY", "HIGHWAY"), _two_words("FORW", "ARDERS")
    (True, True, False)
    """
    known = legal_forms().keys() | street_words() | COMPANY
    if tail[-1].isalpha() and head[0].isdigit():
        return True
    if tail in legal_forms() or (len(tail) > 3 and tail in known) or (len(head) > 2 and head in known):
        return True
    return len(head) == 2 and state_code(head, "US") == head and bool(identify(tail).codes)
