"""A routing table is read by the heads of its columns: a row is a lane where its key, ports and parties are plain."""

import re
from collections.abc import Sequence

from docvalidate.model.guide import GuideLane, PortField, Ruled, Said
from docvalidate.model.instruction import When
from docvalidate.reference.countries import country_code
from docvalidate.reference.states import states_named

from .blocks import fault_of, is_same_as, party_text, seems_a_part
from .captions import Column, caption_of, column_of
from .ledger import PORT_NAMES, Ledger, RowFound
from .lines import Cell, Grid, source_of, texts_of
from .ports import ANY, TERMINAL, names_a_terminal, place, places, understood
from .sentences import rule_of

KEYS: frozenset[Column] = frozenset({"destination", "origin", "loading", "discharge", "delivery"})
PARTIES: frozenset[Column] = frozenset({"consignee", "notify", "notify2"})
PORTS: dict[Column, PortField] = {
    "transshipment": "transshipment", "loading": "loading", "discharge": "discharge", "delivery": "delivery",
}  # fmt: skip
_EVERY_SEA = re.compile(r"(?:ocean|sea|vessel|all|any|maritime|海运|所有|全部)\W*", re.IGNORECASE)
_ALL = re.compile(
    r"(?:all|any|every(?: dc)?|all (?:dcs?|destinations|origins|ports)|任意|所有|全部|\*)\.?", re.IGNORECASE
)
_REST = re.compile(
    r"\b(?:other|others|else|remaining|rest|default|various|multiple|except|not|tb[acdn]|see|per)\b|其他|其余",
    re.IGNORECASE,
)
_DC = re.compile(
    r"\s*[-–—]?\s*\b(?:dc|distribution cent(?:er|re)|warehouse|whse|fulfil?lment cent(?:er|re)|"
    r"store)\b\.?(?:\s*(?:no\.?|#)?\s*\d{1,5})?\s*[-–—:]?\s*|"
    r"^#?\d{1,5}\s*[-–—:]\s*",
    re.IGNORECASE,
)
_HISTORY = re.compile(r"\b(?:rev(?:ision)?|version|ver|issue)\b|版本|修订", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:description|changes?|reason|summary|section|amendment|author|approved|details|comments?)\b|内容|说明|变更|修改",
    re.IGNORECASE,
)


_SHIP_TO = re.compile(r"(?:ship|deliver(?:y)?)[ -]to|delivery address", re.IGNORECASE)


class Heads:
    """The columns of a table by their heads."""

    def __init__(
        self, row: int, columns: tuple[Column | None, ...], texts: tuple[str, ...], lefts: tuple[float, ...]
    ) -> None:
        self.row, self.columns, self.texts, self.lefts = row, columns, texts, lefts

    def at(self, column: Column) -> list[int]:
        """Where the columns of that kind are."""
        return [place for place, it in enumerate(self.columns) if it == column]

    @property
    def unknown(self) -> list[str]:
        """Heads that nobody knows."""
        return [text for column, text in zip(self.columns, self.texts, strict=True) if column is None and text]


def heads_of(grid: Grid) -> Heads | None:
    """The row of heads, one of the first four; null where the table is none of routings or parties."""
    for number, row in enumerate(grid.rows[:4]):
        texts = tuple(cell.said if cell is not None else "" for cell in row)
        columns = tuple(column_of(text) if text else None for text in texts)
        known = [it for it in columns if it is not None]
        useful = [it for it in known if it in KEYS or it in PARTIES or it == "transshipment"]
        named = [text for text in texts if text]
        if len(known) >= 2 and useful and len(set(texts)) > 1 and len(known) >= len(named) / 2:
            return Heads(number, columns, texts, grid.lefts)
    return None


def is_history(grid: Grid) -> bool:
    """The table lists what changed from version to version."""
    for row in grid.rows[:2]:
        texts = [cell.said for cell in row if cell is not None]
        if any(_HISTORY.search(text) and len(text) < 30 for text in texts) and any(
            _CHANGE.search(text) and len(text) < 40 for text in texts
        ):
            return True
    return False


def has_party_columns_only(grid: Grid, heads: Heads) -> bool:
    """The table sets parties beside each other, and has no key."""
    for at, (text, column) in enumerate(zip(heads.texts, heads.columns, strict=True)):
        if column in PARTIES or not text:
            continue
        first = next((cell.said for row in grid.rows[heads.row + 1 :] if (cell := row[at]) is not None), "")
        # Under "Ship to" stands the key of a row, or one more address.
        other = caption_of(text)
        if not (_SHIP_TO.fullmatch(text) or (other is not None and other.other)) or place(first) is not None:
            return False
    return True


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
    key = _key(heads)
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
        lane = _lane(row, heads, ledger, parties, _loading_is_key(heads, grid, first))
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


def _key(heads: Heads) -> list[int]:
    for column in ("destination", "delivery", "discharge", "origin", "loading"):
        if heads.at(column):
            return heads.at(column)
    return []


def _loading_is_key(heads: Heads, grid: Grid, first: int) -> bool:
    """The same destination stands in several rows, or there is none: then the port of loading tells the rows apart."""
    if not heads.at("loading") or heads.at("origin"):
        return False
    key = heads.at("destination") or heads.at("delivery")
    if not key:
        return True
    seen = [cell.said.casefold() for row in grid.rows[first:] if (cell := row[key[0]]) is not None]
    return len(set(seen)) < len(seen)


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
            named = _key_places(cell, name)
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
    ports, open_fields = _ports(row, heads, cells, loading_is_key, used)
    consignee, notify = _parties(row, heads, cells, open_fields, known)
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


def _key_places(cell: Cell, name: str) -> tuple[tuple[str, ...], list[str]] | None:
    """The places of a key: codes, or the print where no list knows it; null where the cell says something else."""
    text = cell.said
    if _REST.search(text) or len(text) > 90 or re.search(r"[*†‡§¹²³⁴⁵]|\(\d\)$", text):
        return None
    named = places(cell.text) or places(text) or places(_DC.sub(" ", text).strip(" ()（）-–—,"))
    if named is not None:
        return named[0], list(named[1])
    bracket = re.fullmatch(r"(?P<name>[^()（）]+?)\s*[(（](?P<more>[^()（）]+)[)）]", text)
    if bracket:
        outside, inside = place(_DC.sub(" ", bracket["name"]).strip()), place(_DC.sub(" ", bracket["more"]).strip())
        if outside and inside and outside != inside:
            return (text,), [text]
        if outside or inside:
            return ((outside or inside or text),), [it for it in (outside or inside,) if it and len(it) != 5]
    whole_land = bool(country_code(text) or states_named(text) or seems_a_part(text)) and name == "destination"
    if whole_land or len(text.split()) > 8 or re.search(r"[.!?:;]\s", text):
        return None
    return (text,), [text]


def _ports(
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


def _parties(
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
