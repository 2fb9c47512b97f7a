"""Text that runs over several segments is one text, and each of its segments may be one as well: both are read."""

from collections.abc import Sequence
from typing import NamedTuple

from docvalidate.model.document import Party
from docvalidate.model.values import Source
from docvalidate.structured.pieces import joined
from docvalidate.structured.segments import Segment

from ._free_text import LONGEST, FreeText, read_text

_CAPTIONS = {"FTX": "Free text", "PCI": "Marks", "TSR": "Transport service"}


class Text(NamedTuple):
    """The lines of one segment; `kind` is its tag and qualifier, `number` where it stands."""

    source: Source
    lines: tuple[str, ...]
    goods: bool
    kind: str
    number: int


def edifact_text(segment: Segment, document: str, *, goods: bool) -> Text:
    """The text of an FTX, PCI or TSR."""
    source = Source(document=document, path=segment.path, caption=_CAPTIONS[segment.tag])
    qualifier = segment.at(1) if segment.tag == "FTX" else ""
    return Text(source, edifact_lines(segment), goods, f"{segment.tag} {qualifier}", segment.number)


def edifact_lines(segment: Segment) -> tuple[str, ...]:
    """The lines of an FTX, PCI or TSR; in TSR text stands among codes."""
    if segment.tag == "TSR":
        return tuple(it.strip() for element in segment.elements for it in element if len(it.strip()) > 3)
    pieces = segment.all(4 if segment.tag == "FTX" else 2)
    length = 35 if segment.tag == "PCI" else 512 if any(len(piece) > 70 for piece in pieces) else 70
    return tuple(joined(pieces, length).text.splitlines())


def read_segments(texts: Sequence[Text], notify: Sequence[Party]) -> FreeText:
    """Read each segment, and each run of them; what a run says that its segments do not say is added."""
    said = read_text([(it.source, it.lines, it.goods) for it in texts], notify)
    runs = [run for run in _runs(texts) if len(run) > 1]
    whole = read_text([(run[0].source, _lines(run), run[0].goods) for run in runs], notify)
    places = {place.locode or place.text.casefold() for place in said.through}
    said.through += [it for it in whole.through if (it.locode or it.text.casefold()) not in places]
    said.direct = said.direct or whole.direct
    said.citations += [it for it in whole.citations if it not in said.citations]
    fields = {doubt.field for doubt in said.doubts}
    said.doubts += [doubt for doubt in whole.doubts if doubt.field not in fields]
    return said


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
