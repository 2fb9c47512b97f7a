"""JSON that is no paper is refused with the reason, and each file is claimed once."""

import json
import random
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docvalidate.model import UnreadableDocument
from docvalidate.readers import reader_for, shelf

from .dcsa_builders import a_bill, a_booking, a_leg, as_bytes, read
from .test_dcsa_arrival_notice import a_notice
from .test_dcsa_shipping_instruction import without_transports
from .test_fiata_efbl import an_efbl

PAPERS = {
    "dcsa_transport_document": a_bill(transportDocumentTypeCode="BOL"),
    "dcsa_shipping_instruction": without_transports(),
    "dcsa_booking": a_booking(a_leg("MNC", 1, "CNNGB", "SGSIN"), a_leg("MNC", 2, "SGSIN", "USBAL")),
    "dcsa_arrival_notice": {"arrivalNotices": [a_notice()]},
    "fiata_efbl": an_efbl(),
}


@pytest.mark.parametrize("name", PAPERS)
def test_each_paper_is_claimed_by_its_reader_alone(name):
    data = as_bytes(PAPERS[name])
    assert [called for called, reader in shelf().items() if reader.claims(data)] == [name]
    assert [called for called, reader in shelf().items() if reader.claims(b"\xef\xbb\xbf\n" + data)] == [name]


@pytest.mark.parametrize(
    ("data", "reason", "words"),
    [
        (b'{"$schema": "https://json-schema.org/draft/2020-12/schema"}', "unknown-schema", "a schema"),
        (b'{"openapi": "3.0.0", "paths": {}}', "unknown-schema", "a schema"),
        (b'{"statusCode": 404, "errors": []}', "unknown-schema", "an interface's answer"),
        (b'{"transportDocumentReference": "BL1", "transportDocumentStatus": "DRAFT"}', "unknown-schema", "of no known"),
        (b'{"invoice": 1}', "unknown-schema", "invoice"),
        (b"[1, 2]", "unknown-schema", "a list"),
        (b"{}", "unknown-schema", "nothing in it"),
        (b"[" * 10_000 + b"]" * 10_000, "too-deep", "nested deeper"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "too-deep", "nested deeper"),
        (b'{"a": 1,}', "damaged", "not valid JSON"),
        (b"{'a': 1}", "damaged", "not valid JSON"),
        (b'{"a": "\xe4"}', "unknown-charset", "not in UTF-8"),
        (as_bytes(a_bill())[:400], "truncated", "cut off"),
        (b'{"a": "and then', "truncated", "cut off"),
        (b"{", "truncated", "cut off"),
    ],
)
def test_says_what_is_wrong(data, reason, words):
    with pytest.raises(UnreadableDocument) as told:
        read(data)
    assert (told.value.reason, words in str(told.value)) == (reason, True)


def test_claims_no_text_that_is_no_json():
    assert not shelf()["unknown_json"].claims(b"BILL OF LADING { draft }")


_ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**20),
    st.floats(),
    st.text(max_size=30),
    st.sampled_from(["\u202eABC", "\ud800", "\x00", "N/A", "VIA SINGAPORE", "TO ORDER", "1970-01-01", "A" * 5_000]),
    st.sampled_from([[], {}, [[]], [None], {"value": []}, ["A", 1], {"partyName": [{}]}, {"UNLocationCode": 5}]),
)


def _changed(value, change, dice):
    """The value with one thing in it, somewhere, put in the place of another."""
    if not value or not isinstance(value, dict | list) or dice.random() < 0.15:
        return change
    key = dice.choice(list(value) if isinstance(value, dict) else range(len(value)))
    within = _changed(value[key], change, dice)
    if isinstance(value, dict):
        return {**value, key: within}
    return [*value[:key], within, *value[key + 1 :]]


@given(st.sampled_from(list(PAPERS)), st.lists(_ODD, min_size=1, max_size=4), st.integers(0, 10**6))
@settings(max_examples=120, deadline=timedelta(seconds=1), derandomize=True, suppress_health_check=list(HealthCheck))
def test_whatever_stands_in_a_paper_it_is_read_or_refused(name, changes, seed):
    dice = random.Random(seed)
    paper = PAPERS[name]
    for change in changes:
        inside = _changed(paper, change, dice)
        paper = inside if isinstance(inside, dict) else {"x": inside}
    data = json.dumps(paper).encode()
    try:
        document = reader_for(data, "odd.json").read(data, "odd.json", None)
    except UnreadableDocument as error:
        assert error.reason in ("unknown-schema", "too-large", "two-drafts", "damaged")
    else:
        assert document.model_dump_json()
