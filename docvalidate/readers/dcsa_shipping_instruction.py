"""DCSA shipping instructions: what the shipper asks the carrier to put into the bill (eBL 3.0, its betas, and 2.0).

They name no ports of their own, but for the names that are to be displayed; those come from the booking.
"""

from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.structured.dcsa import Paper, is_of
from docvalidate.structured.dcsa_inner import compare_inner
from docvalidate.structured.dcsa_paper import booking_numbers, free_text, references_of
from docvalidate.structured.dcsa_parties import Parties
from docvalidate.structured.dcsa_place import places_of
from docvalidate.structured.json_values import flag

from ._json_texts import read_whole

EXTRA = None
RECOGNISES = "JSON with documentParties, transportDocumentTypeCode and no transports (DCSA eBL)"
SECOND_READING = False
READS_JSON = True


def claims(data: bytes) -> bool:
    """The file has the keys of shipping instructions, alone or in an envelope."""
    return is_of("shipping_instruction", data)


def read(data: bytes, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """Transcribe the paper."""
    paper = Paper(data, name)
    parties = Parties(paper)
    places = places_of(paper)
    bookings = booking_numbers(paper)
    status = paper.word("shippingInstructionsStatus", "documentStatus")
    houses = paper.objects(paper.at("houseBillOfLadings")[1], "houseBillOfLadings")
    shipper, consignee, notified = parties.one("shipper"), parties.consignee(), parties.notify_parties()
    agent, forwarder = parties.one("agent"), parties.one("forwarder")
    compare_inner(paper, consignee, notified, places)
    said = read_whole(paper, paper.whole, free_text(paper), (consignee, shipper, agent, forwarder), places.values())
    return TransportDocument(
        kind="shipping_instruction",
        # House bills under it make it the instruction for their master.
        bill="master" if houses or flag(paper.at("isHouseBillOfLadingsIssued")[1]) else None,
        number=paper.word("transportDocumentReference"),
        booking_number=bookings[0] if bookings else None,
        references=references_of(
            paper, parties, paper.word("shippingInstructionsReference", "shippingInstructionReference"), *bookings[1:]
        ),
        shipper=shipper,
        consignee=consignee,
        notify_parties=notified,
        forwarding_agent=forwarder,
        **places,
        transshipment_ports=said.added_to(()),
        direct=said.direct,
        cites_instruction=said.citations[0] if said.citations else None,
        cites_also=tuple(said.citations[1:]),
        marks=(status,) if status else (),
        doubts=(*paper.doubts, *said.doubts),
        file=name,
    )
