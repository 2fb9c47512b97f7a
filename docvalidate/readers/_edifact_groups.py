"""A message is told apart by its groups: what no group has taken belongs to the whole, and none of it is silent."""

from typing import NamedTuple

from docvalidate.structured.envelopes import Message
from docvalidate.structured.segments import Segment

from ._edifact_parties import FIELDS, TAX
from ._edifact_places import FIELDS as PLACES
from ._edifact_places import THROUGH
from ._edifact_routes import Stage

_READ = frozenset({"UNH", "BGM", "DTM", "NAD", "COM", "UNT"})
"""Parties, dates and what frames them; any other segment may have a text where codes belong."""
_BEGIN_A_GROUP = ("TDT", "NAD", "GID", "EQD", "UNT")
_PLACES = frozenset({*(qualifier for qualifiers in PLACES.values() for qualifier in qualifiers), *THROUGH})


class Groups(NamedTuple):
    """The segments of a message by the group that they belong to."""

    head: list[Segment]
    stages: list[Stage]
    parties: list[list[Segment]]
    texts: list[tuple[Segment, bool]]
    asides: list[tuple[str, Segment]]


def groups_of(message: Message) -> Groups:
    """A place belongs to the transport that it follows, else to the whole; contacts and numbers to their party."""
    head, parties, texts = list[Segment](), list[list[Segment]](), list[tuple[Segment, bool]]()
    stages: list[list[Segment]] = []
    asides: list[tuple[str, Segment]] = []
    group = ""
    for segment in message.segments:
        if segment.tag in _BEGIN_A_GROUP:
            group = segment.tag
            if group == "TDT":
                stages.append([segment])
            elif group == "NAD":
                parties.append([segment])
        if segment.tag == "FTX":
            texts.append((segment, segment.at(1) in ("AAA", "AAF", "MKS") or group == "GID"))
            if group == "NAD":
                asides.append((parties[-1][0].at(1), segment))
        elif not _is_read(segment, parties):
            texts.append((segment, segment.tag != "TSR"))
        if segment.tag in ("FTX", "PCI", "TSR") or segment.tag in _BEGIN_A_GROUP:
            continue
        if group == "TDT" and segment.tag in ("LOC", "DTM"):
            stages[-1].append(segment)
        elif group == "NAD" and (segment.tag in ("CTA", "COM") or (segment.tag == "RFF" and segment.at(1) in TAX)):
            # An order or booking number behind a party is a reference of the shipment all the same.
            parties[-1].append(segment)
        else:
            head.append(segment)
    return Groups(head, [Stage(it[0].at(1), tuple(it)) for it in stages], parties, texts, asides)


def _is_read(segment: Segment, parties: list[list[Segment]]) -> bool:
    """A field has taken the segment, so that its text is not another one's."""
    if segment.tag == "CTA":
        return bool(parties) and parties[-1][0].at(1) in FIELDS
    return segment.tag in _READ or (segment.tag == "LOC" and segment.at(1) in _PLACES)
