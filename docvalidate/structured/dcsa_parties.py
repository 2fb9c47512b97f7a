"""Who is who on a DCSA paper: version 3 names each role, other versions and notices list parties by their function."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docvalidate.errors import UnreadableDocument
from docvalidate.model.document import Party

from .dcsa import Paper
from .dcsa_party import party_of
from .json_values import first, flag, shown
from .parties import block

MOST_PARTIES = 40
_ROLES = {
    "shipper": "shipper", "OS": "shipper", "SHIPPER": "shipper",
    "consignee": "consignee", "CN": "consignee", "CONSIGNEE": "consignee",
    "endorsee": "endorsee", "END": "endorsee", "ZZZ": "endorsee",
    "onBehalfOfConsignee": "behalf",
    "carriersAgentAtDestination": "agent", "CG": "agent",
    "DDR": "forwarder",
    "N1": "notify 1", "firstNotifyParty": "notify 1", "FIRST_NOTIFY_PARTY": "notify 1", "notifyParty": "notify 1",
    "N2": "notify 2", "secondNotifyParty": "notify 2", "SECOND_NOTIFY_PARTY": "notify 2",
    "NI": "notify 3", "otherNotifyParty": "notify 3", "OTHER_NOTIFY_PARTY": "notify 3", "notifyParties": "notify 3",
}  # fmt: skip
_ULTIMATE = frozenset({"UC", "DP", "ST"})
"""Ultimate consignee, delivery party, ship to (UNCL 3035): the goods go to them, and no box of a bill names them."""
_FIELDS = {"consignee": "consignee", "endorsee": "consignee", "behalf": "consignee"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A party in its place; `outer` is the entry of a list that holds it beside its function."""

    path: str
    party: Any
    outer: dict[str, Any] = field(default_factory=dict)
    caption: str | None = None


