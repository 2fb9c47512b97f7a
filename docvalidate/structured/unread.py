"""What a JSON file says beside the fields that are checked leaves its field open: a party more, a port more."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from docvalidate.errors import UnreadableDocument
from docvalidate.model.document import Doubt
from docvalidate.reference.ports import identify, relation
from docvalidate.reference.spelling import words_of
from docvalidate.text.contacts import contacts
from docvalidate.text.party import says_nothing

from .json_texts import Said, under, words_in
from .json_values import Reading
from .party_mentions import letters

NO_VALUE = re.compile(
    r"(?:codes?|ids?|types?|providers?|agency|references?|number|numbers|date|time|language|role|function|status|"
    r"currency|scheme|type of person|platform|list name|indicator|allowed|required|possible|permitted|flag|uri|url|"
    r"performed by)$"
)
"""The last words of a key whose value is a code, a number or a date, and names nobody."""
_NUMBERS = re.compile(
    r"\.(?:identifyingCodes|taxLegalReferences|references?|purchaseOrderReferences|\w*[rR]egistration)\b"
)
_HOUSE = re.compile(r"\.houseBillOfLadings\b")
_NOTIFY = re.compile(r"\bnotif(?:y|ied|ication)\b")
_CONSIGNEE = re.compile(
    r"\b(?:consignees?|cnee|care of|behalf of|account of|deliver to|delivery party|ship to|receiver|endorsees?)\b"
)
_NOT_THESE = re.compile(
    r"\bbehalf of (?:shipper|carrier|consignee)\b|\b(?:is|to be) notif\w+|\bnotification\b|"
    r"\bconsignees? (?:receipt|freight|purchase|order)\b"
)
_ROLE = re.compile(r"\b(?:role|function|type)\b")
_SPEAKS_OF = (
    ("notify_party", re.compile(r"\bnotif(?:y|ied)\b", re.IGNORECASE)),
    ("consignee", re.compile(r"\b(?:consignee|cnee)\b", re.IGNORECASE)),
)
_ROLES = {
    "N1": "notify_party", "N2": "notify_party", "NI": "notify_party", "NP": "notify_party", "CN": "consignee",
    "UC": "consignee",
}  # fmt: skip
MOST_ROLES = 60
YES_OR_NO = re.compile(r"(?i:true|false|yes|no|y|n|allowed|permitted|direct(?: service)?)|[A-Z]+(?:_[A-Z]+)+")
"""Also a word of a code list."""
_FACILITY = re.compile(r"[A-Z]{2}[A-Z2-9]{3}[A-Z0-9]{1,7}")
_STREET = re.compile(r"\.(?:address|street\w*|postalAddress|definedContactDetails|partyContactDetails)\b")
_INDEX = re.compile(r"\[\d+\]")


def is_of_a_house_bill(path: str) -> bool:
    """The house bills under a master have parties of their own."""
    return _HOUSE.search(path) is not None


def doubts_beside(reading: Reading, texts: Iterable[Said]) -> Iterator[Doubt]:
    """What stands inside a checked party or place, or under a key that speaks of one, and is no part of it."""
    found: dict[tuple[str, str], list[Said]] = {}
    for said in texts:
        if reading.is_checked(said.path) or is_of_a_house_bill(said.path):
            continue
        field, above = _party_more(reading, said) or _place_more(reading, said) or (None, "")
        if field is not None:
            found.setdefault((field, above), []).append(said)
    for (field, _), parts in found.items():
        told = "\n".join(line for said in parts for line in said.lines)[:600]
        yield doubt_at(reading, field, told, parts[0].path)


def parties_by_role(reading: Reading, texts: Iterable[Said]) -> Iterator[Doubt]:
    """A party that its role makes a consignee, or one to notify, outside the list that is read."""
    every = [said for said in texts if not is_of_a_house_bill(said.path)]
    keys = (it.path.removesuffix(".value").rpartition(".") for it in every)
    named = {holder for holder, _, key in keys if re.search(r"\bname\b", words_in(key))}
    count = 0
    for said in every:
        field = _field_of_role(said.lines[0]) if _ROLE.search(said.label) else None
        holder = said.path.rpartition(".")[0]
        if field is None or holder not in named or reading.is_checked(said.path):
            continue
        if any(under(said.path, path) for path in reading.parties):
            continue
        count += 1
        if count > MOST_ROLES:
            raise UnreadableDocument(f"more than {MOST_ROLES} parties: no document has so many", "too-large")
        inside = [it for it in every if under(it.path, holder) and it is not said]
        known = [party.text for of, party in reading.parties.values() if of == field]
        if inside and not any(not any(_says_more(it, text) for it in inside) for text in known):
            told = "\n".join(line for it in inside for line in it.lines)
            yield doubt_at(reading, field, told, holder)


def _field_of_role(role: str) -> str | None:
    spoken = (field for field, words in _SPEAKS_OF if len(role) < 40 and words.search(role.replace("_", " ")))
    return _ROLES.get(role.upper()) or next(spoken, None)


def doubt_at(reading: Reading, field: str, text: str, path: str) -> Doubt:
    """The doubt about a field that a text at that path raises."""
    return Doubt(kind="ambiguous", field=field, texts=(text[:600],), sources=(reading.source(path),))


def _party_more(reading: Reading, said: Said) -> tuple[str, str] | None:
    """A value inside a checked party that its box does not show, or one under a key for such a party."""
    for path, (field, party) in reading.parties.items():
        if under(said.path, path):
            return (field, path) if _says_more(said, party.text) else None
    above, field = key_above(said.path, _NOTIFY), "notify_party"
    if not above:
        above, field = key_above(said.path, _CONSIGNEE), "consignee"
    if not above:
        field = "notify_party" if _NOTIFY.search(said.label) else "consignee"
        speaks = _NOTIFY.search(said.label) or _CONSIGNEE.search(said.label)
        above = said.path if speaks and not _NOT_THESE.search(said.label) else ""
    known = [party.text for of, party in reading.parties.values() if of == field]
    if not above or NO_VALUE.search(said.label) or any(not _says_more(said, text) for text in known):
        return None
    return (field, above) if _says_more(said, "") else None


def _says_more(said: Said, text: str) -> bool:
    number_of_a_house = _STREET.search(said.path) and said.label.endswith("number")
    if _NUMBERS.search(said.path) or (NO_VALUE.search(said.label) and not number_of_a_house):
        return False
    if _STREET.search(said.path) and all(contacts(line) or line.startswith("+") for line in said.lines):
        return False
    shown, bare = set(words_of(text)), letters(text)

    def is_shown(line: str) -> bool:
        key = letters(line)
        # Figures are shown as a word of their own: 240 is no part of 2401.
        within = key in bare and not key.isdigit()
        short = len(key) < 3 and not any(map(str.isdigit, key))
        return says_nothing(line) or short or within or set(words_of(line)) <= shown

    return not all(is_shown(line) or YES_OR_NO.fullmatch(line) for line in said.lines)


def _place_more(reading: Reading, said: Said) -> tuple[str, str] | None:
    """A name or a code inside a checked place that certainly means another port."""
    for path, (field, place) in reading.places.items():
        if not under(said.path, path) or _STREET.search(said.path[len(path) :]):
            continue
        here = identify(place.text, place.locode).codes
        for line in said.lines:
            code = line[:5] if _FACILITY.fullmatch(line) else ""
            there = identify(code if code and identify(code).locode == code else line).codes if len(line) > 3 else ()
            if here and there and all(relation(a, b) == "different" for a in here for b in there):
                return field, path
    return None


def key_above(path: str, speaks: re.Pattern[str]) -> str:
    """The path down to the first key that speaks of it."""
    number = _first_key(_INDEX.sub("", path), speaks)
    return ".".join(path.split(".")[: number + 1]) if number is not None else ""


@lru_cache(maxsize=4096)
def _first_key(path: str, speaks: re.Pattern[str]) -> int | None:
    for number, key in enumerate(path.split(".")):
        words = words_in(key)
        if speaks.search(words) and not _NOT_THESE.search(words) and not NO_VALUE.search(words):
            return number
    return None
