"""`docvalidate instructions verify`: whether the record is whole. Exit status 0 if it is, 1 if it is not."""

from argparse import Namespace

from docvalidate.cli import console
from docvalidate.cli.completion import registry_of
from docvalidate.registry import Registry
from docvalidate.reporters.history import verification


def run(args: Namespace) -> int:
    """Look at every entry and every file of evidence, and tell every fault."""
    found = Registry(registry_of(args)).verify(args.against)
    if args.shown_as == "json":
        console.write(console.json_of(found.model_dump(mode="json")), args.output)
    else:
        console.write("\n".join(verification(found, console.language(args.lang))) + "\n", args.output)
    return 1 if found.faults else 0
