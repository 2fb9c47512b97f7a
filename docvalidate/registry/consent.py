"""A sentence consents where it says yes to this version and order, to the whole of it, in words that are all known."""

from collections.abc import Iterator

from .around_a_yes import ALL_OF_IT, OTHER_ORDERS
from .assent import agrees, refusals
from .mentions import Asked, mentions, of_others, to_this, unnamed
from .plain_words import is_plain
from .scope import of_party_or_port
from .yes_and_no import WORD_OF_YES


def denies(asked: Asked, sentence: str) -> bool:
    """The sentence says no, and not to another version or order alone."""
    return any(not of_others(asked, sentence, no) for no in refusals(sentence))


def says_yes(asked: Asked, sentence: str) -> bool:
    """The sentence says yes to this version and order, or to a part."""
    return any(yes_clauses(asked, sentence))


def to_the_whole(asked: Asked, sentence: str) -> bool:
    """It says yes to all of it, in words that are all known; a waiver is a yes to a part."""
    if asked.waiver:
        return True
    clauses_of_yes = tuple(yes_clauses(asked, sentence))
    return any(not of_party_or_port(clause) for clause in clauses_of_yes) and is_plain(
        ALL_OF_IT.split(unnamed(asked, sentence))[0]
    )


def yes_clauses(asked: Asked, sentence: str) -> Iterator[str]:
    """The clauses that say yes to this version and order; a bare yes is to whatever its sentence speaks of."""
    for clause in agrees(sentence, lambda clause: names_version(asked, clause), in_part=asked.waiver):
        elsewhere = OTHER_ORDERS.search(sentence) and not names_order(asked, sentence)
        if not elsewhere and to_this(asked, sentence if WORD_OF_YES.search(clause) else clause):
            yield clause


def names_version(asked: Asked, clause: str) -> bool:
    """The words name this version."""
    return any(one.this and one.kind == "version" for one in mentions(asked, clause))


def names_order(asked: Asked, clause: str) -> bool:
    """The words name this order."""
    return any(one.this and one.kind == "order" for one in mentions(asked, clause))
