"""The instruction file that a person reads: values with their places, and everything else as clauses.

The text is the same for the same guide, and is read by the registry as it stands, with `status: imported` in it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date

from docvalidate.errors import DocvalidateError
from docvalidate.model.guide import Guide, GuideLane, Mark, Passage, PortField, Ruled
from docvalidate.model.instruction import When
from docvalidate.model.values import Source
from docvalidate.reference.ports import name as port_name

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ()/&'’-]*[A-Za-z0-9)]")
_WORDS_OF_YAML = frozenset("null true false yes no on off y n ~".split())


class VersionOpen(DocvalidateError):  # noqa: N818 - named for what is wrong
    """The guide has no version label, or several."""


def written(guide: Guide, *, customer: str, received: date, version: str | None = None) -> str:
    """The instruction file as YAML. Raises VersionOpen where the guide does not name one version, and nobody does."""
    label = version if version is not None else _version(guide)
    sources: list[tuple[str, str]] = []
    lines = [*_top(guide), *_head(guide, customer, label, received, sources), *_lanes(guide, sources)]
    lines += [*_marks(guide.marks), *_clauses(guide.passages), "sources:" if sources else "sources: null"]
    lines += [f"  {_scalar(path)}: {_scalar(place)}" for path, place in sources]
    return "\n".join(lines) + "\n"


def place_of(source: Source) -> str:
    """Where a value stands, for people.

    >>> place_of(Source(document="guide.pdf", page=2, box=(72.0, 120.0, 300.2, 180.0)))
    'guide.pdf, page 2, box 72 120 300 180'
    """
    parts = [source.document]
    if source.path is not None:
        parts.append(source.path)
    elif source.page is not None:
        parts.append(f"page {source.page}")
    if source.box is not None and source.path is None:
        parts.append("box " + " ".join(f"{round(it)}" for it in source.box))
    if source.caption is not None:
        parts.append(source.caption)
    return ", ".join(parts)


def _version(guide: Guide) -> str:
    if len(guide.versions) == 1:
        return guide.versions[0]
    if guide.versions:
        raise VersionOpen(
            f"{guide.file}: which version is it? It is marked {' and '.join(guide.versions)}: give one with --version"
        )
    marks = [mark.text for mark in guide.marks if mark.kind in ("issued", "revised", "effective", "number", "date")][:4]
    shown = f" (marks on it: {'; '.join(marks)})" if marks else ""
    raise VersionOpen(f"{guide.file}: no version mark{shown}: give the customer's own label with --version")


def _top(guide: Guide) -> Iterator[str]:
    asked = sum(passage.why is not None for passage in guide.passages)
    yield from _comment(
        f"Imported from {guide.file}. Nobody has read it yet: hold every value against the guide, then remove the line "
        "`status: imported`. Nothing in here is confirmed; the customer's word is still to be asked for."
    )
    yield from _comment(
        f"Not understood, and kept word for word under `clauses`: {len(guide.passages)} passages; {asked} of them "
        f"seem to be "
        "about parties, ports or the text itself, and say so."
    )
    for mark in guide.drafts:
        yield from _comment(f"LOOK: the guide calls itself a draft: {mark.text}")
    if guide.disagreeing:
        days = "; ".join(f"{mark.text} ({place_of(mark.source)})" for mark in guide.disagreeing)
        yield from _comment(f"LOOK: dates that disagree about when it takes effect, so that none was taken: {days}")
    if guide.limits:
        yield from _comment(
            "LOOK: the guide says in words for which shipments it holds, or what goes before it; no lane below says "
            "so by "
            f"itself: {'; '.join(place_of(it.source) for it in guide.limits[:5])}"
        )
    if len(guide.versions) > 1:
        yield from _comment(f"LOOK: more than one version mark: {'; '.join(guide.versions)}")


def _head(guide: Guide, customer: str, label: str, received: date, sources: list[tuple[str, str]]) -> Iterator[str]:
    yield f"customer: {_scalar(customer)}"
    if guide.title is not None:
        yield f"title: {_scalar(guide.title.text)}"
        sources.append(("title", place_of(guide.title.source)))
    yield f"version: {_quoted(label)}"
    mark = next((it for it in guide.marks if it.kind in ("version", "revision") and label in it.text), None)
    if mark is not None:
        sources.append(("version", place_of(mark.source)))
    if guide.supersedes is not None and guide.supersedes.text.casefold().split() != label.casefold().split():
        yield f"supersedes: {_quoted(guide.supersedes.text)}"
        sources.append(("supersedes", place_of(guide.supersedes.source)))
    yield f"received: {received.isoformat()}"
    if guide.effective_from is not None:
        yield f"effective_from: {guide.effective_from.isoformat()}"
        found = next(it for it in guide.marks if it.kind == "effective" and it.day == guide.effective_from)
        sources.append(("effective_from", place_of(found.source)))
    yield f'source: {{file: {_scalar(guide.file)}, sha256: "{guide.sha256}"}}'
    yield "status: imported"


def _lanes(guide: Guide, sources: list[tuple[str, str]]) -> Iterator[str]:
    if not guide.lanes:
        yield from _comment("LOOK: no party and no port rule was understood; write the lanes from the clauses below.")
        yield "lanes: []"
        return
    yield "lanes:"
    for number, lane in enumerate(guide.lanes):
        first = True
        for line in _lane(lane, f"lanes[{number}]", sources):
            yield f"  - {line}" if first and not line.startswith("#") else f"    {line}" if not first else f"  {line}"
            first = first and line.startswith("#")


def _lane(lane: GuideLane, path: str, sources: list[tuple[str, str]]) -> Iterator[str]:
    if lane.open:
        what = ", ".join(sorted(lane.open))
        yield f"# LOOK: what the guide says of {what} was not understood: see the clauses"
    yield f"name: {_scalar(lane.name or 'all shipments')}"
    if lane.when is not None:
        yield from _when(lane.when, lane.as_printed)
        if lane.when_source is not None:
            sources.append((f"{path}.when", place_of(lane.when_source)))
    if lane.consignee is not None:
        yield "consignee: |"
        yield from (f"  {line}" for line in _block(lane.consignee.text))
        sources.append((f"{path}.consignee", place_of(lane.consignee.source)))
    if lane.notify_parties is not None:
        yield "notify_parties:"
        for number, said in enumerate(lane.notify_parties):
            yield "  - |"
            yield from (f"    {line}" for line in _block(said.text))
            sources.append((f"{path}.notify_parties[{number}]", place_of(said.source)))
    for field, ruled in lane.ports:
        yield from _rule(field, ruled)
        sources += [(f"{path}.{field}", place_of(it.source)) for it in ruled.said[:1]]


def _when(when: When, printed: Sequence[str]) -> Iterator[str]:
    parts = []
    names = []
    for key in ("destination", "origin", "order_prefix"):
        values: tuple[str, ...] | None = getattr(when, key)
        if values is not None:
            parts.append(f"{key}: [{', '.join(map(_quoted_if_needed, values))}]")
            names += [port_name(it) for it in values if _is_code(it)] if key != "order_prefix" else []
    if printed:
        yield f"# LOOK: kept as printed, for it is no place on file or may be several: {_inline('; '.join(printed))}"
    if names:
        yield f"# {_inline('; '.join(names))}"
    yield f"when: {{{', '.join(parts)}}}"


def _rule(field: PortField, ruled: Ruled) -> Iterator[str]:
    assert ruled.rule is not None
    said = "; ".join(" ".join(it.text.split()) for it in ruled.said)
    yield f"# {_inline(said)[:200]}"
    if ruled.as_printed:
        names = _inline("; ".join(ruled.as_printed))
        yield f"# LOOK: kept as printed, for the name may be that of several ports: {names}"
    rule = ruled.rule
    parts = []
    for key, values in (
        ("required", rule.required or None),
        ("allowed", rule.allowed),
        ("forbidden", rule.forbidden or None),
    ):
        if values is not None:
            parts.append(f"{key}: [{', '.join(map(_quoted_if_needed, values))}]")
    yield f"{field}: {{{', '.join(parts)}}}"


def _marks(marks: Sequence[Mark]) -> Iterator[str]:
    if not marks:
        return
    yield "marks:"
    for mark in marks:
        text, place = _quoted(" ".join(mark.text.split())), _scalar(place_of(mark.source))
        yield f"  - {{kind: {mark.kind}, text: {text}, source: {place}}}"


def _clauses(passages: Sequence[Passage]) -> Iterator[str]:
    if not passages:
        return
    yield "clauses:"
    for passage in passages:
        if passage.why:
            yield f"  # LOOK: {_inline(passage.why)}"
        yield f"  - ref: {_scalar(passage.ref) if passage.ref else 'null'}"
        yield "    text: |"
        yield from (f"      {line}" for line in _block(passage.text))
        yield f"    source: {_scalar(place_of(passage.source))}"
        yield "    machine_checked: false"


def _comment(text: str) -> Iterator[str]:
    words = _inline(text).split()
    line = "#"
    for word in words:
        if len(line) + len(word) > 116:
            yield line
            line = "#"
        line = f"{line} {word}"
    yield line


def _inline(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in " ".join(text.split()))


def _block(text: str) -> list[str]:
    """The lines as they can stand in a block: no white space around them, nothing that YAML cannot hold."""
    kept = ("".join(sign if sign.isprintable() or sign == "\t" else " " for sign in line) for line in text.splitlines())
    return [line.strip() for line in kept if line.strip()] or ["-"]


def _scalar(text: str) -> str:
    """A text as a YAML scalar, plain where that is safe."""
    text = _inline(text)
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML and ": " not in text and " #" not in text:
        return text
    return _quoted(text)


def _quoted_if_needed(text: str) -> str:
    return text if _is_code(text) and text.casefold() not in _WORDS_OF_YAML else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(_inline(text), ensure_ascii=False)


def _is_code(text: str) -> bool:
    return re.fullmatch(r"[A-Z]{5}|[A-Z]{2}[A-Z2-9]{3}", text) is not None and not text.isdigit()
