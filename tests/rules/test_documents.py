"""What the rules say of the paper itself: unreadable, doubtful, with hidden words, or not the paper that was meant."""

import dataclasses
from datetime import date

import pytest

from docvalidate.compare.lane_checks import checks_for, unchecked
from docvalidate.errors import UnreadableDocument
from docvalidate.model import Check, Doubt, Lane, Leg, Party, Place, Policy, PortRule, Source, TransportDocument
from docvalidate.model.case import Case, Choice, Observation
from docvalidate.rules import document_unreadable, field_doubts, hidden_text, kind_of_paper

CHOICE = Choice(customer="ACME", as_of=date(2024, 9, 16), policy=Policy(customer="ACME"))
HERE = Source(document="draft.pdf", page=1, box=(40.0, 100.0, 300.0, 180.0), caption="Consignee")
ACME = "ACME IMPORTS LLC\n100 LIGHT STREET\nBALTIMORE, MD 21202, USA"
RULES = (document_unreadable, field_doubts, hidden_text, kind_of_paper)
BALTIMORE = PortRule(allowed=("USBAL",))


def a_doubt(kind, field=None, *texts, source=HERE):
    return Doubt(kind=kind, field=field, texts=texts, sources=() if source is None else (source,))


def a_case(*doubts, checks=("consignee", "notify_party", "transshipment_port"), lane=None, **document):
    return Case(
        CHOICE,
        document=TransportDocument(doubts=doubts, **document),
        lane=lane or Lane(),
        checks=tuple(Check(field=field, status="match") for field in checks),
    )


def seen(rule, case):
    return list(rule.judge(case))


@pytest.mark.parametrize("rule", RULES)
def test_says_nothing_of_a_plain_draft(rule):
    assert seen(rule, a_case(draft=True)) == []


@pytest.mark.parametrize("rule", RULES)
def test_says_nothing_where_nothing_was_handed_in(rule):
    assert seen(rule, Case(CHOICE)) == []


# --- document-unreadable, not-a-transport-document, page-not-read


def test_tells_why_the_draft_cannot_be_read():
    case = Case(CHOICE, unreadable=UnreadableDocument("draft.pdf: locked", "locked"))
    assert seen(document_unreadable, case) == [
        Observation("document-unreadable", found="draft.pdf: locked", details={"reason": "locked"})
    ]


def test_tells_a_paper_of_another_trade_from_one_that_cannot_be_read():
    invoice = UnreadableDocument("a.pdf: an invoice", "not-a-transport-document")
    for case in (Case(CHOICE, unreadable=invoice), Case(CHOICE, unread=(invoice,))):
        assert [it.name for it in seen(document_unreadable, case)] == ["not-a-transport-document"]


def test_names_every_paper_that_was_not_read():
    case = Case(
        CHOICE,
        unreadable=UnreadableDocument("draft.pdf: empty"),
        unread=(UnreadableDocument("booking.pdf: cut"), UnreadableDocument("notice.pdf: cut")),
    )
    told = [it.found for it in seen(document_unreadable, case)]
    assert told == ["draft.pdf: empty", "booking.pdf: cut", "notice.pdf: cut"]


def test_names_a_page_of_the_draft_that_was_not_read():
    page = Source(document="draft.pdf", page=2)
    case = a_case(a_doubt("pages_not_read", source=page), a_doubt("ambiguous", "consignee"))
    assert seen(document_unreadable, case) == [Observation("page-not-read", source=page, details={"page": "2"})]


# --- field-ambiguous, field-unreadable, rider-missing


@pytest.mark.parametrize(
    ("kind", "name"),
    [("ambiguous", "field-ambiguous"), ("unreadable", "field-unreadable"), ("rider_missing", "rider-missing")],
)
def test_asks_about_a_checked_field_that_stays_open(kind, name):
    case = a_case(a_doubt(kind, "consignee", "ACME LLC", "ACNE LLC"))
    assert seen(field_doubts, case) == [Observation(name, field="consignee", found="ACME LLC | ACNE LLC", source=HERE)]


