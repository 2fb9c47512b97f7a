"""Pages become one document: the face speaks, riders continue it, and what stays open is said."""

import re
from collections.abc import Sequence

from docvalidate.engines.page import Hidden, Overlay, Page
from docvalidate.errors import UnreadableDocument
from docvalidate.model.document import Doubt, DoubtKind, Kind, Leg, PageKind, Place, TransportDocument
from docvalidate.model.values import Box, Source

from .amendments import amendments_of
from .fields import Sheet, read_sheet
from .legs import Plan, plan_of
from .misread import with_captions_mended
from .parties import Parties, cleaned
from .places import Places
from .scanned import as_seen
from .ships import carried_before, vessels_in
from .timetable import timetable_of
from .titles import bill_of, citations_of, draft_marks, kind_of, other_paper

ON_THE_FACE = frozenset(
    """
    shipper consignee notify_party port_of_loading port_of_discharge place_of_receipt place_of_delivery vessel
    vessel_voyage
    """.split()
)
_MASTER = re.compile(r"\b(?:master|mbl|mawb)\b|主单", re.IGNORECASE)
_SECOND = re.compile(r"\b(?:2nd|second|mother|2\.?)\s*(?:vessel|vsl)|二程", re.IGNORECASE)
_SPEAKS_OF = (
    ("consignee", re.compile(r"\b(?:consignee|cnee)\b", re.IGNORECASE)),
    ("notify_party", re.compile(r"\bnotify\b", re.IGNORECASE)),
    ("transshipment_port", re.compile(r"\bt/s\b|\btrans?s?hip", re.IGNORECASE)),
)
PENDING = "tracked change"
_KINDS: dict[str, DoubtKind] = {
    PENDING: "changes_pending",
    "no value": "unreadable",
    "number without its format": "unreadable",
    "stale value": "unreadable",
}
"""What an engine marks that is no reviewer's mark, and the doubt that it is."""
MOST_WORDS = 2_500
"""More words than this on a page that is no page of terms are no bill; to look at them all would take too long."""
DRAWN_FIELDS = (
    "consignee", "notify_party", "also_notify", "transshipment_port", "port_of_loading", "port_of_discharge",
    "place_of_receipt", "place_of_delivery", "shipper",
)  # fmt: skip


