"""A column is read from the top: what a caption announces is read where it stands, all else is a heading or text."""

from collections.abc import Sequence

from docvalidate.layout.runs import same_line

from .blocks import is_same_as, seems_a_party
from .captions import caption_of
from .contexts import Heading, Stack, as_heading, heading_of, in_paragraph, joined
from .ledger import NOTHING, Ledger, PartyFound
from .line_kinds import LABEL, is_label
from .lines import Column, Grid, TextLine, columns_of
from .party_labels import block_at, heads_others, read_party
from .port_labels import read_port
from .scopes import Scope, scope_of_heading
from .sentences import rule_of
from .spots import Spot


class Scanner:
    """Reads the columns of a page; what a heading announces may go on elsewhere, and then it is open."""

    def __init__(self, ledger: Ledger, body: tuple[int, int], title: str) -> None:
        self.ledger, self.body, self.title = ledger, body, title
        self.refs: dict[TextLine, str] = {}
        self.headings: dict[TextLine, Heading] = {}
        self.stacks: dict[TextLine, Stack] = {}
        """The headings that hold at each line."""

    def column(
        self, column: Column, stack: Stack, beside: Sequence[TextLine], limit: Scope = "all",
        cut: Sequence[str] | None = None,
    ) -> None:  # fmt: skip
        """Scan a column from the top. `limit` is for which shipments it speaks, as told from outside; `cut` is what the
        next page begins with, where the page ends with this column and its last block may go on there.
        """
        lines = column.lines
        at = 0
        while at < len(lines):
            line = lines[at]
            if stack.ref:
                self.refs.setdefault(line, stack.ref)
            self.stacks[line] = stack.copy()
            if line in self.ledger.consumed:
                at += 1
                continue
            within = in_paragraph(column, at)
            if within:
                self._within_a_paragraph(line)
            taken = 0 if within else self._caption(column, at, stack, beside, limit, cut)
            if taken:
                if self._limits(line):
                    stack.push(as_heading(line))
                for it in lines[at : at + taken]:
                    if stack.ref:
                        self.refs.setdefault(it, stack.ref)
                    self.stacks[it] = stack.copy()
                at += taken
                continue
            heading = heading_of(column, at, self.body)
            if heading is not None:
                stack.push(heading)
                self.headings[line] = heading
            else:
                stack.said.append(line.text)
            self.stacks[line] = stack.copy()
            at += 1

    def _within_a_paragraph(self, line: TextLine) -> None:
        """A label that seems to go on with the line above it is not read, and nobody else of its kind is taken."""
        label = LABEL.match(line.text)
        caption = caption_of(label["head"]) if label is not None and label["value"] else None
        if caption is None or caption.other or is_same_as(line.text):
            return
        if caption.port is not None:
            self.ledger.withheld.add(caption.port)
        else:
            self.ledger.parties.append(PartyFound(caption, [], [line], None, "open", "it stands within a paragraph"))
        self.ledger.leave([line], "a label within a paragraph")

    def _limits(self, line: TextLine) -> bool:
        """The caption speaks of some shipments only, and what comes under it may, too: "Exhibit A: sample bill"."""
        last = self.ledger.parties[-1] if self.ledger.parties else None
        if last is None or not last.head or last.head[0] is not line:
            return False
        return last.fault == NOTHING or last.caption.scope in ("open", "elsewhere")

    def _caption(
        self,
        column: Column,
        at: int,
        stack: Stack,
        beside: Sequence[TextLine],
        limit: Scope,
        cut: Sequence[str] | None,
    ) -> int:
        """How many lines the caption at this place and its value take; 0 where there is none."""
        line = column.lines[at]
        label = LABEL.match(line.text)
        inline: str | None = None
        caption = caption_of(line.text)
        if label is not None and label["value"] and (named := caption_of(label["head"])) is not None:
            caption, inline = named, label["value"].strip()
        if caption is None or is_same_as(line.text):
            return 0
        if caption.other:
            return self._other(column, at, inline)
        if caption.port is not None and inline is None and (line.text.rstrip()[-1:] in ".。" or rule_of(line.text)):
            return 0
        scope = joined([caption.scope, stack.scope(self.title), limit])
        right = self._right(line, beside) if inline is None else []
        spot = Spot(caption, column, at, inline, right, scope, cut)
        if caption.port is not None:
            return read_port(spot, self.ledger, self.body)
        if heads_others(spot, self.ledger, self.body):
            stack.push(as_heading(line))
            self.headings[line] = stack.headings[-1]
            return 1
        return read_party(spot, self.ledger, self.body)

    def _other(self, column: Column, at: int, inline: str | None) -> int:
        """A party that is none of ours, and its lines: they stay text, and head nothing."""
        block, _ = block_at(column, at + 1, inline is not None, None, self.ledger, self.body)
        if not block or not (inline or seems_a_party([it.text for it in block])):
            return 0
        self.ledger.leave([column.lines[at], *block], "")
        return 1 + len(block)

    def _right(self, line: TextLine, beside: Sequence[TextLine]) -> list[TextLine]:
        """The value to the right of a label, and its lines down to the next label in the label's own column."""
        level = [it for it in beside if it is not line and same_line(it.run, line.run) and it.run.x0 > line.run.x1]
        level = [it for it in level if it not in self.ledger.consumed]
        if not level or is_label(level[0].text):
            return []
        first = min(level, key=lambda it: it.run.x0)
        if is_label(first.text):
            return []
        below = [
            it.run.top for it in beside
            if it.run.top > line.run.bottom - 1 and it.run.x0 < first.run.x0 - 5 and it.run.x1 < first.run.x0 + 5
        ]  # fmt: skip
        end = min(below, default=line.page.height) - 1
        under = [
            it for it in beside
            if first.run.top < it.run.top < end and abs(it.run.x0 - first.run.x0) < 6 and it not in self.ledger.consumed
        ]  # fmt: skip
        found = [first]
        for it in sorted(under, key=lambda it: it.run.top):
            if it.run.top - found[-1].run.bottom > 0.75 * it.run.size or is_label(it.text):
                break
            found.append(it)
        return found

    def cells(self, grid: Grid, stack: Stack) -> None:
        """A table of another kind: each cell by itself, within what the heads of its row and column say."""
        seen: set[int] = set()
        for number, row in enumerate(grid.rows):
            for at, cell in enumerate(row):
                if cell is None or id(cell) in seen:
                    continue
                seen.add(id(cell))
                heads = (*row[:at], *(above[at] for above in grid.rows[:number]))
                others = [it for it in heads if it is not None and it is not cell and not is_label(it.lines[0].text)]
                short = [it for it in others if len(it.said.split()) < 12]
                limit = joined([scope_of_heading(it.said, self.title) for it in short])
                for column in columns_of(cell.lines):
                    self.column(column, stack.copy(), cell.lines, limit)
