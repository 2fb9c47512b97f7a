"""The words of `docvalidate instructions`, verb by verb; like the rest of the command line it loads nothing slow."""

import argparse

from . import options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FIELDS = (
    "consignee",
    "notify_party",
    "transshipment_port",
    "port_of_loading",
    "port_of_discharge",
    "place_of_delivery",
)
"""The fields that a waiver may speak of, and that a customer may announce as changed."""


_STATUS = {
    "diff": """\
exit status:
  0  every change was announced, or --announced was not given
  1  something changed that was not announced
  2  usage error
""",
    "affected": """\
exit status:
  0  the version changes nothing for any open order
  1  it changes something
  2  usage error
""",
    "verify": """\
exit status:
  0  the record is whole
  1  it is not
  2  usage error
""",
}
"""Of the verbs that answer a question with their status."""


def verbs(it: argparse.ArgumentParser) -> None:
    """Every verb with its help; its own arguments are filled in when it is asked for."""
    shelf: Any = it.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name, fill, text in (
        ("add", _add, "put instruction files, or a folder of them, on record"),
        ("import", _import, "make an instruction file of the customer's own document"),
        ("list", _list, "every version on file, with its confirmations"),
        ("show", _show, "one version in full"),
        ("diff", _diff, "what changed from one version to another"),
        ("confirm", _confirm, "record the customer's word that a version is in force"),
        ("waive", _waive, "record the customer's word that one order may deviate"),
        ("withdraw", _withdraw, "take an entry back; it stays on record"),
        ("ask", _ask, "write the question to the customer: is this version in force for the order?"),
        ("affected", _affected, "the orders and earlier checks that a version would change"),
        ("status", _status, "every open order: what is waiting for whom, and since when"),
        ("history", history, "the story of an order, from the first instruction to the last check"),
        ("close", _close, "record that an order needs no more attention"),
        ("verify", _verify, "whether the record is whole: nothing altered, removed or re-ordered"),
        ("export", _export, "the record and its evidence as a folder of files"),
    ):
        said = f"{text[0].upper()}{text[1:]}{'' if text.endswith('?') else '.'}"
        shelf.add_parser(name, fill=fill, help=text, description=said, epilog=_STATUS.get(name))


def history(it: argparse.ArgumentParser) -> None:
    """The story of one order."""
    it.add_argument("order", metavar="ORDER", type=options.order, help="the order")
    _looking(it, as_of="tell the story up to this day, YYYY-MM-DD (default: all of it)")


def _add(it: argparse.ArgumentParser) -> None:
    it.add_argument("files", metavar="FILE", nargs="+", help="instruction or policy file, or a folder of them")
    _recording(it, customer=argparse.SUPPRESS, as_of=argparse.SUPPRESS)


def _import(it: argparse.ArgumentParser) -> None:
    it.add_argument("document", metavar="DOCUMENT", help="the customer's document: PDF, DOCX, XLSX, HTML or e-mail")
    it.add_argument("--customer", metavar="C", help="whose document it is")
    it.add_argument("--received", metavar="DATE", type=options.day, help="the day on which it came (default: today)")
    it.add_argument("--version", metavar="V", help="its label, where the document shows none or several")
    options.output(it)
    options.reading(it)
    options.settings(it)


def _list(it: argparse.ArgumentParser) -> None:
    _looking(it, customer="only the versions of this customer")


def _show(it: argparse.ArgumentParser) -> None:
    it.add_argument(
        "--order", metavar="O", type=options.order, help="the order; its own confirmation and waivers then count"
    )
    it.add_argument("--version", metavar="V", help="show this version")
    _looking(it)


def _diff(it: argparse.ArgumentParser) -> None:
    it.add_argument("old", metavar="OLD", help="the label of the older version")
    it.add_argument("new", metavar="NEW", help="the label of the newer version")
    it.add_argument(
        "--announced",
        metavar="FIELD",
        action="append",
        default=[],
        choices=FIELDS,
        help=f"what the customer said had changed: {', '.join(FIELDS)}; may be given more than once",
    )
    _looking(it)


def _confirm(it: argparse.ArgumentParser) -> None:
    _version(it, "the label of the version that the customer confirms (default: the newest on file)")
    it.add_argument(
        "--order", metavar="O", type=options.order, help="the order that it is confirmed for (default: standing)"
    )
    _word(it)


def _waive(it: argparse.ArgumentParser) -> None:
    it.add_argument("--order", metavar="O", type=options.order, required=True, help="the order that may deviate")
    it.add_argument("--field", required=True, choices=FIELDS, help="the field in which it may deviate")
    it.add_argument("--accepted", metavar="TEXT", required=True, help="the value that the customer accepts")
    _word(it)


