"""What was read from a picture says how surely, and shows the picture: below certainty a person looks, not a guess."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import TypeVar

from docvalidate.engines.page import Box, Page, Scan, Word
from docvalidate.engines.shot import cut
from docvalidate.model.document import CutOff, Doubt, Moment, Party, Place, TransportDocument
from docvalidate.model.values import Source
from docvalidate.text.lookalikes import one_shape

from .fields import Field, Sheet
from .runs import lines_of

SURE = 0.8
"""How sure the least sure letter of a field must be. Of 1,717 lines that were drawn, spoilt and read with as much
certainty, seven were wrong, all in look-alikes (0 and O, / and I), which the comparison looks after."""
PARTIES = ("consignee", "notify_party")
PLACES = ("port_of_loading", "port_of_discharge", "place_of_delivery", "place_of_receipt", "final_destination")
CHECKED = (*PARTIES, "transshipment_port", "port_of_loading", "port_of_discharge", "place_of_delivery")
ANOTHER = 0.8
"""Likeness below which two texts of one box are two texts, and not one of them misread."""
_Value = TypeVar("_Value", Party, Place)
_Time = TypeVar("_Time", Moment, CutOff)


def as_seen(document: TransportDocument, sheets: Mapping[int, Sheet], name: str) -> TransportDocument:
    """The document with the certainty of each value that was read from a picture, and a doubt where that is low."""
    pages = {number: sheet.page for number, sheet in sheets.items()}
    if not any(page.scan is not None or page.pictures for page in pages.values()):
        return document
    look = _Look(pages, {(field.page, field.box): field.cell for sheet in sheets.values() for field in sheet.fields})
    doubts = [*document.doubts, *_unsure(document, look), *_pasted(sheets, name), *_unread(sheets, name)]
    doubts += _missing(document, sheets, name)
    values: dict[str, object] = {
        "consignee": look.at(document.consignee),
        "shipper": look.at(document.shipper),
        "notify_parties": tuple(filter(None, map(look.at, document.notify_parties))),
        "transshipment_ports": tuple(filter(None, map(look.at, document.transshipment_ports))),
        **{role: look.at(getattr(document, role)) for role in PLACES},
        "etd": None if document.etd is None else look.time(document.etd),
        "cut_offs": tuple(map(look.time, document.cut_offs)),
        "doubts": tuple(
            doubt.model_copy(update={"sources": tuple(map(look.shown, doubt.sources))}) for doubt in doubts
        ),
    }
    return document.model_copy(update=values)


class _Look:
    """Looks at the pictures of the pages, by page number."""

    def __init__(self, pages: Mapping[int, Page], cells: Mapping[tuple[int, Box], Box]) -> None:
        self.pages, self.cells = pages, cells

    def at(self, value: _Value | None) -> _Value | None:
        """The value with the certainty and the picture of its place."""
        if value is None or value.source is None:
            return value
        return value.model_copy(update={"source": self.shown(value.source, value.text)})

    def time(self, value: _Time) -> _Time:
        """The moment with the certainty of its place; where that is low it is a text and no date."""
        if value.source is None:
            return value
        source = self.shown(value.source, value.text)
        sure = source.certainty is None or source.certainty >= SURE
        return value.model_copy(update={"source": source, "at": value.at if sure else None})

    def shown(self, source: Source, text: str = "") -> Source:
        """The source with its certainty and its picture, and its box where the page as displayed has it."""
        page = self.pages.get(source.page or 0)
        if page is None or page.scan is None or source.box is None or source.image is not None:
            return source
        update: dict[str, object] = {"image": cut(page.scan.shot, source.box), "box": displayed(page.scan, source.box)}
        if page.scan.certainties:
            update["certainty"] = self.certainty(page, source.box, text)
        return source.model_copy(update=update)

    def certainty(self, page: Page, box: Box, text: str = "") -> float:
        """How sure the least sure word is, of those in a box and of those that its value took from elsewhere."""
        assert page.scan is not None
        known = dict(zip(page.words, page.scan.certainties, strict=True))
        inside = {word: sure for word, sure in known.items() if _within(word, box)}
        said = {word.text for word in inside}
        told = set(text.split()) - said
        others = [
            sure for other in self.pages.values() if other.scan is not None
            for word, sure in zip(other.words, other.scan.certainties, strict=False) if word.text in told
        ]  # fmt: skip
        layer, seen = self._both(page, box)
        if layer and _bare(layer) == _bare(seen):
            # Another engine read the same there: what both read is certain.
            return min([1.0, *others])
        return min([1.0, *inside.values(), *others])

    def layer(self, source: Source) -> tuple[str, str] | None:
        """What the text layer says in the place of a value, and what the picture says, where they differ."""
        page = self.pages.get(source.page or 0)
        if page is None or page.scan is None or not page.scan.certainties or source.box is None:
            return None
        layer, seen = self._both(page, source.box)
        return (layer, seen) if layer and _bare(layer) != _bare(seen) else None

    def _both(self, page: Page, box: Box) -> tuple[str, str]:
        """The text of the layer and that of the picture, on the lines of a value up to the end of its cell."""
        cell = self.cells.get((page.number, box), box)
        place = (box[0], box[1], cell[2] if _is_small(cell, page) else box[2], box[3])
        other = page.scan.other if page.scan is not None else ()
        return _text(word for word in other if _within(word, place, 2.0)), _text(
            word for word in page.words if _within(word, place, 2.0)
        )


def _unsure(document: TransportDocument, look: _Look) -> Iterator[Doubt]:
    """The checked fields of which a letter is not sure, or which the text layer behind the picture reads otherwise."""
    for field, value in _checked(document):
        source = value.source
        page = look.pages.get(source.page or 0) if source is not None else None
        if source is None or page is None or page.scan is None or not page.scan.certainties or source.box is None:
            continue
        told = look.layer(source)
        if told is not None:
            kind = "unreadable" if _likeness(*told) >= ANOTHER else "ambiguous"
            yield Doubt.model_validate({"kind": kind, "field": field, "texts": told, "sources": (source,)})
        elif look.certainty(page, source.box, value.text) < SURE:
            yield Doubt(kind="unreadable", field=field, texts=(value.text,), sources=(source,))


def _checked(document: TransportDocument) -> Iterator[tuple[str, Party | Place]]:
    values: list[tuple[str, Party | Place | None]] = [
        ("consignee", document.consignee),
        *(("notify_party", party) for party in document.notify_parties),
        *(("transshipment_port", place) for place in document.transshipment_ports),
        *((role, getattr(document, role)) for role in CHECKED if role in PLACES),
    ]
    yield from ((field, value) for field, value in values if value is not None)


def _unread(sheets: Mapping[int, Sheet], name: str) -> Iterator[Doubt]:
    """Ink in the box of a checked field in which no word was found."""
    for number, sheet in sheets.items():
        for role, field, cell in _cells(sheet):
            if sheet.page.scan is not None and any(_within_box(ink, cell) for ink in sheet.page.scan.unread):
                source = Source(document=name, page=number, box=cell, caption=field.caption)
                yield Doubt(kind="unreadable", field=role, texts=(field.text,), sources=(source,))


def _missing(document: TransportDocument, sheets: Mapping[int, Sheet], name: str) -> Iterator[Doubt]:
    """A party that a picture does not show may be there all the same, its caption lost and its lines in another box."""
    scanned = [sheet for sheet in sheets.values() if sheet.page.scan is not None and sheet.page.scan.certainties]
    if not scanned or (document.consignee is not None and document.notify_parties):
        return
    for role in PARTIES:
        box = next((field for sheet in scanned for field in sheet.values(role)), None)
        place = None if box is None or not _is_small(box.cell, scanned[0].page) else box.cell
        source = Source(document=name, page=box.page if box else scanned[0].page.number, box=place)
        yield Doubt(kind="unreadable", field=role, sources=(source,))


def _pasted(sheets: Mapping[int, Sheet], name: str) -> Iterator[Doubt]:
    """Text in a picture that lies in the box of a checked field and says something else than the page's own text."""
    for number, sheet in sheets.items():
        page = sheet.page
        for role, field, cell in _cells(sheet):
            source = Source(document=name, page=number, box=cell, caption=field.caption)
            if page.scan is None and any(_within_box(mark, cell) for mark in page.pictures):
                yield Doubt(kind="unreadable", field=role, texts=(field.text,), sources=(source,))
            elif page.scan is not None and not page.scan.certainties:
                strange = [
                    word for word in page.scan.other
                    if _within(word, cell) and not any(_covers(ours, word) for ours in page.words)
                ]  # fmt: skip
                said = _text(strange)
                if len(_bare(said)) > 2 and _bare(said) not in _bare(f"{field.caption} {field.text}"):
                    yield Doubt(kind="ambiguous", field=role, texts=(field.text, said), sources=(source,))


