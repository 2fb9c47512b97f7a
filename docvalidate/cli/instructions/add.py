"""`docvalidate instructions add`: files, or folders of them, go on record with everything that they name."""

import sys
from argparse import Namespace
from pathlib import Path

from docvalidate.cli import console
from docvalidate.cli.completion import UsageError, registry_of
from docvalidate.registry import Registry
from docvalidate.reporters.history import line
from docvalidate.wording import phrase


def run(args: Namespace) -> int:
    """Put each file on record, and tell the new entries. Raises InvalidInstruction or RegistryConflict."""
    places = [Path(name) for name in args.files]
    for place in places:
        if not place.exists():
            raise UsageError(f"{place}: no such file or folder")
    registry = Registry(registry_of(args), create=True, recorded_by=args.recorded_by)
    language = console.language(args.lang)
    lines: list[str] = []
    for place in places:
        added = registry.add(place)
        lines += [line(entry, language) for entry in added.entries]
        lines += [phrase("ledger", "known", language, {"file": name}) for name in added.known]
        for label in added.relabelled:
            print(f"docvalidate: {phrase('ledger', 'relabelled', language, {'version': label})}", file=sys.stderr)
    console.write("\n".join(lines) + "\n")
    return 0
