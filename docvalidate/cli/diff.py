"""`docvalidate diff`: what changed from one draft to the next."""

from argparse import Namespace

from docvalidate.compare.drafts import another_bill, between, open_doubts
from docvalidate.model import TransportDocument
from docvalidate.pipeline import read
from docvalidate.reporters.changes import between_drafts

from . import console
from .completion import complete, paper, reading, spare

SAME, CHANGED, NOT_CERTAIN = 0, 1, 3
_FACTS = {"file", "sha256", "kind", "number", "booking_number", "doubts"}


def run(args: Namespace) -> int:
    """Show the changes; status 1 for a change of substance, 3 where it is not certain that there is none.

    Raises UnreadableDocument, which the command line turns into status 3.
    """
    args = complete(args)
    spare(args.output, args.old, args.new)
    old, new = (_read(name, args) for name in (args.old, args.new))
    told = between(old, new)
    if args.shown_as == "json":
        sides = {side: it.model_dump(mode="json", include=_FACTS) for side, it in (("old", old), ("new", new))}
        listed = [change.model_dump(mode="json") for change in told]
        text = console.json_of({**sides, "another_bill": another_bill(old, new), "changes": listed})
    else:
        text = between_drafts(
            old,
            new,
            told,
            doubts=open_doubts(old, new),
            another_bill=another_bill(old, new),
            language=console.language(args.lang),
            color=console.color(args),
            width=console.width(),
        )
    console.write(text, args.output)
    if any(change.of_substance for change in told):
        return CHANGED
    uncertain = any(change.how == "uncertain" for change in told) or open_doubts(old, new)
    return NOT_CERTAIN if uncertain else SAME


def _read(name: str, args: Namespace) -> TransportDocument:
    path = paper(name)
    return read(path.read_bytes(), name=path.name, settings=reading(args))
