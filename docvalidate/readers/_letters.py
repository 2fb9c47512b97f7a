"""One draft comes out of a letter, or none: what is enclosed is read by the shelf, and two that differ are said."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from docvalidate.errors import UnreadableDocument
from docvalidate.layout.reconcile import FIELDS, reconcile
from docvalidate.limits import ReadSettings
from docvalidate.model.document import Doubt, Party, Place, TransportDocument
from docvalidate.model.values import Source
from docvalidate.reference.spelling import words_of
from docvalidate.structured.letters import PACKED, PICTURES, Letter, Piece
from docvalidate.structured.remarks import doubts_in_remarks
from docvalidate.structured.sources import with_message

from . import Reader, reader_for, shelf

DEEPEST = 3
"""Messages within messages that are opened."""
MOST_READ = 40
"""Enclosures that are tried; each may take a parser of its own."""
BILLS = ("sea_waybill", "bill_of_lading", "unknown")
NO_PAPER = frozenset({"not-a-transport-document", "empty", "unknown-format", "unknown-schema", "nothing-to-read"})
"""Reasons that say what a file is; every other says that it could be the draft and was not read."""
BEST = ("pdf", "ubl", "dcsa", "xlsx", "xls", "docx")


@dataclass(frozen=True)
class _Found:
    piece: Piece
    reader: str
    document: TransportDocument


def draft_in(letter: Letter, name: str, settings: ReadSettings, *, second: bool = False) -> TransportDocument:
    """The one draft of the letter. Raises UnreadableDocument where there is none, or two that differ."""
    return papers_in(letter, name, settings, second=second)[0]


def papers_in(
    letter: Letter, name: str, settings: ReadSettings, *, second: bool = False, depth: int = 1
) -> tuple[TransportDocument, ...]:
    """The one draft of the letter, and behind it the papers of other kinds that came along, such as a booking."""
    search = _Search(letter, name, settings, second, depth)
    found = search.all()
    bills = [it for it in found if it.document.kind in BILLS]
    others = [it for it in found if it.document.kind not in BILLS]
    if not found:
        looked_at = "; ".join((*search.refused, *letter.closed)) or "it is empty"
        raise UnreadableDocument(f"no draft in it: {looked_at}", "nothing-to-read")
    draft = _the_one(bills or others)
    riders = [it.document for it in (others if bills else []) if it.document is not draft.document]
    doubts = (*search.doubts(), *_remarks(letter, draft, f"{name}: body"))
    papers = (draft.document.model_copy(update={"doubts": (*draft.document.doubts, *doubts)}), *riders)
    return tuple(with_message(paper, letter.message) for paper in papers)


class _Search:
    """The pieces of one letter, read one by one."""

    def __init__(self, letter: Letter, name: str, settings: ReadSettings, second: bool, depth: int) -> None:
        self.letter, self.name, self.settings, self.second, self.depth = letter, name, settings, second, depth
        self.refused: list[str] = []
        self.unread: list[str] = []
        self.until = time.monotonic() + settings.timeout

    def all(self) -> list[_Found]:
        """Every paper of the letter: its own newest text that holds one, and each enclosure."""
        plain = self._newest(("body", "quoted"))
        html = self._newest(("html body", "html quoted"))
        enclosed = [piece for piece in self.letter.pieces if piece.nature == "enclosure"]
        for piece in enclosed[MOST_READ:]:
            self._refuse(piece.name, UnreadableDocument(f"not tried after {MOST_READ} other enclosures", "too-large"))
        found = [it for piece in enclosed[:MOST_READ] for it in self._papers(piece)]
        return [*_as_one(plain, html), *found]

    def doubts(self) -> list[Doubt]:
        """What may be the draft as well, and was not read: it stays open until a person has looked."""
        return [
            Doubt(kind="pages_not_read", texts=(why,), sources=(Source(document=f"{self.name}: {piece}", page=1),))
            for piece, _, why in (line.partition(": ") for line in (*self.unread, *self.letter.closed))
        ]

    def _newest(self, natures: Sequence[str]) -> list[_Found]:
        """The newest text that holds a paper; the older ones below it hold older drafts."""
        for piece in (it for it in self.letter.pieces if it.nature in natures):
            unread = len(self.unread)
            found = self._papers(piece)
            if found or len(self.unread) > unread:
                return found
        return []

    def _papers(self, piece: Piece) -> list[_Found]:
        full = f"{self.name}: {piece.name}"
        try:
            letter = piece.inside
            if letter is None:
                reader = reader_for(piece.data, piece.name)
                letter = _letter(reader, piece.data)
            if letter is None:
                second = self.second and reader.SECOND_READING
                document = reader.read(piece.data, full, self._settings(), second=second)
                return [_Found(piece, _name_of(reader), document)]
            if self.depth >= DEEPEST:
                within = f"a message within {self.depth} others: save it as a file of its own"
                raise UnreadableDocument(within, "too-deep")
            papers = papers_in(letter, full, self._settings(), second=self.second, depth=self.depth + 1)
            return [_Found(piece, "letter", paper) for paper in papers]
        except UnreadableDocument as error:
            if error.reason == "two-drafts":
                raise
            self._refuse(piece.name, error, piece.data)
            return []

    def _settings(self) -> ReadSettings:
        """What is left of the time for this paper; a letter is one."""
        return replace(self.settings, timeout=max(1.0, self.until - time.monotonic()))

    def _refuse(self, name: str, error: UnreadableDocument, data: bytes = b"") -> None:
        closed = _closed(data) if error.reason == "unknown-format" else None
        why = "not a bill of lading" if error.reason == "not-a-transport-document" else str(error)
        if error.reason == "unknown-format":
            why = closed or "not a format that can be read"
        self.refused.append(f"{name}: {why.removeprefix(f'{name}: ')}")
        if closed or error.reason not in NO_PAPER:
            self.unread.append(self.refused[-1])


def _name_of(reader: Reader) -> str:
    return next((name for name, it in shelf().items() if it is reader), "")


def _letter(reader: Reader, data: bytes) -> Letter | None:
    opened = getattr(reader, "letter_of", None)
    letter: Letter | None = opened(data) if opened is not None else None
    return letter


def _closed(data: bytes) -> str | None:
    """What may have a draft in it, and is not opened."""
    if data.startswith(PACKED):
        return "an archive, which is not opened: unpack it and check what is in it"
    return "a picture without text: ask for the original file" if data.startswith(PICTURES) else None


def _as_one(plain: list[_Found], html: list[_Found]) -> list[_Found]:
    """The text of a mail comes in two forms that say the same; where they do not, the fields that differ stay open."""
    if not plain or not html:
        return plain or html
    both = reconcile(plain[0].document, html[0].document, FIELDS)
    return [_Found(plain[0].piece, plain[0].reader, both)]


def _the_one(found: Sequence[_Found]) -> _Found:
    """The paper with the best sources among papers that say the same. Raises UnreadableDocument where they do not."""
    ranked = sorted(found, key=lambda it: BEST.index(it.reader) if it.reader in BEST else len(BEST))
    for other in ranked[1:]:
        if differs := _differs(ranked[0].document, other.document):
            names = f"{ranked[0].piece.name} and {other.piece.name}"
            says = f"two drafts that differ in {differs}: {names}: check the one that holds"
            raise UnreadableDocument(says, "two-drafts")
    return ranked[0]


def _differs(one: TransportDocument, other: TransportDocument) -> str | None:
    """The first field in which two papers say different things of parties, places or their own number."""
    for field in ("kind", "number", "consignee", "notify_parties", "port_of_loading", "port_of_discharge",
                  "place_of_delivery", "transshipment_ports", "legs"):  # fmt: skip
        if _words(getattr(one, field)) != _words(getattr(other, field)):
            return field.replace("_", " ")
    return None


def _words(value: object) -> tuple[object, ...]:
    if isinstance(value, str):
        return words_of(value)
    if isinstance(value, (Party, Place)):
        return words_of(value.text)
    if isinstance(value, tuple):
        return tuple(_words(it) for it in value)
    legs = (getattr(value, "load", None), getattr(value, "discharge", None))
    return tuple(_words(it) for it in legs if it is not None)


def _remarks(letter: Letter, draft: _Found, document: str) -> Iterable[Doubt]:
    """What the subject and the newest text say of a field beside the draft: they may ask for something else."""
    bill = draft.document
    places = (*bill.transshipment_ports, *filter(None, (bill.port_of_discharge,)))
    stated = [place.text for place in places]
    around = draft.piece.nature in ("body", "html body")
    subject = document.removesuffix("body") + "subject"
    return (
        *doubts_in_remarks(letter.message.subject or "", subject, stated=stated),
        *doubts_in_remarks(letter.says(), document, around=around, stated=stated),
    )
