"""`docvalidate instructions close`: an order needs no more attention."""

from argparse import Namespace

from docvalidate.cli import console
from docvalidate.cli.completion import UsageError, as_of, customer_of, registry_of
from docvalidate.registry import Registry
from docvalidate.registry.telling import story
from docvalidate.reporters.history import line


def run(args: Namespace) -> int:
    """Put it on record. Raises UsageError for an order that no entry names: a slip would leave the right one open."""
    registry, customer = Registry(registry_of(args), recorded_by=args.recorded_by), customer_of(args)
    registry.versions(customer)  # an unknown customer is told before an unknown order
    if registry.keeps_record and story(registry, args.order, customer)[0] is None:
        raise UsageError(f"{args.order}: no entry names this order of {customer}; is it written as on record?")
    entry = registry.close(customer, args.order, on=as_of(args), reason=args.reason)
    console.write(line(entry, console.language(args.lang)) + "\n")
    return 0