def _withdraw(it: argparse.ArgumentParser) -> None:
    it.add_argument("entry", metavar="ENTRY", type=_number, help="the number of the entry, as `history` shows it")
    it.add_argument("--reason", metavar="TEXT", required=True, help="why it is taken back")
    it.add_argument("--by", metavar="WHO", help="who takes it back (default: the sender of the message)")
    it.add_argument("--date", metavar="DATE", type=options.day, help="from when on (default: the as-of day)")
    it.add_argument("--evidence", metavar="FILE", help="the message (.eml, .msg) or other file that shows it")
    it.add_argument("--own-domains", help=argparse.SUPPRESS)  # whoever put it on record may take it back
    _first_shown(it)
    _recording(it, customer=argparse.SUPPRESS)


def _ask(it: argparse.ArgumentParser) -> None:
    it.add_argument(
        "--order", metavar="O", type=options.order, required=True, help="the order that the question is about"
    )
    it.add_argument("--version", metavar="V", help="ask about this version (default: the newest on file)")
    it.add_argument("--answer-by", metavar="DATE", type=options.day, help="the day by which an answer is needed")
    it.add_argument("--to", metavar="ADDRESS", help="to whom (default: the customer's first contact)")
    it.add_argument("--sender", metavar="ADDRESS", help="from whom")
    it.add_argument(
        "--announced", metavar="FIELD", action="append", default=[], choices=FIELDS, help="what the customer announced"
    )
    it.add_argument("--record", action="store_true", help="put the question on record as asked on the as-of day")
    _recorded_by(it)
    it.add_argument(
        "--format",
        dest="shown_as",
        metavar="F",
        choices=("text", "eml"),
        default="text",
        help="text, or eml: a message that a mail program opens (default: text)",
    )
    _looking(it, shown=False)


def _affected(it: argparse.ArgumentParser) -> None:
    it.add_argument("version", metavar="VERSION", help="the label of the version")
    _looking(it)


def _status(it: argparse.ArgumentParser) -> None:
    it.add_argument(
        "--format",
        dest="shown_as",
        metavar="F",
        choices=("text", "json", "xlsx"),
        default="text",
        help="text, json or xlsx (default: text)",
    )
    _looking(it, shown=False, customer="only the orders of this customer")


def _close(it: argparse.ArgumentParser) -> None:
    it.add_argument("order", metavar="ORDER", type=options.order, help="the order")
    it.add_argument("--reason", metavar="TEXT", help="such as delivered, or cancelled")
    _recording(it)


def _verify(it: argparse.ArgumentParser) -> None:
    it.add_argument("--against", metavar="HASH", help="a head hash that was kept elsewhere, such as in a report")
    _looking(it, customer=argparse.SUPPRESS, as_of=argparse.SUPPRESS)


def _export(it: argparse.ArgumentParser) -> None:
    it.add_argument("--registry", metavar="R", help=options.REGISTRY_HELP)
    it.add_argument("-o", "--output", metavar="FOLDER", required=True, help="the folder to write, not there yet")
    options.settings(it)


def _looking(it: argparse.ArgumentParser, *, shown: bool = True, customer: str = "the customer", **told: str) -> None:
    """The options of a verb that only looks."""
    options.registry(it, customer=customer, **told)
    if shown:
        options.shown_as(it)
    options.output(it)
    options.settings(it)


def _recording(it: argparse.ArgumentParser, **told: str) -> None:
    """The options of a verb that puts something on record."""
    options.registry(it, **told)
    _recorded_by(it)
    options.settings(it)


def _recorded_by(it: argparse.ArgumentParser) -> None:
    it.add_argument("--recorded-by", metavar="NAME", help="who puts it on record (default: the user of this machine)")


def _word(it: argparse.ArgumentParser) -> None:
    """The customer's word: who gave it, when, and the message that shows it."""
    it.add_argument("--by", metavar="WHO", help="who on the customer's side gave the word (default: the sender)")
    it.add_argument("--date", metavar="DATE", type=options.day, help="when it was given (default: the message's date)")
    it.add_argument("--evidence", metavar="FILE", help="the message (.eml, .msg) or other file that shows it")
    it.add_argument("--own-domains", metavar="LIST", help="our own mail domains, by commas: no word of ours confirms")
    _first_shown(it)
    _recording(it)


def _first_shown(it: argparse.ArgumentParser) -> None:
    it.add_argument("--dry-run", action="store_true", help="show what would be put on record, and stop")
    it.add_argument("--yes", action="store_true", help="do not ask again on a terminal")


def _version(it: argparse.ArgumentParser, text: str) -> None:
    # Beside --version, which every other command has: either way of saying it is right.
    it.add_argument("label", metavar="VERSION", nargs="?", help=text)
    it.add_argument("--version", metavar="V", help=argparse.SUPPRESS)


def _number(text: str) -> int:
    try:
        return int(text.removeprefix("#"))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not the number of an entry, such as 17") from error
