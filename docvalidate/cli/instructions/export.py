"""`docvalidate instructions export`: the record and its evidence as a folder that anybody can check."""

from argparse import Namespace

from docvalidate.cli import console
from docvalidate.cli.completion import registry_of
from docvalidate.registry import Registry
from docvalidate.wording import phrase


def run(args: Namespace) -> int:
    """Write the folder, which must not be there yet."""
    registry = Registry(registry_of(args))
    registry.export(args.output)
    head = registry.head()
    words = {"folder": args.output, "head": head.hash if head else "–", "number": str(head.number if head else 0)}
    console.write(phrase("ledger", "exported", console.language(args.lang), words) + "\n")
    return 0
