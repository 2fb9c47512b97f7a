"""`docvalidate history`: the story of an order, from the first instruction to the last check."""

from argparse import Namespace

from docvalidate.cli import console
from docvalidate.cli.completion import UsageError, as_of, registry_of
from docvalidate.registry import Registry
from docvalidate.registry.telling import story
from docvalidate.reporters.history import told


def run(args: Namespace) -> int:
    """Tell every entry that bears on the order. Raises UsageError for an order that no entry names."""
    registry = Registry(registry_of(args))
    customer, entries = story(registry, args.order, args.customer, as_of(args) if args.as_of else None)
    if customer is None:
        raise UsageError(f"{args.order}: no entry names this order; it is written as on record?")
    if args.shown_as == "json":
        rows = [{**entry.model_dump(mode="json"), "body": entry.says()} for entry in entries]
        console.write(console.json_of(rows), args.output)
        return 0
    lines = told(customer, args.order, entries, console.language(args.lang), console.width())
    console.write("\n".join(lines) + "\n", args.output)
    return 0
