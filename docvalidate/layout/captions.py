"""A caption names a box: a phrase of the dictionary at the start of a run, freed from box numbers and small print."""

import re
from typing import NamedTuple

from docvalidate.reference.captions import NO_CAPTION, Phrase, beginning, folded, is_east_asian, phrases_by_start

from .boilerplate import is_boilerplate, is_sentence
from .runs import Run

_UP_TO_SLASH = re.compile(r"[^\d:/]{2,40}/\s*")
_UP_TO_BRACKET = re.compile(r"[^\d:()（]{2,40}[(（]")
_NUMBER = re.compile(
    r"\s*(?:[(\[（]\s*(?:\d{1,2}\s?[a-zA-Z]?|[a-zA-Z])\s*[)\]）]|\d{1,2}\s?[a-zA-Z]?\s?[.):、．]|"
    r"[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229]|"
    r"\d{1,2}[a-zA-Z]?(?=\s+[A-Z\u2e80-\uffef]))[.:]?\s*"
    r"|[\s*•·▪■□►>–-]+"
)
"""The number of a box: (4), 3., 5A:, a figure in a circle, 二 in brackets; or a bullet."""
_LETTER = re.compile(r"\s*[A-Z][.)]\s+")
"""A letter instead: B. Consignee."""
_PREFIX = re.compile(
    r"(?:(?:combined|multimodal|through)\s+transport|if\s+(?:any|"
    r"applicable))\s*\*?\s*(?=[a-z])",
    re.IGNORECASE,
)
"""What some forms print before the caption proper: 5. Combined Transport* Place of Receipt."""

_FURTHER = re.compile(
    r"(?:n\s?/\s?p\s?/?\s?(?:no\.?\s?)?\(?[2-9]\)?|(?:2nd|second|3rd|third|further|other)\s+n\s?/?\s?p|"
    r"(?:2nd|second|3rd|third|further)\s+notif\w*(?:\s+part(?:y|ies))?|"
    r"notify(?:\s+party)?\s*(?:no\.?\s*|#\s*|\()\s*[2-9]\)?|also\s+n\s?/?\s?p)(?=\s*(?:[:.–—-]|$))",
    re.IGNORECASE,
)
"""The short forms of a further notify party: N/P2:, 2ND N/P, NOTIFY (2)."""
_BEGINS = frozenset("n23stfoa")

_FIRM = re.compile(
    r"\b(?:l\.?l\.?c|inc|corp|co|company|ltd|limited|gmbh|plc|s\.a|s\.?r\.?l|b\.v|n\.v|pty|pte|llp|ltda)\b\.?$|公司",
    re.IGNORECASE,
)
"""A dash before the name of a firm parts it from its caption: SECOND NOTIFY - HARBOUR BROKERS INC."""
_BRACKETED = re.compile(r"\([^()]*\)")
NUMBERS = frozenset({"number", "booking_number", "document_number", "references"})


class Caption(NamedTuple):
    """A run that names a box. `inline` is what follows on the run itself; `open` is small print that goes on below."""

    run: Run
    role: str
    text: str
    inline: str | None
    colon: bool
    open: bool = False


def read_caption(run: Run) -> Caption | None:
    """Read the run as a caption, if it is one."""
    text = run.text
    number = _NUMBER.match(text)
    offset = number.end() if number else 0
    guess: Caption | None = None
    for start in dict.fromkeys((offset, *_later_starts(text, offset))):
        phrase, size = _phrase(text[start:])
        caption = None if phrase is None else _complete(run, phrase, start, start + size)
        bracketed = start > 0 and text[start - 1] in "(（"
        if caption is None:
            continue
        if caption.colon or (caption.inline is None and not bracketed):
            return caption
        if start == offset:
            # A value without a colon before it; a caption that begins later in the run may explain it better.
            guess = caption
    return guess


def _later_starts(text: str, offset: int) -> list[int]:
    """Where a caption may begin later in the run: after a printed prefix, or after its name in another language."""
    prefix = _PREFIX.match(text, offset)
    starts = [found.end() for found in (prefix, _LETTER.match(text, offset)) if found]
    first = _UP_TO_SLASH.match(text, offset) if "/" in text else None
    if first and len(first[0].split()) <= 6:
        starts.append(first.end())
    bracket = _UP_TO_BRACKET.match(text, offset) if "(" in text or "（" in text else None
    if bracket and len(bracket[0].split()) <= 9:
        starts.append(bracket.end())
    return starts


