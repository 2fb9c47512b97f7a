"""`docvalidate instructions confirm`: the customer's word that a version is in force goes on record."""

from argparse import Namespace

from docvalidate.cli import console
from docvalidate.cli.completion import UsageError, customer_of, registry_of
from docvalidate.registry import Registry
from docvalidate.reporters.history import line
from docvalidate.reporters.word_given import scope

from ._word import agreed, said


def run(args: Namespace) -> int:
    """Show the word as the message gives it, and put it on record. Raises WordRefused."""
    if args.label is not None and args.version is not None and args.label != args.version:
        raise UsageError(f"which version, {args.label} or {args.version}? Name one")
    registry = Registry(registry_of(args), recorded_by=args.recorded_by)
    customer, label = customer_of(args), args.label or args.version
    given = said(args)
    seen = registry.witness(customer, label, order=args.order, **given)
    version = registry.version(customer, label).version
    language = console.language(args.lang)
    if agreed(args, f"{customer} {version}, {scope(args.order, language)}", seen, given["evidence"]):
        entry = registry.confirm(customer, label, order=args.order, **given)
        console.write(line(entry, language) + "\n")
    return 0
