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
        raise UsageError(_nothing(registry, args.order, args.customer))
    if args.shown_as == "json":
        rows = [{**entry.model_dump(mode="json"), "body": entry.says()} for entry in entries]
        console.write(console.json_of(rows), args.output)
        return 0
    lines = told(customer, args.order, entries, console.language(args.lang), console.width())
    console.write("\n".join(lines) + "\n", args.output)
    return 0


def _nothing(registry: Registry, order: str, customer: str | None) -> str:
    """Why there is nothing to tell."""
    if not registry.keeps_record:
        put = f"docvalidate instructions add {registry.home} --registry registry.db"
        return f"{registry.home}: a folder of files keeps no record, and so no history; put it into one first: {put}"
    whose = sorted({entry.customer for entry in registry.entries(order=order)})
    if customer is not None and whose:
        return f"{order}: no order of {customer}, but of {' and of '.join(whose)}"
    return f"{order}: no entry names this order; is it written as on record?"
