"""A change is told in a sentence, then part by part, then in full; what the customer did not announce says so first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from docvalidate.model import Difference, Doubt, Instruction, TransportDocument
from docvalidate.model.change import Change
from docvalidate.reference.ports import identify, name
from docvalidate.reference.spelling import key
from docvalidate.wording import phrase, word

from .typesetting import paint, spaced, visible, wrap

_PORTS = frozenset(
    {"transshipment_port", "port_of_loading", "port_of_discharge", "place_of_delivery", "destination", "origin"}
)
_PARTS = frozenset({"consignee", "notify_party", "shipper", "delivery_agent", "forwarding_agent", "legs"})
"""Texts of several lines, which are shown in full below what differs in them."""
_CODED = frozenset({"binds", "match", "kind", "bill", "draft"})
_LANE = {"added": "lane_added", "removed": "lane_removed"}
_WHOLE = {
    "changed": "whole_changed",
    "added": "whole_added",
    "removed": "whole_removed",
    "rewritten": "whole_rewritten",
    "uncertain": "whole_uncertain",
}
_TITLES = {"match": "closeness"}
"""Fields whose own name is a word for something else."""
_STYLES = {True: "dim", False: "red"}


@dataclass(frozen=True, slots=True)
class Telling:
    """A change in words: a sentence, what differs within it, and the whole of a longer text before and now."""

    sentence: str
    parts: tuple[str, ...] = ()
    before: str | None = None
    now: str | None = None


def between_versions(
    old: Instruction, new: Instruction, changes: Sequence[Change], *, language: str, color: bool, width: int
) -> str:
    """The whole comparison of two versions as one text."""
    out = wrap(visible(_say("versions", language, customer=new.customer)), width)
    for side, version in (("before", old), ("now", new)):
        out += wrap(visible(facts(version, language)), width, f"  {spaced(_say(side, language))}")
    for lane, group in groupby(changes, key=lambda change: change.lane):
        heading = _say("itself", language) if lane is None else phrase("instructions", "lane", language, {"name": lane})
        out += ["", *wrap(visible(heading[:1].upper() + heading[1:]), width)]
        for change in group:
            out += told(change, language=language, color=color, width=width, indent="  ")
    return "\n".join([*out, "", *wrap(verdict(changes, language), width)]) + "\n"


def between_drafts(
    old: TransportDocument,
    new: TransportDocument,
    changes: Sequence[Change],
    *,
    doubts: Sequence[Doubt],
    another_bill: bool,
    language: str,
    color: bool,
    width: int,
) -> str:
    """The whole comparison of two drafts as one text; what kept it from being complete is said below."""
    out = []
    for side, draft in (("before", old), ("now", new)):
        known = (draft.file, word(draft.kind, language), draft.number)
        out += wrap(visible(", ".join(filter(None, known))), width, spaced(_say(side, language)))
    if another_bill:
        out += wrap(_say("another_bill", language), width)
    out.append("")
    for change in changes:
        out += told(change, language=language, color=color, width=width)
    if changes:
        out.append("")
    out += wrap(verdict(changes, language), width)
    out += wrap(_say("scope", language), width)
    if doubts:
        fields = dict.fromkeys(doubt.field or "document" for doubt in doubts)
        out += wrap(_say("doubted", language, fields="; ".join(fields)), width)
    return "\n".join(out) + "\n"


def facts(version: Instruction, language: str) -> str:
    """Label, day of receipt and file of a version."""
    said = phrase("instructions", "version", language, {"version": version.version})
    received = phrase("instructions", "received", language, {"date": version.received.isoformat()})
    return ", ".join(filter(None, (said, received, version.source.file if version.source else version.file)))


def told(change: Change, *, language: str, color: bool, width: int, indent: str = "") -> Iterator[str]:
    """One change in lines of that width."""
    telling = in_words(change, language)
    mark = "" if change.announced is None else _say("announced" if change.announced else "unannounced", language)
    first, *rest = wrap(visible(spaced(mark) + telling.sentence), width, indent, indent + "    ")
    yield indent + paint(mark, _STYLES[bool(change.announced)], color) + first[len(indent + mark) :]
    yield from rest
    inner = indent + "    "
    for part in telling.parts:
        yield from wrap(visible(part), width, f"{inner}- ")
    for side, text in (("before", telling.before), ("now", telling.now)):
        if text is not None:
            yield inner + _say(side, language)
            for line in text.splitlines():
                yield from wrap(line, width, inner + "  ")


def in_words(change: Change, language: str) -> Telling:
    """The change in words: `transshipment port, allowed: was “New York, NY, US (USNYC)”, is now …`."""
    what = word(_TITLES.get(change.field, change.field), language)
    if change.part is not None:
        what = _say("of", language, field=change.field, part=change.part)
    if change.field == "lane" and change.how in _LANE:
        return Telling(_say(_LANE[change.how], language))
    parts = tuple(_part(difference, change, language) for difference in _worth_telling(change))
    if change.field in _PARTS and change.how in _WHOLE:
        whole = _say(_WHOLE[change.how], language, field=change.field)
        return Telling(whole, parts, *(_block(text, language) for text in (change.old, change.new)))
    old, new = (_shown(text, change, language) for text in (change.old, change.new))
    return Telling(_say(change.how, language, what=what, expected=old, found=new), parts)


def verdict(changes: Iterable[Change], language: str) -> str:
    """How much changed, and how much of it the customer did not mention."""
    told = list(changes)
    if not told:
        return _say("same", language)
    of_substance = sum(change.of_substance for change in told)
    silent = sum(change.announced is False for change in told)
    said = [_say("count", language, changed=str(of_substance))]
    if of_substance < len(told):
        said.append(_say("count_others", language, others=str(len(told) - of_substance)))
    if silent:
        said.append(_say("count_unannounced", language, unannounced=str(silent)))
    return "".join(map(spaced, said)).rstrip()


def _worth_telling(change: Change) -> tuple[Difference, ...]:
    """What a sentence about the whole does not say: a list of one port needs no list of what differs."""
    single = all(text is None or "\n" not in text for text in (change.old, change.new))
    return () if single and change.field not in _PARTS else change.differences


def _part(difference: Difference, change: Change, language: str) -> str:
    gone, came = difference.expected, difference.found
    how = "changed" if gone and came else "removed" if gone else "added"
    if difference.kind == "format" and how == "changed":
        how = "rewritten"
    what = word(change.part or difference.part, language) if difference.part == change.field else difference.part
    old, new = (_shown(text, change, language) for text in (gone, came))
    said = _say(how, language, what=what, expected=old, found=new)
    return (
        said
        if difference.reason is None
        else said + phrase("report", "because", language, {"reason": difference.reason})
    )


def _shown(text: str | None, change: Change, language: str) -> str:
    """Ports by name and code, and our own words in the reader's language; everything else as it is written."""
    if text is None:
        return ""
    if change.field in _CODED:
        return word(text, language)
    if change.how == "rewritten":
        return text
    if change.field in _PORTS or change.part in _PORTS:
        return "\n".join(_port(line, language) for line in text.splitlines())
    return text


def _block(text: str | None, language: str) -> str | None:
    return None if text is None else word(text, language)


def _port(text: str, language: str) -> str:
    """A bare code with the name of the port; a name stays as it is printed."""
    code = identify(text).locode
    return f"{name(code, language)} ({code})" if code is not None and key(text) == code else word(text, language)


def _say(key: str, language: str, **words: str) -> str:
    return phrase("changes", key, language, words)
