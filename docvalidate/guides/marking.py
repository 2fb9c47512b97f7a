"""The marks of a guide: its title, and what it says of its own age, wherever that stands."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from docvalidate.layout.runs import same_line
from docvalidate.model.guide import Mark, Said
from docvalidate.model.values import Source

from .lines import TextLine, source_of
from .marks import Seen, dates_in, is_draft_mark, no_sentence, only_marks, speaks_of_itself, versions_in
from .opening import Paper

_TITLE = re.compile(
    r"\b(?:guides?|guidelines?|manual|procedures?|instructions?|requirements?|sop|handbook|policy|vrg|routings?)\b|"
    r"指引|指南|流程|手册|规定|须知|要求|规范|说明",
    re.IGNORECASE,
)
_TOP_LINES = 14


@dataclass
class Marked:
    """What was found; `lines` hold nothing besides."""

    marks: list[Mark] = field(default_factory=list)
    lines: set[TextLine] = field(default_factory=set)
    versions: tuple[str, ...] = ()
    supersedes: Said | None = None
    effective_from: date | None = None


def title_lines(lines: Sequence[TextLine], body: tuple[int, int]) -> list[TextLine]:
    """The lines of the title: near the top, in the words of a guide, else the largest; a title may take two lines."""
    top = (
        [line for line in lines[:_TOP_LINES] if line.page is lines[0].page and len(line.text.split()) <= 16]
        if lines
        else []
    )
    if not top:
        return []
    largest = max(line.run.size for line in top)
    named = [
        line for line in top
        if _TITLE.search(line.text) and line.text.rstrip()[-1:] not in ".;:：" and not speaks_of_itself(line.text)
        and (line.style != body or line.run.size > 0.75 * largest)
    ]  # fmt: skip
    best = max(named or top[:3], key=lambda it: (round(2 * it.run.size), -it.run.top))
    found = [best]
    if best.style != body:
        alike = [line for line in top if line.style == best.style and not any(versions_in(line.text))]
        for line in sorted(alike, key=lambda it: it.run.top):
            if 0 < line.run.top - found[-1].run.top < 2.0 * best.run.size:
                found.append(line)
        for line in sorted(alike, key=lambda it: -it.run.top):
            if 0 < found[0].run.top - line.run.top < 2.0 * best.run.size:
                found.insert(0, line)
    return found


def title_of(lines: Sequence[TextLine], subject: str | None, document: str) -> Said | None:
    """The title as printed; that of a mail's own text is its subject."""
    if subject:
        said = re.sub(r"^(?:(?:re|fw|fwd|aw|wg|回复|转发)\s*[:：]\s*)+", "", subject.strip(), flags=re.IGNORECASE)
        return Said(text=said, source=Source(document=document.partition(": body")[0], path="subject"))
    if not lines:
        return None
    return Said(text=" ".join(line.text for line in lines), source=source_of(lines))


