"""A text that names a company as the one to notify, or to whom the goods go, names a party that has no box."""

import re
from collections.abc import Iterator, Sequence

from docvalidate.text.party import says_nothing

_FORM = (
    r"\b(?:l\.?l\.?c|inc|corp(?:oration)?|co|company|ltd|limited|gmbh|plc|s\.?a\.?s?|s\.?r\.?l|b\.?v|n\.?v|pty|llp|ltda|"
    r"s\.?p\.?a|a[./]s|(?-i:AS)(?=\W*(?:$|,|\d))|oy|ab|sdn|bhd|bank|trading|brokers?|logistics|forwarding|forwarders|imports?|exports?)\b|公司|银行"
)
_COMPANY = re.compile(_FORM, re.IGNORECASE)
_NOTIFY = re.compile(
    r"\bnotify(?:\s+(?:party|address|also))*(?:\s*\W?\s*(?:no\.?\s*)?\d\b)?(?:\s*[:=]\s*|\s+[-–]+\s+)|"
    r"\bn\s?/\s?p\s*[:=]\s*|\bnotify(?:\s+party)?\s*\d\s+|^\W*notify(?:\s+(?:party|address))?\s*\d?\W*$|"
    r"\bnotificar(?:\s+a)?\s*[:=]\s*|\bnotificado\s*[:=]\s*|通知人\s*[:：]\s*",
    re.IGNORECASE,
)
_CONSIGNEE = re.compile(
    r"\b(?:consignee|cnee)(?:\s*[:=]\s*|\s+[-–]+\s+)|^\W*(?:consignee|cnee)\W*$|"
    r"\b(?:consignatario|consignataire|destinatario|empf[aä]nger)\s*[:=]\s*|收货人\s*[:：]\s*",
    re.IGNORECASE,
)
_SPOKEN = (
    ("notify_party", re.compile(r"\bnotify(?:\s+(?:party|also|to))*\s+|\balso\s+(?:advise|inform)\s+", re.IGNORECASE)),
    (
        "consignee",
        re.compile(
            r"\b(?:consigned|deliver(?:ed|y)?|forward(?:ed)?|released?)\s+to\s*:?\s*|"
            r"\b(?:consignee|cnee)\s+is\s+|\b(?:2nd|second|ultimate|real|final|actual|other)\s+consignee\s+|\breceivers?\s*:\s*",
            re.IGNORECASE,
        ),
    ),
)
"""What speaks of a party only where a company follows."""
_FOR = re.compile(
    r"(?<![\w/])(?:on\s+behalf\s+of|(?:for|on)\s+(?:the\s+)?account\s+of|c\s?/\s?o|care\s+of|a\s?/\s?c(?:\s+of)?|"
    r"account\s*(?=:)|o\s?/\s?b\s?/\s?o|obo)(?![\w/])\s*:?\s*",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"(?:e-?mail|tel|phone|fax|contact|party|us\b|when|upon|number|responsib|liable|"
    r"required|requested|obliged|bound|entitled|to be|not\b|via\b|by\b)",
    re.IGNORECASE,
)
_PAYS = re.compile(r"\b(?:freight|charges?|demurrage|storage|duty|duties|costs?|insurance|signed)\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\W*(?:no|nr|issued|form|attached|certificate)\b|\W*\d|(?:the\s+)?(?:carrier|master|merchant|shipper|owner|supplier|vendor|seller|manufacturer|such|any)s?\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\W*(?:(?:same )?as\b|see\b|above|below|to be\b|shown|stated|n/?a\b|none\b)", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:notify|consignee|cnee|shipper|tel|phone|fax|attn)\b", re.IGNORECASE)
_FAR = 160


def mentions(
    lines: Sequence[str],
    consignee: Sequence[str],
    notify: Sequence[str],
    others: Sequence[str],
    *,
    strict: bool = False,
    box: bool = False,
) -> Iterator[tuple[str, str]]:
    """The field, and the words, of each party that a text names and the boxes do not.

    `consignee`, `notify` and `others` are the names in the boxes; where `strict`, only a company is a party: the small
    print of a form speaks of notify parties in general. In a `box` of a party, C/O belongs to that party.

    >>> [*mentions(["NOTIFY: BETA BROKERS INC"], ["ACME LLC"], ["GAMMA INC"], [])]
    [('notify_party', 'NOTIFY: BETA BROKERS INC')]
    >>> lines = ["NOTIFY: GAMMA INC", "C/O NO. 12345", "FREIGHT FOR ACCOUNT OF BETA LLC"]
    >>> [*mentions(lines, ["ACME LLC"], ["GAMMA INC"], [])]
    []
    """
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else ""
        for field, pattern, names in (("notify_party", _NOTIFY, notify), ("consignee", _CONSIGNEE, consignee)):
            for match in pattern.finditer(line):
                told = (line[match.end() :].strip() or below)[:_FAR]
                if _is_new(told, names) and (not strict or _COMPANY.search(told)):
                    yield field, f"{line}\n{below}" if not line[match.end() :].strip() else line
        for field, pattern in _SPOKEN:
            names = notify if field == "notify_party" else consignee
            for match in pattern.finditer(line):
                told = line[match.end() :][:_FAR]
                if (
                    _COMPANY.search(told)
                    and not (_SOMEBODY.match(told) or _REACHED.match(told))
                    and _is_new(told, (*names, *others))
                ):
                    yield field, line
        for match in () if box else _FOR.finditer(line):
            told = (line[match.end() :].strip() or below)[:_FAR]
            if _SOMEBODY.match(told) or _PAYS.search(line[: match.start()]) or not _COMPANY.search(told):
                continue
            if _is_new(told, (*consignee, *notify, *others)):
                yield "consignee", line


def is_company(text: str) -> bool:
    """The words have a company in them, by its legal form or its trade."""
    return _COMPANY.search(text) is not None


def letters(text: str) -> str:
    """The letters and figures alone, to compare a name however it is set."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _is_new(told: str, names: Sequence[str]) -> bool:
    told = _NEXT.split(told)[0]
    bare = letters(told)
    if not re.search(r"[^\W\d_]{2}", told) or says_nothing(told) or _ELSEWHERE.match(told):
        return False
    known = [name for name in names if (key := letters(name)) and (bare.startswith(key) or key.startswith(bare))]
    # A second company behind the name in the box is a party more.
    return not any(len(_COMPANY.findall(told)) <= len(_COMPANY.findall(name)) for name in known)
