"""Free text of a structured file is read like a bill's description: a route, a version, one more party to notify."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docvalidate.errors import UnreadableDocument
from docvalidate.layout.places import _DIRECT, _NO_PORT, _SEVERAL, _THROUGH, _port_at_start
from docvalidate.layout.titles import _CITES, _LABEL, _LABEL_BEFORE, _is_label
from docvalidate.model.document import Citation, Doubt, Place
from docvalidate.model.values import Source
from docvalidate.reference.ports import identify

_ALSO = re.compile(
    r"\b(?:also|2nd|second|3rd|third|additional|further|other)\s+notify\b|\bnotify\s+also\b", re.IGNORECASE
)
MOST_ROUTES = 60
MOST_STRETCHES = 12
LONGEST_STRETCH = 120
_MOST_LINES = 8
"""Of a party in a description: what stands below it belongs to the goods."""
_WORTH_A_LOOK = re.compile(
    r"via|t\s?[/.]\s?s|ts\s*:|w\s?/\s?t|trans|tras|relay|connecti|direct|[经中转]", re.IGNORECASE
)


@dataclass
class FreeText:
    """What the typed lines of a file say that has no key of its own."""

    ports: tuple[Place, ...] = ()
    direct: bool = False
    citations: tuple[Citation, ...] = ()
    doubts: list[Doubt] = field(default_factory=list)


def said_in(texts: Iterable[tuple[Source, tuple[str, ...]]]) -> FreeText:
    """What the lines say; each text comes with the place where it stands."""
    said, routes = FreeText(), 0
    ports: dict[str, Place] = {}
    cited: dict[str, Citation] = {}
    for source, lines in texts:
        for index, line in enumerate(lines):
            below = lines[index + 1] if index + 1 < len(lines) else ""
            if _WORTH_A_LOOK.search(line):
                routes += _THROUGH.search(line) is not None
                if routes > MOST_ROUTES:
                    raise UnreadableDocument(f"{source.path} has more routes than any document", "too-large")
                said.direct = said.direct or _DIRECT.search(line) is not None
                for name in _ports(line, below):
                    place = Place(text=name, locode=identify(name).locode, source=source)
                    ports.setdefault(place.locode or name.casefold(), place)
            for citation in _citations(line, below, source):
                cited.setdefault(citation.version or "", citation)
            if _ALSO.search(line):
                # Where the party ends and the goods go on, the text does not say: a person has to look.
                block = "\n".join(lines[index : index + _MOST_LINES])
                said.doubts.append(Doubt(kind="ambiguous", field="notify_party", texts=(block,), sources=(source,)))
    said.ports, said.citations = tuple(ports.values()), tuple(cited.values())
    return said


def _ports(line: str, below: str) -> Iterator[str]:
    """The ports after each "via"; one at the end of its line leads into the next."""
    found = list(_THROUGH.finditer(line))
    if not found:
        return
    text = f"{line} {below}" if found[-1].end() == len(line) else line
    for stretch in _THROUGH.split(text)[1:MOST_STRETCHES]:
        if not _NO_PORT.match(stretch):
            # No name of a port is longer, and a look-up takes its time with each word.
            parts = _SEVERAL.split(stretch[:LONGEST_STRETCH].strip(" .,:()"))
            yield from (port for part in parts if (port := _port_at_start(part)) is not None)


def _citations(line: str, below: str, source: Source) -> Iterator[Citation]:
    text = f"{line} {below}".strip()
    for cites in _CITES.finditer(text):
        label = _LABEL.match(text, cites.end()) or _LABEL_BEFORE.search(text[: cites.start()])
        if label is None or cites.start() >= len(line):
            continue
        version = (label["label"] or label.groupdict().get("bare") or "").removesuffix("版")
        if _is_label(version):
            yield Citation(text=line if label.end() <= len(line) else text, version=version, source=source)