def _phrase(text: str) -> tuple[Phrase | None, int]:
    for phrase, size in beginning(text):
        return (None, 0) if phrase.role == NO_CAPTION else (phrase, size)
    key, _ = folded(text)
    further = _FURTHER.match(text) if key[:1] in _BEGINS else None
    if further is not None:
        return Phrase(further[0], "also_notify"), further.end()
    letters = key.split(" ")
    if len(letters) >= 5 and all(len(letter) == 1 for letter in letters) and not is_east_asian(key[0]):
        # Letters set apart for emphasis: C O N S I G N E E.
        for phrase, size in beginning(key.replace(" ", "")):
            if size == len(letters) and phrase.role != NO_CAPTION:
                return phrase, len(text)
    return None, 0


def _complete(run: Run, phrase: Phrase, start: int, end: int) -> Caption | None:
    """Decide what the rest of the run is: small print, the same caption in another language, or a value."""
    text = run.text
    tail = text[end:]
    if tail[:1] in ("'", "’"):
        return None
    while True:
        tail = tail.lstrip(" */†.;,&|)）")
        if tail.startswith(("(", "（")):
            close = _closing(tail)
            if close is None:
                return Caption(run, phrase.role, text, None, False, open=True)
            tail = tail[close + 1 :]
            continue
        if tail.startswith((":", "：")):
            value = tail.lstrip(" :：")
            if not value or is_boilerplate(value) or is_sentence(value):
                return Caption(run, phrase.role, text, None, True, open=is_sentence(value))
            if value.startswith(("(", "（")):
                tail = value
                continue
            return Caption(run, phrase.role, text[: len(text) - len(value)].strip(" :："), value, True)
        again, size = _phrase(tail)
        if again is not None and tail and (again.role == phrase.role or _joined(text, tail)):
            tail = tail[size:]
            if (phrase.role, again.role) == ("final_destination", "place_of_delivery"):
                # Bestimmungsort / Place of delivery: the second name says what the first leaves open.
                phrase = again
            continue
        break
    if phrase.role == "also_notify" and tail.startswith(("-", "–", "—")) and _FIRM.search(tail):
        return Caption(run, phrase.role, text[:end].strip(), tail.lstrip(" -–—"), True)
    if not tail.strip(" -–—.,/") or _is_cut_off(tail):
        return Caption(run, phrase.role, text, None, False)
    if is_boilerplate(tail) or _goes_on(text, tail):
        open_ = is_sentence(tail) or tail.count("(") > tail.count(")")
        return Caption(run, phrase.role, text, None, False, open=open_)
    if is_sentence(tail) or is_sentence(text):
        return None
    # A word that only begins like a caption is a name ("Vessel Supply Ltd"); two words or more rarely are.
    words = len(phrase.text.split()) if not is_east_asian(phrase.text[0]) else 2
    if words < 2 or len(tail) > 70:
        return None
    if phrase.role in NUMBERS and not any(map(str.isdigit, tail.split()[0])):
        # "B/L instructions" is a title.
        return None
    return Caption(run, phrase.role, text[:end].strip(), tail.strip(), False)


def _is_cut_off(tail: str) -> bool:
    """The rest is the beginning of a caption in another script, broken off at the end of the line: 收货 / 地."""
    key, _ = folded(tail)
    return (
        bool(key) and is_east_asian(key[0]) and any(p.text.startswith(key) for p in phrases_by_start().get(key[0], ()))
    )


def _goes_on(text: str, tail: str) -> bool:
    """The rest after a stroke or comma is more of the caption: Place of Receipt / Date, Notify Party, Carrier not …"""
    if not _joined(text, tail) and not tail.startswith(("-", "–", "—")):
        return False
    plain = _BRACKETED.sub("", text)
    return is_sentence(tail) or (
        len(tail.split()) <= 6 and plain.isupper() is tail.isupper() and not re.search(r"\d", tail)
    )


def _closing(tail: str) -> int | None:
    depth = 0
    for place, character in enumerate(tail):
        depth += (character in "(（") - (character in ")）")
        if depth == 0:
            return place
    return None


def _joined(text: str, tail: str) -> bool:
    """Two captions joined by a stroke or comma name one box: Kind of packages; description of goods."""
    return text[: len(text) - len(tail)].rstrip().endswith(("/", "&", "-", ";", ",", "|"))