def test_asks_without_words_or_place_where_there_are_none():
    assert seen(field_doubts, a_case(a_doubt("unreadable", "consignee", source=None))) == [
        Observation("field-unreadable", field="consignee")
    ]


def test_does_not_ask_about_what_nobody_instructed():
    case = Case(
        CHOICE,
        document=TransportDocument(doubts=(a_doubt("ambiguous", "consignee"), a_doubt("ambiguous", "port_of_loading"))),
        checks=(Check(field="consignee", status="not_required"),),
    )
    assert seen(field_doubts, case) == []


def test_leaves_hidden_words_and_pages_to_their_own_rules():
    assert seen(field_doubts, a_case(a_doubt("hidden", "consignee"), a_doubt("pages_not_read"))) == []


@pytest.mark.parametrize("field", ["port_of_discharge", "place_of_delivery"])
def test_asks_about_the_places_from_which_a_transshipment_port_is_inferred(field):
    assert [it.field for it in seen(field_doubts, a_case(a_doubt("ambiguous", field)))] == [field]


@pytest.mark.parametrize("field", ["port_of_discharge", "place_of_delivery"])
def test_does_not_ask_about_them_where_the_transshipment_port_is_stated(field):
    stated = (Place(text="BALTIMORE", locode="USBAL"),)
    assert seen(field_doubts, a_case(a_doubt("ambiguous", field), transshipment_ports=stated)) == []


def test_asks_about_them_where_the_port_is_stated_only_by_inference():
    inferred = (Place(text="BALTIMORE", locode="USBAL", basis="discharge_before_delivery"),)
    case = a_case(a_doubt("ambiguous", "port_of_discharge"), transshipment_ports=inferred)
    assert [it.field for it in seen(field_doubts, case)] == ["port_of_discharge"]


# --- hidden-text


def hidden(case):
    return [(it.field, it.severity, it.found) for it in hidden_text.judge(case)]


def test_hidden_words_in_the_box_of_a_checked_field_are_an_error():
    white = HERE.model_copy(update={"caption": "white"})
    case = a_case(a_doubt("hidden", "consignee", "page label", source=white))
    assert seen(hidden_text, case) == [
        Observation(
            "hidden-text", field="consignee", found="page label", source=white, severity="error",
            details={"reason": "white"},
        )
    ]  # fmt: skip


def test_hidden_words_elsewhere_are_a_warning():
    assert hidden(a_case(a_doubt("hidden", None, "template 12 page 3"))) == [(None, "warning", "template 12 page 3")]


def test_hidden_words_in_the_box_of_a_field_that_nobody_checks_are_a_warning():
    assert hidden(a_case(a_doubt("hidden", "shipper", "label"))) == [("shipper", "warning", "label")]
    case = Case(
        CHOICE,
        document=TransportDocument(doubts=(a_doubt("hidden", "consignee", "label"),)),
        checks=(Check(field="consignee", status="not_required"),),
    )
    assert hidden(case) == [("consignee", "warning", "label")]


@pytest.mark.parametrize("text", ["OTHER TRADING LTD", "Other Handels GmbH", "其他贸易公司", "NEW YORK, NY", "USNYC"])
def test_a_hidden_company_or_port_that_nobody_sees_is_an_error_wherever_it_stands(text):
    assert hidden(a_case(a_doubt("hidden", None, text))) == [(None, "error", text)]


def test_a_hidden_company_or_port_that_everybody_sees_is_a_warning():
    shown = {
        "shipper": Party(text="NINGBO EXAMPLE WARES CO., LTD."),
        "consignee": Party(text=ACME),
        "port_of_discharge": Place(text="NEW YORK, NY"),
        "transshipment_ports": (Place(text="BALTIMORE"),),
    }
    texts = ("Acme Imports L L C\nNew York NY", "NINGBO EXAMPLE WARES CO LTD", "baltimore")
    case = a_case(*(a_doubt("hidden", None, text) for text in texts), **shown)
    assert hidden(case) == [(None, "warning", text) for text in texts]


