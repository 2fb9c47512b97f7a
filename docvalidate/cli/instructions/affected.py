"""`docvalidate instructions affected`: the orders and earlier checks that a version would change, and how."""

from argparse import Namespace

from docvalidate.affected import affected
from docvalidate.cli import console
from docvalidate.cli.completion import as_of, customer_of, registry_of
from docvalidate.registry import Registry
from docvalidate.reporters.affected import text_of


def run(args: Namespace) -> int:
    """Show what would change; status 1 where something would. Raises UnknownCustomer or UnknownVersion."""
    found = affected(Registry(registry_of(args)), customer_of(args), args.version, as_of=as_of(args))
    if args.shown_as == "json":
        console.write(console.json_of(found.model_dump(mode="json")), args.output)
    else:
        language = console.language(args.lang)
        text = text_of(found, language=language, color=console.color(args), width=console.width())
        console.write(text, args.output)
    return 1 if any(order.changes for order in found.orders) else 0
