"""An EDI file is a row of segments: its separators are told by its first bytes, and what is cut off is never read.

EDIFACT (ISO 9735) tells its separators in UNA or has the usual ones; a release character takes the meaning from the
character behind it. X12 tells them by the places of its first segment, ISA, which is 106 characters long.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from docvalidate.errors import UnreadableDocument

MOST_SEGMENTS = 50_000
_LEVEL_B = "\x1f\x1d,\x00 \x1c"
"""The separators of syntax level B (UNOB in versions 1 to 3) are control characters, and there is no release."""
_TAG = re.compile(r"[A-Z][A-Z0-9]{1,2}")
_RECORDS = frozenset({72, 76, 78, 80, 128, 132, 256, 512, 1024})
"""The lengths of records that mainframes and mail gateways fold a file into."""
_LINE = re.compile(r"\r\n|\r|\n")


class Segment(NamedTuple):
    """A tag and its elements, each with its components; `number` counts from 1, as the lines of a listing do."""

    number: int
    tag: str
    elements: tuple[tuple[str, ...], ...]
    mark: str = "+"

    def at(self, element: int, component: int = 0) -> str:
        """A value without the spaces around it; empty where the segment ends before. The first element is 1."""
        return self.raw(element, component).strip()

    def raw(self, element: int, component: int = 0) -> str:
        """A value with its spaces."""
        parts = self.elements[element - 1] if 0 < element <= len(self.elements) else ()
        return parts[component] if component < len(parts) else ""

    def all(self, element: int) -> tuple[str, ...]:
        """Every component of an element, with its spaces."""
        return self.elements[element - 1] if 0 < element <= len(self.elements) else ()

    @property
    def path(self) -> str:
        """Where a person finds it.

        >>> Segment(12, "NAD", (("CN",), ("",))).path
        'NAD+CN (segment 12)'
        """
        return f"{self.tag}{self.mark}{self.at(1)} (segment {self.number})"


class EdifactMarks(NamedTuple):
    """The characters that part components, elements and segments, and the one that takes their meaning away."""

    component: str
    element: str
    release: str
    terminator: str


def edifact(text: str) -> list[Segment]:
    """The segments of an interchange; UNA is not counted. Raises UnreadableDocument where it is cut or damaged.

    >>> [(it.tag, it.elements) for it in edifact("UNH+1+IFTMCS:D:99B:UN'FTX+AAA+++O?'NEIL ?+ SONS'")][1]
    ('FTX', (('AAA',), ('',), ('',), ("O'NEIL + SONS",)))
    """
    text = text.lstrip("\ufeff \t\r\n")
    marks = _edifact_marks(text)
    body = text[9:] if text.startswith("UNA") else text
    pieces = _split(_unfolded(body, marks.terminator), marks.terminator, marks.release)
    found = []
    for number, piece in enumerate(_whole(pieces, "UNZ"), start=1):
        first, *rest = _split(piece, marks.element, marks.release)
        tag = _split(first, marks.component, marks.release)[0]
        if len(tag) != 3:
            tag = ""
        elements = tuple(
            tuple(_released(it, marks.release) for it in _split(element, marks.component, marks.release))
            for element in rest
        )
        found.append(_segment(number, tag, elements))
    return found


def x12(text: str) -> list[Segment]:
    """The segments of an interchange. Raises UnreadableDocument where it is cut or damaged.

    >>> [(it.tag, it.at(1), it.at(4)) for it in x12("ST*310*0001~N4*BALTIMORE*MD*21202*US~SE*3*0001~")][1]
    ('N4', 'BALTIMORE', 'US')
    """
    text = text.lstrip("\ufeff \t\r\n")
    element, terminator = _x12_marks(text)
    found = []
    pieces = _unfolded(text, terminator).split(terminator)
    for number, piece in enumerate(_whole(pieces, "IEA"), start=1):
        tag, *rest = piece.split(element)
        found.append(_segment(number, tag, tuple((it,) for it in rest))._replace(mark="*"))
    return found


def _segment(number: int, tag: str, elements: tuple[tuple[str, ...], ...]) -> Segment:
    if not _TAG.fullmatch(tag):
        raise UnreadableDocument(f"segment {number} has no tag: the file is damaged, ask for it again", "damaged")
    if number > MOST_SEGMENTS:
        raise UnreadableDocument(f"more than {MOST_SEGMENTS:,} segments: no bill has so many", "too-large")
    return Segment(number, tag, elements)


def _edifact_marks(text: str) -> EdifactMarks:
    if text.startswith("UNA"):
        if len(text) < 9:
            raise cut("UNA")
        component, element, _, release, _, terminator = tuple(text[3:9])
        if len({component, element, terminator}) < 3 or any(it.isalnum() for it in (component, element, terminator)):
            raise UnreadableDocument("UNA names no separators: the file is damaged, ask for it again", "damaged")
        return EdifactMarks(component, element, release.strip(), terminator)
    if text[3:4] == "\x1d":
        return EdifactMarks(_LEVEL_B[0], _LEVEL_B[1], "", _LEVEL_B[5])
    if text[3:4] != "+":
        raise UnreadableDocument("no UNA, and not the usual separators: ask for the file again", "damaged")
    return EdifactMarks(":", "+", "?", "'")


def _x12_marks(text: str) -> tuple[str, str]:
    """What parts elements and segments: by the places of ISA, or by the segments behind it where ISA is shortened."""
    element = text[3:4] if text.startswith("ISA") else text[2:3]
    if not element or element.isalnum():
        raise cut("its first segment")
    if text.startswith("ISA") and text[:104].count(element) == 16 and text[103:104] == element and len(text) > 105:
        return element, text[105]
    mark = re.escape(element)
    found = re.search(rf"([^\w\s{mark}]|(?<=\S)[\r\n])\s*[A-Z][A-Z0-9]{{1,2}}{mark}", text[:1000])
    if found is None:
        raise cut("its first segment")
    return element, found[1]


def _split(text: str, mark: str, release: str) -> list[str]:
    """Part a text at a mark that is not released."""
    if not release or release not in text:
        return text.split(mark)
    parts, start = [], 0
    for match in re.finditer(f"{re.escape(release)}.|{re.escape(mark)}", text, re.DOTALL):
        if match[0] == mark:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


def _released(text: str, release: str) -> str:
    return re.sub(f"{re.escape(release)}(.)", r"\1", text, flags=re.DOTALL) if release and release in text else text


def _unfolded(text: str, terminator: str) -> str:
    """Records of one length are put together again; any other line break within a segment stands for a space."""
    lines = _LINE.split(text.rstrip("\r\n"))
    if terminator in "\r\n":
        return text
    # In records some lines end within a segment; where each ends with one, the breaks mean nothing.
    broken = [line for line in lines[:-1] if line.strip() and not line.rstrip().endswith(terminator)]
    if not broken:
        return text
    records = len(lines) > 2 or len(lines[0]) in _RECORDS
    if records and len({len(line) for line in lines[:-1]}) == 1 and len(lines[-1]) <= len(lines[0]):
        return "".join(lines)
    return " ".join(lines)


def _whole(pieces: list[str], last: str) -> Iterator[str]:
    """Every segment; one without its terminator is cut off, unless it is the last that an interchange has."""
    *whole, rest = pieces
    for piece in whole:
        if piece.strip():
            yield piece.lstrip().rstrip("\r\n")
    if rest := rest.strip("\r\n\t \x1a\x00"):
        if not rest.startswith(last):
            raise cut(f"segment {sum(1 for it in whole if it.strip()) + 1} ({rest[:3]})")
        # Whether its number is whole, too, is seen when it is held against that of the first segment.
        yield rest


def cut(where: str) -> UnreadableDocument:
    """The file stops too early."""
    return UnreadableDocument(f"the file is cut off in or after {where}: ask for it again", "truncated")
