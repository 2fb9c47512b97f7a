"""A covering note that asks for a change speaks of another draft than the one enclosed: the field stays open."""

import re
from collections.abc import Iterator

from docvalidate.model.document import Doubt
from docvalidate.model.values import Source

_CHANGE = (
    r"\b(?:amend|change|revise|replace|update|modify|delete|remove|please correct|wrong|incorrect|instead|"
    r"(?:should|must|has to|have to|needs? to|to) (?:be|read|show)|kindly correct)\b|改为|更改|修改|更正"
)
"""A request; that something "has been updated" is what the enclosed draft shows already."""
_FIELDS = (
    ("consignee", r"\b(?:consignee|cnee)\b|收货人"),
    ("notify_party", r"\bnotify\b|通知人"),
    ("transshipment_port", r"\btrans?-?\s?s?hip+\w*|\bt\s?/\s?s\b|转运|中转"),
)


def doubts_in_remarks(text: str, document: str) -> Iterator[Doubt]:
    """The lines of a note that speak of a checked field and of a change to it.

    >>> [doubt.field for doubt in doubts_in_remarks("Please amend the notify party to ACME.\\nDraft attached.", "body")]
    ['notify_party']
    >>> list(doubts_in_remarks("Please find the draft attached.", "body"))
    []
    """
    for line in text.splitlines():
        if not re.search(_CHANGE, line, re.IGNORECASE):
            continue
        for field, pattern in _FIELDS:
            if re.search(pattern, line, re.IGNORECASE):
                source = Source(document=document, caption="note")
                yield Doubt(kind="ambiguous", field=field, texts=(" ".join(line.split()),), sources=(source,))