def test_a_hidden_company_beside_words_that_everybody_sees_is_an_error():
    case = a_case(a_doubt("hidden", None, "ACME IMPORTS LLC\nOTHER TRADING LTD"), consignee=Party(text=ACME))
    assert [severity for _, severity, _ in hidden(case)] == ["error"]


def test_hidden_words_say_nothing_of_why_where_the_reader_does_not():
    source = Source(document="draft.pdf", page=1)
    (told,) = hidden_text.judge(a_case(a_doubt("hidden", None, "label", source=source)))
    assert told.details == {"reason": ""}


def test_other_doubts_hide_nothing():
    assert hidden(a_case(a_doubt("ambiguous", "consignee", "OTHER TRADING LTD"))) == []


# --- wrong-bill, not-a-draft


@pytest.mark.parametrize(("binds", "bill"), [("house", "master"), ("master", "house")])
def test_tells_a_bill_that_the_lane_does_not_bind(binds, bill):
    assert seen(kind_of_paper, a_case(lane=Lane(binds=binds), bill=bill)) == [
        Observation("wrong-bill", expected=binds, found=bill)
    ]


@pytest.mark.parametrize(
    ("binds", "bill"), [("house", "house"), ("master", "master"), ("house", None), ("any", "master")]
)
def test_leaves_the_bill_alone_that_the_lane_binds_or_that_says_nothing_of_itself(binds, bill):
    assert seen(kind_of_paper, a_case(lane=Lane(binds=binds), bill=bill)) == []


def test_says_nothing_of_the_bill_where_no_lane_applies():
    case = Case(CHOICE, document=TransportDocument(bill="master"))
    assert seen(kind_of_paper, case) == []


def test_tells_that_a_bill_was_issued_with_the_marks_that_say_so():
    assert seen(kind_of_paper, a_case(draft=False, marks=("ORIGINAL", "TELEX RELEASE"))) == [
        Observation("not-a-draft", found="ORIGINAL; TELEX RELEASE", details={"mark": "ORIGINAL; TELEX RELEASE"})
    ]


def test_a_paper_without_any_mark_may_be_a_draft():
    assert seen(kind_of_paper, a_case(draft=None)) == []


# --- which checks a report lists


NINGBO = PortRule(allowed=("CNNGB",))
EVERY_PORT = Lane(loading=NINGBO, discharge=BALTIMORE, delivery=BALTIMORE, transshipment=BALTIMORE)


def test_lists_the_three_usual_checks_where_the_lane_is_silent():
    assert checks_for(TransportDocument(), (), Lane()) == unchecked(Lane(), "not_required")
    assert [(check.field, check.status) for check in unchecked(None, "unreadable")] == [
        ("consignee", "unreadable"), ("notify_party", "unreadable"), ("transshipment_port", "unreadable"),
    ]  # fmt: skip


def test_lists_each_port_of_which_the_lane_speaks():
    ports = ["transshipment_port", "port_of_loading", "port_of_discharge", "place_of_delivery"]
    fields = ["consignee", "notify_party", *ports]
    assert [check.field for check in checks_for(TransportDocument(), (), EVERY_PORT)] == fields
    assert unchecked(EVERY_PORT, "unreadable") == tuple(Check(field=field, status="unreadable") for field in fields)


def test_holds_each_port_against_its_own_rule():
    document = TransportDocument(
        port_of_loading=Place(text="NINGBO"), port_of_discharge=Place(text="NEW YORK, NY"), place_of_delivery=None
    )
    statuses = {check.field: check.status for check in checks_for(document, (), EVERY_PORT)}
    assert statuses == {
        "consignee": "not_required", "notify_party": "not_required", "transshipment_port": "not_shown",
        "port_of_loading": "match", "port_of_discharge": "mismatch", "place_of_delivery": "not_shown",
    }  # fmt: skip


