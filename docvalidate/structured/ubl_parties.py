"""A UBL party has street, city and numbers each in an element; they are put in the order in which bills print them."""

from collections.abc import Iterator

from docvalidate.model.document import Party
from docvalidate.reference.contact_words import tax_pattern
from docvalidate.reference.countries import country_code
from docvalidate.reference.spelling import words_of
from docvalidate.reference.states import state_code

from .parties import city_line, party
from .ubl_elements import Element, part, parts, source_of, text, texts, values

NUMBER_BEHIND_STREET = frozenset(
    "DE AT CH LI NL BE DK SE NO FI IS EE LV LT PL CZ SK HU SI HR RS BA RO BG GR TR IT ES PT BR AR CL MX PE CO".split()
)
"""Countries that write the number of the building behind the street; the others write it before."""
_REGISTERS = {
    "0002": "SIREN", "0007": "ORG NO", "0009": "SIRET", "0060": "DUNS", "0088": "GLN", "0106": "KVK", "0184": "CVR",
    "0192": "ORG NO", "0199": "LEI",
}  # fmt: skip
"""Codes of ISO 6523 that stand in a schemeID, as the label of their register."""
_NO_TAX_NUMBER = frozenset({"GLN", "EAN", "ILN"})
_STATED = frozenset("US CA AU BR MX CN IN".split())
"""Countries that print the code of the state; the others print its name."""


def party_of(element: Element | None, document: str, *, to_order: bool = False) -> Party | None:
    """The party as a bill prints it; null where the element is absent or names nobody.

    The postal address speaks; the physical or the registered one does where there is none.
    """
    if element is None:
        return None
    body = body_of(element)
    address = next(iter(addresses_of(body)), None)
    names = list(names_of(body))
    if to_order and names:
        names[0] = f"TO THE ORDER OF {names[0]}"
    written = AddressLines(address)
    return party(
        source_of(element, document),
        name=names or (["TO ORDER"] if to_order else None),
        street=written.street,
        city=written.city,
        state=written.state,
        postal_code=written.postal_code,
        country=written.country,
        contacts=_contacts(body),
        identifiers=_identifiers(body),
    )


def body_of(element: Element) -> Element:
    """The party itself: some write it within one element more."""
    inside = part(element, "Party") if len(element) == 1 else None
    return element if inside is None else inside


def addresses_of(body: Element) -> list[Element]:
    """Every address that says something, in the order in which they speak."""
    found = [
        *parts(body, "PostalAddress"),
        *(it for where in parts(body, "PhysicalLocation") for it in parts(where, "Address")),
        *(it for entity in parts(body, "PartyLegalEntity") for it in parts(entity, "RegistrationAddress")),
    ]
    return [it for it in found if len(it)]


def names_of(element: Element) -> tuple[str, ...]:
    """The party's names: those it goes by, else the registered one, else that of a person."""
    known = [
        name
        for holder in ("PartyName", "TradePartyName")
        for it in parts(element, holder)
        for name in texts(it, "Name")
    ]
    registered = [
        name for holder in ("PartyLegalEntity", "PartyTaxScheme")
        for it in parts(element, holder) for name in texts(it, "RegistrationName")
    ]  # fmt: skip
    people = [" ".join(texts(it, "Title", "FirstName", "MiddleName", "FamilyName")) for it in parts(element, "Person")]
    return tuple(dict.fromkeys(known or registered[:1] or people))


