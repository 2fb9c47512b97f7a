"""Each page on which something stands that was compared, with a box around every such thing, and one place for each.

A box knows its field, or the finding that it belongs to; findings and fields know their boxes, and so each lights the
other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docvalidate.model import Box, Check, Report, Source

from ..page_pictures import Picture, bytes_of, pictures
from .said import Said, Speaker

MOST_PAGES = 8
"""A report goes by mail: pages after these are told by their values."""
_AROUND = 1.0
"""Points that are left free around a text, so that its box touches no letter."""
_WORST = (
    *("mismatch", "error", "not_shown", "unreadable", "unverified", "partial", "warning", "waived"),
    *("format_difference", "match", "note", "not_required"),
)
_PARTIES = ("consignee", "notify_party")

Spot = tuple[str, int, Box]


@dataclass(slots=True)
class Frame:
    """A box on a page: what it shows, how that stands, and where a person reads more of it."""

    key: str
    page: int
    box: Box
    status: str = "not_required"
    names: dict[str, None] = field(default_factory=dict)
    target: str | None = None
    said: Said | None = None
    state: Said | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a paper, with its boxes from the top down."""

    key: str
    paper: str
    number: int
    picture: Picture
    frames: tuple[Frame, ...]


class Papers:
    """The pages of a report; places that are on none of them have no box."""

    def __init__(self, report: Report, speaker: Speaker) -> None:
        papers = [paper for paper in (report.document, *report.supporting) if paper is not None]
        self._frames: dict[Spot, Frame] = {}
        self.pages: tuple[Page, ...] = ()
        wanted = self._wanted(report)
        drawn: dict[tuple[str, int], Picture] = {}
        for label in dict.fromkeys(label for label, _ in wanted):
            if (data := bytes_of(label, papers)) is not None:
                numbers = [number for name, number in wanted if name == label]
                drawn |= {(label, number): picture for number, picture in pictures(data, numbers).items()}
        for number, (spot, status, name, target) in enumerate(_spots(report)):
            if spot[:2] in drawn:
                frame = self._frames.setdefault(spot, Frame(f"box-{number}", spot[1], spot[2]))
                frame.names.setdefault(name)
                if frame.target is None or _rank(status) < _rank(frame.status):
                    frame.status, frame.target = status, target
        for frame in self._frames.values():
            frame.said = speaker.names(frame.names)
            frame.state = speaker.word(frame.status)
        self.pages = tuple(
            Page(f"page-{at}", label, number, picture, self._on(label, number))
            for at, ((label, number), picture) in enumerate(drawn.items(), 1)
        )

    def keys(self, sources: Iterable[Source | None]) -> tuple[str, ...]:
        """The boxes around these places."""
        spots = filter(None, map(_spot, sources))
        return tuple(dict.fromkeys(self._frames[spot].key for spot in spots if spot in self._frames))

    def style(self) -> str:
        """Where each box stands on its page, as rules: a strict page obeys no style that stands on an element."""
        return "".join(
            f"#{frame.key}{{left:{_share(frame.box[0] - _AROUND, page.picture.width)};"
            f"top:{_share(frame.box[1] - _AROUND, page.picture.height)};"
            f"width:{_share(frame.box[2] - frame.box[0] + 2 * _AROUND, page.picture.width)};"
            f"height:{_share(frame.box[3] - frame.box[1] + 2 * _AROUND, page.picture.height)}}}\n"
            for page in self.pages
            for frame in page.frames
        )

    def _on(self, label: str, number: int) -> tuple[Frame, ...]:
        frames = (frame for spot, frame in self._frames.items() if spot[:2] == (label, number))
        return tuple(sorted(frames, key=lambda frame: (frame.box[1], frame.box[0])))

    def _wanted(self, report: Report) -> list[tuple[str, int]]:
        """The pages to be drawn: where something stands, and the first page of the draft in any case."""
        pages = [spot[:2] for spot, *_ in _spots(report)]
        draft = report.document
        if draft is not None and not any(label.startswith(draft.file or "document") for label, _ in pages):
            pages.insert(0, (draft.file or "document", 1))
        ours = draft.file if draft is not None and draft.file is not None else ""
        return sorted(dict.fromkeys(pages), key=lambda page: (not page[0].startswith(ours), pages.index(page)))[
            :MOST_PAGES
        ]


def sources_of(check: Check, report: Report) -> Iterator[Source]:
    """Where a field stands: where the check looked, and every other place at which the draft shows that party."""
    if check.source is not None:
        yield check.source
    draft = report.document
    if draft is not None and check.field in _PARTIES:
        parties = (draft.consignee,) if check.field == "consignee" else draft.notify_parties
        yield from (party.source for party in parties if party is not None and party.source is not None)


def check_key(check: Check) -> str:
    """The name by which a link finds the field."""
    return f"field-{check.field}"


def finding_key(number: int) -> str:
    """The name by which a link finds the finding."""
    return f"finding-{number}"


def _spots(report: Report) -> Iterator[tuple[Spot, str, str, str]]:
    """Each place with how it stands, what it is called and where more is said of it."""
    fields = {finding.field: finding_key(number) for number, finding in reversed(list(enumerate(report.findings, 1)))}
    for check in report.checks:
        if check.status != "not_required":
            for source in sources_of(check, report):
                if (spot := _spot(source)) is not None:
                    yield spot, check.status, check.field, fields.get(check.field) or check_key(check)
    for number, finding in enumerate(report.findings, 1):
        if (spot := _spot(finding.source)) is not None:
            yield spot, finding.severity, finding.field or finding.name, finding_key(number)


def _spot(source: Source | None) -> Spot | None:
    if source is None or source.page is None or source.box is None:
        return None
    return source.document, source.page, source.box


def _rank(status: str) -> int:
    return _WORST.index(status) if status in _WORST else len(_WORST)


def _share(points: float, whole: float) -> str:
    return f"{min(max(100 * points / whole, 0.0), 100.0):.3f}%"
