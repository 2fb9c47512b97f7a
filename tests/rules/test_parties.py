"""What the rules say of consignee and notify parties, and what they leave alone."""

from datetime import date

import pytest

from docvalidate.compare.notify import check_consignee, check_notify
from docvalidate.model import Check, Lane, Party, Policy, TransportDocument
from docvalidate.model.case import Case, Choice, Observation
from docvalidate.rules import consignee, notify_party, parties_swapped, same_as, to_order

BUYER = "ACME IMPORTS LLC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA"
BROKER = "DOE CUSTOMS BROKERS INC\n7 ELM ROAD\nBALTIMORE, MD 21224, USA\nTEL +1 410 555 0134"
BANK = "ROE BANK N.A.\n9 OAK AVENUE\nCHICAGO, IL 60606, USA"
CHOICE = Choice(customer="ACME", as_of=date(2024, 9, 16), policy=Policy(customer="ACME"))


def a_case(box=BUYER, notify=(BROKER,), *, asked=BUYER, asked_notify=(BROKER,), match="normal", kind="bill_of_lading"):
    document = TransportDocument(
        kind=kind,
        consignee=None if box is None else Party(text=box),
        notify_parties=tuple(Party(text=text) for text in notify),
    )
    lane = Lane(consignee=asked, notify_parties=asked_notify, match=match)
    strict = match == "strict"
    checks = (check_consignee(document, asked, strict), check_notify(document, asked_notify, strict))
    return Case(choice=CHOICE, document=document, lane=lane, checks=checks)


def seen(rule, case):
    return [(o.name, o.severity, o.details.get("parts")) for o in rule.judge(case)]


RULES = (consignee, notify_party, parties_swapped, same_as, to_order)
NOTHING_READ = Case(choice=CHOICE)


@pytest.mark.parametrize("rule", RULES)
def test_says_nothing_when_all_is_as_asked(rule):
    assert list(rule.judge(a_case())) == []


@pytest.mark.parametrize("rule", RULES)
def test_says_nothing_when_nothing_was_read(rule):
    assert list(rule.judge(NOTHING_READ)) == []


@pytest.mark.parametrize("rule", RULES)
def test_says_nothing_when_the_lane_is_silent(rule):
    assert list(rule.judge(a_case(BANK, (BANK,), asked=None, asked_notify=None))) == []


@pytest.mark.parametrize("rule", (consignee, notify_party))
def test_says_nothing_of_what_is_waived_or_unreadable(rule):
    for status in ("waived", "unreadable"):
        checks = (Check(field="consignee", status=status), Check(field="notify_party", status=status))
        assert list(rule.judge(Case(choice=CHOICE, document=TransportDocument(), lane=Lane(), checks=checks))) == []


def test_tells_another_consignee_with_the_part():
    other = BUYER.replace("100", "1000")
    assert list(consignee.judge(a_case(other))) == [
        Observation(
            "consignee-mismatch", field="consignee", expected=BUYER, found=other, details={"parts": "street number"}
        )
    ]


def test_tells_how_the_consignee_is_written_with_the_usage():
    (told,) = consignee.judge(a_case(BUYER.replace("STREET", "ST").replace(", USA", "")))
    assert (told.name, told.severity) == ("consignee-format-difference", None)
    assert told.details == {"parts": "street; country", "reasons": "usual abbreviation; country left off"}


def test_a_way_of_writing_is_an_error_under_a_letter_of_credit():
    case = a_case(BUYER.replace("STREET", "ST"), (BROKER.replace("ROAD", "RD"),), match="strict")
    assert seen(consignee, case) == [("consignee-format-difference", "error", "street")]
    assert seen(notify_party, case) == [("notify-party-format-difference", "error", "street")]


def test_tells_a_contact_line_left_out():
    short = BROKER.replace("\nTEL +1 410 555 0134", "")
    assert seen(consignee, a_case(short, asked=BROKER)) == [("consignee-contact-missing", None, "phone")]
    assert seen(notify_party, a_case(notify=(short,))) == [("notify-party-contact-missing", None, "phone")]


