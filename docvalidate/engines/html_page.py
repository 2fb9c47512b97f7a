"""A web page is read as it is shown: tables cell by cell, the rest line by line; nothing is run and nothing fetched."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from docvalidate.errors import UnreadableDocument

from .blocks import Block, Cell, Line, Piece, Table
from .html_elements import columns_of, has_words, rows_of, span_of, typed_in
from .html_flow import Flow
from .html_style import Look, Rule, borders, is_white, look_inside, printed_beside, rules_of, style_of
from .page import Page
from .spreadsheet_blocks import joined_rows
from .terms import is_terms
from .typeset import page_of

SKIPPED = frozenset(
    "script style template noscript head title meta link iframe object embed svg video audio canvas map".split()
)
BLOCKS = frozenset(
    """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1
    h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary ul caption
    """.split()
)
ROWS = frozenset({"flex", "inline-flex", "-webkit-box", "table-row"})
DEEPEST = 120
MOST_PLACED = 12
"""More pieces than this that are put down at places of their own are a picture of a page and not a text."""


def read_pages(data: bytes, max_pages: int) -> Iterator[Page]:
    """Yield the one page of the file, which is in UTF-8. Raises UnreadableDocument."""
    from lxml import etree, html

    # A declaration of another charset inside the file no longer holds.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", data.decode("utf-8"))
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument("the web page is empty or damaged: ask for it again", "damaged") from error
    rules = rules_of([it.text or "" for it in root.iter("style")])
    reader = _Reader(rules, prints=any(rule.selector.beside for rule in rules))
    body = root.find("body")
    blocks = reader.blocks_in(root if body is None else body, Look(), "", 0)
    if reader.placed > MOST_PLACED:
        raise UnreadableDocument(
            "a web page whose words are put down one by one: ask for it as a PDF", "unknown-format"
        )
    page = page_of(blocks)
    if is_terms("\n".join(_text(blocks))):
        yield Page(1, page.width, page.height, kind="terms", places=page.places[-1:])
    else:
        yield page._replace(scanned=not page.words and root.find(".//img") is not None)


@dataclass
class _Reader:
    rules: list[Rule]
    placed: int = 0
    prints: bool = False
    _tables: int = 0
    _fonts: dict[tuple[bool, str], int] = field(default_factory=dict)

    def blocks_in(self, element: Any, look: Look, path: str, depth: int) -> list[Block]:
        """What is inside an element, as lines and tables one under the other."""
        if depth > DEEPEST:
            raise UnreadableDocument("nested deeper than any paper: ask for the file printed to PDF", "too-deep")
        flow = Flow(path)
        self._into(flow, element, look, depth)
        return flow.done()

    def _into(self, flow: Flow, element: Any, look: Look, depth: int) -> None:
        line = element.sourceline or 0
        self._printed(flow, element, look, "before")
        self._words(flow, element.text, look, line)
        beside: list[tuple[Any, Look]] = []
        for it in element:
            if isinstance(it.tag, str) and it.tag not in SKIPPED:
                style = style_of(it, self.rules)
                inner = look_inside(it.tag, style, look)
                stands_beside = style.get("float") in ("left", "right") or style.get("display") in (
                    "inline-block",
                    "table-cell",
                )
                if stands_beside and it.tag not in ("img", "table", "span", "input"):
                    beside.append((it, inner))
                else:
                    self._beside(flow, beside, depth)
                    self._element(flow, it, style, inner, depth)
            if (it.tail or "").strip():
                self._beside(flow, beside, depth)
            self._words(flow, it.tail, look, it.sourceline or line)
        self._beside(flow, beside, depth)
        self._printed(flow, element, look, "after")

    def _printed(self, flow: Flow, element: Any, look: Look, beside: str) -> None:
        """The words that only a style has are on the page like all others."""
        if self.prints:
            text, style = printed_beside(element, self.rules, beside)
            if text:
                self._words(flow, text, look_inside("span", style, look), element.sourceline or 0)

    def _beside(self, flow: Flow, elements: list[tuple[Any, Look]], depth: int) -> None:
        """Boxes beside each other are a row of a table."""
        if elements:
            cells = [
                Cell(0, place, tuple(self.blocks_in(it, look, flow.path, depth + 1)))
                for place, (it, look) in enumerate(elements)
            ]
            flow.put(Table(tuple(cells), 1, len(cells)))
            elements.clear()

    def _element(self, flow: Flow, element: Any, style: dict[str, str], look: Look, depth: int) -> None:
        tag, display = element.tag, style.get("display", "")
        if (
            style.get("position") in ("absolute", "fixed")
            and "left" in style
            and look.hidden is None
            and has_words(element)
        ):
            self.placed += 1
        if tag == "br":
            flow.end()
        elif tag == "table" or display in ("table", "inline-table"):
            flow.put(self._table(element, style, look, flow.path, depth))
        elif display in ROWS and "column" not in style.get("flex-direction", "") and len(element):
            inner = [it for it in element if isinstance(it.tag, str) and it.tag not in SKIPPED]
            looks = [(it, look_inside(it.tag, style_of(it, self.rules), look)) for it in inner]
            self._beside(flow, looks, depth)
        elif display in ("grid", "inline-grid") and columns_of(style) > 1:
            flow.put(self._grid(element, columns_of(style), look, flow.path, depth))
        elif tag in ("input", "select", "textarea"):
            flow.add(self._piece(f" {typed_in(element)} ", look), element.sourceline or 0)
        elif tag in BLOCKS or display in ("block", "list-item"):
            flow.end(opened=True)
            framed = borders(style) if tag in ("div", "fieldset", "section") else ""
            if len(framed) == 4 and depth < DEEPEST:
                inside = tuple(self.blocks_in(element, look, flow.path, depth + 1))
                flow.put(Table((Cell(0, 0, inside, sides="ltrb"),), 1, 1))
            else:
                self._deeper(flow, element, look, depth)
            flow.end(opened=True)
        else:
            self._deeper(flow, element, look, depth)

    def _deeper(self, flow: Flow, element: Any, look: Look, depth: int) -> None:
        if depth > DEEPEST:
            raise UnreadableDocument("nested deeper than any paper: ask for the file printed to PDF", "too-deep")
        self._into(flow, element, look, depth + 1)

    def _words(self, flow: Flow, text: str | None, look: Look, line: int) -> None:
        if not text:
            return
        if look.keeps_blanks:
            for place, part in enumerate(text.replace("\r\n", "\n").split("\n")):
                if place:
                    flow.end()
                flow.add(self._piece(part.expandtabs(8), look), line + place)
            return
        # A browser shows a tab as a blank; where a program wrote one between words, it parts two columns.
        flow.add(self._piece(re.sub(r" {2,}", " ", re.sub(r"\s*[\r\n]\s*", " ", text)), look), line)

    def _piece(self, text: str, look: Look) -> Piece:
        font = self._fonts.setdefault((look.bold, look.color), len(self._fonts))
        shown = text[::-1] if look.backwards else text
        return Piece(shown, max(look.size, 0.1), font, look.hidden, look.struck)

    def _table(self, element: Any, style: dict[str, str], look: Look, path: str, depth: int) -> Table:
        self._tables += 1
        name = f"{path}, table {self._tables}" if path else f"table {self._tables}"
        framed = (element.get("border") or "0").strip() not in ("0", "")
        outer = borders(style)
        cells: list[Cell] = []
        taken: dict[int, int] = {}
        rows = rows_of(element)
        for row, (line, around) in enumerate(rows):
            row_look = look_inside("tr", style_of(line, self.rules), look) if line.tag == "tr" else look
            if around is not None:
                row_look = look_inside(around.tag, style_of(around, self.rules), row_look)
            column = place = 0
            for it in line if line.tag != "caption" else [line]:
                if not isinstance(it.tag, str) or it.tag not in ("td", "th", "caption"):
                    continue
                while taken.get(column, 0) > row:
                    column += 1
                place += 1
                across, down = span_of(it, "colspan"), span_of(it, "rowspan")
                own = style_of(it, self.rules)
                inner = look_inside(it.tag, own, row_look)
                blocks = self.blocks_in(it, inner, f"{name}, row {row + 1}, cell {place}", depth + 1)
                background = own.get("background-color") or own.get("background") or ""
                shaded = bool(background) and not is_white(background) and background not in ("none", "transparent")
                cells.append(Cell(row, column, tuple(blocks), down, across, "ltrb" if framed else borders(own), shaded))
                taken.update(dict.fromkeys(range(column, column + across), row + down))
                column += across
        return _whole(cells, len(rows), outer)

    def _grid(self, element: Any, columns: int, look: Look, path: str, depth: int) -> Table:
        inner = [it for it in element if isinstance(it.tag, str) and it.tag not in SKIPPED]
        cells = [
            Cell(
                place // columns, place % columns,
                tuple(self.blocks_in(it, look_inside(it.tag, style_of(it, self.rules), look), path, depth + 1)),
            )
            for place, it in enumerate(inner)
        ]  # fmt: skip
        return Table(tuple(cells), (len(inner) + columns - 1) // columns, columns)


def _whole(cells: list[Cell], rows: int, outer: str) -> Table:
    rows = max([rows, *(cell.row + 1 for cell in cells)], default=1)
    columns = max((cell.column + cell.columns for cell in cells), default=1)
    framed: list[Cell] = []
    for cell in cells:
        down = min(cell.rows, rows - cell.row)
        edges = {
            "t": cell.row == 0,
            "b": cell.row + down >= rows,
            "l": cell.column == 0,
            "r": cell.column + cell.columns >= columns,
        }
        sides = "".join(side for side in "ltrb" if side in cell.sides or (side in outer and edges[side]))
        framed.append(cell._replace(rows=down, sides=sides))
    return joined_rows(Table(tuple(framed), rows, columns))


def _text(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield "".join(piece.text for piece in block.pieces)
        else:
            for cell in block.cells:
                yield from _text(cell.blocks)
