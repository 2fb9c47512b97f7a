"""A party has one name and one address: whoever stands in it or beside it, and is another, is for a person to see."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docvalidate.compare.party import compare_party
from docvalidate.errors import UnreadableDocument
from docvalidate.model.document import Party
from docvalidate.reference.spelling import words_of

from .ubl_elements import CAC, CBC, Element, local, parts, texts
from .ubl_parties import AddressLines, addresses_of, body_of, names_of, party_of

MOST_PARTIES = 500
"""Parties beside the checked ones that are held against them: no document has so many."""
_OF_THE_PARTY = frozenset(
    "MarkCareIndicator MarkAttentionIndicator WebsiteURI LogoReferenceID EndpointID IndustryClassificationCode".split()
)
_NOTIFIED = re.compile(r"\w*Notify\w*Party")
_RECEIVES = re.compile(r"\w*Consignee\w*Party|BillOfLadingHolderParty")


class Other(NamedTuple):
    """A party that is to be notified, or to receive the goods, and is none of the checked ones."""

    field: str
    party: Party


def contradictions(element: Element, shown: Party) -> Iterator[tuple[str, str]]:
    """What the element says of the party beside what is shown: another name, another address, another party in it.

    A registered seat elsewhere is common, and whether the bill means it nobody can say.
    """
    body = body_of(element)
    names = names_of(body)
    name = shown.name or shown.text
    for other in _registered(body):
        if not any(_same(own, other) for own in names):
            yield name, other
    first, *further = [AddressLines(it).whole() for it in addresses_of(body)] or [""]
    printed = set(words_of(shown.text)) | set(words_of(first))
    for line in dict.fromkeys(further):
        if not (set(words_of(line)) <= printed or _same(f"{name}\n{first}", f"{name}\n{line}")):
            yield first, line
    for where in parts(body, "PhysicalLocation"):
        for line in texts(where, "Name", "Description", "Conditions"):
            if not set(words_of(line)) <= printed:
                yield first or name, line
    for line in _strange(body):
        if not set(words_of(line)) <= printed:
            yield name, line
    for within in (it for it in body.iterdescendants() if local(it).endswith("Party")):
        for other in names_of(within):
            if not any(_same(own, other) for own in names):
                yield name, other
    for person in parts(body, "Person"):
        for other in texts(person, "OrganizationDepartment"):
            if not set(words_of(other)) <= printed:
                yield name, other


def others_of(root: Element, read: Sequence[Element], consignee: Party | None, notify: Sequence[Party],
              document: str) -> Iterator[Other]:  # fmt: skip
    """The parties anywhere in the file that act as one to notify or as a receiver, and differ from the checked ones.

    Who the goods are delivered to or imported by is mostly another, and rightly.
    """
    asked = [it for it in root.iter() if _field(local(it)) is not None and it not in read]
    if len(asked) > MOST_PARTIES:
        raise UnreadableDocument(f"{len(asked):,} parties: no document has so many", "too-large")
    told: set[tuple[str, str]] = set()
    for element in asked:
        party, field = party_of(element, document), _field(local(element))
        if party is None or field is None or (field, party.text) in told:
            continue
        told.add((field, party.text))
        known = notify if field == "notify_party" else [it for it in (consignee,) if it is not None]
        if not any(_same_party(it, party) for it in known):
            yield Other(field, party)


def _field(role: str) -> str | None:
    if _NOTIFIED.fullmatch(role):
        return "notify_party"
    return "consignee" if _RECEIVES.fullmatch(role) else None


def _same_party(known: Party, party: Party) -> bool:
    """The party again, as a whole or by what of it is told."""
    if compare_party(known.text, party.text).status != "mismatch":
        return True
    return _same(known.name or known.text, party.name or party.text) and (
        set(words_of(party.text)) <= set(words_of(known.text)) or not (party.address or party.phones or party.emails)
    )


def _same(one: str, other: str) -> bool:
    return compare_party(one, other).status != "mismatch"


def _strange(body: Element) -> Iterator[str]:
    """Words that the standard has no element for in a party: beside its aggregates, or under a name of another list."""
    for it in body.iterdescendants():
        own = it.getparent() is body and str(it.tag).startswith(f"{{{CBC}}}")
        foreign = not str(it.tag).startswith((f"{{{CBC}}}", f"{{{CAC}}}"))
        words = " ".join((it.text or "").split())
        if (own or foreign) and any(map(str.isalpha, words)) and local(it) not in _OF_THE_PARTY:
            yield words


def _registered(body: Element) -> Iterator[str]:
    for holder in ("PartyLegalEntity", "PartyTaxScheme"):
        for it in parts(body, holder):
            yield from texts(it, "RegistrationName")