class AddressLines:
    """An address (cac:AddressType) as lines; what an unstructured line says already is not said twice."""

    def __init__(self, element: Element | None) -> None:
        country = part(element, "Country")
        name, code = text(country, "Name"), text(country, "IdentificationCode")
        agree = name is None or code is None or country_code(name) in (code.upper(), None)
        self.country = (code if name is None else name) if agree else f"{name} ({code})"
        self.known = country_code(code or name or "")
        self.city = " ".join(texts(element, "CityName")) or None
        self.postal_code = " ".join(texts(element, "PostalZone")) or None
        self.state = self._state(" ".join(texts(element, "CountrySubentity")), text(element, "CountrySubentityCode"))
        lines = [
            line for it in (parts(element, "AddressLine") if element is not None else ()) for line in texts(it, "Line")
        ]
        self.street = list(self._street(element))
        if lines and self._all_in(lines):
            # The lines are the whole address, given once more in parts.
            self.street, self.city, self.state, self.postal_code = [], None, None, None
            said = any(country_code(line.rpartition(",")[2].strip(" .")) == self.known for line in lines)
            self.country = None if said or self.country is None else self.country
        own = {words_of(line) for line in self.street}
        self.street += [line for line in lines if words_of(line) not in own]

    def as_place(self) -> str:
        """City, state and country, as a place is named; without a city, what the lines say."""
        if self.city is None:
            return ", ".join(filter(None, (*self.street, self.country)))
        return city_line(self.city, self.state, None, self.country) or ""

    def whole(self) -> str:
        """The address in one line."""
        city = city_line(self.city, self.state, self.postal_code, self.country) if self.city else self.postal_code
        return ", ".join(filter(None, (*self.street, city)))

    def _state(self, name: str, code: str | None) -> str | None:
        """The state as addresses print it; a name and a code that do not agree are both shown."""
        short = code.removeprefix(f"{self.known}-") if code and self.known else code
        if not name or not short:
            return name or short
        if self.known in _STATED and state_code(name, self.known) not in (None, short.upper()):
            return f"{name} ({short})"
        return short if self.known in _STATED else name

    def _street(self, element: Element | None) -> Iterator[str]:
        yield from (f"C/O {said}" for said in texts(element, "MarkCare"))
        yield from (f"ATTN {said}" for said in texts(element, "MarkAttention"))
        yield from texts(element, "Department", "InhouseMail")
        street, number = " ".join(texts(element, "StreetName")), text(element, "BuildingNumber")
        if number and not set(words_of(number)) <= set(words_of(street)):
            behind = self.known in NUMBER_BEHIND_STREET
            street = " ".join(filter(None, (street, number) if behind else (number, street)))
        yield from texts(element, "BuildingName", "BlockName")
        yield from (_labelled("FLOOR", said) for said in texts(element, "Floor"))
        yield from (_labelled("ROOM", said) for said in texts(element, "Room"))
        yield from filter(None, (street,))
        yield from texts(element, "AdditionalStreetName", "PlotIdentification", "CitySubdivisionName", "District")
        yield from (_labelled("P.O. BOX", said) for said in texts(element, "Postbox"))

    def _all_in(self, lines: list[str]) -> bool:
        said = {word for line in lines for word in words_of(line)}
        needed = [*self.street, self.city, self.postal_code]
        state = self.state and self.known and state_code(self.state, self.known)
        told = self.state is None or set(words_of(self.state)) <= said or state in said
        return bool(self.city) and told and all(set(words_of(it)) <= said for it in needed if it)


def _labelled(label: str, said: str) -> str:
    """A bare number gets the word that the element's name says.

    >>> _labelled("FLOOR", "3"), _labelled("FLOOR", "3rd Floor"), _labelled("P.O. BOX", "PO Box 99043")
    ('FLOOR 3', '3rd Floor', 'PO Box 99043')
    """
    return (
        said
        if any((len(word) > 2 and word.isalpha()) or word.casefold() == "po" for word in words_of(said))
        else f"{label} {said}"
    )


def _contacts(element: Element) -> Iterator[str]:
    labels = (("Name", "ATTN"), ("Telephone", "TEL"), ("Telefax", "FAX"), ("ElectronicMail", "EMAIL"))
    for contact in parts(element, "Contact"):
        for name, label in labels:
            yield from (f"{label} {said}" for said in texts(contact, name))
        for other in parts(contact, "OtherCommunication"):
            yield " ".join(texts(other, "Channel", "Value"))
    yield from (f"WEB {said}" for said in texts(element, "WebsiteURI"))


def _identifiers(element: Element) -> Iterator[str]:
    """Tax and register numbers, each with a label that bills print; a location's own number is not printed.

    A number without a scheme may be the tax number that the customer asks for, so it is shown as one.
    """
    found: list[tuple[str, str]] = []
    for scheme in parts(element, "PartyTaxScheme"):
        kind = part(scheme, "TaxScheme")
        label = text(kind, "Name") or text(kind, "ID")
        found += [(label or _scheme(child), number) for child, number in values(scheme, "CompanyID")]
    for entity in parts(element, "PartyLegalEntity"):
        found += [(_scheme(child) or "COMPANY REG", number) for child, number in values(entity, "CompanyID")]
    for holder in ("PartyIdentification", "AdditionalPartyIdentification"):
        for it in parts(element, holder):
            found += [(_scheme(child), number) for child, number in values(it, "ID")]
    shown = {number: label for label, number in reversed(found) if label not in _NO_TAX_NUMBER}
    for number, label in reversed(shown.items()):
        line = f"{label} {number}"
        yield line if tax_pattern().match(line.upper()) else f"TAX ID {number}"


def _scheme(element: Element) -> str:
    name: str = element.get("schemeName") or element.get("schemeID") or ""
    return _REGISTERS.get(name, name)
