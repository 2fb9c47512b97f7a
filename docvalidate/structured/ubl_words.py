"""What a UBL document says of itself in words: draft or issued, house or master, of which mode of transport."""

import re
from typing import Literal

from .ubl_elements import Element, local, texts, values

_SAYS = ("Name", "Description", "Note", "DocumentStatusCode", "StatusCode", "WaybillTypeCode", "DocumentStatusReason")
_DRAFT = re.compile(
    r"\b(?:draft|pro ?forma|verif(?:y|ication) copy|proof|check copy|specimen|for (?:your )?approval|"
    r"to be (?:confirmed|approved)|entwurf|borrador|rascunho|brouillon|bozza|taslak)\b|草稿|样单|草本",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\s*(?:issued|original|final|copy non[ -]negotiable|express release|surrendered)\s*", re.IGNORECASE
)
_CANCELLED = re.compile(r"\b(?:cancell?ed|withdrawn|void|superseded|rejected)\b", re.IGNORECASE)
_MODES: tuple[tuple[Literal["air", "rail", "road", "vessel"], str], ...] = (
    ("vessel", r"\b(?:sea|ocean|maritime|liner|vessel|bill of lading|b/l|swb)\b|\bseaway ?bill|海运"),
    ("air", r"\bair\s?-?(?:way\s?bill|freight)|\bawb\b|\bhawb\b|\bmawb\b|空运"),
    ("rail", r"\brail\b|\bcim\b|\bsmgs\b|铁路"),
    ("road", r"\b(?:road|cmr|truck)\b|公路"),
)
_TYPE_CODES = {"710": "vessel", "705": "vessel", "740": "air", "741": "air", "743": "air", "720": "rail", "730": "road"}
"""UN/EDIFACT 1001: 710 sea waybill, 740 to 743 air waybills, 720 rail, 730 road consignment note."""
_HOUSE, _MASTER = (
    re.compile(r"\bhouse\b|\bh(?:bl|swb)\b|\b(?:703|714)\b", re.I),
    re.compile(r"\bmaster\b|\bmbl\b|\b704\b", re.I),
)


def marks_of(root: Element) -> tuple[tuple[str, ...], bool | None, tuple[str, Element] | None]:
    """The words that say draft or issued, what they amount to, and the word that takes the whole paper back."""
    said = list(values(root, *_SAYS))
    drafts = [text for _, text in said if _DRAFT.search(text)]
    issued = [text for _, text in said if _ISSUED.fullmatch(text)]
    status = [
        (text, it) for it, text in said if local(it).startswith(("Document", "Status")) and _CANCELLED.search(text)
    ]
    marks = tuple(dict.fromkeys((*(drafts or issued), *(text for text, _ in status))))
    return marks, True if drafts else False if issued else None, next(iter(status), None)


def bill_of(root: Element) -> Literal["house", "master"] | None:
    """House or master, where the paper says so itself."""
    said = " ".join(texts(root, "Name", "WaybillTypeCode"))
    house, master = _HOUSE.search(said) is not None, _MASTER.search(said) is not None
    return None if house is master else "house" if house else "master"


def mode_in_words(root: Element) -> tuple[str, str] | None:
    """The mode of transport that the title or the type's code says, with its words."""
    for said in texts(root, "WaybillTypeCode", "Name"):
        if said in _TYPE_CODES:
            return _TYPE_CODES[said], f"WaybillTypeCode {said}"
        for mode, pattern in _MODES:
            if re.search(pattern, said, re.IGNORECASE):
                return mode, said
    return None
