"""What a version would change, in words: the orders that it touches first, and in each the fields."""

from collections.abc import Iterator

from docvalidate.model.affected import Affected, CheckEffect, FieldEffect, OrderEffect
from docvalidate.wording import phrase

from .typesetting import paint, visible, wrap

_STYLES = {"breaks": "red", "mends": "green", "changes": "yellow", "restated": None}


def text_of(found: Affected, *, language: str, color: bool, width: int) -> str:
    """The whole as one text."""
    facts = {"version": found.version, "received": found.received.isoformat()}
    if found.effective_from is not None:
        dates = _say("begins", language, **facts, effective_from=found.effective_from.isoformat())
    else:
        dates = _say("begins_not", language, **facts)
    title = _say("title", language, customer=found.customer, version=found.version, date=found.as_of.isoformat())
    out = [*wrap(visible(title), width), *wrap(visible(dates), width, "  "), ""]
    nameless = []
    if found.without_order:
        nameless = wrap(_say("without_order", language, count=str(found.without_order)), width)
    if not found.orders:
        return "\n".join([*out, _say("none", language), *nameless]) + "\n"
    for order in sorted(found.orders, key=lambda order: not order.changes):
        out += [*_order(order, found.version, language, color, width), ""]
    counts = {
        "orders": len(found.orders),
        "changed": sum(order.changes for order in found.orders),
        "unconfirmed": sum(order.needs_confirmation for order in found.orders),
    }
    totals = _say("totals", language, **{name: str(count) for name, count in counts.items()})
    return "\n".join([*out, *wrap(totals, width), *nameless]) + "\n"


def _order(order: OrderEffect, version: str, language: str, color: bool, width: int) -> Iterator[str]:
    state = _say("changes" if order.changes else "stays", language)
    first, *rest = wrap(visible(_say("order", language, order=order.order, state=state)), width)
    yield paint(first, "bold" if order.changes else None, color)
    yield from rest
    for effect in order.checks:
        yield from _check(effect, version, language, color, width)
    if not order.checks:
        key = "unchecked" if order.asks_for else "unchecked_same"
        said = _say(key, language, version=order.version or "–", fields="; ".join(order.asks_for))
        yield from wrap(visible(said), width, "    ")
    if order.needs_confirmation:
        yield from wrap(visible(_say("needs_confirmation", language, version=version)), width, "    ")


def _check(effect: CheckEffect, version: str, language: str, color: bool, width: int) -> Iterator[str]:
    check = effect.check
    paper = ", ".join(filter(None, (check.document, check.number))) or "–"
    said = _say("check", language, date=check.as_of.isoformat(), document=paper, version=check.version or "–")
    yield from wrap(visible(said), width, "    ")
    if effect.held in ("unreadable", "report_missing"):
        yield from wrap(_say(effect.held, language), width, "    ")
        return
    key = "verdict_stays" if effect.before == effect.after else "verdict_changes"
    yield from wrap(_say(key, language, before=effect.before or "–", after=effect.after or "–"), width, "    ")
    for field in effect.fields:
        yield from _field(field, (check.version or "–", version), language, color, width)


def _field(effect: FieldEffect, versions: tuple[str, str], language: str, color: bool, width: int) -> Iterator[str]:
    before, after = effect.before, effect.after
    before_version, after_version = versions
    was, is_now = (one.status if one is not None else "not_required" for one in (before, after))
    key = "restated" if effect.effect == "restated" else "field_none" if was == "not_required" else "field"
    first, *rest = wrap(visible(_say(key, language, field=effect.field, before=was, after=is_now)), width, "    - ")
    yield paint(first, _STYLES[effect.effect], color)
    yield from rest
    inner = "        "
    texts = [(_instructed(after_version, language), after)]
    if effect.effect == "restated":
        texts.insert(0, (_instructed(before_version, language), before))
    for label, one in texts:
        if one is not None and one.expected:
            yield from wrap(visible(f"{label}: {_one_line(one.expected)}"), width, inner)
    found = after if after is not None and after.found else before
    if found is not None and found.found:
        yield from wrap(visible(f"{phrase('report', 'found', language, {})}: {_one_line(found.found)}"), width, inner)


def _instructed(version: str, language: str) -> str:
    return phrase("report", "expected", language, {"version": version})


def _one_line(text: str) -> str:
    return " / ".join(text.splitlines())


def _say(key: str, language: str, **words: str) -> str:
    return phrase("affected", key, language, words)