# --- the doubts of supporting papers


def a_booking(*doubts):
    return TransportDocument(kind="booking_confirmation", doubts=doubts)


BROKEN = a_doubt("ambiguous", "transshipment_port", "SINGAPORE", "COLOMBO")
STATED = (Place(text="SINGAPORE", locode="SGSIN"),)


def test_a_plan_with_a_gap_leaves_the_transshipment_port_open():
    case = dataclasses.replace(a_case(), supporting=(a_booking(BROKEN, a_doubt("hidden", "transshipment_port")),))
    assert seen(field_doubts, case) == [
        Observation("field-ambiguous", field="transshipment_port", found="SINGAPORE | COLOMBO", source=HERE)
    ]
    (check,) = (it for it in checks_for(case.document, case.supporting, Lane(transshipment=BALTIMORE))[2:])
    assert check.status == "not_shown"
    draft = TransportDocument(
        port_of_discharge=Place(text="BALTIMORE, MD"), place_of_delivery=Place(text="COLUMBUS, OH")
    )
    assert checks_for(draft, case.supporting, Lane(transshipment=BALTIMORE))[2].status == "unreadable"


def test_a_plan_with_a_gap_is_not_asked_where_the_draft_states_its_port():
    case = dataclasses.replace(a_case(transshipment_ports=STATED), supporting=(a_booking(BROKEN),))
    assert seen(field_doubts, case) == []
    assert seen(field_doubts, dataclasses.replace(a_case(checks=()), supporting=(a_booking(BROKEN),))) == []


def test_what_was_not_read_in_part_is_named_with_the_readers_words():
    beside = Source(document="mail.eml: draft.zip")
    case = a_case(a_doubt("pages_not_read", None, "an archive is not opened", source=beside))
    assert seen(document_unreadable, case) == [
        Observation(
            "document-unreadable",
            found="mail.eml: draft.zip: an archive is not opened",
            source=beside,
            details={"reason": "in-part"},
        )
    ]


# --- what was read from a picture


@pytest.mark.parametrize("field", ["consignee", "notify_party"])
def test_asks_of_a_party_that_differs_only_as_a_misread_picture_would(field):
    case = dataclasses.replace(
        a_case(), checks=(Check(field=field, status="unreadable", expected="SUITE 5", found="SUITE S", source=HERE),)
    )
    assert seen(field_doubts, case) == [
        Observation("field-unreadable", field=field, expected="SUITE 5", found="SUITE S", source=HERE)
    ]


def test_asks_once_where_the_reader_was_in_doubt_already():
    case = dataclasses.replace(
        a_case(a_doubt("unreadable", "consignee", "SUITE S")), checks=(Check(field="consignee", status="unreadable"),)
    )
    assert [it.found for it in seen(field_doubts, case)] == ["SUITE S"]


def test_a_port_that_cannot_be_settled_is_for_the_rule_of_ports():
    case = dataclasses.replace(a_case(), checks=(Check(field="transshipment_port", status="unreadable"),))
    assert seen(field_doubts, case) == []


def test_legs_that_do_not_meet_leave_the_transshipment_port_open():
    def at(text):
        return Place(text=text, source=HERE)

    legs = (
        Leg(load=at("NINGBO"), discharge=at("BALTIMORE, MD")),
        Leg(load=at("NEW YORK, NY"), discharge=at("BOISE, ID")),
    )
    ends = ("BALTIMORE, MD", "NEW YORK, NY")
    seen_in = [
        dataclasses.replace(a_case(), supporting=(TransportDocument(legs=legs),)),
        a_case(legs=legs),
        a_case(Doubt(kind="ambiguous", field="transshipment_port", texts=ends, sources=(HERE, HERE)), legs=legs),
    ]
    for case in seen_in:
        assert [(it.field, it.found) for it in seen(field_doubts, case)] == [("transshipment_port", " | ".join(ends))]
