"""A pack is whole if it is what it must be byte for byte, and the check done again gives the report that is in it."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from docvalidate import __version__
from docvalidate.model import DocvalidateError, Report
from docvalidate.model.pack import PackFault, PackVerification, Repeated

from .container import is_safe, opened
from .extract import CHAIN, RECORD
from .extract import faults as faults_of_extract
from .gathering import DRAFT, INSTRUCTIONS, SUPPORTING
from .manifest import AS_TEXT, MANIFEST, README, REPORT, SCHEMA, SUMS, libraries
from .repeating import forms, repeated

_TORN = (DocvalidateError, OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What a record may raise that somebody made up: its hashes fit, and its entries say what no entry says."""
_TOP = (DRAFT, SUPPORTING, INSTRUCTIONS, RECORD, "evidence", "house")


def prove(data: bytes, *, against: str | None = None, repeat: bool = True) -> PackVerification:
    """Look at every byte of a pack, and do its check again; `against` is the SHA-256 of it that was kept elsewhere.

    Nothing outside the pack is asked. The check is done again only where every byte is as it was packed.
    """
    own = sha256(data).hexdigest()
    found = opened(data)
    files = {member.name: member.content for member in found.members}
    faults = [PackFault(kind="altered", file=member.name) for member in found.members if not member.intact]
    told = _told(files.get(MANIFEST, b""))
    if found.through:
        faults += _held_against(files, told, {fault.file for fault in faults})
    if found.damaged is not None and not (found.through and faults):
        faults.append(PackFault(kind="container", file=found.damaged))
    if against is not None and against.strip().casefold() != own:
        faults.append(PackFault(kind="unknown", file="*", detail=own))
    state: Repeated = "not_tried"
    report = None if faults else _report(files, faults)
    if report is not None and told is not None:
        faults += _contradictions(report, files, told)
        if repeat and not faults:
            state = _repeated(report, files, told, faults)
    return PackVerification(
        sha256=own,
        files=len(files),
        repeated=state,
        packed_by=None if told is None else _text(told.get("program"), "docvalidate"),
        repeated_by=__version__,
        faults=tuple(faults),
    )


