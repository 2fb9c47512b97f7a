"""A registry as it stands at one moment: the record is read once, and an order is judged by no other order's words.

Whoever asks about a thousand orders would else read the words for all of them a thousand times.
"""

from collections.abc import Iterable
from datetime import date

from docvalidate.model import Confirmation, Instruction, Waiver
from docvalidate.model.case import Choice

from . import Registry
from .choosing import choose_version
from .folder import Contents
from .store import key


class OwnWords:
    """The versions of a customer, and which words on them are for which order."""

    def __init__(self, versions: Iterable[Instruction]) -> None:
        self._versions: list[tuple[Instruction, dict[str, list[Confirmation]], dict[str, list[Waiver]]]] = []
        for version in versions:
            standing = tuple(word for word in version.confirmations if word.order is None)
            words: dict[str, list[Confirmation]] = {}
            waivers: dict[str, list[Waiver]] = {}
            for word in version.confirmations:
                if word.order is not None:
                    words.setdefault(key(word.order), []).append(word)
            for waiver in version.waivers:
                waivers.setdefault(key(waiver.order), []).append(waiver)
            bare = version.model_copy(update={"confirmations": standing, "waivers": ()})
            self._versions.append((bare, words, waivers))

    def of(self, order: str) -> list[Instruction]:
        """The versions with the standing words and those for this order alone."""
        mine = key(order)
        return [
            bare.model_copy(
                update={
                    "confirmations": (*bare.confirmations, *words.get(mine, ())),
                    "waivers": tuple(waivers.get(mine, ())),
                }
            )
            for bare, words, waivers in self._versions
        ]


class Moment(Registry):
    """The same registry, read once."""

    def __init__(self, registry: Registry) -> None:
        self.home = registry.home
        self._recorded_by = registry._recorded_by
        self._store, self._folder = registry._store, registry._folder
        self._read: dict[str, Contents] = {}
        self._own: dict[str, OwnWords] = {}

    def choose(self, customer: str, *, order: str | None = None, as_of: date, version: str | None = None) -> Choice:
        """The version that an order is held against on a day. Raises UnknownCustomer or UnknownVersion."""
        if order is None:
            return super().choose(customer, order=order, as_of=as_of, version=version)
        if customer not in self._own:
            self._own[customer] = OwnWords(self.versions(customer))
        return choose_version(
            self._own[customer].of(order), self.policy(customer), order=order, as_of=as_of, asked=version
        )

    def _contents(self, customer: str) -> Contents:
        if customer not in self._read:
            self._read[customer] = super()._contents(customer)
        return self._read[customer]