def read_marks(
    lines: Iterable[TextLine], history: set[TextLine], running: set[TextLine], paper: Paper, subject: str | None
) -> Marked:
    """Every mark, once for each thing it says."""
    found = Marked()
    labels: list[str] = []
    about_itself: list[Seen] = []
    lines = list(lines)
    beside = _values_beside(lines)
    for line in lines:
        _draft(line, found)
        if line in beside:
            said = f"{line.text.strip()} {beside[line].text}"
            labelled = [*versions_in(said), *dates_in(said)]
            if only_marks(said, labelled):
                for seen in labelled:
                    _enter(seen, line, found, history, True)
                    if seen.kind in ("version", "revision") and seen.label:
                        labels.append(seen.label)
                    if seen.kind == "effective":
                        about_itself.append(seen)
                found.lines.update((line, beside[line]))
                continue
        if line in found.lines:
            continue
        at_edge = line in running or (line.page.number == paper.pages[0].number and _near_the_top(line))
        versions, dates = list(versions_in(line.text)), list(dates_in(line.text))
        every = [*versions, *dates]
        titled = at_edge and (line in running or no_sentence(line.text, every))
        itself = titled or speaks_of_itself(line.text) or only_marks(line.text, every)
        for seen in (*versions, *dates):
            _enter(seen, line, found, history, itself)
            if line in history:
                continue
            if seen.kind in ("version", "revision") and itself and seen.label:
                labels.append(seen.label)
            if seen.kind == "effective" and itself:
                about_itself.append(seen)
        if only_marks(line.text, every) and line not in history:
            found.lines.add(line)
    if subject:
        source = Source(document=paper.name.partition(": ")[0], path="subject")
        for seen in (*versions_in(subject), *dates_in(subject)):
            found.marks.append(Mark(kind=seen.kind, text=seen.text, source=source, day=seen.day))
            if seen.kind in ("version", "revision") and seen.label:
                labels.append(seen.label)
        if is_draft_mark(subject):
            found.marks.append(Mark(kind="draft", text=subject, source=source))
    for page in paper.pages:
        if any(is_draft_mark(text) for text in (*page.marks, "".join(page.marks), " ".join(page.marks))):
            source = Source(document=paper.name, page=page.number, caption="set across the page")
            found.marks.append(Mark(kind="draft", text=" ".join(page.marks), source=source))
    found.versions = _once(labels)
    days = {seen.day for seen in about_itself}
    named = {mark.day or mark.text for mark in found.marks if mark.kind == "effective"}
    found.effective_from = next(iter(days)) if len(days) == 1 and len(named) == 1 else None
    found.marks = _without_repeats(found.marks)
    return found


_LABEL = re.compile(
    r"(?:(?:version|revision|rev\.?|edition|document|doc\.?|issue)(?: no\.?| number| date)?|effective(?: date| "
    r"from)?|valid from|"
    r"(?:issue|issued|revision|last revised|last updated|updated|publication)(?: date| on)?|date|status|"
    r"版本号?|生效日期|"
    r"发布日期|修订日期)\s*[:：]?",
    re.IGNORECASE,
)


def _values_beside(lines: Sequence[TextLine]) -> dict[TextLine, TextLine]:
    """Labels of marks with what stands to the right of them."""
    found: dict[TextLine, TextLine] = {}
    for line in lines:
        if _LABEL.fullmatch(line.text.strip()):
            level = [it for it in lines if it.page is line.page and it is not line and same_line(it.run, line.run)]
            right = [it for it in level if it.run.x0 > line.run.x1]
            first = min(right, key=lambda it: it.run.x0, default=None)
            if first is not None and not _LABEL.fullmatch(first.text.strip()):
                found[line] = first
    return found


def _near_the_top(line: TextLine) -> bool:
    if line.page.places:
        above = [path for box, path in line.page.places if box[1] < line.run.top - 2]
        return len(set(above)) < 8
    return line.run.top < 0.4 * line.page.height


def _enter(seen: Seen, line: TextLine, found: Marked, history: set[TextLine], itself: bool) -> None:
    source = source_of([line])
    kind = seen.kind
    if line in history:
        kind = "history"
    elif kind == "supersedes":
        if seen.label and found.supersedes is None:
            found.supersedes = Said(text=seen.label, source=source)
    elif kind == "effective" and not itself:
        # A date in the middle of a clause is that clause's own.
        kind = "date"
    elif kind in ("version", "revision", "number") and not itself:
        return
    found.marks.append(Mark(kind=kind, text=seen.text, source=source, day=seen.day))


def _draft(line: TextLine, found: Marked) -> None:
    if is_draft_mark(line.text):
        found.marks.append(Mark(kind="draft", text=line.text, source=source_of([line])))


def _once(labels: Iterable[str]) -> tuple[str, ...]:
    """The labels, each once whatever its case and spacing."""
    unique: dict[str, str] = {}
    for label in labels:
        unique.setdefault(re.sub(r"\W+", "", label.casefold()) or label, label)
    return tuple(unique.values())


def _without_repeats(marks: Iterable[Mark]) -> list[Mark]:
    """A mark that stands on every page is told once, from where it stands first."""
    unique: dict[tuple[str, str], Mark] = {}
    for mark in sorted(marks, key=lambda it: (it.source.page or 0, it.source.box[1] if it.source.box else 0.0)):
        unique.setdefault((mark.kind, mark.text.casefold()), mark)
    return list(unique.values())
