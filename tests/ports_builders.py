"""Small builders for routes: places as texts, legs as three words, and a case made of them."""

from datetime import date
from typing import Any

from docvalidate.compare.ports import check_port, check_transshipment
from docvalidate.model import Instruction, Lane, Leg, Place, Policy, PortRule, Source, TransportDocument
from docvalidate.model.case import Case, Choice
from docvalidate.model.document import Mode

SOURCE = Source(document="draft.pdf", page=1, caption="Port")


def a_place(text: str, **others: Any) -> Place:
    """A place as the draft prints it."""
    return Place(**{"text": text, "source": SOURCE, **others})


def a_leg(load: str | None, discharge: str | None, mode: Mode = "vessel") -> Leg:
    """One leg of a plan; a blank place is null."""
    return Leg(load=a_place(load) if load else None, discharge=a_place(discharge) if discharge else None, mode=mode)


def a_paper(
    discharge: str | None = None, delivery: str | None = None, *, via: tuple[str, ...] = (), **others: Any
) -> TransportDocument:
    """A paper with its route; `via` are the transshipment ports that it states."""
    return TransportDocument(
        **{
            "port_of_discharge": a_place(discharge) if discharge else None,
            "place_of_delivery": a_place(delivery) if delivery else None,
            "transshipment_ports": tuple(a_place(text) for text in via),
            **others,
        }
    )


def a_rule(
    *allowed: str, required: tuple[str, ...] = (), forbidden: tuple[str, ...] = (), any_port: bool = False
) -> PortRule:
    """Ports allowed; none of them means direct service only, unless any port will do."""
    return PortRule(allowed=None if any_port else allowed, required=required, forbidden=forbidden)


def a_port_case(
    paper: TransportDocument | None, *supporting: TransportDocument, transshipment: PortRule | None = None, **lane: Any
) -> Case:
    """A case whose checks are those of the lane's port rules."""
    instructed = Lane(transshipment=transshipment, **lane)
    version = Instruction(customer="HARBORLINE", version="2016-08", received=date(2016, 8, 20), lanes=(instructed,))
    choice = Choice("HARBORLINE", date(2016, 9, 5), Policy(customer="HARBORLINE"), instruction=version)
    if paper is None:
        return Case(choice, lane=instructed)
    roles = (
        ("port_of_loading", instructed.loading),
        ("port_of_discharge", instructed.discharge),
        ("place_of_delivery", instructed.delivery),
    )
    checks = (
        check_transshipment(paper, supporting, transshipment),
        *(check_port(field, getattr(paper, field), rule) for field, rule in roles if rule is not None),
    )
    return Case(choice, document=paper, supporting=supporting, lane=instructed, checks=checks)
