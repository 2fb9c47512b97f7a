"""`docvalidate instructions list`: every version on file, with the words that the customer gave."""

from argparse import Namespace

from docvalidate.cli import console
from docvalidate.cli.completion import as_of, registry_of
from docvalidate.registry import Registry
from docvalidate.reporters import instruction as text_of
from docvalidate.wording import phrase


def run(args: Namespace) -> int:
    """List the versions of one customer or of all, the oldest first. Raises UnknownCustomer."""
    registry = Registry(registry_of(args))
    day = as_of(args)
    customers = registry.customers() if args.customer is None else (args.customer,)
    versions = [version for customer in customers for version in registry.choose(customer, as_of=day).versions]
    if args.shown_as == "json":
        console.write(console.json_of([version.model_dump(mode="json") for version in versions]), args.output)
        return 0
    language = console.language(args.lang)
    lines = [line for version in versions for line in text_of.summary(version, language, console.width())]
    console.write("\n".join(lines or [phrase("instructions", "none", language, {})]) + "\n", args.output)
    return 0
