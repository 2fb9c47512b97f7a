"""Parties, rules and rows become lanes; what contradicts itself is withdrawn, so that no half counts as the whole."""

import re
from collections.abc import Sequence

from docvalidate.model.guide import GuideLane, PortField, Ruled, Said
from docvalidate.model.instruction import PortRule, When

from .ledger import PARTY_NAMES, PORT_NAMES, REFERENCE, Ledger, PartyFound, RowFound, RuleFound

_REFERS = re.compile(
    r"(?:please )?(?:see|refer to|as (?:per|shown|stated|given|listed) (?:in )?)\s*(?:the )?(?:section|table|"
    r"chapter|page|item|paragraph|above|below|appendix)\b[^\n]{0,30}$|"
    r"(?:见|参见|详见)\S{0,12}$",
    re.IGNORECASE,
)
FIELDS: tuple[PortField, ...] = ("transshipment", "loading", "discharge", "delivery")


def lanes_of(ledger: Ledger) -> tuple[GuideLane, ...]:
    """The lanes of a guide. A table's rows come first; what holds for all shipments is in each of them."""
    rows = _distinct(ledger)
    _settle_cells(ledger, rows)
    scopes = _scopes(ledger)
    general = [it for it in ledger.parties if it.scope == "all"]
    consignee, notify, open_parties = _general(ledger, general)
    rules, open_ports = _ports(ledger, [it for it in ledger.rules if it.scope == "all"])
    open_ports |= set(ledger.withheld)
    lanes = [_with_general(ledger, row, consignee, notify, open_parties, rules, open_ports) for row in rows]
    lanes += [_for_places(ledger, scope, rules, open_ports) for scope in scopes]
    if rows:
        _unused(ledger, general, rows)
        return tuple(lanes)
    if consignee is None and notify is None and not rules:
        return tuple(lanes)
    if scopes and (consignee is not None or notify is not None):
        # Beside lanes for places a general party holds for the rest, or nobody knows.
        return (*lanes, _lane(None, consignee, notify, rules, open_parties | open_ports))
    if not scopes:
        lanes.append(_lane(None, consignee, notify, rules, open_parties | open_ports))
    return tuple(lanes)


def _lane(
    when: When | None,
    consignee: Said | None,
    notify: tuple[Said, ...] | None,
    rules: dict[PortField, Ruled],
    open_: set[str],
) -> GuideLane:
    ports = tuple((field, rules[field]) for field in FIELDS if field in rules)
    return GuideLane(when=when, consignee=consignee, notify_parties=notify, ports=ports, open=tuple(sorted(open_)))


def _distinct(ledger: Ledger) -> list[RowFound]:
    """Rows whose conditions no other row shares: two for one shipment say nothing that can be followed."""
    rows = list(ledger.rows)
    shared = {
        id(row) for row in rows for other in rows if row is not other and _overlap(row.lane.when, other.lane.when)
    }
    for row in rows:
        if id(row) in shared:
            for _, cell, _ in row.cells:
                ledger.leave(cell.lines, "a row of a routing table; another row speaks of the same shipments")
            row.cells.clear()
            ledger.refused_columns |= set(row.parties)
    ledger.rows = [row for row in rows if id(row) not in shared]
    return ledger.rows


