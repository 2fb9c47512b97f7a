"""The pages of a guide are taken apart and read in order; headings hold on from one page to the next."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from docvalidate.engines.page import Page
from docvalidate.model.guide import Said

from .column_heads import is_head
from .contexts import Heading, Stack, body_style
from .forms import read_labelled, read_side_by_side, read_stacked
from .grids import grids_of
from .ledger import Ledger
from .lines import Column, Grid, TextLine, columns_of, lines_of_page
from .marking import Marked, read_marks, title_lines, title_of
from .opening import Paper
from .paragraphs import paragraphs_of
from .rule_paragraphs import take_rules
from .scanning import Scanner
from .scopes import Scope
from .table_heads import Heads, has_party_columns_only, heads_of, is_history
from .tables import read_rows

_SHEET = re.compile(r"Sheet '(.*)'$")
_EDGE = 0.11
"""Share of a page's height in which its running head and foot stand."""
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|p\.|第)?\s*\d{1,3}\s*页?\s*(?:(?:of|/|von|共)\s*\d{1,3}\s*页?)?\W*", re.IGNORECASE
)
_HISTORY = re.compile(
    r"(?:revision|version|change|document|amendment)s?\s+(?:history|log|record|control|list)|revisions|change log|"
    r"history of (?:changes|revisions)|record of (?:changes|revisions)|"
    r"修订(?:记录|历史)|版本(?:记录|历史)|变更(?:记录|历史)|更改记录",
    re.IGNORECASE,
)


@dataclass(eq=False)
class Sheet:
    """One page taken apart."""

    page: Page
    lines: list[TextLine]
    struck: list[TextLine]
    grids: list[Grid]
    columns: list[Column]


@dataclass
class Survey:
    """One paper with what was found in it."""

    paper: Paper
    subject: str | None = None
    ledger: Ledger = field(default_factory=Ledger)
    sheets: list[Sheet] = field(default_factory=list)
    title: Said | None = None
    marked: Marked = field(default_factory=Marked)
    left: dict[TextLine, list[str]] = field(default_factory=dict)
    """The sentences that are left of paragraphs of which others became rules, by the first line."""
    history: set[TextLine] = field(default_factory=set)
    """The lines of the list of revisions."""
    refs: dict[TextLine, str] = field(default_factory=dict)
    headings: dict[TextLine, Heading] = field(default_factory=dict)

    def run(self) -> "Survey":
        """Read it, once."""
        self._take_apart()
        every = [line for sheet in self.sheets for line in sheet.lines]
        body = body_style(every)
        titled = title_lines(every, body)
        self.title = title_of(titled, self.subject, self.paper.name)
        self.ledger.consume(titled if not self.subject else ())
        scanner = Scanner(self.ledger, body, self.title.text if self.title else "")
        history = self.history = self._scan(scanner)
        self.refs, self.headings = scanner.refs, scanner.headings
        running = self.ledger.running
        heads = sorted(running, key=lambda it: (it.page.number, it.run.top, it.run.x0))
        self.marked = read_marks([*every, *heads], history, running, self.paper, self.subject)
        self.ledger.consume(line for line in self.marked.lines if line not in self.ledger.why)
        return self

    def _take_apart(self) -> None:
        taken = [lines_of_page(page, self.paper.name) for page in self.paper.pages]
        self.ledger.running = _running([lines for lines, _ in taken])
        for page, (lines, struck) in zip(self.paper.pages, taken, strict=True):
            kept = [line for line in lines if line not in self.ledger.running]
            grids = grids_of(page, kept, is_head)
            inside = {line for grid in grids for line in grid.lines}
            columns = columns_of([line for line in kept if line not in inside])
            self.sheets.append(Sheet(page, kept, struck, grids, columns))

    def _scan(self, scanner: Scanner) -> set[TextLine]:
        """Read columns and tables; returns the lines of the list of revisions."""
        carried = Stack()
        heads: Heads | None = None
        history: set[TextLine] = set()
        tables: list[tuple[Grid, Heads, Scope]] = []
        for number, sheet in enumerate(self.sheets):
            named = _SHEET.match(sheet.page.places[-1][1]) if sheet.page.places else None
            if named is not None:
                # A sheet of a workbook begins anew, and its name heads all that stands on it.
                carried, heads = Stack([Heading(re.sub(r"\d{4}", "", named[1]), 0, 1000.0, leads=False)]), None
            after = self.sheets[number + 1].lines if number + 1 < len(self.sheets) else None
            following = None if after is None else [line.text for line in after[:6]]
            self._columns(scanner, sheet, carried, following)
            first = True
            for grid in sorted(sheet.grids, key=lambda it: it.top):
                stack = self._above(scanner, grid, sheet) or carried
                scope = stack.scope(scanner.title)
                scanner.refs.update((line, stack.ref) for line in grid.lines if stack.ref)
                own = heads_of(grid)
                if own is None and first and heads is not None and _goes_on(grid, heads):
                    own = Heads(-1, heads.columns, heads.texts, grid.lefts)
                first = False
                if own is None and (is_history(grid) or _under_history(stack)):
                    history.update(grid.lines)
                elif read_stacked(self.ledger, grid, scope):
                    continue
                elif own is not None and has_party_columns_only(grid, own):
                    read_side_by_side(self.ledger, grid, own, scope)
                elif own is not None:
                    heads = own
                    tables.append((grid, own, scope))
                elif not read_labelled(self.ledger, grid, scope, scanner.title):
                    scanner.cells(grid, stack)
            carried = self._carried(scanner, sheet, carried)
        self._tables(tables)
        history |= {line for line, stack in scanner.stacks.items() if _under_history(stack)}
        self._sentences(scanner, history, [grid for grid, _, _ in tables])
        return history

    def _columns(self, scanner: Scanner, sheet: Sheet, carried: Stack, following: Sequence[str] | None) -> None:
        free = [line for column in sheet.columns for line in column.lines]
        lowest = max((line.run.top for line in sheet.lines), default=0.0)
        for column in sheet.columns:
            first = column.lines[0]
            above = _nearest(first.run.top + 1, first, [line for line in free if line in scanner.stacks])
            stack = scanner.stacks[above].copy() if above is not None else carried.copy()
            reaches = any(line.run.top >= lowest - 1 for line in column.lines)
            scanner.column(column, stack, free, cut=following if reaches else None)

    def _above(self, scanner: Scanner, grid: Grid, sheet: Sheet) -> Stack | None:
        """The headings that hold over a table: those of the line that ends nearest above it."""
        lines = [line for column in sheet.columns for line in column.lines if line in scanner.stacks]
        above = _nearest(grid.top + 2, None, lines)
        return scanner.stacks[above] if above is not None else None

    def _carried(self, scanner: Scanner, sheet: Sheet, before: Stack) -> Stack:
        lines = [line for column in sheet.columns for line in column.lines if line in scanner.stacks]
        last = max(lines, key=lambda it: it.run.top, default=None)
        return scanner.stacks[last].copy() if last is not None else before

    def _tables(self, tables: Sequence[tuple[Grid, Heads, Scope]]) -> None:
        known = [it.said for it in self.ledger.parties if it.fault is None and it.said is not None and not it.same]
        for grid, heads, scope in tables:
            if scope == "all":
                read_rows(grid, heads, self.ledger, known)
                continue
            self.ledger.refused_columns |= {str(it) for it in heads.columns if it is not None}
            why = "a row of a routing table, and it is not plain for which shipments it holds"
            for row in grid.rows[heads.row + 1 :]:
                for cell in row:
                    self.ledger.leave(cell.lines if cell is not None else (), why)

    def _sentences(self, scanner: Scanner, history: set[TextLine], tables: Sequence[Grid]) -> None:
        taken = {*self.ledger.consumed, *self.ledger.why, *scanner.headings, *history}
        paragraphs: list[list[TextLine]] = []
        for sheet in self.sheets:
            columns = list(sheet.columns)
            for grid in sheet.grids:
                if not any(grid is it for it in tables):
                    cells = {id(cell): cell for row in grid.rows for cell in row if cell is not None}
                    columns += [Column(cell.lines) for cell in cells.values() if len(cells) < 3 or _alone(grid, cell)]
            paragraphs += [it for column in columns for it in paragraphs_of(column, taken)]
        scopes: dict[TextLine, Scope] = {
            line: scanner.stacks[line].scope_by_headings(scanner.title) for line in scanner.stacks
        }
        self.left = take_rules(paragraphs, scopes, self.ledger)


