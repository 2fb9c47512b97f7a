"""`docvalidate letter`: the correction request, the question to the customer, the note to one's own manager."""

import codecs
import sys
from argparse import Namespace
from datetime import date

from docvalidate.errors import UnknownCustomer
from docvalidate.model import Entry, Report
from docvalidate.registry import Registry
from docvalidate.registry.moves import ABOUT_THE_WORD
from docvalidate.reporters.letters import write
from docvalidate.reporters.question import as_eml, as_text

from . import console
from .completion import UsageError, addresses, complete, paper, spare

_UNSETTLED = ABOUT_THE_WORD | {"instruction-is-draft", "instruction-not-read"}
"""Findings that leave it open which version counts: what is corrected before they are answered may be wrong again."""


def run(args: Namespace) -> int:
    """Write the letter about these reports."""
    asked_for = args.registry is not None
    args = complete(args)
    spare(args.output, args.registry, *args.reports)
    reports = [_report(name) for name in args.reports]
    language = console.language(args.lang)
    letter = write(
        args.purpose,
        reports,
        to=addresses(args.to),
        sender=addresses(args.sender),
        language=language,
        deadline=args.deadline,
        entries=_entries(args.registry, reports, asked_for) if args.purpose == "escalation" else (),
    )
    if args.purpose == "amendment" and any(map(_unsettled, reports)):
        sys.stderr.write(
            "docvalidate: it is not settled which version the customer wants: ask first (docvalidate letter"
            " confirmation)\n"
        )
    if args.shown_as == "eml":
        console.write(as_eml(letter, _day(reports)), args.output)
    else:
        console.write(as_text(letter, language), args.output)
    return 0


def _unsettled(report: Report) -> bool:
    return any(
        it.name == "newer-version-unconfirmed" or (it.name in _UNSETTLED and it.severity in ("error", "unverified"))
        for it in report.findings
    )


def _report(name: str) -> Report:
    """The report of a check in that file. Raises UsageError."""
    try:
        content = console.standard_input().read() if name == "-" else paper(name).read_bytes()
        return Report.model_validate_json(_as_written(content))
    except ValueError as error:
        raise UsageError(f"{name}: not a report of this version (docvalidate check --format json)") from error


def _as_written(content: bytes) -> bytes:
    """The report in UTF-8; the older shells of Windows write what they redirect in UTF-16."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16").encode()
    return content.removeprefix(codecs.BOM_UTF8)


def _day(reports: list[Report]) -> date:
    """The day of the letter: that of the newest check, so that the same reports give the same letter."""
    return max(report.urgency.now.date() if report.urgency is not None else report.as_of for report in reports)


def _entries(home: str | None, reports: list[Report], asked_for: bool) -> tuple[Entry, ...]:
    """What stands on record of the orders, up to the day of the letter.

    Raises UnknownCustomer where the registry was asked for on the command line, and has nothing of an order.
    """
    from docvalidate.registry.telling import story

    if home is None:
        return ()
    registry, found = Registry(home), {}
    for report in reports:
        if report.order is None:
            continue
        customer, entries = story(registry, report.order, report.customer, _day(reports))
        if customer is None and asked_for:
            raise UnknownCustomer(f"{home}: no entry names order {report.order} of {report.customer}")
        found.update({entry.number: entry for entry in entries})
    return tuple(found.values())
