"""A paper that carries another one inside says everything twice: where the two differ, which holds nobody can say."""

from collections.abc import Mapping, Sequence

from docvalidate.errors import UnreadableDocument
from docvalidate.model.document import Party, Place

from .bill_legs import apart
from .dcsa import Paper
from .dcsa_parties import Parties
from .dcsa_place import places_of
from .json_texts import objects_of
from .party_mentions import letters
from .unread import is_of_a_house_bill

MOST_INSIDE = 10
_KEYS = frozenset({"documentParties", "shipmentLocations", "transports"})


def compare_inner(
    paper: Paper, consignee: Party | None, notified: Sequence[Party], places: Mapping[str, Place | None]
) -> None:
    """Doubt each party and place of an inner paper that the paper itself shows otherwise."""
    inside = [
        (path, it) for path, it in objects_of(paper.whole)
        if path != paper.path and not is_of_a_house_bill(path) and not _KEYS.isdisjoint(it)
    ]  # fmt: skip
    if len(inside) > MOST_INSIDE:
        raise UnreadableDocument(f"{len(inside):,} papers inside one: check each on its own", "two-drafts")
    for path, it in inside:
        other = paper.beside(path, it)
        if "documentParties" in it:
            parties = Parties(other)
            told = parties.consignee()
            _differ(paper, "consignee", told, [consignee] if consignee else [], path)
            for party in parties.notify_parties():
                _differ(paper, "notify_party", party, notified, path)
        for field, place in places_of(other).items():
            ours = places.get(field)
            if place is not None and ours is not None and apart(ours, place):
                paper.doubt("ambiguous", field, (ours.text, paper.path), (place.text, _path(place, path)))
        paper.parties.update(other.parties)


def _differ(paper: Paper, field: str, told: Party | None, ours: Sequence[Party], path: str) -> None:
    if told is None or any(letters(told.text) == letters(party.text) for party in ours):
        return
    shown = [(party.text, party.source.path or path) for party in ours if party.source is not None]
    inner = told.source.path if told.source is not None else None
    paper.doubt("ambiguous", field, *shown[:1], (told.text, inner or path))


def _path(place: Place, path: str) -> str:
    return (place.source.path if place.source is not None else None) or path
