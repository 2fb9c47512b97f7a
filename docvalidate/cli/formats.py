"""`docvalidate formats`: every format that can be read, what it is recognised by, and what must be installed for it."""

from argparse import Namespace

from docvalidate.readers import shelf
from docvalidate.wording import word

from . import console
from .completion import complete


def run(args: Namespace) -> int:
    """List the readers in the order of their names, one a line."""
    args = complete(args)
    rows = [
        {"format": name, "extra": reader.EXTRA, "recognises": reader.RECOGNISES}
        for name, reader in sorted(shelf().items())
        if not name.startswith(("other_", "unknown_"))
    ]
    if args.shown_as == "json":
        console.write(console.json_of(rows), args.output)
        return 0
    language = console.language(args.lang)
    widest = max(len(str(row["format"])) for row in rows)
    extras = max(len(str(row["extra"] or "")) for row in rows)
    lines = (
        f"{row['format']:<{widest}}  {row['extra'] or '':<{extras}}  {word(str(row['recognises']), language)}\n"
        for row in rows
    )
    console.write("".join(lines), args.output)
    return 0