def document_of(pages: Sequence[Page], name: str) -> TransportDocument:
    """Read the pages of one paper; `name` is what its sources are called.

    Raises UnreadableDocument where there is no text at all, or where the paper is of another trade.
    """
    for page in pages:
        if len(page.words) > MOST_WORDS:
            raise UnreadableDocument(
                f"page {page.number} has {len(page.words):,} words: no bill has so many", "too-large"
            )
    sheets = {page.number: read_sheet(with_captions_mended(page)) for page in pages if page.kind != "terms"}
    kinds = {page.number: page.kind or _kind(sheets[page.number]) for page in pages}
    if not any(sheet.runs for sheet in sheets.values()):
        raise _no_text(pages)
    face = [sheets[number] for number in sheets if kinds[number] == "face"] or list(sheets.values())[:1]
    others = [sheet for sheet in sheets.values() if sheet not in face]
    kind = kind_of(face)
    roles = {field.role for sheet in face for field in sheet.fields} & ON_THE_FACE
    title = other_paper(face)
    if kind == "unknown" and (title is not None or len(roles) < 3):
        what = f'it is headed "{title}"' if title else "it has no boxes for consignee, notify party and ports"
        raise UnreadableDocument(f"not a bill of lading, waybill or booking: {what}", "not-a-transport-document")
    if kind == "unknown":
        kind = _kind_by_number(face)
    draft, marks = draft_marks(face)
    plan = plan_of([*face, *others], name, kind)
    face, others = [plan.left_of(sheet) for sheet in face], [plan.left_of(sheet) for sheet in others]
    parties = Parties(face, others, name)
    places = Places([*face, *others], name)
    boxes = {
        role: places.one(role)
        for role in (
            "place_of_receipt",
            "port_of_loading",
            "port_of_discharge",
            "place_of_delivery",
            "final_destination",
        )
    }
    through = list(places.transshipment())
    onward = places.one("for_transshipment_to")
    if onward is not None and not through and boxes["port_of_discharge"] is not None:
        # "For transhipment to X" says that the goods change over where they are discharged, and go on to X.
        through.append(boxes["port_of_discharge"])
        boxes["final_destination"] = boxes["final_destination"] or onward
    citations = citations_of([*face, *others], name)
    vessel, voyage = _vessel(face)
    etd, cut_offs = timetable_of([*face, *others], plan, name)
    number, booking = _numbers(face, kind)
    document = TransportDocument(
        kind=kind,
        draft=draft,
        bill=bill_of(face),
        number=number,
        booking_number=booking,
        references=_all(face, "references"),
        shipper=parties.one("shipper"),
        consignee=parties.one("consignee"),
        notify_parties=parties.notify_parties(),
        delivery_agent=parties.one("delivery_agent"),
        forwarding_agent=parties.one("forwarding_agent"),
        onward_routing=" ".join(_all(face, "onward_routing")) or None,
        transshipment_ports=tuple(through),
        direct=places.direct,
        legs=plan.legs or _two_vessels(face, boxes["port_of_loading"], boxes["port_of_discharge"]),
        vessel=vessel,
        voyage=voyage,
        etd=etd,
        cut_offs=cut_offs,
        cites_instruction=citations[0] if citations else None,
        cites_also=citations[1:],
        marks=marks,
        pages=tuple(kinds[page.number] for page in pages),
        doubts=(
            *_checked(parties.open_doubts()),
            *places.open_doubts((boxes["port_of_discharge"], boxes["place_of_delivery"])),
            *plan.doubts,
            *_hidden(pages, sheets, name),
            *carried_before(face, vessel, name),
            *_struck(sheets, plan, name),
            *_marked(sheets, name),
            *_pictures(pages, name),
        ),
        file=name,
        **boxes,
    )
    return as_seen(document, sheets, name)


def shows_a_face(page: Page) -> bool:
    """The page, looked at alone, is the face of a paper."""
    return page.kind is None and len(page.words) <= MOST_WORDS and _kind(read_sheet(page)) == "face"


def _kind(sheet: Sheet) -> PageKind:
    roles = {field.role for field in sheet.fields if field.lines} & ON_THE_FACE
    if len(roles) >= 3:
        return "face"
    return "rider" if sheet.runs else "other"


def _kind_by_number(face: Sequence[Sheet]) -> Kind:
    captions = " ".join(field.caption.casefold() for sheet in face for field in sheet.values("number"))
    if "waybill" in captions or "swb" in captions or "运单" in captions:
        return "sea_waybill"
    return "bill_of_lading" if captions else "unknown"


def _no_text(pages: Sequence[Page]) -> UnreadableDocument:
    if any(page.scan is not None for page in pages):
        return UnreadableDocument("no text can be read in the pictures of the pages: ask for the original file", "scan")
    if any(page.scanned for page in pages):
        return UnreadableDocument("the pages are pictures without text (a scan): ask for the original file", "scan")
    return UnreadableDocument("no page has any text: ask for the file again", "empty")


def _all(face: Sequence[Sheet], role: str) -> tuple[str, ...]:
    lines = [line for sheet in face for field in sheet.values(role) for line in cleaned(field.lines)]
    return tuple(dict.fromkeys(lines))


def _first(face: Sequence[Sheet], role: str) -> str | None:
    """The first line of the first field with one."""
    return next((line for sheet in face for field in sheet.values(role) for line in cleaned(field.lines)), None)


def _number(face: Sequence[Sheet], role: str) -> tuple[str | None, str]:
    """The first value of that role with a figure in it, up to its first wide gap, and its caption.

    Others are captions or titles. A master bill's number comes after that of the bill at hand.
    """
    fields = [field for sheet in face for field in sheet.values(role)]
    fields.sort(key=lambda field: bool(_MASTER.search(field.caption)))
    values = ((line, field.caption) for field in fields for line in cleaned((field.first,)))
    return next(((value, caption) for value, caption in values if any(map(str.isdigit, value))), (None, ""))


