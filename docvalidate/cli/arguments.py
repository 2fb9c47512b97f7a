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


_DIFF_STATUS = """\
exit status:
  0  the same      nothing of substance differs
  1  changed       at least one change of substance
  2  usage error   unknown option, missing file
  3  not certain   a draft cannot be read, or not with certainty
"""

_FORMATS = "text, json, html, pdf, csv, xlsx, markdown, junit, sarif, github"
"""The names of our reporters, told without loading them."""

_PACK_STATUS = """\
exit status:
  0  whole         every byte is as it was packed, and the check comes out the same
  1  not whole     something was changed, or the check comes out otherwise
  2  usage error   missing file, a paper or version that is not found, no report
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
        "letter",
        fill=_letter,
        help="write the correction request, the question to the customer, or the note to a manager",
        description="Write one letter about one report or several, made by `check --format json`: to the forwarder with"
        " every correction, to the customer with what only they can settle, or to one's own manager. A company's own"
        " template letters/amendment.en.txt in the folder --house goes before ours.",
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
        epilog=_DIFF_STATUS,
    )
    commands.add_parser(
        "evidence",
        fill=_evidence,
        help="pack all that a check rested on into one file, or verify such a file",
        usage="docvalidate evidence REPORT --registry R --output case.zip [--draft FILE] [--supporting FILE]...\n"
        "       docvalidate evidence verify case.zip [--against HASH]",
        description="Pack draft, supporting papers, instruction, confirmations, report and ledger into one zip, held"
        " against the hashes in the report; or verify one, offline: every byte, and the check done again from it.",
        epilog=_PACK_STATUS,
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

    def parse_args(self, args: "Any" = None, namespace: "Any" = None) -> "Any":
        parsed, unknown = self.parse_known_args(args, namespace)
        if unknown:
            asked = (self.prog, getattr(parsed, "command", None), getattr(parsed, "verb", None))
            help_ = " ".join(filter(None, asked))
            self.exit(2, f"docvalidate: unrecognized arguments: {' '.join(unknown)} (see {help_} --help)\n")
        return parsed

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
    it.add_argument(
        "--order", metavar="O", type=options.order, help="the order; its own confirmation and waivers then count"
    )
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
    options.times(it)
    it.add_argument("--record", action="store_true", help="put the check on record in the registry")
    it.add_argument("--recorded-by", metavar="NAME", help="who puts it on record (default: the user of this machine)")
    it.add_argument("--format", metavar="F", help=f"the report format: {_FORMATS} (default: text)")
    it.add_argument(
        "--report",
        metavar="F=PATH",
        action="append",
        default=[],
        help="a further report in that format, to that file, such as html=report.html; may be given more than once",
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


def _letter(it: argparse.ArgumentParser) -> None:
    it.add_argument("purpose", choices=("amendment", "confirmation", "escalation"), help="which letter")
    it.add_argument(
        "reports", metavar="REPORT", nargs="+", help="the report of a check as JSON; - reads it from standard input"
    )
    it.add_argument("--to", metavar="ADDRESS", help="to whom")
    it.add_argument("--sender", metavar="ADDRESS", help="from whom")
    it.add_argument(
        "--deadline",
        metavar="TIME",
        type=options.moment,
        help="by when it must be done (default: the next cut-off that the reports know)",
    )
    it.add_argument("--registry", metavar="R", help="escalation: the registry whose record of the order is told")
    it.add_argument(
        "--format",
        dest="shown_as",
        metavar="F",
        choices=("text", "eml"),
        default="text",
        help="text, or eml: a message that a mail program opens (default: text)",
    )
    options.output(it)
    options.settings(it)


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


def _evidence(it: argparse.ArgumentParser) -> None:
    it.add_argument(
        "what", metavar="REPORT", nargs="+", help="the report as JSON (check --format json); or `verify` and a pack"
    )
    # Not `draft`: a command that has one begins to read it while the program is still being loaded.
    for option, dest, text in (
        ("--draft", "draft_file", "the draft, where it does not lie beside the report and is not on record"),
        ("--supporting", "supporting", "another paper of the check, likewise; may be given more than once"),
    ):
        it.add_argument(option, dest=dest, metavar="FILE", action="append", default=[], help=text)
    it.add_argument("--registry", metavar="R", help=options.REGISTRY_HELP)
    it.add_argument("-o", "--output", metavar="PATH", help="the pack to write; of `verify`, where the answer goes")
    it.add_argument("--against", metavar="HASH", help="verify: the SHA-256 of the pack that was kept elsewhere")
    options.shown_as(it)
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