def _overlap(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return True
    for name in ("destination", "origin", "order_prefix"):
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine is not None and theirs is not None and not set(mine) & set(theirs):
            return False
    return True


def _settle_cells(ledger: Ledger, rows: Sequence[RowFound]) -> None:
    for row in rows:
        for _, cell, why in row.cells:
            if why is None:
                ledger.consume(line for line in cell.lines if line not in ledger.why)
        for _, cell, why in row.cells:
            if why is not None:
                ledger.leave(cell.lines, why or "")


def _scopes(ledger: Ledger) -> list[tuple[str, ...]]:
    scopes = [*(it.scope for it in ledger.parties), *(it.scope for it in ledger.rules)]
    return list(dict.fromkeys(it for it in scopes if isinstance(it, tuple)))


def _general(ledger: Ledger, parties: Sequence[PartyFound]) -> tuple[Said | None, tuple[Said, ...] | None, set[str]]:
    """Consignee and notify parties among these; none where one of its kind is open, for the list would not be whole."""
    open_: set[str] = set()
    rivals = {it.caption.party for it in ledger.parties if it.scope == "open" and not _says_nothing(it)}
    consignees = [it for it in parties if it.caption.party == "consignee"]
    consignee = _one(ledger, consignees, "consignee" in rivals or "consignee" in ledger.refused_columns)
    if consignee is None and consignees:
        open_.add("consignee")
    notifies = [it for it in parties if it.caption.party == "notify"]
    refused = "notify" in rivals or bool({"notify", "notify2"} & ledger.refused_columns)
    notify = _list(ledger, notifies, consignee, refused)
    if notify is None and notifies:
        open_.add("notify_parties")
    return consignee, notify, open_


def _one(ledger: Ledger, found: Sequence[PartyFound], refused: bool) -> Said | None:
    right = [it for it in found if it.fault is None and it.said is not None and not it.same]
    texts = {_folded(it.said) for it in right if it.said is not None}
    named = [it for it in found if not _says_nothing(it)]
    if not right or len(texts) != 1 or len(right) < len(named) or refused:
        why = (
            "another one is named for other shipments"
            if refused
            else "more than one is named"
            if len(texts) > 1
            else "another was not understood"
        )
        _withdraw(ledger, right, f"consignee not taken: {why}")
        return None
    return right[0].said


def _list(
    ledger: Ledger, found: Sequence[PartyFound], consignee: Said | None, refused: bool
) -> tuple[Said, ...] | None:
    right: dict[int, list[PartyFound]] = {}
    for it in found:
        right.setdefault(it.caption.order, []).append(it)
    resolved: list[Said] = []
    fault = "another one is named for other shipments" if refused else None
    if sorted(right) != list(range(1, len(right) + 1)):
        # A second one without a first: the list is not whole, or the figure is that of a footnote.
        fault = fault or "its number says that another one goes before it"
    for order in sorted(right):
        whole = [it for it in right[order] if not _says_nothing(it)]
        texts = {_folded(it.said) for it in whole if it.said is not None}
        if any(it.fault is not None for it in whole):
            fault = fault or "one of the notify parties was not understood"
        elif len(texts) > 1:
            fault = fault or "more than one is named in the same place"
        elif whole and whole[0].said is not None:
            said = whole[0].said
            if whole[0].same:
                if consignee is None:
                    fault = fault or "it refers to a consignee that was not understood"
                    continue
                said = Said(text=consignee.text, source=said.source)
            resolved.append(said)
    if fault is not None or not resolved:
        _withdraw(ledger, [it for it in found if it.fault is None], f"notify party not taken: {fault}")
        return None
    return tuple(resolved)


def _says_nothing(found: PartyFound) -> bool:
    """It only refers to another place in the guide."""
    return found.fault == REFERENCE or (found.said is not None and bool(_REFERS.match(found.said.text)))


def _withdraw(ledger: Ledger, found: Sequence[PartyFound], why: str) -> None:
    for it in found:
        ledger.leave([*it.head, *it.lines], why)


def _folded(said: Said | None) -> str:
    return " ".join(said.text.casefold().replace(",", " ").split()) if said is not None else ""


def _ports(ledger: Ledger, found: Sequence[RuleFound]) -> tuple[dict[PortField, Ruled], set[str]]:
    """The rules for each port put together; those that contradict each other are withdrawn."""
    rules: dict[PortField, Ruled] = {}
    open_: set[str] = set()
    for field in FIELDS:
        own = [it for it in found if it.field == field]
        if not own:
            continue
        merged = merge([it.ruled for it in own])
        if merged is None:
            for it in own:
                ledger.leave(it.lines, f"{PORT_NAMES[field]}: two rules that contradict each other")
            open_.add(field)
        else:
            rules[field] = merged
    return rules, open_


def merge(rules: Sequence[Ruled]) -> Ruled | None:
    """Several rules for one port as one; null where they contradict each other."""
    given = [it.rule for it in rules if it.rule is not None]
    if not given:
        return None
    lists = {tuple(sorted(rule.allowed)) for rule in given if rule.allowed is not None}
    required = tuple(dict.fromkeys(port for rule in given for port in rule.required))
    forbidden = tuple(dict.fromkeys(port for rule in given for port in rule.forbidden))
    if len(lists) > 1:
        return None
    allowed = next((rule.allowed for rule in given if rule.allowed is not None), None)
    if set(forbidden) & {*required, *(allowed or ())} or (allowed is not None and set(required) - set(allowed)):
        return None
    said = tuple(dict.fromkeys(it for rule in rules for it in rule.said))
    printed = tuple(dict.fromkeys(it for rule in rules for it in rule.as_printed))
    return Ruled(rule=PortRule(required=required, allowed=allowed, forbidden=forbidden), said=said, as_printed=printed)


def _with_general(
    ledger: Ledger, row: RowFound, consignee: Said | None, notify: tuple[Said, ...] | None, open_parties: set[str],
    rules: dict[PortField, Ruled], open_ports: set[str],
) -> GuideLane:  # fmt: skip
    lane, open_ = row.lane, set(row.lane.open)
    ports = dict(lane.ports)
    for field in FIELDS:
        if field in rules:
            merged = merge([it for it in (ports.get(field), rules[field]) if it is not None])
            if merged is None:
                ports.pop(field, None)
                open_.add(field)
                _contradiction(ledger, row, field)
            else:
                ports[field] = merged
        if field in open_ports:
            open_.add(field)
    if "consignee" not in row.parties:
        lane = lane.model_copy(update={"consignee": consignee})
        open_ |= open_parties & {"consignee"}
    if not {"notify", "notify2"} & set(row.parties):
        lane = lane.model_copy(update={"notify_parties": notify})
        open_ |= open_parties & {"notify_parties"}
    ordered = tuple((field, ports[field]) for field in FIELDS if field in ports and ports[field].rule is not None)
    return lane.model_copy(update={"ports": ordered, "open": tuple(sorted(open_))})


def _contradiction(ledger: Ledger, row: RowFound, field: PortField) -> None:
    why = f"{PORT_NAMES[field]}: the table and the text contradict each other"
    said = dict(row.lane.ports).get(field)
    for number, (head, cell, _) in enumerate(row.cells):
        if said is not None and any(cell.text == it.text for it in said.said):
            row.cells[number] = head, cell, why
            ledger.leave(cell.lines, why)
    for found in ledger.rules:
        if found.field == field and found.scope == "all":
            ledger.leave(found.lines, why)


def _for_places(
    ledger: Ledger, scope: tuple[str, ...], rules: dict[PortField, Ruled], open_ports: set[str]
) -> GuideLane:
    own = [it for it in ledger.parties if it.scope == scope]
    consignee, notify, open_ = _general(ledger, own)
    mine, contradicting = _ports(ledger, [it for it in ledger.rules if it.scope in (scope, "all")])
    ports = {**rules, **mine}
    for field in contradicting:
        ports.pop(field, None)  # type: ignore[call-overload]
    lane = _lane(When(destination=scope), consignee, notify, ports, open_ | open_ports | contradicting)
    source = next((it.head[0] for it in own if it.head), None)
    name = " ".join(source.text.split()).strip(" :：") if source is not None else None
    return lane.model_copy(update={"name": name})


def _unused(ledger: Ledger, general: Sequence[PartyFound], rows: Sequence[RowFound]) -> None:
    """A general party beside a table that names its own in every row: which of them holds, a person must say."""
    columns = [set(row.parties) for row in rows]
    for party, names in (("consignee", {"consignee"}), ("notify", {"notify", "notify2"})):
        if all(names & own for own in columns):
            right = [it for it in general if it.caption.party == party and it.fault is None]
            _withdraw(ledger, right, f"{PARTY_NAMES[party]} not taken: the table names its own")
