"""`docvalidate instructions waive`: the customer's word that one order may deviate in one field goes on record."""

from argparse import Namespace

from docvalidate.cli import console
from docvalidate.cli.completion import customer_of, registry_of
from docvalidate.registry import Registry
from docvalidate.reporters.history import line
from docvalidate.reporters.word_given import scope
from docvalidate.wording import word

from ._word import agreed, said


def run(args: Namespace) -> int:
    """Show the word as the message gives it, and put it on record. Raises WordRefused."""
    registry = Registry(registry_of(args), recorded_by=args.recorded_by)
    customer, language = customer_of(args), console.language(args.lang)
    given = said(args)
    seen = registry.witness(customer, order=args.order, waiver=True, **given)
    accepted = args.accepted.replace("\\n", "\n")
    title = (
        f"{customer}, {scope(args.order, language)}: {word(args.field, language)} “{' / '.join(accepted.splitlines())}”"
    )
    if agreed(args, title, seen, given["evidence"]):
        entry = registry.waive(customer, order=args.order, field=args.field, accepted=accepted, **given)
        console.write(line(entry, language) + "\n")
    return 0
