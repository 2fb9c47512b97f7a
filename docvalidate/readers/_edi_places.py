"""A place of a message has a code with the list that it is of, and a name; only one list is that of UN/LOCODE."""

import re
from collections.abc import Iterable, Sequence

from docvalidate.model.document import Doubt, Place
from docvalidate.model.values import Source
from docvalidate.reference.ports import identify, relation
from docvalidate.reference.ports.curated import ports
from docvalidate.reference.ports.table import place_coded
from docvalidate.structured.places import place

_SHAPED = re.compile(r"[A-Z]{2}\s?[A-Z2-9]{3}")
_CHANGES_OVER = re.compile(r"(?<!with )\b(?:trans?-?\s?s?hip\w*|in transit\b|relay\w*)", re.IGNORECASE)
"""What makes a route of a place; what stands behind "via" is read as a transshipment port by the comparison."""
_VIA = re.compile(r"\b(?:via|t\s?/\s?s|w\s?/\s?t)(?!\w)", re.IGNORECASE)
_SEVERAL = re.compile(r"\s+(?:and|or|then)\s+|\s*[/;&+]\s*|\s+-+>?\s+", re.IGNORECASE)


def coded_place(
    source: Source, field: str, *, code: str, name: str, is_locode: bool, of_list: str
) -> tuple[Place | None, tuple[Doubt, ...]]:
    """The place, and a doubt where its code and name stand in each other's stead or its code is of another list.

    A name in the place of the code is a name. A code of another list (a customs schedule, the carrier's own) may look
    like a UN/LOCODE of another port; it is shown and taken for none.
    """
    if _is_locode(name) and not _is_locode(code):
        swapped = place(source, name=code, code=name)
        if not code:
            return swapped, ()
        texts = f"code {code}, name {name}", f"read as code {name}, name {code}"
        return swapped, (Doubt(kind="convention", field=field, texts=texts, sources=(source,)),)
    if not code or (is_locode and _is_locode(code)):
        return place(source, name=name, code=code), ()
    if is_locode or name:
        # What is no UN/LOCODE names nothing beside a name; alone it may be a name where the code belongs.
        return place(source, name=name or code), ()
    shown = Place(text=f"{code} ({of_list})", source=source)
    return shown, (Doubt(kind="unreadable", field=field, texts=(shown.text,), sources=(source,)),)


def is_another(place: Place, others: Iterable[Place]) -> bool:
    """The place is one that is on file, and certainly none of the others."""
    return _is_none_of(place, _codes(others))


def further_ports(beside: Iterable[Place], ends: Iterable[Place]) -> tuple[Doubt, ...]:
    """The sea ports beside the fields that are none of theirs: the goods may change over there.

    An inland place is where they go on to by rail or truck, and no rule about ports asks for it.
    """
    known = _codes(ends)
    each = (it.model_copy(update={"text": text}) for it in beside for text in _parts(it))
    found = {(it.locode, it.text): it for it in each if _is_none_of(it, known) and _is_sea_port(it)}
    return (question("transshipment_port", tuple(found.values())),) if found else ()


def question(field: str, places: Sequence[Place]) -> Doubt:
    """Which of these places counts, somebody must say; each is told with what the message calls it."""
    sources = tuple(it.source for it in places if it.source is not None)
    texts = tuple(f"{it.source.caption}: {it.text}" if it.source else it.text for it in places)
    return Doubt(kind="ambiguous", field=field, texts=texts, sources=sources)


def contradicted(field: str, shown: Place, terminals: Iterable[str]) -> tuple[Doubt, ...]:
    """A terminal or other place within a place, or a second one beside it, is by its name or code another port."""
    told = [Place(text=it) for it in (*terminals, *_parts(shown)) if it]
    others = tuple(dict.fromkeys(it.text for it in told if is_another(it, (shown,))))
    if not others or not identify(shown.text, shown.locode).codes:
        return ()
    fields = (field, "transshipment_port") if field == "port_of_discharge" else (field,)
    sources = (shown.source,) if shown.source else ()
    return tuple(Doubt(kind="ambiguous", field=it, texts=(shown.text, *others), sources=sources) for it in fields)


def routes_in(places: Iterable[Place | None], others: Iterable[Place | None] = ()) -> tuple[Doubt, ...]:
    """A place that says by itself that goods change over there; of the `others` nobody else reads what is "via"."""
    told = [it for it in places if it is not None and _CHANGES_OVER.search(it.text)]
    told += [it for it in others if it is not None and (_CHANGES_OVER.search(it.text) or _VIA.search(it.text))]
    return tuple(question("transshipment_port", (it,)) for it in dict.fromkeys(told))


def first_port(text: str) -> Place | None:
    """The port with whose name a text begins.

    >>> first_port("NEW YORK BY BARGE"), first_port("ORDER")
    (Place(text='NEW YORK', locode='USNYC', source=None, basis='stated'), None)
    """
    words = re.split(r"\s+", text.strip())[:4]
    for end in range(len(words), 0, -1):
        name = " ".join(words[:end]).strip(" ,.;:()")
        mention = identify(name)
        if mention.codes and mention.detail is None:
            return Place(text=name, locode=mention.locode)
    return None


def _codes(places: Iterable[Place]) -> frozenset[str]:
    return frozenset(code for it in places for code in identify(it.text, it.locode).codes)


def _is_none_of(place: Place, known: frozenset[str]) -> bool:
    codes = identify(place.text, place.locode).codes
    return bool(codes) and not any(relation(code, one) == "same" for code in codes for one in known)


def _parts(place: Place) -> tuple[str, ...]:
    """The names that stand in one place's stead."""
    parts = tuple(it.strip() for it in _SEVERAL.split(place.text) if len(it.strip()) > 3)
    return parts if len(parts) > 1 else (place.text,)


def _is_sea_port(place: Place) -> bool:
    """The list has it as one, by any code of it; of the places that carriers print some are there as roads alone."""
    codes = identify(place.text, place.locode).codes
    known = [(code, ports().get(code)) for code in codes]
    every = [(it, port is not None) for code, port in known for it in (code, *(port.others if port else ()))]
    rows = [(place_coded(code), printed) for code, printed in every]
    return any(row is not None and (row.kind == "S" or (printed and row.kind == "R")) for row, printed in rows)


def _is_locode(text: str) -> bool:
    """The text has the shape of a UN/LOCODE and is one."""
    return _SHAPED.fullmatch(text.upper()) is not None and place_coded("".join(text.split()).upper()) is not None
