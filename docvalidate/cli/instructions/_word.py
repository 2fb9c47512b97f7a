"""The customer's word on the command line: it is read from the message, shown, and only then put on record."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from typing import Any

from docvalidate.cli import console
from docvalidate.cli.completion import as_of, paper
from docvalidate.model import Evidence
from docvalidate.pipeline import evidence as read_evidence
from docvalidate.reporters.typesetting import visible
from docvalidate.wording import phrase, word


def said(args: Namespace) -> dict[str, Any]:
    """Who said what when, as far as the arguments tell, and the evidence."""
    own = [domain.strip() for domain in (args.own_domains or "").split(",")]
    day: date | None = args.date
    return {
        "by": args.by,
        "on": day,
        "evidence": evidence(args),
        "today": as_of(args),
        "own_domains": tuple(filter(None, own)),
    }


def evidence(args: Namespace) -> Evidence | None:
    """The file that shows the word, if one is named. Raises UsageError where it is not there."""
    if args.evidence is None:
        return None
    return read_evidence(paper(args.evidence))


def agreed(args: Namespace, title: str, testimony: Any, given: Evidence | None) -> bool:
    """Show what will be put on record; go on unless this was only to be shown, or somebody at a terminal says no."""
    language = console.language(args.lang)
    console.write("\n".join([visible(title), *_shown(testimony, given, language)]) + "\n")
    return not args.dry_run and consents(args)


def consents(args: Namespace) -> bool:
    """Nobody at a terminal says no to what was shown."""
    language = console.language(args.lang)
    if args.yes or not (sys.stdin is not None and sys.stdin.isatty()):
        return True
    answer = input(phrase("ledger", "store", language, {}) + " ")
    return answer.strip().casefold() in {"y", "yes", "是", "好"}


def _shown(said: Any, given: Evidence | None, language: str) -> Iterator[str]:
    facts = [("by", said.by), ("date", said.date.isoformat()), ("grade", word(f"grade_{said.grade}", language))]
    if said.message is not None:
        facts += [("message_id", said.message.id or "–"), ("subject", said.message.subject or "–")]
    if said.quote is not None:
        facts.append(("quote", f"“{said.quote}”"))
    if given is not None:
        from hashlib import sha256

        facts.append(("evidence", f"{given.name}, SHA-256 {sha256(given.content).hexdigest()}"))
    for key, text in facts:
        yield f"  {phrase('ledger', key, language, {})}: {visible(text)}"
