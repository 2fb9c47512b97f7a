"""`docvalidate explain`: what a finding means, what to do about it, and how its rule works."""

import inspect
import re
from argparse import Namespace
from collections.abc import Iterator

from rapidfuzz.process import extractOne

from docvalidate.model.case import Kind
from docvalidate.reporters.typesetting import spaced, wrap
from docvalidate.rules import Rule, kinds, shelf
from docvalidate.wording import catalogue, phrase

from . import console
from .completion import UsageError, complete

_ALIKE = 70
"""Of 100: below it a name was no slip of the keyboard, and a guess would only mislead."""


def run(args: Namespace) -> int:
    """Explain the finding of that name or code."""
    args = complete(args)
    language = console.language(args.lang)
    kind = _named(args.finding)
    width = console.width()
    says, do = (phrase("explain", key, language, {}) for key in ("says", "do"))
    parts = [
        f"{kind.code} {kind.name} ({kind.severity})",
        *_wrapped(phrase(kind.name, "summary", language, {}), width),
        *_wrapped(f"{spaced(says)}{_template(kind.name, 'message', language)}", width),
        *_wrapped(f"{spaced(do)}{_template(kind.name, 'advice', language)}", width),
        *_wrapped(inspect.cleandoc(_rule(kind).__doc__ or ""), width),
    ]
    console.write("\n\n".join(parts) + "\n")
    return 0


def _named(text: str) -> Kind:
    asked = text.strip().lower()
    for kind in kinds().values():
        if asked in {kind.name, kind.code.lower()}:
            return kind
    names = [name for kind in kinds().values() for name in (kind.name, kind.code.lower())]
    nearest = extractOne(asked, names, score_cutoff=_ALIKE)
    hint = f"; did you mean {nearest[0]!r}?" if nearest else ""
    raise UsageError(f"no finding is called {text!r}{hint}")


def _rule(kind: Kind) -> Rule:
    return next(rule for rule in shelf() if kind in rule.FINDINGS)


def _template(name: str, part: str, language: str) -> str:
    """A phrase with its open words in angle brackets, as `<found>`."""
    text = catalogue(language).get(name, {}).get(part) or catalogue("en").get(name, {}).get(part, "")
    return re.sub(r"\{(\w+)\}", lambda match: f"<{match[1].replace('_', ' ')}>", text)


def _wrapped(text: str, width: int) -> Iterator[str]:
    """The paragraphs; prose is wrapped anew, and a sample keeps its lines."""
    for paragraph in text.split("\n\n"):
        lines = [paragraph] if not re.match(r"\s|PASS|FAIL", paragraph) else paragraph.splitlines()
        yield "\n".join(out for line in lines for out in wrap(line, width, line[: len(line) - len(line.lstrip())]))
