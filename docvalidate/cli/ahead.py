"""The draft is parsed in its child process while the rest of the program is still being loaded."""

from argparse import Namespace
from pathlib import Path

from docvalidate.engines.isolation import start_ahead
from docvalidate.limits import ReadSettings

LIMITS = ("max_pages", "max_bytes", "timeout", "max_memory")


def start_reading(args: Namespace) -> None:
    """Begin with the draft, if it is a file that looks like a PDF; whatever is wrong with it is said later.

    Limits from a settings file are not known yet; where they differ from the usual ones, this reading goes unused.
    """
    try:
        data = Path(args.draft).read_bytes()
    except OSError:
        return
    given = {name: value for name in LIMITS if (value := getattr(args, name, None)) is not None}
    if b"%PDF-" in data[:1024]:
        start_ahead(data, ReadSettings(**given))
