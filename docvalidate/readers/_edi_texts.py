"""Text that runs over several segments is one text, and each of its segments may be one as well: both are read."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from docvalidate.model.document import Doubt, Party, Place
from docvalidate.model.values import Source
from docvalidate.structured.pieces import joined
from docvalidate.structured.segments import Segment

from ._edi_remarks import remarks_in
from ._free_text import LONGEST, FreeText, read_text

_CAPTIONS = {"FTX": "Free text", "PCI": "Marks", "TSR": "Transport service"}

_SENTENCE = 160
"""The characters of a remark that runs over a segment's end; what is longer is several of them without full stops."""


class Text(NamedTuple):
    """The lines of one segment; `kind` is its tag and qualifier, `number` where it stands."""

    source: Source
    lines: tuple[str, ...]
    goods: bool
    kind: str
    number: int


def edifact_text(segment: Segment, document: str, *, goods: bool) -> Text:
    """The text of a segment; which have some by their definition is no matter, for senders put text anywhere."""
    source = Source(document=document, path=segment.path, caption=_CAPTIONS.get(segment.tag, "Text"))
    qualifier = segment.at(1) if segment.tag == "FTX" else ""
    return Text(source, edifact_lines(segment), goods, f"{segment.tag} {qualifier}", segment.number)


def edifact_lines(segment: Segment) -> tuple[str, ...]:
    """The lines of a segment; outside of FTX and PCI text stands among codes, and has several words."""
    if segment.tag not in ("FTX", "PCI"):
        values = (it.strip() for part in segment.elements for it in part)
        return tuple(it for it in values if len(it) > 3 and (" " in it or segment.tag == "TSR"))
    body = 4 if segment.tag == "FTX" else 2
    pieces = segment.all(body)
    length = 35 if segment.tag == "PCI" else 512 if any(len(piece) > 70 for piece in pieces) else 70
    # Text in the place of a code: no code of these two has more than four characters or a space.
    others = [it.strip() for number, part in enumerate(segment.elements, 1) if number != body for it in part]
    return (*joined(pieces, length).text.splitlines(), *(it for it in others if len(it) > 4 and " " in it))


def read_segments(
    texts: Sequence[Text],
    notify: Sequence[Party],
    consignee: Party | None = None,
    places: Sequence[Place | None] = (),
) -> FreeText:
    """Read each segment, and each run of them; what a run says that its segments do not say is added.

    `places` are those that the fields state, of which a text may speak without saying anything new.
    """
    texts = [it for it in texts if it.lines]
    said = read_text([(it.source, it.lines, it.goods) for it in texts], notify)
    runs = [run for run in _runs(texts) if len(run) > 1]
    whole = read_text([(it.source, it.lines, it.goods) for it in map(_whole, runs)], notify)
    known = {place.locode or place.text.casefold() for place in said.through}
    said.through += [it for it in whole.through if (it.locode or it.text.casefold()) not in known]
    said.direct = said.direct or whole.direct
    said.citations += [it for it in whole.citations if it not in said.citations]
    fields = {doubt.field for doubt in said.doubts}
    said.doubts += [doubt for doubt in whole.doubts if doubt.field not in fields]
    parties = {"notify_party": tuple(notify), "consignee": (consignee,) if consignee is not None else ()}
    given = [it for it in (*places, *said.through) if it is not None]
    told = {(doubt.field, doubt.sources) for doubt in said.doubts}
    further = dict.fromkeys(
        doubt for it in _begun(texts) for doubt in remarks_in("\n".join(it.lines), it.source, parties, given)
    )
    said.doubts += [doubt for doubt in further if (doubt.field, doubt.sources) not in told]
    # Over the end of a segment a route may go on; a party and the remark behind it are two things.
    fields = {*parties, *(doubt.field for doubt in said.doubts)}
    over_the_end = dict.fromkeys(
        doubt for it in map(_whole, runs) for doubt in remarks_in("\n".join(it.lines), it.source, parties, given)
    )
    said.doubts += [doubt for doubt in over_the_end if doubt.field not in fields]
    return said


def _remarks(
    texts: Iterable[Text], parties: dict[str, tuple[Party, ...]], places: Sequence[Place]
) -> tuple[Doubt, ...]:
    """Each remark once; the same text may stand in several segments."""
    found = (doubt for it in texts for doubt in remarks_in("\n".join(it.lines), it.source, parties, places))
    return tuple(dict.fromkeys(found))


def _whole(run: Sequence[Text]) -> Text:
    """A run as one text."""
    return run[0]._replace(lines=_lines(run))


def _begun(texts: Sequence[Text]) -> Iterator[Text]:
    """Each text; one that ends with a colon names what stands in the next."""
    for run in _runs(texts):
        begun: list[Text] = []
        for text in run:
            begun.append(text)
            if not text.lines[-1].rstrip().endswith(":"):
                yield _whole(begun)
                begun = []
        if begun:
            yield _whole(begun)


def _lines(run: Sequence[Text]) -> tuple[str, ...]:
    return tuple(line for it in run for line in it.lines)


def _runs(texts: Sequence[Text]) -> list[list[Text]]:
    """Neighbours of one kind; one that grows too long to be read goes on in the next, from its last segment on."""
    runs: list[list[Text]] = []
    for text in texts:
        last = runs[-1][-1] if runs else None
        if last is None or (last.kind, last.goods) != (text.kind, text.goods) or text.number != last.number + 1:
            runs.append([text])
        elif sum(len(line) + 1 for line in _lines([*runs[-1], text])) > LONGEST:
            runs.append([last, text])
        else:
            runs[-1].append(text)
    return runs