def _numbers(face: Sequence[Sheet], kind: Kind) -> tuple[str | None, str | None]:
    """The bill's number and the booking's.

    On US forms the "document number" beside a B/L number is the booking's, and so is the carrier's own reference on its
    confirmation.
    """
    (number, _), (booking, _), (document, caption) = (
        _number(face, role) for role in ("number", "booking_number", "document_number")
    )
    if number is None:
        return document, booking
    of_booking = "doc" in caption.casefold() or kind == "booking_confirmation"
    return number, booking or (document if of_booking else None)


def _vessel(face: Sequence[Sheet]) -> tuple[str | None, str | None]:
    vessel, voyage = _first(face, "vessel"), _first(face, "voyage")
    both = _first(face, "vessel_voyage")
    if vessel is None and both:
        name, _, last = both.replace("/", " / ").strip().rpartition(" ")
        if name and any(character.isdigit() for character in last):
            return name.rstrip(" /"), voyage or last
        return both, voyage
    return vessel, voyage


def _two_vessels(face: Sequence[Sheet], loading: Place | None, discharge: Place | None) -> tuple[Leg, ...]:
    """A bill with a first and a second vessel proves that the goods change over, and does not say where.

    They may stand in boxes of their own, or both in one: EVER ONE V.012E / EVER TWO V.034W.
    """
    fields = [field for sheet in face for role in ("vessel", "vessel_voyage") for field in sheet.values(role)]
    named = {field.text for field in fields if any(map(str.isalpha, field.text))}
    second = len(named) > 1 and any(_SECOND.search(field.caption) for field in fields if field.text)
    if not second and not any(len(vessels_in(line)) > 1 for field in fields for line in cleaned(field.lines)):
        return ()
    return Leg(load=loading, mode="vessel"), Leg(discharge=discharge, mode="vessel")


def _checked(doubts: Sequence[Doubt]) -> list[Doubt]:
    """The doubts about fields that somebody may instruct; the shipper and the agents are nobody's instruction."""
    return [doubt for doubt in doubts if doubt.field in ("consignee", "notify_party")]


def _pictures(pages: Sequence[Page], name: str) -> list[Doubt]:
    """Pages that are pictures beside pages of text: something on them was not read."""
    return [
        Doubt(kind="pages_not_read", sources=(Source(document=name, page=page.number),))
        for page in pages
        if page.scanned and not page.words
    ]


def _struck(sheets: dict[int, Sheet], plan: Plan, name: str) -> list[Doubt]:
    """Words with a line through them, in a box or a plan: whether they still count, only a person can say."""
    found: list[Doubt] = []
    for number, sheet in sheets.items():
        for run in sheet.struck:
            inside = plan.holds(number, run.middle)
            field = "transshipment_port" if inside else _field_at(sheet, run.box)
            if field is not None:
                source = Source(document=name, page=number, box=run.box, caption="struck through")
                found.append(Doubt(kind="ambiguous", field=field, texts=(run.text,), sources=(source,)))
    return found


