"""`docvalidate instructions diff`: what one version says otherwise than another, and what of it nobody mentioned."""

import sys
from argparse import Namespace
from datetime import date

from docvalidate.cli import console
from docvalidate.cli.completion import as_of, customer_of, registry_of
from docvalidate.compare.versions import changes
from docvalidate.model import Instruction
from docvalidate.model.validity import same_label
from docvalidate.registry import Registry
from docvalidate.reporters.changes import between_versions

_FACTS = {"version", "title", "received", "effective_from", "source", "file", "sha256"}


def run(args: Namespace) -> int:
    """Show the changes; status 1 where something changed that was not announced. Raises UnknownVersion."""
    registry, day, customer = Registry(registry_of(args)), as_of(args), customer_of(args)
    old, new = (labelled(registry, customer, label, day) for label in (args.old, args.new))
    announced = frozenset(args.announced) if args.announced else None
    told = changes(old, new, announced)
    if args.shown_as == "json":
        sides = {key: version.model_dump(mode="json", include=_FACTS) for key, version in (("old", old), ("new", new))}
        listed = [change.model_dump(mode="json") for change in told]
        console.write(console.json_of({"customer": customer, **sides, "changes": listed}), args.output)
    else:
        language = console.language(args.lang)
        text = between_versions(old, new, told, language=language, color=console.color(args), width=console.width())
        console.write(text, args.output)
    return 1 if any(change.announced is False for change in told) else 0


def labelled(registry: Registry, customer: str, label: str, day: date) -> Instruction:
    """The version of that label that was on file that day; of several the newest, and that is said on standard error.

    Raises UnknownCustomer or UnknownVersion.
    """
    on_file = registry.choose(customer, as_of=day, version=label).versions
    found = [version for version in on_file if same_label(version.version, label)]
    newest = found[-1]
    if len(found) > 1:
        sys.stderr.write(
            f"docvalidate: {label}: {len(found)} versions carry this label; taken is the one received last, on"
            f" {newest.received} ({newest.file or newest.sha256})\n"
        )
    return newest
