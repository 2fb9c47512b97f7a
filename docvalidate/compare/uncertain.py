"""A picture accuses only where no misreading explains the difference: look-alikes and lost letters leave it open."""

from docvalidate.model import Check, Difference, TransportDocument
from docvalidate.text.lookalikes import one_shape

FREE = 5
"""Letters of a word that may have one letter wrong and still be the same word, badly read."""


def unless_misread(check: Check, document: TransportDocument) -> Check:
    """The check, or `unreadable` in its place where all that differs may be OCR's doing.

    A digit that is another digit is none of OCR's mistakes; a 5 that is an S may be one.
    """
    if check.status != "mismatch" or not _was_pictured(check, document):
        return check
    material = [difference for difference in check.differences if difference.kind == "material"]
    if any(_stands(difference, check) for difference in material):
        return check
    return check.model_copy(update={"status": "unreadable", "differences": ()})


def _was_pictured(check: Check, document: TransportDocument) -> bool:
    parties = document.notify_parties if check.field == "notify_party" else ()
    sources = [check.source, *(party.source for party in parties)]
    return any(source is not None and source.certainty is not None for source in sources)


def _stands(difference: Difference, check: Check) -> bool:
    """The difference is more than a misreading: one thing stands where another is asked for.

    What is not there at all may not have been found, and what is there besides may be of the box beside it.
    """
    expected, found = difference.expected, difference.found
    if not expected or not found:
        return False
    return not may_be_one(expected, found) and not _said_elsewhere(found, check.expected)


def _said_elsewhere(found: str, expected: str | None) -> bool:
    """The words that seem to be too many are there in what was asked for, spelled as OCR might."""
    shape = one_shape(found)
    return len(shape) > FREE and shape in one_shape(expected or "")


def may_be_one(expected: str, found: str) -> bool:
    """The texts are alike in shape, or differ by a letter that got lost or changed in a longer word.

    >>> may_be_one("2401 BROENING", "24O1BROENING"), may_be_one("HARBORLINE", "HARBORINE")
    (True, True)
    >>> may_be_one("SUITE 210", "SUITE 120"), may_be_one("LLC", "INC"), may_be_one("UNIT 9", "UNIT 8")
    (False, False, False)
    """
    ours, theirs = one_shape(expected), one_shape(found)
    if ours == theirs:
        return True
    if _digits(expected) != _digits(found) or min(len(ours), len(theirs)) < FREE:
        return False
    return _one_step(ours, theirs)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def _one_step(one: str, other: str) -> bool:
    """One letter changed, left out or put in leads from one to the other."""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests = one[start:], other[start:]
    return rests[0][1:] in (rests[1], rests[1][1:]) or rests[0] == rests[1][1:]
