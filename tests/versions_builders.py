"""Small builders for versions, words, choices and cases; every default is the plain case in which nothing is wrong."""

from datetime import date
from typing import Any

from docvalidate.model import Check, Confirmation, Instruction, Lane, Place, Policy, TransportDocument, Waiver
from docvalidate.model.case import Case, Choice, Comparison
from docvalidate.registry.choosing import choose_version

BY = "imports@harborline.example"
TODAY = "2016-10-05"


def day(text: str) -> date:
    """A day from its ISO form."""
    return date.fromisoformat(text)


def a_word(on: str = "2016-08-22", order: str | None = None, **others: Any) -> Confirmation:
    """A confirmation: standing, unless an order is named."""
    return Confirmation(**{"date": day(on), "by": BY, "evidence": "mail.eml", "order": order, **others})


def a_waiver(field: str = "transshipment_port", accepted: str = "USNYC", **others: Any) -> Waiver:
    """A waiver for the order PO-1."""
    known = {"order": "PO-1", "date": day("2016-09-02"), "by": BY, "evidence": "waiver.eml"}
    return Waiver(**{**known, "field": field, "accepted": accepted, **others})


def a_version(label: str = "2016-08", received: str = "2016-08-20", *words: Confirmation, **others: Any) -> Instruction:
    """A version with the words said of it; dates may be given as text."""
    dates = {key: day(value) for key, value in others.items() if key.startswith("effective") and value is not None}
    known = {"customer": "HARBORLINE", "version": label, "received": day(received), "lanes": (Lane(),)}
    return Instruction(**{**known, "confirmations": words, **others, **dates})


def chosen(*versions: Instruction, as_of: str = TODAY, policy: Policy | None = None, **others: Any) -> Choice:
    """The choice among these versions."""
    return choose_version(versions, policy or Policy(customer="HARBORLINE"), as_of=day(as_of), **others)


def a_check(field: str = "consignee", status: str = "match", **others: Any) -> Check:
    """One field held against the lane."""
    return Check(**{"field": field, "status": status, **others})


def against(version: Instruction, **statuses: str) -> Comparison:
    """The draft held against a version, with the status of each field."""
    return Comparison(version, Lane(), tuple(a_check(field, status) for field, status in statuses.items()))


def a_case(choice: Choice, *checks: Check, **others: Any) -> Case:
    """A case in which a lane applied."""
    return Case(**{"choice": choice, "document": TransportDocument(), "lane": Lane(), "checks": checks, **others})


def a_draft(**places: Any) -> TransportDocument:
    """A draft; places may be given as text."""
    given = {key: Place(text=value) if isinstance(value, str) else value for key, value in places.items()}
    return TransportDocument(**given)
