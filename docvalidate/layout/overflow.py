"""An address that is too long for its box goes on further down, under a sign or the name of the box."""

import re

from .companies import names_a_company

_MARKER = {
    role: re.compile(rf"\s*(?:{signs})\s*>+\s*", re.IGNORECASE)
    for role, signs in (
        ("consignee", "CN|CNEE|CONSIGNEE"),
        ("notify_party", "NP|N1|NOTIFY|NTFY"),
        ("also_notify", "N2|NP2|AN"),
        ("shipper", "SH|SHPR|SHIPPER"),
    )
}
"""The markers under which a box goes on in the description: CN>, NP>."""
_CONTINUES = {
    role: re.compile(
        rf"[*\s(]*(?:{signs})\s*(?:\(?\s*cont(?:inue[ds]?|inuation|'?d|\.)?\.?\s*\)?)(?:\s*[:>–—-]+\s*|\s+(?=c\s?/\s?o))",
        re.IGNORECASE,
    )
    for role, signs in (
        ("consignee", "consignee|cnee"),
        ("notify_party", "notify(?: part(?:y|ies))?|n\\s?/?\\s?p"),
        ("shipper", "shipper"),
    )
}
"""The same in words: CONSIGNEE CONT.: C/O HARBOUR BROKERS INC."""
_CARE_OF = re.compile(r"\*{0,3}\s*(?:c\s?[/.]\s?o\b\.?|care\s+of\b)\s*:?\s+(?=\S)", re.IGNORECASE)
_MARKED = re.compile(r"\*{1,3}(?!\*)\s*(?=\S)")


def signs_of(role: str) -> tuple[re.Pattern[str], ...]:
    """What stands before the lines with which a box of that role goes on."""
    return tuple(signs[role] for signs in (_MARKER, _CONTINUES) if role in signs)


def may_go_on(text: str) -> bool:
    """A look before the line is held against all signs: each has one of two things in it."""
    return ">" in text or "cont" in text.lower()


def is_adrift(text: str) -> bool:
    """The line has a company under a star or behind C/O, as the rest of an address has.

    >>> is_adrift("* C/O HARBOUR BROKERS INC"), is_adrift("C/O: CHINA"), is_adrift("** DRAFT FOR ACME LTD **")
    (True, False, False)
    """
    if text[:1] not in "*cC":
        return False
    told = _CARE_OF.match(text) or _MARKED.match(text)
    return told is not None and not text.endswith("*") and names_a_company(text, told.end())
