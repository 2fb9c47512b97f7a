"""The version that counts is the newest in force that the customer confirmed; nothing dated later exists.

Pure: versions in, choice out. Every doubt stays visible in the choice, so that the rules can close the gate on it.
"""

from collections.abc import Iterable
from datetime import date

from docvalidate.model import Confirmation, Instruction, Policy, UnknownVersion, Waiver
from docvalidate.model.case import Choice
from docvalidate.model.validity import in_force, same_label, trusts, void_because

from .chain import Chain


def choose_version(
    versions: Iterable[Instruction],
    policy: Policy,
    *,
    order: str | None = None,
    as_of: date,
    asked: str | None = None,
) -> Choice:
    """Choose among all versions of one customer. Raises UnknownVersion for a version asked for and not on file."""
    everything = tuple(versions)
    chain = Chain(_that_day(version, as_of) for version in everything if _stood(version, version.received, as_of))
    said = _Said(chain, policy, order, as_of)
    wanted = _asked(asked, chain, everything, as_of) if asked is not None else None
    latest = wanted if wanted in said.heads else next(iter(said.heads), None)
    instruction = wanted or latest or _newest(chain, as_of)
    return Choice(
        customer=policy.customer,
        as_of=as_of,
        policy=policy,
        order=order,
        asked=asked,
        versions=chain.versions,
        instruction=instruction,
        latest=latest,
        confirmation=said.word_for(instruction) if instruction else None,
        superseded=chain.replaced_by(instruction) if instruction else (),
        newer=said.newer_than(instruction, latest) if instruction else (),
        rivals=said.beside(latest) if latest is not None and latest is instruction else (),
        waivers=_waivers(everything, policy, order, as_of),
    )


def _that_day(instruction: Instruction, as_of: date) -> Instruction:
    said = tuple(word for word in instruction.confirmations if _stood(word, word.date, as_of))
    waived = tuple(waiver for waiver in instruction.waivers if _stood(waiver, waiver.date, as_of))
    return instruction.model_copy(update={"confirmations": said, "waivers": waived})


def _stood(thing: Instruction | Confirmation | Waiver, since: date, as_of: date) -> bool:
    return since <= as_of and (thing.withdrawn is None or as_of < thing.withdrawn)


def _newest(chain: Chain, as_of: date) -> Instruction | None:
    # So that differences can still be shown where nothing is confirmed.
    return max(chain.versions, key=lambda version: (in_force(version, as_of), *chain.age(version)), default=None)


def _asked(label: str, chain: Chain, everything: tuple[Instruction, ...], as_of: date) -> Instruction:
    found = [version for version in chain.versions if same_label(version.version, label)]
    if found:
        return found[-1]
    later = [version for version in everything if same_label(version.version, label)]
    if later:
        gone = later[0].withdrawn
        if gone is not None and gone <= as_of:
            raise UnknownVersion(f"{label}: withdrawn on {gone}")
        raise UnknownVersion(f"{label}: received on {later[0].received}, after the as-of date {as_of}")
    known = ", ".join(dict.fromkeys(version.version for version in chain.versions)) or "none"
    raise UnknownVersion(f"{label}: no such version on file; known: {known}")


def _waivers(everything: tuple[Instruction, ...], policy: Policy, order: str | None, as_of: date) -> tuple[Waiver, ...]:
    if order is None:
        return ()
    given = (waiver for version in everything for waiver in version.waivers if _stood(waiver, waiver.date, as_of))
    return tuple(waiver for waiver in given if same_label(waiver.order, order) and trusts(policy, waiver.by))


class _Said:
    """What the customer's words amount to, for one order on one day."""

    def __init__(self, chain: Chain, policy: Policy, order: str | None, as_of: date) -> None:
        self._chain = chain
        self._in_force = [version for version in chain.versions if in_force(version, as_of)]
        self._standing = _words(chain, policy, None)
        self._for_order = _words(chain, policy, order) if order is not None else {}
        self.heads = self._confirmed()
        """The versions confirmed and in force that no other such version replaces, the newest first."""

    def word_for(self, version: Instruction) -> Confirmation | None:
        """The latest word on which the version rests: for the order, else standing."""
        return self._for_order.get(id(version)) or self._standing.get(id(version))

    def newer_than(self, chosen: Instruction, latest: Instruction | None) -> tuple[Instruction, ...]:
        """The versions that came after the chosen one, and of which nobody has said whether they count for this order.

        The word that the chosen one counts for the order, given with the newer version at hand, says so.
        """
        word = self._for_order.get(id(chosen))
        return tuple(
            version
            for version in self._chain.versions
            if version is not chosen
            and self.word_for(version) is None
            and not any(self._chain.replaces(one, version) for one in (chosen, latest) if one is not None)
            and (self._chain.replaces(version, chosen) or version.received >= chosen.received)
            and (word is None or word.date < version.received)
        )

    def beside(self, latest: Instruction) -> tuple[Instruction, ...]:
        """The versions that are confirmed as well as the latest: of the same standing, or named for the order since."""
        word = self._for_order.get(id(latest))
        since = [
            version
            for version in self._in_force
            if word is not None and id(version) in self._for_order and self._for_order[id(version)].date > word.date
        ]
        beside = {id(version): version for version in (*self.heads, *since) if version is not latest}
        return tuple(beside.values())

    def _confirmed(self) -> list[Instruction]:
        standing = [version for version in self._in_force if id(version) in self._standing]
        ordered = [version for version in self._in_force if id(version) in self._for_order]
        # The word for this very order beats a standing one, unless the newer version came after that word was given.
        kept = [
            version
            for version in self._chain.heads(ordered)
            if not any(
                self._chain.replaces(other, version) and self._for_order[id(version)].date < other.received
                for other in standing
            )
        ]
        return kept or self._chain.heads(standing)


def _words(chain: Chain, policy: Policy, order: str | None) -> dict[int, Confirmation]:
    """The latest word of one kind that counts, by the identity of its version."""
    words: dict[int, Confirmation] = {}
    for version in chain.versions:
        for confirmation in version.confirmations:
            named = confirmation.order
            of_kind = named is None if order is None else named is not None and same_label(named, order)
            if of_kind and void_because(confirmation, version, policy) is None:
                before = words.get(id(version))
                words[id(version)] = confirmation if before is None else max(before, confirmation, key=_day)
    return words


def _day(confirmation: Confirmation) -> date:
    return confirmation.date
