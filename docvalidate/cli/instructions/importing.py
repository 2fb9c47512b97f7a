"""`docvalidate instructions import`: the customer's own document becomes an instruction file, for a person to read."""

import sys
from argparse import Namespace
from datetime import date

from docvalidate.cli import console
from docvalidate.cli.completion import customer_of, paper, reading, spare
from docvalidate.guides import read_guide, written
from docvalidate.model.guide import Guide
from docvalidate.wording import phrase


def run(args: Namespace) -> int:
    """Write the instruction file, and tell on standard error how much of the document it is.

    Raises UnreadableDocument, or VersionOpen where the document has no version label or several.
    """
    path = paper(args.document)
    spare(args.output, args.document)
    guide = read_guide(path.read_bytes(), path.name, reading(args))
    received = args.received or guide.sent or date.today()
    text = written(guide, customer=customer_of(args), received=received, version=args.version)
    console.write(text, args.output)
    print(f"docvalidate: {summary(guide, console.language(args.lang))}", file=sys.stderr)
    return 0


def summary(guide: Guide, language: str) -> str:
    """How much was understood, and what must be looked at first, in a line."""
    checked = sum(passage.why is not None for passage in guide.passages)
    counts = {"values": str(guide.values), "passages": str(len(guide.passages)), "checked": str(checked)}
    parts = [phrase("instructions", "imported", language, counts)]
    if guide.disagreeing:
        dates = ", ".join(mark.text for mark in guide.disagreeing)
        parts.append(phrase("instructions", "dates_disagree", language, {"dates": dates}))
    if guide.drafts:
        parts.append(phrase("instructions", "calls_itself_draft", language, {"mark": guide.drafts[0].text}))
    return " ".join(parts)
