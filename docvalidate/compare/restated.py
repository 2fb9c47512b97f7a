"""What is said anew is the same only where each wording would pass for the other; a figure that differs never does."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from docvalidate.model import Difference, Party, Place, TransportDocument
from docvalidate.model.change import Change, How
from docvalidate.reference.ports import identify
from docvalidate.reference.spelling import key, words_of
from docvalidate.text.fold import same_text
from docvalidate.text.party import says_nothing

from .notify import paired
from .party import compare_party
from .ports import is_port
from .routing import stated_ports

Entry = TypeVar("Entry")
Pairs = list[tuple[int | None, int | None]]
"""Positions in the old list and in the new one; null on the side where there is none."""
_ALIKE = frozenset({"match", "format_difference"})


def how(old: str | None, new: str | None) -> How:
    """What became of a text that did not stay.

    >>> how(None, "ACME"), how("ACME", None), how("ACME", "ZENITH")
    ('added', 'removed', 'changed')
    """
    return "added" if old is None else "removed" if new is None else "changed"


def text_change(field: str, old: str | None, new: str | None) -> Change | None:
    """How a number, a name or a sentence changed; null where its case, spaces and line breaks did at most.

    >>> text_change("number", "BHL-608", "BHL608").how, text_change("voyage", "016E", "016W").how
    ('rewritten', 'changed')
    """
    if old is None or new is None:
        return None if old == new else Change(field=field, how=how(old, new), old=old, new=new)
    if same_text(old, new):
        return None
    return Change(field=field, how="rewritten" if same_words(old, new) else "changed", old=old, new=new)


def same_words(old: str, new: str) -> bool:
    """The same letters and figures, whatever stands between them.

    >>> same_words("HERON PACIFIC", "Heron-Pacific"), same_words("VOY. 11", "VOY. 11⁸"), same_words("+", "-")
    (True, False, False)
    """
    return key(old) == key(new) != "" and same_figures(old, new)


def same_figures(old: str, new: str) -> bool:
    """The figures are the same ones, in the same order."""
    return _figures(old) == _figures(new)


def party_change(field: str, old: str | None, new: str | None, *, strict: bool = False) -> Change | None:
    """How one party became another; null where its case, spaces and line breaks changed at most.

    A contact line more or less is a change, whichever side has it. Under a letter of credit (`strict`) so is another
    way of writing.

    >>> party_change("consignee", "ACME LLC\\n36 MAIN STREET", "ACME LLC, 36 Main St").how
    'rewritten'
    >>> party_change("consignee", "ACME LLC\\n36 MAIN STREET", "ACME LLC\\n100 MAIN STREET").differences[0].part
    'street number'
    """
    if old is None or new is None or same_text(old, new):
        return text_change(field, old, new)
    there, back = compare_party(old, new), compare_party(new, old)
    alike = not strict and there.status in _ALIKE and back.status in _ALIKE
    return Change(field=field, how="rewritten" if alike else "changed", old=old, new=new, differences=there.differences)


def notify_changes(
    old: Sequence[str], new: Sequence[str], consignee: str | None = None, *, strict: bool = False
) -> Iterator[Change]:
    """How one list of notify parties became another: who changed, who left, who came, and whether the order holds.

    `consignee` is the one that a new party may refer to: SAME AS CONSIGNEE.
    """
    pairs = _pairs(old, new, consignee)
    for before, now in pairs:
        one, other = None if before is None else old[before], None if now is None else new[now]
        change = party_change("notify_party", one, other, strict=strict)
        if change is not None:
            yield change
    kept = [now for before, now in pairs if before is not None and now is not None]
    if kept != sorted(kept):
        # The first notify party is notified first.
        names = [_first_line(old[before]) for before, now in pairs if before is not None and now is not None]
        then = [_first_line(new[now]) for now in sorted(kept)]
        yield Change(field="notify_party", how="reordered", old="\n".join(names), new="\n".join(then))


def _pairs(old: Sequence[str], new: Sequence[str], consignee: str | None) -> Pairs:
    """Who stayed as they were, then whoever fits best, in the order of the old list; those who came are last."""
    partners: dict[int, int] = {}
    rest = list(range(len(new)))
    for before, text in enumerate(old):
        same = next((now for now in rest if same_text(text, new[now])), None)
        if same is not None:
            rest.remove(same)
            partners[before] = same
    others = [before for before in range(len(old)) if before not in partners]
    named = [now for now in rest if not says_nothing(new[now])]
    box = None if consignee is None else Party(text=consignee)
    shown = TransportDocument(consignee=box, notify_parties=tuple(Party(text=new[now]) for now in named))
    best = paired(shown, [old[before] for before in others])
    for before, pair in zip(others, best, strict=False):
        if pair.position is not None:
            partners[before] = named[pair.position]
    came = [now for now in rest if now not in partners.values()]
    return [*((before, partners.get(before)) for before in range(len(old))), *((None, now) for now in came)]


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]


def list_change(
    field: str,
    old: Sequence[Entry],
    new: Sequence[Entry],
    *,
    same: Callable[[Entry, Entry], bool],
    written: Callable[[Entry], str] = str,
) -> Change | None:
    """How one list became another, where the order means nothing; null where each entry is there as it was written.

    `old` and `new` of the change are the entries, one a line; an entry that is the same in other words is `rewritten`.

    >>> list_change("transshipment_port", ["NEW YORK"], ["USNYC"], same=same_port).how
    'rewritten'
    >>> list_change("transshipment_port", ["USNYC"], ["USBAL"], same=same_port).how
    'changed'
    """
    left, gone, rewritten = list(new), [], False
    for entry in old:
        equal = [one for one in left if same(entry, one)]
        if not equal:
            gone.append(entry)
            continue
        literal = next((one for one in equal if same_text(written(entry), written(one))), None)
        rewritten = rewritten or literal is None
        left.remove(equal[0] if literal is None else literal)
    if not (gone or left or rewritten):
        return None
    one, other = ("\n".join(map(written, entries)) or None for entries in (old, new))
    differences = [Difference(part=field, expected=written(entry)) for entry in gone]
    differences += [Difference(part=field, found=written(entry)) for entry in left]
    became = how(one, other) if gone or left else "rewritten"
    return Change(field=field, how=became, old=one, new=other, differences=tuple(differences))


def same_port(old: str, new: str) -> bool:
    """Each name would do for the other; where it cannot be settled which port is meant, it is another one.

    >>> same_port("NEW YORK, NY", "USNYC"), same_port("PORTLAND", "PORTLAND, OR"), same_port("USNYC", "USBAL")
    (True, False, False)
    """
    return is_port(identify(old), new) is True and is_port(identify(new), old) is True and same_detail(old, new)


def same_detail(old: str, new: str) -> bool:
    """What stands around the name of a port leaves it the same; another berth does not, and neither does a route.

    A berth or terminal that only one of the two names is a detail.

    >>> same_detail("BALTIMORE", "BALTIMORE, BERTH 5"), same_detail("BALTIMORE, BERTH 6", "BALTIMORE, BERTH 5")
    (True, False)
    >>> same_detail("NINGBO", "NINGBO VIA BUSAN")
    False
    """
    figures = not _figures(old) or not _figures(new) or same_figures(old, new)
    return figures and _through(old) == _through(new)


def _through(text: str) -> set[tuple[str, ...]]:
    place = TransportDocument(port_of_loading=Place(text=text))
    return {words_of(port.text) for port in stated_ports(place)}


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+", text)
