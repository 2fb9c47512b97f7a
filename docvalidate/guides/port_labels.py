"""What stands behind or under a label of a port is its rule where every word is understood, and else withholds it."""

from docvalidate.model.guide import Ruled, Said

from .contexts import in_paragraph
from .ledger import PORT_NAMES, Ledger, RuleFound
from .lines import Column, source_of, texts_of
from .ports import ANY, TERMINAL, names_a_terminal, understood
from .sentences import rule_of, sentences_of
from .spots import Spot, lines_under


def read_port(spot: Spot, ledger: Ledger, body: tuple[int, int]) -> int:
    """How many lines the label at this spot and its value take; 0 where it gives no rule."""
    caption, column, at, right, scope = spot.caption, spot.column, spot.at, spot.right, spot.scope
    line = spot.line
    assert caption.port is not None
    taken, lines, text = 1, [line, *right], spot.inline or "\n".join(texts_of(right))
    if not text.strip():
        # A heading over its value: a short paragraph with nothing else in it, or sentences that are rules.
        under = lines_under(column, at, ledger, body)
        text = "\n".join(texts_of(under))
        if not under or any(map(rule_of, sentences_of(" ".join(text.split())))):
            return 0
        taken, lines = 1 + len(under), [line, *under]
    elif not right and _goes_on(column, at):
        text = f"{text}\n…"
    told = understood(caption.port, text)
    said_rule = rule_of(text) if told is None else None
    if told is None and (said_rule is None or said_rule.field != caption.port):
        ledger.leave(lines, f"{PORT_NAMES[caption.port]} not understood")
        ledger.withheld.add(caption.port)
        return taken
    if told == ANY:
        ledger.consume(lines)
        return taken
    rule = told.rule if told is not None else said_rule.rule if said_rule is not None else None
    printed = told.as_printed if told is not None else said_rule.as_printed if said_rule is not None else ()
    if rule is None:
        return 0
    if scope in ("open", "elsewhere"):
        ledger.leave(lines, f"{PORT_NAMES[caption.port]}: it is not plain for which shipments it holds")
        ledger.withheld.add(caption.port)
        return taken
    ruled = Ruled(rule=rule, said=(Said(text=text, source=source_of(lines)),), as_printed=printed)
    ledger.rules.append(RuleFound(caption.port, ruled, lines, scope))
    ledger.consume(lines)
    if names_a_terminal(text):
        ledger.leave(lines, TERMINAL)
    return taken


def _goes_on(column: Column, at: int) -> bool:
    """What stands behind a label goes on in the next line, or is limited there."""
    if at + 1 >= len(column.lines):
        return False
    line = column.lines[at + 1]
    return in_paragraph(column, at + 1) or (
        (not line.after_blank and line.text[:1] in "(（*") or line.text[:1].islower()
    )