class Parties:
    """The parties of one paper."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self._by_role: dict[str, list[Entry]] = {}
        path, value = paper.at("documentParties")
        for role, entry in _listed(paper, value, path) if isinstance(value, list) else _named(paper, value, path):
            self._by_role.setdefault(role, []).append(entry)
        if sum(map(len, self._by_role.values())) > MOST_PARTIES:
            raise UnreadableDocument(f"more than {MOST_PARTIES} parties: no document has so many", "too-large")

    def one(self, role: str) -> Party | None:
        """The party of a role; a second one that differs is a doubt."""
        field = _FIELDS.get(role)
        entries = self._by_role.get(role, [])
        found = [party for party in (self._party(entry, field) for entry in entries) if party is not None]
        if field is not None and len({party.text for party in found}) > 1:
            said = zip(found, entries, strict=False)
            self.paper.doubt("ambiguous", field, *((party.text, entry.path) for party, entry in said))
        return found[0] if found else None

    def consignee(self) -> Party | None:
        """The consignee; an order bill names its endorsee instead, or nobody."""
        paper = self.paper
        path, value = paper.at("isToOrder")
        to_order = flag(value)
        named, endorsee = self.one("consignee"), self._endorsee()
        if value is not None and to_order is None:
            paper.doubt("unreadable", "consignee", (shown(value), path))
        self._on_behalf()
        if named is None and endorsee is None:
            return block(paper.source(path), ["TO ORDER"]) if to_order else None
        told = [(party.text, party.source.path or path) for party in (named, endorsee) if party and party.source]
        if len(told) > 1 or (named is not None and to_order and not named.to_order):
            paper.doubt("ambiguous", "consignee", *told, *([("TO ORDER", path)] if to_order and len(told) < 2 else []))
        elif endorsee is not None and to_order is False:
            paper.doubt("ambiguous", "consignee", *told, ("isToOrder: false", path))
        return named or endorsee

    def notify_parties(self) -> tuple[Party, ...]:
        """All notify parties in order; a consignee or endorsee that is to be notified comes first.

        The standard leaves open how that is printed, and says that the listed ones then move down by one.
        """
        found: list[Party | None] = []
        if self._is_notified("consignee"):
            path = f"{self._by_role['consignee'][0].path}.isNotifyParty"
            found.append(block(self.paper.source(path), ["SAME AS CONSIGNEE"]))
        elif self._is_notified("endorsee"):
            # A consignee TO THE ORDER OF somebody names nobody to notify; the endorsee does.
            found.append(self._party(self._by_role["endorsee"][0], "notify_party"))
        self._others_notified()
        for role in ("notify 1", "notify 2", "notify 3"):
            found += [self._party(entry, "notify_party") for entry in self._by_role.get(role, [])]
        return tuple(party for party in found if party is not None)

    def order_numbers(self) -> Iterator[tuple[str, Any]]:
        """Where the references stand that the parties bring along."""
        for role in ("consignee", "shipper", "notify 1", "notify 3"):
            for entry in self._by_role.get(role, [])[:1]:
                it = entry.party if isinstance(entry.party, dict) else {}
                for key in ("purchaseOrderReferences", "reference"):
                    yield f"{entry.path}.{key}", it.get(key)

    def _endorsee(self) -> Party | None:
        entries = self._by_role.get("endorsee", [])
        self.one("endorsee")
        return self._party(entries[0], "consignee", before="TO THE ORDER OF") if entries else None

    def _on_behalf(self) -> None:
        """Who may act for the consignee in the documents is no part of the consignee's box; a person is told so."""
        behalf = self.one("behalf")
        if behalf is not None and behalf.source is not None and behalf.source.path is not None:
            said = f"may act on behalf of the consignee, no part of its box: {behalf.text}"
            self.paper.doubt("convention", "consignee", (said, behalf.source.path))

    def _is_notified(self, role: str) -> bool:
        for entry in self._by_role.get(role, [])[:1]:
            it = entry.party if isinstance(entry.party, dict) else {}
            value = it.get("isNotifyParty")
            if value is not None and flag(value) is None:
                self.paper.doubt("unreadable", "notify_party", ("isNotifyParty", f"{entry.path}.isNotifyParty"))
            # Version 2 asks whether the party hears of the arrival, and leaves open whether the bill names it for that.
            older = first({**entry.outer, **it}, "isToBeNotified")[1]
            if value is None and older is not None and flag(older) is not False:
                said = f"{role}: isToBeNotified {shown(older)}"
                self.paper.doubt("ambiguous", "notify_party", (said, f"{entry.path}.isToBeNotified"))
            return flag(value) is True
        return False

    def _others_notified(self) -> None:
        """The standard has the mark for the consignee and the endorsee alone; on another party it may be meant."""
        path, value = self.paper.at("documentParties")
        others = value.items() if isinstance(value, dict) else ()
        for key, it in others:
            role = _ROLES.get(key, "")
            mark = it.get("isNotifyParty") if isinstance(it, dict) else None
            if mark is not None and flag(mark) is not False and role not in _FIELDS and not role.startswith("notify"):
                name = shown(it.get("partyName"))
                self.paper.doubt("ambiguous", "notify_party", (f"{key}: {name}", f"{path}.{key}.isNotifyParty"))

    def _party(self, entry: Entry, field: str | None, *, before: str = "") -> Party | None:
        party = party_of(self.paper, entry.party, entry.path, field, before=before, entry=entry.outer)
        if party is not None and field is not None:
            whole = entry.path.removesuffix(".party") if entry.outer else entry.path
            self.paper.parties[whole] = field, party
        if party is None or entry.caption is None:
            return party
        return party.model_copy(update={"source": self.paper.source(entry.path, entry.caption)})


def _named(paper: Paper, value: Any, path: str) -> Iterator[tuple[str, Entry]]:
    """The roles of version 3, and the parties that it lists as others by their function."""
    parties = paper.object(value, path, "consignee")
    for key, role in _ROLES.items():
        it = parties.get(key)
        if it is None:
            continue
        where = f"{path}.{key}"
        field = _FIELDS.get(role) or ("notify_party" if role.startswith("notify") else None)
        for place, item in paper.objects(it, where, field):
            inside = item.get("party")
            yield role, Entry(f"{place}.party", inside, item) if isinstance(inside, dict) else Entry(place, item)
    yield from _listed(paper, parties.get("other"), f"{path}.other")


def _listed(paper: Paper, value: Any, path: str) -> Iterator[tuple[str, Entry]]:
    """Parties of a list, each with its function (UNCL 3035)."""
    for place, item in paper.objects(value, path, "notify_party"):
        function = paper.text(item.get("partyFunction"), f"{place}.partyFunction", "notify_party")
        role = _ROLES.get(function)
        inside = item.get("party")
        where, it = (f"{place}.party", inside) if inside is not None else (place, item)
        entry = Entry(where, it, item if inside is not None else {}, f"partyFunction {function}")
        if role is not None:
            yield role, entry
        elif function.upper() in _ULTIMATE:
            named = party_of(paper, it, where, "consignee")
            said = named.text if named else function
            paper.doubt("ambiguous", "consignee", (f"{function}: {said}", where))
        elif not function or (function.upper().startswith("N") and function != "NAC"):
            # Whom a notice goes to is settled by the function alone.
            paper.doubt("unreadable", "notify_party", (function or "partyFunction", f"{place}.partyFunction"))
