"""A rule for ports counts where role, port and force are plain; one word that is not known makes it text."""

import re
from dataclasses import dataclass
from functools import lru_cache

from docvalidate.model.guide import PortField
from docvalidate.model.instruction import PortRule
from docvalidate.reference.ports import identify
from docvalidate.reference.ports.facilities import FACILITIES
from docvalidate.reference.spelling import words_of


@dataclass(frozen=True, slots=True)
class Understood:
    """What words ask of a port: a rule, or, where `rule` is null, nothing; names kept as printed may mean several."""

    rule: PortRule | None = None
    as_printed: tuple[str, ...] = ()


ANY = Understood()
TERMINAL = "names a terminal, of which only the port became a rule"
_ANY = re.compile(
    r"(?:any|any ports?|no restrictions?|no restriction applies|open|all|all ports|carrier'?s? (?:option|choice)|"
    r"不限|任意|任何港口)\.?", re.IGNORECASE)  # fmt: skip
_DIRECT = re.compile(
    r"(?:direct|direct (?:service|sailings?|vessels?|calls?|only|services? only|sailings? only)|only direct(?: "
    r"service)?|"
    r"no (?:trans?-?s?hip+(?:ment|ping)|t/?s)(?: (?:is |are )?(?:allowed|permitted|accepted))?|not (?:allowed|"
    r"permitted)|"
    r"(?:is )?(?:prohibited|forbidden)|none (?:allowed|permitted)|none ?[-–—(,]? ?direct(?: (?:service|"
    r"sailings?))?(?: only)?\)?|"
    r"直达|仅限直达|只限直达|必须直达|不得中转|不允许中转|禁止中转|不得转船|不允许转船|禁止转船)\.?",
    re.IGNORECASE,
)  # fmt: skip
_FOOTNOTE = re.compile(r"[*†‡§¹²³⁴⁵#…]|\(\d\)")
"""A mark that leads to a footnote, and nobody knows what it says."""
_OTHER_SCRIPT = re.compile(
    r"^([\u4e00-\u9fff]+)港?\s*[(（]\s*([A-Za-z][A-Za-z .,'-]*)[)）]$|"
    r"^([A-Za-z][A-Za-z .,'-]*?)\s*[(（]\s*([\u4e00-\u9fff]+)[)）]$"
)
_LIST_OR = re.compile(r"\s*(?:\n|;|；|、|/|\bor\b|或者?|或)\s*", re.IGNORECASE)
_LIST_AND = re.compile(r"\s*(?:\n|;|；|、|/|\bor\b|\band/or\b|\band\b|&|或者?|和|及|与)\s*", re.IGNORECASE)
_NOT = re.compile(
    r"^(?:but )?(?:no (?:trans?-?s?hip+ment|t/?s) (?:via|at|in|through)|not (?:via|through|at)|do not use|except for|"
    r"excluding|except|never|not|no|不得经|不得在|不经|禁止)\s*(?P<ports>.+?)(?:中转|转运|转船)?$",
    re.IGNORECASE,
)
_NOT_BEHIND = re.compile(
    r"^(?P<ports>.+?)\s*(?:is |are )?(?:not (?:allowed|permitted|accepted|acceptable)|prohibited|forbidden|"
    r"除外|禁止|不允许)$",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"^(?:only|via|only via|via only|must be|must be via|through|仅限|只限|仅|必须经|经)\s*(?P<before>.+)$|"
    r"^(?P<behind>.+?)\s*[,(]?\s*(?:only|exclusively|and no other(?: port)?s?|and at no other port)\)?$|"
    r"^(?P<han>.+?)(?:中转|转运|转船)$",
    re.IGNORECASE,
)


def understood(field: PortField, text: str) -> Understood | None:
    """What a cell or a label's value asks of the port of that role; null where its words are not all understood.

    >>> understood("transshipment", "Baltimore only").rule, understood("transshipment", "Direct only").rule.allowed
    (PortRule(required=(), allowed=('USBAL',), forbidden=()), ())
    >>> understood("discharge", "Long Beach, CA / Oakland, CA").rule.allowed
    ('USLGB', 'USOAK')
    >>> understood("transshipment", "Busan (not Shanghai)").rule
    PortRule(required=(), allowed=('KRPUS',), forbidden=('CNSHA',))
    >>> understood("transshipment", "Busan preferred"), understood("discharge", "any") == ANY
    (None, True)
    """
    said = re.sub(r"\s*\n\s*", "\n", text.strip()).strip(" .。")
    flat = " ".join(said.split())
    if not flat:
        return ANY
    if _ANY.fullmatch(flat):
        return ANY
    if _DIRECT.fullmatch(flat):
        return Understood(PortRule(allowed=())) if field == "transshipment" else None
    return _as_listed(field, said) or _joined(field, said) or _joined(field, flat)