def _alone(grid: Grid, cell: object) -> bool:
    """Nothing stands beside the cell that may limit what it says."""
    return all(sum(it is not None for it in row) == 1 for row in grid.rows if any(it is cell for it in row))


def _running(pages: Sequence[Sequence[TextLine]]) -> set[TextLine]:
    """Lines that stand at the edge of several pages, and page numbers."""
    seen: Counter[tuple[str, int]] = Counter()
    keys: dict[TextLine, tuple[str, int]] = {}
    running: set[TextLine] = set()
    for lines in pages:
        if not lines or lines[0].page.places:
            continue
        height = lines[0].page.height
        edge = [it for it in lines if it.run.bottom < _EDGE * height or it.run.top > (1 - _EDGE) * height]
        keys |= {it: (re.sub(r"\d+", "0", it.text.casefold()), round(it.run.top / 6)) for it in edge}
        running |= {it for it in edge if _PAGE_NUMBER.fullmatch(it.text.strip())}
        seen.update({keys[it] for it in edge})
    return running | {line for line, key in keys.items() if seen[key] > 1}


def _nearest(top: float, below: TextLine | None, lines: Iterable[TextLine]) -> TextLine | None:
    """The line that ends nearest above that height; over the line below, if one is given, wholly or in part."""
    above = [
        it for it in lines
        if it is not below and it.run.bottom <= top + 0.5 * it.run.size and it.run.top < top
        and (below is None or it.run.x0 < below.run.x1)
    ]  # fmt: skip
    return max(above, key=lambda it: it.run.bottom, default=None)


def _under_history(stack: Stack) -> bool:
    return any(_HISTORY.search(it.text) for it in stack.headings)


def _goes_on(grid: Grid, heads: Heads) -> bool:
    same = len(grid.lefts) == len(heads.lefts)
    return same and all(abs(one - other) < 8 for one, other in zip(grid.lefts, heads.lefts, strict=True))
