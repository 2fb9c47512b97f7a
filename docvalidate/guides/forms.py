"""A table that is a form: labels with their values beside them, parties side by side, or a caption in each cell."""

from collections.abc import Sequence
from itertools import pairwise

from docvalidate.model.guide import PortField, Said

from .blocks import fault_of, is_same_as, party_text
from .captions import Caption, caption_of
from .contexts import joined
from .ledger import PARTY_NAMES, PORT_NAMES, Ledger, PartyFound, RuleFound
from .lines import Cell, Grid, TextLine, source_of, texts_of
from .ports import TERMINAL, names_a_terminal
from .scopes import Scope, scope_of_heading
from .table_cells import cell_rule
from .table_heads import Heads

Pair = tuple[Cell, list[Cell]]


def read_side_by_side(ledger: Ledger, grid: Grid, heads: Heads, scope: Scope) -> None:
    """Parties under heads beside each other: what stands under a head is one block."""
    rows = grid.rows[heads.row + 1 :]
    for at, text in enumerate(heads.texts):
        cells = [cell for row in rows if (cell := row[at]) is not None]
        caption = caption_of(text)
        if not cells or caption is None or caption.party is None:
            continue
        head = [line for row in grid.rows[: heads.row + 1] if (cell := row[at]) is not None for line in cell.lines]
        _read_party(ledger, caption, cells, head, joined([caption.scope, scope]))


def read_labelled(ledger: Ledger, grid: Grid, scope: Scope, title: str) -> bool:
    """Labels with values beside them; a row without a label goes on with the one above. False where there are none."""
    pairs = _pairs(grid)
    captions = [caption_of(label.said) for label, _ in pairs]
    if not any(caption is not None and (caption.party or caption.port) for caption in captions):
        return False
    for (label, values), caption in zip(pairs, captions, strict=True):
        if caption is None or caption.other:
            continue
        limits = [scope_of_heading(cell.said, title) for cell in _above(grid, label)]
        # A third cell may be another value, for another place, or a condition.
        beside: list[Scope] = ["open"] if _others(grid, label, values) else []
        holds = joined([caption.scope, scope, *limits, *beside])
        if caption.party is not None:
            _read_party(ledger, caption, values, list(label.lines), holds)
        elif caption.port is not None:
            _read_port(ledger, caption.port, label, values, holds)
    return True


def read_stacked(ledger: Ledger, grid: Grid, scope: Scope) -> bool:
    """Rows of captions, each over a row of values, as on a form. False where it is no such table."""
    filled = [[cell for cell in row if cell is not None] for row in grid.rows]
    heads = [number for number, row in enumerate(filled) if row and all(map(_is_label, row))]
    if len(heads) < 2 or heads[0] != 0 or any(after - head != 2 for head, after in pairwise(heads)):
        return False
    for head in heads:
        for at, label in enumerate(grid.rows[head]):
            value = grid.rows[head + 1][at] if head + 1 < len(grid.rows) else None
            caption = caption_of(label.said) if label is not None else None
            if label is None or value is None or value is label or caption is None or caption.other:
                continue
            holds = joined([caption.scope, scope])
            if caption.party is not None:
                _read_party(ledger, caption, [value], list(label.lines), holds)
            elif caption.port is not None:
                _read_port(ledger, caption.port, label, [value], holds)
    return True


