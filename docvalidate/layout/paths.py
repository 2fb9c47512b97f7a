"""What was read from a page that was only set for reading is found again in the file: a cell, a line, a paragraph."""

from collections.abc import Sequence
from typing import TypeVar

from docvalidate.engines.page import Box, Page
from docvalidate.model.document import TransportDocument
from docvalidate.model.values import Frozen, Source

Value = TypeVar("Value", bound=Frozen)


def with_paths(document: TransportDocument, pages: Sequence[Page]) -> TransportDocument:
    """The document with paths in its sources in place of pages and boxes."""
    return _changed(document, {page.number: page for page in pages})


def _changed(value: Value, pages: dict[int, Page]) -> Value:
    found: dict[str, object] = {}
    for name in type(value).model_fields:
        inner = getattr(value, name)
        if isinstance(inner, Source):
            found[name] = _source(inner, pages)
        elif isinstance(inner, Frozen):
            found[name] = _changed(inner, pages)
        elif isinstance(inner, tuple) and any(isinstance(it, Frozen) for it in inner):
            found[name] = tuple(
                _source(it, pages) if isinstance(it, Source) else _changed(it, pages) if isinstance(it, Frozen) else it
                for it in inner
            )
    return value.model_copy(update=found) if found else value


def _source(source: Source, pages: dict[int, Page]) -> Source:
    page = pages.get(source.page or 0)
    if page is None:
        return source
    return source.model_copy(update={"page": None, "box": None, "path": path_of(page, source.box)})


def path_of(page: Page, box: Box | None) -> str | None:
    """Where in the file the words of a box stand, from the first to the last; the whole page where nothing does."""
    inside = [] if box is None else [(place, path) for place, path in page.places[:-1] if _covers(box, place)]
    paths = list(dict.fromkeys(path for _, path in sorted(inside, key=lambda it: (round(it[0][1]), it[0][0]))))
    if not paths:
        return page.places[-1][1] or None if page.places else None
    return paths[0] if len(paths) == 1 else joined(paths[0], paths[-1])


def joined(first: str, last: str) -> str:
    """Two paths as one stretch; what they have in common is said once.

    >>> joined("Sheet 'BL', cell A9", "Sheet 'BL', cell A12"), joined("line 3, column 5", "line 6, column 5")
    ("Sheet 'BL', cell A9 to A12", 'line 3 to 6, column 5')
    >>> joined("paragraph 4", "table 1, row 1, cell 2")
    'paragraph 4 to table 1, row 1, cell 2'
    """
    one, other = first.split(" "), last.split(" ")
    differing = [place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    if len(one) != len(other) or len(differing) != 1:
        return f"{first} to {last}"
    place = differing[0]
    return " ".join([*one[:place], one[place].rstrip(","), "to", *other[place:]])


def _covers(box: Box, place: Box) -> bool:
    """The middle of the place lies in the box, or most of the box's height and width does in the place."""
    x, y = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
    if box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1:
        return True
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return place[0] - 1 <= x <= place[2] + 1 and place[1] - 1 <= y <= place[3] + 1
