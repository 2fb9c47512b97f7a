"""A sentence says yes only where it says so plainly: not as a question, a request, a promise or on a condition.

Of two errors the worse is a yes that was none. So a negation that cannot be laid to something else is a no.
"""

import re
from collections.abc import Callable, Iterator

from .around_a_yes import NOTICE, RECEIVED, SMALL_PRINT
from .scope import of_a_part
from .yes_and_no import (
    ANOTHER_MATTER,
    BESIDE,
    BUT,
    DOUBT,
    GLAD,
    GOES_BY,
    HEARSAY,
    NO,
    NOT_YET,
    NOTED,
    OF_PORTS,
    OPEN_YET,
    QUESTION,
    RECEIPT,
    RUNS_ON,
    SOMETHING_NEW,
    THE_MATTER,
    USE_OF,
    WORD_OF_YES,
    YES,
)

_ENDS = re.compile(r"(?<=[.!?])\s+|(?<=[。！？；?])|\n\s*\n")
_LIST = r"(?!(?<=\d)[,\s]\s?(?:and\s)?[A-Z]{0,5}[-\s]?\d)"
"""Not within a list of labels: what is said of the last of them is said of all."""
_CLAUSES = re.compile(
    r"\s[-–—]+\s|"
    rf"[;，；]|{_LIST},|{_LIST}\s(?:and|while|whereas|but|although|though)\s|(?<!不)但是?|不过|不過",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\s*(?:[A-Z][a-z]|[A-Z\d][\w-]*\s?[:：]|[-*•–]\s|[\u3400-\u9fff])")
_POINT = re.compile(r"\b(no(?=\.\s*\d)|nr|mrs?|ms|dr|rev|ver|po|st|ltd|co|inc|attn|tel|v|vs)\.(?=\s)\s?", re.IGNORECASE)
"""A point that ends no sentence."""
_SIGNATURE = re.compile(r"^--\s*$", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*\(?(?:\d{1,2}[.)、:](?!\d)|[a-h]\))[ \t]*(?=\S)")
_WIDTH = 60
"""Below this many signs a line was not broken by a program, and what begins anew below it is another sentence."""


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a message, each on one line, without the small print below it.

    >>> sentences("Dear team,\\nwe do not\\nconfirm.  Regards\\nJo")
    ('Dear team, we do not confirm.', 'Regards', 'Jo')
    """
    lines = _POINT.sub(r"\1 ", _said(text)).splitlines()
    joined = ""
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        broken = not _ITEM.match(after) and (len(line.rstrip()) >= _WIDTH or not _BEGINS.match(after))
        joined += _ITEM.sub("", line) + ("\n" if broken else "\n\n")
    parts = (" ".join(part.split()) for part in _ENDS.split(joined))
    return tuple(part for part in parts if part and not SMALL_PRINT.search(part))


def items(text: str) -> tuple[str, ...]:
    """What a numbered list answers to each of its points.

    >>> items("1. Yes\\n2) no\\nRegards")
    ('Yes', 'no')
    """
    return tuple(_ITEM.sub("", line).strip() for line in _said(text).splitlines() if _ITEM.match(line))


def _said(text: str) -> str:
    """The text above the signature, without the notice that a company puts below every message."""
    above = _SIGNATURE.split(text, maxsplit=1)[0]
    first, *below = re.split(r"\n[ \t]*\n", above.strip("\n"))
    return "\n\n".join([first, *(part for part in below if not NOTICE.search(part))])


def clauses(sentence: str) -> Iterator[str]:
    """The parts of a sentence that say something each."""
    yield from (part.strip() for part in _CLAUSES.split(sentence) if part and part.strip())


def asks(sentence: str) -> bool:
    """The sentence is a question."""
    return QUESTION.search(sentence) is not None


def agrees(sentence: str, names_it: Callable[[str], bool] = lambda _: False, *, in_part: bool = False) -> Iterator[str]:
    """The clauses of a sentence that say yes; of a booking or a payment they may, unless they name the version, too.

    A yes to a part counts only `in_part`, as for a waiver.

    >>> list(agrees("Yes, please use it.")), list(agrees("Please confirm.")), list(agrees("请确认"))
    (['Yes', 'please use it.'], [], [])
    """
    glad = GLAD.sub("we confirm", sentence)
    if asks(glad) or any(sign.search(glad) for sign in (NOT_YET, HEARSAY)):
        return
    parts = list(clauses(RUNS_ON.sub(r"\1, ", glad)))
    for clause in parts:
        if RECEIPT.search(clause) or (WORD_OF_YES.search(clause) and not _alone(parts, names_it, in_part)):
            continue
        other = ANOTHER_MATTER.search(clause) and not THE_MATTER.search(clause)
        elsewhere = other or SOMETHING_NEW.search(clause)
        unnamed = USE_OF.search(clause) and not names_it(sentence)
        partly = not in_part and of_a_part(clause) and not names_it(sentence)
        if (YES.search(clause) or (GOES_BY.search(clause) and names_it(clause))) and (
            names_it(clause) or not (elsewhere or unnamed or partly)
        ):
            yield clause


def _alone(parts: list[str], names_it: Callable[[str], bool], in_part: bool = False) -> bool:
    """Nothing stands beside a bare yes that might tell what it is to: "Yes, there is a newer one."."""
    beside = [part for part in parts if not WORD_OF_YES.search(part)]
    if any(RECEIPT.search(part) and not YES.search(RECEIPT.sub("", part)) for part in beside):
        return False
    return all(
        names_it(part) or (YES.search(part) and (in_part or not of_a_part(part))) or BESIDE.search(part)
        for part in beside
    )


def takes_note(sentence: str) -> bool:
    """The sentence says that something came, and promises nothing.

    >>> takes_note("Well noted, thanks."), takes_note("OK, I will ask."), takes_note("Received?")
    (True, False, False)
    """
    if asks(sentence) or NOT_YET.search(sentence):
        return False
    parts = list(clauses(RUNS_ON.sub(r"\1, ", sentence)))
    return NOTED.search(sentence) is not None or (
        any(map(WORD_OF_YES.search, parts)) and _alone(parts, lambda _: False)
    )


def of_another_matter(sentence: str) -> bool:
    """The sentence speaks of a draft, a payment, samples."""
    return ANOTHER_MATTER.search(sentence) is not None or RECEIVED.search(sentence) is not None


def of_the_matter(sentence: str) -> bool:
    """The sentence speaks of instructions, by whatever name."""
    return THE_MATTER.search(sentence) is not None


def of_ports(sentence: str) -> bool:
    """The sentence forbids a port or a charge, which is an instruction and no refusal of one."""
    return any(OF_PORTS.match(sentence, _end_of_word(sentence, said.end())) for said in NO.finditer(sentence))


def refusals(sentence: str) -> Iterator[re.Match[str]]:
    """Where a sentence says no; not to ports and charges, nor of a vessel that it is not fixed yet.

    >>> [said[0] for said in refusals("We do not accept transshipment at New York.")]
    []
    """
    of_another = ANOTHER_MATTER.search(sentence) and not THE_MATTER.search(sentence)
    for said in NO.finditer(sentence):
        open_yet = of_another and OPEN_YET.search(said[0])
        if not open_yet and not OF_PORTS.match(sentence, _end_of_word(sentence, said.end())):
            yield said
    if not of_another:
        yield from DOUBT.finditer(sentence)


def qualified(sentence: str) -> re.Match[str] | None:
    """Where a sentence takes back a part of what was said."""
    return BUT.search(sentence)


def of_all(said: re.Match[str]) -> bool:
    """The negation is of everything that the sentence names."""
    return said[0].casefold().startswith("neither")


def _end_of_word(text: str, at: int) -> int:
    while at < len(text) and text[at].isascii() and text[at].isalpha():
        at += 1
    return at


def shortened(sentence: str) -> str:
    """A sentence as it is quoted."""
    return sentence if len(sentence) <= 300 else sentence[:299] + "…"
