"""The chain of supersession: which version replaces which, directly or through others.

It is made of labels that people typed, so it may have gaps, forks and even circles; none of them stops the walk.
"""

from collections.abc import Iterable
from datetime import date

from docvalidate.model import Instruction
from docvalidate.model.validity import same_label


class Chain:
    """The versions of one customer, the oldest first, and how they follow on one another."""

    def __init__(self, versions: Iterable[Instruction]) -> None:
        found = tuple(versions)
        direct = {id(version): _direct(version, found) for version in found}
        self._before = {id(version): _through(version, direct) for version in found}
        self.versions = tuple(sorted(found, key=self.age))

    def age(self, version: Instruction) -> tuple[date, int, str]:
        """The place in time; versions of one day stand in the order of the chain, then of their files."""
        return (version.received, len(self._before[id(version)]), version.file or "")

    def replaces(self, newer: Instruction, older: Instruction) -> bool:
        """One follows the other. Two that claim to replace each other settle nothing."""
        return id(older) in self._before[id(newer)] and id(newer) not in self._before[id(older)]

    def heads(self, versions: Iterable[Instruction]) -> list[Instruction]:
        """Those of the versions that no other of them replaces, the newest first."""
        some = list(versions)
        heads = [one for one in some if not any(self.replaces(other, one) for other in some)]
        return sorted(heads, key=self.age, reverse=True)

    def replaced_by(self, version: Instruction) -> tuple[Instruction, ...]:
        """All that the version replaces, the newest first."""
        return tuple(older for older in reversed(self.versions) if self.replaces(version, older))


def _direct(version: Instruction, versions: tuple[Instruction, ...]) -> tuple[Instruction, ...]:
    label = version.supersedes
    if label is None:
        return ()
    named = tuple(other for other in versions if other is not version and same_label(other.version, label))
    # Over a gap the chain cannot be followed: the version is taken to replace all that were there before it.
    return named or tuple(other for other in versions if other.received < version.received)


def _through(version: Instruction, direct: dict[int, tuple[Instruction, ...]]) -> frozenset[int]:
    seen: set[int] = set()
    waiting = list(direct[id(version)])
    while waiting:
        older = waiting.pop()
        if id(older) not in seen:
            seen.add(id(older))
            waiting += direct[id(older)]
    return frozenset(seen)
