"""A covering note that asks for a change speaks of another draft than the one that came: the field stays open."""

import re
from collections.abc import Iterator, Sequence

from docvalidate.model.document import Doubt
from docvalidate.model.values import Source
from docvalidate.reference.spelling import words_of

_CHANGE = re.compile(
    r"\b(?:amend|change|revise|replace|update|modify|delete|remove|please correct|wrong|incorrect|instead|correction|"
    r"(?:should|must|has to|have to|needs? to|to) (?:be|read|show)|kindly correct)\b|改为|更改|修改|更正",
    re.IGNORECASE,
)
"""A request; that something "has been updated" is what the enclosed draft shows already."""
_STOCK = re.compile(
    r"\b(?:if|whether|in case|should) (?:you (?:wish|want|need|require|desire|intend|would like|have)|"
    r"there (?:is|are|be)|any)\b[^,;:]*|\bto be (?:checked|verified|confirmed|approved|reviewed)\b",
    re.IGNORECASE,
)
"""An offer to change what the customer wants changed, which desks write under every draft."""
_TERMS = re.compile(r"\b(?:responsib\w+|liab\w+|liberty|entitled|at (?:its|his|their) option)\b", re.IGNORECASE)
_THROUGH = r"\btrans?-?\s?s?hip+\w*|\bt\s?/\s?s\b|转运|中转"
_DISCHARGE = r"\bports? of discharge\b|\bdischarge ports?\b|\bpod\b|卸货港"
_FIELDS = (
    ("consignee", re.compile(r"\b(?:consignee|cnee)\b|收货人", re.IGNORECASE)),
    ("notify_party", re.compile(r"\bnotify\b|通知人", re.IGNORECASE)),
    ("transshipment_port", re.compile(_THROUGH, re.IGNORECASE)),
    ("port_of_discharge", re.compile(_DISCHARGE, re.IGNORECASE)),
)
_GOES = re.compile(
    rf"(?:(?:{_THROUGH})(?:\s+(?:port|is|will be|now|planned|takes place)\b)*|\brelay(?:ed)?|\bconnect(?:s|ed|ing)?|"
    r"\bre-?routed|\bdivert(?:s|ed)?|\bdischarged?|"
    rf"(?:{_DISCHARGE})(?:\s+(?:is|will be|now|has been|changed|moved)\b)+)"
    r"\s*[:=]?\s*(?:\b(?:at|in|via|through|to|is|now)\b\s*)*(?P<where>\w.*)",
    re.IGNORECASE,
)
_SAYS_WHERE = re.compile(r"\b(?:at|in|via|through|to|now|will|is)\b|[:=]", re.IGNORECASE)
_IS = re.compile(
    r"\b(?:consignee|cnee|notify(?: party)?)(?: name| address)?\s*(?:\b(?:is|are|becomes|will be|shall be)\b|[:=])"
    r"(?!\s*(?:(?:also |now |all |both )?"
    r"(?:correct|ok\b|okay|in order|as per|as (?:instructed|requested|agreed)|unchanged|"
    r"responsible|liable|required|requested|obliged|advised|asked|expected|bound|entitled|subject|reminded|kindly|"
    r"fine|updated|amended|corrected|shown|attached|to be)|$))",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"\b(?:and|or|not|then|but|instead)\b|[&/]", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:please|kindly|pls|plz|note|advised?|ps|fyi|attention|correction)\b|"
    r"\b(?:will|must|has to) (?:now )?(?:be|discharge)\b|"
    r"\bto be (?:trans|amended|changed|discharged|corrected|replaced)|请",
    re.IGNORECASE,
)
"""What a desk says, and a box of a bill does not."""
_BOX = re.compile(r"[=_*-]{5,}|\S\s{3,}\S|\s*[A-Z][A-Z /.&()-]{2,40}:")
_ITEM = re.compile(r"\s*(?:[-*•·]|\(?\d{1,2}[.)])\s")


def doubts_in_remarks(text: str, document: str, *, around: bool = False, stated: Sequence[str] = ()) -> Iterator[Doubt]:
    """The sentences of a note that speak of a checked field and of a change to it, or that name another route.

    `around`: the draft itself stands in the text, so only what is spoken counts. `stated`: the places that the draft
    states as well, of which a note may speak.

    >>> [doubt.field for doubt in doubts_in_remarks("Please amend the\\nnotify party to ACME.", "body")]
    ['notify_party']
    >>> [doubt.field for doubt in doubts_in_remarks("Cargo will be transshipped at New York.", "body")]
    ['transshipment_port']
    >>> list(doubts_in_remarks("The consignee is responsible for clearance.", "body"))
    []
    >>> list(doubts_in_remarks("Please advise if you wish to change consignee / notify.", "body"))
    []
    """
    for sentence in dict.fromkeys(_sentences(text, boxed=around)):
        if around and (not _SPOKEN.search(sentence) or _TERMS.search(sentence)):
            continue
        said = _STOCK.sub(" ", sentence)
        changes = _CHANGE.search(said) is not None
        fields = [field for field, pattern in _FIELDS if changes and pattern.search(said)]
        fields += [] if around and not changes and _BOX.match(sentence) else _told(said, stated)
        for field in dict.fromkeys(fields):
            yield Doubt(
                kind="ambiguous",
                field=field,
                texts=(sentence,),
                sources=(Source(document=document, caption="note"),),
            )


def _told(sentence: str, stated: Sequence[str]) -> Iterator[str]:
    """The fields of which a sentence tells a value of its own, and asks for nothing."""
    named = _IS.search(sentence)
    if named is not None:
        yield "notify_party" if "notify" in named[0].casefold() else "consignee"
    goes = _GOES.search(sentence)
    if goes is None or not _SAYS_WHERE.search(goes[0]):
        return
    where = goes["where"]
    first = words_of(where)
    known = any(first[: len(place)] == place for place in (words_of(it.partition(",")[0]) for it in stated) if place)
    if not known or _FURTHER.search(where):
        yield "transshipment_port"


def _sentences(text: str, *, boxed: bool) -> Iterator[str]:
    """The sentences, over the ends of lines; where the draft stands in the text, a line of a box is one of its own."""
    for paragraph in re.split(r"\n[ \t]*\n", text):
        whole: list[str] = []
        for line in paragraph.splitlines():
            alone = boxed and (_BOX.search(line) is not None or line.upper() == line)
            if alone or _ITEM.match(line):
                yield from _parted(whole)
                whole = []
            if alone:
                yield from _parted([line])
            else:
                whole.append(line)
        yield from _parted(whole)


def _parted(lines: Sequence[str]) -> Iterator[str]:
    whole = " ".join(" ".join(lines).split())
    yield from (part for part in re.split(r"(?<=[.!?;。!])\s+|(?<=[。])", whole) if part)
