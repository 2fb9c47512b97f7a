"""The boxes of a draft against the parties of a lane."""

import pytest

from docvalidate.compare.notify import (
    check_consignee,
    check_notify,
    in_other_order,
    paired,
    resolved_text,
    swapped,
    unresolved,
)
from docvalidate.model import Difference, Doubt, Party, Source, TransportDocument

BUYER = "ACME IMPORTS LLC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA"
BROKER = "DOE CUSTOMS BROKERS INC\n7 ELM ROAD\nBALTIMORE, MD 21224, USA\nTEL +1 410 555 0134"
BANK = "ROE BANK N.A.\n9 OAK AVENUE\nCHICAGO, IL 60606, USA"


def a_draft(consignee=BUYER, *notify, shipper=None, doubts=()):
    return TransportDocument(
        consignee=None if consignee is None else Party(text=consignee, source=Source(document="c")),
        notify_parties=tuple(Party(text=text, source=Source(document=f"n{n}")) for n, text in enumerate(notify)),
        shipper=None if shipper is None else Party(text=shipper),
        doubts=doubts,
    )


def notify_status(draft, *expected, strict=False):
    return check_notify(draft, expected, strict).status


def test_a_lane_that_is_silent_requires_nothing():
    assert check_consignee(a_draft(), None).status == "not_required"
    assert check_notify(a_draft(), None).status == "not_required"


def test_the_same_consignee_matches():
    check = check_consignee(a_draft(), BUYER)
    assert (check.status, check.expected, check.found, check.source) == ("match", BUYER, BUYER, Source(document="c"))


def test_another_consignee_is_a_mismatch():
    assert check_consignee(a_draft(BROKER), BUYER).status == "mismatch"


@pytest.mark.parametrize("text", [None, "XXXXXX", "N/A", " - "])
def test_an_empty_box_or_filler_is_not_shown(text):
    assert check_consignee(a_draft(text), BUYER).status == "not_shown"
    assert notify_status(a_draft(BUYER, *([text] if text else [])), BROKER) == "not_shown"


@pytest.mark.parametrize("kind", ["ambiguous", "unreadable", "rider_missing"])
def test_a_field_in_doubt_is_unreadable_whatever_it_seems_to_say(kind):
    doubts = (Doubt(kind=kind, field="consignee"), Doubt(kind=kind, field="notify_party"))
    assert check_consignee(a_draft(BUYER, BROKER, doubts=doubts), BUYER).status == "unreadable"
    assert notify_status(a_draft(BUYER, BROKER, doubts=doubts), BROKER) == "unreadable"
    assert check_consignee(a_draft(None, doubts=doubts), BUYER).status == "unreadable"
    assert check_notify(a_draft(doubts=doubts), (BROKER,)).source is None


def test_a_doubt_about_hidden_text_leaves_the_visible_text_to_speak():
    assert check_consignee(a_draft(doubts=(Doubt(kind="hidden", field="consignee"),)), BUYER).status == "match"


def test_an_empty_list_asks_for_no_notify_party():
    assert notify_status(a_draft()) == "match"
    check = check_notify(a_draft(BUYER, BROKER), ())
    assert check.status == "mismatch"
    assert check.differences == (Difference(part="notify party", found=BROKER),)
    assert check.source == Source(document="n0")


def test_a_list_is_paired_as_a_whole():
    draft = a_draft(BUYER, BANK, BROKER)
    check = check_notify(draft, (BROKER, BANK))
    assert check.status == "match"
    assert check.differences == (Difference(part="order", kind="format", reason="order of the notify parties"),)
    assert in_other_order(paired(draft, (BROKER, BANK)))
    assert check.found == f"{BANK}\n\n{BROKER}"


def test_the_worst_pair_gives_the_status_and_the_source():
    check = check_notify(a_draft(BUYER, BROKER, BANK.replace("60606", "60660")), (BROKER, BANK))
    assert (check.status, check.source) == ("mismatch", Source(document="n1"))
    assert [d.part for d in check.differences] == ["postal code"]


def test_a_party_that_is_missing_and_one_too_many_are_named():
    missing = check_notify(a_draft(BUYER, BANK), (BROKER, BANK))
    assert missing.differences == (Difference(part="notify party", expected=BROKER),)
    extra = check_notify(a_draft(BUYER, BANK, BROKER), (BROKER,))
    assert extra.differences == (Difference(part="notify party", found=BANK),)


def test_one_draft_party_never_answers_two():
    assert notify_status(a_draft(BUYER, BROKER), BROKER, BROKER) == "mismatch"
    assert notify_status(a_draft(BUYER, BROKER, BROKER), BROKER, BROKER) == "match"


