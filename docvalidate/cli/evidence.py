"""`docvalidate evidence`: all that a check rested on in one file, and whether such a file is whole.

Exit status of `verify`: 0 whole · 1 not · 2 usage error. A pack that was just written is verified, too.
"""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from docvalidate import packs
from docvalidate.model.pack import PackVerification
from docvalidate.registry import Registry
from docvalidate.wording import phrase

from . import console
from .completion import UsageError, complete, paper, registry_of, spare

VERIFY = "verify"


def run(args: Namespace) -> int:
    """Pack the case of a report, or verify a pack."""
    args = complete(args)
    what, *more = args.what
    if what == VERIFY and len(more) == 1:
        return _verify(args, more[0])
    if more or what == VERIFY:
        raise UsageError("one REPORT, or `verify` and one PACK (see docvalidate evidence --help)")
    return _pack(args, what)


def _pack(args: Namespace, name: str) -> int:
    if args.output is None:
        raise UsageError("where to? Give --output case.zip")
    spare(args.output, name, args.registry, *args.draft_file, *args.supporting)
    content = paper(name).read_bytes()
    registry = Registry(registry_of(args))
    data = packs.pack(content, registry, list(_at_hand(args, Path(name), content)))
    # Proved before it is written: what cannot be done again from its own files proves nothing.
    found = packs.prove(data)
    console.write(data, args.output)
    language = console.language(args.lang)
    words = {"pack": args.output, "files": str(found.files), "size": f"{len(data):,}", "sha256": found.sha256}
    lines = [phrase("pack", "packed", language, words), *_told(found, language)]
    console.write("\n".join(lines) + "\n")
    return 0 if found.whole else 1


def _verify(args: Namespace, name: str) -> int:
    spare(args.output, name)
    found = packs.prove(paper(name).read_bytes(), against=args.against)
    language = console.language(args.lang)
    if args.shown_as == "json":
        console.write(console.json_of({**found.model_dump(mode="json"), "whole": found.whole}), args.output)
    else:
        key = "whole" if found.whole else "not_whole"
        words = {"pack": name, "files": str(found.files), "sha256": found.sha256}
        console.write("\n".join([phrase("pack", key, language, words), *_told(found, language)]) + "\n", args.output)
    return 0 if found.whole else 1


def _told(found: PackVerification, language: str) -> Iterator[str]:
    """Each fault, and what came of doing the check again, a line each."""
    for fault in found.faults:
        words = {"file": fault.file, "detail": fault.detail or "–"}
        yield phrase("pack", f"fault_{fault.kind}", language, words)
    versions = {"packed": found.packed_by or "–", "here": found.repeated_by}
    if found.repeated in ("same_bytes", "same_findings"):
        yield phrase("pack", found.repeated, language, versions)
    elif found.repeated == "not_tried":
        yield phrase("pack", "not_tried", language, versions)
    if found.packed_by not in (None, found.repeated_by):
        yield phrase("pack", "other_program", language, versions)


def _at_hand(args: Namespace, report: Path, content: bytes) -> Iterator[bytes]:
    """The papers that were named, and those that lie beside the report under the names that it tells."""
    for name in (*args.draft_file, *args.supporting):
        yield paper(name).read_bytes()
    for one in packs.papers_of(packs.report_of(content)):
        if one.file is not None and Path(one.file).name == one.file:
            with suppress(OSError):
                yield (report.parent / one.file).read_bytes()
