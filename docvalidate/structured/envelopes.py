"""An interchange says at its end what it began and how much it holds: where that does not agree, something is missing.

A trailer that is not there, or that closes something else, is a file that was cut. A count of segments that is wrong
with all trailers in place is a doubt: senders count wrongly, and a mail gateway loses lines.
"""

from collections.abc import Iterator
from typing import NamedTuple

from docvalidate.errors import UnreadableDocument

from .segments import Segment, cut


class Message(NamedTuple):
    """A message of an interchange: IFTMCS, 310 …; `release` is its directory (D.99B) or version (004010).

    `remarks` say what about it does not add up.
    """

    kind: str
    release: str
    segments: tuple[Segment, ...]
    remarks: tuple[str, ...] = ()


class _Frame(NamedTuple):
    """What opens a part of an interchange, what closes it, and where each has its reference."""

    opens: str
    closes: str
    reference: int


_EDIFACT = (_Frame("UNB", "UNZ", 5), _Frame("UNG", "UNE", 5), _Frame("UNH", "UNT", 1))
_X12 = (_Frame("ISA", "IEA", 13), _Frame("GS", "GE", 6), _Frame("ST", "SE", 2))


def edifact_messages(segments: list[Segment]) -> tuple[Message, ...]:
    """The messages of an EDIFACT interchange. Raises UnreadableDocument where it was cut."""
    messages = []
    for _, body, remarks in _bodies(segments, _EDIFACT):
        head = body[0]
        release = ".".join(filter(None, (head.at(2, 1), head.at(2, 2))))
        messages.append(Message(head.at(2), release, body, remarks))
    return tuple(messages)


def x12_messages(segments: list[Segment]) -> tuple[Message, ...]:
    """The transaction sets of an X12 interchange. Raises UnreadableDocument where it was cut."""
    messages = []
    for around, body, remarks in _bodies(segments, _X12):
        group, interchange = around.get("GS"), around.get("ISA")
        release = group.at(8) if group else ""
        release = release or body[0].at(3) or (f"{interchange.at(12)}0" if interchange and interchange.at(12) else "")
        messages.append(Message(body[0].at(1), release, body, remarks))
    return tuple(messages)


def _bodies(
    segments: list[Segment], frames: tuple[_Frame, ...]
) -> Iterator[tuple[dict[str, Segment], tuple[Segment, ...], tuple[str, ...]]]:
    """Each message with what is around it, and what about it does not add up."""
    opened: list[tuple[_Frame, Segment, int]] = []
    opens, closes = {it.opens: it for it in frames}, {it.closes: it for it in frames}
    message, last = frames[-1], segments[-1] if segments else None
    for place, segment in enumerate(segments):
        if segment.tag in opens:
            frame = opens[segment.tag]
            if opened and frames.index(frame) <= frames.index(opened[-1][0]):
                raise cut(f"segment {segment.number - 1}: {opened[-1][0].closes} is missing")
            opened.append((frame, segment, place))
        elif segment.tag in closes:
            frame = closes[segment.tag]
            if not opened or opened[-1][0] is not frame:
                raise cut(f"segment {segment.number - 1}: {segment.tag} closes what was not begun")
            _, first, start = opened.pop()
            inside = segments[start : place + 1]
            _same_reference(first, segment, frame)
            if frame is message:
                around = {it[0].opens: it[1] for it in opened}
                yield around, tuple(inside), _count_of(segment, len(inside))
            else:
                _right_number(segment, inside, frame, frames)
        elif not opened or opened[-1][0] is not message:
            raise UnreadableDocument(f"{segment.path} stands outside of a message: ask for the file again", "damaged")
    if opened or last is None:
        what = f": {opened[-1][0].closes} is missing" if opened else ""
        raise cut(f"segment {last.number if last else 0}{what}")


def _same_reference(first: Segment, last: Segment, frame: _Frame) -> None:
    """The last segment repeats the reference of the first: else the file was cut there, or two were put together."""
    begun, ended = first.at(frame.reference), last.at(2)
    if begun and begun != ended and not (begun.isdigit() and ended.isdigit() and int(begun) == int(ended)):
        raise cut(f'segment {last.number - 1}: {last.tag} closes "{ended}", {first.tag} began "{begun}"')


def _count_of(last: Segment, found: int) -> tuple[str, ...]:
    said = last.at(1)
    if said.isdecimal() and int(said) == found:
        return ()
    return (f"{last.tag} counts {said or 'no'} segments, there are {found}",)


def _right_number(last: Segment, inside: list[Segment], frame: _Frame, frames: tuple[_Frame, ...]) -> None:
    """An interchange that says it has two messages and has one has lost a paper."""
    below = [it.opens for it in frames[frames.index(frame) + 1 :]]
    counted = [sum(it.tag == tag for it in inside) for tag in below]
    if last.at(1).isdecimal() and int(last.at(1)) not in counted:
        raise cut(f"segment {last.number - 1}: {last.tag} counts {last.at(1)} messages, there are {counted[-1]}")
