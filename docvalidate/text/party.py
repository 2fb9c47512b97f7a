"""A party is taken apart as printed; what it is compared by is decided elsewhere."""

import re
from dataclasses import dataclass

from docvalidate.model import Party, Source
from docvalidate.model.document import PartyRole

from .block import Block, read_block
from .contacts import ContactKind
from .fold import capitals, plain
from .parts import parts_of

_FILLER = re.compile(r"[\W_X0]*|N/?A\.?|NIL|NONE|NOT APPLICABLE|无|無", re.IGNORECASE)
_SAME = (
    r"(?:THE\s+)?SAME(?:\s+AS)?(?:\s+PER)?|IDEM|DITTO|AS(?:\s+PER)?|"
    r"MISMO(?:\s+QUE)?|MESMO(?:\s+QUE)?|MEME(?:\s+QUE)?|WIE|GLEICH|同上?|與|与"
)
_ROLES: tuple[tuple[PartyRole, str], ...] = (
    ("consignee", r"CONSIGNEES?|CNEE|CONSIGNATARIO|CONSIGNATAIRE|DESTINATARIO|EMPFANGER|收货人|收貨人|收件人"),
    ("notify_party", r"(?:(?:1ST|FIRST)\s+)?NOTIFY(?:\s+PARTY)?|NOTIFICADO|通知人|通知方"),
    ("shipper", r"SHIPPER|EXPORTER|EMBARCADOR|CHARGEUR|发货人|發貨人|托运人"),
    ("consignee", r"ABOVE|SUPRA|ARRIBA|ACIMA|CI-DESSUS|OBEN"),
)
_SAME_AS = tuple(
    (
        role,
        re.compile(
            rf"\W*(?:{_SAME})\s*(?:THE\s+|EL\s+|AL\s+|O\s+|LE\s+)?(?:ABOVE\s+)?(?:{words})"
            rf"(?:\s+(?:AS\s+)?(?:STATED\s+)?ABOVE)?(?:相同|一致|一样)?\W*",
            re.IGNORECASE,
        ),
    )
    for role, words in _ROLES
)
_POSTAL_LABEL = re.compile(
    r"^(?:CEP|C\.?P\.?|PLZ|CAP|(?:ZIP|PIN)(?: ?CODE)?|POST(?:AL)? ?CODE|POSTAL)[\s.:]+", re.IGNORECASE
)
_DITTO = re.compile(r"\W*(?:DITTO|IDEM|SAME|同上|-\s*DO\s*-)\W*", re.IGNORECASE)
_TO_ORDER = re.compile(
    r"\W*(?:(?:UN)?TO\s+(?:THE\s+)?ORDER|A\s+LA\s+ORDEN|A\s+ORDEM|A\s+L'ORDRE|AN\s+(?:DIE\s+)?ORDER|ALL'ORDINE|EMRINE|凭.{0,12}指示|憑.{0,12}指示|凭指定)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PartyParts:
    """A party in its parts, each as printed; a part that is not there is empty."""

    name: str = ""
    legal_form: str = ""
    care_of: str = ""
    on_behalf_of: str = ""
    attention: str = ""
    department: str = ""
    building: str = ""
    suite: str = ""
    floor: str = ""
    po_box: str = ""
    street_number: str = ""
    street: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = ""
    country_code: str | None = None
    phones: tuple[str, ...] = ()
    faxes: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    tax_ids: tuple[str, ...] = ()


def parse_party(text: str) -> PartyParts:
    """Take a party's text apart.

    >>> parts = parse_party("ACME LLC\\n100 LIGHT ST, SUITE 5\\nBALTIMORE, MD 21202, USA\\nTEL +1 410 555 0134")
    >>> parts.street_number, parts.street, parts.suite, parts.city, parts.state, parts.postal_code, parts.country_code
    ('100', 'LIGHT ST', 'SUITE 5', 'BALTIMORE', 'MD', '21202', 'US')
    >>> parts.name, parts.legal_form, parts.phones
    ('ACME', 'LLC', ('TEL +1 410 555 0134',))
    """
    block = read_block(text)
    found = _parts(block)
    behalf = re.search(r"(?:ON BEHALF OF|O/B/O)\s+([^\n]+)", block.text, re.IGNORECASE)
    return PartyParts(
        name=found.get("name", ""),
        legal_form=found.get("legal form", ""),
        care_of=found.get("care of", ""),
        on_behalf_of=behalf[1] if behalf else "",
        attention="; ".join(_contacts(block, "attention")),
        department=found.get("department", ""),
        building=found.get("building", ""),
        suite=found.get("suite", ""),
        floor=found.get("floor", ""),
        po_box=found.get("PO box", ""),
        street_number=found.get("street number", ""),
        street=found.get("street", ""),
        city=found.get("city", ""),
        state=found.get("state", ""),
        postal_code=found.get("postal code", ""),
        country=found.get("country", ""),
        country_code=block.country,
        phones=_contacts(block, "phone"),
        faxes=_contacts(block, "fax"),
        emails=_contacts(block, "email"),
        websites=_contacts(block, "web"),
        tax_ids=_contacts(block, "tax id"),
    )


def as_party(text: str, source: Source | None = None) -> Party:
    """The party that a box shows: `text` stays verbatim, the rest is the same text taken apart.

    >>> as_party("SAME AS CONSIGNEE").same_as, as_party("TO THE ORDER OF BANCO SUR S.A.").to_order
    ('consignee', True)
    """
    block = read_block(text)
    found = _parts(block)
    lines = _lines_without(block.text, [line.span for line in block.contacts])
    return Party(
        text=text,
        name=block.raw(0, block.name_end) or None,
        address=_after_name(block, lines),
        country=block.country,
        postal_code=_POSTAL_LABEL.sub("", found.get("postal code", "")) or None,
        phones=tuple(line.value for line in block.contacts if line.kind in {"phone", "fax"}),
        emails=tuple(line.value for line in block.contacts if line.kind == "email"),
        tax_ids=_contacts(block, "tax id"),
        same_as=same_as(text),
        to_order=is_to_order(text),
        source=source,
    )


def same_as(text: str) -> PartyRole | None:
    """The party that the first line refers to instead of naming one.

    >>> same_as("同收货人"), same_as("Same as above"), same_as("ACME LLC")
    ('consignee', 'consignee', None)
    >>> same_as("AS PER CONSIGNEE"), same_as("SAME AS CONSIGNEE ABOVE"), same_as("SAME AS ABOVE CONSIGNEE")
    ('consignee', 'consignee', 'consignee')
    """
    first = capitals(plain(text).strip().partition("\n")[0])
    if _DITTO.fullmatch(first):
        return "consignee"
    return next((role for role, pattern in _SAME_AS if pattern.fullmatch(first)), None)


def refers_above(text: str) -> bool:
    """The reference is to the box above, whichever that is."""
    first = capitals(plain(text).strip().partition("\n")[0])
    return _DITTO.fullmatch(first) is not None or _SAME_AS[-1][1].fullmatch(first) is not None


def is_to_order(text: str) -> bool:
    """The party is whoever holds the order: TO ORDER, TO THE ORDER OF a bank.

    >>> is_to_order("To order of shipper"), is_to_order("ORDER SUPPLIES LTD"), is_to_order("凭指示")
    (True, False, True)
    """
    return _TO_ORDER.match(capitals(plain(text).strip())) is not None


def says_nothing(text: str) -> bool:
    """The box holds filler and names nobody.

    >>> says_nothing("XXXXX ---"), says_nothing("N/A"), says_nothing("ACME")
    (True, True, False)
    """
    return _FILLER.fullmatch(plain(text).strip()) is not None


def _parts(block: Block) -> dict[str, str]:
    """The words of each part; words that stand together keep the marks between them."""
    found: dict[str, list[str]] = {}
    names = parts_of(block)
    start = 0
    while start < len(names):
        end = start + 1
        while end < len(names) and names[end] == names[start]:
            end += 1
        found.setdefault(names[start], []).append(block.raw(start, end))
        start = end
    return {name: ", ".join(texts) for name, texts in found.items()}


def _contacts(block: Block, kind: ContactKind) -> tuple[str, ...]:
    return tuple(line.raw for line in block.contacts if line.kind == kind)


def _lines_without(text: str, spans: list[tuple[int, int]]) -> list[str]:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    return [line for line in (" ".join(part.split()).strip(" ,;") for part in text.splitlines()) if line]


def _after_name(block: Block, lines: list[str]) -> tuple[str, ...]:
    """The lines after the name; where the name ends within a line, the rest of that line is the first of them."""
    name = re.sub(r"[\W_]", "", block.raw(0, block.name_end))
    for index, line in enumerate(lines):
        bare = re.sub(r"[\W_]", "", line)
        if not name.startswith(bare):
            rest = list(line)
            while name and rest:
                name = name.removeprefix(rest.pop(0))
            first = "".join(rest).strip(" .,;")
            return (*((first,) if first else ()), *lines[index + 1 :])
        name = name.removeprefix(bare)
        if not name:
            return tuple(lines[index + 1 :])
    return ()