def _joined(field: PortField, said: str) -> Understood | None:
    """A cell with several parts: what is meant, and in brackets or behind a stop what is not."""
    pieces = [
        it.strip(" .,;()（）\n")
        for it in re.split(r"[(（]|;|；|,\s*(?=(?:but |not |no |never|except)\b)|\s[-–—]\s|\n", said)
    ]
    pieces = [it for it in pieces if it]
    if len(pieces) < 2:
        return None
    allowed: tuple[str, ...] | None = None
    forbidden: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    for piece in pieces:
        rule = _as_listed(field, piece)
        if rule is None or rule.rule is None:
            return None
        if rule.rule.forbidden:
            forbidden += rule.rule.forbidden
        elif allowed is None and rule.rule.allowed is not None:
            allowed = rule.rule.allowed
        else:
            return None
        printed += rule.as_printed
    if not forbidden or (allowed is not None and set(allowed) & set(forbidden)):
        return None
    return Understood(PortRule(allowed=allowed, forbidden=forbidden), printed)


def _as_listed(field: PortField, said: str) -> Understood | None:
    """Port names alone, or with one word that says only, or not."""
    whole = places(said, field)
    if whole is not None:
        return Understood(PortRule(allowed=whole[0]), whole[1])
    flat = " ".join(said.split())
    if field == "transshipment":
        flat = re.sub(r"^(?:via|through)\s+(?=\w)", "", flat, flags=re.IGNORECASE)
        if flat != " ".join(said.split()) and (whole := places(flat, field)) is not None:
            return Understood(PortRule(allowed=whole[0]), whole[1])
    for pattern in (_NOT, _NOT_BEHIND):
        found = pattern.match(flat)
        named = places(found["ports"], "discharge") if found else None
        if named is not None:
            return Understood(PortRule(forbidden=named[0]), named[1])
    found = _ONLY.match(flat)
    named = places(found["before"] or found["behind"] or found["han"], field) if found else None
    return Understood(PortRule(allowed=named[0]), named[1]) if named is not None else None


def places(text: str, field: PortField = "discharge") -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The ports that a text lists, as codes, or as printed where a name may mean several; and the latter.

    Where goods change over, "A and B" may ask for both or allow either, so that a list with "and" is not understood.

    >>> places("Busan or Kaohsiung"), places("Portland"), places("Busan and Kaohsiung", "transshipment")
    ((('KRPUS', 'TWKHH'), ()), (('Portland',), ('Portland',)), None)
    >>> places("our usual hub"), places("Baltimore, MD (Seagirt Marine Terminal)")
    (None, (('USBAL',), ()))
    """
    bare = text.strip(" .,;:：")
    text = bare if _OTHER_SCRIPT.match(bare) else text.strip(" .,;()（）:：")
    one = place(text)
    if one is not None:
        return ((one,), () if one.isupper() and len(one) == 5 else (one,))
    separator = _LIST_OR if field == "transshipment" else _LIST_AND
    parts = [part for part in separator.split(text) if part]
    parts = [it for part in parts for it in ([part] if place(part) is not None else _by_commas(part))]
    named = [place(part) for part in parts]
    if len(parts) < 2 or None in named:
        return None
    found = tuple(dict.fromkeys(it for it in named if it is not None))
    return found, tuple(it for it in found if not _is_code(it))


def _by_commas(text: str) -> list[str]:
    """Baltimore, MD, Norfolk, VA: a part that is no port by itself belongs to the one before it."""
    parts: list[str] = []
    for part in re.split(r"\s*[,，]\s*", text):
        if parts and place(f"{parts[-1]}, {part}") is not None and place(part) is None:
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
    return parts


@lru_cache(maxsize=2048)
def place(text: str) -> str | None:
    """The UN/LOCODE of a place where there is no doubt, its print where the name is that of several; else null."""
    text = " ".join(text.split()).strip(" .,;:")
    if not text or len(text) > 60 or _FOOTNOTE.search(text):
        return None
    text = re.sub(r"^(?:the )?ports? of (?=\w)|^the (?=port)", "", text, flags=re.IGNORECASE)
    # The same name in another script, in brackets: 釜山(Busan).
    text = _OTHER_SCRIPT.sub(lambda said: " ".join(filter(None, said.groups())), text)
    mention = identify(text)
    if mention.detail is not None and not _is_facility(mention.detail):
        return None
    if mention.state == "known" and mention.locode is not None:
        return None if _says_two(text) else mention.locode
    if mention.state == "ambiguous" and not _says_two(text) and len(words_of(text)) <= 4:
        return text
    return None


def names_a_terminal(text: str) -> bool:
    """A terminal or a berth stands beside the port."""
    return bool(FACILITIES.intersection(words_of(text)))


def _says_two(text: str) -> bool:
    """NEW YORK OR NORFOLK is a list and no name."""
    parts = [part for part in _LIST_AND.split(text) if part.strip()]
    return len(parts) > 1 and all(identify(part).codes for part in parts)


def _is_facility(detail: str) -> bool:
    return bool(FACILITIES.intersection(words_of(detail))) and len(words_of(detail)) <= 5


def _is_code(text: str) -> bool:
    return len(text) == 5 and text.isupper() and text.isalnum()
