"""A document as text: each field as printed, and where it is printed."""

from collections.abc import Iterator

from docvalidate.model import Moment, Party, Place, Source, TransportDocument
from docvalidate.wording import phrase, word

from .places import where
from .typesetting import columns, pad, paint, visible, wrap


def render(document: TransportDocument, *, language: str, color: bool, width: int) -> str:
    """The document field by field; a field that it does not show is said not to be shown."""
    fields = list(rows(document, language))
    widest = min(max(columns(title) for title, _, _ in fields), width // 3)
    lines: list[str] = []
    for title, text, source in fields:
        shown = [line for part in (text or "–").splitlines() for line in wrap(part, width - widest - 2)]
        for number, line in enumerate(shown):
            head = pad(title, widest) if number == 0 else " " * widest
            lines.append(f"{head}  {paint(line, None if text else 'dim', color)}".rstrip())
        if source is not None:
            place = wrap(visible(where(source, language)), width - widest - 2)
            lines += [f"{' ' * widest}  {paint(line, 'dim', color)}" for line in place]
    return "\n".join(lines) + "\n"


def rows(document: TransportDocument, language: str) -> Iterator[tuple[str, str | None, Source | None]]:
    """Title, text as printed, and place of every field; the text is null where the document shows none."""

    def title(field: str) -> str:
        name = word(field, language)
        return name[:1].upper() + name[1:]

    yield title("document"), document.file, None
    yield title("kind"), word(document.kind, language), None
    yield title("draft"), phrase("document", f"draft_{document.draft}".lower(), language, {}), None
    yield title("number"), document.number, None
    yield title("booking_number"), document.booking_number, None
    for field in ("shipper", "consignee"):
        party: Party | None = getattr(document, field)
        yield title(field), None if party is None else party.text, None if party is None else party.source
    for party in document.notify_parties or (None,):
        yield title("notify_party"), None if party is None else party.text, None if party is None else party.source
    for field in ("place_of_receipt", "port_of_loading", "port_of_discharge", "place_of_delivery"):
        yield (title(field), *_place(getattr(document, field), language))
    for place in document.transshipment_ports or (None,):
        yield (title("transshipment_port"), *_place(place, language))
    yield title("vessel"), document.vessel, None
    yield title("voyage"), document.voyage, None
    if document.etd is not None:
        yield title("etd"), _moment(document.etd), document.etd.source
    for cut_off in document.cut_offs:
        yield title(cut_off.kind), _moment(cut_off), cut_off.source
    if document.cites_instruction is not None:
        yield title("cites_instruction"), document.cites_instruction.text, document.cites_instruction.source
    for doubt in document.doubts:
        field = word(doubt.field or "document", language)
        text = phrase("document", f"doubt_{doubt.kind}", language, {"field": field})
        yield title("doubt"), "\n".join((text, *doubt.texts)), doubt.sources[0] if doubt.sources else None


def _moment(moment: Moment) -> str:
    """The text as printed, and what it was read as; a date that can be read in two ways was read as none."""
    return f"{moment.text} [{moment.at or '?'}]"


def _place(place: Place | None, language: str) -> tuple[str | None, Source | None]:
    if place is None:
        return None, None
    code = f" [{place.locode}]" if place.locode is not None else ""
    basis = f" ({word(place.basis, language)})" if place.basis != "stated" else ""
    return place.text + code + basis, place.source
