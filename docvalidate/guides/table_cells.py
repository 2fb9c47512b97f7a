"""A cell under a known head is a party or a port rule where every word of it is plain, and else stays text."""

from collections.abc import Sequence

from docvalidate.model.guide import PortField, Ruled, Said

from .blocks import fault_of, is_same_as, party_text
from .ledger import PORT_NAMES
from .lines import Cell, source_of, texts_of
from .ports import ANY, TERMINAL, names_a_terminal, understood
from .sentences import rule_of
from .table_heads import PORTS, Heads


def ports_of(
    row: Sequence[Cell | None],
    heads: Heads,
    cells: list[tuple[str, Cell, str | None]],
    loading_is_key: bool,
    used: set[int],
) -> tuple[list[tuple[PortField, Ruled]], list[str]]:
    ports: list[tuple[PortField, Ruled]] = []
    open_fields: list[str] = []
    for at, column in enumerate(heads.columns):
        cell = row[at]
        field = PORTS.get(column) if column is not None else None
        if field is None or (column == "loading" and loading_is_key) or (column == "delivery" and at in used):
            continue
        if cell is None:
            continue
        told = cell_rule(field, cell)
        if told is None:
            open_fields.append(field)
            cells.append((heads.texts[at], cell, f"{PORT_NAMES[field]} not understood"))
            continue
        terminal = TERMINAL if told.rule is not None and names_a_terminal(cell.said) else None
        cells.append((heads.texts[at], cell, terminal))
        if told.rule is not None:
            ports.append((field, told))
    return ports, open_fields


def cell_rule(field: PortField, cell: Cell) -> Ruled | None:
    """The rule that a cell gives, without ports where it leaves the choice; null where it was not understood."""
    told = understood(field, cell.text)
    if told is None:
        sentence = rule_of(cell.said)
        if sentence is None or sentence.field != field:
            return None
        return Ruled(rule=sentence.rule, said=(_said(cell),), as_printed=sentence.as_printed)
    if told == ANY or told.rule is None:
        return Ruled(rule=None, said=(_said(cell),))
    return Ruled(rule=told.rule, said=(_said(cell),), as_printed=told.as_printed)


def _said(cell: Cell) -> Said:
    return Said(text=cell.text, source=source_of(cell.lines))


def parties_of(
    row: Sequence[Cell | None], heads: Heads, cells: list[tuple[str, Cell, str | None]], open_fields: list[str],
    known: Sequence[Said],
) -> tuple[Said | None, tuple[Said, ...] | None]:  # fmt: skip
    consignee: Said | None = None
    for at in heads.at("consignee"):
        cell = row[at]
        said, fault = _party(cell, known)
        if said is None or is_same_as(said.text):
            open_fields.append("consignee")
            if cell is not None:
                cells.append((heads.texts[at], cell, f"consignee not understood: {fault or 'it refers to itself'}"))
            continue
        consignee = said
        if cell is not None:
            cells.append((heads.texts[at], cell, None))
    notify: list[Said] = []
    places_ = [*heads.at("notify"), *heads.at("notify2")]
    read = [(at, *_party(row[at], known)) for at in places_ if row[at] is not None or at in heads.at("notify")]
    for _, said, fault in read:
        if said is not None and is_same_as(said.text):
            said, fault = (Said(text=consignee.text, source=said.source), None) if consignee else (None, "no consignee")
        if said is None:
            open_fields.append("notify_parties")
            notify = []
            for other, _, _ in read:
                cell = row[other]
                if cell is not None:
                    cells.append((heads.texts[other], cell, f"notify party not understood: {fault or 'one of them'}"))
            return consignee, None
        notify.append(said)
    for at, _, _ in read:
        cell = row[at]
        if cell is not None:
            cells.append((heads.texts[at], cell, None))
    return consignee, tuple(notify) or None


def _party(cell: Cell | None, known: Sequence[Said]) -> tuple[Said | None, str | None]:
    if cell is None:
        return None, "the cell is free"
    lines = texts_of(cell.lines)
    text = party_text(lines)
    source = source_of(cell.lines)
    if is_same_as(text):
        return Said(text=text, source=source), None
    fault = fault_of(lines)
    if fault is None:
        return Said(text=text, source=source), None
    same = [it for it in known if it.text.partition("\n")[0].casefold() == " ".join(text.split()).casefold()]
    if len({it.text for it in same}) == 1:
        return Said(text=same[0].text, source=source), None
    return None, fault
