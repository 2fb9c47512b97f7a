"""A damaged EDI file is read or refused, and what it has lost is never lost without a word."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docvalidate.errors import UnreadableDocument
from docvalidate.limits import ReadSettings
from docvalidate.model import TransportDocument
from docvalidate.readers import edifact, x12

from .messages import WHOLE, X12_WHOLE

Read = Callable[[bytes, str, ReadSettings], TransportDocument]
BOTH = pytest.mark.parametrize(
    ("read", "whole", "terminator"), [(edifact.read, WHOLE, "'"), (x12.read, X12_WHOLE, "~\n")], ids=["edifact", "x12"]
)


@BOTH
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from(b"'~*+:>?\n\xe9A0 ")), max_size=6),
    st.floats(0, 1),
    st.integers(0, 40),
)
def test_a_damaged_message_is_read_or_refused_and_nothing_else(
    read: Read, whole: bytes, terminator: str, changes: list[tuple[float, int]], start: float, length: int
) -> None:
    data, last = bytearray(whole), len(whole) - 1
    for place, byte in changes:
        data[round(place * last)] = byte
    first = round(start * last)
    del data[first : first + length]
    try:
        read(bytes(data), "bill", ReadSettings())
    except UnreadableDocument as error:
        assert "\n" not in str(error)


@BOTH
def test_no_segment_can_be_lost_without_a_word(read: Read, whole: bytes, terminator: str) -> None:
    segments = whole.decode().split(terminator)
    frame = [
        number for number, it in enumerate(segments) if it[:2] in ("UN", "IS", "GS", "ST", "SE", "GE", "IE") or not it
    ]
    for lost in (number for number in range(len(segments)) if number not in frame):
        document = read(terminator.join(segments[:lost] + segments[lost + 1 :]).encode(), "bill", ReadSettings())
        assert "pages_not_read" in {doubt.kind for doubt in document.doubts}, segments[lost]
