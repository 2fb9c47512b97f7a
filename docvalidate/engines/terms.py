"""Pages are classified, never dropped: what a page is decides how it is read, and every page is accounted for."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LEGAL = re.compile(
    r"\b(?:shall|carrier|merchant|liab\w+|hereof|herein\w*|thereof|hereunder|whatsoever|jurisdiction|indemnif\w+|"
    r"clause|claims?|goods|arising|notwithstanding|provided|pursuant|bill of lading)\b",
    re.IGNORECASE,
)
LEGAL_CJK = re.compile("承运人|托运人|责任|条款|赔偿|提单")
TYPED = re.compile(
    r"^\W*(?:ALSO NOTIFY|(?:2ND|SECOND) NOTIFY|NOTIFY(?: PARTY)?|CONSIGNEE|(?:T/S|TRANS?SHIP\w*)(?: PORT|"
    r" AT)?|VIA)\b(?=[^a-z\n]*[:/]|[^a-z\n]* AT |A? )"
    r"[^a-z\n]*$",
    re.MULTILINE,
)
"""A line in capitals that names a party or a port is typed, whatever else the page says."""
LEAST = 1800
"""Shorter pages are looked at closely whatever they say (characters)."""


_all_count: ContextVar[bool] = ContextVar("_all_count", default=False)


@contextmanager
def all_pages_count() -> Iterator[None]:
    """In here no page is taken for conditions of carriage: the paper has none, it is written in their words."""
    before = _all_count.set(True)
    try:
        yield
    finally:
        _all_count.reset(before)


def is_terms(text: str) -> bool:
    r"""The page is the conditions of carriage: long, in sentences, in the words of the law.

    A rider is dense too, but a list of goods and numbers has hardly a "shall".

    >>> is_terms("The Carrier shall not be liable for any loss arising from the Goods.\n" * 40)
    True
    >>> is_terms("CONSIGNEE: ACME LLC 24 PALLETS CERAMIC TABLEWARE\n" * 60)
    False
    """
    return len(text) >= LEAST and not _all_count.get() and TYPED.search(text) is None and is_legal_prose(text)


def is_legal_prose(text: str) -> bool:
    """The text is in sentences, and in the words of the law; a few lines of a page tell."""
    words = len(text.split())
    if len(LEGAL.findall(text)) >= 0.035 * words and _share_of_sentences(text) > 0.85:
        return True
    return len(LEGAL_CJK.findall(text)) > 0.012 * len(text) and words < len(text) / 8


def _share_of_sentences(text: str) -> float:
    """The share of the page that stands in lines of prose: a form with much small print has its own short lines too."""
    lines = text.splitlines()
    prose = sum(len(line) for line in lines if is_prose(line))
    return prose / max(1, sum(map(len, lines)))


def is_prose(line: str) -> bool:
    """A line of a clause: many words, and mostly small letters."""
    letters = [character for character in line if character.isalpha()]
    return len(line.split()) > 6 and sum(map(str.islower, letters)) > 0.6 * len(letters)
