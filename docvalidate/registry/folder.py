"""A folder of instruction files is read whole or not at all: one invalid file may be the version that matters.

Files *.yaml, *.yml and *.json, in sub-folders too, are instruction files; everything else is evidence and sources.
Names that begin with a dot are left alone, and links to folders are not followed.
"""

import os
from dataclasses import dataclass
from functools import cached_property
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
    """All that is known of some customers, in the order in which it was put on file."""

    versions: tuple[Instruction, ...] = ()
    policies: tuple[Policy, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """An instruction or policy file: its name in the folder, its bytes, and what it says."""

    name: str
    content: bytes
    says: Instruction | Policy


class Folder:
    """A folder of files as a registry; its files are read at the first question, and never written."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def customers(self) -> tuple[str, ...]:
        """Everybody who has a version on file, in alphabetical order."""
        return tuple(sorted({instruction.customer for instruction in self._contents.versions}))

    def contents(self, customer: str) -> Contents:
        """What is known of the customer, by the very name."""
        whole = self._contents
        versions = tuple(version for version in whole.versions if version.customer == customer)
        return Contents(versions, tuple(policy for policy in whole.policies if policy.customer == customer))

    @cached_property
    def _contents(self) -> Contents:
        said = [file.says for file in read_files(self._home)]
        versions = tuple(one for one in said if isinstance(one, Instruction))
        return Contents(versions, tuple(one for one in said if isinstance(one, Policy)))


def read_file(path: Path) -> File:
    """Read one instruction file with what it names beside it. Raises as `read_files` does."""
    names = frozenset(name.name for name in path.parent.iterdir() if name.is_file())
    content = _bytes(path)
    return _read(path.name, content, path.parent, names)


def read_files(home: Path) -> tuple[File, ...]:
    """Read every instruction file of a folder. A copy of a file, byte by byte, counts once.

    Raises InvalidInstruction for a file that does not say what it must, and DocvalidateError where one cannot be read.
    """
    names = _names(home)
    files: dict[str, File] = {}
    policies: set[str] = set()
    spelling: dict[str, tuple[str, str]] = {}
    for name in sorted(name for name in names if name.casefold().endswith(ENDINGS)):
        content = _bytes(home / name)
        digest = sha256(content).hexdigest()
        if digest in files:
            continue
        file = files[digest] = _read(name, content, home, names)
        customer = file.says.customer
        _same_spelling(customer, name, spelling)
        if isinstance(file.says, Policy):
            if customer in policies:
                raise InvalidInstruction(f"{name}: {customer} has a policy already; keep one file")
            policies.add(customer)
    return tuple(files.values())


def lies_beside(name: str, named: str) -> str:
    """The place in the folder of a file that an instruction file names, which lies beside it."""
    return normpath(join(dirname(name), named))


def _read(name: str, content: bytes, home: Path, names: frozenset[str]) -> File:
    whole = read_written(content, name)
    says = read_shape(Spot(name, whole.line, "", whole), sha256(content).hexdigest())
    return File(name, content, _beside(says, name, home, names) if isinstance(says, Instruction) else says)


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
    source, state = instruction.source, None
    if source is not None:
        if lies_beside(name, source.file) not in names:
            state = "missing"
        else:
            digest = sha256(_bytes(home / lies_beside(name, source.file))).hexdigest()
            state = "intact" if source.sha256 in (None, digest) else "changed"
    named = [confirmation.evidence for confirmation in instruction.confirmations]
    named += [waiver.evidence for waiver in instruction.waivers]
    missing = tuple(dict.fromkeys(one for one in named if one is not None and lies_beside(name, one) not in names))
    return instruction.model_copy(update={"source_state": state, "missing_evidence": missing})
