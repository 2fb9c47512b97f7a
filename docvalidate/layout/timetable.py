"""When a booking says that something must be handed in, and when the ship leaves: found by the words before the date.

The words may stand before the date on its line, to its left, or above it. A date that can be read in two ways is kept
as it is printed, and is no date.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docvalidate.model.document import CutOff, CutOffKind, Moment
from docvalidate.model.values import Box, Source
from docvalidate.text.moments import moment

from .fields import Sheet
from .legs import Plan
from .runs import Run, same_line

_CLOSES = r"\s*(?:submission|delivery|filing|return|receiving)?\s*(?:cut[\s-]*offs?|closing|deadline)"
_CAPTIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "documentation",
        re.compile(
            rf"\b(?:s\.?/?i\.?|shipping\s+instructions?|doc(?:s|ument(?:s|ation)?)?|b/?l|bill\s+of\s+lading){_CLOSES}\b"
            r"|截单(?:时间|日期)?|截文件(?:时间)?|截补料(?:时间)?|补料截止(?:时间|日期)?|截單(?:時間|日期)?",
            re.IGNORECASE,
        ),
    ),
    ("vgm", re.compile(rf"\bvgm{_CLOSES}\b|截\s*VGM(?:时间)?|VGM\s*截(?:止|单)?(?:时间|日期)?", re.IGNORECASE)),
    (
        "cy",
        re.compile(
            rf"\b(?:c\.?y\.?|fcl|container\s+yard|port|terminal|gate[\s-]*in|cargo|full\s+container){_CLOSES}\b"
            r"|截港(?:时间|日期)?|截柜(?:时间)?|截重(?:时间)?|还柜截止(?:时间)?|截港時間",
            re.IGNORECASE,
        ),
    ),
    (
        "customs",
        re.compile(
            rf"\b(?:customs?(?:\s+(?:clearance|release|declaration))?|manifest|ams|ens|aci|afr){_CLOSES}\b"
            r"|截关(?:时间|日期)?|截放行(?:时间)?|报关截止(?:时间)?|截關時間",
            re.IGNORECASE,
        ),
    ),
    (
        "etd",
        re.compile(
            r"\b(?:e\.?t\.?d\b\.?|estimated\s+(?:time|date)\s+of\s+departure|(?:estimated\s+)?(?:sailing|departure)\s+date)"
            r"|(?:预计)?(?:开船|开航|离港)(?:日期|时间|日)",
            re.IGNORECASE,
        ),
    ),
)
_LOOK = re.compile(r"cut|clos|deadline|截|e\.?t\.?d|departure|sailing|开船|开航|离港", re.IGNORECASE)
"""One of these is in all that names a time: most pages have none, and their lines are left alone."""
_LEAD = re.compile(
    r"[^\d:：]{0,30}?[:：]\s*|\s*(?:(?:date|time|and|is|on|by|at|local|lt|mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    r"|[&/(),.\s-])*",
    re.IGNORECASE,
)
"""What may stand between the words and the date; anything else makes it a sentence about something else."""
_DATED = re.compile(r"\D{0,14}\d")
_RIGHT, _BELOW = 220.0, 2.6
"""How far away a value stands: points to the right, and lines below."""


class _Found(NamedTuple):
    kind: str
    caption: str
    text: str
    box: Box
    page: int


def timetable_of(sheets: Sequence[Sheet], plan: Plan, document: str) -> tuple[Moment | None, tuple[CutOff, ...]]:
    """The sailing, the earliest of several, and the cut-offs, each once. Heads of the routing table are its own."""
    found: dict[tuple[str, str], Moment] = {}
    for sheet in sheets:
        for it in _on(sheet, plan):
            source = Source(document=document, page=it.page, box=it.box, caption=it.caption)
            found.setdefault((it.kind, it.text), Moment(text=it.text, at=moment(it.text), source=source))
    sails = [said for (kind, _), said in found.items() if kind == "etd"]
    kinds: dict[str, CutOffKind] = {"documentation": "documentation", "vgm": "vgm", "cy": "cy", "customs": "customs"}
    cut_offs = (
        CutOff(kind=kinds[kind], text=said.text, at=said.at, source=said.source)
        for (kind, _), said in found.items()
        if kind in kinds
    )
    known = sorted((said for said in sails if said.at is not None), key=lambda said: said.at or "")
    return next(iter(known or sails), None), tuple(cut_offs)


def _on(sheet: Sheet, plan: Plan) -> Iterator[_Found]:
    page, top, bottom = plan.table or (0, 0.0, 0.0)
    runs = [
        run
        for run in sheet.runs
        if run not in sheet.struck
        and not run.sideways
        and not (page == sheet.page.number and top - 1 <= run.middle <= bottom + 1)
    ]
    if not _LOOK.search("\n".join(run.text for run in runs)):
        return
    named = {run: captions for run in runs if (captions := list(_captions(run.text)))}
    for run, captions in named.items():
        for number, (kind, start, end) in enumerate(captions):
            stop = captions[number + 1][1] if number + 1 < len(captions) else len(run.text)
            rest = run.text[end:stop]
            lead = _LEAD.match(rest)
            value = rest[lead.end() :].strip(" ,;.") if lead is not None else rest
            caption = run.text[start:end]
            if _DATED.match(value):
                yield _Found(kind, caption, value, run.box, sheet.page.number)
            elif not value and stop == len(run.text) and (beside := _value(run, runs, named)):
                text = " ".join(it.text for it in beside).strip()
                yield _Found(kind, caption, text, _around(beside), sheet.page.number)


def _captions(text: str) -> Iterator[tuple[str, int, int]]:
    """What a line names, in its order; where two words name one place, the longer one holds."""
    spans = [(it.start(), -it.end(), kind) for kind, pattern in _CAPTIONS for it in pattern.finditer(text)]
    reached = 0
    for start, end, kind in sorted(spans):
        if start >= reached:
            reached = -end
            yield kind, start, -end


def _value(head: Run, runs: Sequence[Run], named: dict[Run, list[tuple[str, int, int]]]) -> list[Run]:
    """The date that stands to the right of its words, up to the next ones, or under them."""
    right: list[Run] = []
    edge = head.x1
    for run in sorted((it for it in runs if it.x0 >= head.x1 - 1 and same_line(it, head)), key=lambda it: it.x0):
        if run in named or run.x0 - edge > _RIGHT:
            break
        right.append(run)
        edge = run.x1
    dated = [run for run in right[:3] if any(map(str.isdigit, run.text))]
    if dated and dated[0] is right[0] and _DATED.match(right[0].text):
        return dated[:2] if len(dated) > 1 and moment(dated[0].text + " " + dated[1].text) else dated[:1]
    below = [
        run for run in runs
        if 0 < run.top - head.top < _BELOW * head.size and run.x0 < head.x1 and head.x0 < run.x1 + 4
        and abs(run.x0 - head.x0) < max(40.0, head.x1 - head.x0)
    ]  # fmt: skip
    first = min(below, key=lambda run: run.top, default=None)
    return [first] if first is not None and first not in named and _DATED.match(first.text) else []


def _around(runs: Sequence[Run]) -> Box:
    return (
        min(run.x0 for run in runs),
        min(run.top for run in runs),
        max(run.x1 for run in runs),
        max(run.bottom for run in runs),
    )
