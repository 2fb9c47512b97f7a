"""`docvalidate instructions close`: an order needs no more attention."""

from argparse import Namespace

from docvalidate.cli import console
from docvalidate.cli.completion import as_of, customer_of, registry_of
from docvalidate.registry import Registry
from docvalidate.reporters.history import line


def run(args: Namespace) -> int:
    """Put it on record."""
    registry = Registry(registry_of(args), recorded_by=args.recorded_by)
    entry = registry.close(customer_of(args), args.order, on=as_of(args), reason=args.reason)
    console.write(line(entry, console.language(args.lang)) + "\n")
    return 0
