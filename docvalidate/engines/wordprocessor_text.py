"""The paragraphs of a Word file: the text as it is once all changes are accepted, with a mark where one is pending."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .blocks import Line, Piece
from .packages import attribute, child, local
from .struck import with_struck_words
from .wordprocessor_styles import StyleSheet

CHANGE = "tracked change"
TWIP = 20.0
_INSIDE = frozenset("hyperlink smartTag sdt sdtContent fldSimple customXml dir bdo ruby rubyBase".split())
_BLANKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class Paragraph(NamedTuple):
    """The lines of a paragraph, the text boxes that hang on it, and whether a page begins before or after it."""

    lines: tuple[Line, ...]
    boxes: tuple[Any, ...]
    new_page: bool
    page_after: bool
    pictures: tuple[float, ...]


@dataclass
class Reviewed:
    """The comments of a file by number, and those that are open where the reader stands."""

    comments: dict[str, str]
    open: list[str] = field(default_factory=list)


@dataclass
class _Walk:
    styles: StyleSheet
    reviewed: Reviewed
    paragraph: Any
    paper: str
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    pictures: list[float] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    breaks: bool = False

    def over(self, nodes: Iterable[Any], change: str | None = None) -> None:
        for node in nodes:
            name = local(node)
            if name == "r":
                self.run(node)
            elif name in ("ins", "moveTo"):
                start = len(self.pieces)
                self.over(node)
                self.mark(start, "inserted")
            elif name in ("del", "moveFrom"):
                words = "".join(it.text or "" for it in node.iter() if local(it) in ("delText", "t"))
                if words.strip():
                    self.pieces.append(Piece("", notes=((CHANGE, f"deleted: {words.strip()}"),)))
            elif name == "bdo" and attribute(node, "val") == "rtl":
                start = len(self.pieces)
                self.over(node)
                self.turn(start)
            elif name in _INSIDE:
                self.over(node)
            elif name == "AlternateContent":
                self.over(chosen(node))
            elif name == "commentRangeStart":
                self.reviewed.open.append(attribute(node, "id") or "")
            elif name == "commentRangeEnd":
                self.reviewed.open = [it for it in self.reviewed.open if it != attribute(node, "id")]

    def mark(self, start: int, what: str) -> None:
        words = "".join(piece.text for piece in self.pieces[start:]).strip()
        if words:
            note = (CHANGE, f"{what}: {' '.join(words.split())}")
            first = self.pieces[start]
            self.pieces[start] = first._replace(notes=(*first.notes, note))

    def turn(self, start: int) -> None:
        """Letters that are set from right to left, whatever they are, are seen the other way round."""
        self.pieces[start:] = [it._replace(text=it.text[::-1]) for it in reversed(self.pieces[start:])]

    def run(self, run: Any) -> None:
        look = self.styles.look(run, self.paragraph, paper=self.paper)
        for node in run:
            name = local(node)
            text = ""
            if name == "t":
                text = node.text or ""
            elif name == "br" and attribute(node, "type") == "page":
                self.breaks = self.breaks or not any(piece.text.strip() for piece in self.pieces)
                self.pieces.append(Piece("\f"))
            elif name in _BLANKS:
                text = _BLANKS[name]
            elif name == "commentReference":
                self.note(attribute(node, "id") or "")
            elif name in ("drawing", "pict", "object", "AlternateContent"):
                self.drawn(node)
            if text:
                shown = text.upper() if look.capitals else text
                open_ = [it for it in self.reviewed.open if it not in self.said and shown.strip()]
                self.said.update(open_)
                notes = tuple(("comment", self.reviewed.comments.get(it, "")) for it in open_)
                self.pieces.append(Piece(shown, look.size, look.font, look.hidden, look.struck, notes))

    def note(self, number: str) -> None:
        if number not in self.said and self.pieces:
            self.said.add(number)
            last = self.pieces[-1]
            self.pieces[-1] = last._replace(notes=(*last.notes, ("comment", self.reviewed.comments.get(number, ""))))

    def drawn(self, node: Any) -> None:
        for part in chosen(node) if local(node) == "AlternateContent" else [node]:
            self.boxes += list(_text_boxes(part))
            for it in part.iter():
                if local(it) == "blip":
                    self.pictures.append(_area(part))


def paragraph_of(node: Any, path: str, styles: StyleSheet, reviewed: Reviewed, *, paper: str = "") -> Paragraph:
    """Read one paragraph."""
    walk = _Walk(styles, reviewed, node, paper)
    walk.over(node)
    properties = child(node, "pPr")
    indent, hanging, stops = _stops(properties, styles)
    lines: list[list[Piece]] = [[]]
    after = False
    for piece in walk.pieces:
        if piece.text == "\f":
            after = True
            continue
        for place, part in enumerate(piece.text.split("\n")):
            if place:
                lines.append([])
            if part or (place == 0 and piece.notes):
                lines[-1].append(piece._replace(text=part, notes=piece.notes if place == 0 else ()))
    set_ = tuple(
        Line(tuple(with_struck_words(pieces)), path, max(0.0, indent + (hanging if place == 0 else 0.0)), stops)
        for place, pieces in enumerate(lines)
    )
    before = walk.breaks or child(properties, "pageBreakBefore") is not None
    return Paragraph(set_, tuple(walk.boxes), before, after and not walk.breaks, tuple(walk.pictures))


def chosen(node: Any) -> Iterator[Any]:
    """What counts of content that is there twice, for newer and for older programs (ECMA-376-3, 10.2.1)."""
    options = [it for it in node if local(it) == "Choice"] or [it for it in node if local(it) == "Fallback"]
    yield from options[0] if options else ()


def _text_boxes(node: Any) -> Iterator[Any]:
    """The outermost text boxes under a node; what is there twice is taken once."""
    name = local(node)
    if name == "txbxContent":
        yield node
        return
    for it in chosen(node) if name == "AlternateContent" else node:
        yield from _text_boxes(it)


def _area(node: Any) -> float:
    """The area of a picture in square points (914,400 units of the file are an inch)."""
    extent = next((it for it in node.iter() if local(it) == "extent"), None)
    try:
        across, down = (int(attribute(extent, name) or 0) / 12_700 for name in ("cx", "cy"))
    except ValueError:
        return 0.0
    return across * down


def _stops(properties: Any, styles: StyleSheet) -> tuple[float, float, tuple[float, ...]]:
    """The left indent, what the first line is set out by, and the tab stops, in points."""
    layers = [
        properties,
        *(child(it, "pPr") for it in styles.chain(attribute(child(properties, "pStyle"), "val") or styles.usual)),
    ]
    stops = {
        _number(it, "pos")
        for layer in reversed(layers) if child(layer, "tabs") is not None
        for it in child(layer, "tabs") if attribute(it, "val") != "clear"
    }  # fmt: skip
    indent = next((it for layer in layers if (it := child(layer, "ind")) is not None), None)
    left = _number(indent, "left") or _number(indent, "start")
    hanging = _number(indent, "firstLine") - _number(indent, "hanging")
    if hanging < 0:
        stops.add(left)
    return left, hanging, tuple(sorted(stop for stop in stops if stop > 0))


def _number(element: Any, name: str) -> float:
    try:
        return float(attribute(element, name) or 0) / TWIP
    except ValueError:
        return 0.0