def test_the_pairing_prefers_the_whole_over_the_first():
    short = BROKER.replace("\nTEL +1 410 555 0134", "")
    # The short form fits both, the long one only itself.
    assert notify_status(a_draft(BUYER, BROKER, short), short, BROKER) == "match"


def test_same_as_consignee_is_resolved_and_the_phrase_kept():
    check = check_notify(a_draft(BUYER, "SAME AS CONSIGNEE"), (BUYER,))
    assert (check.status, check.found) == ("match", "SAME AS CONSIGNEE")
    assert notify_status(a_draft(BUYER, "SAME AS CONSIGNEE"), BROKER) == "mismatch"
    assert notify_status(a_draft(BUYER, "SAME AS CONSIGNEE\nTEL +1 410 555 0134"), BUYER) == "format_difference"


def test_a_reference_in_the_instruction_is_followed_too():
    assert notify_status(a_draft(BUYER, "SAME AS CONSIGNEE"), "SAME AS CONSIGNEE") == "match"
    assert notify_status(a_draft(BUYER, BUYER), "SAME AS CONSIGNEE") == "match"
    assert notify_status(a_draft(BUYER, BROKER), "SAME AS CONSIGNEE") == "mismatch"
    assert notify_status(a_draft(None, BROKER), "SAME AS CONSIGNEE") == "mismatch"


def test_above_is_the_box_above():
    assert notify_status(a_draft(BUYER, "SAME AS ABOVE"), BUYER) == "match"
    assert notify_status(a_draft(BUYER, BROKER, "DITTO"), BROKER, BROKER) == "match"
    assert notify_status(a_draft(BUYER, "AS ABOVE", "AS ABOVE"), BUYER, BUYER) == "match"
    assert notify_status(a_draft(BUYER, BROKER, "SAME AS NOTIFY PARTY"), BROKER, BROKER) == "match"
    assert check_consignee(a_draft("SAME AS SHIPPER", shipper=BUYER), BUYER).status == "match"
    assert check_consignee(a_draft("AS ABOVE", shipper=BUYER), BUYER).status == "match"


@pytest.mark.parametrize("consignee", ["TO ORDER", None, "XXXX", "SAME AS CONSIGNEE"])
def test_a_reference_that_leads_to_nobody_is_a_mismatch(consignee):
    draft = a_draft(consignee, "SAME AS CONSIGNEE")
    check = check_notify(draft, (BUYER,))
    assert check.status == "mismatch"
    assert check.differences[0].part == "reference to another box"
    assert draft.notify_parties[0] in unresolved(draft)
    assert resolved_text(draft, draft.notify_parties[0]) is None


def test_a_notify_party_that_refers_to_itself_leads_to_nobody():
    assert notify_status(a_draft(BUYER, "SAME AS NOTIFY PARTY"), BROKER) == "mismatch"
    assert notify_status(a_draft(BUYER, "XXX", "SAME AS NOTIFY PARTY"), BROKER) == "mismatch"


def test_no_reference_is_left_open_when_each_names_somebody():
    draft = a_draft(BUYER, BROKER, "SAME AS CONSIGNEE")
    assert unresolved(draft) == ()
    assert unresolved(a_draft(None)) == ()
    assert [resolved_text(draft, party) for party in draft.notify_parties] == [BROKER, BUYER]


def test_a_reference_to_a_missing_notify_party_is_open():
    draft = a_draft("SAME AS NOTIFY PARTY")
    assert unresolved(draft) == (draft.consignee,)


def test_sees_consignee_and_notify_party_in_each_others_boxes():
    draft = a_draft(BROKER, BUYER)
    assert swapped(draft, BUYER, (BROKER,)) == draft.notify_parties[0]


@pytest.mark.parametrize(
    ("draft", "consignee", "notify"),
    [
        (a_draft(BUYER, BROKER), BUYER, (BROKER,)),
        (a_draft(BANK, BUYER), BUYER, (BROKER,)),
        (a_draft(BROKER, BANK), BUYER, (BROKER,)),
        (a_draft(None, BUYER), BUYER, (BROKER,)),
        (a_draft(BROKER, BUYER), None, (BROKER,)),
        (a_draft(BROKER, BUYER), BUYER, ()),
    ],
)
def test_sees_no_exchange_where_there_is_none(draft, consignee, notify):
    assert swapped(draft, consignee, notify) is None


def test_a_long_list_is_paired_quickly():
    texts = [BROKER.replace("7 ELM", f"{n} ELM") for n in range(10, 18)]
    assert notify_status(a_draft(BUYER, *reversed(texts)), *texts) == "match"
