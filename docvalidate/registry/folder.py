"""A folder of instruction files is read whole or not at all: one invalid file may be the version that matters.

Files *.yaml, *.yml and *.json, in sub-folders too, are instruction files; everything else is evidence and sources.
Names that begin with a dot are left alone, and links to folders are not followed.
"""

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, join, normpath

from docvalidate.model import DocvalidateError, Instruction, InvalidInstruction, Policy

from .shape import read_shape
from .spot import Spot
from .written import read_written

ENDINGS = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a registry holds, in the order of its files."""

    versions: tuple[Instruction, ...] = ()
    policies: tuple[Policy, ...] = ()


def read_folder(home: Path) -> Contents:
    """Read every instruction file. A copy of a file, byte by byte, counts once.

    Raises InvalidInstruction for a file that does not say what it must, and DocvalidateError where one cannot be read.
    """
    names = _names(home)
    versions: list[Instruction] = []
    policies: dict[str, Policy] = {}
    spelling: dict[str, tuple[str, str]] = {}
    copies: set[str] = set()
    for name in sorted(names):
        if not name.casefold().endswith(ENDINGS):
            continue
        content = _bytes(home / name)
        digest = sha256(content).hexdigest()
        if digest in copies:
            continue
        copies.add(digest)
        whole = read_written(content, name)
        entry = read_shape(Spot(name, whole.line, "", whole), digest)
        _same_spelling(entry.customer, name, spelling)
        if isinstance(entry, Instruction):
            versions.append(_beside(entry, name, home, names))
        elif entry.customer in policies:
            raise InvalidInstruction(f"{name}: {entry.customer} has a policy already; keep one file")
        else:
            policies[entry.customer] = entry
    return Contents(tuple(versions), tuple(policies.values()))


def _names(home: Path) -> frozenset[str]:
    found = []
    for folder, folders, files in os.walk(home):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(folder).relative_to(home)
        found += [(below / name).as_posix() for name in files if not name.startswith(".")]
    return frozenset(found)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DocvalidateError(f"{path}: cannot be read: {error.strerror}") from error


def _same_spelling(customer: str, name: str, spelling: dict[str, tuple[str, str]]) -> None:
    # Two spellings would be two customers, and the newer version would hide from whoever asks for the other.
    first, file = spelling.setdefault(customer.casefold(), (customer, name))
    if first != customer:
        raise InvalidInstruction(f"{name}: the customer {customer} is spelled {first} in {file}; use one spelling")


def _beside(instruction: Instruction, name: str, home: Path, names: frozenset[str]) -> Instruction:
    """The instruction with what is known of the files that it names, which lie beside its own file."""

    def place(named: str) -> str:
        return normpath(join(dirname(name), named))

    source, state = instruction.source, None
    if source is not None:
        if place(source.file) not in names:
            state = "missing"
        else:
            digest = sha256(_bytes(home / place(source.file))).hexdigest()
            state = "intact" if source.sha256 in (None, digest) else "changed"
    named = [confirmation.evidence for confirmation in instruction.confirmations]
    named += [waiver.evidence for waiver in instruction.waivers]
    missing = tuple(dict.fromkeys(one for one in named if one is not None and place(one) not in names))
    return instruction.model_copy(update={"source_state": state, "missing_evidence": missing})
