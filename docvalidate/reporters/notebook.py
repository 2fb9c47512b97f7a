"""The notebook view: one HTML fragment with its styles inside; every text from a paper is escaped."""

from collections.abc import Iterable
from html import escape

from docvalidate.model import Check, Finding, Report, TransportDocument
from docvalidate.wording import phrase, word

from .document import rows
from .places import where
from .side_by_side import Block, blocks, mark_for
from .typesetting import visible

_LANGUAGE = "en"
_COLORS = {"held": "#b3261e", "cleared": "#1b6e3c", "unverified": "#8a5a00"}
_CELL = "vertical-align:top;text-align:left;padding:4px 10px;border-top:1px solid #8884;white-space:pre-wrap"
_STATUS = {"match": "cleared", "format_difference": "cleared", "waived": "cleared", "mismatch": "held"}


def report(value: Report) -> str:
    """Verdict, what the draft was held against, the fields side by side, the findings."""
    held = value.instruction
    against = _label("no_instruction")
    if held is not None:
        given = held.confirmation
        confirmed = f"{_label('confirmed')} {_label('nobody')}"
        if given is not None:
            scope = _label("for_order", order=given.order) if given.order is not None else _label("standing")
            said = phrase("report", "by", _LANGUAGE, {"by": given.by, "date": given.date.isoformat(), "scope": scope})
            confirmed = f"{_label('confirmed')} {said}"
        against = f"{', '.join(filter(None, (held.version, held.lane)))}. {confirmed}"
    head = (
        f'<div style="font-size:1.2em;font-weight:bold;color:{_COLORS[value.verdict]}">{_label(value.verdict)}</div>'
        f"<div>{_text(_label(f'{value.verdict}_means'))} {_text(value.customer)} {_text(value.order or '')}, "
        f"{_text(_label('instruction'))} {_text(against)}; {_label('as_of')} {value.as_of.isoformat()}.</div>"
    )
    fields = _table(
        ("", _label("expected", version=held.version if held is not None else ""), _label("found"), ""),
        [_check(check) for check in value.checks],
    )
    findings = _table(("", "", ""), [_finding(finding) for finding in value.findings]) if value.findings else ""
    return f'<div class="docvalidate">{head}{fields}{findings}</div>'


def document(value: TransportDocument) -> str:
    """Each field as printed, and where."""
    cells = [
        (_text(title), _text(text or "–"), _text(where(source, _LANGUAGE)) if source is not None else "")
        for title, text, source in rows(value, _LANGUAGE)
    ]
    return f'<div class="docvalidate">{_table(("", "", ""), cells)}</div>'


def _check(check: Check) -> tuple[str, ...]:
    name, status = word(check.field, _LANGUAGE), word(check.status, _LANGUAGE)
    color = _COLORS[_STATUS.get(check.status, "unverified")]
    state = f'<b>{_text(name)}</b><br><span style="color:{color}">{_text(status)}</span>'
    expected, found = blocks(check.expected or "", check.found or "", mark_for(check))
    place = _text(where(check.source, _LANGUAGE)) if check.source is not None else ""
    return state, _block(expected), _block(found), place


def _block(block: Block) -> str:
    return "\n".join(
        "".join(
            (" " if piece.space and number else "")
            + (_text(piece.text) if piece.style is None else f"<mark>{_text(piece.text)}</mark>")
            for number, piece in enumerate(line)
        )
        for line in block
    )


def _finding(finding: Finding) -> tuple[str, ...]:
    color = _COLORS["held" if finding.severity == "error" else "unverified"]
    severity = f'<span style="color:{color}">{_text(word(finding.severity, _LANGUAGE))}</span>'
    return severity, f"{_text(finding.message)}\n<i>{_text(finding.advice)}</i>", f"{finding.code} {finding.name}"


def _table(titles: tuple[str, ...], cells: Iterable[tuple[str, ...]]) -> str:
    head = "".join(f'<th style="{_CELL}">{_text(title)}</th>' for title in titles) if any(titles) else ""
    body = ("".join(f'<td style="{_CELL}">{cell}</td>' for cell in row) for row in cells)
    lines = "".join(f"<tr>{line}</tr>" for line in (head, *body) if line)
    return f'<table style="border-collapse:collapse">{lines}</table>'


def _label(key: str, **words: str) -> str:
    return phrase("report", key, _LANGUAGE, words)


def _text(text: str) -> str:
    return escape(visible(text))
