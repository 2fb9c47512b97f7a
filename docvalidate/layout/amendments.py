"""A line that changes a party or a port, wherever it stands on a paper, is never passed over: somebody must look."""

import re
from collections.abc import Iterator

from .companies import COMPANY, names_a_company
from .fields import Sheet
from .parties import taken_by_parties
from .runs import Run

_WHO = r"(?:consignee|cnee|notify(?:\s+part(?:y|ies))?)"
_WHERE = r"(?:t/s(?:\s+port)?|trans?-?s?hipment(?:\s+port)?|port\s+of\s+trans?-?s?hipment|routing)"
_CHANGED = r"(?:chang|amend|replac|correct|revis|updat|substitut)ed"
_CHANGE = r"(?:change|amend|replace|correct|revise|update)"
_MARKS = ("consignee", "cnee", "notify", "n/p", "np", "n p", "n /", "/ p", "t/s", "hip", "routing")
"""One of these is in every such line; most lines have none."""
_READS = re.compile(rf"\b{_WHO}\b.{{0,20}}\b(?:to|should|must) (?:read|be changed|be amended)\b", re.IGNORECASE)
_TOLD = re.compile(
    rf"\b(?:{_WHO}|{_WHERE})\b(?:\s+(?:name|address|details|box))?\s+(?:(?:has|have|is|was|are|were)\s+)?(?:been\s+|now\s+)?"
    rf"{_CHANGED}\s*(?:to|by|with|into|:)",
    re.IGNORECASE,
)
_NEW = re.compile(
    rf"\b{_WHO}\s+(?:is|are)\s+now\b|\b(?:new|actual|correct|revised|amended)\s+{_WHO}\s*(?:is\b|[:-])|"
    rf"\b{_CHANGE}\s+(?:the\s+)?(?:{_WHO}|{_WHERE})\b\s*(?:to|by|with|as|from|:)|"
    rf"\binstead\s+of\s+(?:the\s+)?(?:above\s+)?{_WHO}\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"\b(?:also|additionally|please)\s+notify\b(?!\s+(?:us|me|the|of|any|y?our|if|when)\b)|\bnotify\s+also\b|"
    r"\b(?:2nd|second|3rd|third|further|additional)\s+(?:notify\b|n\s*/?\s*p\b)(?:\s+party\b)?",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:any|if|unless|may|fees?|charge[ds]?|can ?not|should you|in case|once|where)\b", re.IGNORECASE
)
"""A rule of the carrier for whatever might be changed changes nothing."""
_SPEAKS_OF = (
    ("consignee", re.compile(r"\b(?:consignee|cnee)\b", re.IGNORECASE)),
    ("notify_party", re.compile(r"\bnotify\b|\bn\s*/?\s*p\b", re.IGNORECASE)),
    ("transshipment_port", re.compile(rf"\b{_WHERE}\b", re.IGNORECASE)),
)


def amendments_of(sheet: Sheet) -> Iterator[tuple[Run, str]]:
    """The lines that change a checked field, each with the field; small print only where it tells what was done."""
    page = "\n".join(run.text for run in sheet.runs).lower()
    marks = [mark for mark in _MARKS if mark in page]
    for run in sheet.runs:
        lower = run.text.lower()
        if not any(mark in lower for mark in marks):
            continue
        if _speaks(run, prose=run in sheet.prose):
            yield from ((run, field) for field, word in _SPEAKS_OF if word.search(run.text))
        elif _names_another(run, sheet):
            yield run, "notify_party"


def _speaks(run: Run, *, prose: bool) -> bool:
    if not prose and _READS.search(run.text):
        return True
    if _SUPPOSED.search(run.text):
        return False
    return _TOLD.search(run.text) is not None or (not prose and _NEW.search(run.text) is not None)


def _names_another(run: Run, sheet: Sheet) -> bool:
    """A company behind the words "also notify" that no box took for a party."""
    found = _FURTHER.search(run.text)
    if found is None or run in sheet.captions or not names_a_company(run.text, found.end()):
        return False
    told, parties = run.text.casefold(), taken_by_parties(sheet)
    return not any(told in line.casefold() or (COMPANY.search(line) and line.casefold() in told) for line in parties)
