"""Which headings a line stands under, and so for which shipments it speaks."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from docvalidate.reference.countries import country_code

from .blocks import seems_a_part
from .captions import caption_of
from .lines import Column, TextLine, set_by_hand
from .marks import dates_in, is_draft_mark, only_marks, versions_in
from .scopes import NUMBERING, Scope, scope_of_heading
from .sentences import rule_of

_CONDITION = re.compile(
    r"\b(?:following|below|these|this section|section)\b.*\b(?:only|if|when|unless|except|apply|applies|until|"
    r"before|after)\b|"
    r"\b(?:apply|applies|valid) only\b|\b(?:only|exclusively) for\b|^(?:for|if|when|in case of|unless|except|"
    r"until)\b.*[:：]?$|"
    r"仅适用|只适用|适用于",
    re.IGNORECASE,
)


@dataclass
class Heading:
    """A heading with what tells its rank: the depth of its number, its size, and whether it only leads into a list."""

    text: str
    depth: int
    size: float
    leads: bool
    line: TextLine | None = None


@dataclass
class Stack:
    """The headings that hold at a place, the highest first, and what was said under the last of them."""

    headings: list[Heading] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def copy(self) -> "Stack":
        return Stack(list(self.headings), list(self.said))

    def push(self, new: Heading) -> None:
        """A heading ends those of its own rank and below."""
        while self.headings and not _above(self.headings[-1], new):
            self.headings.pop()
        self.headings.append(new)
        self.said = []

    def scope(self, title: str) -> Scope:
        """For which shipments the words here hold."""
        scopes = [scope_of_heading(it.text, title) for it in self.headings]
        if any(_CONDITION.search(text) for text in self.said[-2:]):
            return "open"
        return joined(scopes)

    def scope_by_headings(self, title: str) -> Scope:
        """The limits of the headings alone; a sentence tells its own."""
        return joined([scope_of_heading(it.text, title) for it in self.headings])

    @property
    def ref(self) -> str | None:
        """The last heading, as a reference."""
        return next((it.text.strip(" :：") for it in reversed(self.headings) if it.line is not None), None)


def joined(scopes: Sequence[Scope]) -> Scope:
    """What several limits come to; two different places come to nothing that is known."""
    if "open" in scopes:
        return "open"
    if "elsewhere" in scopes:
        return "elsewhere"
    named = {it for it in scopes if isinstance(it, tuple)}
    if not named:
        return "all"
    return named.pop() if len(named) == 1 else "open"


def _above(one: Heading, new: Heading) -> bool:
    if one.leads:
        return False
    if new.leads:
        return True
    if one.depth and new.depth:
        return one.depth < new.depth
    return one.size > new.size + 0.5


def body_style(lines: Sequence[TextLine]) -> tuple[int, int]:
    """The style of most of the words."""
    styles: Counter[tuple[int, int]] = Counter()
    for line in lines:
        styles[line.style] += len(line.text)
    return styles.most_common(1)[0][0] if styles else (0, 0)


def heading_of(column: Column, at: int, body: tuple[int, int]) -> Heading | None:
    """The heading that a line is; null where it is text, or the caption of a party or port."""
    line = column.lines[at]
    text = line.text.strip()
    words = text.split()
    if not text or len(words) > 13 or len(text) > 95 or text[-1] in ".,;，。；" or in_paragraph(column, at):
        return None
    before_caption = at + 1 < len(column.lines) and _is_caption(column.lines[at + 1].text)
    apart = line.after_blank or line.style != body or before_caption
    country = apart and country_code(text.strip(" .,:：")) is not None
    if (
        "@" in text
        or rule_of(text) is not None
        or (seems_a_part(text) and not country)
        or is_draft_mark(text)
        or only_marks(text, [*versions_in(text), *dates_in(text)])
    ):
        return None
    numbered = NUMBERING.match(text)
    number = (numbered["number"] or numbered["deep"] or numbered["bare"] or "") if numbered else ""
    leads = text[-1] in ":：" and line.style == body and not number
    larger = line.style != body and line.style[1] >= body[1] and (line.style[0] != body[0] or line.style[1] > body[1])
    capitals = text.isupper() and len(text) > 3
    alone = line.after_blank and (at + 1 == len(column.lines) or column.lines[at + 1].after_blank)
    after = column.lines[at + 1] if at + 1 < len(column.lines) else None
    if after is not None and not after.after_blank and not (number or leads) and _in_address(after.text):
        # The name above an address.
        return None
    if not (number or leads or larger or capitals or alone or before_caption or _short_before_block(column, at)):
        return None
    if _is_caption(text):
        return None
    return as_heading(line, leads or not (number or larger or capitals))


def as_heading(line: TextLine, leads: bool = False) -> Heading:
    """The line as a heading, with its rank."""
    text = line.text.strip()
    numbered = NUMBERING.match(text)
    number = (numbered["number"] or numbered["deep"] or numbered["bare"] or "") if numbered else ""
    depth = number.count(".") + 1 if number and number[0].isdigit() else 1 if number else 0
    return Heading(text, depth, line.run.size, leads, line)


def _in_address(text: str) -> bool:
    return seems_a_part(text) and not _is_caption(text)


def _short_before_block(column: Column, at: int) -> bool:
    return len(column.lines[at].text.split()) <= 3 and column.lines[at].after_blank


def _is_caption(text: str) -> bool:
    caption = caption_of(text) or caption_of(re.split("[:：]", text, maxsplit=1)[0])
    return caption is not None and (caption.party is not None or caption.port is not None)


def in_paragraph(column: Column, at: int) -> bool:
    """The line goes on with what the line above began."""
    if at == 0:
        return False
    above, line = column.lines[at - 1], column.lines[at]
    if line.after_blank or above.style != line.style:
        return False
    if above.path is not None and above.path != line.path and not set_by_hand(above):
        return False
    full = len(above.text) > 55 or line.text[:1].islower()
    return full and above.text.rstrip()[-1:] not in ".:;!?。：；"
