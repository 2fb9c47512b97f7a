"""Every text of a UBL file is read once: in the field that shows it, or here, so that none of it is silent.

The standard has a place for a remark nearly everywhere, and an extension has any name at all. What stands in a checked
party and is printed with it is compared there; numbers, dates, signatures and attachments say nothing in words.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docvalidate.errors import UnreadableDocument
from docvalidate.model.values import Source
from docvalidate.reference.spelling import words_of

from .ubl_elements import CAC, CBC, Element, local, parts, text, texts, walked

MOST_TEXT = 200_000
"""Characters of free text, each said once; a document has far fewer."""
CHECKED = ("ConsigneeParty", "NotifyParty")
_NO_WORDS = re.compile(
    r".*(?:Date|Time|Indicator|Measure|Amount|Quantity|Numeric|Percent|Rate|Hash|UUID|URI|BinaryObject)|"
    r"UBLVersionID|CustomizationID|ProfileID|ProfileExecutionID|URI|XPath"
)
_SIGNED = ("http://www.w3.org/2000/09/xmldsig#", "http://uri.etsi.org/")
_TRADE_PAPER = re.compile(
    r"\b(?:(?:shipping|forwarding) instructions?|booking|order|s/?i)\b(?!.*\b(?:guide|routing|procedure|manual)\b)",
    re.IGNORECASE,
)
"""Papers of the shipment itself: the number behind them is no version of anything."""
_HUMP = re.compile(r"(?<=[a-z\d])(?=[A-Z])|[_-]")


class Said(NamedTuple):
    """A text that no field shows; `whose` is the role of the party, of no checked one, that says it of itself."""

    text: str
    source: Source
    whose: str | None = None


def said_besides(root: Element, printed: Sequence[str], document: str) -> tuple[Said, ...]:
    """Each text once, with where it stands first; `printed` are the checked parties as they are shown."""
    shown = [set(words_of(party)) for party in printed]
    found: dict[tuple[str, str | None], Said] = {}
    size = 0
    for element, path, words in _spoken(root):
        whose = next((local(it) for it in _up(element) if local(it).endswith("Party")), None)
        if whose in CHECKED and any(set(words_of(words)) <= it for it in shown):
            continue
        said = Said(
            words, Source(document=document, path=path, caption=local(element)), None if whose in CHECKED else whose
        )
        if (said.text, said.whose) not in found:
            found[said.text, said.whose] = said
            size += len(words)
        if size > MOST_TEXT:
            raise UnreadableDocument("more than 200,000 characters of free text: no document has so many", "too-large")
    return tuple(found.values())


def _spoken(root: Element) -> Iterator[tuple[Element, str, str]]:
    skipped: set[Element] = set()
    for element, path in walked(root):
        if element.getparent() in skipped or str(element.tag)[1:].startswith(_SIGNED):
            skipped.add(element)
            continue
        if _NO_WORDS.fullmatch(local(element)):
            continue
        if local(element).endswith("DocumentReference") and (cited := _paper(element)):
            yield element, path, cited
        # Words between elements belong to no field; a reader of the file sees them.
        words = _words(element)
        if any(map(str.isalpha, words)):
            yield element, path, _labelled(element, words)
        before = element.getprevious()
        if before is not None and before.tag == element.tag and not len(element) and not len(before):
            # One remark is often given as several, one for each line of its box.
            yield element, path, " ".join(filter(None, map(_words, (before, element))))


def _words(element: Element) -> str:
    own = (element.text, *(child.tail for child in element))
    return " ".join(" ".join(filter(None, own)).split())


def _paper(element: Element) -> str | None:
    """Another paper as it would be cited: VENDOR ROUTING GUIDE G-7 VERSION 2023-01."""
    kind = " ".join(texts(element, "DocumentType", "DocumentDescription"))
    if not kind or _TRADE_PAPER.search(kind):
        return None
    version = text(element, "VersionID")
    return f"{kind} VERSION {version}" if version else " ".join(filter(None, (kind, text(element, "ID"))))


def _labelled(element: Element, words: str) -> str:
    """In an extension the element's names are the caption: a SecondNotify has a Name."""
    foreign = [it for it in _up(element) if not str(it.tag)[1:].startswith((CAC, CBC, "urn:oasis:names:"))]
    if not foreign or sum(map(str.isalpha, words)) < 4:
        return words
    return f"{' '.join(_HUMP.sub(' ', local(it)) for it in reversed(foreign))}: {words}"


def _up(element: Element | None) -> Iterator[Element]:
    while element is not None:
        yield element
        element = element.getparent()


def names_of_others(root: Element) -> tuple[str, ...]:
    """The carrier, the shipper and the forwarder by name: what is signed on behalf of them concerns no receiver."""
    holders = [it for it in root.iter() if re.fullmatch(r"(?:\w*Carrier|Consignor|FreightForwarder)Party", local(it))]
    return tuple(dict.fromkeys(name for it in holders for who in parts(it, "PartyName") for name in texts(who, "Name")))
