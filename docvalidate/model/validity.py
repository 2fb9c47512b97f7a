"""A confirmation counts when it speaks of this very content, after it was received, and by someone who may say so."""

from datetime import date
from typing import Literal

from .instruction import Confirmation, Instruction, Policy

VoidReason = Literal["other_content", "before_receipt", "not_authorised"]


def same_label(one: str, other: str) -> bool:
    """Two labels (of a version, an order, a customer) are the same, whatever their case and spacing.

    >>> same_label("Rev  C", "REV C"), same_label("1.0", "1.00")
    (True, False)
    """
    return _folded(one) == _folded(other)


def in_force(instruction: Instruction, day: date) -> bool:
    """The version's own dates include that day; both ends belong to it, and a date not given does not limit."""
    begins, ends = instruction.effective_from, instruction.effective_until
    return (begins is None or begins <= day) and (ends is None or day <= ends)


def trusts(policy: Policy, by: str) -> bool:
    """The person may speak for the customer; a policy that names no contacts and no domains trusts everybody.

    >>> policy = Policy(customer="HARBORLINE", domains=("harborline.example",))
    >>> trusts(policy, "Jo Doe <jo@harborline.example>"), trusts(policy, "jo@notharborline.example")
    (True, False)
    """
    if not policy.contacts and not policy.domains:
        return True
    said = _folded(by)
    address = said.rpartition("<")[2].rstrip("> ") if "<" in said else said
    _, at, domain = address.rpartition("@")
    known = {_folded(contact) for contact in policy.contacts}
    return bool({said, address} & known) or (at == "@" and domain in {_domain(name) for name in policy.domains})


def void_because(confirmation: Confirmation, instruction: Instruction, policy: Policy) -> VoidReason | None:
    """Why a confirmation is worth nothing, or null where it counts.

    The content confirmed is the instruction as stored or the customer's own file that it was made from.
    """
    contents = {instruction.sha256, instruction.source.sha256 if instruction.source else None}
    if confirmation.sha256 is not None and confirmation.sha256 not in contents:
        return "other_content"
    if confirmation.date < instruction.received:
        return "before_receipt"
    return None if trusts(policy, confirmation.by) else "not_authorised"


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _domain(name: str) -> str:
    return _folded(name).removeprefix("@")
