"""A yes is doubtful where something beside it is not understood, or where nobody can say which question it answers."""

from itertools import pairwise

from docvalidate.model import WordRefused

from .around_a_yes import ELSEWHERE, FRIENDLY, HEED, INCLUDED, LOOSE, NEGATION, REQUEST, SAYS_MORE
from .assent import asks, clauses, items, of_another_matter, of_ports, of_the_matter, sentences, shortened
from .consent import denies, names_version, says_yes, yes_clauses
from .mentions import Asked, mentions
from .scope import of_party_or_port, of_some_points


def leaves_doubt(asked: Asked, own: str, below: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Something is said of the matter that is not understood, or a point of a list is not answered with yes."""
    if asked.waiver:
        return False
    given, points = items(own), items(below[0]) if below else ()
    if any(not says_yes(asked, item) for item in given) or 0 < len(given) < len(points):
        return True
    return any(
        _is_open(asked, clause)
        for sentence in said
        if not (of_ports(sentence) or HEED.search(sentence))
        for clause in {*clauses(sentence)} - {*yes_clauses(asked, sentence)}
        if not says_yes(asked, clause)
    )


def _is_open(asked: Asked, clause: str) -> bool:
    if asks(clause) and not (FRIENDLY.search(clause) or of_another_matter(clause)):
        return True
    if INCLUDED.search(clause):
        return False
    if of_party_or_port(clause) or of_some_points(clause) or LOOSE.search(clause):
        return True
    denied = NEGATION.search(clause) is not None and not of_another_matter(clause)
    named = mentions(asked, clause)
    return denied and not (named and not any(one.this for one in named))


def says_more(asked: Asked, sentence: str) -> bool:
    """The sentence says something that is neither a yes nor a courtesy, and may be of the matter."""
    named = mentions(asked, sentence)
    return (
        not (asked.waiver or says_yes(asked, sentence) or INCLUDED.search(sentence))
        and (not named or any(one.this for one in named))
        and SAYS_MORE.search(sentence) is not None
        and FRIENDLY.search(sentence) is None
        and not (of_another_matter(sentence) or of_ports(sentence) or HEED.search(sentence))
    )


def asked_of_another(asked: Asked, below: tuple[str, ...]) -> bool:
    """A question below is of another matter, or none is of this one, so that a bare yes may be to that."""
    newest = below[0] if below else ""
    told = sentences(newest)
    questions = [one for one in told if asks(one) or REQUEST.search(one)]
    if asked.waiver or not newest:
        return False
    if not questions:
        return not any(asks(one) or REQUEST.search(one) for text in below for one in sentences(text))
    # "We work by version 2016-08. Please confirm.": what is asked may stand before the asking.
    before = [one for one, after in pairwise(told) if after in questions and not asks(after)]
    # A yes to "shall we stop using it?" is a no.
    of_this = [
        (of_the_matter(one) or names_version(asked, one)) and not denies(asked, one)
        for one in (*questions, *before, *items(newest))
    ]
    return not any(of_this) or any(of_another_matter(one) and not of_the_matter(one) for one in questions)


def answers_each(asked: Asked, between: tuple[tuple[str, str], ...], said: tuple[str, ...]) -> None:
    """Where the answers stand among our own lines, each is a yes, and one of them to the question asked.

    Raises WordRefused where one is not, or where they cannot be told from our lines: a colour is not seen.
    """
    if not between:
        pointer = next(sentence for sentence in said if ELSEWHERE.search(sentence))
        raise WordRefused(f"the answers stand elsewhere; read them yourself: “{shortened(pointer)}”")
    for question, answer in between:
        if len(items(question)) > 1:
            raise WordRefused(f"a point has no answer of its own: “{shortened(items(question)[0])}”")
        first = next(iter(sentences(answer)), None)
        if question.strip() and first is not None and not says_yes(asked, first) and (question, answer) != between[-1]:
            raise WordRefused(f"one of the answers between our lines is no plain yes: “{shortened(first)}”")
    if not any(names_version(asked, f"{question}\n{answer}") for question, answer in between if answer):
        raise WordRefused("no answer stands below the question for the version")
