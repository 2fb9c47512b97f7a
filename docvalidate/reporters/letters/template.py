"""A template is a text with placeholders in braces; one that is misspelled is told, never sent.

Lines that begin with # before the first other line are notes and are left out. The first line is the subject.
Paragraphs stand apart by a blank line; one in which a placeholder has nothing to say is left out. A placeholder for a
block stands on a line of its own. These are the placeholders:

  in every letter   shipment, urgent, deadline, late, sender
  amendment         corrections, asked, optional
  confirmation      versions, deviations, questions
  escalation        verdicts, lateness, findings, grounds, history, record
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import chain
from string import Formatter

from docvalidate.errors import InvalidSettings
from docvalidate.reporters.typesetting import visible, wrap
from docvalidate.wording.house import own

SUBJECT = "Subject:"
MAY_BE_EMPTY = frozenset({"urgent", "sender"})
"""Their place is simply left free: a letter is signed by hand, and not every one is urgent."""


ESSENTIAL = frozenset({"corrections", "deviations", "questions", "findings"})
"""Blocks for whose sake a letter is written: a template that forgot one would send a letter that asks for nothing."""


class Template:
    """The template of one letter in one language: a company's own, else ours, else the English one."""

    def __init__(self, purpose: str, language: str) -> None:
        self.name, text = _found(purpose, language)
        lines = text.replace("\r\n", "\n").lstrip("\ufeff").split("\n")
        while lines and (lines[0].startswith("#") or not lines[0].strip()):
            lines.pop(0)
        if not lines or not lines[0].startswith(SUBJECT):
            raise InvalidSettings(f"{self.name}: the first line must be the subject, such as “{SUBJECT} …”")
        self.subject = lines[0].removeprefix(SUBJECT).strip()
        self.paragraphs = [part.strip("\n").split("\n") for part in "\n".join(lines[1:]).split("\n\n") if part.strip()]

    def filled(self, words: Mapping[str, str], blocks: Mapping[str, Sequence[str]], width: int) -> tuple[str, str]:
        """Subject and body. Raises InvalidSettings for a placeholder that the letter does not know."""
        known = {**{name: (value,) if value else () for name, value in words.items()}, **blocks}
        said = {name for line in chain([self.subject], *self.paragraphs) for _, name in self._parts(line, known)}
        full = [name for name, lines in blocks.items() if lines]
        left_out = [name for name in full if name in ESSENTIAL and name not in said]
        if left_out or (full and not said.intersection(full)):
            name = (left_out or full)[0]
            raise InvalidSettings(f"{self.name}: says nothing of {{{name}}}, which is what this letter is for")
        subject = "".join(
            text + " ".join(known[name] if name else ()) for text, name in self._parts(self.subject, known)
        )
        paragraphs = [self._paragraph(lines, known, frozenset(blocks), width) for lines in self.paragraphs]
        return subject, "\n\n".join("\n".join(lines) for lines in paragraphs if lines) + "\n"

    def _paragraph(
        self, lines: Sequence[str], known: Mapping[str, Sequence[str]], blocks: frozenset[str], width: int
    ) -> list[str]:
        parts = [self._parts(line, known) for line in lines]
        names = {name for line in parts for _, name in line if name is not None}
        if any(not known[name] for name in names - MAY_BE_EMPTY):
            return []
        filled: list[str] = []
        for line in parts:
            block = next((name for text, name in line if name in blocks and not text.strip()), None)
            if block is not None and len(line) == 1:
                filled += known[block]
                continue
            text = "".join(text + " ".join(known[name] if name else ()) for text, name in line)
            filled += wrap(visible(text), width) if text.strip() else []
        # A block may leave a line free after the words above it; where none stand above it there is one already.
        return filled[next((place for place, text in enumerate(filled) if text), len(filled)) :]

    def _parts(self, line: str, known: Mapping[str, object]) -> list[tuple[str, str | None]]:
        """The line taken apart: a text and the placeholder after it."""
        try:
            parts = list(Formatter().parse(line))
        except ValueError as error:
            raise InvalidSettings(f"{self.name}: a brace without its fellow in “{line.strip()}”") from error
        for _, name, layout, conversion in parts:
            if name is not None and (name not in known or layout or conversion):
                written = f"{name}{f'!{conversion}' if conversion else ''}{f':{layout}' if layout else ''}"
                raise InvalidSettings(
                    f"{self.name}: unknown placeholder {{{written}}}; this letter knows {', '.join(sorted(known))}"
                )
        return [(text, name) for text, name, _, _ in parts]


def _found(purpose: str, language: str) -> tuple[str, str]:
    """The name and the text of the first template that there is."""
    for name, content in _candidates(purpose, language):
        if content is not None:
            try:
                return name, content.decode("utf-8")
            except UnicodeDecodeError as error:
                raise InvalidSettings(f"{name}: not in UTF-8") from error
    raise InvalidSettings(f"{purpose}: no template of that name")


def _candidates(purpose: str, language: str) -> Iterator[tuple[str, bytes | None]]:
    for code in dict.fromkeys((language, "en")):
        name = f"{purpose}.{code}.txt"
        yield f"letters/{name} of the house", own(f"letters/{name}")
        file = files(__package__).joinpath(name)
        yield f"letters/{name}", file.read_bytes() if file.is_file() else None
