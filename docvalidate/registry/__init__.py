"""The registry holds every version that a customer ever sent; it only grows, and it is asked, never guessed.

Today a registry is a folder of instruction files, which is read and never written.
"""

import os
from datetime import date
from functools import cached_property
from pathlib import Path

from docvalidate.model import DocvalidateError, Instruction, Policy, UnknownCustomer
from docvalidate.model.case import Choice

from .choosing import choose_version
from .folder import Contents, read_folder

__all__ = ["Registry"]


class Registry:
    """The instructions on file at a place. Opening it finds the place; the files are read at the first question."""

    def __init__(self, home: str | os.PathLike[str]) -> None:
        """Raises DocvalidateError where there is no registry of a supported kind."""
        self.home = os.fspath(home)
        self._folder = _folder(self.home)

    def __repr__(self) -> str:
        return f"Registry({self.home!r})"

    def customers(self) -> tuple[str, ...]:
        """Everybody who has a version on file, in alphabetical order."""
        return tuple(sorted({instruction.customer for instruction in self._contents.versions}))

    def versions(self, customer: str) -> tuple[Instruction, ...]:
        """Every version of this customer, in the order of receipt. Raises UnknownCustomer."""
        found = [instruction for instruction in self._contents.versions if instruction.customer == customer]
        if not found:
            raise UnknownCustomer(_unknown(customer, self.customers(), self.home))
        return tuple(sorted(found, key=lambda instruction: instruction.received))

    def policy(self, customer: str) -> Policy:
        """What the customer asks of confirmations; the strict default where no policy is on file."""
        return next((p for p in self._contents.policies if p.customer == customer), Policy(customer=customer))

    def choose(self, customer: str, *, order: str | None = None, as_of: date, version: str | None = None) -> Choice:
        """The version that an order is held against on a day. Raises UnknownCustomer or UnknownVersion."""
        versions = self.versions(customer)
        return choose_version(versions, self.policy(customer), order=order, as_of=as_of, asked=version)

    @cached_property
    def _contents(self) -> Contents:
        return read_folder(self._folder)


def _folder(home: str) -> Path:
    if "://" in home:
        raise DocvalidateError(f"{home.partition('://')[0]}: a registry behind a URL is not supported; give a folder")
    path = Path(home)
    if not home or not path.exists():
        raise DocvalidateError(f"{home or 'the registry'}: no such folder")
    if not path.is_dir():
        raise DocvalidateError(f"{home}: a registry is a folder of instruction files, and this is a file")
    return path


def _unknown(customer: str, known: tuple[str, ...], home: str) -> str:
    # Imported only when there is something to complain about.
    from difflib import get_close_matches

    if not known:
        return f"{home}: holds no instruction file (*.yaml, *.yml or *.json)"
    spelled = {name.casefold(): name for name in known}
    close = get_close_matches(customer.casefold(), spelled, n=1)
    hint = f"; did you mean {spelled[close[0]]}?" if close else "."
    return f"{customer}: no such customer in {home}{hint} Known: {', '.join(known)}"
