"""A Word file (ECMA-376, .docx) is read as it is once its changes are accepted; where one is pending, it is marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from docvalidate.errors import UnreadableDocument

from .blocks import Block, Cell, Line, Table
from .packages import Package, attribute, child, local
from .page import Page
from .terms import is_terms
from .typeset import page_of
from .wordprocessor_styles import StyleSheet
from .wordprocessor_tables import table_of
from .wordprocessor_text import Reviewed, chosen, paragraph_of

LARGE_PICTURE = 595.0 * 842.0 * 0.4
"""A picture over so much of a page (square points) may be a page that was scanned."""
DEEPEST = 20


@dataclass
class _Reader:
    package: Package
    styles: StyleSheet
    reviewed: Reviewed
    pages: list[list[Block]] = field(default_factory=lambda: [[]])
    pictures: set[int] = field(default_factory=set)
    marks: list[str] = field(default_factory=list)

    def body(self, nodes: Sequence[Any]) -> None:
        """Read the body of the file, page by page as far as the file itself begins new ones."""
        self._blocks(nodes, "", "", 0, self.pages)

    def part(self, nodes: Sequence[Any], path: str) -> list[Block]:
        """Read what stands outside the body: a page heading, a note."""
        pages: list[list[Block]] = [[]]
        self._blocks(nodes, path, "", 1, pages)
        return [block for page in pages for block in page]

    def _blocks(self, nodes: Sequence[Any], path: str, paper: str, depth: int, pages: list[list[Block]]) -> None:
        if depth > DEEPEST:
            raise UnreadableDocument("tables nested deeper than any paper: ask for the file printed to PDF", "too-deep")
        before = f"{path}, " if path else ""
        count = {"p": 0, "tbl": 0, "box": 0}
        for node in _flat(nodes):
            name = local(node)
            if name == "tbl":
                count["tbl"] += 1
                at = f"{before}table {count['tbl']}"
                pages[-1].append(
                    table_of(node, at, self.styles, lambda inner, at, behind: self._cell(inner, at, behind, depth))
                )
            elif name == "p":
                count["p"] += 1
                at = path if depth and "cell" in path else f"{before}paragraph {count['p']}"
                read = paragraph_of(node, at, self.styles, self.reviewed, paper=paper)
                self.marks += [attribute(it, "string") or "" for it in node.iter() if local(it) == "textpath"]
                if read.new_page and depth == 0 and pages[-1]:
                    pages.append([])
                pages[-1].extend(read.lines)
                for box in read.boxes:
                    count["box"] += 1
                    inside = self._cell(list(box), f"{before}text box {count['box']}", paper, depth)
                    pages[-1].append(Table((Cell(0, 0, tuple(inside), sides="ltrb"),), 1, 1))
                if any(area > LARGE_PICTURE for area in read.pictures):
                    self.pictures.add(len(pages))
                if read.page_after and depth == 0:
                    pages.append([])
            if depth == 0 and name == "p" and _ends_section(node):
                pages.append([])

    def _cell(self, nodes: Sequence[Any], path: str, paper: str, depth: int) -> list[Block]:
        pages: list[list[Block]] = [[]]
        self._blocks(nodes, path, paper, depth + 1, pages)
        return [block for page in pages for block in page]


def read_pages(data: bytes, max_pages: int) -> Iterator[Page]:
    """Yield the pages of the file, as far as it begins new ones itself. Raises UnreadableDocument."""
    package = Package(data)
    root = package.xml("_rels/.rels")
    named = [] if root is None else [
        it.get("Target", "").lstrip("/") for it in root if it.get("Type", "").endswith("/officeDocument")
    ]  # fmt: skip
    main = next((name for name in (*named, "word/document.xml") if package.has(name)), None)
    body = None if main is None else child(package.xml(main), "body")
    if main is None or body is None:
        raise UnreadableDocument("the file has no document inside: ask for it again", "damaged")
    related = package.related(main)
    parts = dict(reversed(list(related.values())))
    comments = package.xml(parts.get("comments", ""))
    reader = _Reader(
        package, StyleSheet(package.xml(parts.get("styles", "word/styles.xml"))), Reviewed(_comments(comments))
    )
    reader.body(list(body))
    pages = reader.pages
    pages[0] = [*_around(reader, body, related, "header"), *pages[0]]
    pages[-1] = [*pages[-1], *_notes(reader, parts), *_around(reader, body, related, "footer")]
    if len(pages) > max_pages:
        raise UnreadableDocument(f"{len(pages)} pages, and the limit is {max_pages}: raise --max-pages", "too-large")
    yield from _set(reader)


def _set(reader: _Reader) -> Iterator[Page]:
    number = 0
    for place, blocks in enumerate(reader.pages, start=1):
        page = page_of(blocks, number + 1)
        text = "\n".join(_text(blocks))
        if page.words or page.hidden or (place == 1 and not reader.pictures):
            number += 1
            if is_terms(text):
                yield Page(number, page.width, page.height, kind="terms", places=page.places[-1:])
            else:
                yield page._replace(marks=tuple(filter(None, reader.marks)) if number == 1 else ())
        if place in reader.pictures:
            number += 1
            yield Page(number, page.width, page.height, scanned=True, places=page.places[-1:])


def _text(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield "".join(piece.text for piece in block.pieces)
        else:
            for cell in block.cells:
                yield from _text(cell.blocks)


def _flat(nodes: Sequence[Any]) -> Iterator[Any]:
    """Paragraphs and tables, also those inside content controls, accepted insertions and alternatives."""
    for node in nodes:
        name = local(node)
        if name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _flat(list(node))
        elif name == "AlternateContent":
            yield from _flat(list(chosen(node)))
        elif name not in ("del", "moveFrom"):
            yield node


def _ends_section(paragraph: Any) -> bool:
    section = child(paragraph, "pPr", "sectPr")
    return section is not None and attribute(child(section, "type"), "val") not in ("continuous", "nextColumn")


def _around(reader: _Reader, body: Any, related: dict[str, tuple[str, str]], what: str) -> list[Block]:
    """The headings (or footings) of the pages, each once."""
    seen: dict[str, None] = {}
    for it in body.iter():
        target = related.get(attribute(it, "id") or "") if local(it) == f"{what}Reference" else None
        if target:
            seen.setdefault(target[1])
    parts = [reader.package.xml(part) for part in seen]
    blocks = [block for root in parts if root is not None for block in reader.part(list(root), what)]
    return [
        block for block in blocks if not isinstance(block, Line) or any(piece.text.strip() for piece in block.pieces)
    ]


def _notes(reader: _Reader, parts: dict[str, str]) -> list[Block]:
    blocks: list[Block] = []
    for kind in ("footnotes", "endnotes"):
        root = reader.package.xml(parts.get(kind, ""))
        for it in root if root is not None else ():
            if attribute(it, "type") in (None, "normal"):
                blocks += reader.part(list(it), f"{kind[:-1]} {attribute(it, 'id')}")
    return blocks


def _comments(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for it in root if root is not None else ():
        if local(it) == "comment":
            words = "".join(text.text or " " for text in it.iter() if local(text) in ("t", "p"))
            found[attribute(it, "id") or ""] = " ".join(words.split())
    return found
