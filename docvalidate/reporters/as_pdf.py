"""The draft itself with its findings marked where they stand; what the draft says is not touched."""

from collections.abc import Iterator, Sequence

from docvalidate.errors import DocvalidateError, UnreadableDocument
from docvalidate.model import Box, Finding, Report
from docvalidate.wording import phrase, word

from .places import where
from .typesetting import spaced, visible
from .verdict import counts

NAME = "pdf"

_UNREAD = ("document-unreadable", "not-a-transport-document")
_SEVERITIES = ("error", "unverified", "warning", "note")


def render(report: Report, *, language: str, color: bool, width: int) -> bytes:
    """The draft as a PDF: a highlight and a comment for each finding, and a note with the verdict on its first page.

    Raises UnreadableDocument where the draft could not be read, and DocvalidateError where it is no PDF and no picture,
    or where the report was made of JSON.
    """
    from .pdf_sheet import put_in_order
    from .pdf_update import BrokenPdf

    draft = _pdf(report, language)
    try:
        return _marked(draft, report, language)
    except BrokenPdf:
        # A viewer finds its way about such a file all the same, and so can write it anew.
        try:
            return _marked(put_in_order(draft), report, language)
        except BrokenPdf as error:
            raise DocvalidateError(f"the draft cannot be marked: {error}; use --format html") from error


def _pdf(report: Report, language: str) -> bytes:
    from .pdf_of_picture import pdf_of
    from .pdf_update import BEGINS_WITHIN

    document = report.document
    if document is None:
        refused = next((finding.message for finding in report.findings if finding.name in _UNREAD), None)
        if refused is not None:
            raise UnreadableDocument(phrase("marked", "not_read", language, {"reason": refused}))
    draft = None if document is None else document.remembered
    if document is None or draft is None:
        raise DocvalidateError(phrase("marked", "not_there", language, {}))
    if b"%PDF-" in draft[:BEGINS_WITHIN]:
        return draft
    drawn = pdf_of(draft)
    if drawn is None:
        raise DocvalidateError(phrase("marked", "no_page", language, {"file": document.file or "–"}))
    return drawn


def _marked(draft: bytes, report: Report, language: str) -> bytes:
    from .pdf_marks import highlight, summary
    from .pdf_sheet import annotations, sheets
    from .pdf_update import BrokenPdf, Update

    pages = sheets(draft)
    update = Update(draft)
    if len(update.pages) != len(pages):
        raise BrokenPdf("it is told in two ways how many pages there are")
    placed, others = _placed(report, len(pages))
    rings: dict[tuple[int, Box], int] = {}
    marks: dict[int, list[tuple[object, object]]] = {}
    for number, (finding, at, box) in enumerate(placed, 1):
        sheet, ring = pages[at], rings.get((at, box), 0)
        rings[at, box] = ring + 1
        read_as_shown = finding.source is not None and finding.source.certainty is not None
        marks.setdefault(at, []).append(
            highlight(
                update,
                sheet,
                update.pages[at],
                box if read_as_shown else sheet.displayed(box),
                ring=ring,
                severity=finding.severity,
                name=f"docvalidate-{number}",
                title=f"{finding.code} {finding.name}",
                text=_comment(finding, language),
            )
        )
    told = _summary(report, len(placed), others, language)
    title = phrase("report", report.verdict, language, {})
    marks.setdefault(0, []).append(
        summary(update, pages[0], update.pages[0], report.verdict, title=title, text=told)
    )  # fmt: skip
    before = annotations(draft, sorted(marks))
    for at, pairs in marks.items():
        # The worst one lies on top, where a click finds it.
        update.annotate(at, [ref for pair in reversed(pairs) for ref in pair])  # type: ignore[misc]
    whole = update.whole()
    expected = tuple(old + 2 * len(marks[at]) for old, at in zip(before, sorted(marks), strict=True))
    if annotations(whole, sorted(marks)) != expected:
        raise BrokenPdf("a viewer does not find what was put behind it")
    return whole


def _placed(report: Report, pages: int) -> tuple[list[tuple[Finding, int, Box]], list[Finding]]:
    """The findings with a box on the draft, the worst first, and those without."""
    placed, others = [], []
    file = None if report.document is None else report.document.file
    if file in {paper.file for paper in report.supporting}:
        file = None  # two papers of one name: a mark might stand on the wrong one
    for finding in sorted(report.findings, key=lambda finding: _SEVERITIES.index(finding.severity)):
        source = finding.source
        if (
            source is None
            or file is None
            or source.document != file
            or source.box is None
            or not 1 <= (source.page or 0) <= pages
        ):
            others.append(finding)
        else:
            placed.append((finding, (source.page or 0) - 1, source.box))
    return placed, others


def _comment(finding: Finding, language: str) -> str:
    """What the finding says and what to do about it."""
    head = f"{word(finding.severity, language).upper()} [{finding.code} {finding.name}]"
    do = spaced(phrase("report", "do", language, {})) + finding.advice if finding.advice else ""
    return visible("\n".join(line for line in (head, finding.message, do) if line))


def _summary(report: Report, marked: int, others: Sequence[Finding], language: str) -> str:
    return "\n\n".join("\n".join(part) for part in _parts(report, marked, others, language))


def _parts(report: Report, marked: int, others: Sequence[Finding], language: str) -> Iterator[Sequence[str]]:
    def label(key: str, **words: str) -> str:
        return phrase("report", key, language, words)

    yield f"{label(report.verdict)}: {label(f'{report.verdict}_means')}", counts(report, language)
    held = report.instruction
    rows = [("customer", report.customer), ("order", report.order or label("no_order"))]
    version = (
        label("no_instruction") if held is None else label("version", version=held.version, title=held.title or "")
    )
    rows += [("instruction", version.strip(" ,，")), ("as_of", report.as_of.isoformat())]
    yield [visible(f"{label(key)}: {value}") for key, value in rows]
    if marked:
        yield [phrase("marked", "marked", language, {"count": str(marked)})]
    if others:
        yield [phrase("marked", "others", language, {"count": str(len(others))})]
    for finding in others:
        place = [] if finding.source is None else [spaced(label("where")) + visible(where(finding.source, language))]
        yield [_comment(finding, language), *place]