def _pairs(grid: Grid) -> list[Pair]:
    pairs: list[Pair] = []
    open_: dict[int, Pair] = {}
    for row in grid.rows:
        begun: dict[int, Pair] = {}
        taken: set[int] = set()
        for at, cell in enumerate(row):
            following = next((place for place in range(at + 1, len(row)) if row[place] is not None), None)
            if cell is None or at in taken or following is None or not _is_label(cell):
                continue
            value = row[following]
            if value is None or value is cell or caption_of(value.said) is not None:
                continue
            begun[following] = (cell, [value])
            taken.add(following)
        for at, cell in enumerate(row):
            labelled = any(label is cell for label, _ in begun.values())
            if cell is None or labelled or at in begun or at not in open_:
                continue
            left = next((row[place] for place in range(at - 1, -1, -1) if row[place] is not None), None)
            if left is None and all(cell is not it for it in open_[at][1]):
                open_[at][1].append(cell)
        pairs += begun.values()
        ended = [at for at in open_ if any(cell is not None for cell in row[:at])]
        for at in ended:
            del open_[at]
        open_ |= begun
    return pairs


def _is_label(cell: Cell) -> bool:
    """The whole cell is a caption; one with its value under it in the same cell is none."""
    return len(cell.lines) <= 3 and len(cell.said) < 70 and caption_of(cell.said) is not None


def _others(grid: Grid, label: Cell, values: Sequence[Cell]) -> list[Cell]:
    """What else stands in the row, and is no label or value of another pair: it may limit what is said."""
    row = next(row for row in grid.rows if any(cell is label for cell in row))
    own = {id(label), *(id(cell) for cell in values)}
    others: list[Cell] = []
    behind_label = False
    for cell in row:
        if cell is None or id(cell) in own:
            behind_label = False
            continue
        if caption_of(cell.said) is not None:
            behind_label = True
        elif not behind_label:
            others.append(cell)
    return others


def _above(grid: Grid, label: Cell) -> list[Cell]:
    """What heads the values: cells that stand alone in their row, or over a value without a label beside them."""
    heads: list[Cell] = []
    for row in grid.rows:
        filled = [cell for cell in row if cell is not None]
        if any(cell is label for cell in filled):
            break
        first = next((at for at, cell in enumerate(row) if cell is not None), 0)
        section = len(filled) == 1 and first == 0 and caption_of(filled[0].said) is None
        if section or (first > 0 and not _follows(grid, row)):
            heads += filled
    return heads


def _follows(grid: Grid, row: Sequence[Cell | None]) -> bool:
    """The row goes on with a label above it."""
    above = grid.rows[: next(number for number, it in enumerate(grid.rows) if it is row)]
    return any(it[0] is not None for it in above)


def _read_party(ledger: Ledger, caption: Caption, cells: Sequence[Cell], head: list[TextLine], scope: Scope) -> None:
    assert caption.party is not None
    lines = [line for cell in cells for line in cell.lines]
    texts = [text for cell in cells for text in texts_of(cell.lines)]
    text = party_text(texts)
    same = is_same_as(text)
    fault = None if same else fault_of(texts)
    if fault is None and len(cells) > 1 and fault_of(texts_of(cells[0].lines)) is None:
        fault = "several blocks stand under one head"
    said = Said(text=text, source=source_of(lines))
    ledger.parties.append(PartyFound(caption, lines, head, said, scope, fault, same))
    name = PARTY_NAMES[caption.party]
    if fault is not None:
        ledger.leave([*head, *lines], f"{name} not understood: {fault}")
    elif scope in ("open", "elsewhere"):
        ledger.leave([*head, *lines], f"{name} not taken: it is not plain for which shipments")
    else:
        ledger.consume([*head, *lines])


def _read_port(ledger: Ledger, field: PortField, label: Cell, values: Sequence[Cell], scope: Scope) -> None:
    lines = [line for cell in values for line in cell.lines]
    told = cell_rule(field, Cell(lines))
    if told is None or scope in ("open", "elsewhere"):
        ledger.leave([*label.lines, *lines], f"{PORT_NAMES[field]} not understood")
        ledger.withheld.add(field)
        return
    ledger.consume([*label.lines, *lines])
    if told.rule is not None and names_a_terminal(Cell(lines).said):
        ledger.leave(lines, TERMINAL)
    if told.rule is not None:
        ledger.rules.append(RuleFound(field, told, [*label.lines, *lines], scope))