def test_a_contact_line_left_out_stays_a_warning_under_a_letter_of_credit():
    short = BROKER.replace("\nTEL +1 410 555 0134", "")
    assert seen(consignee, a_case(short, asked=BROKER, match="strict")) == [
        ("consignee-contact-missing", None, "phone")
    ]
    assert seen(notify_party, a_case(notify=(short,), match="strict")) == [
        ("notify-party-contact-missing", None, "phone")
    ]


def test_a_contact_line_left_out_hides_no_way_of_writing_under_a_letter_of_credit():
    short = BROKER.replace("\nTEL +1 410 555 0134", "").replace("ROAD", "RD")
    case = a_case(short, (short,), asked=BROKER, match="strict")
    assert seen(consignee, case) == [
        ("consignee-contact-missing", None, "phone"),
        ("consignee-format-difference", "error", "street"),
    ]
    assert seen(notify_party, case) == [
        ("notify-party-contact-missing", None, "phone"),
        ("notify-party-format-difference", "error", "street"),
    ]
    assert seen(consignee, a_case(short, asked=BROKER)) == [("consignee-contact-missing", None, "phone")]


def test_tells_an_empty_box():
    assert seen(consignee, a_case(None)) == [("consignee-not-shown", None, None)]
    assert seen(notify_party, a_case(notify=())) == [("notify-party-not-shown", None, None)]


def test_tells_each_notify_party_for_itself():
    case = a_case(notify=(BROKER.replace("7 ELM", "8 ELM"), BANK.replace("AVENUE", "AVE")), asked_notify=(BROKER, BANK))
    assert seen(notify_party, case) == [
        ("notify-party-mismatch", None, "street number"),
        ("notify-party-format-difference", None, "street"),
    ]


def test_tells_who_is_missing_and_who_is_one_too_many():
    assert seen(notify_party, a_case(asked_notify=(BROKER, BANK))) == [("notify-party-mismatch", None, "notify party")]
    assert seen(notify_party, a_case(notify=(BROKER, BANK))) == [("notify-party-unexpected", None, "notify party")]
    assert seen(notify_party, a_case(asked_notify=())) == [("notify-party-unexpected", None, "notify party")]


def test_tells_another_order_and_nothing_else():
    assert seen(notify_party, a_case(notify=(BANK, BROKER), asked_notify=(BROKER, BANK))) == [
        ("notify-party-order", None, None)
    ]


def test_tells_that_the_boxes_are_exchanged_beside_the_mismatches():
    case = a_case(BROKER, (BUYER,))
    assert seen(parties_swapped, case) == [("parties-swapped", None, None)]
    assert [name for name, *_ in seen(consignee, case)] == ["consignee-mismatch"]
    assert [name for name, *_ in seen(notify_party, case)] == ["notify-party-mismatch"]


def test_sees_no_exchange_in_another_consignee():
    assert seen(parties_swapped, a_case(BANK)) == []


def test_a_reference_to_an_order_is_unresolved():
    case = a_case("TO ORDER", ("SAME AS CONSIGNEE",), asked="TO ORDER")
    assert [(o.name, o.field, o.found) for o in same_as.judge(case)] == [
        ("same-as-unresolved", "notify_party", "SAME AS CONSIGNEE")
    ]
    assert [o.field for o in same_as.judge(a_case("SAME AS SHIPPER"))] == ["consignee"]


def test_a_reference_to_a_name_is_left_alone():
    assert seen(same_as, a_case(notify=("SAME AS CONSIGNEE",), asked_notify=(BUYER,))) == []


def test_a_sea_waybill_to_order_is_an_error_and_a_bill_of_lading_is_not():
    assert seen(to_order, a_case("TO ORDER OF SHIPPER", kind="sea_waybill")) == [
        ("to-order-on-sea-waybill", None, None)
    ]
    assert seen(to_order, a_case("TO ORDER OF SHIPPER")) == []
    assert seen(to_order, a_case(None, kind="sea_waybill")) == []
    assert seen(to_order, a_case(kind="sea_waybill")) == []
