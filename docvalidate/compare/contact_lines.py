"""A contact line that names another company, or where it is, is another party and no contact of this one."""

import re

from docvalidate.reference.company_words import COMPANY, DUTY, OFFICE, STREET
from docvalidate.reference.countries import country_code
from docvalidate.reference.ports import identify
from docvalidate.text.block import Block
from docvalidate.text.contacts import Contact
from docvalidate.text.fold import capitals
from docvalidate.text.tokens import tokens

_LABEL = re.compile(r"^[^:]*:\s*")
_ANOTHER = re.compile(r"\bC/O\b|\bCARE OF\b|\bO/B/O\b|\bOBO\b|\bON BEHALF OF\b|\bAT\b|@")
_PIECES = re.compile(r"[,;/()|]|\s-\s")
_LONGEST_CODE = 3


def names_another_party(line: Contact, party: Block) -> bool:
    """The line holds a company, a street or a town that is not of the party it stands under.

    >>> from docvalidate.text.block import read_block
    >>> acme = read_block("ACME LLC\\nATTN: J. DOE\\nATTN: ZENITH BANK")
    >>> [names_another_party(line, acme) for line in acme.contacts]
    [False, True]
    """
    if line.kind != "attention":
        return False
    # Without a colon the first word is the label: ATTN IMPORT DEPARTMENT.
    said = capitals(_LABEL.sub("", line.raw) if ":" in line.raw else line.raw.partition(" ")[2])
    if _ANOTHER.search(said):
        return True
    own = frozenset(word.key for word in party.words)
    pieces = [tuple(word.key for word in tokens(piece)) for piece in _PIECES.split(said)]
    return any(_is_company(piece, own) for piece in pieces) or any(
        _is_place(piece, own, first=index == 0) for index, piece in enumerate(pieces)
    )


def _is_company(words: tuple[str, ...], own: frozenset[str]) -> bool:
    others = set(words) - own
    if not others or COMPANY.isdisjoint(words):
        return False
    department = len(words) == 1 or not {*OFFICE, "AND", "&"}.isdisjoint(words)
    return not (department and others <= OFFICE | DUTY)


def _is_place(words: tuple[str, ...], own: frozenset[str], *, first: bool) -> bool:
    """A single word in front is a name, for many towns are: ATTN: MR HAMILTON."""
    if STREET & (set(words) - own):
        return True
    tails = (words[-2:], words[-3:]) if first else (words, words[-1:], words[-2:])
    return any(_is_town(tail) for tail in tails if len(tail) > first and not own.issuperset(tail))


def _is_town(words: tuple[str, ...]) -> bool:
    text = " ".join(words)
    return len(text) > _LONGEST_CODE and (bool(identify(text).codes) or country_code(text) is not None)
