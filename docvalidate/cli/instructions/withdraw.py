"""`docvalidate instructions withdraw`: an entry counts no more from a day on, and stays on record."""

from argparse import Namespace

from docvalidate.cli import console
from docvalidate.cli.completion import UsageError, as_of, registry_of
from docvalidate.registry import Registry
from docvalidate.reporters.history import line

from ._word import consents, evidence


def run(args: Namespace) -> int:
    """Show the entry, and put on record that it is taken back.

    Raises RegistryConflict for an entry that is not there or cannot be withdrawn.
    """
    given = evidence(args)
    by = args.by or (given.message.sender if given is not None and given.message is not None else None)
    if by is None:
        raise UsageError("who takes it back? Give --by, or the message as --evidence")
    registry = Registry(registry_of(args), recorded_by=args.recorded_by)
    on = args.date or as_of(args)
    language = console.language(args.lang)
    console.write(line(registry.withdrawable(args.entry), language) + "\n")
    if args.dry_run or not consents(args):
        return 0
    entry = registry.withdraw(args.entry, by=by, on=on, reason=args.reason, evidence=given)
    console.write(line(entry, language) + "\n")
    return 0
