"""A block of lines is a party only where every line of it can belong to one; one line too many is the wrong party."""

import re
from collections.abc import Sequence
from itertools import pairwise

from docvalidate.reference.countries import country_code
from docvalidate.reference.legal_forms import legal_forms
from docvalidate.reference.ports import identify
from docvalidate.reference.spelling import words_of
from docvalidate.reference.states import state_code, states_named
from docvalidate.text.contacts import contacts
from docvalidate.text.party import is_to_order, refers_above, same_as

MOST_LINES = 10
LONGEST = 100
_LABELS = re.compile(
    r"^(?:(?:company|firm|legal|party|consignee|notify(?: party)?)(?: name)?|name|name and address|address|add|addr|"
    r"street|city|country|"
    r"公司名称|公司名|公司|名称|地址)\s*[:：]\s*",
    re.IGNORECASE,
)
"""Labels of a form within a block; the party is what stands behind them."""
_TALK = re.compile(
    r"\b(?:must|shall|should|please|ensure|is|are|was|were|will|may|can|cannot|do not|don't|if|unless|except|otherwise|"
    r"only|until|effective|required|prohibited|permitted|applies|apply|applicable|contact us|see|refer|as per|"
    r"advised|advise|tba|tbd|tbn|to be|depending|preferred|either|choose|select|same address|note|n\.b|however|"
    r"instead|formerly|previously|replaces?|replaced|deleted|orders?|pos?|shipments?|vendors?|suppliers?|when|where|"
    r"before|after|starting|from|any|all|every|each|this|these|those|above|below|following|use|used|with|pending)\b|"
    r"必须|请|如果|除非|仅|待定|或者|另行|按照|参见|见附|以下|上述|适用|订单|旧|作废",
    re.IGNORECASE,
)
"""Words of somebody who explains; no name and no address has them."""
_NAMES_WITH_TALK = re.compile(r"\b(?:order of|to order|all)\b", re.IGNORECASE)
_ROLES = re.compile(
    r"\b(?:consignee|notify|shipper|bill to|sold to|ship to|deliver to|importer of record|transs?hip\w*|port of \w+|"
    r"via(?!\s.*\d)|routing|forwarder\s*:|carrier\s*:|vessel|voyage)\b|收货人|通知人|发货人|卸货港|装货港|中转",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|"
    r"dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}\b|"
    r"\d{4}\s*年",
    re.IGNORECASE,
)  # fmt: skip
_CONTACT_LABEL = re.compile(
    r"(?:tel|telephone|phone|ph|fax|mobile|cell|e-?mail|电话|传真|手机|邮箱|邮件|税号|tax id|ein|irs|vat|uscc|usci|"
    r"importer (?:no|number)|ior (?:no|number))(?![a-z])",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(
    r"^\s*(?:[(（]?[1-9a-dA-D][)）]\s|[1-9][.、]\s|[•·▪●■◆►➢*]\s|\(?[ivx]+\)\s|option\b|or\b$|and\b$|and/or\b|或$|和$)",
    re.IGNORECASE,
)
_LABEL_LEFT = re.compile(r"^[^\W\d][\w ./&'’()-]{1,28}\s?[:：]")
_CARE_OF = re.compile(
    r"^(?:c/o|care of|attn|attention|on behalf of|o/b/o|dba|d/b/a|a division of|div\.? of)\b", re.IGNORECASE
)
_POSTAL_LINE = re.compile(
    r"\b[A-Z]{2}\.?\s+\d{5}(?:-\d{4})?\b|\b\d{4,7}\b|\b\d{3}-\d{4}\b|\b\d{5}-\d{3}\b|"
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\b\d{4}\s?[A-Z]{2}\b|\b\d{3}\s\d{2}\b"
)
_HAN_ADDRESS = re.compile("[省市区县镇乡路街道号楼室村弄巷]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_COMPANY = re.compile("公司|集团|商行|工厂|中心|银行|事务所|代理行|報關行|报关行|株式会社|厂$")
_ENGLISH_STREET = re.compile(
    r"\b(?:street|st|road|rd|avenue|ave|highway|hwy|boulevard|blvd|drive|dr|lane|ln|way|parkway|pkwy|suite|ste|"
    r"floor|fl|"
    r"unit|building|bldg|p\.?\s?o\.?\s?box|plaza|court|ct|place|room|rm|no\.|block|park|quay|wharf|square|str\.?|"
    r"stra(?:ss|ß)e|rue|calle|avenida|av|rua|via)\b|#\s?\d",
    re.IGNORECASE,
)


def party_text(lines: Sequence[str]) -> str:
    """The party as the guide prints it, without the labels of a form within it.

    >>> party_text(["Name: ACME LLC", "Address: 1 Main Street"])
    'ACME LLC\\n1 Main Street'
    """
    return "\n".join(filter(None, (_LABELS.sub("", " ".join(line.split())).strip() for line in lines)))


def is_same_as(text: str) -> bool:
    """The block refers to the consignee by that word; what is "as above" may be any other.

    >>> is_same_as("SAME AS CONSIGNEE"), is_same_as("同收货人"), is_same_as("Same as above")
    (True, True, False)
    """
    return "\n" not in text.strip() and same_as(text) == "consignee" and not refers_above(text)


def is_order(text: str) -> bool:
    """The goods are to whoever holds the order, and nothing else is said."""
    return is_to_order(text) and len(text.split()) <= 8 and _TALK.search(_NAMES_WITH_TALK.sub(" ", text)) is None


def fault_of(lines: Sequence[str]) -> str | None:
    """Why the lines are not certainly one party with its whole address, and nothing else; null where they are.

    >>> fault_of(["HARBORLINE IMPORTS LLC", "2401 BROENING HIGHWAY, SUITE 210", "BALTIMORE, MD 21224, USA"])
    >>> fault_of(["HARBORLINE IMPORTS LLC"])
    'no address'
    >>> fault_of(["ACME LLC", "1 Main Street", "Baltimore, MD 21224", "Freight terms"])
    'a line that is no part of an address: Freight terms'
    """
    text = party_text(lines)
    kept = text.splitlines()
    if not kept:
        return "no lines"
    if is_order(text):
        return None
    if len(kept) > MOST_LINES:
        return f"more than {MOST_LINES} lines"
    for line in kept:
        if fault := _line_fault(line):
            return fault
    if not _named(kept[0]):
        return f"no name in the first line: {kept[0]}"
    bare, reached = _without_contacts(text)
    address = [line for line in bare if line.strip()]
    if len(address) < 2 and not (len(address) == 1 and address[0].count(",") >= 2 and re.search(r"\d", address[0])):
        return "no address"
    return _address_fault(address) or (None if reached else "the address goes on after its telephone or e-mail")


def is_contact(line: str) -> bool:
    """The line is a telephone, an e-mail, a person or a tax number, and nothing besides.

    >>> is_contact("TEL +1 410 555 0134"), is_contact("Attn: Import Department"), is_contact("100 Light Street")
    (True, True, False)
    """
    if re.match(r"^(?:attn|attention|contact|pic|联系人|经办人)\b\s*[:：.]?", line.strip(), re.IGNORECASE):
        return len(line.split()) <= 10
    if _CONTACT_LABEL.match(line.strip()):
        return bool(re.search(r"\d|@", line))
    left = line
    for contact in contacts(line):
        left = left.replace(contact.raw, " ")
    return left != line and not re.sub(r"[\W_]|and|or", "", left)


def begins_another(line: str) -> bool:
    """The line says that another party may stand for the one above, or beside it."""
    return re.match(r"(?:or|and|and/or|alternatively|also|plus|either)\b|或|以及", line, re.IGNORECASE) is not None


def seems_a_party(lines: Sequence[str]) -> bool:
    """Something in the lines is of an address: it may be a party that nobody announced."""
    text = " ".join(lines)
    return bool(
        (_ENGLISH_STREET.search(text) and re.search(r"\d", text) and _POSTAL_LINE.search(text))
        or (_HAN_COMPANY.search(text) and re.search("[省市区路号]", text))
        or fault_of(lines) is None
    )


def seems_a_part(line: str) -> bool:
    """The line may be one of an address: a street, a town with its postal code, a country, a telephone.

    >>> seems_a_part("1 Depot Rd"), seems_a_part("USA"), seems_a_part("DC 12 Columbus")
    (True, True, False)
    """
    street = (
        _ENGLISH_STREET.search(line)
        and re.search(r"\d", line)
        and not re.match(r"(?:dc|store|whse)\b", line, re.IGNORECASE)
    )
    return bool(
        street or is_contact(line) or country_code(line.strip(" .,")) or re.search(r"\b[A-Z]{2}\.?\s+\d{5}\b", line)
    )


def _line_fault(line: str) -> str | None:
    if len(line) > LONGEST and line.count(",") + line.count("，") < 3:
        return f"a long line: {line[:60]}…"
    if _ENUMERATED.search(line):
        return f"a list: {line}"
    if _DATE.search(line):
        return f"a date: {line}"
    if _ROLES.search(line):
        return f"another role or a route: {line}"
    if is_contact(line) and not _TALK.search(line):
        return None
    bare = line
    for contact in contacts(line):
        bare = bare.replace(contact.raw, " ")
    bare = re.sub(r"\bP\.?\s?O\.?\s?BOX\b", "BOX", bare, flags=re.IGNORECASE)
    if _TALK.search(bare):
        return f"words that explain: {line}"
    if _LABEL_LEFT.match(bare.strip()) and not _CARE_OF.match(bare.strip()):
        return f"a label that is not known: {line}"
    if re.search(r"\?|…|\.\.\.|<[^>@]*>|[*†‡]|\bx{3,}\b|_{3,}|\[", bare, re.IGNORECASE):
        return f"a place left open: {line}"
    if bare.rstrip().endswith((";", "；")) or re.search(r"[^\W\d_]{4,}\.\s+[A-Z][a-z]+ [a-z]+ ", bare):
        return f"a sentence: {line}"
    return None


def _named(line: str) -> bool:
    letters = re.sub(r"[\W\d_]", "", line)
    if len(letters) < 3 and not _HAN.search(line):
        return False
    if is_contact(line) or country_code(line.strip(" .,")):
        return False
    return not re.match(r"^\d+\s+\w+", line) or bool(_has_form(line))


def _has_form(line: str) -> bool:
    words = words_of(line)
    forms = legal_forms()
    if _HAN_COMPANY.search(line):
        return True
    return any(
        any(words[at : at + len(names)] == tuple(names) for names, _ in forms.get(words[at], ()))
        for at in range(1, len(words))
    )


def _without_contacts(text: str) -> tuple[list[str], bool]:
    """Name and address line by line; false where more of them comes after contacts began."""
    lines: list[str] = []
    began = reached = False
    for line in text.splitlines():
        if is_contact(line):
            began = began or not _CARE_OF.match(line)
            continue
        bare = line
        for contact in contacts(line):
            bare = bare.replace(contact.raw, " ")
        bare = bare.strip(" ,;/")
        if bare:
            reached = reached or began
            lines.append(bare)
    return lines, not reached


def _address_fault(lines: Sequence[str]) -> str | None:
    """The address ends where an address ends, and no second company or address follows."""
    for number, line in enumerate(lines[2:], start=2):
        digits = any(re.search(r"\d", it) for it in lines[1:number])
        if digits and _has_form(line) and not re.search(r"\d", line) and not _ends(line):
            return f"a second company: {line}"
    ends = [number for number, line in enumerate(lines) if number and _ends(line)]
    if len(lines) == 1:
        return None if _ends(lines[0]) else "the address has no end: no country, postal code or town"
    if not ends:
        return "the address has no end: no country, postal code or town"
    scripts = {bool(_HAN.search(line)) for line in lines}
    if ends[-1] != len(lines) - 1:
        return f"a line that is no part of an address: {lines[-1]}"
    for one, other in pairwise(ends):
        between = lines[one + 1 : other]
        if any(not _ends(line) for line in between) and len(scripts) == 1 and _closed(lines[one]):
            return f"two addresses: {lines[one]}"
    if not any(
        re.search(r"\d", line) or _ENGLISH_STREET.search(line) or _HAN_ADDRESS.search(line) for line in lines[1:]
    ):
        return "no street and no number"
    signs = (
        any(_has_form(line) for line in lines[:2]),
        any(_ENGLISH_STREET.search(line) or _HAN_ADDRESS.search(line) for line in lines[1:]),
        any(_last_country(line.strip(" .,;")) or _POSTAL_LINE.search(line) for line in lines[1:]),
    )
    return None if sum(signs) >= 2 else "too little of it looks like a company and its address"


def _closed(line: str) -> bool:
    """The line ends with a country or with a state and its postal code."""
    bare = line.strip(" .,;，。")
    return bool(_last_country(bare)) or bool(re.search(r"\b[A-Z]{2}\.?\s+\d{5}(?:-\d{4})?$", bare))


def _last_country(line: str) -> bool:
    parts = re.split(r"[,，]\s*|\s{2,}", line)
    words = line.split()
    for tail in (parts[-1], " ".join(words[-1:]), " ".join(words[-2:]), " ".join(words[-3:]), " ".join(words[-4:])):
        if len(tail.strip(". ")) > 1 and country_code(tail.strip(". ()")):
            return True
    return False


def _ends(line: str) -> bool:
    """The line may be the last of an address: country, postal code, a state, a town that is known."""
    bare = line.strip(" .,;，。")
    if _HAN.search(bare):
        return bool(_HAN_ADDRESS.search(bare) or re.search("中国|香港|台湾|美国|德国|英国", bare))
    if _last_country(bare) or _POSTAL_LINE.search(bare):
        return True
    last = re.split(r"[,，]\s*", bare)[-1].strip()
    if state_code(last.upper(), "US") or (len(last) > 3 and states_named(last)):
        return True
    return len(bare.split()) <= 4 and identify(bare).state in ("known", "ambiguous")