def pictured_fields(sheet: Sheet) -> bool:
    """A picture with something dark in it lies in the box of a field that is checked."""
    return any(_within_box(mark, cell) for mark in sheet.page.pictures for _, _, cell in _cells(sheet))


def _cells(sheet: Sheet) -> Iterator[tuple[str, Field, Box]]:
    roles = (*((role, role) for role in CHECKED), ("also_notify", "notify_party"))
    for role, name in roles:
        for field in sheet.values(role):
            yield name, field, field.cell if _is_small(field.cell, sheet.page) else field.box


def _is_small(cell: Box, page: Page) -> bool:
    return cell[3] - cell[1] < 0.4 * page.height


def displayed(scan: Scan, box: Box) -> Box:
    """The box where the page as displayed has it: around its four corners, once they are led back."""
    a, b, c, d, e, f, g, h, i = scan.back
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    depths = [g * x + h * y + i for x, y in corners]
    across = [(a * x + b * y + c) / depth for (x, y), depth in zip(corners, depths, strict=True)]
    down = [(d * x + e * y + f) / depth for (x, y), depth in zip(corners, depths, strict=True)]
    return round(min(across), 1), round(min(down), 1), round(max(across), 1), round(max(down), 1)


def _within(word: Word, box: Box, reach: float = 0.5) -> bool:
    return _within_box(word[:4], box, reach)


def _within_box(place: Box, box: Box, reach: float = 0.5) -> bool:
    x, y = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
    return box[0] - reach <= x <= box[2] + reach and box[1] - reach <= y <= box[3] + reach


def _covers(ours: Word, word: Word) -> bool:
    across = min(ours.x1, word.x1) - max(ours.x0, word.x0)
    down = min(ours.bottom, word.bottom) - max(ours.top, word.top)
    return across > 0 and down > 0 and across * down > 0.3 * (word.x1 - word.x0) * (word.bottom - word.top)


def _text(words: Iterable[Word]) -> str:
    return "\n".join(" ".join(word.text for word in line) for line in lines_of(tuple(words)))


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one_shape(one), one_shape(other), autojunk=False).ratio()
