"""`docvalidate rules`: every finding that a check can make."""

from argparse import Namespace

from docvalidate.rules import kinds
from docvalidate.wording import phrase

from . import console
from .completion import complete


def run(args: Namespace) -> int:
    """List the findings in the order of their codes, one a line."""
    args = complete(args)
    language = console.language(args.lang)
    rows = [
        {"code": kind.code, "name": kind.name, "severity": kind.severity, "summary": summary(kind.name, language)}
        for kind in sorted(kinds().values(), key=lambda kind: kind.code)
    ]
    if args.shown_as == "json":
        console.write(console.json_of(rows), args.output)
        return 0
    longest = max((len(row["name"]) for row in rows), default=0)
    lines = (f"{row['code']}  {row['name']:<{longest}}  {row['severity']:<10}  {row['summary']}\n" for row in rows)
    console.write("".join(lines), args.output)
    return 0


def summary(name: str, language: str) -> str:
    """What a finding means, in one sentence."""
    return phrase(name, "summary", language, {})
