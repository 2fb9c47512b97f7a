"""The notebook view: one HTML fragment with its styles inside; every text from a paper is escaped."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from docvalidate.model import Box, Check, Finding, HeldAgainst, Report, Source, TransportDocument
from docvalidate.wording import phrase, word

from .document import rows
from .page_pictures import Picture, bytes_of, pictures
from .places import where
from .side_by_side import Block, blocks, mark_for
from .typesetting import visible
from .verdict import late
from .word_given import by

_LANGUAGE = "en"
_PAGE = "position:relative;max-width:780px;border:1px solid #8884;margin:4px 0"
_NAME = (
    "position:absolute;left:calc(100% + 4px);top:-4px;white-space:nowrap;"
    "color:#fff;font:11px sans-serif;padding:1px 4px"
)
_NEUTRAL = "#1d6fa5"
_COLORS = {"held": "#b3261e", "cleared": "#1b6e3c", "unverified": "#8a5a00"}
_CELL = "vertical-align:top;text-align:left;padding:4px 10px;border-top:1px solid #8884;white-space:pre-wrap"
_STATUS = {"match": "cleared", "format_difference": "cleared", "waived": "cleared", "mismatch": "held"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A value to be framed on its page: what it is called, where it stands, and in which colour."""

    name: str
    source: Source | None
    color: str


def report(value: Report) -> str:
    """Verdict, what the draft was held against, the findings, the fields side by side, the page with its boxes."""
    held = value.instruction
    head = (
        f'<div style="font-size:1.2em;font-weight:bold;color:{_COLORS[value.verdict]}">{_label(value.verdict)}</div>'
        f"<div>{_text(_label(f'{value.verdict}_means'))} {_text(value.customer)} {_text(value.order or '')}, "
        f"{_text(_label('instruction'))} {_text(_against(held))}; {_label('as_of')} {value.as_of.isoformat()}.</div>"
    )
    lateness = "".join(f"<div>{_text(line)}</div>" for line in late(value, _LANGUAGE))
    findings = "".join(map(_finding, value.findings))
    fields = _table(
        ("", _label("expected", version=held.version if held is not None else ""), _label("found"), ""),
        [_check(check) for check in value.checks],
    )
    shown = _folded(phrase("sheet", "fields", _LANGUAGE, {}), fields, opened=value.verdict != "cleared")
    if value.document is not None:
        marks = [Mark(word(check.field, _LANGUAGE), check.source, _color(check)) for check in value.checks]
        shown += _pictured((value.document, *value.supporting), marks)
    return f'<div class="docvalidate">{head}{lateness}{findings}{shown}</div>'


def document(value: TransportDocument) -> str:
    """Each field as printed, and where; the page with its boxes."""
    cells = [
        (_text(title), _text(text or "–"), _text(where(source, _LANGUAGE)) if source is not None else "")
        for title, text, source in rows(value, _LANGUAGE)
    ]
    pages = _pictured((value,), [Mark(title, source, _NEUTRAL) for title, _, source in rows(value, _LANGUAGE)])
    return f'<div class="docvalidate">{_table(("", "", ""), cells)}{pages}</div>'


def _against(held: HeldAgainst | None) -> str:
    if held is None:
        return _label("no_instruction")
    given = held.confirmation
    confirmed = f"{_label('confirmed')} {_label('nobody')}"
    if given is not None:
        confirmed = f"{_label('confirmed')} {by(given, _LANGUAGE)}"
    return f"{', '.join(filter(None, (held.version, held.lane)))}. {confirmed}"


def _pictured(papers: tuple[TransportDocument, ...], marks: Iterable[Mark]) -> str:
    """The pages on which the marks stand, where the papers are still at hand."""
    by_page: dict[tuple[str, int], list[Mark]] = {}
    for mark in marks:
        if mark.source is not None and mark.source.page is not None and mark.source.box is not None:
            by_page.setdefault((mark.source.document, mark.source.page), []).append(mark)
    shown = ""
    for (name, number), here in by_page.items():
        data = bytes_of(name, papers)
        picture = None if data is None else pictures(data, (number,)).get(number)
        if picture is not None:
            title = ", ".join((name, phrase("place", "page", _LANGUAGE, {"page": str(number)})))
            shown += _folded(title, _page(picture, here), opened=True)
    return shown


def _page(picture: Picture, marks: Iterable[Mark]) -> str:
    """The picture with a frame over each value; places are parts of the page, so that it may be shown in any size."""
    frames = "".join(_frame(picture, mark.source.box, mark) for mark in marks if mark.source and mark.source.box)
    image = f'<img alt="" style="display:block;width:100%;margin:0" src="{picture.url}">'
    return f'<div style="{_PAGE}">{image}{frames}</div>'


def _frame(picture: Picture, box: Box, mark: Mark) -> str:
    x0, top, x1, bottom = box
    left, above = x0 / picture.width, top / picture.height
    wide, high = max(x1 - x0, 1) / picture.width, max(bottom - top, 1) / picture.height
    place = f"left:{left:.2%};top:{above:.2%};width:{wide:.2%};height:{high:.2%}"
    name = f'<span style="{_NAME};background:{mark.color}">{_text(mark.name)}</span>'
    return f'<div style="position:absolute;{place};outline:2px solid {mark.color};outline-offset:2px">{name}</div>'


def _folded(title: str, inner: str, *, opened: bool) -> str:
    return f"<details{' open' if opened else ''}><summary>{_text(title)}</summary>{inner}</details>"


def _check(check: Check) -> tuple[str, ...]:
    name, status = word(check.field, _LANGUAGE), word(check.status, _LANGUAGE)
    color = _color(check)
    state = f'<b>{_text(name)}</b><br><span style="color:{color}">{_text(status)}</span>'
    expected, found = blocks(check.expected or "", check.found or "", mark_for(check))
    place = _text(where(check.source, _LANGUAGE)) if check.source is not None else ""
    return state, _block(expected), _block(found), place


def _color(check: Check) -> str:
    return _COLORS[_STATUS.get(check.status, "unverified")]


def _block(block: Block) -> str:
    return "\n".join(
        "".join(
            (" " if piece.space and number else "")
            + (_text(piece.text) if piece.style is None else f"<mark>{_text(piece.text)}</mark>")
            for number, piece in enumerate(line)
        )
        for line in block
    )


def _finding(finding: Finding) -> str:
    """What was found in a line; what to do and where it stands unfold below."""
    color = _COLORS["held" if finding.severity == "error" else "unverified"]
    severity = f'<b style="color:{color}">{_text(word(finding.severity, _LANGUAGE))}</b>'
    place = where(finding.source, _LANGUAGE) if finding.source is not None else ""
    inner = "<br>".join(filter(None, (f"<i>{_text(finding.advice)}</i>", _text(place))))
    return (
        f"<details><summary>{severity} {_text(finding.message)} <small>{finding.code} {_text(finding.name)}</small>"
        f'</summary><div style="padding:2px 0 6px 1.2em">{inner}</div></details>'
    )


def _table(titles: tuple[str, ...], cells: Iterable[tuple[str, ...]]) -> str:
    head = "".join(f'<th style="{_CELL}">{_text(title)}</th>' for title in titles) if any(titles) else ""
    body = ("".join(f'<td style="{_CELL}">{cell}</td>' for cell in row) for row in cells)
    lines = "".join(f"<tr>{line}</tr>" for line in (head, *body) if line)
    return f'<table style="border-collapse:collapse">{lines}</table>'


def _label(key: str, **words: str) -> str:
    return phrase("report", key, _LANGUAGE, words)


def _text(text: str) -> str:
    return escape(visible(text))
