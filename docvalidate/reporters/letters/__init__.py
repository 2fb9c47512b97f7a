"""Letters for those who have to act: the forwarder corrects, the customer decides, one's own manager is told.

Their wording stands in templates, `amendment.en.txt` and its likes; a company's own `letters/amendment.en.txt` goes
before ours. What is quoted of a draft or an instruction is quoted letter for letter.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from docvalidate.errors import DocvalidateError
from docvalidate.model import Entry, Report
from docvalidate.reporters.question import WIDTH, Letter, one_line

from . import amendment, confirmation, escalation
from .shipments import due, each_once, late, shipments, urgent
from .template import Template

Purpose = Literal["amendment", "confirmation", "escalation"]
PURPOSES: tuple[Purpose, ...] = ("amendment", "confirmation", "escalation")


def write(
    purpose: Purpose,
    reports: Sequence[Report],
    *,
    to: str | None = None,
    sender: str | None = None,
    language: str = "en",
    deadline: date | datetime | None = None,
    entries: Sequence[Entry] = (),
) -> Letter:
    """One letter about all these checks; of two checks of one bill the later one counts.

    `deadline` goes before the next cut-off that the reports know; `entries` are what stands on record of the order.
    Raises DocvalidateError where the checks leave nothing to write about, are of several customers, or were held
    against an old version because somebody asked for that.
    """
    customers = {report.customer for report in reports}
    if len(customers) > 1:
        raise DocvalidateError(
            f"reports of several customers ({', '.join(sorted(customers))}): write a letter for each"
        )
    latest = each_once(reports)
    outdated = [report for report in latest if purpose != "escalation" and _held_against_an_old_one(report)]
    if outdated and outdated[0].instruction is not None:
        raise DocvalidateError(
            f"checked against version {outdated[0].instruction.version}, as was asked, and not against the latest one"
            " confirmed: check again without --version; nobody is to be asked for what was replaced"
        )
    blocks = _blocks(purpose, latest, language, entries)
    words = {
        "shipment": shipments(latest, language),
        "urgent": urgent(latest, language, to_us=purpose == "escalation"),
        "deadline": due(latest, deadline),
        "late": late(latest, language),
        "sender": sender or "",
    }
    subject, body = Template(purpose, language).filled(words, blocks, WIDTH)
    return Letter(one_line(to), one_line(sender), one_line(subject) or "", body)


def _held_against_an_old_one(report: Report) -> bool:
    return any(finding.name == "outdated-version-requested" for finding in report.findings)


def _blocks(
    purpose: Purpose, reports: Sequence[Report], language: str, entries: Sequence[Entry]
) -> Mapping[str, Sequence[str]]:
    if purpose == "amendment":
        return amendment.blocks(reports, language)
    if purpose == "confirmation":
        return confirmation.blocks(reports, language)
    return escalation.blocks(reports, language, entries)
