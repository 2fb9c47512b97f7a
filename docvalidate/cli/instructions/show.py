"""`docvalidate instructions show`: one version in full."""

from argparse import Namespace

from docvalidate.cli import console
from docvalidate.cli.completion import as_of, customer_of, registry_of
from docvalidate.errors import UnknownVersion
from docvalidate.registry import Registry
from docvalidate.reporters import instruction as text_of


def run(args: Namespace) -> int:
    """Show the version that counts, or the one asked for. Raises UnknownCustomer or UnknownVersion."""
    registry = Registry(registry_of(args))
    day, customer = as_of(args), customer_of(args)
    choice = registry.choose(customer, order=args.order, as_of=day, version=args.version)
    version = choice.instruction
    if version is None:
        raise UnknownVersion(f"{customer}: no version was received by {day}")
    if args.shown_as == "json":
        console.write(console.json_of(version.model_dump(mode="json")), args.output)
        return 0
    language, width = console.language(args.lang), console.width()
    lines = [*text_of.summary(version, language, width), *text_of.lanes(version, language, width)]
    console.write("\n".join(lines) + "\n", args.output)
    return 0
