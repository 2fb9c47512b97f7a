"""The command line, word for word; it loads nothing slow, so that --help and --version answer at once."""

import argparse
import os

from docvalidate import __version__
from docvalidate.settings import SEVERITIES

from . import options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn

    Fill = Callable[[argparse.ArgumentParser], None]

_STATUS = """\
exit status:
  0  cleared       every field that the instruction speaks of agrees
  1  held          at least one error: do not approve the draft
  2  usage error   unknown option, missing file, unknown customer, invalid instruction file
  3  unverified    no error, but something could not be checked (a document that cannot be read, too)
"""


def parser() -> argparse.ArgumentParser:
    """The parser; the parsed `command` names the module of `docvalidate.cli` that does the work."""
    top = _Parser(
        prog="docvalidate",
        description="Check a draft sea waybill or bill of lading against the latest confirmed version of the"
        " customer's routing instruction.",
        epilog=_STATUS,
    )
    top.add_argument("--version", action="version", version=f"docvalidate {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    commands.add_parser(
        "check",
        fill=_check,
        help="check a draft against the customer's instruction",
        description="Compare consignee, notify parties and ports of a draft with the latest confirmed version of the"
        " customer's routing instruction, and report every difference and everything that could not be checked.",
        epilog=_STATUS,
    )
    commands.add_parser(
        "extract",
        fill=_extract,
        help="show what a document says, field by field",
        description="Read a document and show each field as printed, with its page and box. Nothing is judged.",
    )
    commands.add_parser(
        "instructions",
        fill=_instructions,
        help="keep the instruction versions, who confirmed them, and the evidence",
        description="Put the versions of a customer's routing instruction on record, and the customer's word on them.",
    )
    commands.add_parser(
        "history",
        fill=_history,
        help="tell the story of an order",
        description="Tell the story of an order from the first instruction to the last check, with the evidence.",
    )
    commands.add_parser(
        "diff",
        fill=_diff,
        help="show what changed between two drafts",
        description="Read two drafts of one shipment and show every field in which they differ.",
    )
    commands.add_parser(
        "formats",
        fill=_formats,
        help="list every format that can be read",
        description="List each reader: its format, the extra that must be installed for it, and what it recognises a"
        " file by. An installed package may add readers of its own.",
    )
    commands.add_parser(
        "rules",
        fill=_rules,
        help="list every finding that a check can make",
        description="List code, name, severity and meaning of every finding.",
    )
    commands.add_parser(
        "explain",
        fill=_explain,
        help="explain one finding",
        description="Say what a finding means, how severe it is, what to do about it, and how its rule works.",
    )
    return top


class _Help(argparse.HelpFormatter):
    """Help that wraps prose and leaves a table as it is laid out."""

    def __init__(self, prog: str, **options: "Any") -> None:
        # argparse makes a formatter for every argument; left to itself it would load shutil to ask for the width.
        super().__init__(prog, width=_columns() - 2, **options)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return text if "\n" in text else super()._fill_text(text, width, indent)


class _Parser(argparse.ArgumentParser):
    """A parser whose error is one line, and which takes its arguments only when it is asked to parse some."""

    def __init__(self, *, fill: "Fill | None" = None, **options: "Any") -> None:
        super().__init__(formatter_class=_Help, allow_abbrev=False, **options)
        self._fill = fill

    def parse_known_args(self, args: "Any" = None, namespace: "Any" = None) -> "Any":
        fill, self._fill = self._fill, None
        if fill is not None:
            fill(self)
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> "NoReturn":
        self.exit(2, f"docvalidate: {message} (see {self.prog} --help)\n")


def _columns() -> int:
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):
        return 80


def _check(it: argparse.ArgumentParser) -> None:
    it.add_argument("draft", metavar="DRAFT", help="the draft; - reads it from standard input")
    options.registry(it)
    it.add_argument("--order", metavar="O", help="the order; its own confirmation and waivers then count")
    it.add_argument("--version", metavar="V", help="check against this version instead of the latest confirmed one")
    it.add_argument(
        "--supporting",
        metavar="DOC",
        action="append",
        default=[],
        help="another paper of the shipment, such as the booking confirmation; may be given more than once",
    )
    it.add_argument(
        "--fail-on",
        metavar="SEVERITY",
        type=options.value("fail-on"),
        help=f"hold the draft on findings of this severity or worse: {', '.join(SEVERITIES)} (default: error)",
    )
    it.add_argument("--record", action="store_true", help="put the check on record in the registry")
    it.add_argument("--recorded-by", metavar="NAME", help="who puts it on record (default: the user of this machine)")
    it.add_argument("--format", metavar="F", help="the report format, such as text or json (default: text)")
    it.add_argument(
        "--report",
        metavar="F=PATH",
        action="append",
        default=[],
        help="a further report in that format, to that file; may be given more than once",
    )
    options.output(it)
    options.reading(it)
    options.settings(it)


def _extract(it: argparse.ArgumentParser) -> None:
    it.add_argument("document", metavar="DOCUMENT", help="the document; - reads it from standard input")
    options.shown_as(it)
    options.output(it)
    it.add_argument(
        "--debug-image",
        metavar="PATH",
        help="also write a PNG of the pages with a box around every value that was read;"
        " several pages are numbered PATH-1.png, PATH-2.png",
    )
    options.reading(it)
    options.settings(it)


def _instructions(it: argparse.ArgumentParser) -> None:
    from .instruction_arguments import verbs

    verbs(it)


def _history(it: argparse.ArgumentParser) -> None:
    from .instruction_arguments import history

    history(it)


def _diff(it: argparse.ArgumentParser) -> None:
    it.add_argument("old", metavar="DRAFT1", help="the earlier draft")
    it.add_argument("new", metavar="DRAFT2", help="the later draft")
    options.shown_as(it)
    options.output(it)
    options.reading(it)
    options.settings(it)


def _formats(it: argparse.ArgumentParser) -> None:
    options.shown_as(it)
    options.output(it)
    options.settings(it)


def _rules(it: argparse.ArgumentParser) -> None:
    options.shown_as(it)
    options.output(it)
    options.settings(it)


def _explain(it: argparse.ArgumentParser) -> None:
    it.add_argument("finding", metavar="NAME-OR-CODE", help="such as notify-party-mismatch or its code")
    options.settings(it)
