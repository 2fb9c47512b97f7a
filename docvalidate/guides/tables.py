"""A routing table is read by the heads of its columns: a row is a lane where its key, ports and parties are plain."""

import re
from collections.abc import Sequence

from docvalidate.model.guide import GuideLane, Said
from docvalidate.model.instruction import When

from .blocks import fault_of, seems_a_part
from .column_heads import Column
from .ledger import Ledger, RowFound
from .lines import Cell, Grid, source_of, texts_of
from .ports import place
from .table_cells import parties_of, ports_of
from .table_heads import KEYS, PARTIES, PORTS, Heads
from .table_keys import key_columns, key_places, told_by_loading

_EVERY_SEA = re.compile(r"(?:ocean|sea|vessel|all|any|maritime|海运|所有|全部)\W*", re.IGNORECASE)
_ALL = re.compile(
    r"(?:all|any|every(?: dc)?|all (?:dcs?|destinations|origins|ports)|任意|所有|全部|\*)\.?", re.IGNORECASE
)


def read_rows(grid: Grid, heads: Heads, ledger: Ledger, parties: Sequence[Said] = ()) -> None:
    """Enter each row as a lane, or leave it as text and say why. `parties` are those that a cell may name in short."""
    first = heads.row + 1
    rows = list(enumerate(grid.rows))[first:]
    columns = {it for it in heads.columns if it is not None}
    doubt = grid.doubt or _doubt(grid, heads, first)
    if _parties_spread(rows, heads):
        doubt = doubt or "its parties seem to go over several rows"
    if any(_is_remark(row) for _, row in rows):
        doubt = doubt or "a remark stands between its rows"
    if doubt is None and not columns & KEYS:
        doubt = "the table has no column for destination, origin or port"
    key = key_columns(heads)
    if doubt is not None:
        ledger.refused_columns |= {str(it) for it in columns}
        for _, row in rows:
            _leave(ledger, row, f"a row of a routing table: {doubt}")
        return
    found: list[RowFound] = []
    for number, row in rows:
        if all(cell is None for cell in row):
            continue
        blank = all(row[at] is None for at in key)
        if blank or any(row[at] is None for at in key[:1]):
            # Nobody can say whether the row goes on with the one above or speaks of something else.
            if found:
                _leave(ledger, grid.rows[number - 1], "a row of a routing table that may go on in the next one")
                refused = found.pop()
                ledger.refused_columns |= set(refused.parties)
            _leave(ledger, row, "a row of a routing table without its key")
            ledger.refused_columns |= {str(it) for it in columns if it in PARTIES}
            continue
        lane = _lane(row, heads, ledger, parties, told_by_loading(heads, grid, first))
        if lane is not None:
            found.append(lane)
        else:
            ledger.refused_columns |= {str(it) for it in columns if it in PARTIES}
    ledger.rows += found
    for line in (line for row in grid.rows[: heads.row + 1] for cell in row if cell is not None for line in cell.lines):
        if first:
            ledger.consumed.add(line)


def _is_remark(row: Sequence[Cell | None]) -> bool:
    """The row is one text over the columns, and no key: it may limit the others."""
    filled = [cell for cell in row if cell is not None]
    return len(filled) == 1 and len(row) > 2 and len(filled[0].said.split()) > 3 and place(filled[0].said) is None


def _parties_spread(rows: Sequence[tuple[int, Sequence[Cell | None]]], heads: Heads) -> bool:
    """Most cells of a party hold one line without an address: the address may stand in the cells below."""
    lines = [
        texts_of(cell.lines)
        for _, row in rows for at, column in enumerate(heads.columns)
        if column in PARTIES and (cell := row[at]) is not None
    ]  # fmt: skip
    parts = [it for it in lines if len(it) == 1 and fault_of(it) is not None and seems_a_part(it[0])]
    return len(lines) > 2 and len(parts) >= len(lines) / 2


def _doubt(grid: Grid, heads: Heads, first: int) -> str | None:
    if heads.unknown:
        return f"a column that is not known: {heads.unknown[0]}"
    for at in heads.at("condition"):
        for row in grid.rows[first:]:
            cell = row[at]
            if cell is not None and not _EVERY_SEA.fullmatch(cell.said):
                return f"a column that says when a row holds: {heads.texts[at]}"
    for column in (*KEYS, *PARTIES, "transshipment"):
        if len(heads.at(column)) > 1:
            return f"two columns of one kind: {heads.texts[heads.at(column)[1]]}"
    return None


def _leave(ledger: Ledger, row: Sequence[Cell | None], why: str) -> None:
    for cell in row:
        if cell is not None:
            ledger.leave(cell.lines, why)


def _lane(
    row: Sequence[Cell | None], heads: Heads, ledger: Ledger, known: Sequence[Said], loading_is_key: bool
) -> RowFound | None:
    when, printed, source, used = {}, [], None, set()
    keys: list[tuple[Column, str]] = [("destination", "destination"), ("origin", "origin")]
    if not heads.at("destination"):
        keys[0] = ("delivery", "destination") if heads.at("delivery") else ("discharge", "destination")
    if loading_is_key:
        keys[1] = ("loading", "origin")
        if keys[0][0] == "discharge":
            keys = keys[1:]
    key = ""
    for column, name in keys:
        for at in heads.at(column):
            cell = row[at]
            if cell is None or _ALL.fullmatch(cell.said):
                if cell is not None:
                    used.add(at)
                continue
            named = key_places(cell, name)
            if named is None:
                _leave(ledger, row, f"a row of a routing table whose {name} was not understood")
                return None
            when[name] = named[0]
            printed += named[1]
            source = source or source_of(cell.lines)
            used.add(at)
            key = key or cell.said
    for at in heads.at("order_prefix"):
        cell = row[at]
        if cell is None:
            continue
        if _ALL.fullmatch(cell.said):
            used.add(at)
            continue
        prefixes = re.split(r"\s*[,;/\n]\s*", cell.text.strip())
        if not all(re.fullmatch(r"[A-Z]{0,4}-?\d{1,6}-?", prefix) for prefix in prefixes):
            _leave(ledger, row, "a row of a routing table whose order numbers were not understood")
            return None
        when["order_prefix"] = tuple(prefixes)
        used.add(at)
    if not when:
        _leave(ledger, row, "a row of a routing table that names no destination, origin or order")
        return None
    cells: list[tuple[str, Cell, str | None]] = []
    ports, open_fields = ports_of(row, heads, cells, loading_is_key, used)
    consignee, notify = parties_of(row, heads, cells, open_fields, known)
    for at, cell in enumerate(row):
        if cell is None:
            continue
        if at in used:
            cells.append((heads.texts[at], cell, None))
        elif heads.columns[at] in ("beside", "remarks", "number", "condition"):
            number = heads.columns[at] == "number" or heads.columns[at] == "condition"
            cells.append((heads.texts[at], cell, None if number else ""))
    lane = GuideLane(
        name=key or None, when=When(**when), when_source=source, as_printed=tuple(printed), consignee=consignee,
        notify_parties=notify, ports=tuple(ports), open=tuple(dict.fromkeys(open_fields)),
    )  # fmt: skip
    roles = tuple(str(it) for it in dict.fromkeys(heads.columns) if it in PARTIES)
    fields = tuple(PORTS[it] for it in dict.fromkeys(heads.columns) if it in PORTS)
    return RowFound(lane, cells, key, roles, fields)
