"""Whatever goes into a pack is held against the hash that the report has of it; a paper that only bears the name is no
evidence.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from docvalidate.model import Confirmation, DocvalidateError, Instruction, Report, Waiver
from docvalidate.model.request import Paper
from docvalidate.registry import Registry
from docvalidate.registry.archive import EVIDENCE, LEDGER
from docvalidate.registry.folder import lies_beside, read_files

from .container import LONGEST_NAME, is_safe
from .extract import RECORD, entries_of, extract

DRAFT, SUPPORTING, INSTRUCTIONS = "draft", "supporting", "instructions"
_LONGEST_PART = 120


class Gathered(NamedTuple):
    """The files of a case by their places in the pack; `papers` are the places of the draft and of each other paper.

    `registry` is the folder of the pack that the check can be done against again.
    """

    files: Mapping[str, bytes]
    papers: tuple[str, ...]
    registry: str


def papers_of(report: Report) -> tuple[Paper, ...]:
    """The draft and every supporting paper as they were handed in; of an old report, as far as it tells."""
    if report.request is not None:
        return (report.request.draft, *report.request.supporting)
    if report.document is None:
        raise DocvalidateError(
            "the report is of an older version and of a draft that could not be read: check it again"
        )
    return tuple(Paper(file=one.file, sha256=one.sha256) for one in (report.document, *report.supporting))


def gathered(report: Report, registry: Registry, at_hand: Iterable[bytes]) -> Gathered:
    """Everything that the check rested on. `at_hand` are papers that may be those of the report, in any order.

    Raises DocvalidateError where a paper is not found, or the registry no longer holds what the report was made from.
    """
    files: dict[str, bytes] = {}
    known = {sha256(content).hexdigest(): content for content in at_hand}
    places = []
    for number, paper in enumerate(papers_of(report)):
        place = _place(SUPPORTING if number else DRAFT, paper.file or f"paper-{number}", paper.sha256 or "", files)
        files[place] = _found(paper, known, registry)
        places.append(place)
    kept = next(registry.entries(), None) is not None
    if report.record is None and kept:
        raise DocvalidateError(
            f"the report prints no head of a record, and {registry.home} keeps one: name the folder that it was made"
            " with, or check the draft again"
        )
    if report.record is not None and not kept:
        head = f"entry {report.record.number}, {report.record.hash}"
        raise DocvalidateError(
            f"the report rests on a record up to {head}, and {registry.home} has none: name that one"
        )
    files |= _from_record(registry, report) if kept else _from_folder(registry, report)
    return Gathered(files, tuple(places), RECORD if kept else INSTRUCTIONS)


def _found(paper: Paper, known: Mapping[str, bytes], registry: Registry) -> bytes:
    if paper.sha256 is None:
        raise DocvalidateError(f"{paper.file or 'a paper'}: the report has no hash of it, so that no file can be it")
    content = known.get(paper.sha256) or registry.evidence(paper.sha256)
    if content is None:
        where = "not beside the report and not on record under its SHA-256"
        raise DocvalidateError(
            f"{paper.file or 'a paper'}: {where} {paper.sha256}; name it with --draft or --supporting"
        )
    if sha256(content).hexdigest() != paper.sha256:
        raise DocvalidateError(f"{paper.file}: what the registry keeps under SHA-256 {paper.sha256} was altered")
    return content


def _from_folder(registry: Registry, report: Report) -> dict[str, bytes]:
    """The customer's instruction files as they lie in the folder, and what they name beside them."""
    home = Path(registry.home)
    found: dict[str, bytes] = {}
    for file in read_files(home):
        if file.says.customer != report.customer:
            continue
        found[file.name] = file.content
        if isinstance(file.says, Instruction):
            for named in _named(file.says):
                beside = lies_beside(file.name, named)
                if is_safe(beside) and (home / beside).is_file():
                    found[beside] = (home / beside).read_bytes()
    held = None if report.instruction is None else report.instruction.sha256
    if held is not None and held not in {sha256(content).hexdigest() for content in found.values()}:
        raise DocvalidateError(f"{home}: no longer holds the version that the report was held against (SHA-256 {held})")
    return {f"{INSTRUCTIONS}/{name}": content for name, content in found.items()}


def _named(version: Instruction) -> Iterator[str]:
    words: tuple[Confirmation | Waiver, ...] = (*version.confirmations, *version.waivers)
    yield from (word.evidence for word in words if word.evidence is not None)
    if version.source is not None:
        yield version.source.file


def _from_record(registry: Registry, report: Report) -> dict[str, bytes]:
    """The extract of the ledger, and its files once more under the names that people know them by."""
    files = extract(registry, report)
    found = dict(files)
    for entry in entries_of(files):
        folder = INSTRUCTIONS if entry.kind == "version" else EVIDENCE
        for name, digest in entry.files():
            content = files.get(f"{RECORD}/{EVIDENCE}/{digest}")
            if content is not None:
                found[_place(folder, name or "file", digest, found)] = content
    assert f"{RECORD}/{LEDGER}" in found
    return found


def _place(folder: str, name: str, digest: str, taken: Mapping[str, bytes]) -> str:
    """A place for a file of that name, which comes from outside: its last part, as every system can write it."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = "".join(char if char.isprintable() and char not in ':*?"<>|\ufffd' else "_" for char in last)
    stem, dot, ending = plain.strip(" .").rpartition(".")
    stem, ending = (stem, dot + ending) if stem and len(ending) < 10 else (plain.strip(" ."), "")
    while len(stem.encode("utf-8", "replace")) > _LONGEST_PART:
        stem = stem[:-1]
    place = f"{folder}/{stem.strip(' .') or 'file'}{ending}"
    if place in taken:
        if sha256(taken[place]).hexdigest() == digest and folder not in (DRAFT, SUPPORTING):
            return place
        place = f"{folder}/{digest[:12]}-{len(taken)}/{PurePosixPath(place).name}"
    assert is_safe(place) and len(place.encode()) <= LONGEST_NAME
    return place
