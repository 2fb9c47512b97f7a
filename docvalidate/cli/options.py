"""Options that several commands share."""

import argparse

from docvalidate.settings import COLORS, KEYS, LANGUAGES, SECOND_READINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

REGISTRY_HELP = (
    "folder of instruction files, SQLite file or database URL (default: the environment variable DOCVALIDATE_REGISTRY)"
)


_FIRST_YEAR, _LAST_YEAR = 1900, 2999
"""A ship of another year is a slip of the keyboard, and the calendar ends where a time zone leads out of it."""


def registry(
    it: argparse.ArgumentParser,
    customer: str = "the customer whose instruction applies",
    as_of: str = "judge as on this day, YYYY-MM-DD (default: today)",
) -> None:
    """Where the instructions are, whose they are, and on which day; what a command takes and needs not is not shown."""
    it.add_argument("--registry", metavar="R", help=REGISTRY_HELP)
    it.add_argument("--customer", metavar="C", help=customer)
    it.add_argument("--as-of", metavar="DATE", type=day, help=as_of)


def shown_as(it: argparse.ArgumentParser) -> None:
    """The form in which something other than a report is shown."""
    # Not `format`: that is the report format, and a settings file may name one that only a report has.
    it.add_argument(
        "--format",
        dest="shown_as",
        metavar="F",
        choices=("text", "json"),
        default="text",
        help="text or json (default: text)",
    )


def output(it: argparse.ArgumentParser) -> None:
    """Where the text goes."""
    it.add_argument("-o", "--output", metavar="PATH", help="write to this file instead of standard output")


def reading(it: argparse.ArgumentParser) -> None:
    """How far a reading may go."""
    group = it.add_argument_group("reading")
    group.add_argument(
        "--second-reading",
        metavar="WHEN",
        type=value("second-reading"),
        help=f"read the document a second time with another reader: {', '.join(SECOND_READINGS)} (default: disputed)",
    )
    for name, metavar, text in (
        ("max-pages", "N", "read no document of more pages (default: 200)"),
        ("max-bytes", "SIZE", "read no larger document (default: 50M)"),
        ("timeout", "SECONDS", "give up on a document after this time (default: 60)"),
        ("max-memory", "SIZE", "give up on a document that takes more memory (default: 1536M)"),
    ):
        group.add_argument(f"--{name}", metavar=metavar, type=value(name), help=text)


def settings(it: argparse.ArgumentParser) -> None:
    """What a settings file may say for every command, and which file that is."""
    group = it.add_argument_group("settings")
    group.add_argument(
        "--lang",
        metavar="LANG",
        type=value("lang"),
        help=f"language of the report: {', '.join(LANGUAGES)} (default: that of the locale)",
    )
    group.add_argument(
        "--color", metavar="WHEN", type=value("color"), help=f"colour: {', '.join(COLORS)} (default: auto)"
    )
    group.add_argument("--house", metavar="FOLDER", help="a company's own words, templates and logo, before ours")
    files = group.add_mutually_exclusive_group()
    files.add_argument(
        "--config",
        metavar="PATH",
        help="this settings file instead of the nearest docvalidate.toml or pyproject.toml",
    )
    files.add_argument("--isolated", action="store_true", help="read no settings file")


def times(it: argparse.ArgumentParser) -> None:
    """What the caller knows of the time, before what the papers say of it."""
    group = it.add_argument_group("how late it is (local time at the port of loading, unless an offset is given)")
    for name, text in (
        ("cutoff", "the documentation cut-off (SI cut-off), such as 2016-09-06T12:00"),
        ("etd", "the day of sailing, as planned"),
        ("atd", "the day on which the ship left"),
        ("now", "the moment of the check (default: the beginning of the as-of day)"),
    ):
        group.add_argument(f"--{name}", metavar="TIME", type=moment, help=text)


def order(text: str) -> str:
    """The number of an order; an empty one comes of a variable that was never filled in."""
    if not text.strip():
        raise argparse.ArgumentTypeError("an empty order is no order: leave the option out, or name one")
    return text


def value(key: str) -> "Callable[[str], object]":
    """The type of an option that a settings file may hold too."""

    def parse(text: str) -> object:
        try:
            return KEYS[key](text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return parse


def day(text: str) -> "date":
    """A day as ISO writes it."""
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2016-09-05") from error


def moment(text: str) -> "date | datetime":
    """A day or a moment as ISO writes it."""
    from docvalidate.text.moments import when

    try:
        moment = when(text)
        if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
            raise ValueError(f"the year {moment.year}")
        return moment
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a moment such as 2016-09-05 or 2016-09-05T15:00") from error
