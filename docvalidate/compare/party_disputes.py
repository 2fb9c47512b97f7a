"""The papers that instruct or announce a bill name its parties too; where they name others, one of the two is wrong.

A booking confirmation names whoever booked, and a master bill the forwarder's agents: neither speaks for the parties.
"""

from collections.abc import Iterator

from docvalidate.model import TransportDocument

from .notify import paired, resolved_text
from .party import compare_party
from .routing import Dispute

NAMES_PARTIES = frozenset({"shipping_instruction", "arrival_notice", "sea_waybill", "bill_of_lading"})
NOBODY = "—"


def party_disputes(draft: TransportDocument, supporting: tuple[TransportDocument, ...]) -> Iterator[Dispute]:
    """Where the draft and a supporting paper certainly name different parties."""
    for paper in supporting:
        if paper.kind in NAMES_PARTIES and not (draft.bill and paper.bill and draft.bill != paper.bill):
            yield from _consignees(draft, paper)
            yield from _notify_parties(draft, paper)


def _consignees(draft: TransportDocument, paper: TransportDocument) -> Iterator[Dispute]:
    ours, theirs = draft.consignee, paper.consignee
    if ours is None or theirs is None or _doubted("consignee", draft, paper):
        return
    if compare_party(theirs.text, ours.text).status == "mismatch":
        yield Dispute("consignee", theirs.text, ours.text, ours.source, theirs.source)


def _notify_parties(draft: TransportDocument, paper: TransportDocument) -> Iterator[Dispute]:
    texts = [resolved_text(paper, party) for party in paper.notify_parties]
    known = tuple(text for text in texts if text is not None)
    if not known or len(known) < len(texts) or not draft.notify_parties or _doubted("notify_party", draft, paper):
        return
    for pair in paired(draft, known):
        if pair.comparison.status == "mismatch":
            other = next((party for party in paper.notify_parties if party.text == pair.expected), None)
            yield Dispute(
                "notify_party",
                pair.expected or NOBODY,
                pair.found.text if pair.found else NOBODY,
                pair.found.source if pair.found else None,
                other.source if other else paper.notify_parties[0].source,
            )


def _doubted(field: str, *papers: TransportDocument) -> bool:
    return any(doubt.field == field for paper in papers for doubt in paper.doubts)