def _marked(sheets: dict[int, Sheet], name: str) -> list[Doubt]:
    """Marks that a reviewer left on a field, and words across the page or in the text that speak of changing one."""
    found: list[Doubt] = []
    for number, sheet in sheets.items():
        said: list[tuple[str, Box | None, str]] = [
            (it.text, it.box, it.what) for it in sheet.page.overlays if it.text and it.what not in _KINDS
        ]
        said += [(mark, None, "set across the page") for mark in sheet.page.marks if not sheet.page.sideways]
        for text, box, what in said:
            found += [
                Doubt(kind="ambiguous", field=field, texts=(text,), sources=(_source(name, number, box, what),))
                for field, word in _SPEAKS_OF
                if word.search(text)
            ]
        found += [
            Doubt(
                kind="ambiguous", field=field, texts=(run.text,), sources=(_source(name, number, run.box, "amendment"),)
            )
            for run, field in amendments_of(sheet)
        ]
        for it in sheet.page.overlays:
            field = _field_at(sheet, it.box)
            if it.what in _KINDS:
                found += _of_kind(sheet, it, field, _source(name, number, it.box, it.what))
            elif field is not None and (it.what != "crossed out" or _crosses_out(sheet, it.box)):
                text = it.text if it.what == "comment" and it.text else it.what
                if any(doubt.field == field and doubt.texts == (text,) for doubt in found):
                    continue
                found.append(
                    Doubt(
                        kind="ambiguous",
                        field=field,
                        texts=(text,),
                        sources=(_source(name, number, it.box, it.what),),
                    )
                )
    return found


def _of_kind(sheet: Sheet, mark: Overlay, field: str | None, source: Source) -> list[Doubt]:
    """The doubts that an engine's mark is: for the field where it lies, and for those that its words speak of.

    A change counts for the paper as a whole where it lies in no field; a number that cannot be shown does not.
    """
    fields: list[str | None] = [] if field is None else [field]
    if mark.what == PENDING:
        fields += [spoken for spoken, word in _SPEAKS_OF if word.search(mark.text) and spoken not in fields]
    elif not fields:
        return []
    return [Doubt(kind=_KINDS[mark.what], field=it, texts=(mark.text,), sources=(source,)) for it in (fields or [None])]


def _source(name: str, page: int, box: Box | None, caption: str) -> Source:
    return Source(document=name, page=page, box=box, caption=caption)


def _crosses_out(sheet: Sheet, box: Box) -> bool:
    """The sloping line lies inside one field's cell and reaches over much of it: no stroke of a logo or a stamp."""
    cells = [field.cell for role in DRAWN_FIELDS for field in sheet.values(role)]
    return any(
        c[0] - 6 <= box[0] and box[2] <= c[2] + 6 and c[1] - 6 <= box[1] and box[3] <= c[3] + 6
        and box[2] - box[0] > 0.4 * (c[2] - c[0]) and box[3] - box[1] > 0.3 * (c[3] - c[1])
        for c in cells
    )  # fmt: skip


def _hidden(pages: Sequence[Page], sheets: dict[int, Sheet], name: str) -> list[Doubt]:
    """Words that nobody can see, by the box they lie in. Under the picture of a page they are a scan's text layer."""
    doubts: list[Doubt] = []
    for page in pages:
        if page.scanned or page.number not in sheets:
            continue
        groups: dict[str | None, list[Hidden]] = {}
        for it in page.hidden:
            groups.setdefault(_field_at(sheets[page.number], it.box), []).append(it)
        for field, words in groups.items():
            box = (
                min(w.box[0] for w in words),
                min(w.box[1] for w in words),
                max(w.box[2] for w in words),
                max(w.box[3] for w in words),
            )
            text = _lines(words)
            source = Source(document=name, page=page.number, box=box, caption=words[0].reason)
            doubts.append(Doubt(kind="hidden", field=field, texts=(text,), sources=(source,)))
    return doubts


def _lines(words: Sequence[Hidden]) -> str:
    lines: list[list[Hidden]] = []
    for word in sorted(words, key=lambda word: (round(word.box[1]), word.box[0])):
        if lines and abs(lines[-1][-1].box[1] - word.box[1]) < 3.0:
            lines[-1].append(word)
        else:
            lines.append([word])
    return "\n".join(" ".join(word.text for word in line) for line in lines)


def _field_at(sheet: Sheet, place: Box) -> str | None:
    x, y = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
    for role in DRAWN_FIELDS:
        for field in sheet.values(role):
            for box in (field.box, field.cell):
                tall = box[3] - box[1] < 0.4 * sheet.page.height
                if tall and box[0] - 2 <= x <= box[2] + 2 and box[1] - 2 <= y <= box[3] + 2:
                    return "notify_party" if role == "also_notify" else role
    return None