def _told(content: bytes) -> Mapping[str, Any] | None:
    """What the manifest says; null where it is none."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) and told.get("schema") == SCHEMA else None


def _held_against(files: Mapping[str, bytes], told: Mapping[str, Any] | None, known: set[str]) -> Iterator[PackFault]:
    """Every file against its hash in the manifest, and the manifest against the list of sums."""
    listed = _listed(told)
    if listed is None:
        if MANIFEST not in known:
            yield PackFault(kind="altered" if MANIFEST in files else "missing", file=MANIFEST)
        return
    for path, digest in listed.items():
        if path not in files:
            yield PackFault(kind="missing", file=path)
        elif path not in known and sha256(files[path]).hexdigest() != digest:
            yield PackFault(kind="altered", file=path)
    for path in files:
        if path not in listed and path not in (MANIFEST, SUMS):
            yield PackFault(kind="extra", file=path)
    if SUMS not in files:
        yield PackFault(kind="missing", file=SUMS)
    elif not known & {MANIFEST, SUMS}:
        own = sha256(files[MANIFEST]).hexdigest()
        expected = sorted([*listed.items(), (MANIFEST, own)])
        if files[SUMS] != "".join(f"{digest}  {path}\n" for path, digest in expected).encode():
            yield PackFault(kind="contradiction", file=SUMS, detail=MANIFEST)


def _listed(told: Mapping[str, Any] | None) -> dict[str, str] | None:
    """Each path with its hash; null where the manifest does not say it in order."""
    try:
        rows = [(row["path"], row["sha256"]) for row in told["files"]] if told is not None else None
    except (KeyError, TypeError):
        return None
    if rows is None or not all(isinstance(path, str) and isinstance(digest, str) for path, digest in rows):
        return None
    safe = all(is_safe(path) and (path.split("/")[0] in _TOP or "/" not in path) for path, _ in rows)
    return dict(rows) if safe and len(dict(rows)) == len(rows) else None


def _report(files: Mapping[str, bytes], faults: list[PackFault]) -> Report | None:
    try:
        return Report.model_validate_json(files.get(REPORT, b""))
    except ValidationError as error:
        faults.append(PackFault(kind="contradiction", file=REPORT, detail=str(error.errors()[0]["msg"])))
        return None


def _contradictions(report: Report, files: Mapping[str, bytes], told: Mapping[str, Any]) -> Iterator[PackFault]:
    """What the files of the pack say otherwise than its report, although each has the hash that it was packed with."""
    check = told.get("check")
    request = None if report.request is None else report.request.model_dump(mode="json")
    expected = {
        "customer": report.customer,
        "order": report.order,
        "as_of": report.as_of.isoformat(),
        "verdict": report.verdict,
        "request": request,
    }
    if not isinstance(check, dict) or any(check.get(key) != value for key, value in expected.items()):
        yield PackFault(kind="contradiction", file=MANIFEST, detail=REPORT)
        return
    papers = () if report.request is None else (report.request.draft, *report.request.supporting)
    for paper, place in zip(papers, _places(told), strict=False):
        if sha256(files.get(place, b"")).hexdigest() != paper.sha256:
            yield PackFault(kind="contradiction", file=place, detail=REPORT)
    if f"{RECORD}/{CHAIN}" in files or report.record is not None:
        for name, detail in faults_of_extract(files, report):
            yield PackFault(kind="record", file=name, detail=detail)


def _repeated(report: Report, files: Mapping[str, bytes], told: Mapping[str, Any], faults: list[PackFault]) -> Repeated:
    registry = _text(told["check"], "registry")
    try:
        if registry not in (RECORD, INSTRUCTIONS):
            raise DocvalidateError("the manifest does not say what the draft was held against")
        again = repeated(report, files, _places(told), registry)
    except _TORN as error:
        faults.append(PackFault(kind="repeat_failed", file=REPORT, detail=" ".join(str(error).split())))
        return "failed"
    if files[REPORT] in forms(again.report):
        # Drawn from the report, so that nobody reads one thing and verifies another.
        for name, drawn in ((AS_TEXT, again.text), (README, again.leaflet)):
            if files.get(name) != drawn:
                faults.append(PackFault(kind="contradiction", file=name, detail=REPORT))
        return "same_bytes"
    other_program = report.request is None or report.request.program != __version__
    if other_program and _essence(report) == _essence(again.report):
        return "same_findings"
    told_of = [", ".join(_different(report, again.report)), *_other_libraries(told)]
    faults.append(PackFault(kind="repeat_differs", file=REPORT, detail="; ".join(told_of)))
    return "differs"


def _essence(report: Report) -> object:
    """What a person acts on."""
    findings = sorted(
        (one.name, one.severity, one.field or "", one.expected or "", one.found or "") for one in report.findings
    )
    return report.verdict, [(one.field, one.status) for one in report.checks], findings


def _different(packed: Report, again: Report) -> Iterator[str]:
    """The keys of the report that come out otherwise."""
    before, after = packed.model_dump(mode="json"), again.model_dump(mode="json")
    keys = [key for key in before if before[key] != after.get(key)]
    yield from keys or ("layout",)


def _other_libraries(told: Mapping[str, Any]) -> Iterator[str]:
    """The libraries of which another version is installed here than where the pack was made: it may be their doing."""
    program = told.get("program")
    packed = program.get("libraries") if isinstance(program, dict) else None
    here = libraries()
    if not isinstance(packed, dict):
        return
    for name in sorted({*here, *packed}):
        if packed.get(name) != here.get(name):
            yield f"{name} {packed.get(name, '–')} → {here.get(name, '–')}"


def _places(told: Mapping[str, Any]) -> tuple[str, ...]:
    check = told.get("check")
    papers = check.get("papers") if isinstance(check, dict) else None
    return tuple(_text(paper, "place") or "" for paper in papers) if isinstance(papers, list) else ()


def _text(value: object, key: str) -> str | None:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, str) else None
