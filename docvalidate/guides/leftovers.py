"""What became no value stays as text, word for word and in the order of the paper, with what it seems to be about."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docvalidate.engines.page import Page
from docvalidate.layout.runs import same_line
from docvalidate.model.guide import LIMITS, Passage
from docvalidate.model.values import Source

from .blocks import seems_a_party
from .column_heads import is_head
from .ledger import RowFound
from .lines import Cell, Column, Grid, TextLine, columns_of, lines_of_page, source_of, texts_of
from .opening import Paper
from .paragraphs import paragraphs_of
from .scopes import scope_of_heading, without_number
from .sentences import names_port_and_duty, speaks_of_parties, speaks_of_ports
from .survey import Sheet, Survey

_LIMITS = re.compile(
    r"\b(?:appl(?:y|ies)|applicable|valid|intended|holds?) (?:only )?(?:to|for|from)\b|\b(?:does|do) not apply|"
    r"\bprecedence\b|"
    r"\b(?:replaces?|supersedes?) (?:all|any)\b|\bprevails?\b|\bscope\b|适用|优先|以.{1,12}为准",
    re.IGNORECASE,
)
_OUT_OF_FORCE = re.compile(
    r"\b(?:superseded|obsolete|withdrawn|cancelled|canceled|expired?|void|discontinued|out of date|"
    r"no longer (?:valid|in force|in use)|do not (?:use|follow) (?:this|after)|do not use)\b|"
    r"作废|作廢|失效|停用|废止|廢止",
    re.IGNORECASE,
)
Placed = tuple[tuple[int, float, float], Passage]


def passages_of(survey: Survey) -> list[Passage]:
    """Every passage of a paper that became no value."""
    found: list[Placed] = []
    cells = _cells_of_rows(survey)
    for sheet in survey.sheets:
        found += _of_columns(survey, sheet)
        for grid in sheet.grids:
            found += _of_grid(survey, grid, cells)
        for line in sheet.struck:
            found.append((_place([line]), Passage(text=line.text, source=source_of([line]), why="struck through")))
        found += _of_page(sheet.page, survey.paper.name)
    return [passage for _, passage in sorted(found, key=lambda it: it[0])]


def passages_beside(paper: Paper) -> Iterator[Passage]:
    """All that a paper says which came with the guide: it may change what the guide says."""
    for page in paper.pages:
        lines, struck = lines_of_page(page, paper.name)
        for column in columns_of([*lines, *struck]):
            for paragraph in paragraphs_of(column, set(), whole=True):
                text = "\n".join(texts_of(paragraph))
                yield Passage(text=text, source=source_of(paragraph), ref="beside the guide", why=_about(text))


def _of_columns(survey: Survey, sheet: Sheet) -> Iterator[Placed]:
    for column in sheet.columns:
        settled = {line for line in column.lines if _settled(survey, line)}
        for paragraph in paragraphs_of(column, settled, survey.ledger.why, whole=True):
            if not _only_introduces(survey, paragraph, column):
                yield _place(paragraph), _passage(survey, paragraph)
        yield from _left(survey, column.lines)


def _left(survey: Survey, lines: Sequence[TextLine]) -> Iterator[Placed]:
    for line in lines:
        if line in survey.left:
            text = " ".join(survey.left[line])
            yield (
                _place([line]),
                Passage(text=text, source=source_of([line]), ref=survey.refs.get(line), why=_about(text)),
            )


def _settled(survey: Survey, line: TextLine) -> bool:
    return line in survey.ledger.consumed and line not in survey.ledger.why


def _only_introduces(survey: Survey, paragraph: Sequence[TextLine], column: Column) -> bool:
    """Headings that limit nothing, over words that name them as their reference or became values."""
    if not all(line in survey.headings for line in paragraph):
        return False
    for line in paragraph:
        bare = survey.headings[line].text.strip(" :：")
        if re.search(r"[:：]", bare) or (_about(bare) and without_number(bare) == bare):
            # It says something itself.
            return False
        under = [it for it, ref in survey.refs.items() if ref == bare and it not in survey.headings]
        told = any(not _settled(survey, it) for it in under)
        neutral = without_number(bare) != bare and scope_of_heading(bare, "") == "all"
        if not told and not (neutral and under):
            return False
    return True


def _passage(survey: Survey, lines: Sequence[TextLine]) -> Passage:
    text = "\n".join(texts_of(lines))
    return Passage(text=text, source=source_of(lines), ref=_ref(survey, lines), why=_why(survey, lines, text))


def _ref(survey: Survey, lines: Sequence[TextLine]) -> str | None:
    ref = survey.refs.get(lines[0])
    return None if ref is not None and ref in lines[0].text else ref


def _why(survey: Survey, lines: Sequence[TextLine], text: str) -> str | None:
    return (
        next((survey.ledger.why[line] for line in lines if line in survey.ledger.why), None)
        or _about(text)
        or _announced(survey, lines, text)
    )


def _announced(survey: Survey, lines: Sequence[TextLine], text: str) -> str | None:
    """Lines that look like a party, or stand under a heading that speaks of one."""
    if seems_a_party(text.splitlines()):
        return "looks like a party, and nothing says which"
    ref = survey.refs.get(lines[0])
    return "under a heading that speaks of a party" if ref is not None and speaks_of_parties(ref) else None


def _about(text: str) -> str | None:
    if _OUT_OF_FORCE.search(text):
        return "says that something is no longer to be followed"
    if _LIMITS.search(text):
        return LIMITS
    if speaks_of_parties(text):
        return "speaks of consignee or notify party"
    return "speaks of ports or the route" if speaks_of_ports(text) or names_port_and_duty(text) else None


def _cells_of_rows(survey: Survey) -> dict[int, tuple[RowFound, str, str | None]]:
    found: dict[int, tuple[RowFound, str, str | None]] = {}
    for row in survey.ledger.rows:
        for head, cell, why in row.cells:
            if found.get(id(cell), (row, head, None))[2] is None:
                found[id(cell)] = row, head, why
    return found


def _of_grid(survey: Survey, grid: Grid, cells: dict[int, tuple[RowFound, str, str | None]]) -> Iterator[Placed]:
    told: set[int] = set()
    rows: list[list[Cell]] = []
    if all(line in survey.history for line in grid.lines):
        texts = [" | ".join(cell.said for cell in row if cell is not None) for row in grid.rows]
        source = source_of(grid.lines)
        yield _place(grid.lines), Passage(text="\n".join(texts), source=source, ref=_ref(survey, grid.lines))
        return
    for row in grid.rows:
        fresh = [cell for cell in row if cell is not None and id(cell) not in told]
        told.update(map(id, fresh))
        lines = [line for cell in fresh for line in cell.lines]
        yield from _left(survey, lines)
        open_ = [cell for cell in fresh if not all(_settled(survey, line) for line in cell.lines)]
        if not open_:
            continue
        owned = [cell for cell in open_ if id(cell) in cells]
        for cell in owned:
            found, head, why = cells[id(cell)]
            text = f"{head}: {cell.text}"
            reason = why or _why(survey, cell.lines, text)
            yield _place(cell.lines), Passage(text=text, source=source_of(cell.lines), ref=found.key, why=reason)
        rest = [cell for cell in open_ if id(cell) not in cells]
        if rest and rows and row[0] is None and _reason(survey, rest) == _reason(survey, rows[-1]):
            # A row without a label goes on with the one above.
            rows[-1] += rest
        elif rest:
            rows.append(rest)
    of_ports = any(is_head(cell.said) or _about(cell.said) for row in grid.rows[:2] for cell in row if cell is not None)
    for rest in rows:
        place, passage = _place(rest[0].lines), _row(survey, rest)
        if passage.why is None and of_ports and _reason(survey, rest) is None:
            passage = passage.model_copy(update={"why": "a row of a table that was not understood"})
        yield place, passage


def _reason(survey: Survey, cells: Sequence[Cell]) -> str | None:
    return next((survey.ledger.why[line] for cell in cells for line in cell.lines if line in survey.ledger.why), None)


def _row(survey: Survey, cells: Sequence[Cell]) -> Passage:
    lines = [line for cell in cells for line in cell.lines]
    text = cells[0].text
    for above, cell in pairwise(cells):
        beside = same_line(above.lines[0].run, cell.lines[0].run)
        text += f" | {' / '.join(texts_of(cell.lines))}" if beside else f"\n{cell.text}"
    return Passage(text=text, source=source_of(lines), ref=_ref(survey, lines), why=_why(survey, lines, text))


def _of_page(page: Page, document: str) -> Iterator[Placed]:
    """Comments, tracked changes, hidden words and pictures: each of them may change what is printed."""
    end = page.number, page.height, 0.0
    for it in page.overlays:
        if it.text:
            source = Source(document=document, page=page.number, box=it.box)
            yield (page.number, it.box[1], it.box[0]), Passage(text=it.text, source=source, why=f"a mark: {it.what}")
    hidden: dict[str, list[str]] = {}
    for word in page.hidden:
        hidden.setdefault(word.reason, []).append(word.text)
    for reason, words in hidden.items():
        source = Source(document=document, page=page.number)
        if page.places and page.places[-1][1]:
            source = Source(document=document, path=page.places[-1][1])
        yield end, Passage(text=" ".join(words), source=source, why=f"words that nobody sees: {reason}")
    if page.pictures or (page.scanned and not page.words):
        what = "a picture with words" if page.words else "a picture"
        source = Source(document=document, page=page.number)
        yield end, Passage(text=f"[page {page.number}: {what}, not read]", source=source, why="a picture, not read")


def _place(lines: Sequence[TextLine]) -> tuple[int, float, float]:
    return lines[0].page.number, lines[0].run.top, lines[0].run.x0
