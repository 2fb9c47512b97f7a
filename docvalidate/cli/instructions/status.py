"""`docvalidate instructions status`: every open order, what is waiting for whom, and since when."""

from argparse import Namespace
from pathlib import Path

from docvalidate.cli import console
from docvalidate.cli.completion import UsageError, as_of, registry_of
from docvalidate.registry import Registry
from docvalidate.registry.standing import statuses
from docvalidate.reporters.status import text_of


def run(args: Namespace) -> int:
    """Show the list of one customer or of all. Raises UnknownCustomer."""
    if args.shown_as == "xlsx" and args.output is None:
        raise UsageError("a workbook is no text for a terminal: give --output, such as --output status.xlsx")
    day, language = as_of(args), console.language(args.lang)
    orders = tuple(statuses(Registry(registry_of(args)), day, args.customer))
    if args.shown_as == "xlsx":
        from docvalidate.reporters.status_sheet import workbook

        Path(args.output).write_bytes(workbook(orders, day, language=language))
    elif args.shown_as == "json":
        console.write(console.json_of([status.model_dump(mode="json") for status in orders]), args.output)
    else:
        text = text_of(orders, day, language=language, color=console.color(args), width=console.width())
        console.write(text, args.output)
    return 0
