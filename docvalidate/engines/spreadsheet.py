"""A workbook (ECMA-376, .xlsx) is read as it is shown: a sheet is a page, numbers as formatted, hidden cells apart."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from docvalidate.errors import UnreadableDocument
from docvalidate.reference.captions import beginning

from .packages import Package, attribute, child, local
from .page import Hidden, Page
from .spreadsheet_cells import Sheet, sheet_of
from .spreadsheet_doubts import mark_doubts
from .spreadsheet_grid import blocks_of
from .spreadsheet_styles import styles_of
from .terms import is_terms
from .typeset import page_of

MOST_WORDS = 2_500
"""A sheet of more words is a list, unless it has the boxes of a bill."""
FEW_WORDS = 60
"""A hidden sheet of so few words is told in full if it names a box, or says no more than one thing."""
BOXES = frozenset({"shipper", "consignee", "notify_party", "port_of_loading", "port_of_discharge", "place_of_delivery"})
ROUTING = frozenset(
    {"also_notify", "transshipment_port", "for_transshipment_to", "onward_routing", "final_destination"}
)


class _Entry(NamedTuple):
    name: str
    part: str
    hidden: bool


def read_pages(data: bytes, max_pages: int) -> Iterator[Page]:
    """Yield each sheet as a page. Raises UnreadableDocument where the file is damaged, unsafe or too large."""
    package = Package(data)
    part = _workbook(package)
    workbook = package.xml(part)
    related = package.related(part)
    entries = [
        _Entry(it.get("name") or "", related[key][1], (it.get("state") or "visible") != "visible")
        for it in (child(workbook, "sheets") if child(workbook, "sheets") is not None else ())
        if (key := attribute(it, "id") or "") in related and related[key][0] == "worksheet"
    ]
    if len(entries) > max_pages:
        raise UnreadableDocument(f"{len(entries)} sheets, and the limit is {max_pages}: raise --max-pages", "too-large")
    parts = dict(reversed(list(related.values())))
    styles = styles_of(package.xml(parts.get("styles", "xl/styles.xml")))
    strings = _strings(package.xml(parts.get("sharedStrings", "xl/sharedStrings.xml")))
    since_1904 = attribute(child(workbook, "workbookPr"), "date1904") in ("1", "true")
    sheets = [sheet_of(package, it.part, it.name, styles, strings, since_1904) for it in entries]
    mark_doubts(sheets)
    for number, (entry, sheet) in enumerate(zip(entries, sheets, strict=True), start=1):
        page = page_of(blocks_of(sheet), number, f"Sheet '{entry.name}'")
        yield settled(page, sheet, hidden=entry.hidden)


def _workbook(package: Package) -> str:
    root = package.xml("_rels/.rels")
    named: list[str] = [] if root is None else [
        it.get("Target", "").lstrip("/") for it in root if it.get("Type", "").endswith("/officeDocument")
    ]  # fmt: skip
    part = next((name for name in (*named, "xl/workbook.xml") if package.has(name)), None)
    if part is None:
        raise UnreadableDocument("the file has no workbook inside: ask for it again", "damaged")
    return part


def _strings(root: Any) -> list[Any]:
    return [] if root is None else [it for it in root if local(it) == "si"]


def settled(page: Page, sheet: Sheet, *, hidden: bool) -> Page:
    """A sheet's page as what it is: seen, hidden, the conditions of carriage, or a list too long to be a bill."""
    boxes = _boxes(sheet)
    if hidden:
        return _hidden(page, sheet.name, lists=len(boxes) < 2 and not _is_a_message(page, sheet))
    if is_terms("\n".join(cell.text for cell in sheet.cells)):
        return Page(page.number, page.width, page.height, kind="terms", places=page.places[-1:])
    if len(page.words) > MOST_WORDS and not boxes:
        return Page(page.number, page.width, page.height, scanned=True, places=page.places[-1:])
    return page._replace(scanned=sheet.pictures and not page.words)


def _hidden(page: Page, name: str, *, lists: bool) -> Page:
    """A sheet that nobody sees. Templates keep their lists of ports there: that it is there is said all the same."""
    words = page.words[:1] if lists else page.words
    hidden = tuple(Hidden(word[:4], f"sheet '{name}'" if lists else word.text, "hidden sheet") for word in words)
    return Page(page.number, page.width, page.height, hidden=hidden, places=page.places)


def _is_a_message(page: Page, sheet: Sheet) -> bool:
    """Few words that name a box, or one or two lines: nobody's list of ports or customers."""
    lines = [line for cell in sheet.cells for line in cell.text.splitlines() if line.strip()]
    words = len(page.words) + len(page.hidden)
    return words <= FEW_WORDS and (len(lines) <= 2 or bool(_roles(sheet) & {*BOXES, *ROUTING}))


def _boxes(sheet: Sheet) -> set[str]:
    """The roles of the boxes of a bill that the sheet has captions for."""
    return _roles(sheet) & BOXES


def _roles(sheet: Sheet) -> set[str]:
    lines = (line for cell in sheet.cells for line in cell.text.splitlines())
    return {phrase.role for line in lines for phrase, _ in list(beginning(line))[:1]}
