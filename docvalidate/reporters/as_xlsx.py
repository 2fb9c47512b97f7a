"""The report as a workbook for the weekly sheet: one row a finding, a second sheet with the fields; needs `report`."""

from collections.abc import Iterator

from docvalidate.model import Report
from docvalidate.wording import phrase, word

from . import rows
from .workbook import Cell, Heading, written

NAME = "xlsx"
_RED, _AMBER, _PALE, _GREEN = "#F8CBAD", "#FFE699", "#FFF2CC", "#C6E0B4"
_SHADES = {
    "verdict": {"held": _RED, "unverified": _AMBER, "cleared": _GREEN},
    "severity": {"error": _RED, "unverified": _AMBER, "warning": _PALE},
    "status": {
        "mismatch": _RED, "not_shown": _AMBER, "unreadable": _AMBER, "partial": _PALE,
        "match": _GREEN, "format_difference": _GREEN, "waived": _GREEN,
    },
}  # fmt: skip
_WIDTHS = {
    "message": 46, "advice": 40, "expected": 32, "found": 32, "differences": 32, "name": 26, "box": 20,
    "customer": 14, "order": 14, "document": 18, "number": 16, "act_by": 16, "field": 16,
    "paper": 18, "caption": 18, "path": 18,
}  # fmt: skip
_WORDS = {"verdict", "severity", "field", "status", "basis"}
"""These are terms of the trade, shown in the reader's language."""


def render(report: Report, *, language: str, color: bool, width: int) -> bytes:
    """Both sheets. Raises DocvalidateError where what writes them is not installed."""
    title = phrase("sheet", "title", language, {"customer": report.customer, "date": report.as_of.isoformat()})
    with written(title) as (book, file):
        for name, columns, found in (
            ("findings", rows.FINDING, rows.findings(report, language)),
            ("fields", rows.CHECK, rows.checks(report)),
        ):
            headings = [Heading(phrase("sheet", f"head_{it}", language, {}), _WIDTHS.get(it, 11)) for it in columns]
            lines = [list(_cells(row, columns, language)) for row in found]
            book.sheet(phrase("sheet", name, language, {}), headings, lines, fixed=3)
    return file.getvalue()


def _cells(row: rows.Row, columns: tuple[str, ...], language: str) -> Iterator[Cell]:
    for name in columns:
        value = row[name]
        shade = _SHADES.get(name, {}).get(str(value))
        if value and name in _WORDS:
            value = word(str(value), language)
        elif value and name == "urgency":
            value = phrase("urgency", f"label_{value}", language, {})
        yield Cell(value, shade, bold=name == "verdict")
